import type { Policy } from '../policy.js';
import { err, ok, type Result } from '../result.js';
import { italianDecimal } from '../targets/numbers.js';
import type { DecimalText } from '../targets/types.js';

/** A piece of its rules as a body has changed it, from an exercise on. */
export interface OwnRule {
  /** Of `piecesOf`: `tetto`. */
  readonly piece: string;
  readonly fromExercise: number;
  /** As its piece reads it: `120%`. */
  readonly said: string;
  /** The act or the norm it comes from, where there is one. */
  readonly act: string | null;
}

export const PIECE_GROUPS = [
  'formulas',
  'limits',
  'totals',
  'rounding',
  'lights',
  'evaluation',
  'bands',
  'notices',
] as const;
export type PieceGroup = (typeof PIECE_GROUPS)[number];

/** What stands in the file of the rules, as it is written there. */
export type FileValue =
  | string
  | number
  | boolean
  | readonly FileValue[]
  | { readonly [key: string]: FileValue | undefined };

/** A place of the file with what stands there; undefined takes it away. */
export interface FileChange {
  readonly path: readonly (string | number)[];
  readonly value: FileValue | undefined;
}

/** A piece of the rules that a person may write, in words that say what the file says. */
export interface Piece {
  /** As addresses, commands and programs call it: `formula-crescente`. */
  readonly id: string;
  readonly group: PieceGroup;
  /** How it is written, by examples. */
  readonly ways: readonly string[];
  /** What is meant by an id made of a name of the rules themselves: the group whose bands they are. */
  readonly of?: string;
  /** Of what its words are ids, where the body has its own. */
  readonly names?: 'roles';
  /** What the rules say of it. */
  said(rules: Policy): string;
  /** What is to stand in the file, or what was expected. */
  read(written: string, rules: Policy): Result<FileChange, string>;
}

/** One blank between words, nothing around them, small letters. */
export const plain = (written: string): string => written.trim().replaceAll(/\s+/g, ' ').toLowerCase();

const PERCENT = /^(\d{1,3}(?:,\d{1,6})?) ?%?$/;

/** `110`, `110%`, `66,67 %` → `110%`, as the file writes it. */
export function readPercent(written: string): Result<string, string> {
  const [, number] = PERCENT.exec(written.trim()) ?? [];
  return number === undefined
    ? err(`«${written.slice(0, 40)}» non è una percentuale: si scrive per esempio 110% oppure 66,67%`)
    : ok(`${number}%`);
}

/** `110%` of what the rules have as `110`. */
export const percentText = (value: DecimalText): string => `${italianDecimal(value)}%`;

/** What is said of words that are none of those a piece knows. */
export const notOneOf = (written: string, what: string, ways: readonly string[]): string =>
  `«${written.trim().slice(0, 60)}» non è ${what}: si scrive ${ways.map((way) => `«${way}»`).join(', ')}`;

/** The parts of a list: `a; b`. */
export const partsOf = (written: string): readonly string[] =>
  written
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
