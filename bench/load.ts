import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type CompiledQuery, sql } from 'kysely';
import pg from 'pg';
import { SESSION_COOKIE } from '../src/client/pages/kit/viewer.js';
import { type Db, openRegister } from '../src/register/database.js';
import { appendLog } from '../src/register/log.js';
import { beginSession } from '../src/register/sessions.js';
import { filled } from '../test/client/pages/duties/officer-site.js';
import { CONSOLE_URL } from '../test/client/pages/parts.js';
import { textOf } from '../test/client/pages/site.js';
import { consoleOver, type HalfRunRegister, inHalfRun, SCHEMA, takesForms } from './half-run-register.js';
import type { ConsoleOrders, ConsoleTold } from './load-console.js';
import { percentile, row, say } from './morning/figures.js';
import { TSX } from './tsx.js';

const MINUTES = Number(process.env.BENCH_MINUTES ?? 10);
const WATCHERS = 200;
const CLIENTS = 16;
/** A form's post beside the inserts it makes. */
const GOAL = 3;
/** Memory from the third tenth of the run to its end may grow by so much. */
const FLAT = 1.1;
/** Forms sent, and inserts made, one after another before the load. */
const ALONE = 40;
/** Wall milliseconds between two bare inserts, and between two lines of the log that the watchers are told. */
const BARE_MS = 200;
const LOGGED_MS = 2_000;

/** Times a form is sent again while colleagues answer the same. */
const MOST_AGAIN = 20;

const CYCLE = 'ccms/2016';
const FORM = `/cicli/${CYCLE}/attivita/monitoraggio-2/adempimento`;
const PAGES = [
  '',
  '/monitoraggi',
  '/attivita/monitoraggio-2',
  '/cruscotto',
  '/indicatori/2.2.1-01',
  '/piano',
  '/programmi',
].map((path) => `/cicli/${CYCLE}${path}`);

/** Wall milliseconds: `asked` are forms that came back with a question, `bare` the inserts alone. */
type Times = Readonly<Record<'page' | 'post' | 'asked' | 'bare', number[]>>;

interface Person {
  readonly id: string;
  readonly cookie: string;
}

/**
 * The morning of a checkpoint's due date: 200 pages that follow the log, 16 people who read and answer without a pause, the console in a process
 * of its own. The inserts of a form are made bare beside it, in the same minutes.
 */
export async function run(): Promise<void> {
  await inHalfRun('carico', async (half) => {
    const register = await openRegister({ ...half.place, unsaid: 'every-body' });
    const child = fork(
      fileURLToPath(new URL('load-console.ts', import.meta.url)),
      [JSON.stringify({ ...half.place, now: half.now } satisfies ConsoleOrders)],
      { execArgv: [...TSX.flags] },
    );
    try {
      const told = await answerOf(child);
      if (!('url' in told)) throw new Error('the console said something else than its address');
      await measure(told.url, child, half, register.db);
    } finally {
      child.send('stop');
      await register.close();
    }
  });
}

