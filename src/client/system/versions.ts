import { type Connection, isGrpcServiceError } from '@temporalio/client';
import proto from '@temporalio/proto';
import { Failure } from '../../platform/errors.js';
import { versionWords as words } from '../../words/versions.js';

/**
 * Which part of the work a version of the workers gets: all that is new, a share of it, none any more though somebody's work
 * is still pinned to it, none at all.
 */
export type VersionState = 'current' | 'ramping' | 'draining' | 'drained' | 'inactive';

export interface WorkerVersion {
  readonly buildId: string;
  readonly state: VersionState;
  /** Of a version that is ramping, 0 to 100. */
  readonly percentage?: number;
}

/** The deployment of an installation: its workers, of whatever version. */
export interface Deployment {
  readonly connection: Connection;
  readonly namespace: string;
  /** The space. */
  readonly name: string;
}

const IDENTITY = 'ciclo versions';
const { WorkerDeploymentVersionStatus: STATUS } = proto.temporal.api.enums.v1;

/** The versions Temporal knows of, the newest first; none before a versioned worker has ever worked. */
export async function listVersions({ connection, namespace, name }: Deployment): Promise<readonly WorkerVersion[]> {
  const { workerDeploymentInfo: info } = await connection.workflowService
    .describeWorkerDeployment({ namespace, deploymentName: name })
    .catch((cause: unknown) => {
      if (isGrpcServiceError(cause) && cause.code === NOT_FOUND) return { workerDeploymentInfo: undefined };
      throw cause;
    });
  const percentage = info?.routingConfig?.rampingVersionPercentage ?? 0;
  return (info?.versionSummaries ?? [])
    .map(({ deploymentVersion, status, createTime }) => ({
      since: Number(createTime?.seconds ?? 0),
      version: {
        buildId: deploymentVersion?.buildId ?? '',
        state: stateOf(status),
        percentage: status === STATUS.WORKER_DEPLOYMENT_VERSION_STATUS_RAMPING ? percentage : undefined,
      },
    }))
    .toSorted((a, b) => b.since - a.since)
    .map(({ version }) => version);
}

/**
 * From now on all work goes to one version; undefined: to workers without one.
 * @throws Failure when no worker of it is at work
 */
export async function setCurrentVersion(deployment: Deployment, buildId: string | undefined): Promise<void> {
  const { connection, namespace, name } = deployment;
  const request = { namespace, deploymentName: name, buildId: buildId ?? '', identity: IDENTITY };
  await connection.workflowService.setWorkerDeploymentCurrentVersion(request).catch(refusedAs(buildId ?? ''));
}

/**
 * From now on a share of the cycles and steps works under another version than the current one.
 * @param percentage 0 to 100
 * @throws Failure when no worker of it is at work
 */
export async function setRampingVersion(deployment: Deployment, buildId: string, percentage: number): Promise<void> {
  const { connection, namespace, name } = deployment;
  const request = { namespace, deploymentName: name, buildId, percentage, identity: IDENTITY };
  await connection.workflowService.setWorkerDeploymentRampingVersion(request).catch(refusedAs(buildId));
}

const NOT_FOUND = 5;
const FAILED_PRECONDITION = 9;

const refusedAs =
  (buildId: string) =>
  (cause: unknown): never => {
    if (isGrpcServiceError(cause) && (cause.code === NOT_FOUND || cause.code === FAILED_PRECONDITION)) {
      throw new Failure(1, ...words.noWorker(buildId, cause.details));
    }
    throw cause;
  };

function stateOf(status: number | null | undefined): VersionState {
  switch (status) {
    case STATUS.WORKER_DEPLOYMENT_VERSION_STATUS_CURRENT:
      return 'current';
    case STATUS.WORKER_DEPLOYMENT_VERSION_STATUS_RAMPING:
      return 'ramping';
    case STATUS.WORKER_DEPLOYMENT_VERSION_STATUS_DRAINING:
      return 'draining';
    case STATUS.WORKER_DEPLOYMENT_VERSION_STATUS_DRAINED:
      return 'drained';
    default:
      return 'inactive';
  }
}
