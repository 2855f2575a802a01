import { ApplicationFailure, WorkflowUpdateFailedError } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { afterEach, beforeEach } from 'vitest';
import type { Activities } from '../../src/activities/types.js';
import type { CycleRef } from '../../src/domain/acting.js';
import { addDays } from '../../src/domain/calendar/civil-date.js';
import type { CivilDate, DatedStep, Instant, PlannedNotice, StepKind } from '../../src/domain/calendar/types.js';
import { type Clock, msOfInstant } from '../../src/domain/clock.js';
import type { Decision } from '../../src/domain/decision.js';
import type { StepChange } from '../../src/domain/step-change.js';
import type { NoticeWave } from '../../src/domain/wave.js';
import { workflowBundle } from '../../src/worker/bundle.js';
import type { StepInput } from '../../src/workflows/types.js';
import { timeSkippingEnvironment } from '../setup/temporal.js';

export const REF: CycleRef = { space: 'prova', entity: 'ccms', exercise: 2016 };
export const START: Instant = '2015-12-01T07:00:00Z';

/** A calendar that reads `START` now and runs with the test server's own time. */
export async function clockFrom(env: TestWorkflowEnvironment, start: Instant = START): Promise<Clock> {
  return { origin: await env.currentTimeMs(), start: msOfInstant(start), speed: 1 };
}

/** A step due on `dueOn` with a reminder three days before, a word the day after and an escalation five days after. */
export function step(kind: StepKind, over: Partial<DatedStep> = {}): DatedStep {
  const dueOn = over.dueOn ?? '2015-12-31';
  const opensOn = over.opensOn ?? '2015-12-01';
  return {
    id: `prova-${kind}`,
    phase: 'programmazione',
    number: '1',
    title: `Prova di ${kind}`,
    kind,
    window: 'Dic',
    opensOn,
    dueOn,
    nominalDueOn: dueOn,
    onHoliday: 'stays',
    holidayReason: 'termine di prova',
    opensAt: `${opensOn}T07:00:00Z`,
    dueAt: `${dueOn}T22:59:59Z`,
    owners: ['controllo-gestione'],
    participants: [],
    after: [],
    norm: { id: 'prova', citation: 'decisione di prova', validFrom: '2000-01-01', force: 'body' },
    notices: noticesFor(opensOn, dueOn),
    ...over,
  } as DatedStep;
}

export function noticesFor(opensOn: CivilDate, dueOn: CivilDate): readonly PlannedNotice[] {
  const notice = (kind: PlannedNotice['kind'], on: CivilDate): PlannedNotice => ({ kind, on, at: `${on}T08:00:00Z` });
  return [
    notice('opening', opensOn),
    notice('reminder', addDays(dueOn, -3)),
    notice('late', addDays(dueOn, 1)),
    notice('escalation-manager', addDays(dueOn, 5)),
  ];
}

export const input = (clock: Clock, dated: DatedStep): StepInput => ({
  ref: REF,
  step: dated,
  clock,
  run: 1,
  roundsHeld: 0,
});

/** Activities that remember what workflows asked of them; a test can make one of them fail or answer otherwise. */
export interface Office {
  readonly activities: Activities;
  readonly waves: NoticeWave[];
  readonly changes: { readonly step: string; readonly change: StepChange }[];
  readonly decisions: { readonly round: number; readonly decision: Decision }[];
  readonly calls: string[];
  missing: number;
}

