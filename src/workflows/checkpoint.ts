import {
  ActivityFailure,
  allHandlersFinished,
  condition,
  continueAsNew,
  isCancellation,
  log,
  patched,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { CloseCommand } from '../domain/acting.js';
import type { CheckpointProgress } from '../domain/checkpoint-progress.js';
import { closesAt } from '../domain/review.js';
import { collector, firstTries, office, register } from './activities.js';
import { arrivedSignal, checkpointQuery, closeUpdate, returnValueUpdate } from './messages.js';
import { refuse } from './refuse.js';
import { runStep } from './step.js';
import type { CheckpointStanding, CheckpointView, StepInput, StepResult } from './types.js';

/** Events after which a checkpoint goes on with an empty history: the server ends one that takes too many signals. */
const LONG = 2_000;

/**
 * A monitoring checkpoint: freezes the plan version in force, takes the officers' forms as they arrive in the inbox, and
 * computes once all have answered and the term for looking at the values is over, or controllo di gestione closes it.
 */
export async function checkpoint(input: StepInput): Promise<StepResult> {
  const before = input.continued?.checkpoint;
  let progress: CheckpointStanding = before ?? { expected: 0, missing: 1, touched: input.run === 1 };
  let phase: CheckpointView['phase'] = before === undefined ? 'opening' : 'collecting';
  let arrivals = 0;
  let taken = 0;
  let returning = 0;
  let ending = false;
  let closing: CloseCommand | undefined;

  setHandler(arrivedSignal, () => {
    arrivals++;
  });
  setHandler(checkpointQuery, () => ({ phase, expected: progress.expected, missing: progress.missing }));

  return await runStep(input, (open) => {
    // A checkpoint that began before there was a term of review closes as it would have.
    let reviewed = before !== undefined;
    const ends = () => (reviewed ? closesAt(progress, open.step()) : undefined);
    const isReviewed = () => {
      const end = ends();
      return !reviewed || (end !== undefined && end <= open.now());
    };
    const complete = () =>
      closing !== undefined || (progress.missing === 0 && arrivals === taken && returning === 0 && isReviewed());
    const isLong = () =>
      reviewed &&
      workflowInfo().historyLength > LONG &&
      allHandlersFinished() &&
      arrivals === taken &&
      // The next run sends what has not left. Asked only where letters are under way: histories that waited for them go on as they did.
      (open.isQuiet() || patched('letters-go-on'));
    const learn = ({ expected, missing }: CheckpointProgress, touches: boolean): void => {
      const { touched, completeSince } = progress;
      const since = touches ? open.now() : (completeSince ?? open.now());
      progress = {
        expected,
        missing,
        touched: touched || touches,
        completeSince: missing === 0 ? since : undefined,
      };
    };
    setHandler(
      closeUpdate,
      (command) => {
        closing = command;
      },
      {
        validator: (command) => {
          if (phase !== 'collecting' || ending)
            refuse('il monitoraggio non è aperto alla raccolta: non si può chiudere');
          if (command.reason.trim() === '') refuse('la chiusura con valori mancanti indica i motivi: il campo è vuoto');
        },
      },
    );
    setHandler(
      returnValueUpdate,
      async (command) => {
        returning++;
        try {
          const after = await register.returnValue(
            input.ref,
            open.step().id,
            command.indicator,
            command.remark,
            command.actor,
            open.now(),
          );
          learn(after, true);
          // A taking under way may have counted before the return: whoever comes last asks the register again.
          if (reviewed) arrivals++;
        } finally {
          returning--;
        }
        open.send('value-returned', `${command.indicator}@${open.now()}`, {
          remark: command.remark,
          indicators: [command.indicator],
        });
      },
      {
        validator: (command) => {
          if (phase !== 'collecting' || ending) refuse('il monitoraggio è chiuso: un valore si corregge riaprendolo');
          if (command.remark.trim() === '') refuse('un valore si restituisce con un’osservazione: il campo è vuoto');
        },
      },
    );

    return async () => {
      if (before === undefined) {
        const at = open.now();
        const opened = await open.carryOut(
          () => firstTries.openCheckpoint(input.ref, open.step(), at),
          () => office.openCheckpoint(input.ref, open.step(), open.now()),
        );
        learn(opened, false);
        // Officers of a body without sources are asked at once. A history of before does not say how many there are.
        if (patched('collect-automatic') && opened.sources !== 0) await collectAutomatic();
        reviewed = patched('checkpoint-reviewed');
      }
      phase = 'collecting';
      const taking = takeWhatArrives();
      // Awaited when the collection is over; cancelled meanwhile, it must not reject with nobody there.
      taking.catch(() => undefined);
      for (;;) {
        await open.promptUntil(() => complete() || isLong(), ends);
        if (!complete()) {
          if (isLong()) await continueAsNew<typeof checkpoint>(open.continuation(progress));
          continue;
        }
        ending = true;
        const by = closing === undefined ? undefined : { actor: closing.actor, reason: closing.reason };
        const closure = await register.closeCheckpoint(input.ref, open.step().id, by, open.now());
        // The register has the last word on what is missing: it may know of a value that came back meanwhile.
        if (closure === undefined || closure.closed) break;
        ending = false;
        learn(closure, true);
      }
      phase = 'computing';
      await taking;
      // What had its receipt before the closing counts, even if its signal was not here yet.
      learn(await register.takeArrived(input.ref, open.step().id), false);
      const at = open.now();
      const result = await open.carryOut(
        () => firstTries.assess(input.ref, open.step(), at),
        () => office.assess(input.ref, open.step(), at),
      );
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
          if (sources > 0) learn(await register.takeArrived(input.ref, open.step().id), false);
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
          const after = await register.takeArrived(input.ref, open.step().id);
          learn(after, after.taken === undefined || after.taken > 0);
          taken = upTo;
        }
      }
    };
  });
}

/** `91,5%` of `91.5`. */
const percent = (text: string): string => `${text.replace('.', ',')}%`;
