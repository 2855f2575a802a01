import type { CycleRef } from '../../domain/acting.js';
import { daysPast, doneOn } from '../../domain/calendar/legal-term.js';
import type { CivilDate } from '../../domain/calendar/types.js';
import { romeDate } from '../../domain/calendar/zone.js';
import { cycleId } from '../../domain/cycle-id.js';
import { type DecisionOutcome, isSettling } from '../../domain/decision.js';
import type { Passage } from '../../domain/individual/stages.js';
import { type OivTask, oivTaskOf } from '../../domain/oiv/asked.js';
import { assessmentOf } from '../../register/assessments.js';
import type { Db } from '../../register/database.js';
import { decisionsOf } from '../../register/decisions.js';
import { noticesByKind } from '../../register/reading/notices.js';
import { type SheetSummary, sheetsOf } from '../../register/reading/sheets.js';
import { type StepRecord, stepsOf } from '../../register/steps.js';
import type { NoticeState } from '../../register/tables.js';

/** The year in review. Percentages are decimal text. */
export interface Summary {
  readonly entity: string;
  readonly exercise: number;
  /** Measured values are made up. */
  readonly simulated: true;
  readonly steps: readonly SummedStep[];
  readonly decisions: readonly SummedDecision[];
  readonly mails: readonly { readonly kind: string; readonly state: NoticeState; readonly count: number }[];
  readonly checkpoints: readonly SummedCheckpoint[];
  readonly evaluations: SummedEvaluations;
}

/** How people were evaluated, counted: who is nobody's to read here. */
interface SummedEvaluations {
  readonly sheets: number;
  readonly signed: number;
  readonly unevaluated: number;
  /** Sheets on which each of these was done. */
  readonly objections: number;
  readonly secondInstances: number;
  readonly conciliations: number;
}

/** A step, planned and actual. */
export interface SummedStep {
  readonly id: string;
  readonly title: string;
  readonly window: string;
  readonly status: StepRecord['status'];
  readonly openedOn?: CivilDate;
  readonly dueOn: CivilDate;
  readonly completedOn?: CivilDate;
  /** Days beyond its due date; 0 for what had none of its own. */
  readonly lateDays: number;
}

export interface SummedDecision {
  readonly step: string;
  readonly board: string;
  readonly round: number;
  readonly outcome: DecisionOutcome;
  /** What the OIV was asked, where it is the board. */
  readonly asked?: OivTask | undefined;
  readonly actNumber?: string;
  readonly actDate?: CivilDate;
  readonly deferredTo?: CivilDate;
  readonly remarks?: string;
}

/** Achievement of the entity and of each perspective; none when it was not computed. */
export interface SummedCheckpoint {
  readonly id: string;
  readonly title: string;
  readonly results: readonly {
    readonly node: string;
    readonly title: string;
    readonly achievement?: string;
    readonly coverage: string;
    readonly worst: string;
    readonly best: string;
  }[];
}

/** Steps planned and actual, decisions, mails by kind, achievement per checkpoint and perspective. */
export async function summarise(db: Db, { entity, exercise }: CycleRef): Promise<Summary> {
  const cycle = cycleId({ entity, exercise });
  const steps = await stepsOf(db, cycle);
  const tasks = new Map(steps.map(({ id, planned }) => [id, oivTaskOf(planned)]));
  const decisions = (await decisionsOf(db, cycle)).map(
    ({ step, board, round, outcome, actNumber, actDate, deferredTo, remarks }): SummedDecision => ({
      step,
      board,
      round,
      outcome,
      asked: tasks.get(step),
      actNumber: actNumber ?? undefined,
      actDate: actDate ?? undefined,
      deferredTo: deferredTo ?? undefined,
      remarks: remarks ?? undefined,
    }),
  );
  const checkpoints: SummedCheckpoint[] = [];
  for (const { id, planned } of steps.filter((s) => s.planned.kind === 'checkpoint')) {
    const rollups = (await assessmentOf(db, { cycle, checkpoint: id }))?.rollups ?? [];
    const shown = rollups.filter(({ node }) => node === 'entity' || node.startsWith('perspective:'));
    const results = shown.map(({ node, title, achievement, coverage, worst, best }) => ({
      node,
      title,
      achievement,
      coverage,
      worst,
      best,
    }));
    checkpoints.push({ id, title: planned.title, results });
  }
  return {
    entity,
    exercise,
    simulated: true,
    steps: steps.map((step) => summedStep(step, decisions)),
    decisions,
    mails: await noticesByKind(db, cycle),
    checkpoints,
    evaluations: evaluationsIn(await sheetsOf(db, cycle)),
  };
}

function evaluationsIn(sheets: readonly SheetSummary[]): SummedEvaluations {
  const at = (stage: SheetSummary['stage']): number => sheets.filter((sheet) => sheet.stage === stage).length;
  const made = (wanted: Passage): number =>
    sheets.filter((sheet) => sheet.made.some(({ passage }) => passage === wanted)).length;
  return {
    sheets: sheets.length,
    signed: at('signed-off'),
    unevaluated: at('not-evaluated'),
    objections: made('object'),
    secondInstances: made('decide-second-instance'),
    conciliations: made('conclude-conciliation'),
  };
}

function summedStep(
  { id, planned, status, openedAt, completedAt, dueOn }: StepRecord,
  decisions: readonly SummedDecision[],
): SummedStep {
  const completedOn = completedAt === null ? undefined : romeDate(completedAt);
  const { actDate: actedOn } = decisions.findLast((d) => d.step === id && isSettling(d.outcome)) ?? {};
  const done = planned.kind === 'amendment' ? undefined : doneOn({ completedOn, actedOn });
  return {
    id,
    title: planned.title,
    window: planned.window,
    status,
    openedOn: openedAt === null ? undefined : romeDate(openedAt),
    dueOn,
    completedOn,
    lateDays: done === undefined ? 0 : daysPast(dueOn, done),
  };
}
