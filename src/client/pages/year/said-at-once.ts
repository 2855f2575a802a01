import type { Context } from 'hono';
import { may } from '../../../access/roles.js';
import type { CivilDate } from '../../../domain/calendar/types.js';
import type { Db } from '../../../register/database.js';
import { saidAtOnce } from '../../../register/reading/troubles.js';
import type { TroubleRecord } from '../../../register/troubles.js';
import { standingOf } from '../kit/viewer.js';

/** What the page of all bodies says at once to who asks: of the bodies where they can mend it. One query where there is nothing. */
export async function saidToViewer(c: Context, db: Db, today: CivilDate): Promise<readonly TroubleRecord[]> {
  const people = c.get('viewer')?.people ?? [];
  if (people.length === 0) return [];
  const open = await saidAtOnce(db, 'all');
  const mending = new Set<string>();
  for (const person of people.filter(({ entity }) => open.some((one) => one.entity === entity)))
    if (may((await standingOf(db, person, today)).roles, 'administer')) mending.add(person.entity);
  return open.filter(({ entity }) => entity !== null && mending.has(entity));
}
