import { type Block, paragraph, type Table } from '../../documents/content.js';
import { type Analysis, type Figure, figureText } from '../../domain/finance/analysis.js';
import type { IndexDefinition } from '../../domain/finance/definitions.js';
import { figureShown, financeWords as words } from '../../words/context.js';
import { analysesOf } from '../financial-analysis.js';
import { type ComputedPart, directly } from './part.js';

/**
 * The indices of chapter 3.2.1, of the last year before the exercise that has some, beside the years before: of the last one what the
 * Piano prints too, and of what can not be computed which accounts are missing.
 */
export const financialIndices: ComputedPart = async ({ db }, { entity, exercise }) => {
  const years = (await analysesOf(db, entity)).filter(
    ({ year, indices }) => year < exercise && indices.some(isComputed),
  );
  return directly(years.length === 0 ? [] : indicesBlocks(years));
};

/** Value added and its distribution, of the same years. */
export const valueAdded: ComputedPart = async ({ db }, { entity, exercise }) => {
  const years = (await analysesOf(db, entity)).filter(
    ({ year, valueAdded }) => year < exercise && valueAdded.some(isComputed),
  );
  return directly(
    years.length === 0
      ? []
      : [figuresTable('valore-aggiunto', words.valueAddedCaption, years, (one) => one.valueAdded)],
  );
};

const isComputed = ({ result }: Figure<IndexDefinition>): boolean => result.kind === 'computed';

/** As many years as stand side by side on a page. */
const MOST_YEARS = 5;

const indicesBlocks = (years: readonly Analysis[]): readonly Block[] => {
  const table = figuresTable('indici', words.indices, years, ({ indices }) => indices);
  const [last] = years;
  if (last === undefined) return [table];
  const differing = last.indices.filter(({ printed }) => printed?.differs === true).length;
  return [
    {
      ...table,
      columns: [
        ...table.columns,
        { title: words.printedFor(last.year), figures: true, share: 1.6 },
        { title: words.note, share: 3.5 },
      ],
      rows: table.rows.map((row, i) => ({
        ...row,
        cells: [...row.cells, ...last.indices.slice(i, i + 1).flatMap(besideOf)],
      })),
    },
    paragraph(words.findings(differing, last.year, false)),
  ];
};

/** What the Piano prints of an index, and what is to be said of it. */
const besideOf = ({ printed, result, trace }: Figure<IndexDefinition>): readonly string[] => [
  printed?.text ?? words.notPrinted,
  result.kind !== 'computed' ? trace : printed?.differs === true ? words.isOther : '',
];

function figuresTable(
  dataset: string,
  caption: string,
  years: readonly Analysis[],
  of: (analysis: Analysis) => readonly Figure<IndexDefinition>[],
): Table {
  const shown = years.slice(0, MOST_YEARS);
  const [first] = shown;
  return {
    kind: 'table',
    dataset,
    caption,
    columns: [
      { title: words.group, share: 2 },
      { title: words.line, share: 4, heads: true },
      ...shown.map(({ year }) => ({ title: words.fromAccounts(year), figures: true, share: 1.4 })),
    ],
    rows: (first === undefined ? [] : of(first)).map(({ definition }, i) => ({
      cells: [
        definition.group,
        definition.title,
        ...shown.map((analysis) => {
          const figure = of(analysis)[i];
          return figure === undefined ? '' : shownFigure(figure);
        }),
      ],
    })),
  };
}

/** A figure as a document prints it; what can not be computed says so. */
function shownFigure({ result, definition }: Figure<IndexDefinition>): string {
  return result.kind === 'computed'
    ? figureShown(figureText(result.value, definition.decimals), definition.unit)
    : words.notComputed;
}
