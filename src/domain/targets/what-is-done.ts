import type { Reason } from './outcome.js';
import { excerpt, isSymbol, isWord } from './phrases.js';
import { reason } from './reasons.js';
import { ARTICLES, isDoing, isDone, PRODUCT } from './role-words.js';
import { hasWords } from './roles.js';
import { LONGEST_WHAT } from './surroundings.js';
import type { Token } from './tokens.js';
import { UNDOING } from './vetting.js';
import type { Span, Work } from './work.js';

/** `approvazione entro il 30/06 (bozza)`: the bracket may say less than the whole. */
export const isRemark = ({ tokens }: Work, [from, to]: Span): boolean =>
  from > 0 && isSymbol(tokens[from], '(') && hasWords(tokens, from, to);

/** `no approvazione`, `divieto di apertura`: what must not be has no last day. */
const BARRED = /^(?:no|niente|assenza|divieto|stop)$/;

/** What is to be done, in its own words; what of them is a second condition, or may make it less, is added to doubts and notes. */
export function describe(work: Work, prose: readonly Span[], doubts: Reason[], notes: Reason[]): string {
  const pieces: string[] = [];
  for (const span of prose) {
    const words = excerpt(work.text, work.tokens, ...span);
    const spoken = work.tokens.slice(...span).filter((t) => t.kind === 'word');
    if (spoken.some((t) => BARRED.test(t.text))) doubts.push(reason('negated', words));
    // `revoca`, `proroga`, `approvazione in bozza`; a draft may be all that is promised.
    const undone = spoken.some((t, at) => UNDOING.test(t.text) && !(at === 0 && /^(?:bozz|propost)/.test(t.text)));
    const ofSchool = span[0] > 0 && work.tokens.slice(...span).some((t) => t.text === '#schoolYear');
    if (undone || ofSchool || isRemark(work, span)) notes.push(reason('words-around', words));
    const hidden = work.offending(span);
    const goesOn = isSecond(work.tokens[span[0]]) && span[0] > 0 && hasWords(work.tokens, ...span);
    const meaning = work.tokens.slice(...span).some((t) => t.kind !== 'word' || t.text.length > 2 || isWord(t, 'si'));
    // A number nobody read: `entro l'anno 2016/2017`.
    const unread = work.tokens.slice(...span).some((t) => t.kind === 'number');
    if (hidden !== undefined || unread || goesOn || (hasWords(work.tokens, ...span) && !meaning))
      doubts.push(reason('second-condition', words));
    else if (hasWords(work.tokens, ...span)) pieces.push(words);
  }
  const what = pieces.join(' ');
  if (what.length > LONGEST_WHAT) doubts.push(reason('too-long'));
  return what;
}

/** Whether the words open with work, or with what comes of it. */
export const namesWork = (tokens: readonly Token[]): boolean => {
  const first = tokens.find((t) => t.kind === 'word' && !ARTICLES.has(t.text));
  return first !== undefined && (isDoing(first.text) || isDone(first.text) || PRODUCT.test(first.text));
};

/** `entro il 30/6 con relazione finale`, `…, e avvio`: another thing is promised after the date. */
const isSecond = (token: Token | undefined): boolean =>
  isWord(token, 'e', 'ed', 'con', 'nonche', 'poi', 'quindi') || isSymbol(token, '&', '+', ',', '/');
