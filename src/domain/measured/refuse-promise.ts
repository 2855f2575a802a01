import type { Reading } from '../targets/types.js';
import { namesThings } from './nature.js';
import { BELOW_NOTHING, refuseAmount } from './refuse-amount.js';

/**
 * Why what a reading promises can not be in its unit, in Italian: minus five meetings, half of one. What is refused of who gives a
 * value is not to be promised; the target itself, which speaks of it, is not asked. What is beyond a whole or a scale is a defect of
 * the reading (`targets/decide.ts`).
 * @param name of the indicator: a balance goes below zero, an average has decimals
 */
export function refusePromise(reading: Reading, name: string | undefined): string | undefined {
  const promised =
    reading.kind === 'threshold' ? [reading.value] : reading.kind === 'range' ? [reading.from, reading.to] : [];
  const strange = promised.find((value) => value.startsWith('-') || value.includes('.'));
  if (strange === undefined || !('unit' in reading) || typeof reading.unit !== 'object') return undefined;
  return (
    refuseAmount({ kind: 'number', value: strange }, { name }, reading.unit) ??
    (reading.unit.kind === 'number' && strange.startsWith('-') && namesThings(name ?? '') ? BELOW_NOTHING : undefined)
  );
}