async function measure(url: string, child: ChildProcess, half: HalfRunRegister, db: Db): Promise<void> {
  const officers = await officersOf(db);
  const insert = await insertOf(half, officers[0]);
  const bare = new pg.Client({ connectionString: half.place.url, options: `-c search_path=${SCHEMA} -c timezone=UTC` });
  await bare.connect();
  const alone = none();
  for (let n = 1; n <= ALONE; n++) {
    await post(url, officers[0] as Person, -n, alone);
    await timed(alone.bare, () => insert(bare, -n));
  }
  const ends = performance.now() + MINUTES * 60_000;
  const wrong: unknown[] = [];
  const goesOn = (): boolean => wrong.length === 0 && performance.now() < ends;
  // What fails ends the others before the register is taken from under them.
  const noted = (work: Promise<void>): Promise<void> => work.catch((cause: unknown) => void wrong.push(cause));
  const times = none();
  const watching = new AbortController();
  const watchers = Array.from({ length: WATCHERS }, () => watch(url, officers[0], watching.signal));
  const reader = async (n: number): Promise<void> => {
    const officer = officers[n % officers.length] as Person;
    for (let turn = n; goesOn(); turn++) {
      const asked = turn % (PAGES.length + 1);
      if (asked === PAGES.length) await post(url, officer, turn * CLIENTS + n, times);
      else await timed(times.page, () => read(url, PAGES[asked] as string, officer));
    }
  };
  const memory: number[] = [];
  const beside = [
    every(BARE_MS, goesOn, (n) => timed(times.bare, () => insert(bare, n))),
    every(LOGGED_MS, goesOn, (n) =>
      appendLog(db, { at: half.now, actor: 'sistema', action: 'prova', subject: `riga ${n}`, cycle: CYCLE }),
    ),
    every((MINUTES * 60_000) / 10, goesOn, async () => {
      child.send('memory');
      const told = await answerOf(child);
      if ('rss' in told) memory.push(told.rss / 2 ** 20);
    }),
  ];
  await Promise.all([...Array.from({ length: CLIENTS }, (_, n) => reader(n)), ...beside].map(noted));
  const load = loadavg()[0] ?? 0;
  watching.abort();
  const heard = await Promise.all(watchers.map((one) => one.done));
  await bare.end();
  if (wrong.length > 0) throw wrong[0];
  row('a form sent alone', told(alone.post));
  row('its inserts, bare and alone', told(alone.bare));
  row('pages', told(times.page));
  row('forms sent', told(times.post));
  row('forms asked about', told(times.asked));
  row('their inserts, bare', told(times.bare));
  row(
    'watchers alive, lines each was told at least',
    `${watchers.filter((w) => w.alive()).length}, ${Math.min(...heard)}`,
  );
  row('memory of the console, MB, ten times', memory.map((mb) => mb.toFixed(0)).join(' '));
  row('load of the machine', load.toFixed(1));
  const ratio = p95(times.post) / p95(times.bare);
  const growth = Math.max(...memory.slice(3)) / (memory[2] ?? 0);
  row('p95 of forms beside their inserts', `${ratio.toFixed(1)} times${ratio < GOAL ? '' : ` (goal: under ${GOAL})`}`);
  if (watchers.some((w) => !w.alive())) throw new Error('a watcher was dropped');
  if (growth > FLAT) throw new Error(`memory grew by ${((growth - 1) * 100).toFixed(0)}%`);
  say('checked: every answer right, all watchers alive, memory flat');
}

const none = (): Times => ({ page: [], post: [], asked: [], bare: [] });

const inOrder = (times: readonly number[]): readonly number[] => times.toSorted((a, b) => a - b);
const p95 = (times: readonly number[]): number => Number(percentile(inOrder(times), 95));

const told = (times: readonly number[]): string =>
  `${times.length}, p50 ${percentile(inOrder(times), 50)} ms, p95 ${percentile(inOrder(times), 95)} ms`;

const answerOf = async (child: ChildProcess): Promise<ConsoleTold> => (await once(child, 'message'))[0] as ConsoleTold;

/** Those who have something to answer at the checkpoint that is open. */
async function officersOf(db: Db): Promise<readonly Person[]> {
  const { rows } = await sql<{ person: string; email: string }>`
    select distinct m.person, p.email from memberships m
    join checkpoint_indicators i on i.office = m.office and i.cycle = ${CYCLE} and i.checkpoint = 'monitoraggio-2'
    join people p on p.entity = m.entity and p.id = m.person
    where m.entity = 'ccms' and m.from_date <= '2016-09-20' and m.to_date >= '2016-09-20' and p.active order by 1`.execute(
    db,
  );
  return Promise.all(
    rows.map(async ({ person, email }) => ({
      id: person,
      cookie: `${SESSION_COOKIE}=${await beginSession(db, email, 'mail', 10)}`,
    })),
  );
}

