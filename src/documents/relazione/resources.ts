import type { AreaEfficiency } from '../../domain/resources/efficiency.js';
import { relazioneWords } from '../../words/relazione.js';
import { totalOf } from '../amounts.js';
import { euros, number, paragraph, percent, type Section } from '../content.js';

const words = relazioneWords.resources;

/** `relazione/risorse`: what each area was given, what it spent, and how much it reached for it; nothing without resources. */
export function efficiencySections(areas: readonly AreaEfficiency[]): readonly Section[] {
  if (areas.every(({ programmes }) => programmes === 0)) return [];
  return [
    {
      level: 3,
      title: '',
      blocks: [
        paragraph(words.intro),
        {
          kind: 'table',
          dataset: 'efficienza',
          caption: words.caption,
          columns: [
            { title: words.area, share: 5, heads: true },
            { title: words.planned, figures: true, share: 1.6 },
            { title: words.spent, figures: true, share: 1.6 },
            { title: words.share, figures: true, share: 1.2 },
            { title: words.programmes, share: 1.5 },
            { title: words.index, figures: true, share: 1.3 },
          ],
          rows: [
            ...areas.map(({ area, title, planned, spent, share, index, programmes, recorded }) => ({
              cells: [
                `${area} ${title}`,
                euros(planned),
                euros(spent),
                share === undefined ? words.none : percent(share),
                words.programmesOf(recorded, programmes),
                index === undefined ? words.none : number(index),
              ],
            })),
            {
              stress: 'total',
              cells: [
                words.total,
                euros(totalOf(areas.map(({ planned }) => planned))),
                euros(totalOf(areas.map(({ spent }) => spent))),
                '',
                words.programmesOf(
                  areas.reduce((all, { recorded }) => all + recorded, 0),
                  areas.reduce((all, { programmes }) => all + programmes, 0),
                ),
                '',
              ],
            },
          ],
        },
      ],
    },
  ];
}
