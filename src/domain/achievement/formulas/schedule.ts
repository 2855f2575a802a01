import { HUNDRED, larger, multiply, type Rational, subtract, ZERO } from '../../rational.js';

/**
 * Degrading with delay: every unit late costs `pointsPerUnit` points, down to nothing. On time is 100; early earns no more.
 * @param delay in the unit the points are for (days, for a date); zero or less is on time
 * Source: a policy option, for systems that forgive a short delay; the points are always the policy's.
 */
export function degradingByDelay(delay: Rational, pointsPerUnit: Rational): Rational {
  if (delay.n <= 0n) return HUNDRED;
  return larger(ZERO, subtract(HUNDRED, multiply(delay, pointsPerUnit)));
}

/** Share of a period elapsed, in days with both ends counted: 121/366 at 30 April 2016. */
export function shareElapsed(elapsedDays: number, totalDays: number): Rational {
  return { n: BigInt(Math.min(Math.max(elapsedDays, 0), totalDays)), d: BigInt(totalDays) };
}
