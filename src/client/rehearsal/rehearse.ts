import { setMaxListeners } from 'node:events';
import { dirname } from 'node:path';
import { loadConfig } from '../../config.js';
import type { CycleRef } from '../../domain/acting.js';
import type { CivilDate } from '../../domain/calendar/types.js';
import { romeDate } from '../../domain/calendar/zone.js';
import { earliest, instantOfMs, resumeClock } from '../../domain/clock.js';
import { Failure } from '../../platform/errors.js';
import { messagesTo, openMailbox } from '../../platform/mailbox.js';
import { freePort } from '../../platform/ports.js';
import { handleShutdown, type Shutdown } from '../../platform/shutdown.js';
import { saveClock } from '../../register/clock.js';
import { logOf } from '../../register/log.js';
import { nextRehearsalSchema } from '../../register/migrate.js';
import { dueMailSince } from '../../register/notice-claims.js';
import { seeing } from '../../register/sight.js';
import { entityFiles, loadEntity } from '../../seeds/entity.js';
import { formatSeedError } from '../../seeds/read-yaml.js';
import { rehearsalWords as words } from '../../words/rehearsal.js';
import * as ids from '../../workflows/ids.js';
import { startCycle } from '../system/cycles.js';
import { calendarOf } from '../system/files-as-good.js';
import { startConsole } from '../system/server.js';
import { type Servers, startServers } from '../system/servers.js';
import { consoleDepsOf, openSpace, type Space } from '../system/system.js';
import { type Teller, teller } from '../system/telling.js';
import { beginningOf, changedFiles, filesNow, keepBeginning } from './beginning.js';
import type { CastDeps } from './cast/planned.js';
import { type Cast, startCast } from './cast.js';
import { interruptedRehearsal } from './interrupted.js';
import { startNarrator } from './narrator.js';
import { beginNextYear } from './next-year.js';
import { openingsOf } from './openable.js';
import { firstClock, keepClock, runningWorkflows, slowClock, tellClock, USUAL_SPEED } from './pace.js';
import type { RehearsalEvent } from './rehearsal-event.js';
import { loadScript, type Script } from './script.js';
import { rehearsalSentences } from './sentences.js';
import { summarise } from './summary.js';
import { takeBack } from './take-back.js';
import type { Visit } from './visitor.js';

export interface RehearsalOptions {
  /** Absent, like the year: whatever rehearsal was interrupted, or the reference body's. */
  readonly entity?: string;
  readonly year?: number;
  /** Calendar seconds per wall second; absent: as fast as what is due opens in time. */
  readonly speed?: number;
  /** Until this day the calendar runs three times as fast. */
  readonly from?: CivilDate;
  /** Begins another, whatever was interrupted. */
  readonly anew: boolean;
  /** Ends by itself, with the summary, when the cycle does. */
  readonly once: boolean;
  /** Tells programs: `RehearsalEvent`s, one a line. */
  readonly json: boolean;
}

type Interrupted = NonNullable<Awaited<ReturnType<typeof interruptedRehearsal>>>;

const REFERENCE = { entity: 'ccms', exercise: 2016 };

/** Runs, or goes on with, a rehearsal: the real system under a fast clock, played by a cast. */
export async function rehearse(options: RehearsalOptions): Promise<void> {
  const telling = teller(options.json, rehearsalSentences);
  const shutdown = handleShutdown(telling.log);
  try {
    await perform(options, shutdown, telling);
  } finally {
    await shutdown.now();
  }
  telling.tell({ event: 'stopped' });
}

