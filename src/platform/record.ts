import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { isErrno } from './processes.js';

/** What a server must remember from one start to the next (its port, its password), readable by its owner only. */
type ServerRecord = Readonly<Record<string, string>>;

/** The record, or an empty one when there is none. */
export function readRecord(path: string): ServerRecord {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return {};
    throw error;
  }
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed !== 'object' || parsed === null) throw new Error(`${path} is not a record`);
  return Object.fromEntries(Object.entries(parsed).map(([key, value]) => [key, String(value)]));
}

/** Writes the record whole or not at all. */
export function writeRecord(path: string, record: Readonly<Record<string, string | undefined>>): void {
  const draft = `${path}.new`;
  writeFileSync(draft, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, path);
}
