import type { CivilDate } from '../domain/calendar/types.js';
import { cycleOf } from '../register/cycles.js';
import type { Db } from '../register/database.js';
import { type SheetSummary, sheetOf, sheetsOf } from '../register/reading/sheets.js';
import { partsFor, relationsTo, type SightContext, sightContext, type Viewer, viewerOn } from './individual-sight.js';
import { type SeenSheet, seenSheet } from './seen-sheet.js';

/** Who asks, on which day, about which cycle. */
interface AskingSheets {
  readonly cycle: string;
  readonly person: string;
  readonly on: CivilDate;
}

/** The sheets of a cycle that somebody may know to be there. */
export async function sheetsInSight(db: Db, asking: AskingSheets): Promise<readonly SheetSummary[]> {
  const eyes = await eyesOf(db, asking);
  if (eyes === undefined) return [];
  const seen: SheetSummary[] = [];
  for (const sheet of await sheetsOf(db, asking.cycle))
    if (partsFor(await relationsTo(eyes.viewer, sheet, eyes.context)).has('stage')) seen.push(sheet);
  return seen;
}

/** One sheet as somebody may see it; undefined when they may not know of it, or there is none. */
export async function sheetInSight(db: Db, asking: AskingSheets, id: number): Promise<SeenSheet | undefined> {
  const eyes = await eyesOf(db, asking);
  const sheet = eyes && (await sheetOf(db, asking.cycle, id));
  if (eyes === undefined || sheet === undefined) return undefined;
  return seenSheet(sheet, partsFor(await relationsTo(eyes.viewer, sheet, eyes.context)));
}

async function eyesOf(
  db: Db,
  { cycle: id, person, on }: AskingSheets,
): Promise<{ readonly viewer: Viewer; readonly context: SightContext } | undefined> {
  const cycle = await cycleOf(db, id);
  if (cycle === undefined) return undefined;
  const groups = cycle.policy.individual?.groups ?? [];
  return {
    viewer: await viewerOn(db, cycle.entity, person, on),
    context: await sightContext(db, cycle.entity, groups),
  };
}