async function read(url: string, path: string, { cookie, id }: Person): Promise<string> {
  const answer = await fetch(`${url}${path}`, { headers: { cookie } });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${path} answered ${id} ${answer.status}: ${text.slice(0, 200)}`);
  return text;
}

/** A form with its nth card, in turn, answered with what needs no number, and is another each time. */
function answered(html: string, n: number): FormData {
  const codes = [...new Set([...html.matchAll(/name="risposta:([^"]+)"/g)].map(([, code]) => code))];
  const code = codes[Math.abs(n) % codes.length];
  return filled(html, {
    [`risposta:${code}`]: 'not-assessable',
    [`motivo:${code}`]: `Dato non ancora noto, invio ${n}`,
    ...Object.fromEntries(['valore', 'numeratore', 'denominatore', 'il'].map((field) => [`${field}:${code}`, ''])),
  });
}

/** Sends a form; where a colleague has answered the same meanwhile, sends it again as the page asks. */
async function post(url: string, officer: Person, n: number, times: Times): Promise<void> {
  let body = answered(await timed(times.page, () => read(url, FORM, officer)), n);
  for (let again = 0; ; again++) {
    const began = performance.now();
    const headers = { cookie: officer.cookie, origin: url };
    const answer = await fetch(`${url}${FORM}`, { method: 'POST', body, headers, redirect: 'manual' });
    const html = await answer.text();
    const accepted = answer.status === 303;
    (accepted ? times.post : times.asked).push(performance.now() - began);
    if (accepted) return;
    if (again === MOST_AGAIN || !html.includes('inviare di nuovo'))
      throw new Error(`a form of ${officer.id} was answered ${answer.status}: ${textOf(html).slice(0, 2_000)}`);
    body = filled(html, {});
  }
}

/** The statements a form's post writes with, for a form of another key each time. */
async function insertOf({ place, now }: HalfRunRegister, officer: Person | undefined) {
  if (officer === undefined) throw new Error('nobody has anything to answer');
  const asked: CompiledQuery[] = [];
  const traced = await openRegister({ ...place, onQuery: (query) => void asked.push(query), unsaid: 'every-body' });
  const { app, stop } = consoleOver(traced.db, now, { actions: takesForms(traced.db, now) });
  const headers = { cookie: officer.cookie, origin: CONSOLE_URL };
  const html = await (await app.request(FORM, { headers })).text();
  asked.length = 0;
  const answer = await app.request(FORM, { method: 'POST', body: answered(html, 0), headers });
  if (answer.status !== 303)
    throw new Error(`the first form was answered ${answer.status}: ${textOf(await answer.text()).slice(0, 2_000)}`);
  const writes = asked.filter((query) => /insert into submissions/.test(query.sql));
  stop();
  await traced.close();
  if (writes.length === 0) throw new Error('a form made no insert');
  return async (bare: pg.Client, n: number): Promise<void> => {
    for (const { sql: text, parameters } of writes) {
      const own = parameters.map((one) =>
        typeof one === 'string' ? one.replace(/"key":"/, `"key":"nudo/${n}/`) : one,
      );
      await bare.query(text, own);
    }
  };
}

/** A page that follows the log: how many lines it was told, once it is ended. */
function watch(url: string, officer: Person | undefined, signal: AbortSignal) {
  let alive = true;
  let heard = 0;
  const follow = async (): Promise<number> => {
    try {
      const headers = { cookie: officer?.cookie ?? '' };
      const stream = await fetch(`${url}/cicli/${CYCLE}/eventi`, { headers, signal });
      if (stream.status !== 200) throw new Error(`a watcher was answered ${stream.status}`);
      for await (const chunk of stream.body ?? [])
        heard += Buffer.from(chunk).toString('utf8').split('event: ').length - 1;
      alive = false;
    } catch (cause) {
      if (!signal.aborted) {
        alive = false;
        say(`a watcher ended: ${String(cause)}`);
      }
    }
    return heard;
  };
  return { done: follow(), alive: () => alive };
}

async function every(ms: number, goesOn: () => boolean, work: (n: number) => Promise<unknown>): Promise<void> {
  for (let n = 1; goesOn(); n++) {
    await pause(ms);
    await work(n);
  }
}

/** Does the work, and writes down its milliseconds. */
async function timed<T>(into: number[], work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const done = await work();
  into.push(performance.now() - began);
  return done;
}
