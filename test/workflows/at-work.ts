import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { afterAll, beforeAll } from 'vitest';
import type { CycleRef } from '../../src/domain/acting.js';
import type { DatedCalendar, DatedStep } from '../../src/domain/calendar/types.js';
import { type Clock, msOfInstant } from '../../src/domain/clock.js';
import type { CycleInput } from '../../src/domain/cycle-input.js';
import type { RunningTemporal } from '../../src/platform/temporal.js';
import { workflowBundle } from '../../src/worker/bundle.js';
import { cycleWorkflow, stepWorkflow } from '../../src/workflows/ids.js';
import { performanceCycle } from '../../src/workflows/index.js';
import { completeUpdate, cycleQuery } from '../../src/workflows/messages.js';
import type { StepView } from '../../src/workflows/types.js';
import { devServer } from '../setup/temporal.js';
import { type Office, owner, REF, START } from './office.js';

/** A worker on a full development server: what happens when people, servers and clocks do not wait for each other. */
export interface AtWork {
  readonly client: Client;
  readonly queue: string;
  readonly ref: CycleRef;
  start(input: Omit<CycleInput, 'ref'>): Promise<WorkflowHandle<typeof performanceCycle>>;
  step(id: string): WorkflowHandle;
  complete(id: string, key?: string): Promise<void>;
  /** How the cycle sees its steps, by id. */
  steps(cycle: WorkflowHandle<typeof performanceCycle>): Promise<ReadonlyMap<string, StepView>>;
}

let queues = 0;

/** One server for a test file; each `run` has a space of its own. */
export function aServer(): { run<T>(office: Office, work: (at: AtWork) => Promise<T>): Promise<T> } {
  let server: RunningTemporal;
  let connection: Connection;
  let native: NativeConnection;
  let bundle: Awaited<ReturnType<typeof workflowBundle>>;
  beforeAll(async () => {
    server = await devServer();
    connection = await Connection.connect({ address: server.address });
    native = await NativeConnection.connect({ address: server.address });
    bundle = await workflowBundle();
  });
  afterAll(async () => {
    await native.close();
    await connection.close();
    await server.stop();
  });
  return {
    run: async (office, work) => {
      const queue = `lavoro-${queues++}`;
      const client = new Client({ connection, namespace: server.namespace });
      const ref = { ...REF, space: queue };
      const worker = await Worker.create({
        connection: native,
        namespace: server.namespace,
        taskQueue: queue,
        workflowBundle: bundle,
        activities: office.activities,
        maxHeartbeatThrottleInterval: '1 second',
        defaultHeartbeatThrottleInterval: '1 second',
      });
      const step = (id: string): WorkflowHandle => client.workflow.getHandle(stepWorkflow(ref, id));
      return await worker.runUntil(() =>
        work({
          client,
          queue,
          ref,
          step,
          start: (input) =>
            client.workflow.start(performanceCycle, {
              taskQueue: queue,
              workflowId: cycleWorkflow(ref),
              args: [{ ref, ...input }],
            }),
          complete: (id, key = id) =>
            step(id).executeUpdate(completeUpdate, { args: [{ key, actor: owner, note: '' }] }),
          steps: async (cycle) => new Map((await cycle.query(cycleQuery)).steps.map((s) => [s.id, s])),
        }),
      );
    },
  };
}

/** The calendar and the wall run together. */
export const realTime = (start = START): Clock => ({ origin: Date.now(), start: msOfInstant(start), speed: 1 });

/** A second of the wall is a day of the calendar. */
export const quickTime = (start = START): Clock => ({ origin: Date.now(), start: msOfInstant(start), speed: 86_400 });

export const calendarOf = (...steps: readonly DatedStep[]): DatedCalendar => ({
  template: 'prova',
  templateVersion: '1',
  entity: REF.entity,
  exercise: REF.exercise,
  opensAt: START,
  phases: [{ id: 'programmazione', number: 1, title: 'Prova' }],
  steps,
});

/** Waits until something holds, looking now and again; what never comes ends with the test's own time. */
export async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await what())) await new Promise((resolve) => setTimeout(resolve, 100));
}

/** A moment for what must *not* happen. */
export const aMoment = (ms = 1_500): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
