import { prometheus } from '@hono/prometheus';
import type { MiddlewareHandler } from 'hono';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { SendOutcome } from '../mail/transport.js';
import { programVersion } from '../platform/program-version.js';
import type { PoolWatch } from '../register/pool.js';

/** The metrics of one process. Labels are closed lists of words and patterns of addresses: never a body, a person or a link. */
export interface Metrics {
  readonly registry: Registry;
  /** Measures requests, by the pattern of their address. */
  readonly requests: MiddlewareHandler;
  /** Watches the pool of connections to the register. */
  readonly pool: PoolWatch;
  /** One mail was handed to the mail server, or not, in so many seconds. */
  mail(outcome: SendOutcome['outcome'], seconds: number): void;
  /** One of the parts that metrics are gathered from answered, or did not. */
  part(name: 'register' | 'temporal-sdk', answered: boolean): void;
}

const WAITS = [0.001, 0.01, 0.1, 0.5, 1, 5, 30];
const MAIL_WAITS = [0.05, 0.1, 0.5, 1, 5, 30, 120];
const OUTCOMES = ['accepted', 'refused', 'later', 'uncertain'] as const satisfies readonly SendOutcome['outcome'][];

/** A fresh set of metrics, Node's own among them. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'ciclo_info',
    help: 'The version of Ciclo in this process',
    labelNames: ['version'],
    registers,
  }).set({ version: programVersion() }, 1);
  const parts = new Gauge({
    name: 'ciclo_metrics_part_up',
    help: '1 when this part answered the last time it was asked, otherwise 0: its metrics are then absent',
    labelNames: ['part'],
    registers,
  });
  const mails = new Counter({
    name: 'ciclo_mails_handed_over_total',
    help: 'Mails this process handed to the mail server, by how that ended',
    labelNames: ['outcome'],
    registers,
  });
  for (const outcome of OUTCOMES) mails.inc({ outcome }, 0);
  const mailSeconds = new Histogram({
    name: 'ciclo_mail_handover_seconds',
    help: 'How long handing a mail to the mail server took',
    buckets: MAIL_WAITS,
    registers,
  });
  return {
    registry,
    requests: prometheus({ registry, prefix: 'ciclo_' }).registerMetrics,
    pool: poolMetrics(registry),
    mail: (outcome, seconds) => {
      mails.inc({ outcome });
      mailSeconds.observe(seconds);
    },
    part: (part, answered) => parts.set({ part }, answered ? 1 : 0),
  };
}

function poolMetrics(registry: Registry): PoolWatch {
  const registers = [registry];
  const waits = new Histogram({
    name: 'ciclo_pool_wait_seconds',
    help: 'How long a query waited for a connection to the register',
    buckets: WAITS,
    registers,
  });
  return {
    waited: (seconds) => waits.observe(seconds),
    pool: (state) => {
      new Gauge({
        name: 'ciclo_pool_connections',
        help: 'Connections to the register: open, idle among them, and queries that wait for one',
        labelNames: ['state'],
        registers,
        collect() {
          for (const [name, count] of Object.entries(state())) this.set({ state: name }, count);
        },
      });
    },
  };
}
