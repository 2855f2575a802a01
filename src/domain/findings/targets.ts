import type { Indicator, Plan } from '../plan.js';
import type { TargetContext } from '../targets/outcome.js';
import type { Operator } from '../targets/types.js';
import { type Finding, type FindingCode, finding } from './finding.js';
import { checkPromises } from './promises.js';
import type { ReadTarget } from './readings.js';
import { datesIn, existsInCalendar, isoOf, isSpreadsheetZero, italianDate, shapeOf } from './text.js';
import { toldTogether } from './together.js';
import { allIndicators, contextOf, originalOf, type PlacedIndicator, scorecardIndicators, targetText } from './walk.js';
import { slippedFrom, strayColumns, strayYears, writtenYears, yearsOf } from './years.js';

/** Contradictions inside one indicator's targets: dates, missing years, bands, direction, changes of unit. */
export function checkTargets(plan: Plan, readTarget: ReadTarget): readonly Finding[] {
  const years = yearsOf(plan);
  const strategic = scorecardIndicators(plan);
  const found = allIndicators(plan).flatMap((indicator) => {
    // A row that states a scorecard indicator again has the same defects: they are said once, where the indicator is.
    const original = originalOf(strategic, indicator);
    if (original !== undefined && cells(original) === cells(indicator)) return [];
    return [
      ...missing(indicator, plan.exercise, years, readTarget),
      ...dates(indicator, plan),
      ...defects(indicator, readTarget),
      ...acrossYears(indicator, readTarget),
      ...yearInName(indicator, plan.exercise),
      ...strayYears(indicator, plan, years),
      ...checkPromises(indicator, plan.exercise, readTarget),
    ];
  });
  return [...strayColumns(plan), ...toldTogether(found, plan)];
}

function cells(indicator: PlacedIndicator): string {
  return indicator.node.targets
    .filter((t) => t.text !== '')
    .map((t) => `${t.year}:${t.text.replaceAll(' ', '')}`)
    .join('|');
}

function missing(
  indicator: PlacedIndicator,
  exercise: number,
  years: readonly number[],
  readTarget: ReadTarget,
): readonly Finding[] {
  const { node, place, path, list } = indicator;
  const current = targetText(node, exercise);
  if (node.targets.every((t) => holdsPlace(t.text, readTarget))) {
    return [
      finding(
        'no-target',
        place,
        [...path, 'targets'],
        `L’indicatore «${node.name}» non ha un target scritto: il nome da solo non dice quanto.`,
        node.source,
      ),
    ];
  }
  // What is done by a date needs no target for the years after.
  const later = shapeOf(current).kind === 'date' ? [] : years;
  const columns = years.filter((y) => targetText(node, y) !== '');
  const given = columns.length > 0 ? columns : node.targets.filter((t) => t.text.trim() !== '').map((t) => t.year);
  // An operational indicator of one year promises nothing for the others; one that goes beyond must reach the end.
  if (list !== 'scorecard' && columns.length < 2) return [];
  const absent = later.filter((y) => targetText(node, y) === '');
  if (absent.length === 0 || isToldAsStray(node, exercise, years)) return [];
  const fact = `Manca il target per il ${absent.join(' e il ')}; c’è per il ${given.join(' e il ')}.`;
  return [finding('target-year-missing', place, [...path, 'targets'], fact, node.source)];
}

/** A target beside a far year, with others where they belong, says which year it was meant for. */
const isToldAsStray = (node: Indicator, exercise: number, years: readonly number[]): boolean =>
  slippedFrom(node, exercise, years) !== undefined && writtenYears(node).length > 1;

/** `n.d.`, `da definire`: a cell filled in with nothing. */
function holdsPlace(text: string, readTarget: ReadTarget): boolean {
  if (text.trim() === '') return true;
  const outcome = readTarget(text, {});
  return outcome.outcome === 'not-measurable' && outcome.reason.code === 'placeholder';
}

function dates(indicator: PlacedIndicator, plan: Plan): readonly Finding[] {
  const { node, place, path } = indicator;
  const found: Finding[] = [];
  const say = (code: FindingCode, key: 'targets' | 'results', year: number, fact: string): void => {
    const at = [...path, key, year];
    // A date written twice in one cell is asked about once.
    if (found.some((f) => f.code === code && f.path.join() === at.join())) return;
    found.push(finding(code, place, at, fact, node.source));
  };
  for (const key of ['results', 'targets'] as const) {
    for (const { year, text } of node[key] ?? []) {
      // `almeno 12 incontri entro il 30/09`: the comparison is that of the incontri.
      const asAfter =
        key === 'targets' &&
        datesIn(text).length > 0 &&
        ['>', '>='].includes(shapeOf(text).operator) &&
        !/\d.*\b(?:entro|prima)\b/is.test(text);
      for (const date of datesIn(text)) {
        const cell = key === 'targets' ? `target ${year}` : `risultato ${year}`;
        if (isSpreadsheetZero(date)) {
          say(
            'excel-zero-date',
            key,
            year,
            `Il ${cell} è «${text}»: è lo zero di un foglio di calcolo mostrato come data, non una data.`,
          );
        } else if (!existsInCalendar(date)) {
          say('impossible-date', key, year, `Il ${cell} contiene «${date.text}», che non è una data del calendario.`);
        } else if (date.year === undefined) {
          say('date-without-year', key, year, `Il ${cell} contiene «${date.text}» senza l’anno.`);
        } else if (key === 'targets') {
          if (asAfter) {
            const past =
              plan.approval !== undefined && year === plan.exercise && (isoOf(date) ?? '') < plan.approval.date
                ? ` Quel giorno era già passato quando il Piano è stato approvato (${italianDate(plan.approval.date)}).`
                : '';
            const outside = date.year === year ? '' : ` È fuori dall’esercizio ${year}.`;
            say(
              'deadline-written-as-after',
              key,
              year,
              `Il target «${text}», alla lettera, chiede una data successiva: quasi certamente si intendeva «entro».${past}${outside}`,
            );
          } else if (date.year !== year && !isDueTheYearAfter(node.name, date, year)) {
            say(
              'date-outside-exercise',
              key,
              year,
              `Il ${cell} è «${text}»: indica il ${date.text}, fuori dall’esercizio ${year}.`,
            );
          } else if (
            plan.approval !== undefined &&
            year === plan.exercise &&
            (isoOf(date) ?? '') < plan.approval.date
          ) {
            const on = italianDate(plan.approval.date);
            say(
              'deadline-before-approval',
              key,
              year,
              `Il termine «${text}» era già passato quando il Piano è stato approvato (${on}).`,
            );
          }
        }
      }
    }
  }
  return found;
}

