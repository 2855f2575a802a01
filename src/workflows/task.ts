import { patched, setHandler } from '@temporalio/workflow';
import type { CompleteCommand } from '../domain/acting.js';
import type { Instant } from '../domain/calendar/types.js';
import { missingSection } from '../domain/drafting/transmission.js';
import type { SheetGoal } from '../domain/individual/sheet-goal.js';
import { firstTries, forWhoWaits } from './activities.js';
import { completeUpdate, settledSignal } from './messages.js';
import { refuse } from './refuse.js';
import { runStep } from './step.js';
import type { StepInput, StepResult } from './types.js';

/**
 * Prompts the owners until one of them says the work is done, with a note on record; what it prepares is then ready. A task that waits for
 * the sheets people are evaluated on ends when it is told that they are where they must be.
 */
export async function task(input: StepInput): Promise<StepResult> {
  let completed: CompleteCommand | undefined;
  let settled = false;
  return await runStep(input, (open) => {
    setHandler(
      completeUpdate,
      async (command) => {
        if (input.step.prepares !== undefined) await refuseUnready(input, open.now());
        completed ??= command;
      },
      {
        validator: (command) => {
          if (completed !== undefined && completed.key !== command.key) {
            refuse(
              `l’attività «${input.step.title}» risulta già conclusa da ${completed.actor.person}: questa seconda conclusione non ha effetto`,
            );
          }
          if (command.actor.person.trim() === '') refuse('manca la persona che conclude l’attività');
        },
      },
    );
    const goal = input.step.sheets;
    if (goal !== undefined)
      setHandler(settledSignal, () => {
        settled = true;
      });
    return async () => {
      await open.promptUntil(() => completed !== undefined || settled);
      if (completed === undefined) {
        if (goal === undefined) throw new Error('the task ended without anybody completing it');
        return { outcome: SETTLED[goal] };
      }
      const { actor, note } = completed;
      return { outcome: note === '' ? `conclusa da ${actor.person}` : `conclusa da ${actor.person}: ${note}`, actor };
    };
  });
}

const SETTLED: Readonly<Record<SheetGoal, string>> = {
  assigned: 'tutte le schede sono assegnate',
  talked: 'tutti i colloqui sono annotati',
  evaluated: 'tutte le schede sono firmate o chiuse senza valutazione',
  published: 'i dati aggregati sono pubblicati',
};

/** What the task prepares is not ready: it cannot end yet. What is ready stands from now on as it is. */
async function refuseUnready({ ref, step, run }: StepInput, at: Instant): Promise<void> {
  const missing = await forWhoWaits(
    () =>
      patched('what-is-prepared-is-frozen')
        ? firstTries.concludeDraft(ref, step, run, at)
        : firstTries.sectionsMissing(ref, step),
    'non si riesce a controllare se il documento è pronto: riprovare tra qualche minuto',
  );
  if (missing.length === 0) return;
  refuse(`l’attività si conclude quando ciò che prepara è pronto: ${missing.map(missingSection).join('; ')}`);
}
