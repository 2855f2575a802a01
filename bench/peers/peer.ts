import { mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client, Connection } from '@temporalio/client';
import { createActions } from '../../src/client/system/actions.js';
import { payloadKeysOf } from '../../src/client/system/payload-keys.js';
import type { CycleRef } from '../../src/domain/acting.js';
import type { Instant } from '../../src/domain/calendar/types.js';
import { type Clock, calendarInstant, instantOfMs, msOfInstant } from '../../src/domain/clock.js';
import { quietLog } from '../../src/platform/log.js';
import { converting } from '../../src/platform/payload-codec.js';
import { openRegister } from '../../src/register/database.js';
import { migrate } from '../../src/register/migrate.js';
import * as ids from '../../src/workflows/ids.js';
import { clockSignal } from '../../src/workflows/messages.js';
import { EXERCISE, OFFICERS, officerId } from '../morning/bodies.js';
import { inFlight } from '../morning/figures.js';
import { startFullServer } from '../morning/full-server.js';
import { approvePlan, preparingCycles } from '../morning/preparing.js';
import { startWorkerProcess } from '../morning/worker-process.js';
import { codeOf, peerBodies, theCheckpoint, weightOf } from './bodies.js';
import { copyAverages, dropServersDatabases, mayMakeRoles } from './database.js';

/*
 * Ciclo as one of the peers ("Adding a system" of the harness's README): a command a line on standard input, each answered after `@@`.
 * This process has the console's part: register and actions, with the worker and the full Temporal server beside it, both on the
 * harness's PostgreSQL.
 */

const SPACE = 'ciclo';
const AT_ONCE = 8;
const DAY_MS = 86_400_000;

const needed = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`the harness gives ${name}`);
  return value;
};
const answer = (said: object): void => void process.stdout.write(`@@${JSON.stringify(said)}\n`);
const startingAt = (start: Instant): Clock => ({ origin: Date.now(), start: msOfInstant(start), speed: 1 });
const refOf = (cycle: string, body: number): CycleRef => ({
  ...{ space: SPACE, entity: `${cycle}-${body}`, exercise: EXERCISE },
});

const bodies = peerBodies();
const checkpoint = theCheckpoint(bodies);
const morning = checkpoint.notices.find(({ kind }) => kind === 'opening')?.at ?? checkpoint.opensAt;
/** When cycles are started: the checkpoint is still to open. */
const eve = instantOfMs(msOfInstant(checkpoint.opensAt) - DAY_MS);
const clock = startingAt(morning);

const url = needed('PG_URL');
const folder = mkdtempSync(join(tmpdir(), 'ciclo-confronto-'));
await mayMakeRoles(url);
await dropServersDatabases(url);
await migrate({ url, schema: SPACE });
await copyAverages(url, SPACE);
const register = await openRegister({ url, schema: SPACE, unsaid: 'every-body' });
const server = await startFullServer(
  url,
  folder,
  process.env.CICLO_CACHE ?? join(homedir(), '.cache', 'ciclo'),
  quietLog,
);
const { address, namespace } = server;
const connection = await Connection.connect({ address });
const keys = await payloadKeysOf({ payloadKeys: [] }, register.db);
const temporal = new Client({ connection, namespace, ...converting(keys) });
const worker = await startWorkerProcess(folder, {
  ...{ databaseUrl: url, space: SPACE, bodies: 'peers', address, namespace, clock },
  smtpUrl: `smtp://127.0.0.1:${needed('SMTP_PORT')}`,
  publicDir: join(folder, 'pubblicato'),
});
const actions = createActions({ temporal, register, now: () => calendarInstant(clock, Date.now()) });
const started = new Map<string, readonly CycleRef[]>();

const COMMANDS: Readonly<Record<string, (...words: readonly string[]) => Promise<object>>> = {
  start: async (cycle = '', count = '', weights = '') => {
    const own = Array.from({ length: OFFICERS }, (_, officer) => weightOf(officer)).join();
    if (weights !== own) throw new Error(`the harness weighs ${weights}, the plan here ${own}`);
    const refs = Array.from({ length: Number(count) }, (_, body) => refOf(cycle, body));
    const prepare = preparingCycles(register, bodies, startingAt(eve));
    await inFlight(AT_ONCE, refs, async (ref) => {
      const input = await prepare(ref, eve);
      await approvePlan(register, bodies, ref);
      const workflowId = ids.cycleWorkflow(ref);
      await temporal.workflow.start('performanceCycle', { taskQueue: ids.taskQueue(SPACE), workflowId, args: [input] });
    });
    started.set(cycle, refs);
    return {};
  },
  trigger: async (cycle = '') => {
    const now = startingAt(morning);
    await inFlight(AT_ONCE, started.get(cycle) ?? [], (ref) =>
      temporal.workflow.getHandle(ids.cycleWorkflow(ref)).signal(clockSignal, now),
    );
    return {};
  },
  submit: async (cycle = '', lanes = '', ...items) => {
    const latenciesMs: number[] = [];
    const startedAt = performance.timeOrigin + performance.now();
    await inFlight(Number(lanes), items, async (item) => {
      const began = performance.now();
      if (await hasReceipt(cycle, item)) latenciesMs.push(performance.now() - began);
    });
    const seconds = (performance.timeOrigin + performance.now() - startedAt) / 1_000;
    return { startedAt, seconds, latenciesMs, refused: items.length - latenciesMs.length };
  },
};

/** Sends a form with one value, as an officer's program does. @param item `body:officer:value` */
async function hasReceipt(cycle: string, item: string): Promise<boolean> {
  const [body = '', officer = '', value = ''] = item.split(':');
  const receipt = await actions.submit(refOf(cycle, Number(body)), {
    ...{ key: `${cycle}/${item}`, checkpoint: checkpoint.id, officer: officerId(Number(officer) + 1) },
    ...{ simulated: false, channel: 'api' },
    rows: [{ indicator: codeOf(Number(officer)), actual: { kind: 'number', value } }],
  });
  if (!receipt.ok) process.stderr.write(`refused: ${receipt.error.message}\n`);
  return receipt.ok;
}

answer({ ready: true });
for await (const line of createInterface({ input: process.stdin })) {
  const [name = '', ...words] = line.trim().split(' ');
  if (name === 'exit') break;
  try {
    const command = COMMANDS[name];
    if (command === undefined) throw new Error(`there is no command ${name}`);
    answer(await command(...words));
  } catch (cause) {
    process.stderr.write(`${cause instanceof Error ? cause.stack : String(cause)}\n`);
    answer({ error: String(cause) });
  }
}
await worker.stop();
await connection.close();
await register.close();
await server.stop();
await dropServersDatabases(url);
rmSync(folder, { recursive: true, force: true });
answer({});
process.exit(0);
