import { hostname } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import type { Logger } from 'pino';
import { createInvitations, type Invitations } from '../../access/invitations.js';
import { createOidcSignIn, type OidcSignIn } from '../../access/oidc.js';
import { OIDC_RETURN_PATH } from '../../access/paths.js';
import type { Actions } from '../../acts/actions.js';
import { type Config, connectionOptions, secretOf } from '../../config.js';
import type { DatedCalendar, Instant } from '../../domain/calendar/types.js';
import { type Clock, calendarInstant, REAL_TIME } from '../../domain/clock.js';
import type { Trouble } from '../../domain/trouble.js';
import { type Mailbox, type MailTransport, openTransport } from '../../mail/transport.js';
import { type Observing, startObserving } from '../../observability/observing.js';
import { EnvironmentError, Failure } from '../../platform/errors.js';
import { acquireInstanceLock, type InstanceLock } from '../../platform/instance-lock.js';
import type { Log } from '../../platform/log.js';
import { prepareNamespace } from '../../platform/namespace.js';
import { converting } from '../../platform/payload-codec.js';
import { startPostgres } from '../../platform/postgres.js';
import { privateFolder } from '../../platform/private.js';
import type { Shutdown } from '../../platform/shutdown.js';
import { startSink } from '../../platform/sink.js';
import { startTemporal } from '../../platform/temporal.js';
import { createClockGuard } from '../../register/clock-guard.js';
import { openRegister, type Register } from '../../register/database.js';
import { migrate } from '../../register/migrate.js';
import { endTrouble, keepTroubles, openTroubles, recordTrouble } from '../../register/troubles.js';
import { type Bodies, loadBodies } from '../../seeds/bodies.js';
import { formatSeedError, type SeedError } from '../../seeds/read-yaml.js';
import { readTerms } from '../../seeds/retention.js';
import { systemWords } from '../../words/system.js';
import { startPursuit } from '../../worker/awaited-acts.js';
import { startDelayWatch } from '../../worker/delay-watch.js';
import { startReminders } from '../../worker/reminders.js';
import { startRetentionWatch } from '../../worker/retention-watch.js';
import { startSiteWatch } from '../../worker/site-watch.js';
import { startSweep } from '../../worker/sweep.js';
import { troubleTeller } from '../../worker/trouble-mail.js';
import { startTroubleWatch } from '../../worker/trouble-watch.js';
import { createWorker, keepWorker } from '../../worker/worker.js';
import { createActions } from './actions.js';
import { rehearsalConnections } from './connections.js';
import { journalIn } from './journal.js';
import { loadLastGood } from './last-good.js';
import { reachDatabase, reachTemporal } from './reach.js';

/** The servers a system stands on: those the configuration names, or our own under the data folder. */
export interface Servers {
  readonly config: Config;
  readonly log: Log;
  /** For what happens inside: a file under the data folder. */
  readonly journal: Logger;
  readonly shutdown: Shutdown;
  readonly observing: Observing;
  /** Absent for one process of many: the servers then are not ours to start. */
  readonly lock?: InstanceLock;
  /** Of who owns the registers: to make them and to bring them up to date. */
  readonly databaseUrl: string;
  /** Of who the program runs as. */
  readonly runUrl: string;
  readonly temporal: { readonly address: string; readonly namespace: string; readonly uiUrl: string | undefined };
  readonly bodies: Bodies;
  /** Bodies of which the register has what their files say. */
  readonly saved: ReadonlySet<string>;
  /** The space whose register has been brought up to date already. */
  readonly migrated?: string;
}

/**
 * How data files with errors are met: `strict` ends, with every error; in the space that is named, a body with errors goes on
 * as it last was without, and the others as they are. Who `records` keeps there what is good now, and the list of what is not.
 */
export type Reading = 'strict' | { readonly lastGoodIn: string; readonly records: boolean };

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

type Files = Pick<Servers, 'bodies' | 'saved' | 'migrated'>;

