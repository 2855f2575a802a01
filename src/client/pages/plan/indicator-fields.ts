import type { Indicator } from '../../../domain/plan.js';
import { italianDay, italianNumber } from '../../../words/format.js';
import type { Fields } from '../kit/fields.js';
import { FIELD } from './indicator-names.js';

/** Years whose targets the form asks: the exercise and the two after it, and whatever else the indicator has. */
export const yearsOf = (indicator: Indicator | undefined, exercise: number): readonly number[] =>
  [...new Set([exercise, exercise + 1, exercise + 2, ...(indicator?.targets ?? []).map((t) => t.year)])]
    .filter((year) => year >= exercise)
    .sort((a, b) => a - b);

/** What stands in the fields of the form before anybody writes, by name. */
export const shownIn = (indicator: Indicator, exercise: number): ReadonlyMap<string, string> =>
  new Map([
    ['nome', indicator.name],
    ['ufficio', indicator.office],
    ['peso', indicator.weight === undefined ? '' : italianNumber(indicator.weight)],
    ['prospettiva', indicator.perspective ?? ''],
    ['missione', indicator.missioneProgramma ?? ''],
    [FIELD.knownFrom, indicator.knownFrom === undefined ? '' : italianDay(indicator.knownFrom)],
    ...yearsOf(indicator, exercise).map(
      (year) => [FIELD.target(year), indicator.targets.find((t) => t.year === year)?.text ?? ''] as const,
    ),
  ]);

/** What the form says of an indicator, as the acts ask it. */
export const saidIn = (fields: Pick<Fields, 'text'>, years: readonly number[]) => ({
  name: fields.text('nome'),
  office: fields.text('ufficio'),
  weight: fields.text('peso'),
  perspective: fields.text('prospettiva'),
  mission: fields.text('missione'),
  knownFrom: fields.text(FIELD.knownFrom),
  targets: years.map((year) => `${year}=${fields.text(FIELD.target(year))}`),
  reason: fields.text(FIELD.reason),
});

/** What the page calls the field a refusal is about. */
export function pageField(field: string | undefined): string {
  const [name = '', year] = field?.split('/') ?? [];
  if (name === 'targets') return FIELD.target(Number(year));
  return OWN[name] ?? 'contenuto';
}

const OWN: Readonly<Record<string, string>> = {
  name: 'nome',
  office: 'ufficio',
  weight: 'peso',
  perspective: 'prospettiva',
  mission: 'missione',
  knownFrom: FIELD.knownFrom,
  reading: FIELD.reading,
  accumulation: FIELD.accumulation,
  reason: FIELD.reason,
};
