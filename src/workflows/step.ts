import {
  ActivityFailure,
  allHandlersFinished,
  CancellationScope,
  condition,
  isCancellation,
  log,
  setHandler,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import type { StepStatus } from '../domain/acting.js';
import type { Instant, NoticeKind } from '../domain/calendar/types.js';
import { nextMoment, noticeKey } from '../domain/notices.js';
import { never } from '../domain/result.js';
import { changeKeys, type StepChange } from '../domain/step-change.js';
import type { NoticeWave } from '../domain/wave.js';
import { post, recordUnlessOver, register } from './activities.js';
import { cycleAttributes } from './attributes.js';
import { redatedSignal, remindUpdate, stepQuery } from './messages.js';
import type { Ending, OpenStep } from './open-step.js';
import { refuse } from './refuse.js';
import { toldClock } from './told-clock.js';
import type { StepInput, StepResult } from './types.js';

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
  let revision = 0;
  let status: StepStatus = input.continued === undefined ? 'waiting' : lateOr(input.continued.late);
  let closed = false;
  /** Letters that have not left, in the order they were asked for: an empty history takes them with it. */
  const unsent = new Set<NoticeWave>();
  let troubles = 0;
  const handled = new Set<string>(input.continued?.handled);
  const companions = new CancellationScope();
  const underWay: Promise<void>[] = [];

  const clock = toldClock(input.clock, () => revision++);
  const { now } = clock;
  setHandler(redatedSignal, (redated) => {
    step = redated;
    if (status === 'late' && now() <= step.dueAt) status = 'open';
    revision++;
  });
  setHandler(stepQuery, () => ({ id: step.id, status, dueOn: step.dueOn, run: input.run }));

  const keyOf = changeKeys(workflowInfo().runId);

  const asItStands = (change: Pick<StepChange, 'action' | 'actor' | 'reason'>): StepChange => ({
    ...change,
    key: keyOf(change.action),
    at: now(),
    run: input.run,
    status,
    dueOn: step.dueOn,
    dueAt: step.dueAt,
  });

  const record: OpenStep['record'] = async (change, becomes) => {
    status = becomes ?? status;
    await register.recordStep(input.ref, step, asItStands(change));
    upsertSearchAttributes(cycleAttributes(input.ref, step, status));
  };

  /** That it is late waits until clocks agree; how the step ends does not wait for that. */
  const recordLate = async (done: () => boolean): Promise<void> => {
    status = 'late';
    if (await recordUnlessOver(done, input.ref, step, asItStands({ action: 'late' })))
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

  const dispatch = (wave: NoticeWave): void => {
    unsent.add(wave);
    beside(async () => {
      try {
        await post.notify(wave);
      } finally {
        unsent.delete(wave);
      }
    });
  };

  const send: OpenStep['send'] = (kind, occasion, extra) => {
    dispatch(waveOf(kind, occasion, extra));
  };

  const asked = new Set<string>(input.continued?.asked);
  setHandler(
    remindUpdate,
    async ({ key, actor, indicators, text }) => {
      if (asked.has(key)) return;
      asked.add(key);
      try {
        await record({ action: 'reminded', actor });
      } catch (cause) {
        // Asked again it is no repetition: nothing came of it.
        asked.delete(key);
        throw cause;
      }
      send(status === 'late' ? 'late' : 'reminder', `asked-${key}`, { indicators, byHand: { by: actor.person, text } });
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
      await condition(() => interrupted() || revision !== seen, clock.delayUntil(instant) + 1);
    }
  };

  const promptUntil = async (
    done: () => boolean,
    wakesAt?: () => Instant | undefined,
    prompts: (kind: NoticeKind) => boolean = () => true,
  ): Promise<void> => {
    while (!done()) {
      const seen = revision;
      const wake = wakesAt?.();
      const interrupted = () => done() || revision !== seen || wakesAt?.() !== wake;
      const told = { ...step, notices: step.notices.filter(({ kind }) => prompts(kind)) };
      const moment = nextMoment(told, handled, status === 'late', now());
      if (wake !== undefined && now() < wake && (moment === undefined || wake <= moment.at)) {
        await waitUntil(wake, interrupted);
        continue;
      }
      if (moment === undefined) {
        await condition(interrupted);
        continue;
      }
      await waitUntil(moment.at, interrupted);
      if (interrupted() || now() < moment.at) continue;
      switch (moment.kind) {
        case 'late':
          await recordLate(done);
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

  const carryOut: OpenStep['carryOut'] = async (first, then) => {
    try {
      return await first();
    } catch (cause) {
      if (isCancellation(cause) || !(cause instanceof ActivityFailure)) throw cause;
      const reason = cause.cause?.message ?? cause.message;
      await record({ action: 'stuck', reason });
      send('stuck', `stuck-${++troubles}@${now()}`, { remark: reason });
    }
    let over = false;
    const carried = then().finally(() => {
      over = true;
    });
    // Awaited below; cancelled meanwhile, it must not reject with nobody there.
    carried.catch(() => undefined);
    // Nobody can be asked for what is not there yet: openings and reminders wait for it.
    await promptUntil(() => over, undefined, isOfDelay);
    const done = await carried;
    await record({ action: 'unstuck' });
    return done;
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
    carryOut,
    isQuiet: () => unsent.size === 0,
    continuation: (checkpoint) => ({
      ref: input.ref,
      step,
      clock: clock.last(),
      run: input.run,
      roundsHeld: input.roundsHeld,
      continued: {
        late: status === 'late',
        handled: [...handled],
        asked: [...asked],
        unsent: [...unsent],
        checkpoint,
      },
    }),
  };
  const work = install(open);
  try {
    if (input.continued === undefined) await record({ action: beginning(input) }, lateOr(input.resumed?.late === true));
    for (const wave of input.continued?.unsent ?? []) dispatch(wave);
    const { outcome, actor, roundsHeld = input.roundsHeld, announcements = [] } = await work();
    closed = true;
    await condition(allHandlersFinished);
    await record({ action: 'completed', reason: outcome, actor }, 'done');
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

const lateOr = (late: boolean): StepStatus => (late ? 'late' : 'open');

function beginning({ run, resumed }: StepInput): string {
  if (resumed !== undefined) return 'resumed';
  return run === 1 ? 'opened' : 'reopened';
}

/** What is said of a step although nobody can do anything at it: that it is late. */
function isOfDelay(kind: NoticeKind): boolean {
  switch (kind) {
    case 'opening':
    case 'reminder':
    case 'due-today':
      return false;
    case 'late':
    case 'escalation-manager':
    case 'escalation-head':
      return true;
    default:
      return never(kind);
  }
}
