import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { startCast } from '../../src/client/rehearsal/cast.js';
import { chance } from '../../src/client/rehearsal/random.js';
import { loadScript, type Script } from '../../src/client/rehearsal/script.js';
import { startCycle } from '../../src/client/system/cycles.js';
import { payloadKeysOf } from '../../src/client/system/payload-keys.js';
import { type Clock, calendarInstant, msOfInstant } from '../../src/domain/clock.js';
import { terminalLog } from '../../src/platform/log.js';
import { messagesTo, openMailbox } from '../../src/platform/mailbox.js';
import { converting } from '../../src/platform/payload-codec.js';
import { freePort } from '../../src/platform/ports.js';
import { openRegister, type Register } from '../../src/register/database.js';
import { compareEnds, type Facts, factsOf, storyHash } from './facts.js';
import { type Fault, faultsOf } from './faults.js';
import { undisturbedFacts } from './interrupted.js';
import { type Invariant, invariantsOf } from './invariants.js';
import { type Supervised, supervise } from './kept.js';
import { emptyHome, type Servers, startServers } from './servers.js';
import { patientVisit } from './visit.js';

/** How long the calendar of the cycle takes, with what seed, and where everything goes. */
export interface Chaos {
  readonly seed: number;
  readonly minutes: number;
  readonly folder: string;
}

const REF = { space: 'prova_1', entity: 'ccms', exercise: 2016 };
const SPACE = REF.space;
const CYCLE_DAYS = 760;
const PATIENCE_DAYS = 90;
const BEGINS = '2015-06-01T04:00:00Z';
/** On a slow machine people may still be at it when the faults are over: they are given this long in peace. */
const PEACE_MINUTES = 20;
const BETWEEN_MS = [4_000, 10_000] as const;

/** Plays a whole cycle on separate processes while one after the other breaks down; answers whether all holds. */
export async function runChaos({ seed, minutes, folder }: Chaos): Promise<boolean> {
  mkdirSync(folder, { recursive: true });
  const log = terminalLog();
  const undisturbed = await log.during('the undisturbed rehearsal, once', () => undisturbedFacts({ folder }));
  const home = join(folder, `chaos-${seed}`);
  emptyHome(home);
  const servers = await startServers(home, log);
  const ends: (() => Promise<void>)[] = [() => servers.stop()];
  try {
    return await play({ seed, minutes, home, servers, undisturbed, ends });
  } finally {
    // Also when something broke: a worker without its servers would look for them for ever.
    for (const end of ends.reverse()) await end().catch((cause: unknown) => log.line(`not ended in order: ${cause}`));
  }
}

interface Play {
  readonly seed: number;
  readonly minutes: number;
  readonly home: string;
  readonly servers: Servers;
  readonly undisturbed: Facts;
  /** How to end what was begun: the last first. */
  readonly ends: (() => Promise<void>)[];
}

async function play({ seed, minutes, home, servers, undisturbed, ends }: Play): Promise<boolean> {
  const port = await freePort();
  const script = loadScript('seeds/massa-carrara-2016', REF.exercise);
  if (!script.ok) throw new Error('the script of the rehearsal cannot be read');
  const speed = Math.round((CYCLE_DAYS * 86_400) / (minutes * 60));
  // Processes take a while to be ready; the calendar begins with them.
  const clock: Clock = { origin: Date.now() + 15_000, start: msOfInstant(BEGINS), speed };
  const consoleUrl = `http://127.0.0.1:${port}`;
  const env = {
    ...servers.env,
    CICLO_SECRET: 'the secret of a run that is over soon',
    CONSOLE_PORT: String(port),
    CONSOLE_URL: consoleUrl,
  };
  const orders = { space: SPACE, clock, seed: script.value.seed };
  const processOf = async (name: string, part: 'worker' | 'console'): Promise<Supervised> => {
    const place = { ...env, CICLO_DATA: servers.dataOf(name) };
    const one = supervise(name, { ...orders, part }, place, join(home, `${name}.log`));
    ends.push(() => one.end());
    await one.ready;
    return one;
  };
  // The first brings the register up to date, the others find it so.
  const processes = [
    await processOf('worker-1', 'worker'),
    await processOf('worker-2', 'worker'),
    await processOf('console', 'console'),
  ];
  await sleep(Math.max(0, clock.origin - Date.now()));

  const connection = await Connection.connect({ address: servers.temporal.address });
  ends.push(() => connection.close());
  const register = await openRegister({
    url: servers.postgres().url,
    schema: SPACE,
    connections: 2,
    unsaid: 'every-body',
  });
  ends.push(() => register.close());
  const client = new Client({
    connection,
    namespace: servers.temporal.namespace,
    ...converting(await payloadKeysOf({ payloadKeys: [] }, register.db)),
  });
  await startCycle(client, { ...REF, clock });
  const visit = patientVisit(consoleUrl);
  const mailbox = openMailbox(servers.mailbox);
  const cast = startCast({
    ref: REF,
    script: patient(script.value),
    mailsOf: (address) => messagesTo(mailbox, address),
    visit: visit.visit,
    consoleUrl,
    now: () => calendarInstant(clock, Date.now()),
    tell: () => undefined,
  });
  ends.push(() => cast.stop());
  const faults = faultsOf(servers, processes);
  const done = await Promise.race([
    disturb(faults, { seed, until: () => isOver(register), deadline: minutesFrom(Date.now(), minutes) }),
    cast.failed,
  ]);
  servers.calm();
  await Promise.race([inPeace(register), cast.failed]);
  await settled(register);
  await cast.stop();

  const facts = await factsOf(register.db, REF, servers.mailbox);
  writeFileSync(join(home, 'facts.json'), JSON.stringify(facts, undefined, 1));
  const run = { space: SPACE, clock, receipts: visit.receipts, mailbox: servers.mailbox };
  const invariants = [...(await invariantsOf(register.db, client, run)), story(undisturbed, facts)];
  return tell({ minutes, seed, done, invariants, facts, processes, waits: visit.waits() });
}

