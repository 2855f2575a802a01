import { isTold } from '../domain/achievement/lights.js';
import { documentWords } from '../words/documents.js';
import type { CheckpointContent } from './checkpoint-content.js';
import { paragraph, percent, type Section } from './content.js';

const words = documentWords.monitoring;

/** The indicators far from their target, and those below it whose cause was said, each with what is to be done next; no section where none is. */
export function farSections({ title, indicators }: CheckpointContent): readonly Section[] {
  const far = indicators.filter(
    ({ assessment: { light }, cause, override }) => override === undefined && isTold(light, cause),
  );
  if (far.length === 0) return [];
  return [
    {
      level: 3,
      title: words.far,
      blocks: [
        paragraph(words.farLead),
        {
          kind: 'table',
          dataset: 'lontani-dal-target',
          caption: words.far,
          part: { column: words.checkpoint, value: title },
          columns: [
            { title: documentWords.column.code, dataOnly: true },
            { title: documentWords.column.indicator, share: 3, heads: true },
            { title: words.achievement, figures: true, share: 1.3 },
            { title: words.cause, share: 4 },
            { title: words.next, share: 4 },
          ],
          rows: far.map(({ name, assessment, cause, next }) => ({
            cells: [
              assessment.indicator,
              name,
              assessment.achievement === undefined ? words.none : percent(assessment.achievement),
              cause ?? words.notSaid,
              next ?? words.notSaid,
            ],
          })),
        },
      ],
    },
  ];
}
