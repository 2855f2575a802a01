import { AsyncLocalStorage } from 'node:async_hooks';

/*
 * How long the database is waited for. Its own terms end what it is slow at; a server that has frozen, or whose machine is
 * gone, ends nothing, and says nothing either.
 */

/** Milliseconds given to a query, or to a connection, when somebody sits before a page and waits for it. */
export const SOMEBODY_WAITS_MS = 8_000;
/** When nobody does: longer than what the server itself allows any statement. */
const NOBODY_WAITS_MS = 90_000;

const current = new AsyncLocalStorage<number>();

/** Does `work` for somebody who waits: the database is given up after `ms`. */
export const withPatience = <T>(ms: number, work: () => T): T => current.run(ms, work);

/** Milliseconds the database is given for one answer, now. */
const patienceNow = (): number => current.getStore() ?? NOBODY_WAITS_MS;

/** The database gave no connection, or no answer in time: what was asked of it was done or was not, and nobody knows. */
export class RegisterSilent extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'RegisterSilent';
  }
}

/** Of how many turns patience is made: a process that was busy itself loses one of them, and not its patience with the database. */
const TURNS = 8;

/**
 * Waits no longer than there is patience for. Time in which this process could hear nobody, as it draws a large page, does not count:
 * an answer that came meanwhile is still to be read when it is over.
 * @param late what becomes of it when it comes after all
 * @throws RegisterSilent when it does not come in time; whatever it fails with
 */
export async function inTime<T>(answer: Promise<T>, late: (value: T) => void): Promise<T> {
  const ms = patienceNow();
  let timer: NodeJS.Timeout | undefined;
  let given = false;
  const over = new Promise<never>((_resolve, reject) => {
    const wait = (turns: number): void => {
      timer = setTimeout(() => {
        if (turns > 1) return wait(turns - 1);
        given = true;
        reject(new RegisterSilent(`the database has not answered for ${ms} ms`));
      }, ms / TURNS);
    };
    wait(TURNS);
  });
  answer.then(
    (value) => given && late(value),
    () => undefined, // whoever waited is told by the race, unless it is over
  );
  try {
    return await Promise.race([answer, over]);
  } finally {
    clearTimeout(timer);
  }
}
