import { ledgerTable, resourcesByArea } from '../../documents/resources.js';
import { resourceWords } from '../../words/resources.js';
import { directly, fromPlan } from './part.js';

/** `risorse/per-area`: the ledger by area and programme, then its lines. */
export const resourcesByAreaPart = fromPlan((plan) => {
  const [areas, ...each] = resourcesByArea(plan);
  if (areas === undefined) return [];
  return [...directly(areas.blocks), ...each, { level: 3, title: resourceWords.lines, blocks: [ledgerTable(plan)] }];
});
