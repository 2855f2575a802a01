import type { Config } from '../../config.js';
import { instantOfMs } from '../../domain/clock.js';
import { isInstalled, writeBackup } from '../../platform/backup.js';
import { Failure } from '../../platform/errors.js';
import { acquireInstanceLock, askingToStop } from '../../platform/instance-lock.js';
import { type Log, quietLog } from '../../platform/log.js';
import { endLeftPostgres, startPostgres } from '../../platform/postgres.js';
import { postgresBinaries } from '../../platform/postgres-binaries.js';
import { type Restored, restoreBackup } from '../../platform/restore.js';
import { endLeftTemporal } from '../../platform/temporal.js';
import { migrationNames } from '../../register/migrate.js';
import { backupWords } from '../../words/backup.js';
import { recordBackup } from './last-backup.js';

/** An archive that was written. */
export interface BackedUp {
  readonly file: string;
  readonly files: number;
  /** Of the archive, in bytes. */
  readonly size: number;
}

/**
 * Backs up an installation with servers of its own, while none of them runs: the register, the process and what was published
 * are of the same moment.
 * @throws Failure when it runs, when its servers are somebody else's, or there is nothing to back up
 */
export async function backUp(config: Config, file: string, log: Log): Promise<BackedUp> {
  refuseForeign(config);
  const lock = await acquireInstanceLock(config.dataDir).catch(askingToStop(config.dataDir));
  try {
    const { dataDir, cacheDir, seedsDir } = config;
    if (!isInstalled(dataDir)) throw new Failure(1, ...backupWords.backup.nothing(dataDir));
    // A server that was killed has work to do before its files are whole: it starts once, and stops in order.
    await (await startPostgres({ dataDir, cacheDir, log: quietLog })).stop();
    await endLeftTemporal(dataDir, log);
    const { major } = await postgresBinaries(cacheDir, quietLog);
    const madeAt = new Date();
    const about = { madeAt: madeAt.toISOString(), postgresMajor: major, migration: migrationNames().at(-1) ?? '' };
    const written = await log.during(backupWords.backup.working, () => writeBackup({ dataDir, seedsDir, file, about }));
    recordBackup(dataDir, instantOfMs(madeAt.getTime()), file);
    return { file, files: written.files, size: written.size };
  } finally {
    lock.release();
  }
}

/** Puts a backed up installation in its place. @throws Failure as `restoreBackup`, when one runs, or its servers are somebody else's */
export async function restore(config: Config, file: string, replace: boolean, log: Log): Promise<Restored> {
  refuseForeign(config);
  const { dataDir, cacheDir, seedsDir } = config;
  const lock = await acquireInstanceLock(dataDir, 'restore').catch(askingToStop(dataDir));
  try {
    await endLeftPostgres(dataDir, log);
    await endLeftTemporal(dataDir, log);
    const { major } = await postgresBinaries(cacheDir, quietLog);
    const options = { dataDir, seedsDir, file, replace, postgresMajor: major, migrations: migrationNames() };
    return await log.during(backupWords.restore.working, () => restoreBackup(options));
  } finally {
    lock.release();
  }
}

function refuseForeign({ databaseUrl, temporal }: Config): void {
  if (databaseUrl !== undefined) throw new Failure(2, ...backupWords.notOurs('DATABASE_URL'));
  if (temporal.address !== undefined) throw new Failure(2, ...backupWords.notOurs('TEMPORAL_ADDRESS'));
}
