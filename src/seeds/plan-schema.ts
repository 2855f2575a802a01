import type { z } from 'zod';
import { roleName } from './entity-schema.js';
import {
  amount,
  civilDate,
  code,
  flag,
  group,
  id,
  list,
  missioneProgramma,
  nonEmptyList,
  oneOf,
  percent,
  text,
  textByYear,
  verbatim,
  year,
} from './fields.js';

/** The shapes of a plan's data files. What a person writes is Italian (`6,00%`, `1.250,00`); what comes out is the domain's. */

const areaCode = code(/^[0-9A-Z]+$/, '1');
const objectiveCode = code(/^[0-9A-Z]+\.[0-9A-Z]+$/, '1.1');
const programmeCode = code(/^[0-9A-Z]+\.[0-9A-Z]+\.[0-9A-Z]+$/, '1.1.1');
const indicatorCode = code(/^[0-9A-Za-z.]+-([A-Z0-9]+-)?[a-z]?\d+$/, '1.1.1-01');
const otherTitles = list(group({ title: text, source: text })).optional();

const indicator = group({
  code: indicatorCode,
  name: text,
  weight: percent.optional(),
  perspective: id.optional(),
  office: id,
  attributed: flag.optional(),
  repeats: indicatorCode.optional(),
  history: text.optional(),
  knownFrom: civilDate.optional(),
  missioneProgramma: missioneProgramma.optional(),
  targets: textByYear,
  results: textByYear.optional(),
  source: text,
});

const programme = group({
  code: programmeCode,
  title: text,
  weight: percent.optional(),
  perspective: id.optional(),
  missioneProgramma: missioneProgramma.optional(),
  otherTitles,
  indicators: list(indicator),
  source: text,
});

const objective = group({
  code: objectiveCode,
  title: text,
  owners: nonEmptyList(roleName).optional(),
  weights: nonEmptyList(
    group({
      perspective: id,
      weight: percent,
      missioneProgramma: missioneProgramma.optional(),
      source: text.optional(),
    }),
  ),
  otherTitles,
  programmes: list(programme),
  source: text,
});

const area = group({ code: areaCode, title: text, otherTitles, objectives: nonEmptyList(objective), source: text });

const sheet = group({
  programme: programmeCode,
  title: text,
  offices: nonEmptyList(id),
  officesAsWritten: text.optional(),
  actions: nonEmptyList(text).optional(),
  expectedResults: nonEmptyList(text).optional(),
  abridged: flag.optional(),
  resources: group({
    total: amount,
    parts: list(group({ name: text, amount })),
    planned: amount,
    spent: amount.optional(),
    spentAsWritten: verbatim.optional(),
    source: text.optional(),
  }),
  indicators: list(indicator),
  source: text,
});

const individualObjective = group({
  code: code(/^[A-Z]+-\d+$/, 'SG-1'),
  title: text.optional(),
  role: id,
  area: areaCode,
  weight: percent,
  programme: programmeCode,
  indicators: nonEmptyList(indicator),
  source: text,
});

const accounting = {
  activity: verbatim,
  function: text,
  costCentre: text,
  product: text,
  description: text,
  amount,
  note: text.optional(),
  source: text,
};

const budget = group({
  lines: list(
    group({
      area: areaCode,
      objective: objectiveCode,
      programme: programmeCode.optional(),
      heading: text,
      ...accounting,
    }),
  ),
  totals: list(
    group({
      of: text,
      level: oneOf(['programme', 'objective', 'area', 'total']),
      title: text.optional(),
      amount,
      source: text,
    }),
  ),
  details: list(
    group({
      heading: text,
      ...accounting,
      items: nonEmptyList(group({ description: text, amount, note: text.optional(), source: text })),
    }),
  ).optional(),
});

const resources = group({
  lines: nonEmptyList(
    group({
      programme: programmeCode,
      nature: oneOf(['cost', 'investment']),
      year,
      description: text,
      amount,
      function: text.optional(),
      costCentre: text.optional(),
      product: text.optional(),
      note: text.optional(),
      source: text,
    }),
  ),
});

const act = group({
  id,
  title: text,
  board: text,
  number: verbatim,
  date: civilDate,
  due: group({ date: civilDate, norm: text }).optional(),
  source: text,
});

const header = {
  entity: id,
  exercise: year,
  title: text,
  perspectives: nonEmptyList(
    group({ id, title: text, weight: percent.optional(), otherTitles, source: text.optional() }),
  ),
  approval: act.optional(),
  acts: list(act).optional(),
  periods: list(group({ of: text, title: text, from: year, to: year.optional(), source: text })).optional(),
  placements: list(
    group({ about: text, perspective: id, indicators: nonEmptyList(indicatorCode), source: text }),
  ).optional(),
  identity: list(group({ of: oneOf(['mission', 'vision']), text, source: text })).optional(),
  links: list(group({ from: objectiveCode, to: objectiveCode, reason: text })).optional(),
  legend: group({ entries: nonEmptyList(group({ label: text, threshold: verbatim })), source: text }).optional(),
};

const sections = {
  areas: nonEmptyList(area),
  sheets: list(sheet),
  individual: list(individualObjective),
  budget,
  resources,
};

/** `plan.yaml`: the heading of a plan, and any of its sections when one file holds everything. */
export const planSchema = group({
  ...header,
  areas: sections.areas.optional(),
  sheets: sections.sheets.optional(),
  individual: sections.individual.optional(),
  budget: sections.budget.optional(),
  resources: sections.resources.optional(),
});

/** The sections of a plan that may stand in a file of their own, by file name. */
export const sectionSchemas = {
  scorecard: group({ areas: sections.areas }),
  sheets: group({ sheets: sections.sheets }),
  individual: group({ individual: sections.individual }),
  budget: group({ budget: sections.budget }),
  resources: group({ resources: sections.resources }),
} as const;

export type PlanFile = z.output<typeof planSchema>;
