import type { Config, TemporalConfig } from '../../../config.js';
import { troublesOf } from '../../../domain/troubles-of.js';
import { openRegister } from '../../../register/database.js';
import { PRODUCTION_SCHEMA } from '../../../register/names.js';
import { doctorWords as say } from '../../../words/doctor.js';
import { troubleReason, troubleRemedy } from '../../../words/troubles.js';
import { payloadsTo } from '../payload-facts.js';
import { payloadKeysOf } from '../payload-keys.js';
import { bad, type Check, good } from './check.js';

/**
 * Whether what people write is encrypted on its way to a Temporal server that is not our own, and in its histories.
 * @param url of a database whose register is of this version
 */
export async function checkPayloads({ temporal }: Pick<Config, 'temporal'>, url: string): Promise<readonly Check[]> {
  const register = await openRegister({ url, schema: PRODUCTION_SCHEMA, connections: 1 });
  try {
    return payloadCheck({ address: temporal.address, payloadKeys: await payloadKeysOf(temporal, register.db) });
  } finally {
    await register.close();
  }
}

/** The same, of the keys there are. */
export function payloadCheck(temporal: Pick<TemporalConfig, 'address' | 'payloadKeys'>): readonly Check[] {
  const facts = payloadsTo(temporal);
  if (facts === undefined) return [];
  const [clear] = troublesOf(facts).troubles;
  return [
    clear === undefined
      ? good(say.payloads, facts.encrypted ? say.payloadsEncrypted : say.payloadsHere)
      : bad(say.payloads, troubleReason(clear), troubleRemedy(clear)),
  ];
}
