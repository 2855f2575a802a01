import { basename } from 'node:path';
import { type Config, loadConfig } from '../../config.js';
import { REAL_TIME } from '../../domain/clock.js';
import type { Launch } from '../../domain/cycle-input.js';
import { outliveTheReader } from '../../platform/closed-pipe.js';
import { runningInstance } from '../../platform/instance-lock.js';
import { quietLog } from '../../platform/log.js';
import { handleShutdown, type Shutdown } from '../../platform/shutdown.js';
import { saveBody } from '../../register/body.js';
import { saveEntity } from '../../register/entities.js';
import { markSaved } from '../../register/good-files.js';
import { PRODUCTION_SCHEMA } from '../../register/names.js';
import { saveOutlines } from '../../register/outlines.js';
import { seeing } from '../../register/sight.js';
import { ensureSchedule, startCycle } from './cycles.js';
import { ownDatabaseUrl, ownRunUrl } from './doctor/database.js';
import { ownTemporalAddress } from './doctor/temporal.js';
import type { Reading } from './files-as-good.js';
import { calendarOf } from './files-as-good.js';
import { startInstallationWatch } from './installation-watch.js';
import { journalIn } from './journal.js';
import { lookAtBackups } from './last-backup.js';
import { payloadsTo } from './payload-facts.js';
import { reachServers, type Servers, startServers } from './servers.js';
import { type ServingEvent, servingSentences } from './serving-event.js';
import { consoleDepsOf, openSpace, type Space } from './system.js';
import { collectedTeller, type Teller, teller } from './telling.js';

/** In production what somebody breaks in one body's files stops nobody. */
const LAST_GOOD: Reading = { lastGoodIn: PRODUCTION_SCHEMA, records: false };
const RECORDING: Reading = { ...LAST_GOOD, records: true };

/** Who starts a cycle at a terminal hears within seconds what keeps it waiting, and is not kept there. */
const START_WAITS = { lookMs: 5_000, patienceMs: 60_000 } as const;

/** The console with its pages: a worker by itself has no use for the memory they take. */
const consoleServer = () => import('./server.js');

/** The whole system in real time, in one process: servers of our own where none is named. */
export async function serve(json: boolean): Promise<void> {
  await until(json, async ({ log, tell }, shutdown) => {
    const config = loadConfig();
    // Where one runs already, that it does is what there is to say.
    if (runningInstance(config.dataDir) === undefined) await (await consoleServer()).requirePort(config.console.port);
    const servers = await startServers(config, log, shutdown, RECORDING);
    const space = await production(servers);
    await prepare(servers, space);
    await space.work();
    const url = await openConsole(servers, space);
    servers.lock?.setConsoleUrl(url);
    tell({
      event: 'serving',
      // The name mails link by: a session opened by one name is not there by another.
      console: space.consoleUrl,
      entities: servers.bodies.entities.map(({ id, name }) => ({ id, name })),
      mailbox: space.mailboxDir,
    });
  });
}

/** The worker alone, beside servers that are there. */
export async function runWorker(json: boolean): Promise<void> {
  await until(json, async ({ log, tell }, shutdown) => {
    const servers = await reachServers(loadConfig(), log, shutdown, RECORDING);
    const space = await production(servers);
    await prepare(servers, space);
    await space.work();
    tell({ event: 'worker-ready' });
  });
}

/** The console alone, beside servers that are there. */
export async function runConsole(host: string, json: boolean): Promise<void> {
  await until(json, async ({ log, tell }, shutdown) => {
    const config = loadConfig();
    await (await consoleServer()).requirePort(config.console.port, host);
    const servers = await reachServers(config, log, shutdown, LAST_GOOD);
    const space = await production(servers);
    tell({ event: 'console-ready', console: await openConsole(servers, space, host) });
  });
}

/**
 * Starts one exercise's cycle now, beside servers that are there: the configured ones, or those of the instance that runs on this
 * data folder.
 * @param heldBy hears what keeps it waiting, within seconds
 * @returns whether it was started, ran already, or had ended; `asked` when it has not begun within a minute
 */
