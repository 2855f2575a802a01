import { condition, setHandler } from '@temporalio/workflow';
import { firstTries, forWhoWaits, office } from './activities.js';
import { transmitUpdate } from './messages.js';
import type { OpenStep } from './open-step.js';
import { refuse } from './refuse.js';

/** How a document gets from its preparers to its board. */
interface Transmissions {
  /** Whether it waits for its preparers; cycles planned before there were drafts freeze it as the step opens. */
  readonly awaited: boolean;
  /** Waits until the preparers have transmitted that round, prompting them meanwhile. */
  of(round: number): Promise<void>;
}

/**
 * Installs the handler of transmissions.
 * @param due the round that can be transmitted now; undefined: none
 */
export function transmissionsOf(open: OpenStep, due: () => number | undefined): Transmissions {
  const awaited = open.input.step.transmits === true;
  const done = new Map<number, string>();
  let underWay: string | undefined;

  setHandler(
    transmitUpdate,
    async (command) => {
      // Sent twice: the second waits for the first and answers the same.
      await condition(() => underWay === undefined);
      const before = [...done].find(([, key]) => key === command.key);
      if (before !== undefined) return before[0];
      const round = due();
      if (round === undefined || done.has(round)) refuse('il documento è già stato trasmesso all’organo');
      underWay = command.key;
      try {
        await forWhoWaits(
          () => firstTries.transmitDocument(open.input.ref, open.step(), round, command, open.now()),
          'il documento non si riesce a comporre: il controllo di gestione può vedere perché, e poi si trasmette di nuovo',
        );
      } finally {
        underWay = undefined;
      }
      done.set(round, command.key);
      return round;
    },
    {
      validator: (command) => {
        if (!awaited) refuse('il documento di questa attività va all’organo da sé, quando l’attività si apre');
        if (command.actor.person.trim() === '') refuse('manca la persona che trasmette il documento');
        if ([...done.values()].includes(command.key) || underWay !== undefined) return;
        if (due() === undefined) refuse('il documento è già stato trasmesso all’organo');
      },
    },
  );

  return {
    awaited,
    of: async (round) => {
      if (!awaited || done.has(round)) return;
      // A run that goes on where another stopped finds what was transmitted then.
      if ((await office.roundsTransmitted(open.input.ref, open.input.step.id)) >= round) {
        done.set(round, '');
        return;
      }
      await open.promptUntil(() => done.has(round));
    },
  };
}
