import { type NumberReading, readNumber, shift } from './numbers.js';
import { isSymbol } from './phrases.js';
import type { Match, Token } from './tokens.js';

/** A number in the text, scaled (`9 milioni`), with how sure its spelling is. */
export interface ValueReading extends NumberReading {
  /** `n. 3`, `3 (tre)`: written as a count on purpose. */
  readonly inWords: boolean;
  /** Powers of ten said in letters that only money uses (`M`, `k`): doubtful unless euros follow. */
  readonly needsEuro: boolean;
}

const NUMBER_WORDS: Readonly<Record<string, string>> = {
  zero: '0',
  nessun: '0',
  nessuno: '0',
  nessuna: '0',
  un: '1',
  "un'": '1',
  uno: '1',
  una: '1',
  due: '2',
  tre: '3',
  quattro: '4',
  cinque: '5',
  sei: '6',
  sette: '7',
  otto: '8',
  nove: '9',
  dieci: '10',
  undici: '11',
  dodici: '12',
  tredici: '13',
  quattordici: '14',
  quindici: '15',
  sedici: '16',
  diciassette: '17',
  diciotto: '18',
  diciannove: '19',
  venti: '20',
  venticinque: '25',
  trenta: '30',
  quaranta: '40',
  cinquanta: '50',
  sessanta: '60',
  settanta: '70',
  ottanta: '80',
  novanta: '90',
  cento: '100',
  duecento: '200',
  trecento: '300',
  cinquecento: '500',
  mille: '1000',
};

const SCALES: Readonly<Record<string, number>> = {
  mila: 3,
  mln: 6,
  mio: 6,
  milione: 6,
  milioni: 6,
  mld: 9,
  miliardo: 9,
  miliardi: 9,
};

const MONEY_SCALES: Readonly<Record<string, number>> = { k: 3, m: 6 };

/** Articles that are also a number: only a number where a number is expected. */
const ARTICLES = new Set(['un', "un'", 'uno', 'una', 'nessun', 'nessuno', 'nessuna']);

/**
 * A number at `at`, in digits or in words, with its scale.
 * @param expected a number must stand here (after a comparison, or at the start of the cell): `un report` counts one
 */
export function valueAt(tokens: readonly Token[], at: number, expected: boolean): Match<ValueReading> | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token.kind === 'number') return scaled(tokens, at + 1, readNumber(token.text));
  if (token.kind !== 'word' || (!expected && ARTICLES.has(token.text))) return undefined;
  const value = Object.hasOwn(NUMBER_WORDS, token.text) ? NUMBER_WORDS[token.text] : undefined;
  if (value === undefined) return undefined;
  const number = scaled(tokens, at + 1, { values: [value], grouped: false });
  return { ...number, value: { ...number.value, inWords: true } };
}

function scaled(tokens: readonly Token[], at: number, number: NumberReading): Match<ValueReading> {
  const token = tokens[at];
  const plain = { value: { ...number, inWords: false, needsEuro: false }, next: repeatedInWords(tokens, at, number) };
  if (token?.kind !== 'word') return plain;
  const places = Object.hasOwn(SCALES, token.text) ? SCALES[token.text] : undefined;
  if (places !== undefined) {
    const next = isSymbol(tokens[at + 1], '.') ? at + 2 : at + 1;
    return { value: { ...scaleBy(number, places), inWords: false, needsEuro: false }, next };
  }
  // `9M€`: a lone letter is a scale only when money is named right after it, or right before the number.
  const money = Object.hasOwn(MONEY_SCALES, token.text) ? MONEY_SCALES[token.text] : undefined;
  if (money !== undefined) {
    return { value: { ...scaleBy(number, money), inWords: false, needsEuro: true }, next: at + 1 };
  }
  return plain;
}

const scaleBy = (number: NumberReading, places: number): NumberReading => ({
  ...number,
  values: number.values.map((v) => shift(v, places)),
});

/** `3 (tre)`: the repetition is skipped when it says the same. */
function repeatedInWords(tokens: readonly Token[], at: number, number: NumberReading): number {
  const word = tokens[at + 1];
  if (!isSymbol(tokens[at], '(') || word?.kind !== 'word' || !isSymbol(tokens[at + 2], ')')) return at;
  return Object.hasOwn(NUMBER_WORDS, word.text) && NUMBER_WORDS[word.text] === number.values[0] ? at + 3 : at;
}

/** A four-digit number that could be a calendar year. */
export function yearAt(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at];
  if (token?.kind !== 'number' || !/^(19[5-9]|20[0-9])[0-9]$/.test(token.text)) return undefined;
  return Number(token.text);
}
