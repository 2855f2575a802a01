import { ActivityCancellationType, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { LocalActivities, RemoteActivities } from '../activities/types.js';

/** One short transaction on the register: retried for ever, because a register that is down comes back. */
export const register = proxyLocalActivities<LocalActivities>({
  startToCloseTimeout: '30 seconds',
  localRetryThreshold: '20 seconds',
  retry: { initialInterval: '200 milliseconds', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/** Computations and documents: heartbeat not needed, each ends within minutes. */
export const office = proxyActivities<Omit<RemoteActivities, 'notify' | 'collectAutomatic'>>({
  // A task lost on its way to a worker is noticed only when this is over.
  startToCloseTimeout: '2 minutes',
  retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumInterval: '5 minutes' },
});

/** Automatic sources: what cannot be read soon is asked by hand, so this is not tried for ever. */
export const collector = proxyActivities<Pick<RemoteActivities, 'collectAutomatic'>>({
  startToCloseTimeout: '6 minutes',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute', maximumAttempts: 5 },
});

/** Mail: an outage of days is ordinary; the ledger makes a retry resume where it stopped. */
export const post = proxyActivities<Pick<RemoteActivities, 'notify'>>({
  startToCloseTimeout: '2 hours',
  heartbeatTimeout: '1 minute',
  retry: { initialInterval: '2 seconds', backoffCoefficient: 2, maximumInterval: '10 minutes' },
  cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
});
