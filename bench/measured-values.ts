import type { Actual } from '../src/domain/achievement/types.js';
import { addDays } from '../src/domain/calendar/civil-date.js';
import type { Indicator, Plan } from '../src/domain/plan.js';
import { candidatesOf } from '../src/domain/targets/outcome.js';
import { parseTarget } from '../src/domain/targets/parse.js';
import type { Reading } from '../src/domain/targets/types.js';

/** An indicator of the scorecard with the reading it is judged by. */
export interface ReadIndicator {
  readonly indicator: Indicator;
  readonly reading: Reading;
}

/** The plan's scorecard as read; where the text leaves a doubt, the first reading proposed stands for a confirmed one. */
export function readScorecard(plan: Plan): readonly ReadIndicator[] {
  const indicators = plan.areas
    .flatMap((a) => a.objectives)
    .flatMap((o) => o.programmes)
    .flatMap((p) => p.indicators);
  return indicators.map((indicator) => {
    const confirmed = indicator.targets.find((t) => t.year === plan.exercise);
    const outcome = parseTarget(confirmed?.text ?? '', { name: indicator.name, year: plan.exercise });
    const reading = confirmed?.confirmed ?? candidatesOf(outcome)[0]?.reading;
    if (reading === undefined) throw new Error(`no reading for ${indicator.code}: ${confirmed?.text}`);
    return { indicator, reading };
  });
}

/** A repeatable stream of numbers in [0, 1): mulberry32. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Simulated values around the targets, one in twenty missing. */
export function measure(card: readonly ReadIndicator[], next: () => number): readonly Actual[] {
  return card.map(({ reading }): Actual => {
    if (next() < 0.05) return { kind: 'missing' };
    switch (reading.kind) {
      case 'threshold':
        return { kind: 'number', value: (Number(reading.value) * (0.5 + next() * 0.8)).toFixed(2) };
      case 'by-date':
        return { kind: 'date', on: addDays(reading.by, Math.floor(next() * 60) - 50) };
      default:
        throw new Error(`the 2016 scorecard has no ${reading.kind}`);
    }
  });
}
