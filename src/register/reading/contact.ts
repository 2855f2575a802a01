import type { CivilDate } from '../../domain/calendar/types.js';
import { type Contact, contactOf } from '../../domain/contact.js';
import type { Db } from '../database.js';

/** Whom to ask about a body's cycle on a day. One query. */
export async function contactFor(db: Db, entity: string, on: CivilDate): Promise<Contact | undefined> {
  const found = await db.selectFrom('entities').select('data').where('id', '=', entity).executeTakeFirst();
  return found && contactOf(found.data, on);
}
