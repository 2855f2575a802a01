import {
  allHandlersFinished,
  CancellationScope,
  type ChildWorkflowHandle,
  condition,
  isCancellation,
  log,
  ParentClosePolicy,
  setHandler,
  startChild,
  upsertSearchAttributes,
} from '@temporalio/workflow';
import type { NoticeWave } from '../activities/types.js';
import { formatItalian } from '../domain/calendar/civil-date.js';
import type { DatedStep, Instant, StepKind } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import { type Clock, calendarInstant, wallDelay } from '../domain/clock.js';
import { post, register } from './activities.js';
import { amendment } from './amendment.js';
import { approval } from './approval.js';
import { cycleAttributes } from './attributes.js';
import { checkpoint } from './checkpoint.js';
import { stepId } from './ids.js';
import {
  type CancelCommand,
  type CycleInput,
  type CycleView,
  cancelUpdate,
  clockSignal,
  cycleQuery,
  extendUpdate,
  redatedSignal,
  reopenUpdate,
  type StepInput,
  type StepResult,
  type StepStatus,
} from './messages.js';
import { publication } from './publication.js';
import { refuse } from './step.js';
import { task } from './task.js';

interface Progress {
  step: DatedStep;
  status: Extract<StepStatus, 'waiting' | 'open' | 'done'>;
  run: number;
  roundsHeld: number;
  child?: ChildWorkflowHandle<(input: StepInput) => Promise<StepResult>>;
}

const KINDS: Record<StepKind, (input: StepInput) => Promise<StepResult>> = {
  task,
  approval,
  checkpoint,
  publication,
  amendment,
};

