import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { workflowBundle } from '../../src/worker/bundle.js';
import { TSX } from '../tsx.js';
import type { WorkerOrders } from './worker.js';

/** The product's worker in a process of its own. */
export interface WorkerProcess {
  readonly child: ChildProcess;
  /** Bytes it has resident. */
  memory(): Promise<number>;
  stop(): Promise<void>;
}

/**
 * Starts it, with a bundle of the workflows made beforehand, as `npm run build` leaves one: bundling takes memory that production does not.
 * @param folder where the bundle is kept
 */
export async function startWorkerProcess(folder: string, orders: Omit<WorkerOrders, 'bundle'>): Promise<WorkerProcess> {
  const bundle = join(folder, 'workflow-bundle.js');
  const bundled = await workflowBundle();
  writeFileSync(bundle, 'code' in bundled ? bundled.code : readFileSync(bundled.codePath));
  const child = fork(
    fileURLToPath(new URL('worker.ts', import.meta.url)),
    [JSON.stringify({ ...orders, bundle } satisfies WorkerOrders)],
    { execArgv: [...flags(), ...TSX.flags] },
  );
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`the worker ended with ${code}`)));
  });
  return {
    child,
    memory: () => {
      child.send('memory');
      return new Promise((resolve) =>
        child.once('message', (message) => resolve((message as { readonly rss: number }).rss)),
      );
    },
    stop: async () => {
      child.send('stop');
      await new Promise((resolve) => child.once('exit', resolve));
    },
  };
}

/** `BENCH_WORKER_FLAGS='--cpu-prof --cpu-prof-dir=/tmp/profile'`: where the worker's time goes. */
const flags = (): readonly string[] => process.env.BENCH_WORKER_FLAGS?.split(' ').filter((flag) => flag !== '') ?? [];
