import type { CivilDate } from '../domain/calendar/types.js';
import type { Plan } from '../domain/plan.js';
import { type LedgerLine, ledgerOf, type Totals } from '../domain/resources/ledger.js';
import { type Reconciled, type Reconciliation, reconcile } from '../domain/resources/reconcile.js';
import type { DecimalText } from '../domain/targets/types.js';
import { euro } from '../words/format.js';
import { resourceWords as words } from '../words/resources.js';
import { totalOf } from './amounts.js';
import {
  type Block,
  type Cell,
  type Column,
  day,
  euros,
  paragraph,
  type Row,
  type Section,
  type Table,
} from './content.js';

const { column } = words;
const figure = (title: string): Column => ({ title, figures: true, share: 1.4 });
const AMOUNTS = [figure(column.cost), figure(column.investment), figure(column.all)];
const amounts = ({ cost, investment, all }: Totals): readonly Cell[] => [euros(cost), euros(investment), euros(all)];
const named = (code: string, title: string): string => (code === '' ? title : `${code} ${title}`.trim());

/** `risorse/per-area`: what the ledger gives each area and each of its programmes, with what the total is made of. */
export function resourcesByArea(plan: Plan): readonly Section[] {
  const reconciliation = reconcile(plan);
  if (reconciliation.programmes.length === 0) return [];
  const areas = areasIn(plan, reconciliation);
  const { ledger, programmes } = reconciliation;
  const count = programmes.reduce((sum, one) => sum + one.lines.length, 0);
  return [
    {
      level: 2,
      title: words.byArea,
      blocks: [
        paragraph(`${words.intro} ${words.trace(euro(ledger.cost), euro(ledger.investment), euro(ledger.all), count)}`),
        areasTable(plan, reconciliation),
      ],
    },
    ...areas.map(({ code, title, totals, programmes: mine }) => areaSection(plan, { code, title, totals, mine })),
  ];
}

/** What the ledger gives each area, and what it comes to in all. */
function areasTable(plan: Plan, reconciliation: Reconciliation = reconcile(plan)): Table {
  const total: Row = { stress: 'total', cells: [words.total, ...amounts(reconciliation.ledger)] };
  return {
    kind: 'table',
    dataset: 'risorse-aree',
    caption: words.byAreaCaption,
    columns: [{ title: column.area, share: 6, heads: true }, ...AMOUNTS],
    rows: [
      ...areasIn(plan, reconciliation).map(({ code, title, totals }) => ({
        cells: [named(code, title), ...amounts(totals)],
      })),
      total,
    ],
  };
}

interface AreaAmounts {
  readonly code: string;
  readonly title: string;
  readonly totals: Totals;
  readonly mine: readonly Reconciled[];
}

function areaSection(plan: Plan, { code, title, totals, mine }: AreaAmounts): Section {
  const heading = words.ofArea(code, title);
  const objectives = plan.areas.flatMap((area) => area.objectives);
  const objective = (of: string): string => named(of, objectives.find((one) => one.code === of)?.title ?? '');
  return {
    level: 3,
    title: heading,
    blocks: [
      {
        kind: 'table',
        dataset: 'programmi',
        caption: words.ofAreaCaption(code),
        part: { column: column.area, value: named(code, title) },
        columns: [
          { title: column.objective, share: 3 },
          { title: column.programme, share: 3, heads: true },
          ...AMOUNTS,
        ],
        rows: [
          ...mine.map((one) => ({
            level: column.programme,
            cells: [objective(one.objective), named(one.programme, one.title), ...amounts(one.ledger)],
          })),
          { level: words.total, stress: 'total', cells: ['', words.total, ...amounts(totals)] },
        ],
      },
    ],
  };
}

function areasIn({ areas }: Plan, { programmes }: Reconciliation) {
  const known = new Set(areas.map(({ code }) => code));
  const others = [...new Set(programmes.map(({ area }) => area).filter((code) => !known.has(code)))];
  return [...areas, ...others.map((code) => ({ code, title: '' }))].map(({ code, title }) => {
    const mine = programmes.filter(({ area }) => area === code);
    const of = (key: keyof Totals): DecimalText => totalOf(mine.map(({ ledger }) => ledger[key]));
    return {
      ...{ code, title, programmes: mine },
      totals: { cost: of('cost'), investment: of('investment'), all: of('all') },
    };
  });
}

