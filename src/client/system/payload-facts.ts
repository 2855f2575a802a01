import type { TemporalConfig } from '../../config.js';
import type { PayloadFacts } from '../../domain/trouble-facts.js';

/** How what people write gets to the configured Temporal server; undefined for one of our own, beside us on this machine. */
export function payloadsTo({
  address,
  payloadKeys,
}: Pick<TemporalConfig, 'address' | 'payloadKeys'>): PayloadFacts | undefined {
  if (address === undefined) return undefined;
  return { about: 'payloads', address, encrypted: payloadKeys.length > 0 };
}
