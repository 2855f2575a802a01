import { numberWordAt } from './number-words.js';
import { isWord } from './phrases.js';
import type { Match, Token } from './tokens.js';

/** A part of a whole said in words, in percent with two decimals at most. */
const FRACTIONS: ReadonlyMap<string, number> = new Map(
  Object.entries<number>({
    meta: 2,
    terzo: 3,
    terza: 3,
    terzi: 3,
    quarto: 4,
    quarti: 4,
    quinto: 5,
    quinti: 5,
    sesto: 6,
    sesti: 6,
    settimo: 7,
    ottavo: 8,
    ottavi: 8,
    decimo: 10,
    decimi: 10,
    ventesimo: 20,
  }),
);

/** `la metà`, `un terzo`, `due terzi`, `tre quarti`. */
export function fractionAt(tokens: readonly Token[], at: number): Match<string> | undefined {
  const near = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!near.some((t) => t?.kind === 'word' && FRACTIONS.has(t.text))) return undefined;
  const start = isWord(tokens[at], 'la', 'il') ? at + 1 : at;
  if (isWord(tokens[start], 'meta')) return { value: '50', next: start + 1 };
  const top = numberWordAt(tokens, start, true) ?? digitAt(tokens[start], start);
  const bottom = tokens[top?.next ?? 0];
  if (top === undefined || bottom?.kind !== 'word' || !FRACTIONS.has(bottom.text)) return undefined;
  // `il terzo trimestre` is a date, `un terzo incontro` a place in a list.
  const after = tokens[top.next + 1];
  if (after?.kind === 'word' && !/^(?:d[aei]|d'|de[li]|del|dell|degli|dei|circa|rispetto|entro|in$)/.test(after.text))
    return undefined;
  return { value: shareOf(top.value, FRACTIONS.get(bottom.text) ?? 1), next: top.next + 1 };
}

const digitAt = (token: Token | undefined, at: number): Match<number> | undefined =>
  token?.kind === 'number' && /^[1-9][0-9]?$/.test(token.text)
    ? { value: Number(token.text), next: at + 1 }
    : undefined;

/** `2` of `3` in percent, rounded to two decimals: `66.67`. */
export const shareOf = (part: number, whole: number): string => String(Math.round((part / whole) * 10_000) / 100);

/** Collective numbers; only a dozen is exact. */
export const COLLECTIVES: ReadonlyMap<string, number> = new Map(
  Object.entries<number>({
    dozzina: 12,
    decina: 10,
    quindicina: 15,
    ventina: 20,
    trentina: 30,
    quarantina: 40,
    cinquantina: 50,
    sessantina: 60,
    settantina: 70,
    ottantina: 80,
    novantina: 90,
    centinaio: 100,
    migliaio: 1000,
    paio: 2,
    coppia: 2,
    terzetto: 3,
    terna: 3,
    quartetto: 4,
  }),
);

/** What several of them are: `3 dozzine`, `due paia`. `3 migliaia` is a number with its scale. */
const COLLECTIVES_OF_MANY: ReadonlyMap<string, number> = new Map(
  Object.entries<number>({
    dozzine: 12,
    decine: 10,
    ventine: 20,
    cinquantine: 50,
    centinaia: 100,
    paia: 2,
    coppie: 2,
    terzetti: 3,
    terne: 3,
  }),
);

/** `una decina di imprese`, `un centinaio`, `3 decine di imprese`. */
export function collectiveAt(tokens: readonly Token[], at: number): Match<number> | undefined {
  const many = digitAt(tokens[at], at) ?? numberWordAt(tokens, at, false);
  const each = many === undefined ? undefined : tokens[many.next];
  if (many !== undefined && each?.kind === 'word' && COLLECTIVES_OF_MANY.has(each.text)) {
    const next = isWord(tokens[many.next + 1], 'di', "d'") ? many.next + 2 : many.next + 1;
    return { value: many.value * (COLLECTIVES_OF_MANY.get(each.text) ?? 0), next };
  }
  const start = isWord(tokens[at], 'un', 'una') ? at + 1 : at;
  const word = tokens[start];
  if (word?.kind !== 'word' || !COLLECTIVES.has(word.text)) return undefined;
  const next = isWord(tokens[start + 1], 'di', "d'") ? start + 2 : start + 1;
  return { value: COLLECTIVES.get(word.text) ?? 0, next };
}
