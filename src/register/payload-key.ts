import type { Db } from './database.js';

/** The key of 32 bytes that this register encrypts with what goes to Temporal; undefined in one that had cycles before there was a key. */
export async function ownPayloadKey(db: Db): Promise<Buffer | undefined> {
  const row = await db.selectFrom('payloadKey').select('key').executeTakeFirst();
  return row?.key;
}
