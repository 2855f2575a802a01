import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What we put in a data folder: names begin so. */
const OURS = [
  ...['ciclo.lock', 'secret', 'postgres', 'temporal', 'mailbox', 'log', 'pubblicato', 'prove'],
  ...['salvataggio', 'ripristino', 'prima-del-ripristino-', 'enti-', 'ultima-copia.json', 'siti'],
];

/** In a data folder: a restore that is being put in place. */
export const RESTORING = 'ripristino';

/** Begins the name of a folder in which a restore is laid out, before anything of it is put in place. */
export const LAID_OUT = `${RESTORING}-`;

/** The folders in which restores were laid out, and which nobody removed since. */
export const laidOutIn = (dataDir: string): readonly string[] =>
  readdirSync(dataDir)
    .filter((name) => name.startsWith(LAID_OUT))
    .map((name) => join(dataDir, name));

/** Mode of files that hold what was written to somebody, or lets somebody in. */
export const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;
const OTHERS = 0o077;

/**
 * A folder of ours that no other account of the machine may enter: made so, and closed when an earlier version, or a hand,
 * left it open. What is below it needs no more.
 */
export function privateFolder(path: string): string {
  mkdirSync(path, { recursive: true, mode: PRIVATE_FOLDER });
  const { uid, mode } = statSync(path);
  if (uid === process.getuid?.() && (mode & OTHERS) !== 0) chmodSync(path, PRIVATE_FOLDER);
  return path;
}

/**
 * The data folder, private as well. One that holds also what is not ours is left as it is: it would be closed to whoever
 * else uses it, and what we put in it is private by itself.
 */
export function privateDataFolder(path: string): string {
  mkdirSync(path, { recursive: true, mode: PRIVATE_FOLDER });
  const foreign = readdirSync(path).some((name) => !OURS.some((own) => name.startsWith(own)));
  return foreign ? path : privateFolder(path);
}

/** Does what makes files without saying their mode, a program started by us for one, so that they are private. */
export function makingPrivate<T>(work: () => T): T {
  const before = process.umask(OTHERS);
  try {
    return work();
  } finally {
    process.umask(before);
  }
}
