import { fold } from '../tokens.js';

/** Only this much of a name is looked at, in characters. */
const LONGEST = 600;

/** The words of a text, folded, with the signs that mean something in a name; a sign is a word of its own. */
export const wordsOf = (text: string): readonly string[] =>
  fold(text.slice(0, LONGEST).replace(/[’‘`´]/g, "'")).match(
    /[a-z]+'?|[0-9]+(?:[.,][0-9]+)*|[%/°():;€]|(?<= )[-–—](?= )/g,
  ) ?? [];

/** A name taken apart: what is measured, and what is said aside. */
export interface NameParts {
  /** What stands before any denominator, brackets aside. */
  readonly measured: readonly string[];
  /** What the measure is set against: `B` of `A/B`, `A su B`, `rapporto tra A e B`. */
  readonly ratio: boolean;
  /** The words in brackets. */
  readonly aside: readonly (readonly string[])[];
}

/** Splits brackets off a name and cuts it where its denominator begins: of a ratio the numerator decides. */
export function partsOf(words: readonly string[]): NameParts {
  const { body, aside } = withoutBrackets(words);
  const end = denominatorAt(body);
  return end < 0 ? { measured: body, ratio: false, aside } : { measured: body.slice(0, end), ratio: true, aside };
}

function withoutBrackets(words: readonly string[]): { body: readonly string[]; aside: readonly (readonly string[])[] } {
  const body: string[] = [];
  const aside: string[][] = [];
  let open: string[] | undefined;
  for (const word of words) {
    if (word === '(') {
      open = [];
      aside.push(open);
    } else if (word === ')') open = undefined;
    else (open ?? body).push(word);
  }
  return { body, aside };
}

const ON: ReadonlySet<string> = new Set("su sul sulla sulle sui sugli sull'".split(' '));
const TO: ReadonlySet<string> = new Set("a ad al alla alle ai agli allo all'".split(' '));
const SHARE = /^(?:%|percentual|quota|incidenz|rapporto|peso|spesa)/;

function denominatorAt(words: readonly string[]): number {
  const share = words.slice(0, 3).some((w) => SHARE.test(w));
  let between = false;
  for (let at = 1; at < words.length; at++) {
    const word = words[at] ?? '';
    if (divides(words, at, word, share, between)) return at;
    if ((word === 'tra' || word === 'fra') && words[at - 1] === 'rapporto') between = true;
  }
  return -1;
}

/** Whether the whole begins at a word: `su` after a share, a slash, the `e` of `rapporto tra … e …`. */
function divides(words: readonly string[], at: number, word: string, share: boolean, between: boolean): boolean {
  const before = words[at - 1] ?? '';
  const after = words[at + 1] ?? '';
  if (word === '/') return !/^[0-9]/.test(after) && before !== 'e' && !ALTERNATIVE.test(after);
  if (between) return word === 'e' || word === 'ed';
  if (ON.has(word)) return share || /^total/.test(after);
  if (word === 'rispetto' || word === 'confronto') return TO.has(after);
  if (word === 'rapporto' || word === 'relazione') return before === 'in' || before === 'nel';
  return word === 'fronte' && before === 'a';
}

/** After a slash, another word for the same thing: `ispettore/assistente`, `corsi/seminari`. */
const ALTERNATIVE = /^(?:assistent|ispettor|funzionar|aggiornament|seminar|convegn|incontr|event|workshop|corsi)/;
