import type { Context } from 'hono';
import type { CivilDate } from '../../../../domain/calendar/types.js';
import { readDay } from '../../../../domain/measured/written-date.js';
import { err, ok, type Result } from '../../../../domain/result.js';
import { refuseText } from '../../../../register/accept.js';
import { italianDay } from '../../../../words/format.js';
import { takeAwayWords as words } from '../../../../words/take-away.js';
import type { Problem } from '../refusals.js';

/** What a filter asks: one of a list, some text, a day. */
type Asks =
  | {
      readonly asks: 'choice';
      /** What no choice is called. */
      readonly all: string;
      readonly options: readonly (readonly [value: string, title: string])[];
    }
  | { readonly asks: 'text' | 'search' | 'day' };

/**
 * One filter of a table: its name in the address, its label, what it asks, and what it does to the query. `N` is what
 * narrows that query: the rows to keep, or a part of what is looked for.
 */
export type Filter<N> = Asks & {
  readonly name: string;
  readonly label: string;
  /** What a written value does; undefined for one that is no limit. A refusal is an Italian sentence. */
  readonly narrows: (written: string) => Result<N | undefined, string>;
};

/** The filters of an address, read. */
export interface Filtered<N> {
  /** What was written, by the filter's name; those left empty are not there. */
  readonly written: ReadonlyMap<string, string>;
  readonly narrowings: readonly N[];
  /** Those that narrow, in words: `ufficio «Registro Imprese»`. */
  readonly said: readonly string[];
  readonly problems: readonly Problem[];
}

/** Characters of what is looked for. */
const LONGEST = 100;

/** Reads the filters of a page from its address. */
export function filteredIn<N>(c: Context, filters: readonly Filter<N>[]): Filtered<N> {
  const written = new Map<string, string>();
  const narrowings: N[] = [];
  const said: string[] = [];
  const problems: Problem[] = [];
  for (const filter of filters) {
    const value = (c.req.query(filter.name) ?? '').trim().slice(0, LONGEST);
    if (value === '' || refuseText(value) !== undefined) continue;
    written.set(filter.name, value);
    const read = filter.narrows(value);
    if (!read.ok) problems.push({ field: filterField(filter.name), text: read.error });
    else if (read.value !== undefined) {
      narrowings.push(read.value);
      said.push(words.filter(filter.label, titleOf(filter, value)));
    }
  }
  return { written, narrowings, said, problems };
}

/** Id of the field that asks for a filter. */
export const filterField = (name: string): string => `filtro-${name}`;

function titleOf<N>(filter: Filter<N>, value: string): string {
  if (filter.asks === 'choice') return filter.options.find(([option]) => option === value)?.[1] ?? value;
  if (filter.asks !== 'day') return value;
  const day = readDay(value);
  return day?.ok ? italianDay(day.value) : value;
}

/** A filter by day. @param wrong what is said of a text that is none */
export const dayFilter = <N>(
  name: string,
  label: string,
  wrong: (written: string) => string,
  narrowing: (day: CivilDate) => N,
): Filter<N> => ({
  name,
  label,
  asks: 'day',
  narrows: (written) => {
    const read = readDay(written);
    return read?.ok ? ok(narrowing(read.value)) : err(wrong(written.slice(0, 40)));
  },
});
