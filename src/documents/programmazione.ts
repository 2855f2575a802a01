import type { Plan } from '../domain/plan.js';
import { documentWords as words } from '../words/documents.js';
import { annexSections } from './budget.js';
import { type DocumentContent, type DocumentHeading, headed, type Section } from './content.js';
import { type MissionTitles, piraSections } from './pira.js';
import { ledgerTable, reconciliationSections, resourcesByArea, type SpentOf, spendingSections } from './resources.js';

/** The RPP, as far as the plan holds it: areas, objectives and programmes with the resources of the ledger, and its lines. */
export function rppContent(heading: DocumentHeading, plan: Plan): DocumentContent {
  return {
    ...heading,
    landscape: false,
    sections: [...resourcesByArea(plan), ...reconciliationSections(plan)],
  };
}

/** The preventivo: the economic interventions of Allegato 2, and the PIRA that goes with it (D.M. 27/03/2013, art. 2). */
export function preventivoContent(heading: DocumentHeading, plan: Plan, missions: MissionTitles): DocumentContent {
  return {
    ...heading,
    landscape: true,
    sections: [
      ...annexSections(plan),
      ...headed({ level: 2, title: words.titles.pira ?? '' }, piraSections(plan, missions).map(under)),
    ],
  };
}

const under = (section: Section): Section => ({ ...section, level: section.level === 2 ? 3 : 4 });

/** The budget direzionale: Allegato 2, then the ledger by area and programme, its lines, the sheets beside it, what has been spent. */
export function budgetContent(heading: DocumentHeading, plan: Plan, spent: SpentOf = new Map()): DocumentContent {
  return {
    ...heading,
    landscape: false,
    sections: [
      ...annexSections(plan),
      ...resourcesByArea(plan),
      { level: 2, title: words.budget.lines, blocks: [ledgerTable(plan)] },
      ...reconciliationSections(plan),
      ...spendingSections(plan, spent),
    ],
  };
}

/** The PIRA alone: expected results by *missione* and *programma* (D.Lgs. 91/2011, art. 19). */
export function piraContent(heading: DocumentHeading, plan: Plan, missions: MissionTitles): DocumentContent {
  return { ...heading, landscape: true, sections: piraSections(plan, missions) };
}
