import type pg from 'pg';
import type { Config } from '../../../config.js';
import { instantOfMs } from '../../../domain/clock.js';
import { troublesOf } from '../../../domain/troubles-of.js';
import { runningInstance } from '../../../platform/instance-lock.js';
import { quietLog } from '../../../platform/log.js';
import { postgresBinaries } from '../../../platform/postgres-binaries.js';
import { readRecord } from '../../../platform/record.js';
import { listRegisters, migrationState } from '../../../register/migrate.js';
import { PRODUCTION_SCHEMA } from '../../../register/names.js';
import { askServer, type ServerFacts, serverFacts, standingTroubles } from '../../../register/server.js';
import { doctorWords as say } from '../../../words/doctor.js';
import { italianMoment } from '../../../words/format.js';
import { troubleReason, troubleRemedy, troubleWords } from '../../../words/troubles.js';
import { lastBackup, lookAtBackups } from '../last-backup.js';
import { bad, type Check, good, note, PATIENCE_MS, reasonOf } from './check.js';
import { checkPayloads } from './payloads.js';
import { checkReadings } from './readings.js';

/** Beyond this, a deadline at midnight falls on another day for the database than for us. */
export const CLOCK_TOLERANCE_S = 30;

/** Whether the database answers, keeps what it confirms, and agrees with this machine on the time. */
export async function checkDatabase(config: Config): Promise<readonly Check[]> {
  const url = config.databaseUrl ?? ownDatabaseUrl(config);
  if (url === undefined) {
    const { major } = await postgresBinaries(config.cacheDir, quietLog);
    return [good(say.database, say.ownDatabaseStopped(major)), checkBackups(config)];
  }
  try {
    return await askServer(url, PATIENCE_MS, async (client) => {
      const checks = (await serverFacts(client)).flatMap(checkServer);
      const register = await checkRegister(url);
      if (register.state !== 'good') return [...checks, register];
      return [
        ...checks,
        register,
        ...(await checkTroubles(client, config)),
        ...(await checkPayloads(config, url)),
        ...(await checkReadings(url)),
      ];
    });
  } catch (error) {
    return [bad(say.database, say.noAnswer(reasonOf(error)), say.checkVariable('DATABASE_URL'))];
  }
}

function checkServer({ version, keeps, now }: ServerFacts): readonly Check[] {
  const skew = Math.round(Math.abs(Date.now() - now.getTime()) / 1000);
  return [
    keeps ? good(say.database, `PostgreSQL ${version}`) : bad(say.database, say.noFsync(version), say.setFsync),
    skew <= CLOCK_TOLERANCE_S
      ? good(say.clock, say.clockAgrees(new Date(), skew))
      : bad(say.clock, say.clockDiffers(skew), say.setClock),
  ];
}

/** Whether the register is of this version. Changes nothing: the next start does. */
async function checkRegister(url: string): Promise<Check> {
  const rehearsals = (await listRegisters(url)).filter((name) => name !== PRODUCTION_SCHEMA).length;
  const state = await migrationState({ url, schema: PRODUCTION_SCHEMA });
  if (state === undefined) return note(say.register, say.registerAbsent(rehearsals), say.registerCreated);
  if (state.foreign.length > 0) return bad(say.register, say.registerForeign(state.foreign), say.updateProgram);
  if (state.pending.length > 0) return note(say.register, say.registerPending(state.pending), say.applyPending);
  return good(say.register, say.registerCurrent(rehearsals));
}

/**
 * What is stuck by the register's own list, one check for each; and how backups stand.
 * @param client on the database of a register of this version
 */
async function checkTroubles(client: pg.Client, config: Config): Promise<readonly Check[]> {
  const troubles = (await standingTroubles(client, PRODUCTION_SCHEMA)).map(({ kind, entity, since, reason, detail }) =>
    bad(
      say.troubles,
      say.trouble(troubleWords.kinds[kind], entity ?? undefined, italianMoment(since), reason),
      troubleRemedy(detail),
    ),
  );
  return [...(troubles.length === 0 ? [good(say.troubles, say.noTroubles)] : troubles), checkBackups(config)];
}

/** How old the last backup is, where backups are ours to make. */
export function checkBackups(config: Config): Check {
  const facts = lookAtBackups(config, instantOfMs(Date.now()));
  if (facts === undefined) return good(say.backups, say.backupsOutside);
  const [old] = troublesOf(facts).troubles;
  if (old !== undefined) return bad(say.backups, troubleReason(old), troubleRemedy(old));
  const last = lastBackup(config.dataDir);
  return last === undefined
    ? note(say.backups, say.noBackupYet, say.makeBackup)
    : good(say.backups, say.lastBackup(italianMoment(last.at), last.file));
}

/** The space of the latest rehearsal; none where the database does not answer, which its own check tells. */
export async function latestRehearsal(config: Config): Promise<string | undefined> {
  const url = config.databaseUrl ?? ownDatabaseUrl(config);
  const spaces = url === undefined ? [] : await listRegisters(url).catch(() => []);
  return spaces.filter((name) => name !== PRODUCTION_SCHEMA).at(-1);
}

/** Our own server's address for its owner, while the instance that started it lives. */
export function ownDatabaseUrl({ dataDir }: Pick<Config, 'dataDir'>): string | undefined {
  if (runningInstance(dataDir) === undefined) return undefined;
  const { port, password } = readRecord(`${dataDir}/postgres.json`);
  return port === undefined || password === undefined
    ? undefined
    : `postgres://ciclo:${password}@127.0.0.1:${port}/ciclo`;
}

/** The same for the user the program runs as. */
export function ownRunUrl({ dataDir }: Pick<Config, 'dataDir'>): string | undefined {
  if (runningInstance(dataDir) === undefined) return undefined;
  const { port, runPassword } = readRecord(`${dataDir}/postgres.json`);
  return port === undefined || runPassword === undefined
    ? undefined
    : `postgres://ciclo_run:${runPassword}@127.0.0.1:${port}/ciclo`;
}