/** What closes an exercise can only be done when it is over: in the first half of the year after. */
const CLOSES_THE_YEAR =
  /\brelazion\p{L}+ (?:annual\p{L}+ )?(?:sul|del)la performance\b|\brendicont|\bconsuntiv|\bbilanci[o] (?:d['’] ?esercizio|consolidato|sociale|di (?:fine )?mandato)|\bconto annuale\b|\brelazione (?:annuale|di gestione|sulla gestione|del rpct)\b|\bvalutazion\p{L}+ (?:final|individual|del personale|dei dipendenti)|\bvalidazione\b/iu;

const isDueTheYearAfter = (name: string, date: ReturnType<typeof datesIn>[number], year: number): boolean =>
  date.year === year + 1 && date.month <= 6 && CLOSES_THE_YEAR.test(name);

/** Reasons of the reading that are defects of the plan whatever reading is then confirmed. */
const DEFECTS: Readonly<Record<string, FindingCode>> = {
  'range-reversed': 'range-reversed',
  'bands-overlap': 'bands-overlap',
  'beyond-hundred': 'target-impossible',
  'beyond-scale': 'target-impossible',
  'direction-against-name': 'direction-against-name',
  'reduction-name': 'direction-against-name',
};

function defects(indicator: PlacedIndicator, readTarget: ReadTarget): readonly Finding[] {
  const { node, place, path } = indicator;
  const found: Finding[] = [];
  for (const { year, text } of node.targets) {
    const outcome = readTarget(text, contextOf(node, year));
    if (outcome.outcome !== 'ambiguous') continue;
    for (const reason of outcome.reasons) {
      const code = DEFECTS[reason.code];
      // The same defect in every year's target is one defect.
      if (code === undefined || found.some((f) => f.code === code)) continue;
      if (code === 'direction-against-name' && isShareInTime(node.name, text)) continue;
      found.push(
        finding(code, place, [...path, 'targets', year], `Target ${year} «${text}»: ${reason.message}`, node.source),
      );
    }
  }
  return found;
}

/** The comparison a target is written with; undefined where it is not written. */
function operatorRead(text: string, context: TargetContext, readTarget: ReadTarget): Operator | undefined {
  const outcome = readTarget(text, context);
  return outcome.outcome === 'parsed' && outcome.reading.kind === 'threshold' ? outcome.reading.operator : undefined;
}

/** Of a time, a share in percent says how often it was kept: more is better, whatever the name makes expect. */
const isShareInTime = (name: string, target: string): boolean =>
  shapeOf(target).kind === 'percent' && /\b(temp[oi]|giorni|attes[ae]|durata|minuti|ore)\b/i.test(name);

function acrossYears(indicator: PlacedIndicator, readTarget: ReadTarget): readonly Finding[] {
  const { node, place, path } = indicator;
  const written = node.targets.filter((t) => t.text.trim() !== '').map((t) => ({ ...t, shape: shapeOf(t.text) }));
  const [first] = written;
  if (first === undefined) return [];
  const listed = written.map((t) => `${t.year} «${t.text}»`).join(', ');
  if (written.some((t) => t.shape.kind !== first.shape.kind)) {
    const fact = `I target cambiano unità di misura da un anno all’altro: ${listed}.`;
    return [finding('units-differ-between-years', place, [...path, 'targets'], fact, node.source)];
  }
  // Of a share that is to reach the whole nobody writes that it be at least as much.
  const whole = (t: (typeof written)[number]): boolean => /^100\s?%$/.test(t.text.trim()) && t !== first;
  if (first.shape.operator === '>=' && written.every((t) => t.shape.operator === '>=' || whole(t))) return [];
  const read = written.map((t) => operatorRead(t.text, contextOf(node, t.year), readTarget));
  // `almeno 25`, `26 o più`: spelt in two ways and read in one.
  if (read[0] !== undefined && read.every((operator) => operator === read[0])) return [];
  if (first.shape.kind !== 'date' && written.some((t) => t.shape.operator !== first.shape.operator)) {
    const fact = `I target cambiano operatore da un anno all’altro: ${listed}.`;
    return [finding('operators-differ-between-years', place, [...path, 'targets'], fact, node.source)];
  }
  return [];
}

function yearInName(indicator: PlacedIndicator, exercise: number): readonly Finding[] {
  const { node, place, path } = indicator;
  if (!new RegExp(`\\b${exercise}\\b`).test(node.name)) return [];
  const others = node.targets.filter((t) => t.year !== exercise && t.text.trim() !== '').map((t) => t.year);
  if (others.length === 0) return [];
  const fact = `Il nome dell’indicatore cita il ${exercise}, ma il target c’è anche per il ${others.join(' e il ')}.`;
  return [finding('year-in-name', place, [...path, 'name'], fact, node.source)];
}
