import { narrowed } from './complements.js';
import { certain, type Draft, doubtful } from './draft.js';
import type { Reason } from './outcome.js';
import { excerpt, isSymbol, isWord } from './phrases.js';
import { reason } from './reasons.js';
import { PREPOSITIONS } from './role-words.js';
import { hasWords } from './roles.js';
import type { Token } from './tokens.js';
import type { Reading } from './types.js';
import type { Work } from './work.js';

export const yes = (what = ''): Reading =>
  what === '' ? { kind: 'yes-no', expected: true } : { kind: 'yes-no', expected: true, what };

/** A `no` is seldom a promise: it says that nothing is foreseen, or that something must not be. */
export const answerNo = (): Draft => doubtful([reason('answer-no')], [{ kind: 'yes-no', expected: false }, yes()]);

const POSITIVE = ['si', 'on', 's'] as const;

/** `SI/NO`, `on/off`: the answers allowed; `SI/NO: SI`, `Sì (Sì/No)`: and which of them is meant. */
export function choice({ tokens }: Work): Draft | undefined {
  const said = tokens.flatMap((t, at) =>
    t.kind === 'word' && !isWord(t, 'o', 'oppure') ? [{ word: t.text.replace("'", ''), at }] : [],
  );
  const words = said.map(({ word }) => word);
  if (!isChoice(words)) return undefined;
  const [first, second, third] = said;
  if (first === undefined || second === undefined || third === undefined || said.length > 3)
    return doubtful([reason('yes-or-no')], [yes()]);
  const [between, beyond] = [tokens[first.at + 1], tokens[second.at + 1]];
  // `SI - NO - SI` lists three, and tells none.
  const apart = between?.text !== beyond?.text;
  const told = apart && isMark(beyond) && opposed(first.word, second.word) ? third : undefined;
  const listed = apart && isMark(between) && opposed(second.word, third.word) ? first : undefined;
  const meant = told ?? listed;
  if (meant === undefined) return doubtful([reason('yes-or-no')], [yes()]);
  return isPositive(meant.word) ? certain(yes()) : answerNo();
}

const isPositive = (word: string): boolean => POSITIVE.some((w) => w === word);

/** What parts the list of answers from the one meant. */
const isMark = (token: Token | undefined): boolean => isSymbol(token, ':', '=', '->', '(', '-');

const PAIRS = ['si no', 'no si', 'on off', 'off on', 's n', 'n s'];

const opposed = (one: string, other: string): boolean => PAIRS.includes(`${one} ${other}`);

function isChoice(words: readonly string[]): boolean {
  return (
    words.length <= 4 &&
    ((words.includes('si') && words.includes('no')) ||
      (words.includes('on') && words.includes('off')) ||
      (words.includes('s') && words.includes('n')) ||
      // `realizzato / non realizzato`
      (words.length === 3 && words[1] === 'non' && words[0] === words[2]))
  );
}

/** `Sì, approvazione del regolamento`: the words after the answer are its object. */
export function afterYes(work: Work, first: Token, notes: readonly Reason[]): Draft {
  const from = work.tokens.indexOf(first) + 1;
  if (!hasWords(work.tokens, from, work.tokens.length)) return certain(yes(), notes);
  const said = excerpt(work.text, work.tokens, from, work.tokens.length);
  // `SI (bozza)`, `SI con prescrizioni`, `SI tramite portale`: a yes that may be less than one.
  const less =
    isSymbol(work.tokens[from], '(') ||
    isWord(work.tokens[from], 'ma', 'solo', ...PREPOSITIONS) ||
    narrowed(work.tokens, from, work.tokens.length);
  return certain(yes(said.replace(/^\((.*)\)$/, '$1')), less ? [...notes, reason('words-around', said)] : notes);
}
