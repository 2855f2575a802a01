import { paragraph } from '../../documents/content.js';
import { scorecardTables } from '../../documents/cruscotto.js';
import { annexes, improvementSection } from '../../documents/piano-annexes.js';
import { phasesSection, transparencySection } from '../../documents/piano-process.js';
import { treeBlocks } from '../../documents/piano-strategy.js';
import { sheetSections } from '../../documents/schede.js';
import { cycleId } from '../../domain/cycle-id.js';
import { cycleOf } from '../../register/cycles.js';
import { documentWords as words } from '../../words/documents.js';
import { titles } from '../contents.js';
import { type ComputedPart, directly, fromPlan } from './part.js';

export const pianoTree = fromPlan((plan, { bodies }, { entity }) =>
  plan.areas.length === 0 ? [] : directly(treeBlocks(plan, bodies.entity(entity).name)),
);

export const pianoScorecard = fromPlan((plan) => {
  const tables = scorecardTables(plan);
  return tables.length === 0 ? [] : directly([paragraph(words.piano.noResults(plan.exercise)), ...tables]);
});

export const pianoSheets = fromPlan((plan) => sheetSections(plan));

export const pianoProcess: ComputedPart = async ({ db }, ref) => {
  const calendar = (await cycleOf(db, cycleId(ref)))?.calendar;
  return calendar === undefined ? [] : directly(phasesSection(calendar, await titles(db, ref.entity)).blocks);
};

export const pianoTransparency: ComputedPart = async ({ bodies }, { entity }) => {
  const { transparency } = bodies.beside(entity);
  if (transparency === undefined) return [];
  return directly([
    paragraph(words.piano.transparencyAsOf(transparency.asOf)),
    ...transparencySection(transparency).blocks,
  ]);
};

/** Acts, the economic interventions of the year: what the annexes hold, without the improvement plan. */
export const pianoAnnexes = fromPlan((plan) => annexes(plan));

export const pianoImprovement: ComputedPart = async ({ bodies }, { entity }) => {
  const items = bodies.beside(entity).improvement ?? [];
  return items.length === 0 ? [] : directly(improvementSection(items).blocks);
};
