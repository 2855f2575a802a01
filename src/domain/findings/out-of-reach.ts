import { refusePromise } from '../measured/refuse-promise.js';
import { type Finding, finding } from './finding.js';
import { type ReadTarget, readingsAt } from './readings.js';
import type { PlacedIndicator } from './walk.js';

/** A target that can not be in its unit, whichever way it is read: minus five meetings. */
export function outOfReach({ node, place, path }: PlacedIndicator, readTarget: ReadTarget): readonly Finding[] {
  for (const { year, text } of node.targets) {
    const refusals = readingsAt(node, year, readTarget).map((reading) => refusePromise(reading, node.name));
    const [first] = refusals;
    if (first === undefined || refusals.includes(undefined)) continue;
    const fact = `Il target ${year} «${text}» è un valore che nessuno può dare: ${first}.`;
    return [finding('target-impossible', place, [...path, 'targets', year], fact, node.source)];
  }
  return [];
}
