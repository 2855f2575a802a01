import type { Match, Token } from './tokens.js';

const UNITS =
  'zero|uno|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|tredici|quattordici|quindici|sedici|diciassette|diciotto|diciannove'.split(
    '|',
  );
const TENS = 'venti|trenta|quaranta|cinquanta|sessanta|settanta|ottanta|novanta'.split('|');
const HUNDREDS = 'cento|duecento|trecento|quattrocento|cinquecento|seicento|settecento|ottocento|novecento'.split('|');

/** From zero to 999, as Italian joins them: `ventuno`, `trentacinque`, `centoventi`. */
export const BELOW_THOUSAND: ReadonlyMap<string, number> = new Map(spellings());

function spellings(): [string, number][] {
  const small: [string, number][] = UNITS.map((word, n) => [word, n]);
  TENS.forEach((tens, i) => {
    const value = (i + 2) * 10;
    small.push([tens, value]);
    // `ventuno`, `ventotto`: the vowel falls; `ventitré` has lost its accent in folding.
    UNITS.slice(1, 10).forEach((unit, n) => {
      small.push([`${/^[uo]/.test(unit) ? tens.slice(0, -1) : tens}${unit}`, value + n + 1]);
    });
  });
  const large = HUNDREDS.flatMap((hundred, i) =>
    small.map(([word, n]): [string, number] => [n === 0 ? hundred : `${hundred}${word}`, (i + 1) * 100 + n]),
  );
  return [...small, ...large];
}

/** Articles and negations that count: only a number where a number is expected. */
export const ONE_OR_NONE: ReadonlyMap<string, number> = new Map(
  Object.entries<number>({ un: 1, "un'": 1, una: 1, nessun: 0, nessuno: 0, nessuna: 0 }),
);

/**
 * A number in words: `trentacinque`, `mille cinquecento`, `duemila`.
 * @param expected a number must stand here, so that `un report` counts one
 */
export function numberWordAt(tokens: readonly Token[], at: number, expected: boolean): Match<number> | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word') return undefined;
  const { text } = token;
  if (text === 'uno' || ONE_OR_NONE.has(text)) {
    return expected ? { value: ONE_OR_NONE.get(text) ?? 1, next: at + 1 } : undefined;
  }
  const small = BELOW_THOUSAND.get(text);
  if (small !== undefined) return { value: small, next: at + 1 };
  const thousands = thousandsIn(text);
  if (thousands === undefined) return undefined;
  // `mille cinquecento`: what follows in words belongs to the same number.
  const rest = thousands.whole ? BELOW_THOUSAND.get(tokens[at + 1]?.text ?? '') : undefined;
  return rest === undefined
    ? { value: thousands.value, next: at + 1 }
    : { value: thousands.value + rest, next: at + 2 };
}

function thousandsIn(text: string): { readonly value: number; readonly whole: boolean } | undefined {
  if (text.length > 40) return undefined;
  const [head, mark, rest] = text.startsWith('mille')
    ? ['', 'mille', text.slice(5)]
    : text.includes('mila')
      ? [text.slice(0, text.indexOf('mila')), 'mila', text.slice(text.indexOf('mila') + 4)]
      : [];
  if (head === undefined || mark === undefined || rest === undefined) return undefined;
  const many = mark === 'mille' ? 1 : BELOW_THOUSAND.get(head);
  const added = rest === '' ? 0 : BELOW_THOUSAND.get(rest);
  return many === undefined || added === undefined ? undefined : { value: many * 1000 + added, whole: rest === '' };
}