async function perform(
  options: RehearsalOptions,
  shutdown: Shutdown,
  { log, tell }: Teller<RehearsalEvent>,
): Promise<void> {
  const config = loadConfig();
  const servers = await startServers(config, log, shutdown);
  const before = await interruptedRehearsal(servers);
  const interrupted = before !== undefined && !options.anew && isAskedFor(before.ref, options) ? before : undefined;
  if (before !== undefined && interrupted === undefined) {
    const { entity, exercise } = before.ref;
    tell({ event: 'left-aside', entity, exercise });
  }
  const asked = { entity: options.entity ?? REFERENCE.entity, exercise: options.year ?? REFERENCE.exercise };
  if (interrupted === undefined) calendarOf(servers, asked.entity, asked.exercise);
  const ref: CycleRef = interrupted?.ref ?? { space: await nextRehearsalSchema(servers.databaseUrl), ...asked };
  await seeing(ref.entity, () => play(options, servers, { ref, interrupted }, { log, tell }));
}

/** Plays one body's year; what it asks of the register sees that body alone. */
async function play(
  options: RehearsalOptions,
  servers: Servers,
  { ref, interrupted }: { readonly ref: CycleRef; readonly interrupted: Interrupted | undefined },
  { log, tell }: Teller<RehearsalEvent>,
): Promise<void> {
  const { config, shutdown } = servers;
  const folder = folderOf(servers, ref);
  const script = scriptIn(folder, ref);
  const files = filesNow(config.seedsDir, folder);
  const kept = interrupted === undefined ? undefined : beginningOf(config.dataDir, ref.space);
  const speed = options.speed ?? kept?.speed ?? USUAL_SPEED;
  const from = interrupted === undefined ? options.from : kept?.from;
  const clock =
    interrupted === undefined
      ? firstClock(calendarOf(servers, ref.entity, ref.exercise).opensAt, { from, speed })
      : slowClock({ ...interrupted.clock, speed }, { from, speed });
  // Mails carry the address of the console, so its port must be known, and free, before the first leaves.
  const port = await freePort(config.console.port, PORTS_NEAR);
  if (port !== config.console.port) log.line(words.portTaken(config.console.port, port));
  const space = await openSpace(servers, {
    name: ref.space,
    clock,
    rehearsalSeed: script.seed,
    consoleUrl: port === config.console.port ? config.console.url : `http://localhost:${port}`,
  });
  await saveClock(space.register.db, clock, space.now());
  if (interrupted === undefined) {
    keepBeginning(config.dataDir, ref.space, { files, speed, from });
  } else {
    const changed = changedFiles(kept?.files ?? files, files);
    const fromIgnored = options.from !== undefined && options.from !== kept?.from;
    tell({ event: 'resuming', exercise: ref.exercise, on: romeDate(space.now()), changedFiles: changed, fromIgnored });
  }
  // The calendar stands still until there is somebody to work by it, and nothing is left in hands that are no more.
  let running: readonly string[] = [];
  await space.work(async () => {
    if (interrupted !== undefined) running = await runningWorkflows(space.temporal, space.name);
    await takeBack(space.temporal, running);
    space.setClock({ ...clock, origin: Date.now() });
    if (interrupted !== undefined) await tellClock(space, space.clock());
  });
  const console_ = await startConsole({
    port,
    ...consoleDepsOf(space),
    rehearsal: true,
    mailboxDir: space.mailboxDir,
    log,
  });
  shutdown.add('la console', () => console_.stop());
  servers.lock?.setConsoleUrl(console_.url);
  const { uiUrl } = servers.temporal;
  tell({
    event: 'ready',
    ...ref,
    simulated: true,
    console: console_.url,
    mailbox: `${console_.url}/posta`,
    temporal: uiUrl,
    speed,
  });

  let cast: Cast | undefined;
  const stopKeeping = keepClock(space, { from, speed }, async () => {
    const { db } = space.register;
    const now = space.now();
    const [openings, dueMail] = await Promise.all([openingsOf(db, ref, now), dueMailSince(db, now)]);
    return {
      people: cast === undefined ? instantOfMs(0) : earliest(cast.busySince(), space.atWorkSince()),
      system: earliest(openings.since, dueMail),
      late: openings.late,
    };
  });
  shutdown.add('l’orologio', stopKeeping);
  // One that broke down while nobody looked goes on from the register.
  if (!running.includes(ids.cycleWorkflow(ref))) await startCycle(space.temporal, { ...ref, clock: space.clock() });
  const narrator = startNarrator({
    ref,
    phases: new Map(calendarOf(servers, ref.entity, ref.exercise).phases.map((p) => [p.id, p.title])),
    register: space.register,
    since: interrupted === undefined ? 0 : await lastEntry(space),
    now: space.now,
    tell,
  });
  shutdown.add('il racconto', () => narrator.stop());
  const people: CastDeps = {
    ref,
    script,
    ...mailOf(space),
    visit: visiting(console_.url),
    consoleUrl: space.consoleUrl,
    now: space.now,
    tell: (said) => tell({ event: 'acted', said }),
  };
  cast = startCast(people);
  const playing = cast;
  shutdown.add('la compagnia', () => playing.stop());

  // A question still open when its connection closes would bring the process down.
  const asking = new AbortController();
  // Each long wait for the result listens anew.
  setMaxListeners(0, asking.signal);
  try {
    await Promise.race([cycleEnded(space, ref, asking.signal), playing.failed, aborted(shutdown.requested)]);
  } finally {
    asking.abort();
  }
  if (shutdown.requested.aborted) return;
  await playing.stop();
  await narrator.stop();
  await stopKeeping();
  // The story is over: pages go on showing its last day.
  space.setClock({ ...resumeClock(space.clock(), Date.now(), space.now()), speed: 0 });
  await beginNextYear(space, ref, people);
  tell({ event: 'summary', ...(await summarise(space.register.db, ref)) });
  tell({ event: 'ended', console: console_.url, staysOpen: !options.once });
  if (options.once) return;
  await aborted(shutdown.requested);
}

