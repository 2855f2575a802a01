import type { Reason } from './outcome.js';
import { skipArticles } from './phrases.js';
import { reason } from './reasons.js';
import { relative } from './relative.js';
import type { RelativeParts } from './relative-parts.js';
import type { Reading } from './types.js';
import type { Work } from './work.js';

const MULTIPLES: readonly (readonly [RegExp, '+' | '-', string])[] = [
  [/^(?:raddopp|doppio)/, '+', '100'],
  [/^tripl/, '+', '200'],
  [/^quadrupl/, '+', '300'],
  [/^dimezz/, '-', '50'],
];

/** `raddoppio rispetto al 2015` is +100%, `dimezzare` -50%: a candidate, and nothing when no such word opens the text. */
export function multiple(work: Work, baseline: RelativeParts['baseline']): readonly Reading[] {
  const found = MULTIPLES.find(([word]) => word.test(work.tokens[skipArticles(work.tokens, 0)]?.text ?? ''));
  if (found === undefined) return [];
  const value = { values: [found[2]], grouped: false, inWords: true, needsEuro: false };
  const plain = {
    kind: 'amount',
    within: false,
    upTo: false,
    worded: false,
    spokenSign: false,
    bullet: false,
    counted: false,
  } as const;
  return relative(work, {
    amount: { ...plain, sign: found[1], value, unit: { kind: 'percent' }, contradictory: false },
    baseline,
  }).readings;
}

/** Verbs that move or bound a quantity: whether it was done is a matter of how much, which the text does not say. */
const MOVES =
  /^(?:raddopp|dimezz|triplic|quadruplic|moltiplic|azzer|abbatt|abbass|contener|limitar|conteniment|dimezzament|raddoppio|azzerament|raggiungere (?!(?:l'|un'?|gli?) ?(?:accord|intes))|superare|eguagliar|uguagliar|eliminar|accresc|innalz|elevar|rialz|accorci|velocizz|acceler|recuperar|risparmi|smaltir|estender|ampliar|intensific|ravvicin|avvicinar|allinear)/;

/** `raddoppiare i visitatori`, `contenere la spesa`: a quantity, and not something that is there or is not. */
export function movesAQuantity(words: string): Reason | undefined {
  return MOVES.test(words) ? reason('vague', words) : undefined;
}