/** The data files of this installation, with the last good version of those that have errors, which are told. */
async function bodiesAsGood(
  config: Config,
  { databaseUrl, runUrl }: Database,
  reading: Reading,
  log: Log,
  journal: Logger,
): Promise<Files> {
  if (reading === 'strict') return bodiesIn(config);
  const { lastGoodIn: schema, records } = reading;
  await migrate({ url: databaseUrl, runUrl, schema });
  const register = await openRegister({ url: runUrl, schema, connections: 1 });
  try {
    const loaded = await loadLastGood(register.db, config.seedsDir, records);
    if (!loaded.ok) throw badFiles(loaded.error);
    const { broken } = loaded.value;
    const troubles = broken.map(({ unit, errors, kept }): Trouble => {
      const [first] = errors.map(formatSeedError);
      const failure = systemWords.firstOf(first ?? '', errors.length);
      return { kind: 'file-unreadable', file: unit, failure, ...(kept ? {} : { leftOut: true }) };
    });
    const at = calendarInstant(REAL_TIME, Date.now());
    if (records) {
      // Files of terms are looked at by who erases by them.
      const unseen = (await openTroubles(register.db, 'all')).flatMap(({ detail }) =>
        detail.kind === 'file-unreadable' && detail.holds === 'erasing' ? [detail.file] : [],
      );
      await keepTroubles(register.db, { kinds: ['file-unreadable'], troubles, unseen }, at);
    }
    for (const { unit, errors, kept } of broken) {
      log.line([systemWords.brokenFiles(unit, kept), ...errors.map((e) => `  ${formatSeedError(e)}`)].join('\n'));
      journal.error({ unit, kept, errors }, 'data files with errors');
    }
    const { bodies, saved } = loaded.value;
    return { bodies, saved, migrated: schema };
  } finally {
    await register.close();
  }
}

const badFiles = (errors: readonly SeedError[]): Failure =>
  new Failure(2, systemWords.badFiles, ...errors.map((e) => `  ${formatSeedError(e)}`));

/** The data files of this installation. @throws Failure with every error of every file, one a line */
function bodiesIn(config: Config): Files {
  const loaded = loadBodies(config.seedsDir);
  if (loaded.ok) return { bodies: loaded.value, saved: new Set() };
  throw badFiles(loaded.error);
}

/**
 * The calendar a cycle would have.
 * @throws Failure when no file describes the entity, or its template refuses the exercise
 */
