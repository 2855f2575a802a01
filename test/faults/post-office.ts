import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll } from 'vitest';
import { connectionOptions } from '../../src/config/connection-options.js';
import type { CycleRef } from '../../src/domain/acting.js';
import { type Clock, calendarInstant, msOfInstant } from '../../src/domain/clock.js';
import { type RunningSink, type SinkFaults, startSink } from '../../src/platform/sink.js';
import type { RunningTemporal } from '../../src/platform/temporal.js';
import { saveCycle } from '../../src/register/cycles.js';
import type { Db } from '../../src/register/database.js';
import { saveEntity } from '../../src/register/entities.js';
import { type NoticeRecord, noticesOf } from '../../src/register/notices.js';
import { saveSteps } from '../../src/register/steps.js';
import { stepWorkflow, taskQueue } from '../../src/workflows/ids.js';
import { task } from '../../src/workflows/index.js';
import { seedPolicy } from '../domain/achievement/policy-fixture.js';
import { aRegister } from '../register/register.js';
import { bodiesOnFile } from '../setup/bodies.js';
import { devServer } from '../setup/temporal.js';
import { START, step } from '../workflows/office.js';
import type { WorkerOrders } from './worker-child.js';

const CYCLE = 'ccms/2016';
/** Three calendar days in thirteen seconds. */
const SPEED = 20_000;

/** A step whose opening is one wave of mails, to so many people who hold a role of its own. */
export type Waves = Readonly<Record<string, number>>;

/** The product's post from end to end: register, Temporal, a worker in a process of its own, a mail server with faults. */
export interface PostOffice {
  readonly db: Db;
  /** What goes wrong from now on. */
  readonly faults: SinkFaults;
  hire(smtp?: Partial<WorkerOrders['smtp']>): Promise<void>;
  /** SIGKILL, at once. */
  kill(): void;
  /** Asks the worker to stop in order, and waits until it has. */
  dismiss(): Promise<void>;
  /** Opens a step: its wave of mails is due. */
  open(wave: string): Promise<void>;
  sinkDown(): Promise<void>;
  sinkUp(): Promise<void>;
  now(): string;
  ledger(wave: string): Promise<readonly NoticeRecord[]>;
  /** Message-IDs in the sink by recipient, of a wave. */
  arrived(wave: string): ReadonlyMap<string, readonly string[]>;
}

export const addressIn = (wave: string, n: number): string => `${wave}-${String(n).padStart(2, '0')}@ccms.example`;

export function aPostOffice(waves: Waves): PostOffice {
  const register = aRegister();
  const dir = mkdtempSync(join(tmpdir(), 'ciclo-faults-'));
  const faults: SinkFaults = {};
  const ref: CycleRef = { space: register.schema, entity: 'ccms', exercise: 2016 };
  let clock: Clock = { origin: 0, start: msOfInstant(START), speed: SPEED };
  let temporal: RunningTemporal;
  let connection: Connection;
  let sink: RunningSink;
  let worker: ChildProcess | undefined;
  const dated = (wave: string) => {
    const opening = step('task', { id: wave, owners: [wave], dueOn: '2017-06-30', opensOn: '2015-12-01' });
    return { ...opening, notices: opening.notices.filter(({ kind }) => kind === 'opening') };
  };

  const kill = (): void => void worker?.kill('SIGKILL');
  beforeAll(async () => {
    temporal = await devServer();
    connection = await Connection.connect(connectionOptions(temporal.address, { tls: undefined, apiKey: undefined }));
    sink = await startSink({ dir: join(dir, 'mailbox'), faults });
    await peopled(register.db, waves, Object.keys(waves).map(dated));
    clock = { ...clock, origin: Date.now() };
  });
  afterAll(async () => {
    kill();
    await sink.stop();
    await connection.close();
    await temporal.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  return {
    get db() {
      return register.db;
    },
    faults,
    kill,
    dismiss: async () => {
      const leaving = worker;
      if (leaving === undefined) return;
      const gone = once(leaving, 'exit');
      leaving.kill('SIGTERM');
      await gone;
    },
    hire: async (smtp) => {
      const orders: WorkerOrders = {
        database: register.url,
        schema: register.schema,
        temporal: { address: temporal.address, namespace: temporal.namespace },
        smtp: { url: sink.url, connections: 5, timeoutMs: 120_000, ...smtp },
        clock,
        publicDir: join(dir, 'public'),
      };
      const started = spawn(
        process.execPath,
        ['--import', 'tsx', 'test/faults/worker-child.ts', JSON.stringify(orders)],
        {
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      );
      worker = started;
      await Promise.race([once(started.stdout, 'data'), failing(started)]);
    },
    open: async (wave) => {
      const client = new Client({ connection, namespace: temporal.namespace });
      await client.workflow.start(task, {
        taskQueue: taskQueue(ref.space),
        workflowId: stepWorkflow(ref, wave),
        args: [{ ref, step: dated(wave), clock, run: 1, roundsHeld: 0 }],
      });
    },
    sinkDown: () => sink.stop(),
    sinkUp: async () => {
      sink = await startSink({ dir: join(dir, 'mailbox'), faults, port: Number(new URL(sink.url).port) });
    },
    now: () => calendarInstant(clock, Date.now()),
    ledger: (wave) => noticesOf(register.db, { cycle: CYCLE, step: wave }),
    arrived: (wave) => {
      const found = new Map<string, string[]>();
      for (const name of readdirSync(join(dir, 'mailbox')).filter((file) => file.endsWith('.eml'))) {
        const message = readFileSync(join(dir, 'mailbox', name), 'utf8');
        const to = /^Delivered-To: (.*)$/m.exec(message)?.[1]?.trim() ?? '';
        if (!to.startsWith(`${wave}-`)) continue;
        found.set(to, [...(found.get(to) ?? []), /^Message-ID: (.*)$/im.exec(message)?.[1]?.trim() ?? '']);
      }
      return found;
    },
  };
}

async function failing(child: ChildProcess): Promise<never> {
  await once(child, 'exit');
  throw new Error('the worker ended before it was at work');
}

/** Massa-Carrara with a role for each wave and invented people who hold it, and the steps they own. */
async function peopled(db: Db, waves: Waves, steps: Parameters<typeof saveSteps>[2]): Promise<void> {
  const body = bodiesOnFile().entity('ccms');
  const roles = Object.keys(waves).map((id) => ({ id, title: `Prova ${id}`, board: false, external: false }));
  const people = Object.entries(waves).flatMap(([wave, count]) =>
    Array.from({ length: count }, (_, i) => {
      const email = addressIn(wave, i + 1);
      const id = email.slice(0, email.indexOf('@'));
      return { id, name: `Persona ${id}`, email, holds: [{ role: wave }], offices: [] };
    }),
  );
  await saveEntity(db, { ...body, roles: [...body.roles, ...roles], people: [...body.people, ...people] });
  const calendar = {
    template: 'prova',
    templateVersion: '1',
    entity: 'ccms',
    exercise: 2016,
    opensAt: START,
    phases: [{ id: 'programmazione', number: 1, title: 'Prova' }],
    steps,
  };
  const origin = { template: 'prova', templateVersion: '1', policy: seedPolicy(), simulated: true, seed: 42 };
  await saveCycle(db, { entity: 'ccms', exercise: 2016, ...origin, calendar });
  await saveSteps(db, CYCLE, steps);
}
