import { BELOW_THOUSAND, numberWordAt, ONE_OR_NONE } from './number-words.js';
import { type NumberReading, readNumber, shift } from './numbers.js';
import { isSymbol } from './phrases.js';
import { COLLECTIVES, collectiveAt, fractionAt } from './rough-numbers.js';
import type { Match, Token } from './tokens.js';

/** A number in the text, scaled (`9 milioni`), with how sure its spelling is. */
export interface ValueReading extends NumberReading {
  /** `n. 3`, `3 (tre)`: written as a count on purpose. */
  readonly inWords: boolean;
  /** Powers of ten said in letters that only money uses (`M`, `k`): doubtful unless euros follow. */
  readonly needsEuro: boolean;
  /** `due terzi`, `una decina`: a quantity somebody must write out. */
  readonly vague?: 'fraction' | 'collective' | 'per-mille' | 'ratio' | 'points-unclear';
}

const SCALES: ReadonlyMap<string, number> = new Map(
  Object.entries<number>({
    mila: 3,
    mgl: 3,
    migliaia: 3,
    mln: 6,
    mio: 6,
    milione: 6,
    milioni: 6,
    mld: 9,
    miliardo: 9,
    miliardi: 9,
  }),
);

const MONEY_SCALES: ReadonlyMap<string, number> = new Map(Object.entries<number>({ k: 3, m: 6 }));

/**
 * A number at `at`, in digits or in words, with its scale.
 * @param expected a number must stand here (after a comparison, or at the start of the cell): `un report` counts one
 */
export function valueAt(tokens: readonly Token[], at: number, expected: boolean): Match<ValueReading> | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token.kind === 'word' ? !beginsNumber(token.text) : token.kind !== 'number') return undefined;
  const vague = roughly(tokens, at);
  if (vague !== undefined) return vague;
  return token.kind === 'number' ? scaled(tokens, at + 1, readNumber(token.text)) : inWords(tokens, at, expected);
}

/** `due terzi`, `2 terzi`, `una decina`, `3 decine`, `un paio`. */
function roughly(tokens: readonly Token[], at: number): Match<ValueReading> | undefined {
  const said = (value: string, next: number, vague?: ValueReading['vague']): Match<ValueReading> => ({
    value: { values: [value], grouped: false, inWords: true, needsEuro: false, vague },
    next,
  });
  const fraction = fractionAt(tokens, at);
  if (fraction !== undefined) return said(fraction.value, fraction.next, 'fraction');
  const collective = collectiveAt(tokens, at);
  if (collective !== undefined) return said(String(collective.value), collective.next, 'collective');
  return undefined;
}

function inWords(tokens: readonly Token[], at: number, expected: boolean): Match<ValueReading> | undefined {
  const word = numberWordAt(tokens, at, expected);
  if (word === undefined) return undefined;
  const number = scaled(tokens, word.next, { values: [String(word.value)], grouped: false });
  return { ...number, value: { ...number.value, inWords: true } };
}

function scaled(tokens: readonly Token[], at: number, number: NumberReading): Match<ValueReading> {
  const token = tokens[at];
  if (token?.kind !== 'word') return { value: unscaled(number), next: repeatedInWords(tokens, at, number) };
  const places = SCALES.get(token.text);
  if (places !== undefined) {
    const next = isSymbol(tokens[at + 1], '.') ? at + 2 : at + 1;
    return { value: { ...scaleBy(number, places), inWords: false, needsEuro: false }, next };
  }
  // `9M€`: a lone letter is a scale only when money is named right after it, or right before the number.
  const money = MONEY_SCALES.get(token.text);
  if (money !== undefined) {
    return { value: { ...scaleBy(number, money), inWords: false, needsEuro: true }, next: at + 1 };
  }
  return { value: unscaled(number), next: at };
}

function unscaled(number: NumberReading): ValueReading {
  const { values, grouped, doubt, spaced } = number;
  const plain = { values, grouped, inWords: false, needsEuro: false };
  return doubt === undefined && spaced === undefined ? plain : { ...number, ...plain };
}

const scaleBy = (number: NumberReading, places: number): NumberReading => ({
  ...number,
  values: number.values.map((v) => shift(v, places)),
});

/** `3 (tre)`: the repetition is skipped when it says the same. */
function repeatedInWords(tokens: readonly Token[], at: number, number: NumberReading): number {
  const word = tokens[at + 1];
  if (!isSymbol(tokens[at], '(') || word?.kind !== 'word' || !isSymbol(tokens[at + 2], ')')) return at;
  return String(numberWordAt(tokens, at + 1, true)?.value) === number.values[0] ? at + 3 : at;
}

/** A four-digit number that could be a calendar year. */
export function yearAt(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at];
  if (token?.kind !== 'number' || !/^(19[5-9]|20[0-9])[0-9]$/.test(token.text)) return undefined;
  return Number(token.text);
}

/** Whether a number said in words may begin with this word: most words begin none, and are looked at no further. */
export const beginsNumber = (word: string): boolean =>
  BELOW_THOUSAND.has(word) || OTHER_BEGINNINGS.has(word) || word.startsWith('mille') || word.includes('mila');

const OTHER_BEGINNINGS: ReadonlySet<string> = new Set([
  ...ONE_OR_NONE.keys(),
  ...COLLECTIVES.keys(),
  ...['uno', 'la', 'il', 'meta'],
]);
