import { sql } from 'kysely';
import type { Instant } from '../domain/calendar/types.js';
import type { Db } from './database.js';
import { personById } from './people.js';

/** Who made a version of a plan, when and why. */
export interface VersionStory {
  readonly version: number;
  readonly actor: string;
  readonly at: Instant;
  readonly reason: string;
}

/** What the log calls the making of a version. */
export const VERSION_MADE = [
  'plan-drafted',
  'plan-imported',
  'targets-confirmed',
  'targets-corrected',
  'amendment-started',
  'objectives-linked',
  'objectives-unlinked',
  'objective-owned',
  'target-settled',
] as const;

/** The lines of the log about versions of a plan; those that came from files have none. One query. */
export async function versionStories(
  db: Db,
  cycle: string,
  versions: readonly { readonly version: number }[],
): Promise<readonly VersionStory[]> {
  if (versions.length === 0) return [];
  const asked = new Set(versions.map(({ version }) => version));
  const rows = await db
    .selectFrom('log')
    .select(['actor', 'at'])
    .select(sql<string>`coalesce(detail->>'reason', '')`.as('reason'))
    // Before acts wrote them, the lines had the version in their key and no more.
    .select(
      sql<number>`coalesce((detail->>'planVersion')::int, substring(key from '/plan/([0-9]+)$')::int)`.as('version'),
    )
    .where('cycle', '=', cycle)
    .where('action', 'in', [...VERSION_MADE])
    // A target that is left as it was makes no version.
    .where((e) => e.or([e('action', '<>', 'target-settled'), sql<boolean>`detail ? 'planVersion'`]))
    .orderBy('id')
    .execute();
  const first = new Map<number, VersionStory>();
  for (const row of rows) if (asked.has(row.version) && !first.has(row.version)) first.set(row.version, row);
  return [...first.values()];
}

/** Who saved a draft, by name; empty when it came from files, or there is none. */
export async function draftSavedBy(db: Db, entity: string, cycle: string, version: number): Promise<string> {
  if (version === 0) return '';
  const [story] = await versionStories(db, cycle, [{ version }]);
  const person = story && (await personById(db, entity, story.actor));
  return person?.name ?? story?.actor ?? '';
}
