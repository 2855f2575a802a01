import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { words } from '../words/platform.js';
import { EnvironmentError } from './errors.js';
import { type KeptProcess, lastLines, startKept } from './kept-process.js';
import type { Log } from './log.js';
import { prepareNamespace } from './namespace.js';
import { freePort } from './ports.js';
import { privateFolder } from './private.js';
import { commandLineOf, endProcess, isAlive } from './processes.js';
import { readRecord, writeRecord } from './record.js';
import { resolveTemporalBinary } from './temporal-binary.js';

/** A Temporal server of our own. */
export interface RunningTemporal {
  /** `127.0.0.1:PORT` */
  readonly address: string;
  readonly namespace: string;
  /** Temporal's own pages; undefined when started without them. */
  readonly uiUrl: string | undefined;
  /** Resolves when the server ends without having been asked to. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

/** Where its data live, what it is called, who hears of it. */
interface TemporalOptions {
  readonly dataDir: string;
  readonly cacheDir: string;
  readonly namespace: string;
  readonly log: Log;
  /** Without Temporal's pages: lighter, for tests. */
  readonly headless?: boolean;
}

const READY_MS = 60_000;
const USUAL_PORTS: { readonly port?: number; readonly uiPort?: number } = { port: 7233, uiPort: 8233 };

/**
 * Starts Temporal's development server on a database file under `dataDir`, with namespace and search attributes in place.
 * Only one process may do so at a time: hold the instance lock. A server left behind by a killed process is ended first.
 * @throws EnvironmentError when there is no program or it does not start, with the end of its log
 */
export async function startTemporal(o: TemporalOptions): Promise<RunningTemporal> {
  const dataDir = resolve(o.dataDir);
  const folder = join(dataDir, 'temporal');
  const logFile = join(dataDir, 'log', 'temporal.log');
  const recordFile = join(folder, 'server.json');
  const database = join(folder, 'temporal.db');
  const binary = await resolveTemporalBinary({ cacheDir: o.cacheDir, log: o.log });
  privateFolder(folder);

  const record = readRecord(recordFile);
  await endOrphan(record, database, o.log);
  // The addresses Temporal's own documentation uses, while they are free; servers without pages are for tests and may be many.
  const usual = o.headless === true ? {} : USUAL_PORTS;
  const port = await freePort(numberIn(record, 'port') ?? usual.port);
  const uiPort = o.headless === true ? undefined : await freePort(numberIn(record, 'uiPort') ?? usual.uiPort);
  const server = startKept({
    file: binary.path,
    args: [
      ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--db-filename', database],
      ...(uiPort === undefined ? ['--headless'] : ['--ui-port', String(uiPort)]),
      ...['--log-level', 'warn', '--log-format', 'json'],
      // As `deploy/temporal/dynamicconfig.yaml` says of the server production runs.
      ...['--dynamic-config-value', 'system.enableActivityEagerExecution=true'],
    ],
    options: {},
    logFile,
    signal: 'TERM',
    patienceMs: 15_000,
  });
  const ports = { port: String(port), uiPort: uiPort === undefined ? undefined : String(uiPort) };
  writeRecord(recordFile, { ...ports, pid: String(server.pid), began: server.began });

  const address = `127.0.0.1:${port}`;
  try {
    const connection = await untilReady(server, address, logFile);
    try {
      await prepareNamespace(connection, o.namespace);
    } finally {
      await connection.close();
    }
  } catch (error) {
    await server.stop();
    throw error;
  }
  const uiUrl = uiPort === undefined ? undefined : `http://localhost:${uiPort}/namespaces/${o.namespace}/workflows`;
  return { address, namespace: o.namespace, uiUrl, ended: server.ended, stop: server.stop };
}

/** Ends a server that a killed process left on `dataDir`: its database is then nobody's. */
export async function endLeftTemporal(dataDir: string, log: Log): Promise<void> {
  const folder = join(resolve(dataDir), 'temporal');
  await endOrphan(readRecord(join(folder, 'server.json')), join(folder, 'temporal.db'), log);
}

/** The server a killed process left behind holds the database file and the port. */
async function endOrphan(record: Readonly<Record<string, string>>, database: string, log: Log): Promise<void> {
  const mark = { pid: numberIn(record, 'pid') ?? 0, began: record.began ?? '' };
  if (mark.pid === 0 || !existsSync(database) || !isAlive(mark)) return;
  const command = commandLineOf(mark.pid);
  if (command !== '' && !command.includes(database)) return;
  log.line(words.temporal.orphan(mark.pid));
  const gone = await endProcess(mark, [
    ['SIGTERM', 15_000],
    ['SIGKILL', 5_000],
  ]);
  if (!gone) throw new EnvironmentError(...words.temporal.orphanStays(mark.pid));
}

async function untilReady(server: KeptProcess, address: string, logFile: string): Promise<Connection> {
  let ended: string | undefined;
  void server.ended.then((how) => {
    ended = how;
  });
  const deadline = Date.now() + READY_MS;
  while (Date.now() < deadline && ended === undefined) {
    const connection = await connect(address);
    if (connection !== undefined) return connection;
    await sleep(100);
  }
  throw new EnvironmentError(...words.temporal.notStarted(ended, logFile, lastLines(logFile, 5)));
}

/** A connection once the server answers; undefined while it does not, for whatever reason. */
async function connect(address: string): Promise<Connection | undefined> {
  const connection = Connection.lazy({ address, connectTimeout: 2_000 });
  try {
    await connection.withDeadline(Date.now() + 2_000, () => connection.workflowService.listNamespaces({ pageSize: 1 }));
    return connection;
  } catch {
    await connection.close();
    return undefined;
  }
}

function numberIn(record: Readonly<Record<string, string>>, key: string): number | undefined {
  const text = record[key];
  return text === undefined ? undefined : Number(text);
}
