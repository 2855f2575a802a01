import { isWord } from './phrases.js';
import { PARTNER } from './role-words.js';
import type { Token } from './tokens.js';

/** `nei mesi estivi`, `nelle sedi montane`, `in un semestre`: where or when it holds, which may be less than everywhere and always. */
const WHERE_OR_WHEN = /^(?:in|nel|nello|nella|nei|negli|nelle|nell'|durante|presso)$/;

/** What `in` and `nel` lead to without making the promise smaller. */
const NO_LESS = ['anno', 'esercizio', 'loco', 'sede', 'materia', 'deroga', 'vigore', 'esecuzione', 'lingua'] as const;

/** `dal ricevimento`, `dalla scadenza`: from when; `dalle scuole`, from whom. */
const FROM = /^(?:dal|dallo|dalla|dall')$/;

/** `alla data di …`, `al momento della …`: when it is looked at. */
const MOMENT = [
  'data',
  'presenza',
  'scadenza',
  'momento',
  'fine',
  'chiusura',
  'inizio',
  'avvio',
  'termine',
  'atto',
] as const;

/** Words by which only some are meant, or one more than the noun says. */
const SOME_ONLY =
  /^(?:seguit[oaie]|poi|sia|tanto|quanto|assieme|rimanent[ei]|sol[ie]|sola|entramb[ie]|prorogabil[ei]|anche|specie|soprattutto|ecc|etc|eccetera)$/;

/** Words that say another figure is meant than the one counted: what is supposed, rounded, added up, before deductions. */
const OTHER_FIGURE =
  /^(?:lord[oaie]|nett[aie]|presunt[oaie]|teoric[oai]|teoriche|potenzial[ei]|ipotetic[oaie]|equivalent[ei]|fte|arrotondat[oaie]|cumulat[oaie]|tendenzial[ei]|x)$/;

/** `sole`, `potenziali`: of fewer, or of another figure, than the noun counts. */
export const isSmaller = (word: string): boolean => SOME_ONLY.test(word) || OTHER_FIGURE.test(word);

/** Whether a place or a time begins here, outside which the promise may not hold. */
export function whenOrWhere(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.text ?? '';
  const next = tokens[at + 1];
  if (FROM.test(word)) return next?.kind === 'word' && !PARTNER.test(next.text);
  if (word === 'al' || word === 'alla' || word === "all'") return isWord(next, ...MOMENT);
  if (!WHERE_OR_WHEN.test(word) || isWord(next, ...NO_LESS)) return false;
  // `in corso d'anno` is the year, `in corso` a state; `nel periodo` the year, `nel periodo estivo` a part of it.
  if (isWord(next, 'corso')) return word === 'in' && !isWord(tokens[at + 2], "d'", 'di', "dell'", 'dello');
  if (isWord(next, 'periodo')) return tokens[at + 2]?.kind === 'word' && !isWord(tokens[at + 2], 'di');
  return true;
}
