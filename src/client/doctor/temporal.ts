import { hostname } from 'node:os';
import { Connection } from '@temporalio/client';
import proto from '@temporalio/proto';
import { type Config, connectionOptions } from '../../config.js';
import { runningInstance } from '../../platform/instance-lock.js';
import { missingSearchAttributes } from '../../platform/namespace.js';
import { findOnPath } from '../../platform/program.js';
import { readRecord } from '../../platform/record.js';
import { isCached, versionOf } from '../../platform/temporal-binary.js';
import { PRODUCTION_SCHEMA } from '../../register/names.js';
import { words } from '../../words/platform.js';
import { taskQueue } from '../../workflows/ids.js';
import { bad, type Check, good, note, PATIENCE_MS, reasonOf } from './check.js';
import type { ExamineOptions } from './examine.js';

const { TaskQueueType } = proto.temporal.api.enums.v1;
const GONE_AFTER_S = 120;
const say = words.doctor;

/** Whether the Temporal server answers, knows our namespace, and has workers; where none is running, whether one can be. */
export async function checkTemporal(
  config: Config,
  env: NodeJS.ProcessEnv,
  options: ExamineOptions,
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
        good(say.temporal, say.temporalAnswers(address, serverVersion ?? '?')),
        await checkNamespace(connection, config.temporal.namespace),
        await checkWorkers(connection, config.temporal.namespace, options),
      ];
    });
  } catch (error) {
    return [silent(error)];
  } finally {
    await connection.close();
  }
}

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
async function checkWorkers(connection: Connection, namespace: string, { worker }: ExamineOptions): Promise<Check> {
  const { pollers } = await connection.workflowService.describeTaskQueue({
    namespace,
    taskQueue: { name: taskQueue(PRODUCTION_SCHEMA) },
    taskQueueType: TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
  });
  const since = Date.now() / 1_000 - GONE_AFTER_S;
  const listening = (pollers ?? []).filter(({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0) >= since);
  const names = [...new Set(listening.map(({ identity }) => identity ?? ''))];
  if (worker && !names.some((name) => name.endsWith(`@${hostname()}`))) {
    return bad(say.workers, say.noWorkerHere(hostname()), say.startWorker);
  }
  return names.length > 0 ? good(say.workers, names.join(', ')) : note(say.workers, say.noWorkers, say.startWorker);
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
