import { pino } from 'pino';
import type { Shutdown } from '../../src/platform/shutdown.js';

/** What a process hands to whatever it starts, without a process to end: stopped by the test. */
export function stoppable() {
  const stops: (() => Promise<void> | void)[] = [];
  return {
    add: (_what: string, stop: () => Promise<void> | void) => void stops.push(stop),
    requested: new AbortController().signal,
    fail: (reason: string) => {
      throw new Error(reason);
    },
    now: async () => {
      for (let next = stops.pop(); next !== undefined; next = stops.pop()) await next();
    },
    journal: pino({ level: 'silent' }),
  } satisfies Shutdown & { readonly journal: unknown };
}
