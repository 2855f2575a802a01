import { type AreaEfficiency, shareOf } from '../../domain/resources/efficiency.js';
import { relazioneWords } from '../../words/relazione.js';
import { totalOf } from '../amounts.js';
import { euros, number, paragraph, percent, type Section } from '../content.js';

const words = relazioneWords.resources;

/** `relazione/risorse`: what each area was given, what it spent, and how much it reached for it; nothing without resources. */
export function efficiencySections(areas: readonly AreaEfficiency[]): readonly Section[] {
  if (areas.every(({ programmes }) => programmes === 0)) return [];
  const [planned, spent] = [totalOf(areas.map((one) => one.planned)), totalOf(areas.map((one) => one.spent))];
  // What an area was given for programmes without spending on record is in no share: then the whole has none either.
  const share = areas.every((one) => one.recorded === one.programmes) ? shareOf(spent, planned) : undefined;
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
            ...areas.map((one) => ({
              cells: [
                `${one.area} ${one.title}`,
                euros(one.planned),
                euros(one.spent),
                one.share === undefined ? words.none : percent(one.share),
                words.programmesOf(one.recorded, one.programmes),
                one.index === undefined ? words.none : number(one.index),
              ],
            })),
            {
              stress: 'total',
              cells: [
                words.total,
                euros(planned),
                euros(spent),
                share === undefined ? words.none : percent(share),
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
