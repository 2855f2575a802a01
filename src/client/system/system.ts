import { hostname } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { createInvitations, type Invitations } from '../../access/invitations.js';
import { createOidcSignIn, type OidcSignIn } from '../../access/oidc.js';
import { OIDC_RETURN_PATH } from '../../access/paths.js';
import type { Actions } from '../../acts/actions.js';
import { connectionOptions } from '../../config/connection-options.js';
import { secretOf } from '../../config/secret.js';
import type { Config } from '../../config.js';
import type { Instant } from '../../domain/calendar/types.js';
import { type Clock, calendarInstant } from '../../domain/clock.js';
import type { Mailbox, MailTransport } from '../../mail/transport.js';
import type { Observing } from '../../observability/observing.js';
import type { Deps } from '../../office/deps.js';
import { converting } from '../../platform/payload-codec.js';
import { createClockGuard } from '../../register/clock-guard.js';
import { openRegister, type Register } from '../../register/database.js';
import { migrate } from '../../register/migrate.js';
import { steadyWall } from '../../register/steady-wall.js';
import { endTrouble, recordTrouble } from '../../register/troubles.js';
import type { Bodies } from '../../seeds/bodies.js';
import { watchAtWork } from '../../worker/at-work.js';
import { createWorker, keepWorker } from '../../worker/worker.js';
import { createActions } from './actions.js';
import { rehearsalConnections } from './connections.js';
import { payloadKeysOf } from './payload-keys.js';
import { quietRuntime } from './quiet-runtime.js';
import type { Servers } from './servers.js';
import { openPost, sender } from './space-mail.js';
import { startWatches } from './watches.js';

/** One space at work: its register open, its worker running, its actions ready. */
export interface Space {
  readonly name: string;
  readonly register: Register;
  readonly temporal: Client;
  /** What is sent to Temporal is encrypted with the first of these; none: it is sent as it is. */
  readonly payloadKeys: readonly Buffer[];
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
  /** When the activity its worker has had in hand longest began, by the calendar; undefined when none is. */
  atWorkSince(): Instant | undefined;
  now(): Instant;
  setClock(clock: Clock): void;
  clock(): Clock;
  /**
   * Begins to work.
   * @param before done when everything is ready and no task has been taken yet: what workflows must be told first
   */
  work(before?: () => Promise<void>): Promise<void>;
}

interface SpaceOptions {
  readonly name: string;
  readonly clock: Clock;
  readonly rehearsalSeed?: number;
  /** Whether a rehearsal too holds what is of the law while clocks disagree: its calendar must lie in the past. */
  readonly guarded?: boolean;
  /** How people reach the console: what links in mails begin with. */
  readonly consoleUrl: string;
}

/** How long the Temporal server is given to say that it is there, in milliseconds. */
const TEMPORAL_PATIENCE_MS = 1_500;

/** Opens a space on the servers: register migrated, mail ready, connected to Temporal; the worker waits for `work`. */
export async function openSpace(servers: Servers, options: SpaceOptions): Promise<Space> {
  const { config, shutdown, observing, databaseUrl, runUrl, journal, bodies } = servers;
  let current = options.clock;
  if (servers.migrated !== options.name) await migrate({ url: databaseUrl, runUrl, schema: options.name });
  const register = await openRegister({
    url: runUrl,
    schema: options.name,
    ...observing.pool,
  });
  const wall = await steadyWall({ db: register.db, log: journal });
  const now = (): Instant => calendarInstant(current, wall());
  observing.count(register.db, now);
  shutdown.add('il registro', () => register.close());
  const { transport, mailboxDir } = await openPost(servers, options.name);
  const payloadKeys = await payloadKeysOf(config.temporal, register.db);
  const connect = connectionOptions(servers.temporal.address, config.temporal);
  const connection = await Connection.connect(connect);
  shutdown.add('la connessione a Temporal', () => connection.close());
  const temporal = new Client({
    connection,
    namespace: servers.temporal.namespace,
    ...observing.client,
    ...converting(payloadKeys),
  });
  const from = sender(config.mailFrom);
  const atWork = watchAtWork(now);
  const invitations = createInvitations(secretOf(config), options.consoleUrl, config.previousSecret);

  return {
    name: options.name,
    register,
    temporal,
    payloadKeys,
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
    atWorkSince: atWork.since,
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
      const changed = async (doubt: string | undefined, at: Instant): Promise<void> => {
        const trouble = { kind: 'clock-doubted', machine: hostname(), doubt: doubt ?? '' } as const;
        await (doubt === undefined ? endTrouble : recordTrouble)(register.db, trouble, at);
      };
      // A rehearsal's calendar is nobody's law, and runs away from every clock by design.
      const guard =
        options.rehearsalSeed === undefined || options.guarded === true
          ? createClockGuard({ db: register.db, log: journal, changed })
          : undefined;
      const domain = from.address.split('@')[1] ?? 'localhost';
      const deps: Deps = {
        register,
        bodies,
        connections: options.rehearsalSeed === undefined ? config.connections : rehearsalConnections(config.seedsDir),
        invitations,
        post: { transport, from, domain, consoleUrl: options.consoleUrl, clock: () => current },
        publicDir: join(config.dataDir, 'pubblicato', options.name),
        // What is invented stays here.
        siteStore: options.rehearsalSeed === undefined ? config.siteStore : undefined,
        rehearsalSeed: options.rehearsalSeed,
        log: journal,
        guard,
        now,
      };
      const worker = await createWorker({
        connection: native,
        namespace: servers.temporal.namespace,
        space: options.name,
        ...observing.worker,
        watching: atWork.watching,
        buildId: config.buildId,
        payloadKeys,
        deps,
      });
      await before?.();
      keepWorker(worker, () => failure, shutdown);
      shutdown.add('lo stato del worker', () => {
        held = worker.getState() === 'FAILED';
      });
      const isAtWork = (): boolean => worker.getState() === 'RUNNING';
      startWatches({ space: options.name, client: temporal, deps, config, shutdown, isAtWork });
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
