import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Metrics } from './metrics.js';

/** What metrics are gathered from beside those of the process itself, each as text of Prometheus. */
export type Parts = Map<'register' | 'temporal-sdk', () => Promise<string>>;

/** Prometheus waits ten seconds for all of it. */
const PATIENCE_MS = 5_000;

/** All metrics of a process. A part that does not answer is said to be down, and the others are there all the same. */
export async function gather(metrics: Metrics, parts: Parts, log: Logger): Promise<string> {
  const texts = await Promise.all(
    [...parts].map(async ([name, read]) => {
      try {
        const text = await withinPatience(read());
        metrics.part(name, true);
        return text;
      } catch (cause) {
        log.warn({ cause }, `no metrics of ${name}`);
        metrics.part(name, false);
        return '';
      }
    }),
  );
  return [await metrics.registry.metrics(), ...texts].join('\n');
}

async function withinPatience<T>(answer: Promise<T>): Promise<T> {
  const over = new AbortController();
  const late = sleep(PATIENCE_MS, undefined, { signal: over.signal }).then(() => {
    throw new Error(`no answer within ${PATIENCE_MS} ms`);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    over.abort();
    // The wait that was called off rejects, with nobody there.
    late.catch(() => undefined);
  }
}

/** Metrics of Temporal's SDK, which offers them at an address of this machine. */
export async function sdkMetrics(address: string): Promise<string> {
  const answer = await fetch(`http://${address}/metrics`);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return await answer.text();
}
