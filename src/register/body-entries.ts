import { type AboutEntry, entriesOf } from '../domain/about-body.js';
import { bodyProfile } from './body.js';
import type { Db } from './database.js';
import type { Doing } from './follow-up.js';
import { jsonOrNull } from './json.js';

/** Who a body is, as its files and people since have said. */
export async function aboutBody(db: Db, entity: string): Promise<readonly AboutEntry[]> {
  const [profile, written] = await Promise.all([
    bodyProfile(db, entity),
    db
      .selectFrom('bodyEntries')
      .distinctOn(['kind', 'entry'])
      .select(['kind', 'entry as id', 'data'])
      .where('entity', '=', entity)
      .orderBy('kind')
      .orderBy('entry')
      // Not the alias above: a number that grows, and not the entry's own name.
      .orderBy('bodyEntries.id', 'desc')
      .execute(),
  ]);
  return entriesOf(
    profile?.about ?? [],
    written.map(({ kind, id, data }) => ({ kind, id, entry: data ?? undefined })),
  );
}

/** Puts an entry on record as it is now. @param entry absent: it is no longer one */
export async function writeBodyEntry(
  db: Db,
  { actingFor, key: _, ...doing }: Doing,
  { entity, kind, id }: { readonly entity: string; readonly kind: AboutEntry['kind']; readonly id: string },
  entry: AboutEntry | undefined,
): Promise<void> {
  await db
    .insertInto('bodyEntries')
    .values({ ...doing, actingFor: actingFor ?? null, entity, kind, entry: id, data: jsonOrNull(entry) })
    .execute();
}
