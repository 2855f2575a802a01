import { createHash } from 'node:crypto';
import type { DocumentContent } from './content.js';

/** How a snapshot's first key reads: a reader of another time knows what it has before it. */
const SCHEMA = 'ciclo/documento/1';

export interface Snapshot {
  readonly content: DocumentContent;
  /** The JSON text, in UTF-8: what is kept. */
  readonly bytes: Buffer;
  /** SHA-256 of `bytes`, hexadecimal: printed on every form. */
  readonly hash: string;
}

/** The snapshot of what a document says. The same content gives the same bytes, whatever the order its keys were set in. */
export function takeSnapshot(content: DocumentContent): Snapshot {
  const bytes = Buffer.from(`${JSON.stringify({ schema: SCHEMA, ...ordered(content) })}\n`, 'utf8');
  return { content, bytes, hash: createHash('sha256').update(bytes).digest('hex') };
}

/**
 * A snapshot read back from what was kept.
 * @throws when the bytes are not a snapshot this version knows
 */
export function readSnapshot(bytes: Buffer): Snapshot {
  const parsed: unknown = JSON.parse(bytes.toString('utf8'));
  if (typeof parsed !== 'object' || parsed === null || !('schema' in parsed) || parsed.schema !== SCHEMA) {
    throw new Error(`not a snapshot of the schema ${SCHEMA}`);
  }
  const { schema: _schema, ...content } = parsed;
  // The schema is written by `takeSnapshot` alone, in an append-only table whose key is the hash of the bytes.
  return {
    content: content as DocumentContent,
    bytes,
    hash: createHash('sha256').update(bytes).digest('hex'),
  };
}

const FIRST = ['kind', 'title', 'entity', 'exercise', 'version', 'on', 'simulated', 'landscape', 'sections'] as const;

/** Keys in one order at every level: heading first at the top, by name below. */
function ordered(content: DocumentContent): object {
  return Object.fromEntries(FIRST.map((key) => [key, sorted(content[key])]));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
