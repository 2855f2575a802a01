import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Config } from '../../config.js';
import type { Instant } from '../../domain/calendar/types.js';
import { instantOfMs } from '../../domain/clock.js';
import type { BackupFacts } from '../../domain/trouble-facts.js';
import { writeRecord } from '../../platform/record.js';

/*
 * When the last backup was made, and where. In a file of the data folder and not in the register: it is written while the servers
 * are stopped, also before an upgrade, when the register is not yet of this version.
 */

/** A backup that was made. */
interface LastBackup {
  readonly at: Instant;
  /** Where the archive was put, whole path. */
  readonly file: string;
}

const fileIn = (dataDir: string): string => join(dataDir, 'ultima-copia.json');

/** Remembers a backup. */
export function recordBackup(dataDir: string, at: Instant, file: string): void {
  const last: LastBackup = { at, file: resolve(file) };
  writeRecord(fileIn(dataDir), { ...last });
}

/** The last backup of an installation; undefined when none is known. */
export function lastBackup(dataDir: string): LastBackup | undefined {
  const file = fileIn(dataDir);
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  // Earlier versions could leave it empty on a full disk: then no backup is known, and one is asked for.
  if (text.trim() === '') return undefined;
  const read: unknown = JSON.parse(text);
  if (typeof read !== 'object' || read === null || !('at' in read) || !('file' in read)) return undefined;
  return { at: String(read.at) as Instant, file: String(read.file) };
}

/** How backups stand; undefined where they are not ours to make, or nobody wants to be told. */
export function lookAtBackups(
  { databaseUrl, dataDir, backupDays }: Pick<Config, 'databaseUrl' | 'dataDir' | 'backupDays'>,
  now: Instant,
): BackupFacts | undefined {
  const born = join(dataDir, 'postgres', 'PG_VERSION');
  if (databaseUrl !== undefined || backupDays === 0 || !existsSync(born)) return undefined;
  const installed = instantOfMs(statSync(born).mtimeMs);
  const last = lastBackup(dataDir);
  return { about: 'backups', now, days: backupDays, installed, last: last?.at };
}
