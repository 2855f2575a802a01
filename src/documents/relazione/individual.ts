import { FEWEST } from '../../domain/individual/aggregates.js';
import type { Passage } from '../../domain/individual/stages.js';
import type { SheetStage } from '../../domain/individual/types.js';
import { relazioneWords } from '../../words/relazione.js';
import { rewardWords } from '../../words/rewards.js';
import { type Cell, number, paragraph, type Section } from '../content.js';
import { aggregateSections, type RewardsData } from '../individuale-premi.js';

const words = relazioneWords.individual;

/** A sheet of evaluation, as far as the Relazione counts it: neither whose it is nor what came of it. */
interface CountedSheet {
  readonly stage: SheetStage;
  readonly made: readonly { readonly passage: Passage }[];
}

/** What the procedure asks of every sheet, and what it leaves to people. */
const COUNTED = [
  'assign',
  'note-talk',
  'evaluate-self',
  'evaluate',
  'ask-second-instance',
  'ask-conciliation',
] as const satisfies readonly Passage[];

/**
 * `relazione/individuale`: how assignment, talks and evaluation went, in counts of all sheets together; where every sheet has ended, the
 * distribution and how far evaluations differ. Of fewer than `FEWEST` people nothing is counted.
 * @param ended absent while a sheet is open: told now and again later, what changes would be its result
 */
export function individualSections(
  sheets: readonly CountedSheet[],
  ended: Pick<RewardsData, 'rules' | 'aggregates'> | undefined,
): readonly Section[] {
  if (sheets.length === 0) return [];
  if (sheets.length < FEWEST) return [{ level: 3, title: '', blocks: [paragraph(rewardWords.tooFew(FEWEST))] }];
  const closed = (stage: SheetStage): number => sheets.filter((sheet) => sheet.stage === stage).length;
  const having = (passage: Passage): number =>
    sheets.filter(({ made }) => made.some((one) => one.passage === passage)).length;
  const rows: readonly (readonly [string, number])[] = [
    [words.sheets, sheets.length],
    ...COUNTED.map((passage) => [words.counted[passage], having(passage)] as const),
    [words.signedOff, closed('signed-off')],
    [words.notEvaluated, closed('not-evaluated')],
  ];
  return [
    {
      level: 3,
      title: '',
      blocks: [
        paragraph(words.intro(FEWEST)),
        {
          kind: 'table',
          dataset: 'schede-individuali',
          caption: words.caption,
          columns: [
            { title: words.what, share: 4, heads: true },
            { title: words.howMany, figures: true },
          ],
          rows: rows.map(([what, many]) => ({ cells: [what, guarded(many)] })),
        },
        ...(ended === undefined ? [paragraph(words.open)] : []),
      ],
    },
    ...(ended === undefined ? [] : aggregateSections(ended.rules, ended.aggregates)),
  ];
}

const guarded = (many: number): Cell => (many > 0 && many < FEWEST ? words.few(FEWEST) : number(many));
