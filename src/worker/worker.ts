import {
  type ActivityInterceptorsFactory,
  type NativeConnection,
  Worker,
  type WorkerInterceptors,
} from '@temporalio/worker';
import { createActivities } from '../activities/index.js';
import type { Deps } from '../office/deps.js';
import { converting } from '../platform/payload-codec.js';
import type { Shutdown } from '../platform/shutdown.js';
import { seeing } from '../register/sight.js';
import { systemWords } from '../words/system.js';
import { entityOf, taskQueue } from '../workflows/ids.js';
import { workflowBundle } from './bundle.js';
import { pulse } from './pulse.js';
import { versionedAs } from './versioning.js';

interface WorkerOptions {
  readonly connection: NativeConnection;
  readonly namespace: string;
  /** `ciclo` in production, `prova_N` for a rehearsal. */
  readonly space: string;
  readonly deps: Deps;
  /** Hands on the trace that an activity belongs to. */
  readonly interceptors?: WorkerInterceptors;
  /** Sees every activity as it begins and ends. */
  readonly watching?: ActivityInterceptorsFactory;
  /** Which version of the program this is, for Worker Versioning; absent: workers of all versions are alike. */
  readonly buildId?: string;
  /** What goes to Temporal is encrypted with the first, and read with any; absent: it goes as it is. */
  readonly payloadKeys?: readonly Buffer[];
  /** A bundle of the workflows already made; absent: the one beside the compiled code, or one made on the spot. */
  readonly bundle?: { readonly codePath: string };
}

/**
 * Workflows kept ready in memory, about 0.7 MB each. Ciclo's wait for weeks and wake for a moment: one that is not here is
 * brought back from its history, a few hundred events, in milliseconds.
 */
const CACHED_WORKFLOWS = 150;

/** The process that runs workflows and activities of one space. `run()` it; `shutdown()` lets what is under way finish. */
export async function createWorker(options: WorkerOptions): Promise<Worker> {
  const { connection, namespace, space, deps, bundle, interceptors, watching, buildId, payloadKeys = [] } = options;
  return await Worker.create({
    connection,
    namespace,
    taskQueue: taskQueue(space),
    workflowBundle: bundle ?? (await workflowBundle()),
    activities: createActivities(deps),
    interceptors: {
      ...interceptors,
      activity: [
        ...(watching === undefined ? [] : [watching]),
        pulse,
        seeingOwnBody,
        ...(interceptors?.activity ?? []),
      ],
    },
    workerDeploymentOptions: buildId === undefined ? undefined : versionedAs(space, buildId),
    ...converting(payloadKeys),
    maxCachedWorkflows: CACHED_WORKFLOWS,
    shutdownGraceTime: '10 seconds',
    // A step ends once its mails have stopped: they hear of it with their heartbeats.
    maxHeartbeatThrottleInterval: '5 seconds',
    defaultHeartbeatThrottleInterval: '5 seconds',
  });
}

/** An activity sees the rows of its workflow's body, and no other's. */
const seeingOwnBody: ActivityInterceptorsFactory = ({ info }) => ({
  inbound: { execute: (input, next) => seeing(entityOf(info.workflowExecution?.workflowId ?? ''), () => next(input)) },
});
/** Wall milliseconds between two looks at whether the worker still works. */
const LOOK_MS = 1_000;

/**
 * Runs a worker until the process is asked to stop. The SDK's worker may end by itself while the process lives, connected to
 * everything and doing nothing: then the process ends too, with a code that who supervises it understands. It is looked at
 * from outside, because a worker that failed may wait for ever for its own end, and its `run` with it.
 * @param why what the SDK said last of a failure, if anything
 */
export function keepWorker(
  worker: Pick<Worker, 'run' | 'shutdown' | 'getState'>,
  why: () => string | undefined,
  shutdown: Pick<Shutdown, 'add' | 'fail'>,
): void {
  let asked = false;
  const gone = new Promise<string | undefined>((resolve) => {
    worker.run().then(
      () => resolve(undefined),
      (cause: unknown) => resolve(cause instanceof Error ? cause.message : String(cause)),
    );
    const looking = setInterval(() => {
      if (worker.getState() === 'FAILED') resolve(why());
    }, LOOK_MS);
    shutdown.add('la guardia del worker', () => clearInterval(looking));
  });
  shutdown.add('il worker', async () => {
    asked = true;
    if (worker.getState() === 'RUNNING') worker.shutdown();
    await gone;
  });
  void gone.then((reason) => {
    if (!asked) shutdown.fail(systemWords.workerEnded(reason ?? systemWords.workerStopped));
  });
}
