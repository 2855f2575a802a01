import { fieldFor, type WrittenIn } from '../../../acts/field.js';
import { isWritten, type ToRead } from '../../../domain/to-read.js';
import { readingWords as words } from '../../../words/readings.js';
import type { Fields } from '../kit/fields.js';
import { accumulationIn } from '../kit/parts/accumulation-choice.js';
import type { Problem } from '../kit/refusals.js';
import { ALL, FIELD_OF } from './reading-fields.js';
import { LEAVE, REWRITE } from './readings.js';
import { saying } from './saving.js';

/** What somebody answered on a page of readings, as the act asks it; and what the page itself finds wrong. */
interface PageAnswers {
  readonly written: WrittenIn;
  readonly problems: readonly Problem[];
}

/** @param rewrites whether a text may be written anew: not of a plan in force */
export function answersIn(asked: readonly ToRead[], fields: Fields, rewrites: boolean): PageAnswers {
  const [indicators, choices, texts, accumulations]: string[][] = [[], [], [], []];
  const problems: Problem[] = [];
  for (const one of asked) {
    const { key, indicator, text } = one;
    const along = accumulationIn(fields.text(FIELD_OF.accumulation(key)));
    if (along !== undefined) accumulations?.push(`${key}=${along}`);
    if (isWritten(one)) {
      if (fields.text(FIELD_OF.tick(key)) !== '') indicators?.push(key);
      continue;
    }
    const fresh = rewrites ? fields.text(FIELD_OF.rewrite(key)).trim() : '';
    const typed = fresh !== '' && fresh !== text;
    const left = ['', LEAVE].includes(fields.text(FIELD_OF.choice(key)));
    if (left && !typed) continue;
    // Who writes a new text and marks nothing wants it kept.
    const chosen = left ? REWRITE : fields.text(FIELD_OF.choice(key));
    if (chosen !== REWRITE && typed)
      problems.push({ field: FIELD_OF.rewrite(key), text: words.textBesideReading(indicator.code) });
    else if (chosen === REWRITE && !typed)
      problems.push({ field: FIELD_OF.rewrite(key), text: words.noText(indicator.code) });
    else if (chosen === REWRITE) texts?.push(`${key}=${fresh}`);
    // The page counts from 0, people from 1.
    else if (/^\d{1,2}$/.test(chosen)) choices?.push(`${key}=${Number(chosen) + 1}`);
    else problems.push({ field: FIELD_OF.choice(key), text: words.staleChoice(indicator.code) });
  }
  const accumulation = accumulationIn(fields.text(ALL));
  return { written: saying({ indicators, choices, texts, accumulations, accumulation }), problems };
}

const OF_EACH = {
  indicators: FIELD_OF.tick,
  choices: FIELD_OF.choice,
  texts: FIELD_OF.rewrite,
  accumulations: FIELD_OF.accumulation,
} as const;

/** What the page calls the field a refusal is about. */
export function pageField(field: string | undefined): string {
  const of = (Object.keys(OF_EACH) as (keyof typeof OF_EACH)[]).find((name) => field?.startsWith(fieldFor(name, '')));
  return of === undefined || field === undefined ? 'letture' : OF_EACH[of](field.slice(fieldFor(of, '').length));
}
