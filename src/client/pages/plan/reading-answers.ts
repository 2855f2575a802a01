import { completeReading } from '../../../domain/accumulation.js';
import type { Policy } from '../../../domain/policy.js';
import type { Reading } from '../../../domain/targets/types.js';
import { isWritten, type ToRead } from '../../../domain/to-read.js';
import { refuseText } from '../../../register/accept.js';
import { readingWords as words } from '../../../words/readings.js';
import type { Fields } from '../kit/fields.js';
import { accumulationIn } from '../kit/parts/accumulation-choice.js';
import type { Problem } from '../kit/refusals.js';
import { ALL, FIELD_OF } from './reading-fields.js';
import { chosenReading, LEAVE, REWRITE } from './readings.js';

/** What somebody answered on a page of readings. */
export interface ReadingAnswers {
  readonly readings: readonly { readonly one: ToRead; readonly reading: Reading }[];
  readonly rewritten: readonly { readonly one: ToRead; readonly text: string }[];
  /** Written ones that were ticked and of which nobody said whether they grow along the year: they stay open. */
  readonly incomplete: readonly Problem[];
  /** What is to be corrected before anything is recorded. */
  readonly problems: readonly Problem[];
}

/** @param rewrites whether a text may be written anew: not of a plan in force */
export function answersIn(asked: readonly ToRead[], fields: Fields, policy: Policy, rewrites: boolean): ReadingAnswers {
  const readings: { one: ToRead; reading: Reading }[] = [];
  const rewritten: { one: ToRead; text: string }[] = [];
  const [incomplete, problems]: [Problem[], Problem[]] = [[], []];
  for (const one of asked) {
    const { key, indicator, outcome, text } = one;
    const said = accumulationIn(fields.text(FIELD_OF.accumulation(key)) || fields.text(ALL));
    const missing = { field: FIELD_OF.accumulation(key), text: words.accumulation.missing(indicator.code) };
    if (isWritten(one)) {
      if (fields.text(FIELD_OF.tick(key)) === '') continue;
      const reading = outcome.outcome === 'parsed' ? completeReading(outcome.reading, said, policy) : undefined;
      if (reading === undefined) incomplete.push(missing);
      else readings.push({ one, reading });
      continue;
    }
    const fresh = rewrites ? fields.text(FIELD_OF.rewrite(key)).trim() : '';
    const typed = fresh !== '' && fresh !== text;
    const left = ['', LEAVE].includes(fields.text(FIELD_OF.choice(key)));
    if (left && !typed) continue;
    // Who writes a new text and marks nothing wants it kept.
    const chosen = left ? REWRITE : fields.text(FIELD_OF.choice(key));
    if (chosen !== REWRITE && typed) {
      problems.push({ field: FIELD_OF.rewrite(key), text: words.textBesideReading(indicator.code) });
      continue;
    }
    if (chosen === REWRITE && rewrites) {
      const unwritable = refuseText(fresh);
      if (fresh === '' || fresh === text)
        problems.push({ field: FIELD_OF.rewrite(key), text: words.noText(indicator.code) });
      else if (unwritable !== undefined) problems.push({ field: FIELD_OF.rewrite(key), text: unwritable });
      else rewritten.push({ one, text: fresh });
      continue;
    }
    const candidate = chosenReading(outcome, chosen);
    if (candidate === undefined) {
      problems.push({ field: FIELD_OF.choice(key), text: words.staleChoice(indicator.code) });
      continue;
    }
    const reading = completeReading(candidate.reading, said, policy);
    if (reading === undefined) problems.push(missing);
    else readings.push({ one, reading });
  }
  return { readings, rewritten, incomplete, problems };
}
