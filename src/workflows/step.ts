import {
  ApplicationFailure,
  allHandlersFinished,
  CancellationScope,
  condition,
  isCancellation,
  log,
  setHandler,
  upsertSearchAttributes,
} from '@temporalio/workflow';
import type { NoticeWave, StepChange, WaveKind } from '../activities/types.js';
import type { DatedStep, Instant } from '../domain/calendar/types.js';
import { type Clock, calendarInstant, wallDelay } from '../domain/clock.js';
import { nextMoment, noticeKey } from '../domain/notices.js';
import { REFUSED } from '../domain/refusal.js';
import { never } from '../domain/result.js';
import { post, register } from './activities.js';
import { cycleAttributes } from './attributes.js';
import {
  type Actor,
  clockSignal,
  redatedSignal,
  remindUpdate,
  type StepInput,
  type StepResult,
  type StepStatus,
  stepQuery,
} from './messages.js';

type WaveExtra = Pick<NoticeWave, 'remark' | 'indicators'>;

/** What every kind of step has: its dates, its state in the register, its notices, the calendar. */
export interface OpenStep {
  readonly input: StepInput;
  /** With the due date as extended so far. */
  step(): DatedStep;
  now(): Instant;
  isClosed(): boolean;
  record(change: Pick<StepChange, 'action' | 'actor' | 'reason'>, status?: StepStatus): Promise<void>;
  /** A wave of mails about this step, as of now. */
  waveOf(kind: WaveKind, occasion: string, extra?: WaveExtra): NoticeWave;
  /** Sends a wave of mails beside the main flow; dropped when the step ends, because a reminder has then no purpose. */
  send(kind: WaveKind, occasion: string, extra?: WaveExtra): void;
  /** Runs something beside the main flow, cancelled when the step ends. */
  beside(work: () => Promise<void>): void;
  /** Reminds, marks late and escalates by the calendar until `done`. */
  promptUntil(done: () => boolean): Promise<void>;
  /** Waits for a calendar instant, or until `interrupted`. */
  waitUntil(instant: Instant, interrupted: () => boolean): Promise<void>;
}

/** How a step's work ended: in words, and after how many rounds before a board. */
export interface Ending {
  readonly outcome: string;
  /** Who ended it, where a person did. */
  readonly actor?: Actor;
  readonly roundsHeld?: number;
  /** Mails about how it ended: the cycle sends them, because they must arrive however long the mail server is down. */
  readonly announcements?: readonly NoticeWave[];
}

/** Refuses a command with a sentence for the person who sent it. */
export function refuse(message: string): never {
  throw ApplicationFailure.nonRetryable(message, REFUSED);
}

/**
 * Runs a step of any kind: opens it in the register, does its work, records how it ended.
 * `install` sets the handlers of the kind at once, because a command may come with the first task, and answers the work.
 * Cancelled from outside, it says so in the register and returns, so that the parent ends cleanly.
 */
export async function runStep(
  input: StepInput,
  install: (open: OpenStep) => () => Promise<Ending>,
): Promise<StepResult> {
  let step = input.step;
  let clock: Clock = input.clock;
  let revision = 0;
  let status: StepStatus = 'waiting';
  let closed = false;
  const handled = new Set<string>();
  const companions = new CancellationScope();
  const underWay: Promise<void>[] = [];

  setHandler(redatedSignal, (redated) => {
    step = redated;
    if (status === 'late' && now() <= step.dueAt) status = 'open';
    revision++;
  });
  setHandler(clockSignal, (resumed) => {
    clock = resumed;
    revision++;
  });
  setHandler(stepQuery, () => ({ id: step.id, status, dueOn: step.dueOn, run: input.run }));

  const now = (): Instant => calendarInstant(clock, Date.now());

  const record: OpenStep['record'] = async (change, becomes) => {
    status = becomes ?? status;
    await register.recordStep(input.ref, step, {
      ...change,
      at: now(),
      run: input.run,
      status,
      dueOn: step.dueOn,
      dueAt: step.dueAt,
    });
    upsertSearchAttributes(cycleAttributes(input.ref, step, status));
  };

  const waveOf: OpenStep['waveOf'] = (kind, occasion, extra) => ({
    ref: input.ref,
    step,
    kind,
    at: now(),
    occasion: `${input.run}/${occasion}`,
    ...extra,
  });

  const beside: OpenStep['beside'] = (work) => {
    const ended = companions.run(work).catch((cause: unknown) => {
      if (!isCancellation(cause)) log.error('work beside the step failed', { step: step.id, cause: String(cause) });
    });
    underWay.push(ended);
  };

  const send: OpenStep['send'] = (kind, occasion, extra) => {
    const wave = waveOf(kind, occasion, extra);
    beside(async () => {
      await post.notify(wave);
    });
  };

  const asked = new Set<string>();
  setHandler(
    remindUpdate,
    async ({ key, actor, indicators }) => {
      if (asked.has(key)) return;
      asked.add(key);
      await record({ action: 'reminded', actor });
      send(status === 'late' ? 'late' : 'reminder', `asked-${key}`, indicators === undefined ? {} : { indicators });
    },
    {
      validator: (_command) => {
        if (closed) refuse('l’attività è conclusa: non c’è nessuno da sollecitare');
      },
    },
  );

  const waitUntil: OpenStep['waitUntil'] = async (instant, interrupted) => {
    while (!interrupted() && now() < instant) {
      const seen = revision;
      await condition(() => interrupted() || revision !== seen, wallDelay(clock, Date.now(), instant) + 1);
    }
  };

  const promptUntil: OpenStep['promptUntil'] = async (done) => {
    while (!done()) {
      const seen = revision;
      const interrupted = () => done() || revision !== seen;
      const moment = nextMoment(step, handled, status === 'late', now());
      if (moment === undefined) {
        await condition(interrupted);
        continue;
      }
      await waitUntil(moment.at, interrupted);
      if (interrupted() || now() < moment.at) continue;
      switch (moment.kind) {
        case 'late':
          await record({ action: 'late' }, 'late');
          break;
        case 'notice':
          for (const notice of [moment.notice, ...moment.skipped]) handled.add(noticeKey(notice));
          send(moment.notice.kind, noticeKey(moment.notice));
          break;
        default:
          never(moment);
      }
    }
  };

  const open: OpenStep = {
    input,
    step: () => step,
    now,
    isClosed: () => closed,
    record,
    waveOf,
    send,
    beside,
    promptUntil,
    waitUntil,
  };
  const work = install(open);
  try {
    await record({ action: input.run === 1 ? 'opened' : 'reopened' }, 'open');
    const { outcome, actor, roundsHeld = input.roundsHeld, announcements = [] } = await work();
    closed = true;
    await condition(allHandlersFinished);
    await record({ action: 'completed', reason: outcome, ...(actor === undefined ? {} : { actor }) }, 'done');
    companions.cancel();
    await Promise.all(underWay);
    return { status: 'done', completedAt: now(), outcome, roundsHeld, announcements };
  } catch (cause) {
    if (!isCancellation(cause)) throw cause;
    closed = true;
    return await CancellationScope.nonCancellable(async () => {
      await record({ action: 'cancelled' }, 'cancelled');
      await condition(allHandlersFinished);
      return {
        status: 'cancelled',
        completedAt: now(),
        outcome: 'annullata',
        roundsHeld: input.roundsHeld,
        announcements: [],
      };
    });
  }
}
