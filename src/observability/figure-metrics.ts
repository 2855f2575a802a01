import { Gauge, Registry } from 'prom-client';
import type { Instant } from '../domain/calendar/types.js';
import { msOfInstant } from '../domain/clock.js';
import type { CycleStatus } from '../register/cycle-tables.js';
import type { Figures, PendingMail, Waiting } from '../register/figures.js';

/** What the register holds, as metrics. */
interface FigureMetrics {
  readonly registry: Registry;
  /** @param now of the calendar, from which ages are reckoned */
  set(figures: Figures, now: Instant): void;
}

// Named even when there are none: a figure that appears is no growth to Prometheus, one that rises from 0 is.
const CYCLES = { planned: 0, running: 0, closed: 0, cancelled: 0 } satisfies Record<CycleStatus, 0>;
const MAILS = { planned: 0, sending: 0, uncertain: 0, failed: 0, reported: 0 } satisfies Record<PendingMail, 0>;

/** Gauges of a registry of their own, so that they are shown together or not at all. */
export function createFigureMetrics(): FigureMetrics {
  const registry = new Registry();
  const gauge = <L extends string>(name: string, help: string, labelNames: readonly L[] = []): Gauge<L> =>
    new Gauge({ name: `ciclo_${name}`, help, labelNames, registers: [registry] });
  const cycles = gauge('cycles', 'Cycles by how they stand', ['status']);
  const steps = gauge('steps', 'Steps of running cycles', ['kind', 'status']);
  const late = gauge('late_steps', 'Late steps of running cycles');
  const latest = gauge('late_steps_oldest_seconds', 'Since when the oldest late step is past its term; 0 when none is');
  const mails = gauge('mails_pending', 'Mails due that have not left or wait for a word', ['state']);
  const mailAge = gauge('mails_pending_oldest_seconds', 'Since when the oldest of them is due; 0 when none is', [
    'state',
  ]);
  const untaken = gauge('receipts_untaken', 'Forms with a receipt that no workflow has taken');
  const untakenAge = gauge('receipts_untaken_oldest_seconds', 'Age of the oldest of them; 0 when there are none');
  const receipts = gauge('receipts_latest', 'Number of the latest receipt for measured values: its growth is how many');
  const computations = gauge('computations_latest', 'Number of the latest computed checkpoint: its growth is how many');
  const troubles = gauge('troubles', 'What is stuck, by kind', ['kind']);
  const troubleAge = gauge('troubles_oldest_seconds', 'Since when the oldest of them is so', ['kind']);

  const set: FigureMetrics['set'] = (figures, now) => {
    registry.resetMetrics();
    const age = ({ oldest }: Waiting): number => (oldest === null ? 0 : secondsBetween(oldest, now));
    for (const status of Object.keys(CYCLES)) cycles.set({ status }, 0);
    for (const { status, count } of figures.cycles) cycles.set({ status }, count);
    for (const { kind, status, count } of figures.steps) steps.set({ kind, status }, count);
    late.set(figures.late.count);
    latest.set(age(figures.late));
    for (const state of Object.keys(MAILS)) {
      mails.set({ state }, 0);
      mailAge.set({ state }, 0);
    }
    for (const mail of figures.mails) {
      mails.set({ state: mail.state }, mail.count);
      mailAge.set({ state: mail.state }, age(mail));
    }
    untaken.set(figures.untaken.count);
    untakenAge.set(age(figures.untaken));
    receipts.set(figures.receipts);
    computations.set(figures.computations);
    for (const trouble of figures.troubles) {
      troubles.set({ kind: trouble.kind }, trouble.count);
      troubleAge.set({ kind: trouble.kind }, age(trouble));
    }
  };
  return { registry, set };
}

const secondsBetween = (from: Instant, to: Instant): number =>
  Math.max(0, (msOfInstant(to) - msOfInstant(from)) / 1_000);
