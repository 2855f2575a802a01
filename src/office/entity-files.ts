import { yearOf } from '../domain/calendar/civil-date.js';
import type { CivilDate } from '../domain/calendar/types.js';
import type { Entity } from '../domain/entity.js';
import { withOwnNotices } from '../domain/own-rules/notices.js';
import type { Db } from '../register/database.js';
import { ownRulesOf } from '../register/own-rules.js';
import { entityNow } from '../register/reading/entity-now.js';
import { type EntityTexts, entityTexts } from '../seeds/write-entity.js';
import { bodyExportWords } from '../words/body-export.js';
import { italianDay } from '../words/format.js';

/** A body as it stands on a day, and the files that say so, with the reminders of its next cycle; undefined where there is none of that id. */
export async function entityFilesOf(
  db: Db,
  id: string,
  today: CivilDate,
): Promise<{ readonly entity: Entity; readonly texts: EntityTexts } | undefined> {
  const entity = await entityNow(db, id);
  if (entity === undefined) return undefined;
  const rules = await ownRulesOf(db, id, yearOf(today) + 1);
  const next = { ...entity, notices: withOwnNotices(entity.notices, rules) };
  return { entity, texts: entityTexts(next, bodyExportWords.asOf(italianDay(today))) };
}
