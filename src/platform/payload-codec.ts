import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { DataConverter, LoadedDataConverter, Payload, PayloadCodec, ProtoFailure } from '@temporalio/common';
import proto from '@temporalio/proto';
import { words } from '../words/platform.js';

const { Payload: PayloadMessage } = proto.temporal.api.common.v1;

/** Bytes of a key: AES-256. */
export const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';
const ENCODING = 'binary/encrypted';

/** Has what failures say go as payloads: a worker and the bundle of its workflows are each given its path. */
export const FAILURE_CONVERTER = fileURLToPath(new URL('../workflows/failure-converter.cjs', import.meta.url));

/**
 * The keys that what goes to Temporal is encrypted with. The first encrypts; all of them decrypt.
 * @param texts base64, 32 bytes each
 */
export function payloadKeys(texts: readonly string[]): readonly Buffer[] {
  return texts.map((text) => Buffer.from(text, 'base64'));
}

/**
 * How client and worker convert what they send to Temporal: with keys, encrypted, so that whoever keeps the cluster, its
 * databases and their copies sees ids alone; without, as it is. What was sent before there was a key is still read.
 */
export function converting(keys: readonly Buffer[]): { readonly dataConverter?: DataConverter } {
  if (keys.length === 0) return { dataConverter: undefined };
  return { dataConverter: { payloadCodecs: [payloadCodec(keys)], failureConverterPath: FAILURE_CONVERTER } };
}

/**
 * What a failure says, where it is read from what the server keeps instead of being thrown.
 * @param converter of a client with the keys
 * @returns undefined where it says nothing; where the key is missing, which
 */
export async function saidBy(
  converter: LoadedDataConverter,
  failure: ProtoFailure | null | undefined,
): Promise<string | undefined> {
  if (failure?.encodedAttributes == null) return failure?.message ?? undefined;
  try {
    const attributes = await inClear(converter, failure.encodedAttributes);
    return converter.payloadConverter.fromPayload<{ readonly message?: string }>(attributes).message;
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

/** What was sent, decrypted. @throws where the key is missing, naming it */
export async function inClear({ payloadCodecs }: LoadedDataConverter, sent: Payload): Promise<Payload> {
  let payloads = [sent];
  for (const codec of payloadCodecs.toReversed()) payloads = await codec.decode(payloads);
  const [payload] = payloads;
  if (payload === undefined) throw new Error('a codec gave nothing back');
  return payload;
}

/** AES-256-GCM (NIST SP 800-38D) with a random nonce for each payload; the key's name is beside it, and authenticated with it. */
function payloadCodec(keys: readonly Buffer[]): PayloadCodec {
  const named = new Map(keys.map((key) => [nameOf(key), key]));
  const [current] = named;
  if (current === undefined) throw new Error('no key to encrypt with');
  return {
    encode: async (payloads) => payloads.map((payload) => encrypted(payload, ...current)),
    decode: async (payloads) =>
      payloads.map((payload) => {
        if (textOf(payload.metadata?.encoding) !== ENCODING) return payload;
        const name = textOf(payload.metadata?.key);
        const key = named.get(name);
        if (key === undefined) throw new Error(words.payload.unknownKey(name, [...named.keys()]));
        return decrypted(payload, name, key);
      }),
  };
}

/** What a key is called in histories: the beginning of its hash, which tells nothing of it. */
export const nameOf = (key: Buffer): string => createHash('sha256').update(key).digest('hex').slice(0, 8);

function encrypted(payload: Payload, name: string, key: Buffer): Payload {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(name));
  const body = Buffer.concat([cipher.update(PayloadMessage.encode(payload).finish()), cipher.final()]);
  return {
    metadata: { encoding: Buffer.from(ENCODING), key: Buffer.from(name) },
    data: Buffer.concat([nonce, cipher.getAuthTag(), body]),
  };
}

function decrypted({ data }: Payload, name: string, key: Buffer): Payload {
  const bytes = Buffer.from(data ?? []);
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES))
    .setAAD(Buffer.from(name))
    .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const plain = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  return PayloadMessage.decode(plain);
}

const textOf = (bytes: Uint8Array | null | undefined): string => Buffer.from(bytes ?? []).toString('utf8');