export function calendarOf({ bodies }: Servers, entity: string, exercise: number): DatedCalendar {
  if (!bodies.entities.some((e) => e.id === entity)) {
    throw new Failure(
      2,
      systemWords.noEntity(
        entity,
        bodies.entities.map((e) => e.id),
      ),
    );
  }
  const calendar = bodies.calendar(entity, exercise);
  if (calendar.ok) return calendar.value;
  throw new Failure(1, systemWords.noCalendar(entity, exercise), ...calendar.error.map((p) => `  ${p.message}`));
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

type Database = Pick<Servers, 'databaseUrl' | 'runUrl'>;

async function namedDatabase(config: Config, runUrl: string): Promise<Database> {
  return { databaseUrl: await reachDatabase(config.databaseOwnerUrl ?? runUrl), runUrl };
}

async function ownPostgres(config: Config, log: Log, shutdown: Shutdown): Promise<Database> {
  const server = await startPostgres({ dataDir: config.dataDir, cacheDir: config.cacheDir, log });
  keep('PostgreSQL', server, shutdown);
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
  keep('Temporal', server, shutdown);
  return { address: server.address, namespace: server.namespace, uiUrl: server.uiUrl };
}

interface OwnServer {
  /** Resolves when the server is no more, asked to stop or not. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

/** Without one of its servers the system can do nothing: when one ends unasked it says so and stops in order. */
function keep(name: string, server: OwnServer, shutdown: Shutdown): void {
  let asked = false;
  shutdown.add(name, () => {
    asked = true;
    return server.stop();
  });
  void server.ended.then((reason) => {
    if (!asked) shutdown.fail(systemWords.serverEnded(name, reason));
  });
}

/** One space at work: its register open, its worker running, its actions ready. */
export interface Space {
  readonly name: string;
  readonly register: Register;
  readonly temporal: Client;
  readonly actions: Actions;
  readonly invitations: Invitations;
  /** How mail leaves, also what is not in the ledger. */
  readonly post: { readonly transport: MailTransport; readonly from: Mailbox };
  /** How people reach the console: what links begin with. */
  readonly consoleUrl: string;
  /** How people sign in to the console. */
  readonly signIn: { readonly mail: boolean; readonly oidc?: OidcSignIn };
  /** Proxies of ours before the console. */
  readonly proxies: number;
  /** Whether the Temporal server answers within a moment. */
  reachesTemporal(): Promise<boolean>;
  /** Watches every request of the console. */
  readonly watching: Observing['requests'];
  /** Plans a calendar from the data files. */
  readonly calendarOf: Bodies['calendar'];
  readonly bodies: Bodies;
  /** Folder of the local mailbox; undefined where mail really leaves. */
  readonly mailboxDir: string | undefined;
  now(): Instant;
  setClock(clock: Clock): void;
  clock(): Clock;
  /**
   * Begins to work.
   * @param before done when everything is ready and no task has been taken yet: what workflows must be told first
   */
  work(before?: () => Promise<void>): Promise<void>;
}

export interface SpaceOptions {
  readonly name: string;
  readonly clock: Clock;
  readonly rehearsalSeed?: number;
  /** How people reach the console: what links in mails begin with. */
  readonly consoleUrl: string;
}

/** How long the Temporal server is given to say that it is there, in milliseconds. */
const TEMPORAL_PATIENCE_MS = 1_500;

/** Opens a space on the servers: register migrated, mail ready, connected to Temporal; the worker waits for `work`. */
export async function openSpace(servers: Servers, options: SpaceOptions): Promise<Space> {
  const { config, shutdown, observing, databaseUrl, runUrl, journal, bodies } = servers;
  let current = options.clock;
  const now = (): Instant => calendarInstant(current, Date.now());
  if (servers.migrated !== options.name) await migrate({ url: databaseUrl, runUrl, schema: options.name });
  const register = await openRegister({
    url: runUrl,
    schema: options.name,
    // A rehearsal has a space, and a story, to itself.
    unsaid: options.rehearsalSeed === undefined ? 'nothing' : 'every-body',
    ...observing.pool,
  });
  observing.count(register.db, now);
  shutdown.add('il registro', () => register.close());
  const { transport, mailboxDir } = await openPost(servers, options.name);
  const connect = connectionOptions(servers.temporal.address, config.temporal);
  const connection = await Connection.connect(connect);
  shutdown.add('la connessione a Temporal', () => connection.close());
  const temporal = new Client({
    connection,
    namespace: servers.temporal.namespace,
    ...observing.client,
    ...converting(config.temporal.payloadKeys),
  });
  const from = sender(config.mailFrom);
  const invitations = createInvitations(secretOf(config), options.consoleUrl, config.previousSecret);

  return {
    name: options.name,
    register,
    temporal,
    actions: createActions({ temporal, register, now }),
    invitations,
    post: { transport, from },
    consoleUrl: options.consoleUrl,
    signIn: signInOf(config, options.consoleUrl),
    proxies: config.access.proxies,
    watching: observing.requests,
    calendarOf: bodies.calendar,
    bodies,
    reachesTemporal: () =>
      connection
        .withDeadline(Date.now() + TEMPORAL_PATIENCE_MS, () => connection.workflowService.getSystemInfo({}))
        .then(
          () => true,
          () => false,
        ),
    mailboxDir,
    now,
    clock: () => current,
    setClock: (clock) => {
      current = clock;
    },
    work: async (before) => {
      let failure: string | undefined;
      quietRuntime(journal, await observing.runtime(), (said) => {
        failure = said;
      });
      const native = await NativeConnection.connect(connect);
      // A worker that failed holds it for ever.
      let held = false;
      shutdown.add('la connessione del worker', () => (held ? undefined : native.close()));
      // A rehearsal's calendar is nobody's law, and runs away from every clock by design.
      const publicDir = join(config.dataDir, 'pubblicato', options.name);
      const changed = async (doubt: string | undefined, at: Instant): Promise<void> => {
        const trouble = { kind: 'clock-doubted', machine: hostname(), doubt: doubt ?? '' } as const;
        await (doubt === undefined ? endTrouble : recordTrouble)(register.db, trouble, at);
      };
      const guard =
        options.rehearsalSeed === undefined
          ? { guard: createClockGuard({ db: register.db, log: journal, changed }) }
          : {};
      const worker = await createWorker({
        connection: native,
        namespace: servers.temporal.namespace,
        space: options.name,
        ...observing.worker,
        buildId: config.buildId,
        payloadKeys: config.temporal.payloadKeys,
        deps: {
          register,
          bodies,
          connections: options.rehearsalSeed === undefined ? config.connections : rehearsalConnections(config.seedsDir),
          invitations,
          post: {
            transport,
            from,
            domain: from.address.split('@')[1] ?? 'localhost',
            consoleUrl: options.consoleUrl,
            clock: () => current,
          },
          publicDir,
          rehearsalSeed: options.rehearsalSeed,
          log: journal,
          ...guard,
          now,
        },
      });
      await before?.();
      keepWorker(worker, () => failure, shutdown);
      shutdown.add('lo stato del worker', () => {
        held = worker.getState() === 'FAILED';
      });
      const stopSweep = startSweep({ client: temporal, register, space: options.name, log: journal });
      shutdown.add('la ricognizione dei moduli', stopSweep);
      shutdown.add('la ricognizione degli atti', startPursuit({ temporal, db: register.db, log: journal }));
      shutdown.add('la ricognizione dei ritardi', startDelayWatch({ register, log: journal, now, ...guard }));
      shutdown.add('la ricognizione del sito', startSiteWatch({ register, bodies, publicDir, log: journal }));
      // In a rehearsal years pass in minutes: what it shows would be gone before anybody looked.
      if (options.rehearsalSeed === undefined) {
        const terms = () => readTerms(config.seedsDir);
        const retention = startRetentionWatch({ register, log: journal, terms, now });
        shutdown.add('la conservazione dei dati', retention);
      }
      const domain = from.address.split('@')[1] ?? 'localhost';
      const post = { transport, from, domain, consoleUrl: options.consoleUrl };
      // In a rehearsal the hours in which reminders leave pass in a moment.
      const everyMs = options.rehearsalSeed === undefined ? 60_000 : 100;
      shutdown.add('i promemoria', startReminders({ register, post, log: journal, now, ...guard }, everyMs));
      const watch = startTroubleWatch({
        client: temporal,
        register,
        space: options.name,
        log: journal,
        now,
        isAtWork: () => worker.getState() === 'RUNNING',
        tell: troubleTeller({ register, post, now }),
        // A rehearsal's cycle is started by hand.
        scheduled: () => (options.rehearsalSeed === undefined ? bodies.entities.map(({ id }) => id) : []),
      });
      shutdown.add('la ricognizione di ciò che è fermo', watch);
    },
  };
}

/** What the console takes from a space. */
export const consoleDepsOf = (space: Space) => ({
  register: space.register,
  actions: space.actions,
  invitations: space.invitations,
  post: space.post,
  consoleUrl: space.consoleUrl,
  signIn: space.signIn,
  proxies: space.proxies,
  watching: space.watching,
  calendarOf: space.calendarOf,
  bodies: space.bodies,
  reachesTemporal: () => space.reachesTemporal(),
  clock: space.now,
});

function signInOf(config: Config, consoleUrl: string): Space['signIn'] {
  const { mail, oidc } = config.access;
  if (oidc === undefined) return { mail };
  const returnUrl = `${consoleUrl}${OIDC_RETURN_PATH}`;
  return { mail, oidc: createOidcSignIn({ ...oidc, returnUrl, secret: secretOf(config) }) };
}

async function openPost(
  { config, shutdown, observing }: Servers,
  space: string,
): Promise<{ readonly transport: MailTransport; readonly mailboxDir: string | undefined }> {
  const mailboxDir = config.smtpUrl === undefined ? join(config.dataDir, 'mailbox', space) : undefined;
  if (mailboxDir !== undefined) privateFolder(join(config.dataDir, 'mailbox'));
  const url = config.smtpUrl ?? (await localMailbox(shutdown, mailboxDir ?? config.dataDir));
  const transport = observing.transport(openTransport({ url }));
  shutdown.add('la posta', () => transport.close());
  return { transport, mailboxDir };
}

async function localMailbox(shutdown: Shutdown, dir: string): Promise<string> {
  const sink = await startSink({ dir });
  shutdown.add('la casella locale', () => sink.stop());
  return sink.url;
}

/** `Ciclo <ciclo@ente.example>` or a bare address. */
function sender(mailFrom: string): Mailbox {
  const match = /^(.*)<(.+)>$/.exec(mailFrom);
  if (match === null) return { name: 'Ciclo della performance', address: mailFrom.trim() };
  return { name: (match[1] ?? '').trim(), address: (match[2] ?? '').trim() };
}

/** The SDK's own runtime lives as long as there is a worker; what it says goes to the journal. */
function quietRuntime(
  journal: Logger,
  telemetry: Awaited<ReturnType<Observing['runtime']>>,
  failed: (reason: string) => void,
): void {
  Runtime.install({
    logger: new DefaultLogger('WARN', ({ level, message, meta }) => {
      journal[level === 'ERROR' ? 'error' : 'warn']({ ...meta }, message);
      if (level === 'ERROR' && meta?.error instanceof Error) failed(meta.error.message);
    }),
    telemetryOptions: { logging: { forward: {}, filter: 'WARN' }, ...telemetry },
    shutdownSignals: [],
  });
}
