import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import proto from '@temporalio/proto';
import { connectionOptions } from '../../../config/connection-options.js';
import type { Config } from '../../../config.js';
import { runningInstance } from '../../../platform/instance-lock.js';
import { missingSearchAttributes } from '../../../platform/namespace.js';
import { findOnPath } from '../../../platform/program.js';
import { readRecord } from '../../../platform/record.js';
import { isCached, SERVER_MIN, versionOf } from '../../../platform/temporal-binary.js';
import { PRODUCTION_SCHEMA } from '../../../register/names.js';
import { doctorWords as say } from '../../../words/doctor.js';
import { taskQueue } from '../../../workflows/ids.js';
import { listVersions } from '../versions.js';
import type { ExamineOptions } from './check.js';
import { bad, type Check, good, note, PATIENCE_MS, reasonOf } from './check.js';
import { CLOCK_TOLERANCE_S } from './database.js';
import { atLeast } from './machine.js';

const { TaskQueueType, WorkerVersioningMode } = proto.temporal.api.enums.v1;
const VERSIONED = WorkerVersioningMode.WORKER_VERSIONING_MODE_VERSIONED;
const GONE_AFTER_S = 120;

/** `rehearsal`: the space of the latest, whose worker counts where production has none. */
export interface TemporalOptions extends ExamineOptions {
  readonly rehearsal?: string;
}

/** Whether the Temporal server answers, knows our namespace, and has workers; where none is running, whether one can be. */
export async function checkTemporal(
  config: Config,
  env: NodeJS.ProcessEnv,
  options: TemporalOptions,
): Promise<readonly Check[]> {
  const address = config.temporal.address ?? ownTemporalAddress(config);
  if (address === undefined) return [await checkProgram(config, env)];
  const connect = config.temporal.address === undefined ? { address } : connectionOptions(address, config.temporal);
  let connection: Connection;
  try {
    connection = await Connection.connect({ ...connect, connectTimeout: PATIENCE_MS });
  } catch (error) {
    return [silent(error)];
  }
  try {
    return await connection.withDeadline(Date.now() + PATIENCE_MS, async () => {
      const { serverVersion } = await connection.workflowService.getSystemInfo({});
      return [
        serverCheck(address, serverVersion ?? ''),
        await checkClock(connection, config.temporal.namespace),
        await checkNamespace(connection, config.temporal.namespace),
        await checkWorkers(connection, config.temporal.namespace, options),
        ...(await checkVersions(connection, config.temporal.namespace)),
      ];
    });
  } catch (error) {
    return [silent(error)];
  } finally {
    await connection.close();
  }
}

/** A server that does not tell its version is taken for a recent one: managed clusters do not. */
function serverCheck(address: string, version: string): Check {
  return version === '' || atLeast(version, SERVER_MIN)
    ? good(say.temporal, say.temporalAnswers(address, version === '' ? '?' : version))
    : bad(say.temporal, say.temporalOld(version, SERVER_MIN.join('.')), say.updateTemporal);
}

/** Shorter polls are refused by the server. */
const POLL_MS = 4_000;
const LOOK_EVERY_MS = 100;

/**
 * How far the server's clock is from ours. The server tells its time to nobody, but notes when somebody last asked a queue for
 * work: a moment's poll on a queue of our own, where there is none, and then that note.
 */
async function checkClock(connection: Connection, namespace: string): Promise<Check> {
  const taskQueue = { name: `ciclo-doctor-${hostname()}-${process.pid}` };
  const { workflowService } = connection;
  const enough = new AbortController();
  let refused: unknown;
  const before = Date.now();
  const polling = connection
    .withDeadline(before + POLL_MS, () =>
      connection.withAbortSignal(enough.signal, () =>
        workflowService.pollWorkflowTaskQueue({ namespace, taskQueue, identity: 'ciclo doctor' }),
      ),
    )
    .catch((cause: unknown) => {
      refused = cause;
    });
  try {
    while (refused === undefined) {
      await sleep(LOOK_EVERY_MS);
      const { pollers } = await workflowService.describeTaskQueue({
        namespace,
        taskQueue,
        taskQueueType: TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
      });
      const seen = pollers?.[0]?.lastAccessTime;
      if (seen == null) continue;
      const theirs = Number(seen.seconds ?? 0) * 1_000 + (seen.nanos ?? 0) / 1e6;
      // Noted at some moment between the two: within them there is no skew to tell.
      return skewCheck(Math.round(Math.max(0, before - theirs, theirs - Date.now()) / 1_000));
    }
    return note(say.temporalClock, say.temporalUnsaid(reasonOf(refused)), say.compareByHand);
  } catch (error) {
    return note(say.temporalClock, say.temporalUnsaid(reasonOf(error)), say.compareByHand);
  } finally {
    enough.abort();
    await polling;
  }
}

