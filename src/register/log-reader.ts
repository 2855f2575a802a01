import { type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { registerWords } from '../words/register.js';
import type { Db } from './database.js';
import type { Tables } from './tables.js';

/**
 * Who reads the log of a cycle. Every reading of it for a page or a file asks for one: what is about single persons'
 * results is left out by the query, and struck out of the lines that only mention it.
 */
export interface LogReader {
  readonly cycle: string;
  /** Codes of individual objectives and of their indicators that this reader is not to see; none for who may. */
  readonly hidden: readonly string[];
}

/** @param all whether who reads may see everybody's individual results */
export async function logReader(
  db: Db,
  cycle: { readonly id: string; readonly entity: string; readonly exercise: number },
  all: boolean,
): Promise<LogReader> {
  return { cycle: cycle.id, hidden: all ? [] : await individualCodes(db, cycle.entity, cycle.exercise) };
}

/** Codes that only individual objectives of a cycle's plan have, in any of its versions: theirs and their indicators'. */
export async function individualCodes(db: Db, entity: string, exercise: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('indicators')
    .select('code')
    .select(sql<readonly string[]>`array_agg(distinct substr(place, ${INDIVIDUAL.length + 1}))`.as('objectives'))
    .where('entity', '=', entity)
    .where('exercise', '=', exercise)
    .groupBy('code')
    .having(sql<boolean>`bool_and(place like ${`${INDIVIDUAL}%`})`)
    .execute();
  return [...new Set(rows.flatMap((row) => [row.code, ...row.objectives.filter(isTelling)]))];
}

const INDIVIDUAL = 'individual:';

/** A code that means nothing else where it stands in a sentence: `SG-1`, not `1` or `1.2`. */
const isTelling = (code: string): boolean => code.length > 4 || (code.length > 2 && /[A-Za-z]/.test(code));

/** The lines of the cycle that are not about what the reader is not to see. */
export function readableBy({ cycle, hidden }: LogReader) {
  return (e: ExpressionBuilder<Tables, 'log'>) =>
    e.and([
      e('cycle', '=', cycle),
      ...(hidden.length === 0
        ? []
        : [
            e('subject', 'not in', [...hidden]),
            e.not(sql<SqlBool>`subject ~ ${mentioning(hidden)}`),
            e.not(sql<SqlBool>`coalesce(detail ->> 'indicator' = any(${[...hidden]}), false)`),
          ]),
    ]);
}

/** A line as the reader may see it: codes struck off its lists, and sentences that name one struck out. */
export function forReader<R extends { readonly detail: object }>(line: R, { hidden }: LogReader): R {
  if (hidden.length === 0) return line;
  const codes = new Set(hidden);
  const mention = new RegExp(mentioning(hidden));
  const shown = (value: unknown): unknown => {
    if (typeof value === 'string') return mention.test(value) ? registerWords.struckOut : value;
    if (Array.isArray(value)) return value.filter((one) => !codes.has(String(one))).map(shown);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => !codes.has(name))
        .map(([name, inner]) => [name, shown(inner)]),
    );
  };
  return { ...line, detail: Object(shown(line.detail)) };
}

/** Whether a sentence names one of these codes. */
export function namesAny(codes: readonly string[]): (text: string) => boolean {
  const mention = new RegExp(mentioning(codes));
  return (text) => mention.test(text);
}

/** A pattern that finds any of the telling codes as a word of its own, the same for PostgreSQL and here. */
function mentioning(codes: readonly string[]): string {
  const words = codes.filter(isTelling).map((code) => code.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return words.length === 0 ? NOTHING : `(?<![A-Za-z0-9.-])(?:${words.join('|')})(?![A-Za-z0-9])`;
}

/** Matches no text. */
const NOTHING = '(?!)';
