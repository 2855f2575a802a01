import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileProblem, words } from '../words/platform.js';
import { EnvironmentError } from './errors.js';

/** The variable that says where one of our folders is. */
type FolderVariable = 'CICLO_DATA' | 'CICLO_CACHE';

/** Less would fit in a file system that has no room for anything. */
const PROBE = 'x'.repeat(4_096);

/** The file that stands where a folder, or one of those above it, is to be; undefined when none does. */
export function fileInPlaceOf(folder: string): string | undefined {
  const existing = nearest(folder);
  return statSync(existing).isDirectory() ? undefined : existing;
}

/** The folder itself or, where it is not there yet, what there is of its path. */
export function nearest(folder: string): string {
  let existing = folder;
  while (!existsSync(existing)) existing = dirname(existing);
  return existing;
}

/**
 * Why nothing can be written in a folder, or made where it is to be, in Italian; undefined when something can. It is tried: modes tell
 * nothing of a disk that is read-only, or full. Nothing is left behind.
 */
export function unwritable(folder: string): string | undefined {
  let probe: string | undefined;
  try {
    probe = mkdtempSync(join(nearest(folder), '.ciclo-prova-'));
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
