import type { CivilDate } from '../domain/calendar/types.js';
import type { Indicator, Target } from '../domain/plan.js';
import { parseTarget } from '../domain/targets/parse.js';
import { sentence } from '../domain/targets/sentence.js';
import { sheetWords } from '../words/sheets.js';
import type { IndicatorKey, PLAN_TABLES, PlanYears } from './plan-tables.js';
import type { ReadLine, Table } from './table.js';

const words = sheetWords.plan;
const { absent } = words;

/** An indicator from its line, with the readings somebody has confirmed. */
export function indicatorOf({ values: v, fail }: ReadLine<IndicatorKey>, years: PlanYears): Indicator {
  const results = years.results.flatMap((year) => {
    const text = v[`result${year}`] ?? '';
    return text === absent ? [] : [{ year, text }];
  });
  const targets = years.targets.flatMap((year): readonly Target[] => {
    const text = v[`target${year}`] ?? '';
    if (text === absent) return [];
    const said = v[`reading${year}`];
    const outcome = said === undefined ? undefined : parseTarget(said);
    const confirmed = outcome?.outcome === 'parsed' ? outcome.reading : undefined;
    // Only a sentence by which readings are confirmed is one: nothing is interpreted here.
    if (said !== undefined && (confirmed === undefined || sentence(confirmed) !== said.trim())) {
      fail(`reading${year}`, words.noReading(said));
    }
    return [{ year, text, ...given({ confirmed, confirmedBy: v[`confirmedBy${year}`] }) }];
  });
  const { weight, perspective, repeats, history, missioneProgramma } = v;
  return {
    code: need(v.code),
    name: need(v.name),
    ...given({ weight, perspective }),
    office: need(v.office),
    ...given({ attributed: v.attributed === 'sì' ? true : undefined, repeats, history, missioneProgramma }),
    ...given({ knownFrom: v.knownFrom === undefined ? undefined : day(v.knownFrom) }),
    targets,
    ...given({ results: orNone(results) }),
    source: need(v.source),
  };
}

/** What lines and details of the budget share. */
export const accounting = (v: { readonly [key in keyof typeof PLAN_TABLES.details.columns]?: string | undefined }) => ({
  heading: need(v.heading),
  activity: need(v.activity),
  function: need(v.function),
  costCentre: need(v.costCentre),
  product: need(v.product),
  description: need(v.description),
  amount: need(v.amount),
  ...given({ note: v.note }),
  source: need(v.source),
});

/** Reads the lines of one table of the sheet; what is wrong in them is noted. */
export type Lines = <K extends string>(table: Table<K>) => readonly ReadLine<K>[];

/** A required cell: where it is missing the table has already said so, and the plan does not count. */
export const need = (value: string | undefined): string => value ?? '';
export const day = (value: string | undefined): CivilDate => need(value) as CivilDate;
/** `a, b` */
export const split = (value: string | undefined): readonly string[] =>
  need(value)
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
/** A list that has something in it. */
export const orNone = <X>(list: readonly X[]): readonly X[] | undefined => (list.length === 0 ? undefined : list);

type Given<X> = { [K in keyof X]?: Exclude<X[K], undefined> };
/** The fields that have a value. */
export function given<X extends object>(fields: X): Given<X> {
  // Without its undefined fields the object is what the type says.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<X>;
}
