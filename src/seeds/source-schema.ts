import { z } from 'zod';
import { sourceWords } from '../words/sources.js';
import { expected, flag, group, nonEmptyList, oneOf } from './fields.js';
import { badJsonPath } from './json-path.js';
import { reference } from './series-schema.js';
import { plain, withPlaceholders } from './source-fields.js';

const words = sourceWords.file;

const name = plain(words.identifier, /^[a-z0-9]+(-[a-z0-9]+)*$/);
const connection = plain(words.connection, /^[a-z0-9]+(-[a-z0-9]+)*$/);

/** Relative, below the connection: no scheme, no host, no step upwards. */
const file = withPlaceholders(words.path, /^(?!\/|\\|[A-Za-z]:|.*:\/\/)(?!(?:.*[/\\])?\.\.(?:[/\\?]|$))\S(?:.*\S)?$/);
const column = plain(words.column);
const address = plain(words.cell, /^[A-Z]{1,3}[1-9]\d{0,6}$/);
const query = withPlaceholders(words.query, /^\s*(?:select|with)\s/i);

const jsonPlace = withPlaceholders(words.jsonPlace, /^(?:\$|\/)/).superRefine((text, context) => {
  const reason = text.startsWith('$') ? badJsonPath(text) : undefined;
  if (reason !== undefined) context.addIssue({ code: 'custom', message: reason });
});

/** One place, or two whose ratio is the value. */
function value<P extends z.ZodType>(place: P) {
  return z.union([place, group({ numerator: place, denominator: place })], {
    error: (issue) => {
      // A union has one error for all its forms: what was written says which of them was meant.
      const forms = issue.code === 'invalid_union' ? issue.errors : [];
      const meant = forms[typeof issue.input === 'string' ? 0 : 1]?.[0]?.message;
      const known = typeof issue.input === 'string' || (typeof issue.input === 'object' && issue.input !== null);
      return known && meant !== undefined ? meant : expected(words.value).error(issue);
    },
  });
}

const row = z.record(column, withPlaceholders(words.cellText, /^/), expected(words.row)).optional();
const sheet = withPlaceholders(words.sheet).optional();

const kinds = ['csv', 'xlsx', 'xlsx-cell', 'json', 'sql'] as const;

const reading = z.discriminatedUnion(
  'kind',
  [
    group({
      kind: z.literal('csv'),
      file,
      delimiter: plain(words.delimiter, /^[^"\r\n]$/).optional(),
      encoding: oneOf(['utf-8', 'windows-1252']).optional(),
      row,
      value: value(column),
    }),
    group({
      kind: z.literal('xlsx'),
      file,
      sheet,
      headerRow: z
        .number(expected(words.headerRow))
        .int(expected(words.headerRow))
        .min(1, expected(words.headerRow))
        .max(1000, expected(words.headerRow))
        .optional(),
      row,
      value: value(column),
    }),
    group({ kind: z.literal('xlsx-cell'), file, sheet, value: value(address) }),
    group({ kind: z.literal('json'), file, value: value(jsonPlace) }),
    group({ kind: z.literal('sql'), query, row, value: value(column) }),
  ],
  expected(words.kind(kinds)),
);

export const SOURCE_UNITS = [
  'number',
  'percent',
  'fraction',
  'percentage-points',
  'euro',
  'days',
  'hours',
  'months',
  'count',
  'score',
  'date',
  'yes-no',
] as const;

const source = group({
  id: name,
  title: plain(words.title),
  /** The indicator's code in the plan. */
  indicator: plain(words.indicator),
  connection,
  read: reading,
  /** What the source gives; `fraction` is a share from 0 to 1 of what the indicator has in percent. */
  unit: oneOf(SOURCE_UNITS),
  /** How decimals are written; `comma` when absent, `point` for JSON and SQL. Numbers that are no text need none. */
  decimals: oneOf(['comma', 'point']).optional(),
  /** How dates are written; ISO dates are always read. */
  dates: oneOf(['gg/mm/aaaa', 'mm/gg/aaaa']).optional(),
  /** `false`: what is read counts without an officer's confirmation. */
  confirm: flag.optional(),
});

/** `series-sources.yaml` of a body: where a year of its series can be read by itself. */
export const seriesSourcesSchema = group({
  sources: nonEmptyList(group({ ...source.omit({ indicator: true, confirm: true }).shape, series: reference })),
});

/** `sources.yaml` of a body: where its measured values can be read by themselves. */
export const sourcesSchema = group({ sources: nonEmptyList(source) });
