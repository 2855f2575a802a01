import { refuseAmount } from '../measured/refuse-amount.js';
import type { Reading } from '../targets/types.js';
import { type Finding, finding } from './finding.js';
import { type ReadTarget, readingsAt } from './readings.js';
import type { PlacedIndicator } from './walk.js';

/**
 * A target below what its unit can be: minus five meetings. What is refused of who gives a value (`measured/refuse-amount.ts`) is not to
 * be promised, whichever way the target is read; the target itself, which speaks of it, is not asked. What is beyond a whole or a
 * scale is a defect of the reading.
 */
export function outOfReach({ node, place, path }: PlacedIndicator, readTarget: ReadTarget): readonly Finding[] {
  for (const { year, text } of node.targets) {
    const refusals = readingsAt(node, year, readTarget).map((reading) => refusal(node.name, reading));
    const [first] = refusals;
    if (first === undefined || refusals.includes(undefined)) continue;
    const fact = `Il target ${year} «${text}» è un valore che nessuno può dare: ${first}.`;
    return [finding('target-impossible', place, [...path, 'targets', year], fact, node.source)];
  }
  return [];
}

function refusal(name: string, reading: Reading): string | undefined {
  if (reading.kind !== 'threshold' || typeof reading.unit !== 'object' || !reading.value.startsWith('-'))
    return undefined;
  return refuseAmount({ kind: 'number', value: reading.value }, { name }, reading.unit);
}
