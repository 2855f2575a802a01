import { individualSections } from '../../documents/relazione/individual.js';
import { cycleId } from '../../domain/cycle-id.js';
import { individualAggregates } from '../../register/reading/individual.js';
import { sheetsOf } from '../../register/reading/sheets.js';
import type { ComputedPart } from './part.js';

/** `relazione/individuale`: how people were evaluated, in aggregate (D.Lgs. 150/2009, art. 10, c. 1, lett. b). */
export const relazioneIndividual: ComputedPart = async ({ db }, { entity, exercise }) => {
  const [sheets, found] = await Promise.all([
    sheetsOf(db, cycleId({ entity, exercise })),
    individualAggregates(db, entity, exercise),
  ]);
  return individualSections(sheets, found.kind === 'ended' ? found : undefined);
};
