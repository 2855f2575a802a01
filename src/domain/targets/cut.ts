import { bandsIn } from './bands.js';
import { listIn, type YearCells, yearsIn } from './cells.js';
import type { Clause } from './clause.js';
import type { Draft } from './draft.js';
import { normalise } from './normalise.js';
import { saysNothing } from './nothing.js';
import type { Reason } from './outcome.js';
import { readSentence } from './read-sentence.js';
import { remembered } from './remembered.js';
import { scan } from './scan.js';
import { spelledOut } from './spelled-out.js';
import { type Token, tokenise } from './tokens.js';
import type { Reading } from './types.js';

/** In characters: a cell longer than this is a paragraph, and is asked, whatever it says. */
export const LONGEST_TARGET = 2_000;
/** In entries: the different targets of the largest plans, with room. */
const MOST_TEXTS = 4_000;

/** One promise, cut into tokens and clauses. */
export interface Piece {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly clauses: readonly Clause[];
}

/** What the text of a cell says by itself, whatever the indicator and the year. */
type Cell =
  | { readonly kind: 'silent'; readonly why: Reason }
  | { readonly kind: 'too-long' }
  /** A sentence a person has confirmed. */
  | { readonly kind: 'confirmed'; readonly reading: Reading }
  | { readonly kind: 'years'; readonly cells: YearCells }
  | { readonly kind: 'bands'; readonly draft: Draft }
  | { readonly kind: 'list'; readonly plain: string; readonly pieces: readonly string[] }
  | { readonly kind: 'piece'; readonly piece: Piece };

/** A promise that stands by itself, or why it promises nothing. */
export type Single = Extract<Cell, { kind: 'silent' | 'piece' }>;

/** Cuts a cell as it was written. The same few targets stand beside many indicators, and plans are read over and over. */
export const cellOf = remembered((text: string): Cell => {
  const written = unlabelled(normalise(text));
  const plain = spelledOut(written);
  const nothing = saysNothing(plain);
  if (nothing !== undefined) return { kind: 'silent', why: nothing };
  if (plain.length > LONGEST_TARGET) return { kind: 'too-long' };
  const confirmed = readSentence(written);
  if (confirmed !== undefined) return { kind: 'confirmed', reading: confirmed };
  const tokens = tokenise(plain);
  const years = yearsIn(plain, tokens);
  if (years !== undefined) return { kind: 'years', cells: years };
  const bands = bandsIn(tokens);
  if (bands !== undefined) return { kind: 'bands', draft: bands };
  const list = listIn(plain, tokens);
  if (list.length >= 2) return { kind: 'list', plain, pieces: list };
  // One piece and no separator around it: the cell as it is.
  const [piece = plain] = list;
  return piece === plain ? { kind: 'piece', piece: { text: plain, tokens, clauses: scan(plain, tokens) } } : cut(piece);
}, MOST_TEXTS);

/** Cuts a piece of a cell that is already in plain spelling. */
export const singleOf = remembered((plain: string): Single => cut(plain), MOST_TEXTS);

function cut(plain: string): Single {
  const nothing = saysNothing(plain);
  if (nothing !== undefined) return { kind: 'silent', why: nothing };
  const tokens = tokenise(plain);
  return { kind: 'piece', piece: { text: plain, tokens, clauses: scan(plain, tokens) } };
}

const LABELLED_OR_CLOSED = /^["«tv]|[\s;,.]$/iu;

/** `Target: entro il …` says the same without its label; a full stop or a semicolon closes the cell. */
const unlabelled = (text: string): string => (LABELLED_OR_CLOSED.test(text) ? withoutLabel(text) : text);

const withoutLabel = (text: string): string =>
  text
    .replace(/^(?:"([^"]+)"|« ?([^»]+?) ?»)$/u, (_, a?: string, b?: string) => a ?? b ?? '')
    .replace(
      /^(?:target ?[:=] ?)+|^(?:valore )?target (?=[<>]|almeno |entro |non (?:inferior|superior|meno|piu|più|oltre))/i,
      '',
    )
    .replace(/[\s;,]{1,20}$/u, '')
    .replace(/([^.])\.$/u, (all, before: string) => (/[\p{L}]/u.test(before) && text.length <= 6 ? all : before));
