import { documentWords } from '../words/documents.js';
import { forecastWords as words } from '../words/forecast.js';
import { actualText } from '../words/measure.js';
import type { CheckpointContent } from './checkpoint-content.js';
import { day, paragraph, percent, type Section } from './content.js';

/** What each interim value is on course for at the end of the year, and how that was made; no section where nothing is. */
export function forecastSections({ title, indicators }: CheckpointContent): readonly Section[] {
  const rows = indicators.flatMap(({ forecast, ...one }) => (forecast === undefined ? [] : [{ ...one, forecast }]));
  if (rows.length === 0) return [];
  return [
    {
      level: 3,
      title: words.title,
      blocks: [
        paragraph(words.lead),
        {
          kind: 'table',
          dataset: 'previsioni',
          caption: words.title,
          part: { column: documentWords.monitoring.checkpoint, value: title },
          columns: [
            { title: documentWords.column.code, dataOnly: true },
            { title: documentWords.column.indicator, share: 3, heads: true },
            { title: documentWords.monitoring.target, share: 1.6 },
            { title: words.value, figures: true, share: 1.4 },
            { title: words.achievement, figures: true, share: 1.2 },
            { title: words.light, share: 1.2 },
            { title: words.how, share: 3 },
          ],
          rows: rows.map(({ assessment, name, target, unit, forecast: { value, achievement, light, how } }) => ({
            cells: [
              assessment.indicator,
              name,
              target,
              actualText({ kind: 'number', value }, unit),
              achievement === undefined ? words.none : percent(achievement),
              documentWords.traffic[light],
              words.ways(how),
            ],
          })),
        },
      ],
    },
  ];
}

/** What is not asked yet, from when it can be known, and which checkpoint will ask it; no section where nothing waits. */
export function laterSections({ title, later = [] }: CheckpointContent): readonly Section[] {
  if (later.length === 0) return [];
  return [
    {
      level: 3,
      title: words.later.title,
      blocks: [
        paragraph(words.later.lead),
        {
          kind: 'table',
          dataset: 'valori-attesi',
          caption: words.later.title,
          part: { column: documentWords.monitoring.checkpoint, value: title },
          columns: [
            { title: documentWords.column.code, dataOnly: true },
            { title: documentWords.column.indicator, share: 4, heads: true },
            { title: words.later.knownFrom, share: 1.5 },
            { title: words.later.askedAt, share: 3 },
          ],
          rows: later.map(({ indicator, name, knownFrom, askedAt }) => ({
            cells: [
              indicator,
              name,
              day(knownFrom),
              askedAt === undefined ? words.later.nowhere : words.later.at(askedAt.title, askedAt.dueOn),
            ],
          })),
        },
      ],
    },
  ];
}
