import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import nodemailer from 'nodemailer';
import pg from 'pg';
import type { Actions } from '../../src/acts/actions.js';
import { createActions } from '../../src/client/system/actions.js';
import { payloadKeysOf } from '../../src/client/system/payload-keys.js';
import type { CycleRef } from '../../src/domain/acting.js';
import type { DatedStep } from '../../src/domain/calendar/types.js';
import { type Clock, calendarInstant, msOfInstant } from '../../src/domain/clock.js';
import { terminalLog } from '../../src/platform/log.js';
import { converting } from '../../src/platform/payload-codec.js';
import { startPostgres } from '../../src/platform/postgres.js';
import { startSink } from '../../src/platform/sink.js';
import { openRegister, type Register } from '../../src/register/database.js';
import { migrate } from '../../src/register/migrate.js';
import * as ids from '../../src/workflows/ids.js';
import { bodyId, codesOf, EXERCISE, manyBodies, OFFICERS, officerAddress, officerId } from './bodies.js';
import { inFlight, percentile, row, say } from './figures.js';
import { type FullServer, startFullServer } from './full-server.js';
import { approvePlan, preparingCycles } from './preparing.js';
import { startWorkerProcess, type WorkerProcess } from './worker-process.js';

const BODIES = Number(process.env.BENCH_BODIES ?? 100);
const OPEN_CYCLES = Number(process.env.BENCH_CYCLES ?? 1_000);
const IN_FLIGHT = 32;
const SPACE = 'ciclo';
const FIRST_OPEN_BODY = 1_001;

interface Installation {
  readonly databaseUrl: string;
  readonly register: Register;
  readonly client: Client;
  readonly actions: Actions;
  readonly worker: WorkerProcess;
  readonly clock: Clock;
  readonly mailDir: string;
  readonly step: DatedStep;
}

