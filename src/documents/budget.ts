import type { BudgetLine, BudgetTotal, Plan } from '../domain/plan.js';
import { documentWords as words } from '../words/documents.js';
import { type Cell, type Column, euros, type Row, type Section, type Table } from './content.js';

/** Allegato 2: the economic interventions line by line with the totals of programmes, objectives, areas, then the detail. */
export function annexSections(plan: Plan): readonly Section[] {
  const { exercise, budget } = plan;
  const details = budget.details ?? [];
  return [
    {
      level: 2,
      title: words.budget.annex(exercise),
      blocks: [
        {
          kind: 'table',
          dataset: 'allegato-2',
          caption: words.budget.interventions(exercise),
          columns: COLUMNS,
          rows: annexRows(plan),
        },
        ...(details.length === 0 ? [] : [detailTable(plan)]),
      ],
    },
  ];
}

const COLUMNS: readonly Column[] = [
  { title: words.column.activity, share: 0.8 },
  { title: words.column.function, share: 0.6 },
  { title: words.column.costCentre, share: 0.8 },
  { title: words.column.product, share: 1.2 },
  { title: words.column.description, share: 6, heads: true },
  { title: words.column.amount, figures: true, share: 1.5 },
  { title: words.column.note, share: 2.2 },
];

/** Lines in the order of the document, each programme, objective and area closed by its total as the document prints it. */
function annexRows({ budget }: Plan): readonly Row[] {
  const { lines, totals } = budget;
  const rows = lines.flatMap((line, at): readonly Row[] => {
    const next = lines[at + 1];
    const closed = LEVELS.filter(({ of }) => next === undefined || of(next) !== of(line));
    return [lineRow(line), ...closed.flatMap(({ level, of }) => totalRows(totals, level, of(line)))];
  });
  return [...rows, ...totalRows(totals, 'total')];
}

/** From the innermost: a line that ends an area ends its objective and its programme first. */
const LEVELS: readonly {
  readonly level: 'programme' | 'objective' | 'area';
  of(line: BudgetLine): string | undefined;
}[] = [
  { level: 'programme', of: (line) => line.programme },
  { level: 'objective', of: (line) => line.objective },
  { level: 'area', of: (line) => line.area },
];

const lineRow = (line: BudgetLine): Row => ({
  level: words.level_.product,
  cells: [
    line.activity,
    line.function,
    line.costCentre,
    line.product,
    line.description,
    euros(line.amount),
    line.note ?? '',
  ],
});

function totalRows(totals: readonly BudgetTotal[], level: BudgetTotal['level'], of?: string): readonly Row[] {
  return totals
    .filter((total) => total.level === level && (of === undefined || total.of === of))
    .map((total) => ({
      level: words.level_.total[level],
      stress: level === 'programme' ? 'subgroup' : level === 'objective' ? 'total' : 'group',
      cells: ['', '', '', level === 'total' ? '' : total.of, total.title ?? total.of, euros(total.amount), ''],
    }));
}

function detailTable({ exercise, budget }: Plan): Table {
  return {
    kind: 'table',
    dataset: 'allegato-2-dettaglio',
    caption: words.budget.detail(exercise),
    columns: COLUMNS,
    rows: (budget.details ?? []).flatMap((detail): readonly Row[] => [
      { level: words.level_.heading, stress: 'group', cells: ['', '', '', '', detail.heading, '', ''] },
      {
        level: words.level_.product,
        stress: 'subgroup',
        cells: [
          detail.activity,
          detail.function,
          detail.costCentre,
          detail.product,
          detail.description,
          euros(detail.amount),
          detail.note ?? '',
        ],
      },
      ...detail.items.map((item) => ({
        level: words.level_.detail,
        cells: [
          '',
          '',
          '',
          detail.product,
          item.description,
          euros(item.amount),
          item.note ?? '',
        ] satisfies readonly Cell[],
      })),
    ]),
  };
}