/** Every line of the ledger: product, cost centre, function, programme, year, nature. */
export function ledgerTable(plan: Plan, lines: readonly LedgerLine[] = ledgerOf(plan)): Table {
  return {
    kind: 'table',
    dataset: 'risorse-righe',
    caption: words.linesCaption(plan.exercise),
    columns: [
      { title: column.line, share: 1.4 },
      { title: column.programme, share: 1 },
      { title: 'Funz.', share: 0.7 },
      { title: 'CDC', share: 0.9 },
      { title: 'Descrizione', share: 5, heads: true },
      { title: column.nature, share: 1.3 },
      { title: column.year, share: 0.8 },
      figure('Importo'),
      { title: column.source, dataOnly: true },
    ],
    rows: [
      ...lines.map((line) => ({
        cells: [
          line.id,
          line.programme,
          line.function,
          line.costCentre,
          line.description,
          words.nature[line.nature],
          String(line.year),
          euros(line.amount),
          line.source,
        ],
      })),
      {
        stress: 'total' as const,
        cells: ['', '', '', '', words.total, '', '', euros(totalOf(lines.map((l) => l.amount))), ''],
      },
    ],
  };
}

/** `risorse/riconciliazione`: sheets beside the ledger, a line for every programme, the difference where they disagree. */
export function reconciliationSections(plan: Plan): readonly Section[] {
  const { programmes, ledger, sheets, difference } = reconcile(plan);
  if (programmes.length === 0 || plan.sheets.length === 0) return [];
  return [
    {
      level: 2,
      title: words.reconciliation,
      blocks: [
        paragraph(words.reconciliationLead),
        {
          kind: 'table',
          dataset: 'riconciliazione',
          caption: words.reconciliationCaption,
          columns: [
            { title: column.programme, share: 5, heads: true },
            figure(words.lines),
            figure(column.sheet),
            figure(column.difference),
            { title: column.agreement, share: 3 },
          ],
          rows: [
            ...programmes.map((one) => ({
              cells: [
                named(one.programme, one.title),
                euros(one.ledger.all),
                one.sheet === undefined ? '' : euros(one.sheet),
                euros(one.difference),
                words.agreement[one.agreement],
              ],
            })),
            {
              stress: 'total',
              cells: [words.total, euros(ledger.all), euros(sheets), euros(difference), ''],
            },
          ],
        },
      ],
    },
  ];
}

/** The ledger by area, where the plan has money; beside the sheets where these, printed too, say another amount. */
export function moneyOf(plan: Plan): readonly Block[] {
  if (ledgerOf(plan).length === 0) return [];
  const reconciliation = reconcile(plan);
  const agreed = reconciliation.programmes.every(({ agreement }) => agreement === 'same');
  return [
    areasTable(plan, reconciliation),
    ...(agreed ? [] : reconciliationSections(plan).flatMap(({ blocks }) => blocks)),
  ];
}

/** What a programme has spent up to a day. */
export type SpentOf = ReadonlyMap<string, { readonly amount: DecimalText; readonly upTo: CivilDate }>;

/** `risorse/spesa`: what each programme has spent beside what the ledger gives it; nothing while nothing is on record. */
export function spendingSections(plan: Plan, spent: SpentOf): readonly Section[] {
  if (spent.size === 0) return [];
  const { programmes, ledger } = reconcile(plan);
  const recorded = programmes.flatMap(({ programme }) => spent.get(programme)?.amount ?? []);
  return [
    {
      level: 2,
      title: words.spending,
      blocks: [
        paragraph(words.spendingLead),
        {
          kind: 'table',
          dataset: 'spesa',
          caption: words.spendingCaption,
          columns: [
            { title: column.programme, share: 5, heads: true },
            figure(column.all),
            figure(column.spent),
            { title: column.upTo, share: 1.4 },
          ],
          rows: [
            ...programmes.map(({ programme, title, ledger: given }) => {
              const mine = spent.get(programme);
              return {
                cells: [
                  named(programme, title),
                  euros(given.all),
                  mine === undefined ? words.notSpent : euros(mine.amount),
                  mine === undefined ? '' : day(mine.upTo),
                ],
              };
            }),
            { stress: 'total', cells: [words.total, euros(ledger.all), euros(totalOf(recorded)), ''] },
          ],
        },
      ],
    },
  ];
}
