import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Connection } from '@temporalio/client';
import { lastLines, startKept } from '../../src/platform/kept-process.js';
import type { Log } from '../../src/platform/log.js';
import { prepareNamespace } from '../../src/platform/namespace.js';
import { freePort } from '../../src/platform/ports.js';
import { findOnPath, isExecutable, runProgram } from '../../src/platform/program.js';

const VERSION = 'v1.29.1';
const MODULE = 'go.temporal.io/server';
const PROGRAMS = ['cmd/server', 'cmd/tools/sql'].map((path) => `${MODULE}/${path}@${VERSION}`);
/** As the production compose file has it. */
const SHARDS = '128';
const DYNAMIC_CONFIG = fileURLToPath(new URL('../../deploy/temporal/dynamicconfig.yaml', import.meta.url));
const READY_MS = 120_000;
const FIRST_PORT = 17_233;
const LAST_PORT = 32_767;

/** A full Temporal server, the one production runs, on a PostgreSQL. */
export interface FullServer {
  readonly address: string;
  readonly namespace: string;
  stop(): Promise<void>;
  /** SIGKILL, at once. */
  kill(): void;
  /** Starts it again, after it was stopped or killed, where it was. */
  restart(): Promise<void>;
}

/**
 * Builds the server once into the cache with Go (about four minutes), puts its schema in two databases beside ours, and
 * starts it.
 * @param databaseUrl a PostgreSQL whose user may create databases
 */
export async function startFullServer(
  databaseUrl: string,
  folder: string,
  cacheDir: string,
  log: Log,
): Promise<FullServer> {
  const bin = join(cacheDir, `temporal-server-${VERSION}-${process.platform}-${process.arch}`);
  await build(bin, log);
  const source = await sourceOf();
  const { hostname, port, username, password } = new URL(databaseUrl);
  await makeSchema(bin, join(source, 'schema', 'postgresql', 'v12'), {
    SQL_PLUGIN: 'postgres12',
    SQL_HOST: hostname,
    SQL_PORT: port,
    SQL_USER: username,
    SQL_PASSWORD: password,
  });

  const root = join(folder, 'temporal-server');
  mkdirSync(root, { recursive: true });
  rmSync(join(root, 'config'), { recursive: true, force: true });
  cpSync(join(source, 'config'), join(root, 'config'), { recursive: true });
  const ports = await distinctPorts(8);
  const names = ['FRONTEND', 'HISTORY', 'MATCHING', 'WORKER'];
  const logFile = join(folder, 'temporal-server.log');
  const launch = () =>
    startKept({
      file: join(bin, 'server'),
      args: ['--root', root, '--env', 'docker', 'start'],
      options: {},
      logFile,
      env: {
        ...process.env,
        DB: 'postgres12',
        DB_PORT: port,
        POSTGRES_SEEDS: hostname,
        POSTGRES_USER: username,
        POSTGRES_PWD: password,
        DBNAME: 'temporal',
        VISIBILITY_DBNAME: 'temporal_visibility',
        VISIBILITY_POSTGRES_SEEDS: hostname,
        VISIBILITY_DB_PORT: port,
        NUM_HISTORY_SHARDS: SHARDS,
        BIND_ON_IP: '127.0.0.1',
        LOG_LEVEL: 'warn',
        DYNAMIC_CONFIG_FILE_PATH: DYNAMIC_CONFIG,
        ...Object.fromEntries(
          names.flatMap((name, i) => [
            [`${name}_GRPC_PORT`, String(ports[2 * i])],
            [`${name}_MEMBERSHIP_PORT`, String(ports[2 * i + 1])],
          ]),
        ),
      },
      signal: 'TERM',
      patienceMs: 20_000,
    });
  let server = launch();
  const address = `127.0.0.1:${ports[0]}`;
  const namespace = 'ciclo';
  const answering = async (): Promise<void> => {
    const deadline = Date.now() + READY_MS;
    for (;;) {
      const connection = Connection.lazy({ address, connectTimeout: 2_000 });
      try {
        await connection.withDeadline(Date.now() + 20_000, () => prepareNamespace(connection, namespace));
        return;
      } catch (cause) {
        if (Date.now() > deadline) {
          await server.stop();
          throw new Error(`the full server does not answer: ${lastLines(logFile, 5)}`, { cause });
        }
        await sleep(500);
      } finally {
        await connection.close();
      }
    }
  };
  await answering();
  return {
    address,
    namespace,
    stop: () => server.stop(),
    kill: () => void process.kill(server.pid, 'SIGKILL'),
    restart: async () => {
      server = launch();
      await answering();
    },
  };
}

async function build(bin: string, log: Log): Promise<void> {
  if (isExecutable(join(bin, 'server')) && isExecutable(join(bin, 'sql'))) return;
  mkdirSync(bin, { recursive: true });
  await log.during('building the full Temporal server with Go, once', async () => {
    const env = { ...process.env, GOBIN: bin, CGO_ENABLED: '0', GOFLAGS: '-buildvcs=false' };
    const { status, output } = await runProgram(go(), ['install', ...PROGRAMS], { env, cwd: bin });
    if (status !== 0) throw new Error(`go install failed: ${output.slice(-2_000)}`);
  });
}

/** Where Go keeps the server's sources, with its configuration and schema. */
async function sourceOf(): Promise<string> {
  const { output } = await runProgram(go(), ['env', 'GOMODCACHE']);
  const folder = join(
    output.trim() === '' ? join(homedir(), 'go', 'pkg', 'mod') : output.trim(),
    `${MODULE}@${VERSION}`,
  );
  if (!existsSync(folder)) throw new Error(`${folder} is not there: remove the cached server and run again`);
  return folder;
}

function go(): string {
  const path = findOnPath('go', process.env.PATH);
  if (path === undefined) throw new Error('this suite builds a full Temporal server and needs Go on the PATH');
  return path;
}

async function makeSchema(bin: string, schemas: string, env: NodeJS.ProcessEnv): Promise<void> {
  for (const [database, kind] of [
    ['temporal', 'temporal'],
    ['temporal_visibility', 'visibility'],
  ] as const) {
    for (const args of [
      ['create-database'],
      ['setup-schema', '--version', '0.0'],
      ['update-schema', '--schema-dir', join(schemas, kind, 'versioned')],
    ]) {
      const { status, output } = await runProgram(join(bin, 'sql'), ['--database', database, ...args], {
        env: { ...process.env, ...env },
      });
      if (status !== 0) throw new Error(`the schema of ${database} failed at ${args[0]}: ${output.slice(-1_000)}`);
    }
  }
}

/** The server keeps its members' ports in a `smallint`: above 32767 it can not record itself. */
async function distinctPorts(count: number): Promise<readonly number[]> {
  const ports: number[] = [];
  for (let port = FIRST_PORT; ports.length < count; port++) {
    if (port > LAST_PORT) throw new Error(`no ${count} free ports between ${FIRST_PORT} and ${LAST_PORT}`);
    if ((await freePort(port)) === port) ports.push(port);
  }
  return ports;
}
