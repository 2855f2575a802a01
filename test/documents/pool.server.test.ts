import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createActivities } from '../../src/activities/index.js';
import type { Activities } from '../../src/activities/types.js';
import type { CycleRef } from '../../src/domain/acting.js';
import type { DatedStep } from '../../src/domain/calendar/types.js';
import { REAL_TIME } from '../../src/domain/clock.js';
import type { Deps } from '../../src/office/deps.js';
import { type Db, openRegister, type Register } from '../../src/register/database.js';
import { recordDecision } from '../../src/register/decisions.js';
import { documentsOf } from '../../src/register/documents.js';
import { migrate } from '../../src/register/migrate.js';
import type { Bodies } from '../../src/seeds/bodies.js';
import { CONSOLE_URL, testInvitations } from '../client/pages/parts.js';
import { bodiesOnFile } from '../setup/bodies.js';
import { type FreshDatabase, freshDatabase } from '../setup/database.js';

/** Typesetters that stand still until the test lets them go on: whoever holds a connection meanwhile keeps it from others. */
const press = vi.hoisted(() => {
  let open: () => void = () => undefined;
  let gate: Promise<void> = Promise.resolve();
  const state = { standing: 0 };
  return {
    state,
    close: () => {
      state.standing = 0;
      gate = new Promise((resolve) => {
        open = resolve;
      });
    },
    open: () => open(),
    async stand() {
      state.standing += 1;
      await gate;
    },
  };
});
vi.mock('../../src/documents/forms/html.js', async (original) => {
  const real = await original<typeof import('../../src/documents/forms/html.js')>();
  return {
    ...real,
    htmlForm: async (...args: Parameters<typeof real.htmlForm>) => {
      await press.stand();
      return await real.htmlForm(...args);
    },
  };
});
vi.mock('../../src/documents/forms/pdf.js', () => ({
  pdfForm: async () => {
    await press.stand();
    return Buffer.from('%PDF');
  },
}));

const BODIES = 24;
const CONNECTIONS = 3;
const SPACE = 'prova_1';

let database: FreshDatabase;
let register: Register;
let watcher: pg.Client;
let site: string;
let acting: Activities;
let calendars: readonly { readonly ref: CycleRef; readonly steps: readonly DatedStep[] }[];

beforeAll(async () => {
  database = await freshDatabase();
  await migrate({ url: database.url, schema: SPACE });
  register = await openRegister({ url: database.url, schema: SPACE, connections: CONNECTIONS, unsaid: 'every-body' });
  watcher = new pg.Client({ connectionString: database.url });
  await watcher.connect();
  site = mkdtempSync(join(tmpdir(), 'ciclo-sito-'));
  acting = createActivities(depsOf(register));
  const refs = Array.from({ length: BODIES }, (_, i) => ({ space: SPACE, entity: `ente-${i}`, exercise: 2016 }));
  calendars = await Promise.all(
    refs.map(async (ref) => ({
      ref,
      steps: (await acting.prepareCycle({ ...ref, clock: REAL_TIME }, '2015-06-01T06:00:00Z')).calendar.steps,
    })),
  );
}, 120_000);
beforeEach(() => press.close());
afterAll(async () => {
  press.open();
  await watcher.end();
  await register.close();
  await database.drop();
  rmSync(site, { recursive: true, force: true });
});

/** Many bodies that are all alike. */
function alike(): Bodies {
  const real = bodiesOnFile();
  return {
    ...real,
    entity: (id) => {
      const { people, ...rest } = real.entity('ccms');
      return { ...rest, id, people: people.map((one) => ({ ...one, email: `${one.id}@${id}.example` })) };
    },
    policyOf: () => real.policyOf('ccms'),
    rules: (_, own) => real.rules('ccms', own),
    plan: (entity, exercise) => {
      const plan = real.plan('ccms', exercise);
      return plan === undefined ? undefined : { ...plan, entity };
    },
    sources: () => [],
    calendar: (entity, exercise) => {
      const calendar = real.calendar('ccms', exercise);
      return calendar.ok ? { ok: true, value: { ...calendar.value, entity } } : calendar;
    },
    body: () => real.body('ccms'),
    noticeTime: () => real.noticeTime('ccms'),
    beside: () => real.beside('ccms'),
    outlines: () => real.outlines('ccms'),
  };
}

