import type { AboutEntry } from '../domain/about-body.js';
import type { Entity } from '../domain/entity.js';
import { orgChart } from '../domain/org-chart.js';
import type { Plan } from '../domain/plan.js';
import type { Series } from '../domain/series.js';
import { documentWords as words } from '../words/documents.js';
import { aboutSections, executiveSections, orgChartSections } from './about-body.js';
import type { DocumentContent, DocumentHeading, Section } from './content.js';
import { type Narrative, type NarrativeFile, readNarrative } from './narrative.js';
import { annexes, assignment } from './piano-annexes.js';
import { type ProcessBeside, process } from './piano-process.js';
import { organisational } from './piano-strategy.js';
import { seriesSections } from './serie.js';

/** What stands beside the plan and is printed with it, where the body has it. */
interface PianoBeside extends ProcessBeside {
  readonly narrative?: readonly NarrativeFile[];
  readonly series?: Series;
  /** Who the body is, as it stands. */
  readonly about?: readonly AboutEntry[];
  /** Its offices and roles: the chart, and whose objectives the Piano prints. */
  readonly organisation?: Pick<Entity, 'roles' | 'offices' | 'people' | 'head'>;
}

/**
 * The Piano della performance in the order of the reference Piano: the chapters the body writes, and its measurable parts where
 * they belong (1 who the body is, 4 scorecard and sheets, 5 the objectives of the dirigenti, 6 process, 7 annexes).
 */
export function pianoContent(heading: DocumentHeading, plan: Plan, beside: PianoBeside = {}): DocumentContent {
  const roles = beside.organisation?.roles ?? [];
  const files = (beside.narrative ?? []).map((file) => ({ ...file, ...readNarrative(file.text) }));
  const chapter = (number: string, measured: readonly Section[] = []): readonly Section[] => {
    const [first, ...others] = files.filter((file) => file.name.startsWith(number));
    const sections = [...(first === undefined ? [] : titled(first)), ...others.flatMap(whole), ...measured];
    const opening = first?.parts.find((part) => part.title === undefined)?.blocks ?? [];
    if (opening.length === 0 && sections.length === 0) return [];
    const name = first?.title ?? words.piano.chapters[number] ?? number;
    return [{ level: 2, title: number === '0' ? name : `${number}. ${name}`, blocks: opening }, ...sections];
  };
  return {
    ...heading,
    landscape: true,
    sections: [
      ...chapter('0'),
      ...chapter('1', [...whoWeAre(beside), ...seriesSections(plan.entity, beside.series, '1')]),
      ...['2', '3'].flatMap((number) => chapter(number, seriesSections(plan.entity, beside.series, number))),
      ...chapter('4', organisational(plan, heading.entity, beside.titleOf ?? ((id) => id))),
      ...chapter('5', [
        ...executiveSections(plan, roles),
        { level: 3, title: words.piano.assignment, blocks: assignment(plan, roles) },
      ]),
      ...chapter('6', process(plan, beside)),
      ...chapter('7', annexes(plan, beside.improvement)),
    ],
  };
}

const whoWeAre = ({ about = [], organisation }: PianoBeside): readonly Section[] => [
  ...aboutSections(about),
  ...(organisation === undefined ? [] : orgChartSections(orgChart(organisation))),
];

/** The sections of a chapter's file that have a title of their own. */
const titled = (file: Narrative): readonly Section[] =>
  file.parts.flatMap(({ title, blocks }) => (title === undefined ? [] : [{ level: 3, title, blocks }]));

/** A second file of the same chapter: what it says before its first title stands under the file's own. */
const whole = (file: Narrative & NarrativeFile): readonly Section[] =>
  file.parts.map(({ title, blocks }) => ({ level: 3, title: title ?? file.title ?? file.name, blocks }));
