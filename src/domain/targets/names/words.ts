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

const ON = /^(?:su|sul|sulla|sulle|sui|sugli|sull')$/;
const TO = /^(?:a|ad|al|alla|alle|ai|agli|allo|all')$/;
const SHARE = /^(?:%|percentual|quota|incidenz|rapporto|peso|spesa)/;

function denominatorAt(words: readonly string[]): number {
  const share = words.slice(0, 3).some((w) => SHARE.test(w));
  const between = words.findIndex((w, i) => /^(?:tra|fra)$/.test(w) && words[i - 1] === 'rapporto');
  return words.findIndex((word, i) => {
    if (i === 0) return false;
    const [before = '', after = ''] = [words[i - 1], words[i + 1]];
    if (word === '/') return !/^[0-9]/.test(after) && before !== 'e' && !ALTERNATIVE.test(after);
    if (between >= 0 && i > between) return word === 'e' || word === 'ed';
    if (ON.test(word)) return share || /^total/.test(after);
    if (word === 'rispetto' || word === 'confronto') return TO.test(after);
    if (word === 'rapporto' || word === 'relazione') return ['in', 'nel'].includes(before);
    return word === 'fronte' && before === 'a';
  });
}

/** After a slash, another word for the same thing: `ispettore/assistente`, `corsi/seminari`. */
const ALTERNATIVE = /^(?:assistent|ispettor|funzionar|aggiornament|seminar|convegn|incontr|event|workshop|corsi)/;
