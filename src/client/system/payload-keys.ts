import type { TemporalConfig } from '../../config.js';
import type { Db } from '../../register/database.js';
import { ownPayloadKey } from '../../register/payload-key.js';

/** The keys of a space: those that are configured, then the register's own, which encrypts where none is configured. */
export async function payloadKeysOf(
  { payloadKeys }: Pick<TemporalConfig, 'payloadKeys'>,
  db: Db,
): Promise<readonly Buffer[]> {
  const own = await ownPayloadKey(db);
  return own === undefined ? payloadKeys : [...payloadKeys, own];
}
