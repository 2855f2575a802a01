import type { CheckpointContent } from '../documents/checkpoint-content.js';
import { publicRollups } from '../documents/monitoraggio.js';
import { romeDate } from '../domain/calendar/zone.js';
import { cycleKey } from '../domain/cycle-id.js';
import { individualOf, targetText } from '../domain/findings/walk.js';
import type { Plan } from '../domain/plan.js';
import { type Assessment, assessmentByKey, assessmentOf } from '../register/assessments.js';
import {
  type CheckpointRecord,
  type CheckpointRef,
  checkpointOf,
  type FrozenIndicator,
  frozenIndicators,
} from '../register/checkpoints.js';
import type { Db } from '../register/database.js';
import { type LaterAsked, laterIndicators } from '../register/later-indicators.js';
import { type CurrentMeasurement, currentMeasurements } from '../register/measurements.js';
import { planVersion } from '../register/plans.js';
import { type StepRecord, stepsOf } from '../register/steps.js';
import { documentWords } from '../words/documents.js';
import { freeze } from './frozen-indicators.js';

/** The computed checkpoints of a cycle in order, as documents print them. */
export async function checkpointContents(db: Db, cycle: string): Promise<readonly CheckpointContent[]> {
  const contents: CheckpointContent[] = [];
  for (const step of (await stepsOf(db, cycle)).filter((s) => s.planned.kind === 'checkpoint')) {
    const content = await checkpointContent(db, step);
    if (content !== undefined) contents.push(content);
  }
  return contents;
}

/**
 * One checkpoint as documents print it; undefined before its first results.
 * @param key of the computation; absent: the last
 */
export async function checkpointContent(
  db: Db,
  { cycle, id, planned }: StepRecord,
  key?: string,
): Promise<CheckpointContent | undefined> {
  const target = { cycle, checkpoint: id };
  const [checkpoint, assessment, frozen, later, measured] = await Promise.all([
    checkpointOf(db, target),
    key === undefined ? assessmentOf(db, target) : assessmentByKey(db, key),
    frozenIndicators(db, target),
    laterIndicators(db, target),
    currentMeasurements(db, target),
  ]);
  if (checkpoint === undefined || assessment === undefined) return undefined;
  const { entity, exercise } = cycleKey(cycle);
  const version = await planVersion(db, entity, exercise, checkpoint.planVersion);
  if (version === undefined) throw new Error(`plan version ${checkpoint.planVersion} of ${cycle} is missing`);
  const rows = [...frozen, ...later, ...repeatedRows(version.plan, exercise)];
  return contentOf(planned.title, checkpoint, version.plan, { rows, later, measured }, assessment);
}

type Row = Pick<FrozenIndicator, 'indicator' | 'name' | 'target' | 'unit'>;

/** Rows of the sheets that repeat an indicator: not asked twice, but judged against a target of their own. */
export const repeatedRows = (plan: Plan, exercise: number): readonly Row[] =>
  plan.sheets.flatMap((sheet) =>
    sheet.indicators
      .filter((indicator) => indicator.repeats !== undefined)
      .map((indicator) => ({
        indicator: indicator.code,
        name: indicator.name,
        target: targetText(indicator, exercise),
        unit: freeze(indicator, exercise).unit,
      })),
  );

/** What a checkpoint asked, what it did not ask yet, and the values that stand. */
interface Found {
  readonly rows: readonly Row[];
  readonly later: readonly LaterAsked[];
  readonly measured: readonly CurrentMeasurement[];
}

/** What documents print of results. Individual results are for the person, their superior, the OIV and who administers evaluation: no document has them. */
function contentOf(
  title: string,
  { from, to, standing, closedAt, closeReason }: Omit<CheckpointRecord, keyof CheckpointRef>,
  plan: Plan,
  { rows, later, measured }: Found,
  { indicators, rollups, overrides, forecasts }: Assessment,
): CheckpointContent {
  const said = new Map(measured.map((one) => [one.indicator, one]));
  const individual = new Set(individualOf(plan).flatMap((o) => o.node.indicators.map((i) => i.code)));
  const assessed = new Map(indicators.map((a) => [a.indicator, a]));
  const repeatedIn = new Map(
    plan.sheets.flatMap((sheet) =>
      sheet.indicators.filter((i) => i.repeats !== undefined).map((i) => [i.code, sheet.programme]),
    ),
  );
  const forecastOf = new Map(forecasts.map((one) => [one.indicator, one]));
  const overridden = new Map(overrides.map((applied) => [applied.override.indicator, applied]));
  return {
    title,
    from,
    to,
    standing: standing ?? undefined,
    closedByHand:
      closedAt === null || closeReason === null ? undefined : { on: romeDate(closedAt), reason: closeReason },
    later: later
      .filter((one) => !individual.has(one.indicator))
      .map(({ indicator, name, knownFrom, askedAt }) => ({
        indicator,
        name,
        knownFrom,
        askedAt: askedAt ?? undefined,
      })),
    indicators: rows.flatMap(({ indicator, name, target, unit }) => {
      const assessment = assessed.get(indicator);
      if (assessment === undefined || individual.has(indicator)) return [];
      const override = overridden.get(indicator);
      const programme = repeatedIn.get(indicator);
      const shown = programme === undefined ? name : documentWords.monitoring.inSheet(name, programme);
      const { cause, next } = said.get(indicator) ?? {};
      return [
        {
          ...{ name: shown, target, unit, assessment, override, forecast: forecastOf.get(indicator) },
          repeated: programme === undefined ? undefined : (true as const),
          cause: cause ?? undefined,
          next: next ?? undefined,
        },
      ];
    }),
    ...publicRollups(rollups),
  };
}
