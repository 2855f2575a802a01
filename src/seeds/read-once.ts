import { statSync } from 'node:fs';
import type { Result } from '../domain/result.js';
import type { SeedError } from './read-yaml.js';

type Read<T> = Result<T, readonly SeedError[]>;

/**
 * Reads a file again only when it is no more as it was: many bodies share calendars, policies, documents and kinds.
 * @param load reads a file, or says what is wrong with it
 */
export function readOnce<T>(load: (file: string) => Read<T>): (file: string) => Read<T> {
  const known = new Map<string, { readonly as: string; readonly read: Read<T> }>();
  return (file) => {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found === undefined) return load(file);
    // Errors name files as seen from the working directory.
    const as = `${process.cwd()} ${found.mtimeMs} ${found.size}`;
    const before = known.get(file);
    if (before?.as === as) return before.read;
    const read = load(file);
    known.set(file, { as, read });
    return read;
  };
}
