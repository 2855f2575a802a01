import type { CivilDate } from '../../domain/calendar/types.js';
import { withCorrection } from '../../words/act-correction.js';
import { relazioneWords } from '../../words/relazione.js';
import { day, number, paragraph, type Section } from '../content.js';

const words = relazioneWords.process;

/** A step of the cycle as the Relazione tells how the process went. */
export interface ProcessStep {
  readonly phase: string;
  readonly title: string;
  /** The day the law sets; where it sets none, the body's. */
  readonly term: CivilDate;
  /** The day that counts: of the act where there is one. Absent while it is not ended. */
  readonly doneOn?: CivilDate;
  /** Days past the term, of what is done; 0 in time. */
  readonly lateDays: number;
  readonly act?: { readonly number: string; readonly on: CivilDate | null; readonly corrected?: string | undefined };
}

/** `relazione/processo`: what was done when, with terms, delays and acts. */
export function processSections(steps: readonly ProcessStep[]): readonly Section[] {
  if (steps.length === 0) return [];
  const done = steps.filter(({ doneOn }) => doneOn !== undefined);
  return [
    {
      level: 3,
      title: '',
      blocks: [
        paragraph(words.intro(done.length, steps.length, done.filter(({ lateDays }) => lateDays > 0).length)),
        {
          kind: 'table',
          dataset: 'processo',
          caption: words.caption,
          columns: [
            { title: words.phase, share: 2.5 },
            { title: words.step, share: 5, heads: true },
            { title: words.due, share: 1.3 },
            { title: words.done, share: 1.3 },
            { title: words.late, figures: true, share: 1 },
            { title: words.act, share: 1.8 },
          ],
          rows: steps.map(({ phase, title, term, doneOn, lateDays, act }) => ({
            cells: [
              phase,
              title,
              day(term),
              doneOn === undefined ? words.open : day(doneOn),
              lateDays === 0 ? '' : number(lateDays),
              act === undefined ? '' : withCorrection(words.actOf(act.number, act.on), act.corrected),
            ],
          })),
        },
      ],
    },
  ];
}
