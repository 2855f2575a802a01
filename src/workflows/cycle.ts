import {
  allHandlersFinished,
  CancellationScope,
  condition,
  isCancellation,
  log,
  setHandler,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import type { CancelCommand, StepStatus } from '../domain/acting.js';
import { SYSTEM } from '../domain/acting.js';
import type { DatedStep } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import type { CycleInput } from '../domain/cycle-input.js';
import { refuseCancellation, refuseExtension, refuseReopening, refuseRestart } from '../domain/steering.js';
import { changeKeys, type StepChange } from '../domain/step-change.js';
import type { NoticeWave } from '../domain/wave.js';
import { post, register } from './activities.js';
import { alarm } from './alarm.js';
import { cycleAttributes } from './attributes.js';
import { cancelUpdate, cycleQuery, extendUpdate, redatedSignal, reopenUpdate, restartUpdate } from './messages.js';
import { answerPostponements, countFromAct, type Redatable } from './postponing.js';
import { refuse, refuseIfAny } from './refuse.js';
import { startStep } from './start-step.js';
import { CANCELLED_OUTSIDE, isToFollow, type Progress, reasonOf, resuming } from './step-progress.js';
import { toldClock } from './told-clock.js';
import type { CycleView } from './types.js';

/**
 * Runs one entity's cycle of one exercise: opens each step when its day and its dependencies say so, and follows it. A step
 * that breaks down is a state of that step: the others go on, and it waits to be started again.
 */
export async function performanceCycle(input: CycleInput): Promise<CycleView> {
  const { ref } = input;
  const progress = new Map<string, Progress>(
    input.standing?.map((standing) => [standing.step.id, resuming(standing)]) ??
      input.calendar.steps.map((step) => [step.id, { step, status: 'waiting', run: 0, roundsHeld: 0 }]),
  );
  let clockRevision = 0;
  let running = 0;
  let cancelled: CancelCommand | undefined;
  let status: CycleView['status'] = 'running';
  let ending = false;
  let announcing = 0;
  const steps = new CancellationScope();
  const keyOf = changeKeys(workflowInfo().runId);

  const clock = toldClock(input.clock, () => clockRevision++);
  const { now } = clock;
  const root = CancellationScope.current();
  const ends = (): boolean => cancelled !== undefined || root.consideredCancelled;
  const find = (id: string): Progress => progress.get(id) ?? refuse(`il ciclo non ha un’attività «${id}»`);
  const view = (): CycleView => ({
    status,
    steps: [...progress.values()].map((p) => ({ id: p.step.id, status: p.status, dueOn: p.step.dueOn, run: p.run })),
  });

  setHandler(cycleQuery, view);
  setHandler(
    extendUpdate,
    async (command) => {
      const entry = find(command.step);
      const redated = await register.redateStep(ref, entry.step, command.dueOn, now());
      await record(entry, redated, { action: 'extended', actor: command.actor, reason: command.reason });
      entry.step = redated;
      await tellOfDates(entry);
      return entry.step.dueOn;
    },
    {
      validator: (command) => {
        const { step, status: current } = find(command.step);
        refuseEnded();
        refuseIfAny(refuseExtension({ ...step, status: current }, command, romeDate(now())));
      },
    },
  );
  setHandler(
    reopenUpdate,
    async (command) => {
      const entry = find(command.step);
      entry.status = 'open';
      const run = entry.run + 1;
      entry.step = await register.redateStep(ref, entry.step, command.dueOn, now());
      await record(
        entry,
        entry.step,
        { action: 'reopening', actor: command.actor, reason: command.reason },
        { run, status: 'open' },
      );
      follow(entry);
      return run;
    },
    {
      validator: (command) => {
        const { step, status: current } = find(command.step);
        refuseEnded();
        refuseIfAny(refuseReopening({ ...step, status: current }, command, romeDate(now())));
      },
    },
  );
  setHandler(
    restartUpdate,
    async (command) => {
      const entry = find(command.step);
      entry.status = 'open';
      await record(
        entry,
        entry.step,
        { action: 'restarting', actor: command.actor, reason: command.reason },
        { status: 'open' },
      );
      entry.roundsHeld = await register.roundsHeld(ref, command.step);
      entry.resumed = { late: entry.step.dueAt < now() };
      const { run } = entry;
      entry.run--;
      follow(entry);
      return run;
    },
    {
      validator: (command) => {
        const { step, status: current } = find(command.step);
        refuseEnded();
        refuseIfAny(refuseRestart({ ...step, status: current }, command));
      },
    },
  );
  const redatable: Redatable = { ref, progress, now, tellOfDates, moved: () => clockRevision++ };
  answerPostponements(redatable, refuseEnded);
  setHandler(
    cancelUpdate,
    (command) => {
      cancelled = command;
    },
    {
      validator: (command) => {
        refuseEnded();
        refuseIfAny(refuseCancellation(command));
      },
    },
  );

  upsertSearchAttributes(cycleAttributes(ref, undefined, 'running'));
  const days = alarm({
    now,
    delayUntil: clock.delayUntil,
    revision: () => clockRevision,
  });
  for (const entry of progress.values()) if (isToFollow(entry)) follow(entry);
  try {
    // Until the last announcement has left a step can be opened again, and the cycle then goes on.
    await condition(() => cancelled !== undefined || (isOver() && announcing === 0 && allHandlersFinished()));
  } catch (cause) {
    if (!isCancellation(cause)) throw cause;
    cancelled ??= { reason: 'annullato dal gestore del sistema', actor: { person: SYSTEM } };
  }
  ending = true;
  return await CancellationScope.nonCancellable(async () => {
    days.stop();
    if (cancelled !== undefined) {
      steps.cancel();
      await condition(() => running === 0 && announcing === 0);
    }
    status = cancelled === undefined ? 'closed' : 'cancelled';
    await register.closeCycle(ref, status, now(), cancelled?.actor, cancelled?.reason);
    upsertSearchAttributes(cycleAttributes(ref, undefined, status));
    await condition(allHandlersFinished);
    return view();
  });

  function refuseEnded(): void {
    if (cancelled !== undefined) refuse('il ciclo è già stato annullato');
    if (ending) refuse('il ciclo si è concluso con l’ultima attività');
  }

  /** Every step is done. One that failed or was cancelled is not: those after it wait, and somebody starts it again. */
  function isOver(): boolean {
    return running === 0 && [...progress.values()].every((entry) => entry.status === 'done');
  }

  function follow(entry: Progress): void {
    running++;
    steps
      .run(() => openAndFollow(entry))
      .catch(async (cause: unknown) => {
        if (!ends()) await breakOff(entry, cause);
      })
      .catch((cause: unknown) => {
        if (!isCancellation(cause))
          log.error('a step broke off and could not be recorded', { step: entry.step.id, cause: String(cause) });
      })
      .finally(() => {
        running--;
      });
  }

  /** A step that ended without having done its work: cancelled from Temporal's pages, or broken down. */
  async function breakOff(entry: Progress, cause: unknown): Promise<void> {
    delete entry.child;
    const becomes = isCancellation(cause) ? 'cancelled' : 'failed';
    entry.status = becomes;
    const reason = reasonOf(cause);
    log.error('a step broke off', { step: entry.step.id, reason });
    await record(entry, entry.step, { action: becomes, reason }, { status: becomes });
    tellOfBreak(entry, reason);
  }

  function tellOfBreak({ step, run }: Progress, reason: string): void {
    announce({ ref, step, kind: 'failed', at: now(), occasion: `${run}/failed@${now()}`, remark: reason });
  }

  async function record(
    { run, status: current }: Progress,
    step: DatedStep,
    change: Pick<StepChange, 'action' | 'actor' | 'reason'>,
    becomes: { readonly run?: number; readonly status?: StepStatus } = {},
  ): Promise<void> {
    await register.recordStep(ref, step, {
      key: keyOf(`${step.id}/${change.action}`),
      at: now(),
      run,
      status: current,
      dueOn: step.dueOn,
      dueAt: step.dueAt,
      ...becomes,
      ...change,
    });
  }

  /** A step that has just ended has no use for its new dates: the register refuses what comes after its end. */
  async function tellOfDates(entry: Progress): Promise<void> {
    try {
      await entry.child?.signal(redatedSignal, entry.step);
    } catch (cause) {
      if (isCancellation(cause)) throw cause;
      log.warn('a step was not told of its new dates', { step: entry.step.id, cause: String(cause) });
    }
  }

  /** Mails about how steps ended go out beside everything else; the cycle does not end before they have. */
  function announce(wave: NoticeWave): void {
    announcing++;
    steps
      .run(() => post.notify(wave))
      .then(
        () => undefined,
        (cause: unknown) => {
          if (!isCancellation(cause)) log.error('announcement not sent', { step: wave.step.id, cause: String(cause) });
        },
      )
      .finally(() => {
        announcing--;
      });
  }

  async function openAndFollow(entry: Progress): Promise<void> {
    if (entry.status === 'waiting') {
      await days.until(() => entry.step.opensAt);
      await condition(() => entry.step.after.every((id) => progress.get(id)?.status === 'done'));
    }
    entry.status = 'open';
    entry.run++;
    const { resumed } = entry;
    delete entry.resumed;
    const startedWith = entry.step;
    entry.child = await startStep({
      ref,
      step: startedWith,
      clock: clock.last(),
      run: entry.run,
      roundsHeld: entry.roundsHeld,
      resumed,
    });
    if (entry.step !== startedWith) await tellOfDates(entry);
    const { status: ended, roundsHeld, announcements } = await entry.child.result();
    for (const wave of announcements) announce(wave);
    entry.roundsHeld = roundsHeld;
    delete entry.child;
    // Before what waits for it goes on.
    if (ended === 'done') await countFromAct(redatable, entry.step.id);
    entry.status = ended;
    // It has said so in the register itself; nobody here asked it to.
    if (ended === 'cancelled' && !ends()) tellOfBreak(entry, CANCELLED_OUTSIDE);
  }
}
