import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, type NativeConnection, Worker, type WorkflowBundle } from '@temporalio/worker';
import { createActivities } from '../activities/index.js';
import type { Deps } from '../activities/deps.js';
import { taskQueue } from '../workflows/ids.js';

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

const PREBUILT = fileURLToPath(new URL('../workflow-bundle.js', import.meta.url));

/** The bundle made by `npm run build`, beside the compiled code; in a checkout it is made on the spot. */
export async function workflowBundle(): Promise<WorkflowBundle | { readonly codePath: string }> {
  if (existsSync(PREBUILT)) return { codePath: PREBUILT };
  return await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('../workflows/index.ts', import.meta.url)),
    logger: quiet,
  });
}

/** Bundling speaks only when something is wrong. */
const quiet = {
  log: () => undefined,
  trace: () => undefined,
  debug: () => undefined,
  info: () => undefined,
  warn: (message: string) => console.warn(message),
  error: (message: string) => console.error(message),
};
