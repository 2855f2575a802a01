import { pino } from 'pino';
import { SESSION_COOKIE } from '../src/client/pages/kit/viewer.js';
import type { Instant } from '../src/domain/calendar/types.js';
import { READ_TOGETHER } from '../src/office/each-due.js';
import { planEvaluationNotices } from '../src/office/evaluation-notices.js';
import { planFollowUpNotices } from '../src/office/follow-up-notices.js';
import { planWeeklySummaries } from '../src/office/weekly-summary.js';
import { type Db, openRegister } from '../src/register/database.js';
import { registerFigures } from '../src/register/figures.js';
import { withdrawEnded } from '../src/register/notice-withdrawals.js';
import { stepsAwaitingSheets } from '../src/register/reading/sheets-standing.js';
import { beginSession } from '../src/register/sessions.js';
import { seeingEveryBody } from '../src/register/sight.js';
import { runningPlaces, stepsInTrouble } from '../src/register/trouble-facts.js';
import { checkpointsWithUntaken } from '../src/register/untaken.js';
import { watchDelays } from '../src/worker/delay-watch.js';
import { PLANS_AT_ONCE, planLook } from '../src/worker/plan-look.js';
import { isSettled } from '../src/worker/sheets-watch.js';
import { consoleParts } from '../test/client/pages/parts.js';
import { counted } from '../test/register/counted.js';
import { consoleOver, inHalfRun, SCHEMA } from './half-run-register.js';
import { say } from './morning/figures.js';
import { bodyName, multiply } from './multiply.js';

const SIZES: readonly number[] = (process.env.BENCH_SIZES ?? '1,100,1000').split(',').map(Number);
const BODY = bodyName(0);
const CYCLE = `${BODY}/2016`;
const TRIES = 5;

/** Pages of one body and what is asked of all bodies at once. */
const PAGES: readonly string[] = [
  '/',
  `/enti/${BODY}`,
  `/enti/${BODY}/trasparenza`,
  `/cicli/${CYCLE}`,
  `/cicli/${CYCLE}/attivita/piano-approvazione`,
  `/cicli/${CYCLE}/attivita/monitoraggio-1`,
  `/cicli/${CYCLE}/monitoraggi`,
  `/cicli/${CYCLE}/cruscotto`,
  `/cicli/${CYCLE}/indicatori/2.2.1-01`,
  `/cicli/${CYCLE}/programmi`,
  `/cicli/${CYCLE}/piano`,
  `/cicli/${CYCLE}/registro`,
];

/** What one thing costs: queries sent, rows that came back, milliseconds. */
interface Cost {
  readonly queries: number;
  readonly rows: number;
  readonly ms: number;
}

/**
 * The same pages and the same rounds of the worker's watches with more and more bodies in the register, each with a cycle in
 * September: what they ask of it, and for how long. A page of one body must ask for as much among a thousand as alone.
 */
export async function run(): Promise<void> {
  await inHalfRun('crescita', async ({ place, now, log }) => {
    const table = new Map<string, Cost[]>();
    let there = 0;
    for (const size of SIZES) {
      await log.during(`${size} bodies in the register`, () => multiply(place, [there, size - 1], 1));
      there = size;
      for (const [what, cost] of await costs(place, now)) table.set(what, [...(table.get(what) ?? []), cost]);
    }
    tell(table);
    refuseGrowth(table);
  });
}

