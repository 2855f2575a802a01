import type { WorkerDeploymentOptions } from '@temporalio/worker';

/**
 * A worker as one version of the program, for Worker Versioning. Workflows live for months and go on under the version that
 * is current when they next have something to do, which replay of the committed histories makes safe; what is over within
 * minutes says itself that it stays where it began.
 * @param space names the deployment: all workers of an installation are of one
 */
export function versionedAs(space: string, buildId: string): WorkerDeploymentOptions {
  return {
    version: { deploymentName: space, buildId },
    useWorkerVersioning: true,
    defaultVersioningBehavior: 'AUTO_UPGRADE',
  };
}
