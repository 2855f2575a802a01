import type { Child } from 'hono/jsx';
import { type Cell, day, euros, instant, number, percent } from '../../../../documents/content.js';
import type { CivilDate, Instant } from '../../../../domain/calendar/types.js';
import { printedNumber } from '../../../../domain/findings/number.js';
import { exactText } from '../../../../domain/rational.js';
import type { DecimalText } from '../../../../domain/targets/types.js';

/** What the values of a column are. A `mixed` one has figures, days and words; an `act` is done on the page and is no value. */
type ColumnKind =
  | 'text'
  | 'status'
  | 'link'
  | 'day'
  | 'instant'
  | 'decimal'
  | 'percent'
  | 'euro'
  | 'count'
  | 'mixed'
  | 'act';

/** A column of a table, described once for the page and for the file it is taken away as. */
export interface Column<R> {
  readonly title: string;
  readonly kind: ColumnKind;
  /** What is on record for a row; undefined where nothing is. */
  readonly value: (row: R) => Cell | undefined;
  /** How it stands on the page; absent: as its kind is written. */
  readonly show: ((row: R) => Child) | undefined;
  /** Where it stands; absent: on the page and in the file. */
  readonly only: 'page' | 'file' | undefined;
  /** What heads it on the page; absent: its title. */
  readonly heading: Child | undefined;
  /** Figures that stand one under the other by their last digit. */
  readonly figures: boolean;
}

/** How a column stands on the page, where it is not simply its value. */
interface ColumnOptions<R> {
  readonly show?: (row: R) => Child;
  readonly only?: 'page' | 'file';
  readonly heading?: Child;
  /** False for a figure with words or a light beside it, which stands like a text. */
  readonly figures?: false;
}

type Maker<R, V> = (title: string, value: (row: R) => V | undefined, how?: ColumnOptions<R>) => Column<R>;

/** The makers of columns for rows of one type. */
interface ColumnMakers<R> {
  readonly text: Maker<R, string>;
  /** A word of a closed list; the page adds a shape and a colour. */
  readonly status: Maker<R, string>;
  readonly day: Maker<R, CivilDate>;
  readonly instant: Maker<R, Instant>;
  readonly decimal: Maker<R, DecimalText>;
  /** As it is read: `6.00` is 6,00%. */
  readonly percent: Maker<R, DecimalText>;
  readonly euro: Maker<R, DecimalText>;
  readonly count: Maker<R, number>;
  /** A figure as a document prints it, `1.234,50` or `99%`; what is none (`nd`) stays a text. */
  readonly printed: Maker<R, string>;
  readonly mixed: Maker<R, Cell>;
  /** A text that leads somewhere on the page. */
  link(title: string, text: (row: R) => string, href: (row: R) => string, how?: ColumnOptions<R>): Column<R>;
  /** Buttons, and drawings of what other columns say. */
  act(title: string, show: (row: R) => Child): Column<R>;
}

/** What stands on the page where nothing is on record. */
export const NOTHING = '–';

/** Kinds whose values stand one under the other by their last digit. */
const FIGURES: readonly ColumnKind[] = ['decimal', 'percent', 'euro', 'count'];

const made =
  <R, V>(kind: ColumnKind, cell: (value: V) => Cell): Maker<R, V> =>
  (title, value, how = {}) => ({
    title,
    kind,
    value: (row) => {
      const found = value(row);
      return found === undefined ? undefined : cell(found);
    },
    show: how.show,
    only: how.only,
    heading: how.heading,
    figures: how.figures ?? FIGURES.includes(kind),
  });

const asItIs = <C extends Cell>(cell: C): Cell => cell;

/** The makers of columns for rows of a type: `const { text, day } = columnsOf<Step>()`. */
export function columnsOf<R>(): ColumnMakers<R> {
  return {
    text: made('text', asItIs),
    status: made('status', asItIs),
    day: made('day', day),
    instant: made('instant', instant),
    decimal: made('decimal', number),
    percent: made('percent', percent),
    euro: made('euro', euros),
    count: made('count', number),
    printed: (title, value, how) =>
      made<R, string>('decimal', printedCell)(title, value, { show: (row) => value(row) || NOTHING, ...how }),
    mixed: made('mixed', asItIs),
    link: (title, text, href, how = {}) =>
      made<R, string>('link', asItIs)(title, text, { show: (row) => <a href={href(row)}>{text(row)}</a>, ...how }),
    act: (title, show) => ({
      title,
      kind: 'act',
      value: () => undefined,
      show,
      only: 'page',
      heading: undefined,
      figures: false,
    }),
  };
}

function printedCell(text: string): Cell {
  const read = printedNumber(text);
  if (read === undefined) return text;
  return { kind: text.includes('%') ? 'percent' : 'number', value: exactText(read.value) };
}

export function onPage<R>(columns: readonly Column<R>[]): readonly Column<R>[] {
  return columns.filter(({ only }) => only !== 'file');
}

export function inFile<R>(columns: readonly Column<R>[]): readonly Column<R>[] {
  return columns.filter(({ only }) => only !== 'page');
}
