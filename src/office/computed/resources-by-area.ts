import { ledgerTable, reconciliationSections, resourcesByArea } from '../../documents/resources.js';
import { ledgerOf } from '../../domain/resources/ledger.js';
import { resourceWords } from '../../words/resources.js';
import { directly, fromPlan } from './part.js';

/** `risorse/per-area`: the ledger by area and programme, then its lines. */
export const resourcesByAreaPart = fromPlan((plan) => {
  const [areas, ...each] = resourcesByArea(plan);
  if (areas === undefined) return [];
  return [...directly(areas.blocks), ...each, { level: 3, title: resourceWords.lines, blocks: [ledgerTable(plan)] }];
});

/** `programmazione/aree`: the areas alone, with the one total. */
export const areasPart = fromPlan((plan) =>
  resourcesByArea(plan)
    .slice(0, 1)
    .flatMap(({ blocks }) => directly(blocks)),
);

/** `programmazione/programmi`: the programmes of each area. */
export const programmesPart = fromPlan((plan) => resourcesByArea(plan).slice(1));

/** `programmazione/per-programma`: the lines of the ledger, then the sheets beside it. */
export const linesPart = fromPlan((plan) =>
  ledgerOf(plan).length === 0 ? [] : [...directly([ledgerTable(plan)]), ...reconciliationSections(plan)],
);
