import { documentWords as words } from '../words/documents.js';
import { overrideWords } from '../words/overrides.js';
import type { CheckpointContent } from './checkpoint-content.js';
import { paragraph, percent, type Section } from './content.js';
import { figure } from './figure-text.js';

/** What was decided about results in place of what was computed, with the act of each; nothing where nobody has. */
export function overrideSections({ title, indicators }: CheckpointContent): readonly Section[] {
  const overridden = indicators.flatMap(({ name, override }) =>
    override === undefined ? [] : [{ name, ...override }],
  );
  if (overridden.length === 0) return [];
  const { columns } = overrideWords;
  return [
    {
      level: 3,
      title: overrideWords.title,
      blocks: [
        paragraph(overrideWords.lead),
        {
          kind: 'table',
          dataset: 'forzature',
          caption: overrideWords.title,
          part: { column: words.monitoring.checkpoint, value: title },
          columns: [
            { title: columns.indicator, share: 3, heads: true },
            { title: columns.counts, figures: true, share: 1.3 },
            { title: columns.computed, figures: true, share: 1.3 },
            { title: columns.decidedBy, share: 1.5 },
            { title: columns.act, share: 2 },
            { title: columns.reason, share: 3 },
          ],
          rows: overridden.map(({ name, override, computed }) => ({
            cells: [
              `${name} (${override.indicator})`,
              override.kind === 'forced' ? percent(override.value) : overrideWords.notCounted,
              figure(computed.achievement),
              override.by,
              override.act,
              override.reason,
            ],
          })),
        },
      ],
    },
  ];
}
