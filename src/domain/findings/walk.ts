import type {
  Indicator,
  IndividualObjective,
  Plan,
  Programme,
  ProgrammeSheet,
  StrategicArea,
  StrategicObjective,
} from '../plan.js';
import type { TargetContext } from '../targets/outcome.js';
import { parseTarget } from '../targets/parse.js';
import type { Reading } from '../targets/types.js';
import type { FindingPath } from './finding.js';
import { sayingOf } from './text.js';

/** A node of the plan with the words and the path that say where it is. */
interface Placed<T> {
  readonly node: T;
  readonly place: string;
  readonly path: FindingPath;
}

export interface PlacedIndicator extends Placed<Indicator> {
  readonly list: 'scorecard' | 'sheet' | 'individual';
  /** Code of the programme the indicator stands under. */
  readonly programme: string;
}

export interface PlacedProgramme extends Placed<Programme> {
  readonly objective: StrategicObjective;
  readonly area: StrategicArea;
}

export function programmesOf(plan: Plan): readonly PlacedProgramme[] {
  return plan.areas.flatMap((area, a) =>
    area.objectives.flatMap((objective, o) =>
      objective.programmes.map((node, p) => ({
        node,
        objective,
        area,
        place: `programma ${node.code}`,
        path: ['areas', a, 'objectives', o, 'programmes', p],
      })),
    ),
  );
}

export function sheetsOf(plan: Plan): readonly Placed<ProgrammeSheet>[] {
  return plan.sheets.map((node, k) => ({ node, place: `scheda ${node.programme}`, path: ['sheets', k] }));
}

export function individualOf(plan: Plan): readonly Placed<IndividualObjective>[] {
  return plan.individual.map((node, k) => ({
    node,
    place: `obiettivo individuale ${node.code}`,
    path: ['individual', k],
  }));
}

/** The indicators of the scorecard, in order. */
export function scorecardIndicators(plan: Plan): readonly PlacedIndicator[] {
  return programmesOf(plan).flatMap((programme) =>
    programme.node.indicators.map((node, i) => ({
      node,
      list: 'scorecard' as const,
      programme: programme.node.code,
      place: `cruscotto ${node.code}`,
      path: [...programme.path, 'indicators', i],
    })),
  );
}

/** Every indicator of the plan: scorecard, then sheets, then individual objectives. */
export function allIndicators(plan: Plan): readonly PlacedIndicator[] {
  return [
    ...scorecardIndicators(plan),
    ...sheetsOf(plan).flatMap((sheet) =>
      sheet.node.indicators.map((node, i) => ({
        node,
        list: 'sheet' as const,
        programme: sheet.node.programme,
        place: `scheda ${node.code}`,
        path: [...sheet.path, 'indicators', i],
      })),
    ),
    ...individualOf(plan).flatMap((objective) =>
      objective.node.indicators.map((node, i) => ({
        node,
        list: 'individual' as const,
        programme: objective.node.programme,
        place: `individuale ${node.code}`,
        path: [...objective.path, 'indicators', i],
      })),
    ),
  ];
}

export function targetText(indicator: Indicator, year: number): string {
  return indicator.targets.find((t) => t.year === year)?.text.trim() ?? '';
}

/** What is known when an indicator's target of a year is read. */
export function contextOf(indicator: Indicator, year: number): TargetContext {
  const previous = targetText(indicator, year - 1);
  return previous === '' ? { name: indicator.name, year } : { name: indicator.name, year, previous };
}

/** How an indicator's target of a year is read: as confirmed, or else where its text has one reading. */
export function readingAt(indicator: Indicator, year: number): Reading | undefined {
  const confirmed = indicator.targets.find((t) => t.year === year)?.confirmed;
  if (confirmed !== undefined) return confirmed;
  const text = targetText(indicator, year);
  if (text === '') return undefined;
  const outcome = parseTarget(text, contextOf(indicator, year));
  return outcome.outcome === 'parsed' ? outcome.reading : undefined;
}

export function resultText(indicator: Indicator, year: number): string {
  return indicator.results?.find((r) => r.year === year)?.text.trim() ?? '';
}

/** The scorecard indicator that a row of a sheet or of a person states again: by declaration, or by name and programme. */
export function originalOf(strategic: readonly PlacedIndicator[], row: PlacedIndicator): PlacedIndicator | undefined {
  if (row.list === 'scorecard') return undefined;
  return strategic.find((s) =>
    row.node.repeats === undefined
      ? s.programme === row.programme && sayingOf(s.node.name) === sayingOf(row.node.name)
      : s.node.code === row.node.repeats,
  );
}
