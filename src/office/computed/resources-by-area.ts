import { ledgerTable, resourcesByArea } from '../../documents/resources.js';
import { resourceWords } from '../../words/resources.js';
import { fromPlan } from './part.js';

/** `risorse/per-area`: the ledger by area and programme, then its lines. */
export const resourcesByAreaPart = fromPlan((plan) => {
  const areas = resourcesByArea(plan);
  return areas.length === 0 ? [] : [...areas, { level: 2, title: resourceWords.lines, blocks: [ledgerTable(plan)] }];
});
