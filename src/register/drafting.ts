import type { Instant } from '../domain/calendar/types.js';
import type { DocumentOutline } from '../domain/drafting/outline.js';
import { type SectionOfDraft, type SectionState, stateAfterWriting } from '../domain/drafting/section.js';
import type { Db } from './database.js';
import { json } from './json.js';
import type { Row } from './row.js';

/** A document as it is being prepared in a cycle. */
export type DraftedDocument = Row<'documentDrafts', 'cycle' | 'document' | 'outline' | 'beganAt'>;

/** A document of a cycle, by its kind. */
export interface DraftedRef {
  readonly cycle: string;
  /** `piano` */
  readonly document: string;
}

/** A section of it. */
export interface SectionRef extends DraftedRef {
  readonly section: string;
}

/**
 * Begins the draft of a document, with the outline it keeps. Idempotent: a draft that has begun stays as it is.
 * @param firstTexts by id of the section: what the body's files say, written by nobody
 */
export async function beginDrafting(
  db: Db,
  { cycle, document }: DraftedRef,
  outline: DocumentOutline,
  firstTexts: ReadonlyMap<string, string>,
  at: Instant,
): Promise<void> {
  const begun = await db
    .insertInto('documentDrafts')
    .values({ cycle, document, outline: json(outline), beganAt: at })
    .onConflict((c) => c.doNothing())
    .returning('document')
    .executeTakeFirst();
  if (begun !== undefined) await addWrittenSections(db, { cycle, document }, outline, firstTexts, at);
}

/** The sections somebody writes, with their first texts; those that are there stay as they are. */
export async function addWrittenSections(
  db: Db,
  { cycle, document }: DraftedRef,
  outline: DocumentOutline,
  firstTexts: ReadonlyMap<string, string>,
  at: Instant,
): Promise<void> {
  const written = outline.sections.filter(({ content }) => content.kind === 'written');
  if (written.length === 0) return;
  const rows = written.map(({ id }) => ({ section: id, text: (firstTexts.get(id) ?? '').trim() }));
  await db
    .insertInto('sections')
    .values(
      rows.map(({ section, text }) => ({
        cycle,
        document,
        section,
        text,
        state: stateAfterWriting(text),
        revision: text === '' ? 0 : 1,
        writtenBy: null,
        actingFor: null,
        writtenAt: text === '' ? null : at,
      })),
    )
    .onConflict((c) => c.doNothing())
    .execute();
  const first = rows.filter(({ text }) => text !== '');
  if (first.length === 0) return;
  await db
    .insertInto('sectionVersions')
    .values(
      first.map(({ section, text }) => ({
        cycle,
        document,
        section,
        text,
        revision: 1,
        writtenBy: null,
        actingFor: null,
        writtenAt: at,
      })),
    )
    .execute();
}

/** The drafts of a cycle, in order of kind; a cycle planned before there were drafts has none. */
export async function draftedIn(db: Db, cycle: string): Promise<readonly DraftedDocument[]> {
  return drafts(db).where('d.cycle', '=', cycle).orderBy('d.document').execute();
}

/** The draft of a document; undefined when it is not one. */
export async function draftedOf(db: Db, { cycle, document }: DraftedRef): Promise<DraftedDocument | undefined> {
  return drafts(db).where('d.cycle', '=', cycle).where('d.document', '=', document).executeTakeFirst();
}

const drafts = (db: Db) =>
  db
    .selectFrom('documentDrafts as d')
    .leftJoinLateral(
      (e) =>
        e
          .selectFrom('outlineAdoptions as o')
          .select('o.outline')
          .whereRef('o.cycle', '=', 'd.cycle')
          .whereRef('o.document', '=', 'd.document')
          .orderBy('o.id', 'desc')
          .limit(1)
          .as('adopted'),
      (join) => join.onTrue(),
    )
    .select((e) => ['d.cycle', 'd.document', e.fn.coalesce('adopted.outline', 'd.outline').as('outline'), 'd.beganAt']);

/** The sections of a draft as they stand, in the order of its outline. Two queries. */
export async function sectionsOf(
  db: Db,
  { cycle, document, outline }: Pick<DraftedDocument, 'cycle' | 'document' | 'outline'>,
): Promise<readonly SectionOfDraft[]> {
  const [rows, remarks] = await Promise.all([
    db.selectFrom('sections').selectAll().where('cycle', '=', cycle).where('document', '=', document).execute(),
    db
      .selectFrom('sectionRemarks')
      .select(['section'])
      .select((e) => e.fn.countAll<number>().as('open'))
      .where('cycle', '=', cycle)
      .where('document', '=', document)
      .where('closedAt', 'is', null)
      .groupBy('section')
      .execute(),
  ]);
  return outline.sections.map((section) => {
    const row = rows.find((one) => one.section === section.id);
    return {
      outline: section,
      // What is computed or taken is there or not: nobody says that it is ready.
      state: row?.state ?? 'to-write',
      text: row?.text ?? '',
      revision: row?.revision ?? 0,
      writtenBy: row?.writtenBy ?? undefined,
      actingFor: row?.actingFor ?? undefined,
      writtenAt: row?.writtenAt ?? undefined,
      openRemarks: remarks.find((one) => one.section === section.id)?.open ?? 0,
    };
  });
}

/** Says that a section is ready, or a draft again; an empty one is neither. Answers whether it was so. */
export async function setSectionState(
  db: Db,
  { cycle, document, section }: SectionRef,
  state: Exclude<SectionState, 'to-write'>,
): Promise<boolean> {
  const changed = await db
    .updateTable('sections')
    .set({ state })
    .where('cycle', '=', cycle)
    .where('document', '=', document)
    .where('section', '=', section)
    .where('state', '<>', 'to-write')
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}
