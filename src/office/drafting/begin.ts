import type { CycleRef } from '../../domain/acting.js';
import type { Instant } from '../../domain/calendar/types.js';
import { cycleId } from '../../domain/cycle-id.js';
import type { DocumentOutline } from '../../domain/drafting/outline.js';
import { beginDrafting } from '../../register/drafting.js';
import type { Sources } from '../contents.js';

/** Begins the drafts of a cycle's documents, as the files describe them today; what has begun stays as it is. */
export async function beginDrafts({ db, bodies }: Sources, cycle: CycleRef, at: Instant): Promise<void> {
  const { narrative } = bodies.beside(cycle.entity);
  for (const { value: outline } of bodies.outlines(cycle.entity))
    await beginDrafting(
      db,
      { cycle: cycleId(cycle), document: outline.kind },
      outline,
      firstTexts(outline, narrative),
      at,
    );
}

/** The body's Markdown files as the first text of the sections that begin with their chapter, by id. */
function firstTexts(
  { sections }: Pick<DocumentOutline, 'sections'>,
  narrative: readonly { readonly name: string; readonly text: string }[],
): ReadonlyMap<string, string> {
  return new Map(
    sections.flatMap(({ id, chapter }) => {
      if (chapter === undefined) return [];
      const texts = narrative.filter(({ name }) => name.startsWith(chapter)).map(({ text }) => withoutTitle(text));
      return texts.length === 0 ? [] : [[id, texts.join('\n\n')] as const];
    }),
  );
}

/** The section has a title of its own. */
const withoutTitle = (text: string): string => text.replace(/^\s*# .*\n/, '').trim();