/** What the cast reads; nothing where mail really leaves. */
function mailOf({ mailboxDir }: Space): Pick<CastDeps, 'mailsOf'> {
  if (mailboxDir === undefined) return {};
  const mailbox = openMailbox(mailboxDir);
  return { mailsOf: (address) => messagesTo(mailbox, address) };
}

/** Brings the cast to the console itself, by whatever address people outside would reach it. */
const visiting =
  (url: string): Visit =>
  (address, request) => {
    const { pathname, search } = new URL(address);
    return fetch(`${url}${pathname}${search}`, request);
  };

/** Whether a rehearsal is the one asked for; who names neither body nor exercise goes on with any. */
export function isAskedFor(
  ref: Omit<CycleRef, 'space'>,
  { entity, year }: Pick<RehearsalOptions, 'entity' | 'year'>,
): boolean {
  return (entity ?? ref.entity) === ref.entity && (year ?? ref.exercise) === ref.exercise;
}

async function lastEntry({ register }: Space): Promise<number> {
  const [entry] = await logOf(register.db, { limit: 1 });
  return entry?.id ?? 0;
}

async function cycleEnded({ temporal }: Space, ref: CycleRef, signal: AbortSignal): Promise<void> {
  // The client asks again every minute and leaves a listener each time: on a signal of its own, where nobody counts them.
  const own = AbortSignal.any([signal]);
  setMaxListeners(0, own);
  await temporal.withAbortSignal(own, () => temporal.workflow.getHandle(ids.cycleWorkflow(ref)).result());
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

/** Links of mails hold the console's port: beside another Ciclo it should be the same at the next start. */
const PORTS_NEAR = 10;

/** Folder of the body's own files. */
function folderOf(servers: Servers, ref: CycleRef): string {
  const file = entityFiles(servers.config.seedsDir).find((f) => {
    const entity = loadEntity(f);
    return entity.ok && entity.value.value.id === ref.entity;
  });
  return dirname(file ?? servers.config.seedsDir);
}

function scriptIn(folder: string, ref: CycleRef): Script {
  const script = loadScript(folder, ref.exercise);
  if (script.ok) return script.value;
  throw new Failure(2, words.badScript, ...script.error.map(formatSeedError));
}
