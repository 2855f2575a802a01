import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { words } from '../words/platform.js';
import { EnvironmentError } from './errors.js';
import { type KeptProcess, lastLines, startKept } from './kept-process.js';
import type { Log } from './log.js';
import { freePort } from './ports.js';
import { type PostgresBinaries, postgresBinaries } from './postgres-binaries.js';
import { privateDataFolder } from './private.js';
import { commandLineOf, endProcess, isErrno, markOf } from './processes.js';
import { readRecord, writeRecord } from './record.js';
import { launchAs, type User, unprivilegedUser } from './unprivileged.js';

/** A PostgreSQL server of our own. */
export interface RunningPostgres {
  /** Connection string of the database's owner, on 127.0.0.1: for setting up and for migrations. */
  readonly url: string;
  /** That of the user the program runs as, who owns nothing; a register lets them in when it is migrated. */
  readonly runUrl: string;
  /** Resolves when the server ends without having been asked to. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

/** Where its data live and who hears of it. */
interface PostgresOptions {
  readonly dataDir: string;
  /** Where a copy of the programs goes when the installed ones cannot be completed in place. */
  readonly cacheDir: string;
  readonly log: Log;
}

const USER = 'ciclo';
const RUNNER = 'ciclo_run';
const DATABASE = 'ciclo';
const READY_MS = 60_000;
const INVALID_PASSWORD = '28P01';
const STILL_HELD = /shared memory block .* is still in use/;
const SESSIONS_END_MS = 30_000;

/**
 * Starts the PostgreSQL kept under `dataDir`, creating it the first time. Only one process may do so at a time: hold the instance lock.
 * A server left behind by a killed process is ended first, in good order, so that nothing it had confirmed is lost.
 * @throws EnvironmentError when it cannot be made to run, with the end of its log
 */
export async function startPostgres(o: PostgresOptions): Promise<RunningPostgres> {
  const dataDir = resolve(o.dataDir);
  const folder = join(dataDir, 'postgres');
  const logFile = join(dataDir, 'log', 'postgres.log');
  const recordFile = join(dataDir, 'postgres.json');
  const binaries = await postgresBinaries(o.cacheDir, o.log);
  privateDataFolder(dataDir);
  const user = unprivilegedUser(folder);

  const record = readRecord(recordFile);
  const password = record.password ?? randomBytes(18).toString('base64url');
  const runPassword = record.runPassword ?? randomBytes(18).toString('base64url');
  // Before the cluster that will know it: a password lost to a crash in between would lock everyone out.
  writeRecord(recordFile, { ...record, password, runPassword });
  await endOrphan(folder, o.log);
  if (!existsSync(join(folder, 'PG_VERSION'))) await create(binaries, folder, user, password, o.log);
  refuseOtherMajor(folder, binaries.major);

  const port = await freePort(record.port === undefined ? undefined : Number(record.port));
  writeRecord(recordFile, { port: String(port), password, runPassword });
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'on',
    log_timezone: 'UTC',
    timezone: 'UTC',
  };
  const args = ['-D', folder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const launch = (): KeptProcess =>
    startKept({
      ...launchAs(user, binaries.postgres, args, [binaries.postgres, join(folder, 'PG_VERSION')]),
      logFile,
      env: { ...process.env, LC_ALL: 'C', PGDATA: undefined },
      signal: 'INT', // "fast": open transactions are rolled back, everything confirmed is written
      patienceMs: 20_000,
    });
  const urlOf = (database: string): string => `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;
  const server = await untilReady(launch, urlOf('postgres'), logFile).catch((error: unknown) => {
    throw isErrno(error, INVALID_PASSWORD) ? new EnvironmentError(...words.postgres.wrongPassword(recordFile)) : error;
  });
  try {
    await ensureDatabase(urlOf('postgres'), runPassword);
  } catch (error) {
    await server.stop();
    throw error;
  }
  const runUrl = `postgres://${RUNNER}:${runPassword}@127.0.0.1:${port}/${DATABASE}`;
  return { url: urlOf(DATABASE), runUrl, ended: server.ended, stop: server.stop };
}

/** Makes the data folder beside its place and moves it there when whole: half a one is never started. */
async function create(
  binaries: PostgresBinaries,
  folder: string,
  user: User | undefined,
  password: string,
  log: Log,
): Promise<void> {
  const parent = join(folder, '..');
  for (const entry of readdirSync(parent)) {
    if (entry.startsWith('postgres.new-')) rmSync(join(parent, entry), { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true });
  const draft = `${folder}.new-${randomBytes(4).toString('hex')}`;
  mkdirSync(draft, { mode: 0o700 });
  if (user !== undefined) chownSync(draft, user.uid, user.gid);
  const cluster = join(draft, 'data');
  const passwordFile = join(draft, 'password');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user !== undefined) chownSync(passwordFile, user.uid, user.gid);
  const args = [
    `--pgdata=${cluster}`,
    `--username=${USER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
  const launch = launchAs(user, binaries.initdb, args, [binaries.initdb, passwordFile]);
  await log.during(words.postgres.creating, () => run(launch.file, launch.args, launch.options));
  renameSync(cluster, folder);
  rmSync(draft, { recursive: true, force: true });
}

function run(file: string, args: readonly string[], options: { uid?: number; gid?: number }): Promise<void> {
  return new Promise((done, reject) => {
    let output = '';
    const child = spawn(file, args, {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, LC_ALL: 'C' },
    });
    child.stdout.on('data', (chunk) => {
      output += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      output += String(chunk);
    });
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) done();
      else reject(new EnvironmentError(...words.postgres.notCreated(output.trimEnd().split('\n').slice(-5))));
    });
  });
}

/** Ends a server that a killed process left on `dataDir`: its folder is then nobody's. */
export async function endLeftPostgres(dataDir: string, log: Log): Promise<void> {
  await endOrphan(join(resolve(dataDir), 'postgres'), log);
}

/**
 * Ends the server a killed process left on this folder. Also removes a `postmaster.pid` whose number now belongs to something else,
 * since PostgreSQL would take that for a living server and refuse to start (usual in containers, where numbers come again).
 */
async function endOrphan(folder: string, log: Log): Promise<void> {
  const pidFile = join(folder, 'postmaster.pid');
  const pid = Number(linesOf(pidFile)[0]);
  const mark = markOf(pid);
  if (mark === undefined) return;
  const command = commandLineOf(pid);
  if (command !== '' && !command.includes(folder)) {
    rmSync(pidFile, { force: true });
    return;
  }
  log.line(words.postgres.orphan(pid));
  const gone = await endProcess(mark, [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ]);
  if (!gone) throw new EnvironmentError(...words.postgres.orphanStays(pid));
}

function refuseOtherMajor(folder: string, major: string): void {
  const written = linesOf(join(folder, 'PG_VERSION'))[0] ?? '';
  if (written !== major) throw new EnvironmentError(...words.postgres.otherMajor(folder, written, major));
}

/** @returns the server that answers; what did not is stopped */
async function untilReady(launch: () => KeptProcess, url: string, logFile: string): Promise<KeptProcess> {
  const begun = Date.now();
  for (;;) {
    const logged = existsSync(logFile) ? statSync(logFile).size : 0;
    const server = launch();
    let ended: string | undefined;
    void server.ended.then((how) => {
      ended = how;
    });
    try {
      while (Date.now() < begun + READY_MS && ended === undefined) {
        if (await answers(url)) return server;
        await sleep(50);
      }
    } catch (error) {
      await server.stop();
      throw error;
    }
    await server.stop();
    // The sessions of a server that was killed outlive it for a moment.
    const isHeld = ended !== undefined && STILL_HELD.test(readFileSync(logFile).subarray(logged).toString());
    if (!isHeld || Date.now() > begun + SESSIONS_END_MS)
      throw new EnvironmentError(...words.postgres.notStarted(ended, logFile, lastLines(logFile, 5)));
    await sleep(200);
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    return true;
  } catch (error) {
    // Not yet listening, or still starting up (57P03) after an abrupt end: both pass.
    if (isErrno(error, 'ECONNREFUSED') || isErrno(error, 'ECONNRESET') || isErrno(error, '57P03')) return false;
    throw error;
  } finally {
    await client.end();
  }
}

async function ensureDatabase(url: string, runPassword: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(DATABASE)}`);
    const runner = await client.query('select from pg_roles where rolname = $1', [RUNNER]);
    const verb = runner.rowCount === 0 ? 'create' : 'alter';
    // At every start: the file with the password may have been lost, and a new one made.
    await client.query(
      `${verb} role ${RUNNER} login nosuperuser nocreatedb nocreaterole password ${client.escapeLiteral(runPassword)}`,
    );
  } finally {
    await client.end();
  }
}

function linesOf(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return [];
    throw error;
  }
}
