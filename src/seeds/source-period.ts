import type { CivilDate } from '../domain/calendar/types.js';

/** The period a checkpoint looks at, both days included, and the exercise it belongs to. */
export interface SourcePeriod {
  readonly exercise: number;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

const italian = (date: CivilDate): string => date.split('-').reverse().join('/');

/** What may stand between braces in a source, and the text it becomes. */
const PLACEHOLDERS: Readonly<Record<string, (period: SourcePeriod) => string>> = {
  /** `2016-01-01` */
  from: ({ from }) => from,
  /** `2016-04-30` */
  to: ({ to }) => to,
  /** `30/04/2016` */
  'from:it': ({ from }) => italian(from),
  'to:it': ({ to }) => italian(to),
  /** The exercise: `2016`. */
  year: ({ exercise }) => String(exercise),
  /** Month of the last day: `04`. */
  month: ({ to }) => to.slice(5, 7),
};

export const PLACEHOLDER_NAMES: readonly string[] = Object.keys(PLACEHOLDERS);

const WRITTEN = /\{([a-z:_-]+)\}/g;

/** Names between braces that are no placeholder. */
export function unknownPlaceholders(text: string): readonly string[] {
  return [...text.matchAll(WRITTEN)].map((m) => m[1] ?? '').filter((name) => !(name in PLACEHOLDERS));
}

/** `presenze-{year}.csv` → `presenze-2016.csv`. */
export function fillPeriod(text: string, period: SourcePeriod): string {
  return text.replace(WRITTEN, (written, name: string) => PLACEHOLDERS[name]?.(period) ?? written);
}

/**
 * A query whose placeholders have become parameters: they are never pasted into its text.
 * @returns `select … where al = $1::date` with the values in order
 */
export function bindPeriod(
  query: string,
  period: SourcePeriod,
): { readonly text: string; readonly values: readonly string[] } {
  const names: string[] = [];
  const text = query.replace(WRITTEN, (_written, name: string) => {
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}::${SQL_TYPES[name] ?? 'text'}`;
  });
  return { text, values: names.map((name) => fillPeriod(`{${name}}`, period)) };
}

const SQL_TYPES: Readonly<Record<string, string>> = { from: 'date', to: 'date', year: 'integer', month: 'integer' };
