import type { BodyProfile, FollowedItem } from '../domain/follow-up.js';
import { type Db, inTransaction } from './database.js';
import { json } from './json.js';

/**
 * Mirrors what a body's data files say beside its plan: the profile replaces the one before; items the files no longer
 * have stay with their history, no longer current. Idempotent. The entity must be in the register.
 */
export async function saveBody(
  db: Db,
  entity: string,
  body: { readonly profile: BodyProfile; readonly followed: readonly FollowedItem[] },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx
      .insertInto('bodyProfiles')
      .values({ entity, data: json(body.profile) })
      .onConflict((c) => c.column('entity').doUpdateSet({ data: json(body.profile) }))
      .execute();
    await tx
      .updateTable('followed')
      .set({ current: false })
      .where('entity', '=', entity)
      .where('origin', '=', 'file')
      .execute();
    if (body.followed.length === 0) return;
    await tx
      .insertInto('followed')
      .values(
        body.followed.map((item, ordinal) => ({
          entity,
          kind: item.kind,
          id: item.id,
          ordinal,
          heading: item.heading,
          text: item.text,
          source: item.source,
          norm: item.norm ?? null,
          validTo: item.validTo ?? null,
          stated: item.stated,
          statedOn: item.statedOn ?? null,
          owner: item.owner ?? null,
          everyMonths: item.everyMonths ?? null,
          dueOn: item.dueOn ?? null,
          origin: 'file' as const,
          current: true,
        })),
      )
      .onConflict((c) =>
        c.columns(['entity', 'kind', 'id']).doUpdateSet((e) => ({
          ordinal: e.ref('excluded.ordinal'),
          heading: e.ref('excluded.heading'),
          text: e.ref('excluded.text'),
          source: e.ref('excluded.source'),
          norm: e.ref('excluded.norm'),
          validTo: e.ref('excluded.validTo'),
          stated: e.ref('excluded.stated'),
          statedOn: e.ref('excluded.statedOn'),
          owner: e.ref('excluded.owner'),
          everyMonths: e.ref('excluded.everyMonths'),
          dueOn: e.ref('excluded.dueOn'),
          current: true,
        })),
      )
      .execute();
  });
}

/** A body's profile; undefined when its files have never been loaded. One query. */
export async function bodyProfile(db: Db, entity: string): Promise<BodyProfile | undefined> {
  const row = await db.selectFrom('bodyProfiles').select('data').where('entity', '=', entity).executeTakeFirst();
  return row?.data;
}
