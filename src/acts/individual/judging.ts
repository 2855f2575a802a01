import { type Judged, judgedOf } from '../../domain/individual/judged.js';
import type { Judgement } from '../../domain/individual/types.js';
import type { Refusal } from '../../domain/refusal.js';
import { err, ok, type Result } from '../../domain/result.js';
import type { DecimalText } from '../../domain/targets/types.js';
import { individualActWords as words } from '../../words/individual-acts.js';
import type { FieldWords, Option, Place } from '../act.js';
import { fieldFor } from '../field.js';
import { decimal, each, line, text } from '../readers.js';
import type { SheetSubject } from './a-sheet.js';

/** What is judged, each with its sentence: behaviours on their scale, objectives in percent. */
export const judgementFields = {
  behaviours: each(line()),
  objectives: each(decimal({ least: 0, most: 100, decimals: 2 })),
  sentences: each(text(2)),
};

export const judgementWords = {
  behaviours: {
    page: 'comportamenti',
    option: 'behaviour',
    value: 'codice=grado',
    label: 'Comportamenti',
    hint: 'Per ciascuno il grado della scala.',
  },
  objectives: {
    page: 'obiettivi',
    option: 'objective',
    value: 'codice=percentuale',
    label: 'Obiettivi senza un risultato del Piano',
    hint: 'Da 0 a 100: quanto è stato raggiunto.',
  },
  sentences: {
    page: 'frasi',
    option: 'sentence',
    value: 'codice=frase',
    label: 'Motivazioni',
    hint: 'Una frase per ogni giudizio.',
  },
} satisfies Record<string, FieldWords>;

const offered =
  (wanted: (one: Judged) => boolean) =>
  async ({ subject }: Place<SheetSubject>): Promise<readonly Option[]> =>
    judgedOf(subject)
      .filter(wanted)
      .map(({ of, title, steps }) => ({
        value: of,
        title,
        hint: steps?.map((step) => step.id).join(', '),
      }));

/** The rows of the three fields. */
export const judgementOffers = {
  behaviours: offered(({ steps }) => steps !== undefined),
  objectives: offered(({ steps }) => steps === undefined),
  sentences: offered(() => true),
};

/** What was written in the three fields. */
export interface WrittenJudgements {
  readonly behaviours: ReadonlyMap<string, string>;
  readonly objectives: ReadonlyMap<string, DecimalText>;
  readonly sentences: ReadonlyMap<string, string>;
}

/**
 * The judgements as they go on record, or everything that is wrong with them.
 * @param whole whether all that is asked must be judged; else what is written alone, as a decision that changes some does
 */
export function readJudgements(
  asked: readonly Judged[],
  { behaviours, objectives, sentences }: WrittenJudgements,
  whole: boolean,
): Result<readonly Judgement[], readonly Refusal[]> {
  const refusals: Refusal[] = [];
  const judgements = asked.flatMap(({ of, title, steps, optional }): readonly Judgement[] => {
    const [field, value] =
      steps === undefined ? ['objectives', objectives.get(of)] : ['behaviours', behaviours.get(of)];
    const sentence = sentences.get(of);
    if (value === undefined) {
      if (whole && !optional) refusals.push({ field: fieldFor(field, of), text: words.notJudged(title) });
      return [];
    }
    if (steps !== undefined && !steps.some(({ id }) => id === value))
      refusals.push({
        field: fieldFor(field, of),
        text: words.notAStep(
          value,
          steps.map(({ id }) => id),
        ),
      });
    if (sentence === undefined) refusals.push({ field: fieldFor('sentences', of), text: words.noSentence(title) });
    return [{ of, value, sentence: sentence ?? '' }];
  });
  return refusals.length > 0 ? err(refusals) : ok(judgements);
}
