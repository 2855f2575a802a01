import type { DocumentOutline } from '../domain/drafting/outline.js';
import type { Db } from './database.js';
import { addWrittenSections, type DraftedRef } from './drafting.js';
import { json } from './json.js';
import type { Row } from './row.js';

/** The outline a document of a running cycle has by an act of its body. */
export type OutlineAdoption = Omit<Row<'outlineAdoptions'>, 'id' | 'recordedAt'>;

/** Mirrors what the documents of a body consist of by its files today. Idempotent. The entity must be in the register. */
export async function saveOutlines(db: Db, entity: string, outlines: readonly DocumentOutline[]): Promise<void> {
  for (const one of outlines)
    await db
      .insertInto('outlinesOnFile')
      .values({ entity, document: one.kind, outline: json(one) })
      .onConflict((c) => c.columns(['entity', 'document']).doUpdateSet({ outline: json(one) }))
      .execute();
}

/** What a document of a body consists of by its files today; undefined when they have never been read. */
export async function outlineOnFile(db: Db, entity: string, document: string): Promise<DocumentOutline | undefined> {
  const row = await db
    .selectFrom('outlinesOnFile')
    .select('outline')
    .where('entity', '=', entity)
    .where('document', '=', document)
    .executeTakeFirst();
  return row?.outline;
}

/**
 * Puts on record that a document consists of these sections from now on. What was written stays: a section that is no longer among them
 * keeps its texts, and has them again if it comes back.
 */
export async function addAdoption(db: Db, { outline, ...adoption }: OutlineAdoption): Promise<void> {
  await db
    .insertInto('outlineAdoptions')
    .values({ ...adoption, outline: json(outline) })
    .execute();
  await addWrittenSections(db, adoption, outline, new Map(), adoption.at);
}

/** The act a document has its outline by; undefined for the one of its files, which nobody adopted. */
export async function adoptionOf(
  db: Db,
  { cycle, document }: DraftedRef,
): Promise<Omit<OutlineAdoption, 'outline'> | undefined> {
  return await db
    .selectFrom('outlineAdoptions')
    .select(['cycle', 'document', 'actNumber', 'actDate', 'byPerson', 'actingFor', 'at'])
    .where('cycle', '=', cycle)
    .where('document', '=', document)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}
