import type { ImprovementItem } from '../domain/annexes.js';
import type { Entity } from '../domain/entity.js';
import type { Act, Plan } from '../domain/plan.js';
import { documentWords as words } from '../words/documents.js';
import { executiveObjectives } from './about-body.js';
import { annexSections } from './budget.js';
import { type Block, day, paragraph, type Section } from './content.js';

/** The acts a plan cites in one place of its document: `allegato 2`, `cap. 5`. */
const actsFrom = (plan: Plan, place: string): readonly Act[] =>
  (plan.acts ?? []).filter((act) => act.source.toLowerCase().startsWith(place));

const actFacts = (acts: readonly Act[]): readonly Block[] =>
  acts.length === 0
    ? []
    : [
        {
          kind: 'facts',
          facts: acts.map((act) => ({ label: act.title, value: words.piano.actOf(act.board, act.number, act.date) })),
        },
      ];

/** With which act objectives were assigned, and that those of who is no dirigente are elsewhere. */
export function assignment(plan: Plan, roles: Entity['roles']): readonly Block[] {
  const elsewhere = plan.individual.length - executiveObjectives(plan, roles).length;
  const said = elsewhere === 0 && plan.individual.length > 0 ? [] : [paragraph(words.piano.individual(elsewhere))];
  return [...said, ...actFacts(actsFrom(plan, 'cap. 5'))];
}

/** The annexes of the reference Piano: the acts it rests on, the budget by objective, the improvement plan. */
export function annexes(plan: Plan, improvement: readonly ImprovementItem[] = []): readonly Section[] {
  const elsewhere = [...actsFrom(plan, 'allegato 2'), ...actsFrom(plan, 'cap. 5')];
  const premises = (plan.acts ?? []).filter((act) => !elsewhere.includes(act));
  return [
    ...(premises.length === 0 ? [] : [actsSection(premises)]),
    ...annexSections(plan).map((section) => ({
      ...section,
      level: 3 as const,
      blocks: [...actFacts(actsFrom(plan, 'allegato 2')), ...section.blocks],
    })),
    ...(improvement.length === 0 ? [] : [improvementSection(improvement)]),
  ];
}

const actsSection = (acts: readonly Act[]): Section => ({
  level: 3,
  title: words.piano.acts,
  blocks: [
    {
      kind: 'table',
      dataset: 'atti',
      caption: words.piano.actsCaption,
      columns: [
        { title: words.piano.act, share: 4, heads: true },
        { title: words.piano.board, share: 2 },
        { title: words.piano.actNumber },
        { title: words.piano.actDate },
      ],
      rows: acts.map((act) => ({
        cells: [act.title, act.board, act.number === '' ? words.piano.notStated : act.number, day(act.date)],
      })),
    },
  ],
});

/** The improvement plan. */
export const improvementSection = (items: readonly ImprovementItem[]): Section => ({
  level: 3,
  title: words.piano.improvement,
  blocks: [
    {
      kind: 'table',
      dataset: 'miglioramento',
      caption: words.piano.improvementCaption,
      columns: [
        { title: words.piano.improvementSubject, share: 2, heads: true },
        { title: words.piano.improvementActions, share: 6 },
      ],
      rows: items.flatMap((item) => item.actions.map((action) => ({ cells: [item.subject, action] }))),
    },
  ],
});
