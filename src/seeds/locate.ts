import { existsSync, readdirSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE_ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The data files that come with the program. */
export const PACKAGED_SEEDS = join(PACKAGE_ROOT, 'seeds');

/** The folder of the data files: `CICLO_SEEDS`, or `seeds/` beside the program. */
export function seedsFolder(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const chosen = environment.CICLO_SEEDS;
  return chosen === undefined || chosen === '' ? PACKAGED_SEEDS : resolve(chosen);
}

/**
 * Calendars, policies, kinds of bodies or outlines of documents by file: those of the folder, then those that come with the program under a name the folder does not use.
 * A folder of bodies alone need not copy them; one that has its own, under the same name, replaces them.
 */
export function sharedFiles(kind: 'calendars' | 'policies' | 'documents' | 'kinds', folder: string): readonly string[] {
  const own = yamlIn(join(folder, kind));
  const taken = new Set(own.map((file) => basename(file)));
  return [...own, ...yamlIn(join(PACKAGED_SEEDS, kind)).filter((file) => !taken.has(basename(file)))];
}

/** The data files directly in a folder, in order of name; none when it is not there. */
export function yamlIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name));
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
