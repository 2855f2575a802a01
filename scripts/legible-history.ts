import type { LoadedDataConverter } from '@temporalio/common';
import { inClear } from '../src/platform/payload-codec.js';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * A history as JSON with what is encrypted in it decrypted: who replays it years later has no key.
 * @param history as the SDK's `historyToJSON` writes it: bytes are base64
 * @param converter of a client with the keys
 */
export async function legible(history: Json, converter: LoadedDataConverter): Promise<Json> {
  if (history === null || typeof history !== 'object') return history;
  if (isList(history)) return await Promise.all(history.map((one) => legible(one, converter)));
  const { metadata, data } = history;
  if (isObject(metadata) && typeof data === 'string') return await decoded(metadata, data, converter);
  const entries = Object.entries(history).map(async ([key, value]) => [key, await legible(value, converter)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

async function decoded(
  metadata: { readonly [key: string]: Json },
  data: string,
  converter: LoadedDataConverter,
): Promise<Json> {
  const payload = await inClear(converter, {
    metadata: Object.fromEntries(Object.entries(metadata).map(([key, value]) => [key, bytes(String(value))])),
    data: bytes(data),
  });
  return {
    metadata: Object.fromEntries(Object.entries(payload.metadata ?? {}).map(([key, value]) => [key, base64(value)])),
    data: base64(payload.data),
  };
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  value !== undefined && value !== null && typeof value === 'object' && !isList(value);
const bytes = (text: string): Uint8Array => Buffer.from(text, 'base64');
const base64 = (value: Uint8Array | null | undefined): string => Buffer.from(value ?? []).toString('base64');
