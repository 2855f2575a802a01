import { mapSections } from '../../documents/map.js';
import { titles } from '../contents.js';
import { directly, fromPlan } from './part.js';

/** `piano/mappa`: the strategic map with its links and the owners of objectives. */
export const strategicMapPart = fromPlan(async (plan, { db }, { entity }) =>
  mapSections(plan, await titles(db, entity)).flatMap(({ blocks }) => directly(blocks)),
);
