import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileProblem, words } from '../words/platform.js';
import { EnvironmentError } from './errors.js';

/** The variable that says where one of our folders is. */
type FolderVariable = 'CICLO_DATA' | 'CICLO_CACHE';

/** Less would fit in a file system that has no room for anything. */
const PROBE = 'x'.repeat(4_096);

/**
 * Why nothing can be written in a folder, or made where it is to be, in Italian; undefined when something can. It is tried: modes tell
 * nothing of a disk that is read-only, or full. Nothing is left behind.
 */
export function unwritable(folder: string): string | undefined {
  let existing = folder;
  while (!existsSync(existing)) existing = dirname(existing);
  let probe: string | undefined;
  try {
    probe = mkdtempSync(join(existing, '.ciclo-prova-'));
    writeFileSync(join(probe, 'prova'), PROBE);
    return undefined;
  } catch (cause) {
    return fileProblem(cause);
  } finally {
    if (probe !== undefined) rmSync(probe, { recursive: true, force: true });
  }
}

/**
 * Makes sure that something can be written in a folder of ours, before anything is begun there.
 * @throws EnvironmentError saying why not, and which variable names another
 */
export function requireWritable(folder: string, variable: FolderVariable): void {
  const reason = unwritable(folder);
  if (reason !== undefined) throw new EnvironmentError(words.unwritable(folder, reason, variable));
}
