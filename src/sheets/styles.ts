/** The looks of a cell. Those that begin with `entry` are to be filled in: unlocked, on yellow. */
export type CellStyle =
  | 'plain'
  | 'title'
  | 'strong-line'
  | 'hint'
  | 'head'
  | 'given'
  | 'strong'
  | 'entry'
  | 'entry-text'
  | 'entry-percent'
  | 'entry-euro'
  | 'entry-date'
  | 'cell'
  | `cell-${Decimals}`
  | DataStyle;

/** Those of tables taken away, by what a cell holds. */
export type DataStyle = `data-${'head' | 'text' | 'number' | 'percent' | 'euro' | 'day' | 'instant'}`;

/** Decimals a plain number may always show. */
export type Decimals = 0 | 1 | 2 | 3 | 4;

const GENERAL = 0;
const PERCENT = 10;
const EURO = 4;
const TEXT = 49;
const DAY = 164;
const MOMENT = 168;
/** Formats of numbers by their decimals. */
const FIXED = [1, 165, 2, 166, 167] as const;

interface Look {
  readonly font?: number;
  readonly fill?: number;
  readonly border?: number;
  readonly format?: number;
  readonly wrap?: boolean;
  readonly unlocked?: boolean;
}

/** In the order of their numbers in the file. */
const LOOKS: Readonly<Record<CellStyle, Look>> = {
  plain: {},
  title: { font: 1 },
  'strong-line': { font: 4 },
  hint: { font: 3 },
  head: { font: 2, fill: 2, border: 1, wrap: true },
  given: { fill: 3, border: 1, format: TEXT, wrap: true },
  strong: { font: 4, fill: 3, border: 1, format: TEXT, wrap: true },
  entry: { fill: 4, border: 1, format: GENERAL, unlocked: true },
  'entry-text': { fill: 4, border: 1, format: TEXT, wrap: true, unlocked: true },
  'entry-percent': { fill: 4, border: 1, format: PERCENT, unlocked: true },
  'entry-euro': { fill: 4, border: 1, format: EURO, unlocked: true },
  'entry-date': { fill: 4, border: 1, format: DAY, unlocked: true },
  cell: { border: 1, format: TEXT, wrap: true },
  'cell-0': { border: 1, format: FIXED[0] },
  'cell-1': { border: 1, format: FIXED[1] },
  'cell-2': { border: 1, format: FIXED[2] },
  'cell-3': { border: 1, format: FIXED[3] },
  'cell-4': { border: 1, format: FIXED[4] },
  'data-head': { font: 4, fill: 3, border: 1, wrap: true },
  'data-text': { format: TEXT, wrap: true },
  'data-number': { format: GENERAL },
  'data-percent': { format: PERCENT },
  'data-euro': { format: EURO },
  'data-day': { format: DAY },
  'data-instant': { format: MOMENT },
};

// The keys of the table are the styles; `Object.keys` forgets it.
const NAMES = Object.keys(LOOKS) as CellStyle[];
const NUMBERS = new Map(NAMES.map((name, number) => [name, number]));

/** The number of a style in `STYLES_XML`. */
export const styleNumber = (style: CellStyle): number => NUMBERS.get(style) ?? 0;

const solid = (rgb: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;
const font = (size: number, rgb: string, bold = false): string =>
  `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><color rgb="FF${rgb}"/><name val="Calibri"/><family val="2"/></font>`;
const side = (name: string): string => `<${name} style="thin"><color rgb="FFB0B7BF"/></${name}>`;

function look({ font: f = 0, fill = 0, border = 0, format = GENERAL, wrap = false, unlocked = false }: Look): string {
  const alignment = `<alignment vertical="top"${wrap ? ' wrapText="1"' : ''}/>`;
  const protection = `<protection locked="${unlocked ? 0 : 1}"/>`;
  return `<xf numFmtId="${format}" fontId="${f}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">${alignment}${protection}</xf>`;
}

/** Dark text on light ground throughout: contrast over 7 to 1. */
export const STYLES_XML = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
  `<numFmts count="5"><numFmt numFmtId="${DAY}" formatCode="dd/mm/yyyy"/><numFmt numFmtId="${FIXED[1]}" formatCode="0.0"/><numFmt numFmtId="${FIXED[3]}" formatCode="0.000"/><numFmt numFmtId="${FIXED[4]}" formatCode="0.0000"/><numFmt numFmtId="${MOMENT}" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts>`,
  `<fonts count="5">${font(11, '17324D')}${font(14, '17324D', true)}${font(11, 'FFFFFF', true)}${font(10, '435A70')}${font(11, '17324D', true)}</fonts>`,
  `<fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${solid('0055AA')}${solid('F2F5F8')}${solid('FFF8DC')}</fills>`,
  `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${side('left')}${side('right')}${side('top')}${side('bottom')}<diagonal/></border></borders>`,
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  `<cellXfs count="${NAMES.length}">${NAMES.map((name) => look(LOOKS[name])).join('')}</cellXfs>`,
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  '</styleSheet>',
].join('');
