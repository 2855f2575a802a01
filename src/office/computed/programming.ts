import { annexSections } from '../../documents/budget.js';
import type { Section } from '../../documents/content.js';
import { piraSections } from '../../documents/pira.js';
import { rppContent } from '../../documents/programmazione.js';
import { resourcesTable } from '../../documents/schede.js';
import type { Plan } from '../../domain/plan.js';
import { documentWords as words } from '../../words/documents.js';
import { directly, fromPlan } from './part.js';

/** What the RPP says of areas, objectives and programmes, with their resources. */
const rppSections = (plan: Plan): readonly Section[] =>
  rppContent(
    { kind: 'rpp', title: '', entity: '', exercise: plan.exercise, version: 1, on: '2000-01-01', simulated: false },
    plan,
  ).sections;

export const resourcesByArea = fromPlan((plan) =>
  rppSections(plan)
    .filter(({ title }) => title === words.budget.byArea)
    .flatMap(({ blocks }) => directly(blocks)),
);

export const programmesByArea = fromPlan((plan) =>
  rppSections(plan).filter(({ title }) => title !== words.budget.byArea),
);

/** Allegato 2: the economic interventions, and their detail. */
export const interventions = fromPlan((plan) =>
  plan.budget.lines.length === 0 ? [] : annexSections(plan).flatMap(({ blocks }) => directly(blocks)),
);

export const pira = fromPlan((plan) => piraSections(plan));

export const resourcesByProgramme = fromPlan((plan) =>
  plan.sheets.length === 0 ? [] : directly([resourcesTable(plan)]),
);
