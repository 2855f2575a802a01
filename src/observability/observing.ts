import type { ClientInterceptors } from '@temporalio/client';
import type { MetricsExporterConfig, WorkerInterceptors } from '@temporalio/worker';
import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import type { ObservingConfig } from '../config.js';
import type { Instant } from '../domain/calendar/types.js';
import type { MailTransport } from '../mail/transport.js';
import type { Log } from '../platform/log.js';
import { freePort } from '../platform/ports.js';
import type { Shutdown } from '../platform/shutdown.js';
import type { Db } from '../register/database.js';
import type { PoolWatch } from '../register/pool.js';
import { seeingEveryBody } from '../register/sight.js';
import { observabilityWords as words } from '../words/observability.js';
import { figureReader } from './figures.js';
import { gather, type Parts, sdkMetrics } from './gather.js';
import { watchedTransport } from './mails.js';
import { createMetrics } from './metrics.js';
import { tracedRequests } from './requests.js';
import { startScrape } from './scrape.js';

/** What each part of the system takes so that it can be observed; all of it empty where nobody asked to. */
export interface Observing {
  /** For the console, before anything else. */
  readonly requests: readonly MiddlewareHandler[];
  /** For whoever talks to workflows. */
  readonly client: { readonly interceptors?: ClientInterceptors };
  readonly worker: { readonly interceptors?: WorkerInterceptors };
  /** For who installs the runtime of Temporal's SDK, where there is a worker: from now on its metrics are among the others. */
  runtime(): Promise<{ readonly metrics?: MetricsExporterConfig }>;
  /** For the register. */
  readonly pool: { readonly watch?: PoolWatch };
  transport(mails: MailTransport): MailTransport;
  /** From now on the figures of this register are among the metrics. */
  count(db: Db, now: () => Instant): void;
}

/**
 * Starts what the configuration asks for: the metrics of this process at an address, the traces it makes on their way.
 * @param log hears where the metrics are
 * @param journal of what happens inside
 * @throws EnvironmentError when the address cannot be listened at
 */
export async function startObserving(
  config: ObservingConfig,
  log: Log,
  journal: Logger,
  shutdown: Shutdown,
): Promise<Observing> {
  // Some hundred modules, which who asks for no traces need not read.
  const tracing = config.traces === undefined ? undefined : (await import('./tracing.js')).startTracing(config.traces);
  if (tracing !== undefined) shutdown.add(words.stops.traces, () => tracing.stop());
  const metrics = config.metrics === undefined ? undefined : createMetrics();
  const parts: Parts = new Map();
  if (metrics !== undefined && config.metrics !== undefined) {
    const running = await startScrape(config.metrics, () => gather(metrics, parts, journal));
    shutdown.add(words.stops.metrics, () => running.stop());
    log.line(words.metrics(running.url));
  }
  return {
    requests: [
      ...(tracing === undefined ? [] : [tracedRequests]),
      ...(metrics === undefined ? [] : [metrics.requests]),
    ],
    client: tracing === undefined ? {} : { interceptors: tracing.client },
    worker: tracing === undefined ? {} : { interceptors: tracing.worker },
    runtime: async () => {
      if (metrics === undefined) return {};
      // The SDK offers its own at an address of its own: asked there, so that one address of ours has them all.
      const sdk = `127.0.0.1:${await freePort()}`;
      parts.set('temporal-sdk', () => sdkMetrics(sdk));
      return { metrics: { prometheus: { bindAddress: sdk, ...CONVENTIONS } } };
    },
    pool: metrics === undefined ? {} : { watch: metrics.pool },
    transport: (mails) =>
      metrics === undefined && tracing === undefined
        ? mails
        : watchedTransport(mails, (outcome, seconds) => metrics?.mail(outcome, seconds)),
    count: (db, now) => {
      if (metrics === undefined) return;
      const figures = figureReader(db, now);
      parts.set('register', () => seeingEveryBody(() => figures.text()));
    },
  };
}

/** Names and units as everybody who writes a query for Prometheus expects them. */
const CONVENTIONS = { countersTotalSuffix: true, unitSuffix: true, useSecondsForDurations: true };
