import { italian, printedNumber } from '../findings/number.js';
import { parseItalianNumber } from '../measured/written-number.js';
import { absolute, compare, fromInteger, HUNDRED, isNegative, isWhole, isZero, multiply } from '../rational.js';
import { err, ok, type Result } from '../result.js';
import type { SeriesRelation } from '../series.js';

/** Where a value is to stand: what the row says in the years before, oldest first, and what must hold of it. */
export interface SeriesPlace {
  readonly table: string;
  readonly row: string;
  readonly before: readonly string[];
  readonly relations: readonly SeriesRelation[];
}

/** What says that nobody has the value. */
const NO_VALUE = 'nd';

/**
 * Reads a value of a series as officers write it, and answers it as the series prints it: `1234` is `1.234`, in a row of percents
 * `12` is `12%`, `nd` is that there is none.
 * @returns an Italian sentence for what is no number, or can not be a value of this row
 */
export function readSeriesCell(written: string, place: SeriesPlace): Result<string, string> {
  const text = written.trim();
  if (/^n\.?d\.?$/i.test(text)) return ok(NO_VALUE);
  const signed = text.endsWith('%');
  const read = parseItalianNumber(text.replace(/(?<!\s)\s*%$/, '').replace(/^€\s*|(?<!\s)\s*€$/g, ''));
  if (!read.ok) return read;
  const percent = isPercent(place);
  if (signed && !percent && place.before.some((cell) => printedNumber(cell) !== undefined))
    return err(`«${text}» è una percentuale, e gli altri anni di questa serie non lo sono`);
  const value = Number(read.value);
  if (value < 0 && mayNotSink(place)) return err(`«${text}» è meno di zero: questa serie conta qualcosa`);
  if (isPart(place) && (value < 0 || value > 100)) return err(`«${text}» non è una parte di un intero, da 0 a 100%`);
  return ok(`${italian(read.value, decimalsOf(text))}${percent || signed ? '%' : ''}`);
}

/**
 * What is odd about a value that can be: Italian sentences, to be asked once before it is taken.
 * @param printed as `readSeriesCell` answers it
 */
export function oddSeriesCell(printed: string, place: SeriesPlace): readonly string[] {
  const value = printedNumber(printed)?.value;
  const known = place.before.flatMap((cell) => printedNumber(cell)?.value ?? []);
  const last = known.at(-1);
  if (value === undefined) return [];
  const odd: string[] = [];
  if (isZero(value) && relates(place, 'positive')) odd.push(`${printed} è un valore che questa serie non ha mai avuto`);
  if (last === undefined) return odd;
  if (compare(value, last) < 0 && relates(place, 'never-falls'))
    odd.push(`${printed} è meno dell’anno prima (${italian(last)}), e questa serie può solo crescere`);
  if (!isZero(last) && !isZero(value)) {
    const [now, then] = [absolute(value), absolute(last)];
    if (compare(now, multiply(then, TEN)) >= 0)
      odd.push(`${printed} è almeno dieci volte l’ultimo valore (${italian(last)})`);
    if (compare(multiply(now, TEN), then) <= 0)
      odd.push(`${printed} è al massimo un decimo dell’ultimo valore (${italian(last)})`);
  }
  if (!isWhole(value) && known.every(isWhole) && !isPercent(place))
    odd.push(`${printed} ha decimali, e i valori degli anni prima sono interi`);
  return odd;
}

const TEN = fromInteger(10);

/** As many as were written: `1.234,50` is to the cent. */
const decimalsOf = (written: string): number => /,(\d+)/.exec(written)?.[1]?.length ?? 0;

const isPercent = ({ before }: SeriesPlace): boolean =>
  before
    .filter((cell) => printedNumber(cell) !== undefined)
    .at(-1)
    ?.endsWith('%') ?? false;

const relates = ({ table, row, relations }: SeriesPlace, kind: 'positive' | 'never-falls'): boolean =>
  relations.some((one) => one.kind === kind && 'row' in one && one.row.table === table && one.row.row === row);

const mayNotSink = (place: SeriesPlace): boolean => relates(place, 'positive') || relates(place, 'never-falls');

/** Whether it is one of the parts of a whole that are given in percent, and has always been between nothing and all of it. */
const isPart = ({ table, row, relations, before }: SeriesPlace): boolean =>
  relations.some(
    (one) => one.kind === 'composition' && one.rows.some((part) => part.table === table && part.row === row),
  ) &&
  before.every((cell) => {
    const value = printedNumber(cell)?.value;
    return value === undefined || (!isNegative(value) && compare(value, HUNDRED) <= 0);
  });
