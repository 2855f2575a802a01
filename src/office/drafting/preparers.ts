import type { DatedStep } from '../../domain/calendar/types.js';
import type { Db } from '../../register/database.js';
import { type DraftedDocument, draftedOf } from '../../register/drafting.js';
import { standInOf } from '../../register/drafting-files.js';
import { transmissionsOf } from '../../register/drafting-transmissions.js';
import { writersOf } from '../../register/drafting-versions.js';

/** A document that takes from one that takes from it would never end. */
const DEEPEST = 3;

/**
 * Who prepared a drafted document, in person or for somebody absent: who wrote it, or what it takes from other documents; who put a
 * file in its place; who transmitted it to the board.
 */
export async function preparersOfDraft(db: Db, step: DatedStep, draft: DraftedDocument): Promise<readonly string[]> {
  const [wrote, file, transmitted] = [
    await wroteAll(db, draft, 0),
    await standInOf(db, draft),
    await transmissionsOf(db, draft.cycle, step.id),
  ];
  const acted = [...transmitted, ...(file === undefined ? [] : [file])].flatMap(({ by, actingFor }) => [by, actingFor]);
  return [...new Set([...wrote, ...acted.filter((one) => one !== null)])].sort();
}

async function wroteAll(
  db: Db,
  { cycle, document, outline }: DraftedDocument,
  depth: number,
): Promise<readonly string[]> {
  const people = [...(await writersOf(db, { cycle, document }))];
  if (depth >= DEEPEST) return people;
  for (const { content } of outline.sections) {
    if (content.kind !== 'taken') continue;
    const from = await draftedOf(db, { cycle, document: content.document });
    if (from !== undefined) people.push(...(await wroteAll(db, from, depth + 1)));
  }
  return people;
}
