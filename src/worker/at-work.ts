import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import type { Instant } from '../domain/calendar/types.js';
import { earliest } from '../domain/clock.js';

/** Activities a worker has in hand. */
interface AtWork {
  /** To be given to the worker. */
  readonly watching: ActivityInterceptorsFactory;
  /** When the one that has been in hand longest began, by the calendar; undefined when none is. */
  since(): Instant | undefined;
}

/** Watches what a worker has in hand, local activities too. */
export function watchAtWork(now: () => Instant): AtWork {
  const began = new Map<symbol, Instant>();
  return {
    watching: () => ({
      inbound: {
        execute: async (input, next) => {
          const one = Symbol('activity');
          began.set(one, now());
          try {
            return await next(input);
          } finally {
            began.delete(one);
          }
        },
      },
    }),
    since: () => earliest(...began.values()),
  };
}