/** Runs one entity's cycle of one exercise: opens each step when its day and its dependencies say so, and follows it. */
export async function performanceCycle(input: CycleInput): Promise<CycleView> {
  const { ref } = input;
  const progress = new Map<string, Progress>(
    input.calendar.steps.map((step) => [step.id, { step, status: 'waiting', run: 0, roundsHeld: 0 }]),
  );
  let clock: Clock = input.clock;
  let clockRevision = 0;
  let running = 0;
  let cancelled: CancelCommand | undefined;
  let status: CycleView['status'] = 'running';
  let failure: unknown;
  const announcing: Promise<void>[] = [];
  const steps = new CancellationScope();

  const now = (): Instant => calendarInstant(clock, Date.now());
  const find = (id: string): Progress => progress.get(id) ?? refuse(`il ciclo non ha un’attività «${id}»`);
  const view = (): CycleView => ({
    status,
    steps: [...progress.values()].map((p) => ({ id: p.step.id, status: p.status, dueOn: p.step.dueOn, run: p.run })),
  });

  setHandler(cycleQuery, view);
  setHandler(clockSignal, (resumed) => {
    clock = resumed;
    clockRevision++;
  });
  setHandler(
    extendUpdate,
    async (command) => {
      const entry = find(command.step);
      entry.step = await register.redateStep(ref, entry.step, command.dueOn, now());
      await register.recordStep(ref, entry.step, {
        at: now(),
        run: entry.run,
        status: entry.status,
        dueOn: entry.step.dueOn,
        dueAt: entry.step.dueAt,
        action: 'extended',
        actor: command.actor,
        reason: command.reason,
      });
      await entry.child?.signal(redatedSignal, entry.step);
      return entry.step.dueOn;
    },
    {
      validator: (command) => {
        const { step, status: current } = find(command.step);
        if (current === 'done')
          refuse(`l’attività «${step.title}» è conclusa: per rimetterla in lavorazione si riapre`);
        if (command.reason.trim() === '') refuse('una proroga indica il motivo: il campo è vuoto');
        if (command.dueOn <= step.dueOn) {
          refuse(
            `la nuova scadenza ${formatItalian(command.dueOn)} deve essere successiva a quella attuale, ${formatItalian(step.dueOn)}`,
          );
        }
        if (command.dueOn < romeDate(now()))
          refuse(
            `la nuova scadenza ${formatItalian(command.dueOn)} è già passata: oggi è il ${formatItalian(romeDate(now()))}`,
          );
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
      await register.recordStep(ref, entry.step, {
        at: now(),
        run,
        status: 'open',
        dueOn: entry.step.dueOn,
        dueAt: entry.step.dueAt,
        action: 'reopening',
        actor: command.actor,
        reason: command.reason,
      });
      follow(entry);
      return run;
    },
    {
      validator: (command) => {
        const { step, status: current } = find(command.step);
        if (current !== 'done') refuse(`l’attività «${step.title}» non è conclusa: non c’è nulla da riaprire`);
        if (command.reason.trim() === '') refuse('una riapertura indica il motivo: il campo è vuoto');
        if (command.dueOn <= now().slice(0, 10))
          refuse(`la nuova scadenza ${formatItalian(command.dueOn)} deve essere futura`);
      },
    },
  );
  setHandler(
    cancelUpdate,
    (command) => {
      cancelled = command;
    },
    {
      validator: (command) => {
        if (cancelled !== undefined) refuse('il ciclo è già stato annullato');
        if (command.reason.trim() === '') refuse('l’annullamento del ciclo indica il motivo: il campo è vuoto');
      },
    },
  );

  upsertSearchAttributes(cycleAttributes(ref, undefined, 'running'));
  for (const entry of progress.values()) follow(entry);
  try {
    await condition(() => failure !== undefined || cancelled !== undefined || (running === 0 && allHandlersFinished()));
    if (failure !== undefined) throw failure;
  } catch (cause) {
    if (!isCancellation(cause)) throw cause;
    cancelled ??= { reason: 'annullato dal gestore del sistema', actor: { person: 'sistema' } };
  }
  return await CancellationScope.nonCancellable(async () => {
    if (cancelled !== undefined) {
      steps.cancel();
      await condition(() => running === 0);
    }
    await Promise.all(announcing);
    status = cancelled === undefined ? 'closed' : 'cancelled';
    await register.closeCycle(ref, status, now(), cancelled?.actor, cancelled?.reason);
    upsertSearchAttributes(cycleAttributes(ref, undefined, status));
    await condition(allHandlersFinished);
    return view();
  });

  function follow(entry: Progress): void {
    running++;
    steps
      .run(() => openAndFollow(entry))
      .catch((cause: unknown) => {
        if (!isCancellation(cause)) failure ??= cause;
      })
      .finally(() => {
        running--;
      });
  }

  /** Mails about how steps ended go out beside everything else; the cycle does not end before they have. */
  function announce(wave: NoticeWave): void {
    announcing.push(
      steps
        .run(() => post.notify(wave))
        .then(
          () => undefined,
          (cause: unknown) => {
            if (!isCancellation(cause))
              log.error('announcement not sent', { step: wave.step.id, cause: String(cause) });
          },
        ),
    );
  }

  async function openAndFollow(entry: Progress): Promise<void> {
    if (entry.status === 'waiting') {
      await until(entry);
      await condition(() => entry.step.after.every((id) => progress.get(id)?.status === 'done'));
    }
    entry.status = 'open';
    entry.run++;
    const startedWith = entry.step;
    entry.child = await startChild(KINDS[startedWith.kind], {
      workflowId: stepId(ref, startedWith.id),
      args: [{ ref, step: startedWith, clock, run: entry.run, roundsHeld: entry.roundsHeld }],
      parentClosePolicy: ParentClosePolicy.REQUEST_CANCEL,
      typedSearchAttributes: cycleAttributes(ref, startedWith, 'open'),
    });
    if (entry.step !== startedWith) await entry.child.signal(redatedSignal, entry.step);
    const { roundsHeld, announcements } = await entry.child.result();
    for (const wave of announcements) announce(wave);
    entry.roundsHeld = roundsHeld;
    delete entry.child;
    entry.status = 'done';
  }

  async function until(entry: Progress): Promise<void> {
    while (now() < entry.step.opensAt) {
      const seen = clockRevision;
      await condition(() => clockRevision !== seen, wallDelay(clock, Date.now(), entry.step.opensAt) + 1);
    }
  }
}
