import { setHandler } from '@temporalio/workflow';
import type { CompleteCommand } from '../domain/acting.js';
import { completeUpdate } from './messages.js';
import { refuse, runStep } from './step.js';
import type { StepInput, StepResult } from './types.js';

/** Prompts the owners until one of them says the work is done, with a note on record. */
export async function task(input: StepInput): Promise<StepResult> {
  let completed: CompleteCommand | undefined;
  return await runStep(input, (open) => {
    setHandler(
      completeUpdate,
      (command) => {
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
    return async () => {
      await open.promptUntil(() => completed !== undefined);
      if (completed === undefined) throw new Error('the task ended without anybody completing it');
      const { actor, note } = completed;
      return { outcome: note === '' ? `conclusa da ${actor.person}` : `conclusa da ${actor.person}: ${note}`, actor };
    };
  });
}
