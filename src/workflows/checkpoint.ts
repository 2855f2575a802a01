import { ActivityFailure, condition, isCancellation, log, patched, setHandler } from '@temporalio/workflow';
import type { CheckpointProgress } from '../activities/types.js';
import { collector, office, register } from './activities.js';
import {
  arrivedSignal,
  type CheckpointView,
  type CloseCommand,
  checkpointQuery,
  closeUpdate,
  returnValueUpdate,
  type StepInput,
  type StepResult,
} from './messages.js';
import { refuse, runStep } from './step.js';

/**
 * A monitoring checkpoint: freezes the plan version in force, takes the officers' forms as they arrive in the inbox,
 * and computes once all have answered or controllo di gestione closes it with reasons.
 */
export async function checkpoint(input: StepInput): Promise<StepResult> {
  let progress: CheckpointProgress = { expected: 0, missing: 1 };
  let phase: CheckpointView['phase'] = 'opening';
  let arrivals = 0;
  let taken = 0;
  let closing: CloseCommand | undefined;

  setHandler(arrivedSignal, () => {
    arrivals++;
  });
  setHandler(checkpointQuery, () => ({ phase, ...progress }));

  return await runStep(input, (open) => {
    const complete = () => closing !== undefined || (progress.missing === 0 && arrivals === taken);
    setHandler(
      closeUpdate,
      (command) => {
        closing = command;
      },
      {
        validator: (command) => {
          if (phase !== 'collecting') refuse('il monitoraggio non è aperto alla raccolta: non si può chiudere');
          if (command.reason.trim() === '') refuse('la chiusura con valori mancanti indica i motivi: il campo è vuoto');
        },
      },
    );
    setHandler(
      returnValueUpdate,
      async (command) => {
        progress = await register.returnValue(
          input.ref,
          open.step().id,
          command.indicator,
          command.remark,
          command.actor,
          open.now(),
        );
        open.send('value-returned', `${command.indicator}@${open.now()}`, {
          remark: command.remark,
          indicators: [command.indicator],
        });
      },
      {
        validator: (command) => {
          if (phase !== 'collecting') refuse('il monitoraggio è chiuso: un valore si corregge riaprendolo');
          if (command.remark.trim() === '') refuse('un valore si restituisce con un’osservazione: il campo è vuoto');
        },
      },
    );

    return async () => {
      progress = await office.openCheckpoint(input.ref, open.step(), open.now());
      if (patched('collect-automatic')) await collectAutomatic();
      phase = 'collecting';
      const taking = takeWhatArrives();
      await open.promptUntil(complete);
      const by = closing === undefined ? undefined : { actor: closing.actor, reason: closing.reason };
      await register.closeCheckpoint(input.ref, open.step().id, by, open.now());
      phase = 'computing';
      await taking;
      // What had its receipt before the closing counts, even if its signal was not here yet.
      progress = await register.takeArrived(input.ref, open.step().id);
      const result = await office.assess(input.ref, open.step(), open.now());
      phase = 'closed';
      const achievement = result.achievement === undefined ? 'non calcolabile' : percent(result.achievement);
      return {
        outcome: `grado di realizzazione ${achievement}, copertura ${percent(result.coverage)}`,
        announcements:
          result.red.length === 0 ? [] : [open.waveOf('corrective-action', 'red', { indicators: result.red })],
      };

      async function collectAutomatic(): Promise<void> {
        try {
          const { sources } = await collector.collectAutomatic(input.ref, open.step(), input.run, open.now());
          if (sources > 0) progress = await register.takeArrived(input.ref, open.step().id);
        } catch (cause) {
          if (!(cause instanceof ActivityFailure) || isCancellation(cause)) throw cause;
          // Collecting only saves the officers work: without it they are asked for everything.
          log.error('automatic collection failed', { step: open.step().id, cause: String(cause.cause ?? cause) });
        }
      }

      async function takeWhatArrives(): Promise<void> {
        while (phase === 'collecting') {
          await condition(() => arrivals > taken || phase !== 'collecting');
          if (phase !== 'collecting') return;
          const upTo = arrivals;
          progress = await register.takeArrived(input.ref, open.step().id);
          taken = upTo;
        }
      }
    };
  });
}

/** `91,5%` of `91.5`. */
const percent = (text: string): string => `${text.replace('.', ',')}%`;
