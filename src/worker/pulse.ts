import type { Context } from '@temporalio/activity';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';

/** Wall milliseconds between two signs of life: a few of them fit into the time within which the server wants one. */
const BEAT_MS = 5_000;

/**
 * Says of every activity that it is alive, for as long as it is. A task that was lost on its way to a worker says nothing: the
 * server gives it to another within `heartbeatTimeout`, however long the work itself may take.
 */
export const pulse: ActivityInterceptorsFactory = (context: Context) => ({
  inbound: {
    execute: async (input, next) => {
      // A local one never left this process.
      if (context.info.isLocal) return await next(input);
      const beating = setInterval(() => context.heartbeat(), BEAT_MS);
      try {
        return await next(input);
      } finally {
        clearInterval(beating);
      }
    },
  },
});
