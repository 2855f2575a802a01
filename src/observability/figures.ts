import type { Instant } from '../domain/calendar/types.js';
import type { Db } from '../register/database.js';
import { registerFigures } from '../register/figures.js';
import { seeingEveryBody } from '../register/sight.js';
import { createFigureMetrics } from './figure-metrics.js';

/** Counts the register now and again, however many ask. */
interface FigureReader {
  /** As text of Prometheus. @throws what the database says, when it cannot be counted */
  text(): Promise<string>;
}

const GOOD_FOR_MS = 15_000;
/** What takes long to count is counted more rarely: never more than a fiftieth of the time goes into it. */
const SHARE = 50;

/**
 * Reads the figures of a register when they are asked for; what was read is good for a while, and asked for by two at once
 * is read once.
 * @param now of the calendar
 * @param wall milliseconds, to know how old a reading is
 */
export function figureReader(db: Db, now: () => Instant, wall: () => number = () => performance.now()): FigureReader {
  const metrics = createFigureMetrics();
  let reading: Promise<string> | undefined;
  let until = 0;
  const read = async (): Promise<string> => {
    const began = wall();
    try {
      const at = now();
      metrics.set(await seeingEveryBody(() => registerFigures(db, at)), at);
      return await metrics.registry.metrics();
    } finally {
      until = wall() + Math.max(GOOD_FOR_MS, SHARE * (wall() - began));
    }
  };
  return {
    text: () => {
      // One that failed is kept as long: a database in trouble must not be asked at every turn.
      if (reading === undefined || wall() >= until) {
        until = Number.POSITIVE_INFINITY;
        reading = read();
      }
      return reading;
    },
  };
}
