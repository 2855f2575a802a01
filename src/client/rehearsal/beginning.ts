import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { parseCivilDate } from '../../domain/calendar/civil-date.js';
import type { CivilDate } from '../../domain/calendar/types.js';
import { PRIVATE_FILE, privateFolder } from '../../platform/private.js';
import { sharedFiles, shortPath } from '../../seeds/locate.js';

/** What a rehearsal began with: what cannot be read from its register when it is resumed. */
interface Beginning {
  /** SHA-256 of the files whose content it took at the beginning, by path. */
  readonly files: Readonly<Record<string, string>>;
  /** Until this day it was asked to run faster. */
  readonly from?: CivilDate;
  /** Calendar seconds per wall second, once it no longer runs faster. */
  readonly speed: number;
}

const shape = z.object({
  files: z.record(z.string(), z.string()),
  from: z
    .string()
    .transform((text) => parseCivilDate(text))
    .transform((read) => (read.ok ? read.value : undefined))
    .optional(),
  speed: z.number(),
});

/** Read anew whenever it is needed, so that a change of it counts at once. */
const READ_ANEW = /^(rehearsal\.yaml|sources\.yaml|(rehearsal-sources|narrative|series)\/)/;

/** Keeps what a rehearsal begins with beside its data. */
export function keepBeginning(dataDir: string, space: string, beginning: Beginning): void {
  privateFolder(join(dataDir, FOLDER));
  writeFileSync(fileOf(dataDir, space), JSON.stringify(beginning), { mode: PRIVATE_FILE });
}

/** What a rehearsal began with; undefined of one begun before this was kept. */
export function beginningOf(dataDir: string, space: string): Beginning | undefined {
  const file = fileOf(dataDir, space);
  if (!existsSync(file)) return undefined;
  const { from, ...rest } = shape.parse(JSON.parse(readFileSync(file, 'utf8')));
  return { ...rest, from };
}

/** The files a rehearsal takes at its beginning, with their SHA-256: those of its body, and calendars and policies of all. */
export function filesNow(seeds: string, body: string): Beginning['files'] {
  const own = readdirSync(body, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !READ_ANEW.test(relative(body, path)));
  const files = [...own, ...sharedFiles('calendars', seeds), ...sharedFiles('policies', seeds)];
  const sum = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
  return Object.fromEntries(files.sort().map((path) => [shortPath(path), sum(path)]));
}

/** Files that are not what they were, new and missing ones too, in order. */
export function changedFiles(before: Beginning['files'], now: Beginning['files']): readonly string[] {
  const all = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
  return all.filter((path) => before[path] !== now[path]);
}

const FOLDER = 'prove';
const fileOf = (dataDir: string, space: string): string => join(dataDir, FOLDER, `${space}.json`);