const skewCheck = (seconds: number): Check =>
  seconds <= CLOCK_TOLERANCE_S
    ? good(say.temporalClock, say.temporalAgrees(seconds))
    : bad(say.temporalClock, say.temporalDiffers(seconds), say.setClock);

async function checkNamespace(connection: Connection, namespace: string): Promise<Check> {
  const missing = await missingSearchAttributes(connection, namespace);
  return missing.length === 0
    ? good(say.namespace, namespace)
    : bad(say.namespace, say.attributesMissing(namespace, missing), say.prepareNamespace);
}

/**
 * Workers say who they are as `PROCESS@MACHINE`. Each asks for work at least once a minute, and the server goes on naming it
 * for five: one not heard of for two is gone.
 */
async function checkWorkers(
  connection: Connection,
  namespace: string,
  { worker, rehearsal }: TemporalOptions,
): Promise<Check> {
  const names = await listeners(connection, namespace, PRODUCTION_SCHEMA);
  if (worker && !names.some((name) => name.endsWith(`@${hostname()}`))) {
    return bad(say.workers, say.noWorkerHere(hostname()), say.startWorker);
  }
  if (names.length > 0) return good(say.workers, names.join(', '));
  const rehearsing = rehearsal === undefined ? [] : await listeners(connection, namespace, rehearsal);
  return rehearsal === undefined || rehearsing.length === 0
    ? note(say.workers, say.noWorkers, say.startWorker)
    : good(say.workers, say.rehearsalWorkers(rehearsal, rehearsing));
}

/** Of workers with a version, whether any of them is given work; nothing to say where there are none. */
async function checkVersions(connection: Connection, namespace: string): Promise<readonly Check[]> {
  const versions = await listVersions({ connection, namespace, name: PRODUCTION_SCHEMA });
  const atWork = versions.filter(({ state }) => state === 'current' || state === 'ramping');
  const said = atWork.map(({ buildId, percentage }) => say.versionAtWork(buildId, percentage)).join(', ');
  if (atWork.some(({ state }) => state === 'current')) return [good(say.workerVersions, said)];
  const pollers = await pollersOf(connection, namespace, PRODUCTION_SCHEMA);
  const versioned = pollers.filter(({ deploymentOptions }) => deploymentOptions?.workerVersioningMode === VERSIONED);
  const buildId = versioned[0]?.deploymentOptions?.buildId;
  // Without a current version, work goes to who has none.
  if (buildId == null) return [];
  return versioned.length < pollers.length
    ? [note(say.workerVersions, say.versionsWait(buildId), say.makeCurrent(buildId))]
    : [bad(say.workerVersions, say.versionsIdle(buildId), say.makeCurrent(buildId))];
}

/** Who asks the queue of a space for work. */
export async function listeners(connection: Connection, namespace: string, space: string): Promise<readonly string[]> {
  return [...new Set((await pollersOf(connection, namespace, space)).map(({ identity }) => identity ?? ''))];
}

async function pollersOf(connection: Connection, namespace: string, space: string) {
  const { pollers } = await connection.workflowService.describeTaskQueue({
    namespace,
    taskQueue: { name: taskQueue(space) },
    taskQueueType: TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
  });
  const since = Date.now() / 1_000 - GONE_AFTER_S;
  return (pollers ?? []).filter(({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0) >= since);
}

function silent(error: unknown): Check {
  return bad(say.temporal, say.noAnswer(reasonOf(error)), say.checkVariable('TEMPORAL_ADDRESS'));
}

/** Our own server's address, while the instance that started it lives. */
export function ownTemporalAddress({ dataDir }: Pick<Config, 'dataDir'>): string | undefined {
  if (runningInstance(dataDir) === undefined) return undefined;
  const { port } = readRecord(`${dataDir}/temporal/server.json`);
  return port === undefined ? undefined : `127.0.0.1:${port}`;
}

async function checkProgram({ cacheDir }: Config, env: NodeJS.ProcessEnv): Promise<Check> {
  const path = env.TEMPORAL_CLI || findOnPath('temporal', env.PATH);
  const version = path === undefined ? undefined : await versionOf(path);
  if (version !== undefined) return good(say.temporal, `${version} (${path})`);
  if (await isCached(cacheDir)) return good(say.temporal, say.inCache(cacheDir));
  return note(say.temporal, say.noProgramYet, say.runSetup);
}