export async function startNow(
  entity: string,
  exercise: number,
  heldBy: (failure: string | undefined) => void,
): Promise<Launch | 'asked'> {
  const log = quietLog;
  const shutdown = handleShutdown(log);
  try {
    const servers = await reachServers(withRunningServers(loadConfig()), log, shutdown, LAST_GOOD);
    // Before anything is made: who mistypes an entity leaves nothing behind.
    calendarOf(servers, entity, exercise);
    const space = await production(servers);
    return await startCycle(
      space.temporal,
      { space: space.name, entity, exercise, clock: REAL_TIME },
      { ...START_WAITS, heldBy },
    );
  } finally {
    await shutdown.now();
  }
}

/** The configuration, with the servers of a running instance in the place of those it does not name. */
export function withRunningServers(config: Config): Config {
  return {
    ...config,
    // The running one offers its metrics at that address; what a command prints is its answer alone.
    observing: { ...config.observing, metrics: undefined },
    logTo: 'file',
    databaseUrl: config.databaseUrl ?? ownRunUrl(config),
    databaseOwnerUrl:
      config.databaseOwnerUrl ?? (config.databaseUrl === undefined ? ownDatabaseUrl(config) : undefined),
    temporal: { ...config.temporal, address: config.temporal.address ?? ownTemporalAddress(config) },
  };
}

const production = (servers: Servers): Promise<Space> =>
  openSpace(servers, { name: PRODUCTION_SCHEMA, clock: REAL_TIME, consoleUrl: servers.config.console.url });

/** Every entity on file is in the register and has its yearly Schedule. What the register has already is not written again. */
async function prepare({ bodies, saved }: Servers, space: Space): Promise<void> {
  const { db } = space.register;
  const unsaved = bodies.entities.filter(({ id }) => !saved.has(id));
  for (const { id } of unsaved) {
    await seeing(id, async () => {
      await saveEntity(db, bodies.entity(id));
      await saveBody(db, id, bodies.body(id));
      await saveOutlines(
        db,
        id,
        bodies.outlines(id).map(({ value }) => value),
      );
    });
  }
  await markSaved(
    db,
    unsaved.map(({ folder }) => basename(folder)),
  );
  for (const { id } of bodies.entities) await ensureSchedule(space.temporal, space.name, id);
}

async function openConsole({ config, shutdown, log, journal }: Servers, space: Space, host?: string): Promise<string> {
  const { startConsole } = await consoleServer();
  const running = await startConsole({
    port: config.console.port,
    host,
    ...consoleDepsOf(space),
    rehearsal: false,
    mailboxDir: space.mailboxDir,
    log,
  });
  shutdown.add('la console', () => running.stop());
  const domain = space.post.from.address.split('@')[1] ?? 'localhost';
  const watch = startInstallationWatch({
    register: space.register,
    post: { ...space.post, domain, consoleUrl: space.consoleUrl },
    now: space.now,
    backups: (now) => lookAtBackups(config, now),
    payloads: payloadsTo({ address: config.temporal.address, payloadKeys: space.payloadKeys }),
    failed: (cause) => journal.warn({ cause }, 'what is stuck in the installation: it will be looked at again'),
  });
  shutdown.add('la ricognizione dell’installazione', watch);
  return running.url;
}

/** Runs until Ctrl-C; what was started is stopped whatever happens. */
async function until(
  json: boolean,
  start: (telling: Teller<ServingEvent>, shutdown: Shutdown) => Promise<void>,
): Promise<void> {
  const config = loadConfig();
  if (config.logTo === 'stdout') outliveTheReader();
  const telling =
    config.logTo === 'stdout' ? collectedTeller(journalIn(config), servingSentences) : teller(json, servingSentences);
  const shutdown = handleShutdown(telling.log);
  try {
    await start(telling, shutdown);
    await new Promise<void>((resolve) => shutdown.requested.addEventListener('abort', () => resolve(), { once: true }));
  } finally {
    await shutdown.now();
  }
  telling.tell({ event: 'stopped' });
}
