import type { Instant } from '../domain/calendar/types.js';
import { cycleKey } from '../domain/cycle-id.js';
import { stateAfterWriting } from '../domain/drafting/section.js';
import { err, ok, type Result } from '../domain/result.js';
import type { Db } from './database.js';
import type { SectionRef } from './drafting.js';
import type { Row } from './row.js';

/** A text of a section as it was saved. */
export type SectionVersion = Row<'sectionVersions', 'revision' | 'text' | 'writtenBy' | 'actingFor' | 'writtenAt'>;

/** Why a text is not saved. */
type WritingRefusal =
  /** The draft has no such section, or it is not a written one. */
  | { readonly why: 'no-section' }
  /** Somebody has saved another one since the revision it was made from; theirs stands. */
  | { readonly why: 'overtaken'; readonly standing: SectionVersion };

interface NewText {
  readonly text: string;
  /** Revision it was made from. */
  readonly shown: number;
  readonly writtenBy: string;
  readonly actingFor?: string | undefined;
  readonly at: Instant;
}

/** Saves a text as the next revision, and keeps every earlier one. The same text saved again is no other. @returns its revision */
export async function saveSection(
  db: Db,
  { cycle, document, section }: SectionRef,
  { text, shown, writtenBy, actingFor = '', at }: NewText,
): Promise<Result<number, WritingRefusal>> {
  const standing = await db
    .selectFrom('sections')
    .select(['text', 'revision', 'writtenBy', 'actingFor', 'writtenAt'])
    .where('cycle', '=', cycle)
    .where('document', '=', document)
    .where('section', '=', section)
    .forUpdate()
    .executeTakeFirst();
  if (standing === undefined) return err({ why: 'no-section' });
  if (standing.text === text) return ok(standing.revision);
  if (standing.revision !== shown)
    return err({ why: 'overtaken', standing: { ...standing, writtenAt: standing.writtenAt ?? at } });
  const written = {
    text,
    revision: shown + 1,
    writtenBy,
    actingFor: actingFor === '' ? null : actingFor,
    writtenAt: at,
  };
  await db
    .updateTable('sections')
    .set({ ...written, state: stateAfterWriting(text) })
    .where('cycle', '=', cycle)
    .where('document', '=', document)
    .where('section', '=', section)
    .execute();
  await db
    .insertInto('sectionVersions')
    .values({ cycle, document, section, ...written })
    .execute();
  return ok(written.revision);
}

/** Every text a section had, the latest first. */
export async function versionsOf(db: Db, { cycle, document, section }: SectionRef): Promise<readonly SectionVersion[]> {
  return db
    .selectFrom('sectionVersions')
    .select(['revision', 'text', 'writtenBy', 'actingFor', 'writtenAt'])
    .where('cycle', '=', cycle)
    .where('document', '=', document)
    .where('section', '=', section)
    .orderBy('revision', 'desc')
    .execute();
}

/** A text of a section of an earlier cycle. */
interface EarlierText {
  readonly cycle: string;
  readonly section: string;
  readonly text: string;
}

/**
 * The text of the same section in the latest earlier cycle of the body that has one.
 * @param ids the section's, and those it had before
 */
export async function earlierText(
  db: Db,
  { cycle, document }: Pick<SectionRef, 'cycle' | 'document'>,
  ids: readonly string[],
): Promise<EarlierText | undefined> {
  const { entity, exercise } = cycleKey(cycle);
  return db
    .selectFrom('sections as s')
    .innerJoin('cycles as c', 'c.id', 's.cycle')
    .select(['s.cycle', 's.section', 's.text'])
    .where('c.entity', '=', entity)
    .where('c.exercise', '<', exercise)
    .where('s.document', '=', document)
    .where('s.section', 'in', [...ids])
    .where('s.state', '<>', 'to-write')
    .orderBy('c.exercise', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Who had a hand in the texts of a document, in person or for somebody absent, in order of id. */
export async function writersOf(
  db: Db,
  { cycle, document }: Pick<SectionRef, 'cycle' | 'document'>,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('sectionVersions')
    .select(['writtenBy', 'actingFor'])
    .distinct()
    .where('cycle', '=', cycle)
    .where('document', '=', document)
    .execute();
  const people = rows.flatMap(({ writtenBy, actingFor }) => [writtenBy, actingFor]);
  return [...new Set(people.filter((one) => one !== null))].sort();
}
