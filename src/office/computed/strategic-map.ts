import { mapSections } from '../../documents/map.js';
import { titles } from '../contents.js';
import { directly, fromPlan } from './part.js';

/** `piano/mappa`: the strategic map with its links and the owners of objectives. */
export const strategicMapPart = fromPlan((plan, { bodies }, { entity }) =>
  mapSections(plan, titles(bodies, entity)).flatMap(({ blocks }) => directly(blocks)),
);
