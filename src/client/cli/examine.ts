import { existsSync, statfsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Connection } from '@temporalio/client';
import { createTransport } from 'nodemailer';
import pg from 'pg';
import { type Config, connectionOptions, readConfig } from '../../config.js';
import { runningInstance } from '../../platform/instance-lock.js';
import { quietLog } from '../../platform/log.js';
import { missingSearchAttributes } from '../../platform/namespace.js';
import { postgresBinaries } from '../../platform/postgres-binaries.js';
import { findOnPath } from '../../platform/program.js';
import { readRecord } from '../../platform/record.js';
import { isCached, versionOf } from '../../platform/temporal-binary.js';
import { words } from '../../words/platform.js';

/** One thing looked at: `good`, `note` (works, but is worth knowing) or `bad`. Texts are in Italian. */
export interface Check {
  readonly state: 'good' | 'note' | 'bad';
  readonly what: string;
  readonly found: string;
  /** What to do about it. */
  readonly todo?: string;
}

const PATIENCE_MS = 5_000;
/** Beyond this, a deadline at midnight falls on another day for the database than for us. */
const CLOCK_TOLERANCE_S = 30;
const DISK_MIN_BYTES = 1_000_000_000;
const say = words.doctor;

/** Looks at the configuration, the versions, and each server it names. Changes and starts nothing. */
export async function examine(env: NodeJS.ProcessEnv): Promise<readonly Check[]> {
  const read = readConfig(env);
  const versions = checkVersions();
  if (!read.ok) {
    return [...versions, ...read.error.map((e): Check => ({ state: 'bad', what: e.variable, found: e.message }))];
  }
  const config = read.value;
  const checks = [
    checkFolder(config),
    checkInstance(config),
    checkDatabase(config),
    checkTemporal(config, env),
    checkMail(config),
  ];
  return [...versions, ...(await Promise.all(checks)).flat()];
}

function checkVersions(): readonly Check[] {
  const sdk = versionIn('@temporalio/worker');
  return [
    {
      state: 'good',
      what: say.versions,
      found: `Node.js ${process.versions.node}, Temporal SDK ${sdk}, ${process.platform}-${process.arch}`,
    },
  ];
}

async function checkFolder({ dataDir }: Config): Promise<readonly Check[]> {
  let existing = dataDir;
  while (!existsSync(existing)) existing = dirname(existing);
  const { bavail, bsize } = statfsSync(existing);
  const free = bavail * bsize;
  const found = say.folder(dataDir, Math.round(free / 1e9));
  return [
    free < DISK_MIN_BYTES
      ? { state: 'bad', what: say.data, found, todo: say.freeDisk }
      : { state: 'good', what: say.data, found },
  ];
}

async function checkInstance({ dataDir }: Config): Promise<readonly Check[]> {
  const running = runningInstance(dataDir);
  const found = running === undefined ? say.notRunning : say.running(running.pid, running.consoleUrl);
  return [{ state: 'good', what: say.instance, found }];
}

async function checkDatabase(config: Config): Promise<readonly Check[]> {
  const url = config.databaseUrl ?? ownDatabaseUrl(config);
  if (url === undefined) {
    const { major } = await postgresBinaries(config.cacheDir, quietLog);
    return [{ state: 'good', what: say.database, found: say.ownDatabaseStopped(major) }];
  }
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE_MS });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; fsync: string; now: Date }>(
      `select current_setting('server_version') as version, current_setting('fsync') as fsync, clock_timestamp() as now`,
    );
    const row = rows[0];
    if (row === undefined) throw new Error('no row');
    const skew = Math.round(Math.abs(Date.now() - row.now.getTime()) / 1000);
    return [
      row.fsync === 'on'
        ? { state: 'good', what: say.database, found: `PostgreSQL ${row.version}` }
        : { state: 'bad', what: say.database, found: say.noFsync(row.version), todo: say.setFsync },
      skew <= CLOCK_TOLERANCE_S
        ? { state: 'good', what: say.clock, found: say.clockAgrees(new Date(), skew) }
        : { state: 'bad', what: say.clock, found: say.clockDiffers(skew), todo: say.setClock },
    ];
  } catch (error) {
    return [
      {
        state: 'bad',
        what: say.database,
        found: say.noAnswer(reasonOf(error)),
        todo: say.checkVariable('DATABASE_URL'),
      },
    ];
  } finally {
    await client.end();
  }
}

