import { civilDate } from '../calendar/civil-date.js';
import { excerpt, isWord, matchPhrase, phrases, unlessEmpty } from './phrases.js';
import type { Token } from './tokens.js';
import type { Reading } from './types.js';
import type { Span, Work } from './work.js';

type When = 'soon' | 'in-the-year';

const spell = (when: When, words: string): [string, When][] => words.split('|').map((w) => [w, when]);

/** When, in words that no calendar knows. */
const PHRASES = phrases<When>([
  ...spell(
    'soon',
    'a breve|a breve termine|nel breve termine|nel breve periodo|quanto prima|al piu presto|entro breve',
  ),
  ...spell('soon', 'appena possibile|non appena possibile|il prima possibile|prima possibile|piu presto possibile'),
  ...spell(
    'soon',
    'in tempi brevi|in tempi rapidi|in tempi utili|in tempi stretti|in tempi ragionevoli|in tempo utile',
  ),
  ...spell(
    'soon',
    'in tempi congrui|nei tempi utili|nel piu breve tempo|a stretto giro|con urgenza|in futuro|in itinere',
  ),
  ...spell('soon', 'prossimamente|tempestivamente|celermente|sollecitamente|rapidamente|immediatamente|prontamente'),
  ...spell('soon', "a tendere|in via d' urgenza|in tempo reale|nelle prossime settimane|nei prossimi mesi"),
  ...spell('in-the-year', "in corso d' anno|nel corso dell' anno|nell' anno|durante l' anno|nell' arco dell' anno"),
  ...spell('in-the-year', "nel corso dell' esercizio|nell' esercizio|in corso di anno|in corso d' esercizio"),
]);

/** Said of a result, how soon: `pubblicazione tempestiva`. */
const SOON = /^(?:tempestiv|celer|sollecit|rapid|immediat|prossim)[aoei]$/;

interface Found {
  readonly when: When;
  readonly span: Span;
}

/** The first time said that no calendar knows: `a breve`, `in corso d'anno`, `pubblicazione tempestiva`. */
export function vagueTimeIn(tokens: readonly Token[]): Found | undefined {
  for (let at = 0; at < tokens.length; at++) {
    const said = matchPhrase(PHRASES, tokens, at);
    if (said !== undefined) return { when: said.value, span: [at, said.next] };
    const ofYear = [tokens[at - 1], tokens[at + 1]].some((t) => isWord(t, 'anno', 'esercizio'));
    if (tokens[at]?.kind === 'word' && SOON.test(tokens[at]?.text ?? '') && !ofYear)
      return { when: 'soon', span: [at, at + 1] };
  }
  return undefined;
}

/** `approvazione in corso d'anno`: by the end of the exercise, for a person to take or leave. */
export function byYearEnd(work: Work, { when, span: [from, to] }: Found): readonly Reading[] {
  const { year } = work.context;
  if (when !== 'in-the-year' || year === undefined) return [];
  const what = [excerpt(work.text, work.tokens, 0, from), excerpt(work.text, work.tokens, to, work.tokens.length)]
    .filter((words) => words !== '')
    .join(' ');
  return [{ kind: 'by-date', by: civilDate(year, 12, 31), strict: false, what: unlessEmpty(what) }];
}
