import { type Config, loadConfig } from '../config.js';
import { REAL_TIME } from '../domain/clock.js';
import { type Log, quietLog, terminalLog } from '../platform/log.js';
import { handleShutdown, type Shutdown } from '../platform/shutdown.js';
import { saveBody } from '../register/body.js';
import { saveEntity } from '../register/entities.js';
import { PRODUCTION_SCHEMA } from '../register/names.js';
import { systemWords as words } from '../words/system.js';
import { startConsole } from './console/server.js';
import { ensureSchedule, startCycle } from './cycles.js';
import { ownDatabaseUrl } from './doctor/database.js';
import { ownTemporalAddress } from './doctor/temporal.js';
import {
  calendarOf,
  consoleDepsOf,
  openSpace,
  reachServers,
  type Servers,
  type Space,
  startServers,
} from './system.js';

/** The whole system in real time, in one process: servers of our own where none is named. */
export async function serve(): Promise<void> {
  await until(async (log, shutdown) => {
    const servers = await startServers(loadConfig(), log, shutdown);
    const space = await production(servers);
    await prepare(servers, space);
    await space.work();
    const url = await openConsole(servers, space);
    servers.lock?.setConsoleUrl(url);
    for (const line of words.serving(
      url,
      servers.bodies.entities.map((e) => e.name),
    ))
      log.line(line);
    if (space.mailboxDir !== undefined) log.line(words.mailStays(space.mailboxDir));
  });
}

/** The worker alone, beside servers that are there. */
export async function runWorker(): Promise<void> {
  await until(async (log, shutdown) => {
    const servers = await reachServers(loadConfig(), log, shutdown);
    const space = await production(servers);
    await prepare(servers, space);
    await space.work();
    log.line(words.workerReady);
  });
}

/** The console alone, beside servers that are there. */
export async function runConsole(host: string): Promise<void> {
  await until(async (log, shutdown) => {
    const servers = await reachServers(loadConfig(), log, shutdown);
    const space = await production(servers);
    log.line(words.consoleReady(await openConsole(servers, space, host)));
  });
}

/**
 * Starts one exercise's cycle now, beside servers that are there: the configured ones, or those of the instance that runs on this
 * data folder.
 * @returns false when it runs already
 */
export async function startNow(entity: string, exercise: number): Promise<boolean> {
  const log = quietLog;
  const shutdown = handleShutdown(log);
  try {
    const servers = await reachServers(beside(loadConfig()), log, shutdown);
    const space = await production(servers);
    calendarOf(servers, entity, exercise);
    return await startCycle(space.temporal, { space: space.name, entity, exercise, clock: REAL_TIME });
  } finally {
    await shutdown.now();
  }
}

/** The configuration, with the servers of a running instance in the place of those it does not name. */
function beside(config: Config): Config {
  return {
    ...config,
    databaseUrl: config.databaseUrl ?? ownDatabaseUrl(config),
    temporal: { ...config.temporal, address: config.temporal.address ?? ownTemporalAddress(config) },
  };
}

const production = (servers: Servers): Promise<Space> =>
  openSpace(servers, { name: PRODUCTION_SCHEMA, clock: REAL_TIME, consoleUrl: servers.config.console.url });

/** Every entity on file is in the register and has its yearly Schedule. */
async function prepare(servers: Servers, space: Space): Promise<void> {
  for (const entity of servers.bodies.entities) {
    await saveEntity(space.register.db, entity);
    await saveBody(space.register.db, entity.id, servers.bodies.body(entity.id));
    await ensureSchedule(space.temporal, space.name, entity.id);
  }
}

async function openConsole({ config, shutdown, log }: Servers, space: Space, host?: string): Promise<string> {
  const running = await startConsole({
    port: config.console.port,
    ...(host === undefined ? {} : { host }),
    ...consoleDepsOf(space),
    rehearsal: false,
    ...(space.mailboxDir === undefined ? {} : { mailboxDir: space.mailboxDir }),
    log,
  });
  shutdown.add('la console', () => running.stop());
  return running.url;
}

/** Runs until Ctrl-C; what was started is stopped whatever happens. */
async function until(start: (log: Log, shutdown: Shutdown) => Promise<void>): Promise<void> {
  const log = terminalLog(process.stdout);
  const shutdown = handleShutdown(log);
  try {
    await start(log, shutdown);
    await new Promise<void>((resolve) => shutdown.requested.addEventListener('abort', () => resolve(), { once: true }));
  } finally {
    await shutdown.now();
  }
}
