import type { Logger } from 'pino';
import { connectionOptions } from '../../config/connection-options.js';
import type { Config } from '../../config.js';
import { type Observing, startObserving } from '../../observability/observing.js';
import { EnvironmentError } from '../../platform/errors.js';
import { acquireInstanceLock, type InstanceLock } from '../../platform/instance-lock.js';
import type { Log } from '../../platform/log.js';
import { prepareNamespace } from '../../platform/namespace.js';
import { startPostgres } from '../../platform/postgres.js';
import type { Shutdown } from '../../platform/shutdown.js';
import { startTemporal } from '../../platform/temporal.js';
import { systemWords } from '../../words/system.js';
import { bodiesAsGood, bodiesIn, type Database, type Files, type Reading } from './files-as-good.js';
import { journalIn } from './journal.js';
import { keepServer } from './own-server.js';
import { reachDatabase, reachTemporal } from './reach.js';

/** The servers a system stands on: those the configuration names, or our own under the data folder. */
export interface Servers extends Database, Files {
  readonly config: Config;
  readonly log: Log;
  /** For what happens inside: a file under the data folder. */
  readonly journal: Logger;
  readonly shutdown: Shutdown;
  readonly observing: Observing;
  /** Absent for one process of many: the servers then are not ours to start. */
  readonly lock?: InstanceLock;
  readonly temporal: { readonly address: string; readonly namespace: string; readonly uiUrl: string | undefined };
}

/** Takes the data folder for this process and brings up every server the configuration does not name. */
export async function startServers(
  config: Config,
  log: Log,
  shutdown: Shutdown,
  reading: Reading = 'strict',
): Promise<Servers> {
  const lock = await acquireInstanceLock(config.dataDir);
  shutdown.add('il blocco della cartella dei dati', () => lock.release());
  const journal = journalIn(config);
  const observing = await startObserving(config.observing, log, journal, shutdown);
  // Before anything is started, where an error in them is the end.
  const read = reading === 'strict' ? bodiesIn(config) : undefined;
  const database =
    config.databaseUrl === undefined
      ? await ownPostgres(config, log, shutdown)
      : await namedDatabase(config, config.databaseUrl);
  const files = read ?? (await bodiesAsGood(config, database, reading, log, journal));
  const temporal = await findTemporal(config, log, shutdown);
  return { config, log, journal, shutdown, observing, lock, ...database, temporal, ...files };
}

/**
 * One process of many, each started by itself: the servers must be named in the configuration.
 * @throws EnvironmentError naming the variable that is missing
 */
export async function reachServers(
  config: Config,
  log: Log,
  shutdown: Shutdown,
  reading: Reading = 'strict',
): Promise<Servers> {
  const { databaseUrl, temporal } = config;
  if (databaseUrl === undefined) throw new EnvironmentError(...systemWords.needed('DATABASE_URL'));
  if (temporal.address === undefined) throw new EnvironmentError(...systemWords.needed('TEMPORAL_ADDRESS'));
  const journal = journalIn(config);
  const observing = await startObserving(config.observing, log, journal, shutdown);
  const database = await namedDatabase(config, databaseUrl);
  const files = await bodiesAsGood(config, database, reading, log, journal);
  const found = await findTemporal(config, log, shutdown);
  return { config, log, journal, shutdown, observing, ...database, temporal: found, ...files };
}

async function namedDatabase(config: Config, runUrl: string): Promise<Database> {
  return { databaseUrl: await reachDatabase(config.databaseOwnerUrl ?? runUrl), runUrl };
}

async function ownPostgres(config: Config, log: Log, shutdown: Shutdown): Promise<Database> {
  const server = await startPostgres({ dataDir: config.dataDir, cacheDir: config.cacheDir, log });
  keepServer('PostgreSQL', server, config.dataDir, shutdown);
  return { databaseUrl: server.url, runUrl: server.runUrl };
}

async function findTemporal(config: Config, log: Log, shutdown: Shutdown): Promise<Servers['temporal']> {
  const { address, namespace } = config.temporal;
  if (address !== undefined) {
    const connection = await reachTemporal(connectionOptions(address, config.temporal));
    await prepareNamespace(connection, namespace);
    await connection.close();
    return { address, namespace, uiUrl: undefined };
  }
  const server = await startTemporal({ dataDir: config.dataDir, cacheDir: config.cacheDir, namespace, log });
  keepServer('Temporal', server, config.dataDir, shutdown);
  return { address: server.address, namespace: server.namespace, uiUrl: server.uiUrl };
}