/**
 * The morning of 30 April: every officer of 100 bodies is asked by mail, all answer, every body's achievement is
 * computed; on a full Temporal server with PostgreSQL, worker in a process of its own, everything on this machine. What goes to
 * Temporal is encrypted, as it is in production.
 */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ciclo-mattina-'));
  const log = terminalLog(process.stdout);
  const cacheDir = process.env.CICLO_CACHE ?? join(homedir(), '.cache', 'ciclo');
  const postgres = await startPostgres({ dataDir: folder, cacheDir, log });
  let server: FullServer | undefined;
  try {
    server = await startFullServer(postgres.url, folder, cacheDir, log);
    await withInstallation(postgres.url, server, folder, async (installation) => {
      await mailsOfTheMorning(installation, await plainMails(folder));
      await submissionsOfTheMorning(installation);
      await openCycles(installation);
    });
  } finally {
    await server?.stop();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function withInstallation(
  databaseUrl: string,
  server: FullServer,
  folder: string,
  play: (installation: Installation) => Promise<void>,
): Promise<void> {
  await migrate({ url: databaseUrl, schema: SPACE });
  const register = await openRegister({ url: databaseUrl, schema: SPACE, unsaid: 'every-body' });
  const connection = await Connection.connect({ address: server.address });
  const keys = await payloadKeysOf({ payloadKeys: [] }, register.db);
  const client = new Client({ connection, namespace: server.namespace, ...converting(keys) });
  const mailDir = join(folder, 'mailbox');
  const sink = await startSink({ dir: mailDir });
  const step = firstCheckpoint();
  const opening = step.notices.find((n) => n.kind === 'opening')?.at ?? step.opensAt;
  const clock: Clock = { origin: Date.now(), start: msOfInstant(opening), speed: 1 };
  const worker = await startWorkerProcess(folder, {
    databaseUrl,
    space: SPACE,
    bodies: 'morning',
    address: server.address,
    namespace: server.namespace,
    smtpUrl: sink.url,
    clock,
    publicDir: join(folder, 'pubblicato'),
  });
  try {
    row('worker at its start', `${mb(await worker.memory())} MB resident`);
    const now = () => calendarInstant(clock, Date.now());
    const actions = createActions({ temporal: client, register, now });
    await play({ databaseUrl, register, client, actions, worker, clock, mailDir, step });
  } finally {
    await worker.stop();
    await sink.stop();
    await connection.close();
    await register.close();
  }
}

const refOf = (n: number): CycleRef => ({ space: SPACE, entity: bodyId(n), exercise: EXERCISE });

function firstCheckpoint(): DatedStep {
  const planned = manyBodies().calendar(bodyId(1), EXERCISE);
  const step = planned.ok ? planned.value.steps.find((s) => s.kind === 'checkpoint') : undefined;
  if (step === undefined) throw new Error('the calendar has no checkpoint');
  // What is complete is computed at once: the clock of a bench does not wait for a review of days.
  return { ...step, review: undefined };
}

/** 1,500 mails of the same size through nodemailer's pool, with nothing of ours around them. */
async function plainMails(folder: string): Promise<number> {
  const dir = join(folder, 'plain');
  mkdirSync(dir);
  const sink = await startSink({ dir });
  const mailer = nodemailer.createTransport({
    url: sink.url,
    pool: true,
    maxConnections: 5,
    maxMessages: 500,
  } as object);
  const text = 'x'.repeat(12_000).replace(/(.{76})/g, '$1\r\n');
  const began = performance.now();
  await Promise.all(
    Array.from({ length: BODIES * OFFICERS }, (_, n) =>
      mailer.sendMail({ from: 'ciclo@ente.example', to: `p${n}@ente.example`, subject: 'Prova', text, html: text }),
    ),
  );
  const seconds = (performance.now() - began) / 1_000;
  mailer.close();
  await sink.stop();
  row('plain pooled nodemailer', `${seconds.toFixed(2)} s for ${BODIES * OFFICERS} mails`);
  return seconds;
}

async function mailsOfTheMorning(
  { register, client, clock, mailDir, step }: Installation,
  plainSeconds: number,
): Promise<void> {
  const bodies = manyBodies();
  const prepare = preparingCycles(register, bodies, clock);
  for (let n = 1; n <= BODIES; n++) {
    await prepare(refOf(n), step.opensAt);
    await approvePlan(register, bodies, refOf(n));
  }
  const expected = BODIES * OFFICERS;
  const began = performance.now();
  await inFlight(
    IN_FLIGHT,
    Array.from({ length: BODIES }, (_, n) => n + 1),
    async (n) => {
      await client.workflow.start('checkpoint', {
        taskQueue: ids.taskQueue(SPACE),
        workflowId: ids.stepWorkflow(refOf(n), step.id),
        args: [{ ref: refOf(n), step, clock, run: 1, roundsHeld: 0 }],
      });
    },
  );
  await until(
    () => eml(mailDir).length >= expected,
    300_000,
    () => `${eml(mailDir).length} mails of ${expected}`,
  );
  const seconds = (performance.now() - began) / 1_000;
  await sleep(2_000);
  const recipients = eml(mailDir).map(
    (f) => /^Delivered-To: (.*)\r?$/m.exec(readFileSync(join(mailDir, f), 'utf8'))?.[1],
  );
  const wanted = Array.from({ length: BODIES }, (_, b) =>
    Array.from({ length: OFFICERS }, (_o, o) => officerAddress(bodyId(b + 1), o + 1)),
  ).flat();
  check('every officer has exactly one mail', [...recipients].sort().join() === wanted.sort().join());
  row(
    'Ciclo, from the opening to the last mail',
    `${seconds.toFixed(2)} s, ${(seconds / plainSeconds).toFixed(2)} times plain`,
  );
}

async function submissionsOfTheMorning({ register, databaseUrl, actions, step }: Installation): Promise<void> {
  const refused = await actions.submit(refOf(1), {
    checkpoint: step.id,
    officer: officerId(1),
    simulated: false,
    channel: 'api',
    rows: codesOf(1).map((indicator, k) => ({ indicator, actual: { kind: 'number', value: k === 0 ? '-5' : '5' } })),
  });
  check('a negative value is refused', !refused.ok && refused.error.rows.length === 1);

  const forms = Array.from({ length: OFFICERS }, (_, o) =>
    Array.from({ length: BODIES }, (_b, b) => ({ b: b + 1, o: o + 1 })),
  ).flat();
  const plain = await plainInserts(databaseUrl, forms.length);
  const times: number[] = [];
  const began = performance.now();
  await inFlight(IN_FLIGHT, forms, async ({ b, o }) => {
    const sent = performance.now();
    const receipt = await actions.submit(refOf(b), {
      key: `${b}/${o}`,
      checkpoint: step.id,
      officer: officerId(o),
      simulated: false,
      channel: 'api',
      rows: codesOf(o).map((indicator) => ({ indicator, actual: { kind: 'number', value: String(measuredIn(b)) } })),
    });
    times.push(performance.now() - sent);
    if (!receipt.ok) throw new Error(`${b}/${o}: ${receipt.error.message}`);
  });
  const submitted = (performance.now() - began) / 1_000;
  const done = async (): Promise<boolean> => {
    const { n } = await register.db
      .selectFrom('assessments')
      .select((e) => e.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    return n >= BODIES;
  };
  await until(done, 300_000, () => 'not every body is computed');
  const computed = (performance.now() - began) / 1_000;
  times.sort((a, b) => a - b);
  row('plain inserts', `${Math.round(plain)} /s`);
  row(
    'officers’ receipts',
    `${Math.round(forms.length / submitted)} /s (${(plain / (forms.length / submitted)).toFixed(1)} times slower than plain), p50 ${percentile(times, 50)} ms, p95 ${percentile(times, 95)} ms`,
  );
  row('last body computed', `${computed.toFixed(2)} s after the first form`);
  await averages(register, step);
}

/** A body's value, the same for all its indicators, between 40 and 89: each one's achievement, and their average. */
const measuredIn = (body: number): number => 40 + (body % 50);

async function averages(register: Register, step: DatedStep): Promise<void> {
  const rows = await register.db
    .selectFrom('assessments as a')
    .innerJoin('rollupResults as r', 'r.assessment', 'a.id')
    .select(['a.cycle', 'r.achievement', 'r.coverage'])
    .where('a.checkpoint', '=', step.id)
    .where('r.node', '=', 'entity')
    .execute();
  const wrong = Array.from({ length: BODIES }, (_, b) => b + 1).filter((b) => {
    const own = rows.find((r) => r.cycle === `${bodyId(b)}/${EXERCISE}`);
    return Number(own?.achievement) !== measuredIn(b) || Number(own?.coverage) !== 100;
  });
  check('every average is right', wrong.length === 0 && rows.length === BODIES);
}

/** A form's worth of text in one row, committed by itself, as many at a time and through as many connections as ours. */
async function plainInserts(databaseUrl: string, count: number): Promise<number> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
  try {
    await pool.query(
      'create table public.plain (id bigint generated always as identity primary key, body jsonb not null)',
    );
    const body = JSON.stringify(
      codesOf(1).map((indicator) => ({ indicator, actual: { kind: 'number', value: '50' } })),
    );
    const began = performance.now();
    await inFlight(
      IN_FLIGHT,
      Array.from({ length: count }, (_, n) => n),
      async () => {
        await pool.query('insert into public.plain (body) values ($1)', [body]);
      },
    );
    return count / ((performance.now() - began) / 1_000);
  } finally {
    await pool.end();
  }
}

async function openCycles({ register, client, worker, clock }: Installation): Promise<void> {
  const bodies = manyBodies();
  const numbers = Array.from({ length: OPEN_CYCLES }, (_, n) => FIRST_OPEN_BODY + n);
  const calendar = bodies.calendar(bodyId(1), EXERCISE);
  if (!calendar.ok) throw new Error('no calendar');
  const first: Clock = { ...clock, start: msOfInstant(calendar.value.opensAt) };
  const prepare = preparingCycles(register, bodies, first);
  const before = await worker.memory();
  await inFlight(8, numbers, async (n) => {
    const ref = refOf(n);
    const input = await prepare(ref, calendar.value.opensAt);
    await client.workflow.start('performanceCycle', {
      taskQueue: ids.taskQueue(SPACE),
      workflowId: ids.cycleWorkflow(ref),
      args: [input],
    });
  });
  const opened = async (): Promise<boolean> => {
    const { n } = await register.db
      .selectFrom('steps')
      .select((e) => e.fn.count<number>('cycle').distinct().as('n'))
      .where('status', '=', 'open')
      .executeTakeFirstOrThrow();
    return n >= OPEN_CYCLES;
  };
  await until(opened, 900_000, () => 'not every cycle has opened its first steps');
  await sleep(5_000);
  const after = await worker.memory();
  row(`worker with ${OPEN_CYCLES} cycles open`, `${mb(after)} MB resident (${mb(before)} MB before)`);
}

const mb = (bytes: number): number => Math.round(bytes / 1_048_576);

const eml = (dir: string): readonly string[] => readdirSync(dir).filter((f) => f.endsWith('.eml'));

function check(what: string, holds: boolean): void {
  if (!holds) throw new Error(`not so: ${what}`);
  say(`checked: ${what}`);
}

async function until(done: () => boolean | Promise<boolean>, limitMs: number, state: () => string): Promise<void> {
  const deadline = Date.now() + limitMs;
  while (!(await done())) {
    if (Date.now() > deadline) throw new Error(state());
    await sleep(20);
  }
}
