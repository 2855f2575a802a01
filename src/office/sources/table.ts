import type { CivilDate } from '../../domain/calendar/types.js';
import { ok, type Result } from '../../domain/result.js';
import type { DecimalText } from '../../domain/targets/types.js';
import { fillPeriod, type SourcePeriod } from '../../seeds/source-period.js';
import { sourceWords } from '../../words/sources.js';
import { type Failure, failed } from './failure.js';

const say = sourceWords.failed;

/** A value as a source gives it: text to be read by the source's format, or what already has a type. */
export type RawValue =
  | string
  | boolean
  /** `percent`: written as a percentage, and already on 100. */
  | { readonly number: DecimalText; readonly percent?: true }
  | { readonly date: CivilDate }
  /** A cell that can not be used, and why. */
  | { readonly problem: string };

/** A value with the place it was found at. */
export interface FoundValue {
  /** Column, cell or path, as the source names it. */
  readonly where: string;
  readonly value: RawValue;
}

/** Rows of cells below a row of headings; `null` is an empty cell. */
export interface Table {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (RawValue | null)[])[];
}

/** The places of the value: one, or those of numerator and denominator in this order. */
export const placesOf = (
  value: string | { readonly numerator: string; readonly denominator: string },
): readonly string[] => (typeof value === 'string' ? [value] : [value.numerator, value.denominator]);

/** The one row whose cells are those wanted, and in it the value's columns. */
export function findInTable(
  table: Table,
  row: Readonly<Record<string, string>> | undefined,
  columns: readonly string[],
  period: SourcePeriod,
): Result<readonly FoundValue[], Failure> {
  const wanted = Object.entries(row ?? {}).map(([name, text]) => [name, fillPeriod(text, period)] as const);
  const places = new Map<string, number>();
  for (const name of [...columns, ...wanted.map(([column]) => column)]) {
    const at = columnAt(table.headings, name);
    if (!at.ok) return at;
    places.set(name, at.value);
  }
  const cellOf = (cells: Table['rows'][number], name: string) => cells[places.get(name) ?? -1] ?? null;
  const matching = table.rows.filter((cells) =>
    wanted.every(([name, text]) => shown(cellOf(cells, name)) === plain(text)),
  );
  const described = wanted.map(([name, text]) => `${name} «${text}»`).join(' e ');
  const [only] = matching;
  if (only === undefined) return failed(say.noRow(described));
  if (matching.length > 1) return failed(say.manyRows(String(matching.length), described));
  const found: FoundValue[] = [];
  for (const name of columns) {
    const value = usable(name, cellOf(only, name));
    if (!value.ok) return value;
    found.push(value.value);
  }
  return ok(found);
}

/** A cell with something in it that is no error. */
export function usable(where: string, value: RawValue | null): Result<FoundValue, Failure> {
  if (value !== null && typeof value === 'object' && 'problem' in value) {
    return failed(say.notUnderstood(where, value.problem));
  }
  return value === null || shown(value) === '' ? failed(say.emptyCell(where)) : ok({ where, value });
}

function columnAt(headings: readonly string[], name: string): Result<number, Failure> {
  const at = headings.findIndex((heading) => plain(heading) === plain(name));
  if (at === -1)
    return failed(
      say.noColumn(
        name,
        headings.slice(0, 30).map((heading) => heading.slice(0, 60)),
      ),
    );
  if (headings.some((heading, i) => i > at && plain(heading) === plain(name))) return failed(say.columnTwice(name));
  return ok(at);
}

/** A cell as it is compared and quoted. */
export function shown(value: RawValue | null): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'vero' : 'falso';
  if (typeof value === 'string') return plain(value);
  if ('problem' in value) return '';
  return 'number' in value ? value.number : value.date;
}

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();
