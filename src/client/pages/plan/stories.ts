import { planLogKey } from '../../../acts/plan/planning.js';
import type { Instant } from '../../../domain/calendar/types.js';
import type { Db } from '../../../register/database.js';
import { loggedUnder } from '../../../register/log.js';

/** Who made a version of a plan, when and why. */
export interface VersionStory {
  readonly version: number;
  readonly actor: string;
  readonly at: Instant;
  readonly reason: string;
}

/** The lines of the log about versions of a plan; those that came from files have none. One query, over the unique keys. */
export async function versionStories(
  db: Db,
  cycle: string,
  versions: readonly { readonly version: number }[],
): Promise<readonly VersionStory[]> {
  const byKey = new Map(versions.map(({ version }) => [planLogKey(cycle, version), version]));
  const rows = await loggedUnder(db, [...byKey.keys()]);
  return rows.flatMap(({ key, actor, at, detail }) => {
    const version = byKey.get(key);
    const reason: unknown = Reflect.get(detail, 'reason');
    return version === undefined ? [] : [{ version, actor, at, reason: typeof reason === 'string' ? reason : '' }];
  });
}
