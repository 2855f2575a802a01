import { dropEnclosures, enclosedFiles, holdEnclosures } from '../register/enclosures.js';
import type { AnyAct, Checks } from './act.js';
import type { Asked } from './carry-out.js';
import type { SentFile } from './field.js';

/**
 * Lets the files of an act wait while what was written is read again: others sent before under the same key go.
 * @returns whether they wait; what this act is done to may have no place for them
 */
export async function holdFiles<S>(one: AnyAct, asked: Asked<S>, files: readonly SentFile[]): Promise<boolean> {
  const checks: Checks<S> | undefined = one.checks;
  const run = checks?.keepsFilesAt?.(asked.subject);
  if (run === undefined || files.length === 0) return false;
  const { db } = asked.register;
  const key = heldAs(asked);
  await dropEnclosures(db, key);
  await holdEnclosures(db, {
    ...run,
    key,
    person: asked.person,
    actingFor: asked.actingFor ?? undefined,
    at: asked.at,
    enclosed: files.map((file) => ({ kind: 'attachment', file })),
  });
  return true;
}

/** The files that wait to be read again. */
export async function heldFiles<S>(asked: Asked<S>): Promise<readonly SentFile[]> {
  return await enclosedFiles(asked.register.db, heldAs(asked));
}

/** Lets go of files that waited to be read again: they are on record with their act. */
export async function dropHeldFiles<S>(asked: Asked<S>): Promise<void> {
  await dropEnclosures(asked.register.db, heldAs(asked));
}

/** Not the key of the act: what waits under that is kept with the act as it is recorded. */
const heldAs = <S>({ entity, person, key }: Asked<S>): string => `rilettura/${entity}/${person}/${key}`;
