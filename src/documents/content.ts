import type { CivilDate, Instant } from '../domain/calendar/types.js';
import type { OrgChart } from '../domain/org-chart.js';
import type { PlanShape } from '../domain/plan-shape.js';
import type { DecimalText } from '../domain/targets/types.js';
import { documentWords } from '../words/documents.js';

export interface DocumentHeading {
  /** `piano`, `relazione`, `monitoraggio-1` */
  readonly kind: string;
  readonly title: string;
  /** Name of the entity. */
  readonly entity: string;
  readonly exercise: number;
  readonly version: number;
  readonly on: CivilDate;
  /** Measured values come from a rehearsal's generator: the document says so. */
  readonly simulated: boolean;
}

/** What stands in one cell: a text as it is, or a value each form writes in its own way. */
export type Cell =
  | string
  /** Exact, a percent as it is read: `6.00` is 6,00%. */
  | { readonly kind: 'percent' | 'euro' | 'number'; readonly value: DecimalText }
  | { readonly kind: 'day'; readonly value: CivilDate }
  | { readonly kind: 'instant'; readonly value: Instant };

export interface Column {
  readonly title: string;
  /** Aligned to the right where it is printed. */
  readonly figures?: boolean;
  /** Only in xlsx and csv: a code that a reader of the page does not need. */
  readonly dataOnly?: boolean;
  /** How wide among the others on paper; 1 where absent. */
  readonly share?: number;
  /** Its cells head their rows; where no column says so, the first that is printed does. */
  readonly heads?: boolean;
}

export interface Row {
  /** What the row is where rows are of several levels: *Programma*, *Totale obiettivo*. A column in xlsx and csv. */
  readonly level?: string;
  /** How it stands out on the page. */
  readonly stress?: 'group' | 'subgroup' | 'total';
  /** One for each column. */
  readonly cells: readonly Cell[];
}

/** A table, or the part of one that is printed here: parts with the same `dataset` are one table in xlsx and csv. */
export interface Table {
  readonly kind: 'table';
  /** Short name without spaces: `cruscotto`. Names the csv file and the sheet. */
  readonly dataset: string;
  readonly caption: string;
  /** What tells this part from the others, as a column of the whole: *Prospettiva*, *Processi Interni*. */
  readonly part?: { readonly column: string; readonly value: string };
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** A run of text within a paragraph. */
export type Inline =
  | string
  | { readonly kind: 'strong' | 'emphasis'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

export type Block =
  | { readonly kind: 'paragraph'; readonly text: readonly Inline[] }
  | {
      readonly kind: 'list';
      /** What the items are; absent where the text before says it. */
      readonly title?: string;
      readonly ordered: boolean;
      readonly items: readonly (readonly Inline[])[];
    }
  /** Labels with their values. */
  | { readonly kind: 'facts'; readonly facts: readonly { readonly label: string; readonly value: Cell }[] }
  /** A picture, by the hash of its file; its text alternative says what it shows. */
  | {
      readonly kind: 'figure';
      readonly hash: string;
      readonly mime: string;
      /** Pixels. */
      readonly width: number;
      readonly height: number;
      readonly alt: string;
      readonly caption: string;
    }
  /** A chart of a named series, drawn from the figures that are here. */
  | {
      readonly kind: 'chart';
      /** Years, along the bottom. */
      readonly labels: readonly string[];
      /** A value for each label; null where there is none. */
      readonly lines: readonly { readonly title: string; readonly values: readonly (DecimalText | null)[] }[];
      readonly alt: string;
      readonly caption: string;
      /** Its figures stand in a table of the same section: they are not printed twice. */
      readonly besideTable?: boolean;
    }
  /** What a page of ours draws, from the data that is here; a table beside it says the same. */
  | { readonly kind: 'drawing'; readonly drawing: Drawing; readonly caption: string }
  /** Place and date left to fill, and who signs. */
  | { readonly kind: 'signature'; readonly who: readonly string[] }
  | Table;

/** What is drawn. */
export type Drawing =
  | { readonly kind: 'organisation'; readonly chart: OrgChart }
  | { readonly kind: 'tree'; readonly entity: string; readonly plan: Pick<PlanShape, 'areas'> }
  | { readonly kind: 'map'; readonly plan: PlanShape };

export interface Section {
  /** 2 is a chapter, 3 and 4 what is below it. */
  readonly level: 2 | 3 | 4;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/**
 * Everything a document says, once and for all forms. Its JSON text is the snapshot: what is frozen, what the hash is of,
 * and what HTML, PDF, xlsx and csv are made from.
 */
export interface DocumentContent extends DocumentHeading {
  /** Wide tables: printed on the long side. */
  readonly landscape: boolean;
  readonly sections: readonly Section[];
}

export const percent = (value: DecimalText): Cell => ({ kind: 'percent', value });
export const euros = (value: DecimalText): Cell => ({ kind: 'euro', value });
export const number = (value: DecimalText | number): Cell => ({ kind: 'number', value: String(value) });
export const day = (value: CivilDate): Cell => ({ kind: 'day', value });
export const instant = (value: Instant): Cell => ({ kind: 'instant', value });

/** A list of plain texts under their title. */
export const titledList = (title: string, texts: readonly string[]): Block => ({
  kind: 'list',
  title,
  ordered: false,
  items: texts.map((text) => [text]),
});

/** A paragraph of plain text. */
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text: [text] });

/** What the figures of charts are all called: each is a table of its own. */
export const CHART_TABLE = 'grafico';

/** The tables of a document as they come, with the figures its charts are drawn from. */
export const tablesOf = (content: DocumentContent): readonly Table[] =>
  content.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? [block] : block.kind === 'chart' ? ownTable(block) : [])),
  );

export type Chart = Extract<Block, { kind: 'chart' }>;
export type Figure = Extract<Block, { kind: 'figure' }>;

/** The figures of a document as they come. */
export const figuresOf = ({ sections }: Pick<DocumentContent, 'sections'>): readonly Figure[] =>
  sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'figure' ? [block] : [])));

/** The table that goes with a chart; none where one of the section has its figures. */
export const ownTable = (chart: Chart): readonly Table[] => (chart.besideTable === true ? [] : [chartTable(chart)]);

/** The figures a chart is drawn from: a row for each line. */
const chartTable = ({ labels, lines, caption, alt }: Chart): Table => ({
  kind: 'table',
  dataset: CHART_TABLE,
  caption: caption === '' ? alt : caption,
  columns: [
    { title: documentWords.chartRow, share: 3, heads: true },
    ...labels.map((title) => ({ title, figures: true })),
  ],
  rows: lines.map(({ title, values }) => ({
    cells: [title, ...values.map((value) => (value === null ? '' : number(value)))],
  })),
});

/** Sections under a heading that says nothing itself; without any, there is no heading either. */
export const headed = (heading: Omit<Section, 'blocks'>, sections: readonly Section[]): readonly Section[] =>
  sections.length === 0 ? [] : [{ ...heading, blocks: [] }, ...sections];
