import type { Rollup } from '../../../domain/achievement/types.js';
import type { Assessment } from '../../../register/assessments.js';

/** Every node of the roll-ups by its id: `entity`, `area:1`, `objective:1.1`, `programme:1.1.1`, `sheet:1.1.1`. */
export function rollupsByNode(assessment: Assessment | undefined): ReadonlyMap<string, Rollup> {
  const nodes = new Map<string, Rollup>();
  const add = (rollup: Rollup): void => {
    nodes.set(rollup.node, rollup);
    for (const child of rollup.children) add(child);
  };
  for (const root of assessment?.rollups ?? []) add(root);
  return nodes;
}
