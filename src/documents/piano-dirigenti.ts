import { targetText } from '../domain/findings/walk.js';
import type { Plan } from '../domain/plan.js';
import { documentWords as words } from '../words/documents.js';
import { type Block, percent } from './content.js';

/** The objectives of each role with their weights and targets, a table for each role; never with results. */
export function dirigentiTables(plan: Plan, titleOf: (role: string) => string): readonly Block[] {
  const roles = [...new Set(plan.individual.map(({ role }) => role))];
  return roles.map(
    (role): Block => ({
      kind: 'table',
      dataset: 'obiettivi-dirigenti',
      caption: words.piano.dirigentiCaption(titleOf(role)),
      part: { column: words.piano.dirigentiRole, value: titleOf(role) },
      columns: [
        { title: words.column.code, dataOnly: true },
        { title: words.piano.dirigentiObjective, share: 3, heads: true },
        { title: words.column.weight, figures: true, share: 0.9 },
        { title: words.column.programme, share: 1 },
        { title: words.column.indicator, share: 4 },
        { title: words.column.target(plan.exercise), share: 2.5 },
      ],
      rows: plan.individual
        .filter((objective) => objective.role === role)
        .flatMap((objective) =>
          objective.indicators.map((indicator, at) => {
            const target = targetText(indicator, plan.exercise);
            return {
              cells: [
                indicator.code,
                // Said once, on the first line of the objective.
                at === 0 ? (objective.title ?? objective.code) : '',
                at === 0 ? percent(objective.weight) : '',
                at === 0 ? objective.programme : '',
                indicator.name,
                target === '' ? words.individual.noTarget : target,
              ],
            };
          }),
        ),
    }),
  );
}