async function costs(place: { url: string; schema: string }, now: Instant): Promise<ReadonlyMap<string, Cost>> {
  // As in production: who does not say whose rows are seen sees none.
  const register = await openRegister({ ...place, unsaid: 'nothing' });
  const asked = counted(register.db);
  const { db } = asked;
  const console_ = consoleOver(db, now, { rehearsal: false });
  const session = await seeingEveryBody(() =>
    beginSession(register.db, `guglielmo.tarasconi@${BODY}.example`, 'mail', 8),
  );
  const headers = { cookie: `${SESSION_COOKIE}=${session}` };
  const found = new Map<string, Cost>();
  const measure = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    const times: number[] = [];
    let last = { queries: 0, rows: 0 };
    for (let n = 0; n < TRIES; n++) {
      const [before, rows, began] = [asked.queries(), asked.rows(), performance.now()];
      await work();
      times.push(performance.now() - began);
      last = { queries: asked.queries() - before, rows: asked.rows() - rows };
    }
    const cost = { ...last, ms: times.sort((a, b) => a - b)[Math.floor(TRIES / 2)] ?? Number.NaN };
    say(`${what.padEnd(44)}${cell(cost)}`);
    found.set(what, cost);
  };
  try {
    for (const page of PAGES)
      await measure(page.replace(CYCLE, '…').replace(BODY, '…'), async () => {
        const first = await console_.app.request(page, { headers });
        // Who signs in is led to where their work is.
        const led = first.status === 302 ? first.headers.get('location') : null;
        const answer = led === null ? first : await console_.app.request(led, { headers });
        const text = await answer.text();
        if (answer.status !== 200) throw new Error(`${page} answered ${answer.status}: ${text.slice(0, 200)}`);
      });
    for (const [what, round] of rounds(db, now)) await measure(what, () => seeingEveryBody(round));
    return found;
  } finally {
    console_.stop();
    await register.close();
  }
}

/** Rounds of the worker's watches, for all bodies. */
function rounds(db: Db, now: Instant): readonly (readonly [string, () => Promise<unknown>])[] {
  const { post, invitations } = consoleParts();
  const letters = { ...post, domain: 'ente.example', consoleUrl: 'http://localhost:8150' };
  const register = { db, schema: SCHEMA, close: async () => undefined };
  const log = pino({ level: 'silent' });
  return [
    [
      'round: forms nobody took',
      async () => [await checkpointsWithUntaken(db, 'collecting'), await checkpointsWithUntaken(db, 'closed')],
    ],
    ['round: prompts of ended steps', () => withdrawEnded(db, 'attività conclusa')],
    [
      'round: sheets of people',
      async () => {
        for (const step of await stepsAwaitingSheets(db)) await isSettled(register, step);
      },
    ],
    ['round: reminders of obligations', () => planFollowUpNotices(db, { ...letters, invitations }, { now })],
    ['round: weekly summaries', () => planWeeklySummaries(db, letters, { now })],
    ['round: notices of evaluation', () => planEvaluationNotices(db, letters, { now })],
    ['round: delays', () => watchDelays({ register, log, now: () => now })],
    ['round: plans that are late', () => planLook(db)(now, refuse)],
    ['round: steps in trouble', () => stepsInTrouble(db)],
    ['round: what runs', () => runningPlaces(db)],
    ['round: figures for metrics', () => registerFigures(db, now)],
  ];
}

const cell = ({ queries, rows, ms }: Cost): string => `${queries} q ${rows} r ${ms.toFixed(0)} ms`.padStart(26);

function tell(table: ReadonlyMap<string, readonly Cost[]>): void {
  say(`${'bodies'.padEnd(44)}${SIZES.map((size) => String(size).padStart(26)).join('')}`);
  for (const [what, found] of table) say(`${what.padEnd(44)}${found.map(cell).join('')}`);
}

/** Rounds that read so many cycles together: they ask once more for as many. */
const READ_BY: Readonly<Record<string, number>> = {
  'round: notices of evaluation': READ_TOGETHER,
  'round: plans that are late': PLANS_AT_ONCE,
};

/** What pages of one body ask for, and how often rounds ask, must not follow the number of bodies. */
function refuseGrowth(table: ReadonlyMap<string, readonly Cost[]>): void {
  // The reference body is always there.
  const cycles = Math.max(...SIZES) + 1;
  const grown = [...table].filter(([what, found]) => {
    const [first, last] = [found.at(0), found.at(-1)];
    if (first === undefined || last === undefined) return true;
    const times = Math.ceil(cycles / (READ_BY[what] ?? cycles));
    return last.queries > first.queries * times || (!what.startsWith('round') && last.rows > first.rows);
  });
  if (grown.length > 0) throw new Error(`grows with the bodies: ${grown.map(([what]) => what).join('; ')}`);
  say('checked: no page of a body asks for more, and no round asks more often for as many bodies, as bodies grow');
}

function refuse(cycle: string, cause: unknown): never {
  throw new Error(cycle, { cause });
}
