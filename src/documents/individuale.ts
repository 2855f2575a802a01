import type { IndicatorAssessment } from '../domain/achievement/types.js';
import { targetText } from '../domain/findings/walk.js';
import type { IndividualObjective, Plan } from '../domain/plan.js';
import { documentWords as words } from '../words/documents.js';
import { type DocumentContent, type DocumentHeading, paragraph, percent, type Section } from './content.js';
import type { Found } from './cruscotto.js';
import { found } from './monitoraggio.js';

/**
 * The sheet of the individual objectives of one role, with the results of the last checkpoint where there are some. It is never
 * published nor kept among the documents of a cycle: who calls must have checked that the reader may see it.
 * @param role id of the role, and its title
 */
export function individualContent(
  heading: DocumentHeading,
  plan: Plan,
  role: { readonly id: string; readonly title: string },
  results?: readonly IndicatorAssessment[],
): DocumentContent {
  const byCode = new Map(
    (results ?? []).map((assessment) => [assessment.indicator, found(assessment, assessment.achievement)]),
  );
  const objectives = plan.individual.filter((objective) => objective.role === role.id);
  return {
    ...heading,
    landscape: false,
    sections: [
      { level: 2, title: role.title, blocks: [paragraph(words.individual.confidential)] },
      ...objectives.map((objective, at) =>
        objectiveSection(plan, objective, at + 1, results === undefined ? undefined : byCode),
      ),
      { level: 2, title: words.individual.signatures, blocks: [{ kind: 'signature', who: words.individual.signers }] },
    ],
  };
}

function objectiveSection(
  plan: Plan,
  objective: IndividualObjective,
  number: number,
  results: ReadonlyMap<string, Found> | undefined,
): Section {
  const programme = plan.areas
    .flatMap((area) => area.objectives)
    .flatMap((o) => o.programmes)
    .find((p) => p.code === objective.programme);
  return {
    level: 3,
    title: words.individual.numbered(number, objective.title ?? ''),
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: words.column.weight, value: percent(objective.weight) },
          { label: words.column.programme, value: `${objective.programme} ${programme?.title ?? ''}`.trim() },
        ],
      },
      {
        kind: 'table',
        dataset: 'obiettivi-individuali',
        caption: words.individual.caption(number),
        part: { column: words.individual.objective, value: objective.code },
        columns: [
          { title: words.column.code, dataOnly: true },
          { title: words.column.indicator, share: 5, heads: true },
          { title: words.column.target(plan.exercise), share: 2.5 },
          ...(results === undefined
            ? []
            : [
                { title: words.monitoring.value, share: 1.5 },
                { title: words.column.realisation, figures: true, share: 1.3 },
              ]),
        ],
        rows: objective.indicators.map((indicator) => {
          const target = targetText(indicator, plan.exercise);
          const result = results?.get(indicator.code);
          return {
            cells: [
              indicator.code,
              indicator.name,
              target === '' ? words.individual.noTarget : target,
              ...(results === undefined
                ? []
                : [result?.value ?? '', result?.achievement === undefined ? '' : percent(result.achievement)]),
            ],
          };
        }),
      },
    ],
  };
}
