import { isSymbol, isWord, skipArticles } from './phrases.js';
import type { Match, Token } from './tokens.js';

/** A year said from the exercise: how far it lies, and whether offices would count it differently. */
export interface OtherYear {
  readonly offset: number;
  /** `prossimo`, `p.v.`: from the day of writing, which may be before the exercise begins. */
  readonly counted: boolean;
}

export const AFTER = ['successivo', 'successiva', 'seguente', 'susseguente'] as const;
export const COMING = [
  'prossimo',
  'venturo',
  'entrante',
  'nuovo',
  'futuro',
  'prossima',
  'nuova',
  'futura',
  'ventura',
] as const;
const GONE = ['precedente', 'passato', 'scorso', 'trascorso', 'antecedente', 'vecchio', 'passata', 'scorsa'] as const;

const said = (words: readonly string[], offset: number, counted: boolean) =>
  words.map((word): [string, OtherYear] => [word, { offset, counted }]);

const SAID: ReadonlyMap<string, OtherYear> = new Map([
  ...said(AFTER, 1, false),
  ...said([...COMING, 'dopo', 'appresso'], 1, true),
  ...said([...GONE, 'prima'], -1, true),
]);

/** `dell'anno seguente`, `del prossimo esercizio`, `dell'anno a venire`, `prossimo venturo`, `p.v.`, `a.p.` */
export function otherYearAt(tokens: readonly Token[], at: number): Match<OtherYear> | undefined {
  return (
    initialsAt(tokens, at) ?? besideYearAt(tokens, skipArticles(tokens, isSymbol(tokens[at], ',', '(') ? at + 1 : at))
  );
}

function besideYearAt(tokens: readonly Token[], at: number): Match<OtherYear> | undefined {
  const ahead = wordAt(tokens, at);
  if (isYear(tokens[at])) {
    const said = wordAt(tokens, isWord(tokens[at + 1], 'immediatamente', 'subito') ? at + 2 : at + 1);
    if (said === undefined) return undefined;
    // `dell'anno prossimo venturo`
    return { ...said, next: wordAt(tokens, said.next)?.next ?? said.next };
  }
  if (ahead === undefined) return undefined;
  if (isYear(tokens[ahead.next])) return { ...ahead, next: ahead.next + 1 };
  // `il 31 gennaio prossimo venturo`, `giugno scorso`: no year is named, the next or last day of that name is meant.
  return YEARS_AWAY.has(tokens[at]?.text ?? '')
    ? { value: { ...ahead.value, counted: true }, next: wordAt(tokens, ahead.next)?.next ?? ahead.next }
    : undefined;
}

const YEARS_AWAY: ReadonlySet<string> = new Set([...AFTER, ...COMING.slice(0, 3), 'scorso', 'passato']);

const isYear = (token: Token | undefined): boolean => isWord(token, 'anno', 'esercizio', 'annualita');

function wordAt(tokens: readonly Token[], at: number): Match<OtherYear> | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word') return undefined;
  const known = SAID.get(token.text);
  if (known !== undefined) return { value: known, next: at + 1 };
  return token.text === 'a' && isWord(tokens[at + 1], 'seguire', 'venire')
    ? { value: { offset: 1, counted: true }, next: at + 2 }
    : undefined;
}

const INITIALS = ['p', 'u', 'a', 'pv', 'us', 'ap'] as const;

/** `p.v.` is the next day of that name, `u.s.` the last; `a.p.` is last year. */
function initialsAt(tokens: readonly Token[], at: number): Match<OtherYear> | undefined {
  if (!isWord(tokens[at], ...INITIALS)) return undefined;
  const letters = [tokens[at]?.text, tokens[isSymbol(tokens[at + 1], '.') ? at + 2 : at + 1]?.text].join('');
  const offset = letters === 'pv' ? 1 : letters === 'us' || letters === 'ap' ? -1 : undefined;
  if (offset === undefined) return undefined;
  const second = isSymbol(tokens[at + 1], '.') ? at + 2 : at + 1;
  return { value: { offset, counted: true }, next: isSymbol(tokens[second + 1], '.') ? second + 2 : second + 1 };
}