/** Our own server's address, while the instance that started it lives. */
function ownDatabaseUrl({ dataDir }: Config): string | undefined {
  if (runningInstance(dataDir) === undefined) return undefined;
  const { port, password } = readRecord(`${dataDir}/postgres.json`);
  return port === undefined || password === undefined
    ? undefined
    : `postgres://ciclo:${password}@127.0.0.1:${port}/ciclo`;
}

async function checkTemporal(config: Config, env: NodeJS.ProcessEnv): Promise<readonly Check[]> {
  const own = config.temporal.address === undefined;
  const address = config.temporal.address ?? ownTemporalAddress(config);
  if (address === undefined) return [await checkTemporalProgram(config, env)];
  const { namespace } = config.temporal;
  const options = own ? { address } : connectionOptions(address, config.temporal);
  let connection: Connection;
  try {
    connection = await Connection.connect({ ...options, connectTimeout: PATIENCE_MS });
  } catch (error) {
    return [noTemporal(error)];
  }
  try {
    const info = await connection.withDeadline(Date.now() + PATIENCE_MS, () =>
      connection.workflowService.getSystemInfo({}),
    );
    const server: Check = {
      state: 'good',
      what: say.temporal,
      found: say.temporalAnswers(address, info.serverVersion ?? '?'),
    };
    const missing = await missingSearchAttributes(connection, namespace);
    const ready: Check =
      missing.length === 0
        ? { state: 'good', what: say.namespace, found: namespace }
        : {
            state: 'bad',
            what: say.namespace,
            found: say.attributesMissing(namespace, missing),
            todo: say.prepareNamespace,
          };
    return [server, ready];
  } catch (error) {
    return [noTemporal(error)];
  } finally {
    await connection.close();
  }
}

function noTemporal(error: unknown): Check {
  const todo = say.checkVariable('TEMPORAL_ADDRESS');
  return { state: 'bad', what: say.temporal, found: say.noAnswer(reasonOf(error)), todo };
}

function ownTemporalAddress({ dataDir }: Config): string | undefined {
  if (runningInstance(dataDir) === undefined) return undefined;
  const { port } = readRecord(`${dataDir}/temporal/server.json`);
  return port === undefined ? undefined : `127.0.0.1:${port}`;
}

async function checkTemporalProgram({ cacheDir }: Config, env: NodeJS.ProcessEnv): Promise<Check> {
  const path = env.TEMPORAL_CLI || findOnPath('temporal', env.PATH);
  const version = path === undefined ? undefined : await versionOf(path);
  if (version !== undefined) return { state: 'good', what: say.temporal, found: `${version} (${path})` };
  if (await isCached(cacheDir)) return { state: 'good', what: say.temporal, found: say.inCache(cacheDir) };
  return { state: 'note', what: say.temporal, found: say.noProgramYet, todo: say.runSetup };
}

async function checkMail({ smtpUrl }: Config): Promise<readonly Check[]> {
  if (smtpUrl === undefined) return [{ state: 'note', what: say.mail, found: say.localMailbox, todo: say.setSmtp }];
  const { hostname, port, protocol } = new URL(smtpUrl);
  const where = `${hostname}:${port === '' ? (protocol === 'smtps:' ? 465 : 587) : port}`;
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  });
  try {
    await transport.verify();
    return [{ state: 'good', what: say.mail, found: say.mailAccepts(where) }];
  } catch (error) {
    return [
      {
        state: 'bad',
        what: say.mail,
        found: say.noAnswer(`${where}: ${reasonOf(error)}`),
        todo: say.checkVariable('SMTP_URL'),
      },
    ];
  } finally {
    transport.close();
  }
}

function versionIn(name: string): string {
  const manifest: unknown = createRequire(import.meta.url)(`${name}/package.json`);
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '?';
}

/** The shortest account of an error; a refused connection on several addresses has an empty message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