export function office(over: Partial<Activities> = {}): Office {
  const o: Office = { activities: {} as Activities, waves: [], changes: [], decisions: [], calls: [], missing: 2 };
  const progress = async () => ({ expected: 2, missing: o.missing });
  const activities: Activities = {
    prepareCycle: async () => {
      throw new Error('not used here');
    },
    notify: async (wave) => {
      o.waves.push(wave);
      return { sent: 1, failed: 0, uncertain: 0 };
    },
    recordStep: async (_ref, dated, change) => {
      o.changes.push({ step: dated.id, change });
    },
    redateStep: async (_ref, dated, dueOn) => ({
      ...dated,
      dueOn,
      dueAt: `${dueOn}T22:59:59Z`,
      notices: noticesFor(dated.opensOn, dueOn),
    }),
    postponeBudget: async () => [],
    countFromAct: async () => [],
    roundsHeld: async (_ref, dated) => {
      o.calls.push(`rounds of ${dated}`);
      return o.decisions.length;
    },
    recordDecision: async (_ref, _step, round, _document, decision) => {
      o.decisions.push({ round, decision });
      return decision.deferredTo === undefined ? {} : { askAgainAt: `${decision.deferredTo}T08:00:00Z` };
    },
    freezeDocument: async (_ref, dated, round, at) => ({
      kind: dated.document ?? 'piano',
      title: `documento ${round}`,
      hash: String(round).repeat(64),
      frozenOn: at.slice(0, 10) as CivilDate,
      preparedBy: ['chi-prepara'],
    }),
    transmitDocument: async (_ref, dated, round, command) => {
      o.calls.push(`transmit ${dated.document ?? ''} ${round} by ${command.actor.person}`);
    },
    roundsTransmitted: async () => 0,
    sectionsMissing: async () => [],
    concludeDraft: async () => [],
    openCheckpoint: progress,
    collectAutomatic: async () => ({ sources: 0, read: 0, failed: 0 }),
    takeArrived: progress,
    returnValue: async () => {
      o.missing++;
      return await progress();
    },
    closeCheckpoint: async (_ref, checkpoint, by) => {
      if (by === undefined && o.missing > 0) return { expected: 2, missing: o.missing, closed: false };
      o.calls.push(`close ${checkpoint}${by === undefined ? '' : ` by ${by.actor.person}: ${by.reason}`}`);
      return { expected: 2, missing: o.missing, closed: true };
    },
    assess: async () => {
      o.calls.push('assess');
      return { achievement: '91.50', coverage: '100.00', red: ['3.2.1-01'] };
    },
    publish: async (_ref, dated, run) => {
      o.calls.push(`publish ${dated.document ?? ''} ${run}`);
      return { title: 'Piano', hash: 'a'.repeat(64) };
    },
    recordProposal: async (_ref, _step, version) => {
      o.calls.push(`proposal ${version}`);
    },
    recordWithdrawal: async (_ref, _step, round, { planVersion }) => {
      o.calls.push(`withdrawal ${planVersion} in round ${round}`);
    },
    closeCycle: async (_ref, status) => {
      o.calls.push(`cycle ${status}`);
    },
    ...over,
  };
  return Object.assign(o, { activities });
}

let queues = 0;

/** Runs `test` with a worker of its own over `office`'s activities. */
export async function withWorker<T>(
  env: TestWorkflowEnvironment,
  { activities }: Office,
  test: (taskQueue: string) => Promise<T>,
  own: { readonly taskQueue?: string; readonly maxCachedWorkflows?: number } = {},
): Promise<T> {
  const taskQueue = own.taskQueue ?? `prova-${queues++}`;
  const worker = await Worker.create({
    ...own,
    connection: env.nativeConnection,
    taskQueue,
    workflowBundle: await bundle(),
    activities,
  });
  return await worker.runUntil(() => test(taskQueue));
}

let bundled: ReturnType<typeof workflowBundle> | undefined;
const bundle = (): ReturnType<typeof workflowBundle> => {
  bundled ??= workflowBundle();
  return bundled;
};

export const owner = { person: 'paola.bertoni' };

/** The sentence with which an update was refused. */
export async function refusal(update: Promise<unknown>): Promise<string> {
  const cause = await update.then(
    () => undefined,
    (e: unknown) => e,
  );
  if (!(cause instanceof WorkflowUpdateFailedError) || !(cause.cause instanceof ApplicationFailure)) {
    throw new Error(`not refused: ${String(cause)}`);
  }
  return cause.cause.message;
}

/**
 * A server of its own for each test of a file: it stops skipping time once a workflow with children has ended on it
 * (sdk-typescript#1101).
 */
export function eachOnItsOwnServer(): { readonly env: TestWorkflowEnvironment } {
  const holder: { env?: TestWorkflowEnvironment } = {};
  beforeEach(async () => {
    holder.env = await timeSkippingEnvironment();
  });
  afterEach(async () => {
    await holder.env?.teardown();
  });
  return {
    get env() {
      if (holder.env === undefined) throw new Error('the test server is not up yet');
      return holder.env;
    },
  };
}
