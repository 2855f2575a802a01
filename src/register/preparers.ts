import { sql } from 'kysely';
import { SYSTEM } from '../domain/acting.js';
import type { Db } from './database.js';
import type { Person } from './people.js';

/**
 * Who had a hand in a document that is before a board, in person or for somebody absent: who answered for it when it was
 * frozen, who transmitted it or proposed it at this step, who worked on the plan it carries.
 * @param hash the document's
 */
export async function preparersOf(
  db: Db,
  about: { readonly cycle: string; readonly step: string; readonly hash: string },
): Promise<readonly string[]> {
  const frozen = await db
    .selectFrom('documents')
    .select(['preparedBy', 'planVersion'])
    .where('cycle', '=', about.cycle)
    .where('hash', '=', about.hash)
    .execute();
  const carriesPlan = frozen.some((d) => d.planVersion !== null);
  const acted = await db
    .selectFrom('log')
    .select(['actor', 'actingFor'])
    .where('cycle', '=', about.cycle)
    .where((e) =>
      e.or([
        e.and([
          e('step', '=', about.step),
          e('action', 'in', ['step-transmitted', 'step-resubmitted', 'amendment-proposed']),
        ]),
        ...(carriesPlan
          ? [e('action', 'in', ['plan-drafted', 'plan-imported', 'targets-confirmed', 'targets-corrected'])]
          : []),
      ]),
    )
    .execute();
  const people = [
    ...frozen.flatMap((d) => d.preparedBy),
    ...acted.flatMap((a) => [a.actor, ...(a.actingFor === null ? [] : [a.actingFor])]),
  ];
  return [...new Set(people)].filter((id) => id !== SYSTEM).sort();
}

/** These people and whoever reads their mail: people of the entity with the same address. */
export async function withSharedMailboxes(
  db: Db,
  entity: string,
  people: readonly string[],
): Promise<readonly Pick<Person, 'id' | 'name' | 'email'>[]> {
  if (people.length === 0) return [];
  return db
    .selectFrom('people')
    .select(['id', 'name', 'email'])
    .where('entity', '=', entity)
    .where((e) =>
      e(
        sql<string>`lower(email)`,
        'in',
        e
          .selectFrom('people as p')
          .select(sql<string>`lower(p.email)`.as('address'))
          .where('p.entity', '=', entity)
          .where('p.id', 'in', [...people]),
      ),
    )
    .orderBy('id')
    .execute();
}
