import type { SourcePlace } from './plan.js';
import type { DecimalText } from './targets/types.js';

/** What one column of a historical table observes: whose value, and of which year. */
export interface SeriesColumn {
  /** `ccms`, `media-toscana`, `donne`: short name of the body or of the part observed. */
  readonly subject: string;
  readonly year: number;
}

export interface SeriesRow {
  readonly id: string;
  readonly name: string;
  /** The heading or account the row stands under. */
  readonly group?: string;
  /** What it is counted in, where it is not the table’s. */
  readonly unit?: string;
  /** How the value is composed, as printed. */
  readonly definition?: string;
  /** Which way is better, where the measure says so; not in the document. */
  readonly better?: 'more' | 'less';
  /** One per column, as printed: `17.171`, `99%`, `- 3.242,35`, `nd`. */
  readonly cells: readonly string[];
}

export interface SeriesTable {
  readonly id: string;
  readonly title: string;
  readonly source: SourcePlace;
  /** What its values are counted in: `persone`, `euro`. Of rows that have none of their own. */
  readonly unit?: string;
  /** What heads the column of the groups and that of the rows' names: `Piano dei conti`, `Indice`. */
  readonly headings?: { readonly group?: string; readonly row?: string };
  /** What is said with the title: where a comparison comes from. */
  readonly note?: string;
  /** The subject the body is compared with, and what it is called: `media-toscana`, *Media Toscana*. */
  readonly benchmark?: { readonly subject: string; readonly title: string };
  readonly columns: readonly SeriesColumn[];
  readonly rows: readonly SeriesRow[];
  /** The charts documents draw below the table: of each, the ids of its rows. */
  readonly charts?: readonly (readonly string[])[];
}

/** A row of a table, over the columns of one subject or of all; with a sign where it enters a sum. */
export interface RowReference {
  readonly negative: boolean;
  readonly table: string;
  readonly row: string;
  readonly subject?: string;
}

/** What must hold among rows, year by year. It is the check a careful reader of the table would make. */
export type SeriesRelation =
  | {
      /** The left rows sum, with `constant`, to what the right rows sum to. */
      readonly kind: 'equation';
      readonly left: readonly RowReference[];
      readonly right: readonly RowReference[];
      /** Subtracted from the left side. */
      readonly constant?: DecimalText;
      /** Largest difference that rounding explains. */
      readonly tolerance?: DecimalText;
    }
  /** The rows are all the parts of a whole, in percent. */
  | { readonly kind: 'composition'; readonly rows: readonly RowReference[] }
  /** What the rows sum to is part of what the ceiling sums to. */
  | { readonly kind: 'not-above'; readonly rows: readonly RowReference[]; readonly ceiling: readonly RowReference[] }
  /** A stock that only grows. */
  | { readonly kind: 'never-falls'; readonly row: RowReference }
  /** A service given every year: a zero is more likely a value nobody had. */
  | { readonly kind: 'positive'; readonly row: RowReference }
  /** A stock that does not jump by more than `percent` from one year to the next unless what is counted changes. */
  | {
      readonly kind: 'steady';
      readonly rows: readonly RowReference[];
      readonly percent: DecimalText;
      readonly title?: string;
    }
  /** The names of the rows are classes of values (`11-19`): they must not overlap nor leave gaps. */
  | { readonly kind: 'classes'; readonly rows: readonly RowReference[] };

/** The historical and benchmark tables of a plan. */
export interface Series {
  readonly tables: readonly SeriesTable[];
  readonly relations: readonly SeriesRelation[];
}
