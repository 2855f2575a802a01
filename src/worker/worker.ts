import { type NativeConnection, Worker } from '@temporalio/worker';
import type { Deps } from '../activities/deps.js';
import { createActivities } from '../activities/index.js';
import { taskQueue } from '../workflows/ids.js';
import { workflowBundle } from './bundle.js';

export interface WorkerOptions {
  readonly connection: NativeConnection;
  readonly namespace: string;
  /** `ciclo` in production, `prova_N` for a rehearsal. */
  readonly space: string;
  readonly deps: Deps;
}

/** The process that runs workflows and activities of one space. `run()` it; `shutdown()` lets what is under way finish. */
export async function createWorker({ connection, namespace, space, deps }: WorkerOptions): Promise<Worker> {
  return await Worker.create({
    connection,
    namespace,
    taskQueue: taskQueue(space),
    workflowBundle: await workflowBundle(),
    activities: createActivities(deps),
    shutdownGraceTime: '10 seconds',
  });
}
