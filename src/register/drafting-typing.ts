import { sql } from 'kysely';
import type { Instant } from '../domain/calendar/types.js';
import type { Db } from './database.js';
import type { SectionRef } from './drafting.js';

/** What somebody has typed in a section and not saved. */
export interface Typed {
  readonly text: string;
  /** Revision of the section it was made from. */
  readonly revision: number;
  readonly typedAt: Instant;
}

/** Keeps what somebody types, in place of what was kept before: it outlives their session, and a saving that is refused. */
export async function keepTyped(db: Db, ref: SectionRef, person: string, typed: Typed): Promise<void> {
  await db
    .insertInto('sectionTyping')
    .values({ ...keyOf(ref, person), ...typed })
    .onConflict((c) => c.columns(['cycle', 'document', 'section', 'person']).doUpdateSet(typed))
    .execute();
}

export async function typedOf(db: Db, ref: SectionRef, person: string): Promise<Typed | undefined> {
  return db
    .selectFrom('sectionTyping')
    .select(['text', 'revision', 'typedAt'])
    .where((e) => e.and(keyOf(ref, person)))
    .executeTakeFirst();
}

/** Throws it away, once it is saved or not wanted. */
export async function dropTyped(db: Db, ref: SectionRef, person: string): Promise<void> {
  await db
    .deleteFrom('sectionTyping')
    .where((e) => e.and(keyOf(ref, person)))
    .execute();
}

/** Throws away whatever a person has typed and not saved in some cycles. @returns of how many sections */
export async function dropTypedBy(db: Db, cycles: readonly string[], person: string): Promise<number> {
  if (cycles.length === 0) return 0;
  const gone = await db
    .deleteFrom('sectionTyping')
    .where('cycle', 'in', cycles)
    .where('person', '=', person)
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}

/** Seconds, by the clock on the wall, after which somebody who said nothing has gone. */
const HERE_FOR = 60;

/** Says that somebody has a section open. */
export async function seenIn(db: Db, ref: SectionRef, person: string): Promise<void> {
  const now = { seenAt: sql`clock_timestamp()` };
  await db
    .insertInto('sectionPresence')
    .values({ ...keyOf(ref, person), ...now })
    .onConflict((c) => c.columns(['cycle', 'document', 'section', 'person']).doUpdateSet(now))
    .execute();
}

/** Somebody has closed it. */
export async function leftSection(db: Db, ref: SectionRef, person: string): Promise<void> {
  await db
    .deleteFrom('sectionPresence')
    .where((e) => e.and(keyOf(ref, person)))
    .execute();
}

/** Ids of the others who have a section open. */
export async function othersIn(
  db: Db,
  { cycle, document, section }: SectionRef,
  person: string,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('sectionPresence')
    .select('person')
    .where('cycle', '=', cycle)
    .where('document', '=', document)
    .where('section', '=', section)
    .where('person', '<>', person)
    .where(sql<boolean>`seen_at > clock_timestamp() - make_interval(secs => ${HERE_FOR})`)
    .orderBy('person')
    .execute();
  return rows.map((row) => row.person);
}

const keyOf = ({ cycle, document, section }: SectionRef, person: string) => ({ cycle, document, section, person });
