import { AsyncLocalStorage } from 'node:async_hooks';

/*
 * Whose rows are seen. The database itself leaves out the rows of every other body, also for a query that forgets to:
 * see `migrations/036_rows_of_one_body.sql`.
 */

/** What the database takes for «of every body»: no id of an entity. */
export const EVERY_BODY = '*';

const current = new AsyncLocalStorage<string>();

/** Does `work` seeing one body's rows, and no other's. */
export function seeing<T>(entity: string, work: () => T): T {
  if (entity === EVERY_BODY) throw new RangeError(`no entity has the id ${entity}`);
  return current.run(entity, work);
}

/** Does `work` seeing every body's rows: what is looked for across them, such as who has an address. */
export const seeingEveryBody = <T>(work: () => T): T => current.run(EVERY_BODY, work);

/** Does `work` seeing what `whose` says: the rows of the body of that id, or `EVERY_BODY`'s. */
export const inSightOf = <T>(whose: string, work: () => T): T =>
  whose === EVERY_BODY ? seeingEveryBody(work) : seeing(whose, work);

/** What is seen where nobody has said whose rows. */
export type UnsaidSight = 'nothing' | 'every-body';

/** The value of `ciclo.sees` that what is being done now asks for. */
export const sightNow = (unsaid: UnsaidSight): string =>
  current.getStore() ?? (unsaid === 'every-body' ? EVERY_BODY : '');