/** The script with a controllo di gestione that closes no checkpoint while its officers wait for a server. */
const patient = (script: Script): Script => ({
  ...script,
  checkpoints: Object.fromEntries(
    Object.entries(script.checkpoints).map(([id, part]) => [id, { ...part, closedAfterDays: PATIENCE_DAYS }]),
  ),
});

const minutesFrom = (instant: number, minutes: number): number => instant + minutes * 60_000;

/** Waits until the cycle is closed, without faults; the invariants say it where it never is. */
async function inPeace(register: Register): Promise<void> {
  const deadline = minutesFrom(Date.now(), PEACE_MINUTES);
  while (!(await isOver(register)) && Date.now() < deadline) await sleep(1_000);
}

/** Whether the cycle is closed, as far as the register can be asked. */
async function isOver({ db }: Register): Promise<boolean> {
  const cycle = await db
    .selectFrom('cycles')
    .select('status')
    .executeTakeFirst()
    .catch(() => undefined);
  return cycle?.status === 'closed';
}

interface Disturbance {
  readonly seed: number;
  readonly deadline: number;
  until(): Promise<boolean>;
}

/** One fault after the other, each kind in turn, with seeded pauses, until the cycle or the time for faults is over. */
async function disturb(
  faults: readonly Fault[],
  { seed, deadline, until }: Disturbance,
): Promise<ReadonlyMap<string, number>> {
  const done = new Map<string, number>();
  for (let n = 0; !(await until()); n++) {
    if (Date.now() > deadline) break;
    const round = Math.floor(n / faults.length);
    const order = [...faults].sort((a, b) => chance(seed, `${round}/${a.name}`) - chance(seed, `${round}/${b.name}`));
    const fault = order[n % order.length];
    const [least, most] = BETWEEN_MS;
    await sleep(least + (most - least) * chance(seed, `pause/${n}`));
    if (fault === undefined || (await until())) continue;
    process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${fault.name}\n`);
    await fault.strike();
    done.set(fault.name, (done.get(fault.name) ?? 0) + 1);
  }
  return done;
}

/** Waits until the ledger has nothing left to send, for a minute at most: what is left then is forgotten. */
async function settled({ db }: Register): Promise<void> {
  const until = Date.now() + 60_000;
  for (;;) {
    const left = await db
      .selectFrom('notices')
      .select('key')
      .where('state', 'not in', ['sent', 'withdrawn', 'failed'])
      .execute();
    if (left.length === 0 || Date.now() > until) return;
    await sleep(1_000);
  }
}

function story(undisturbed: Facts, facts: Facts): Invariant {
  const { wrong, shifted } = compareEnds(undisturbed, facts);
  for (const line of shifted) process.stdout.write(`  shifted: ${line}\n`);
  return {
    name: `the end of the undisturbed run (${storyHash(undisturbed)})`,
    looked: facts.values.length,
    broken: wrong,
  };
}

interface Told {
  readonly minutes: number;
  readonly seed: number;
  readonly done: ReadonlyMap<string, number>;
  readonly invariants: readonly Invariant[];
  readonly facts: Facts;
  readonly processes: readonly { readonly name: string; readonly unasked: ReadonlyMap<string, number> }[];
  readonly waits: { readonly requests: number; readonly retried: number; readonly longestMs: number };
}

/** The table of figures. */
function tell({ minutes, seed, done, invariants, facts, processes, waits }: Told): boolean {
  const lines = [
    `seed ${seed}, ${minutes} minutes; requests ${waits.requests}, tried again ${waits.retried}, longest wait ${(waits.longestMs / 1000).toFixed(1)} s`,
    ...[...done].map(([name, times]) => `  ${name.padEnd(60)} ${times}`),
    ...processes.flatMap(({ name, unasked }) =>
      [...unasked].map(([how, times]) => `  ${name} ended by itself, ${how}`.padEnd(63) + times),
    ),
    `mails delivered ${facts.delivered}, again after a doubt ${facts.doubted}, without one ${facts.copies}`,
    ...facts.results.filter((line) => line.includes(' entity ')),
    ...invariants.flatMap(({ name, looked, broken }) => [
      `${broken.length === 0 ? 'holds ' : 'BROKEN'} ${name} (${looked})`,
      ...broken.slice(0, 20).map((line) => `         ${line}`),
      ...(broken.length > 20 ? [`         and ${broken.length - 20} more`] : []),
    ]),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return invariants.every(({ broken }) => broken.length === 0);
}