const depsOf = (opened: Register): Deps => ({
  register: opened,
  bodies: alike(),
  invitations: testInvitations(),
  publicDir: site,
  log: pino({ level: 'silent' }),
  now: () => '2016-01-29T10:00:00Z',
  post: {
    transport: { connections: 1, send: async () => ({ outcome: 'accepted', response: '250' }), close: () => undefined },
    from: { name: 'Ciclo', address: 'ciclo@ccms.example' },
    domain: 'ccms.example',
    consoleUrl: CONSOLE_URL,
    clock: () => REAL_TIME,
  },
});

function stepOf(steps: readonly DatedStep[], kind: DatedStep['kind']): DatedStep {
  const found = steps.find((step) => step.kind === kind && step.document === 'piano');
  if (found === undefined) throw new Error(`no ${kind} of the Piano`);
  return found;
}

/** All do the same at once; while all of them are at the press the register must be free for others. */
async function together(db: Db, work: (body: (typeof calendars)[number]) => Promise<unknown>): Promise<void> {
  const all = Promise.all(calendars.map(work));
  all.catch(() => undefined);
  await vi.waitFor(() => expect(press.state.standing).toBe(BODIES), { timeout: 60_000, interval: 50 });
  const { rows } = await watcher.query(
    `select count(*)::int as held from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
  );
  expect(rows).toEqual([{ held: 0 }]);
  expect(
    await db
      .selectFrom('cycles')
      .select((e) => e.fn.countAll<number>().as('n'))
      .executeTakeFirst(),
  ).toEqual({ n: BODIES });
  press.open();
  await all;
}

describe(`${BODIES} bodies at once with ${CONNECTIONS} connections`, () => {
  test('freeze the Piano: no connection is held while it is typeset', async () => {
    await together(register.db, ({ ref, steps }) =>
      acting.freezeDocument(ref, stepOf(steps, 'approval'), 1, '2016-01-20T10:00:00Z'),
    );
    const kept = await Promise.all(calendars.map(({ ref }) => documentsOf(register.db, `${ref.entity}/2016`)));
    expect(kept.map((documents) => documents.map((d) => `${d.kind} ${d.version}`))).toEqual(
      Array.from({ length: BODIES }, () => ['piano 1']),
    );
  }, 120_000);

  test('publish it: no connection is held, and the page of all bodies lists each', async () => {
    for (const { ref, steps } of calendars) {
      const [document] = await documentsOf(register.db, `${ref.entity}/2016`);
      await recordDecision(register.db, {
        key: `${ref.entity}/giunta`,
        cycle: `${ref.entity}/2016`,
        step: stepOf(steps, 'approval').id,
        round: 1,
        board: 'giunta',
        outcome: 'approved',
        actNumber: '1',
        actDate: '2016-01-29',
        decidedBy: 'segreteria',
        documentHash: document?.hash ?? '',
        simulated: false,
        at: '2016-01-29T10:00:00Z',
      });
    }
    await together(register.db, ({ ref, steps }) =>
      acting.publish(ref, stepOf(steps, 'publication'), 1, '2016-01-29T11:00:00Z'),
    );
    const page = readFileSync(join(site, 'index.html'), 'utf8');
    expect(calendars.map(({ ref }) => ref.entity).filter((id) => !page.includes(`href="${id}/"`))).toEqual([]);
  }, 120_000);

  test('go late past a legal term: no connection is held while the notice is written', async () => {
    await together(register.db, ({ ref, steps }) => {
      const step = stepOf(steps, 'approval');
      const { dueOn, dueAt } = step;
      return acting.recordStep(ref, step, {
        at: '2016-02-01T07:00:00Z',
        run: 1,
        status: 'late',
        dueOn,
        dueAt,
        action: 'late',
        key: 'late',
      });
    });
    const kept = await Promise.all(calendars.map(({ ref }) => documentsOf(register.db, `${ref.entity}/2016`)));
    expect(kept.every((documents) => documents.some((d) => d.kind.startsWith('ritardo-')))).toBe(true);
  }, 120_000);
});
