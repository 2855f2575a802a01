import { existsSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE_ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The folder of the data files: `CICLO_SEEDS`, or `seeds/` beside the program. */
export function seedsFolder(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const chosen = environment.CICLO_SEEDS;
  return chosen === undefined || chosen === '' ? join(PACKAGE_ROOT, 'seeds') : resolve(chosen);
}

/** A path as a person at this working directory would write it: errors and tables name files so. */
export function shortPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short === '' || short.startsWith('..') ? path : short;
}

/** Folders directly under `folder`, in order of name; none when it is not there. */
export function foldersIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((e) => e.isDirectory())
    .map((e) => join(folder, e.name))
    .sort();
}
