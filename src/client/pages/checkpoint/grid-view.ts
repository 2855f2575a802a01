import type { Context } from 'hono';
import { officeRole } from '../../../domain/entity.js';
import { ok } from '../../../domain/result.js';
import { type GridCell, type GridRow, isAwaited } from '../../../register/reading/grid-rows.js';
import { steeringWords } from '../../../words/steering.js';
import type { Filter, Filtered } from '../kit/filter/filter.js';
import type { GridPageData } from './grid-data.js';
import type { KeepsRow } from './grid-filters.js';

const words = steeringWords.grid;

const ORDERS = ['ufficio', 'nome', 'stato', 'grado'] as const;
const GROUPS = ['area', 'obiettivo', 'ufficio', 'prospettiva'] as const;
type Group = (typeof GROUPS)[number];

/** Columns of the page that can be hidden, beside those of the checkpoints. */
export const HIDEABLE = ['ufficio', 'target'] as const;
const HIDDEN = 'senza';
const ALL_CHOSEN = 'seleziona';

/** How the grid is looked at: all of it stands in the address, so that an address with a name is a view that is kept. */
export interface GridView {
  /** What its person calls it. */
  readonly name: string | undefined;
  /** Rows in their order. */
  readonly rows: readonly GridRow[];
  /** Heading over rows that belong together. */
  readonly groupOf: ((row: GridRow) => string) | undefined;
  /** Columns that are not shown. */
  readonly hidden: ReadonlySet<string>;
  /** Whether an indicator without a value is chosen. */
  isChosen(indicator: string): boolean;
}

/** What of the view is asked beside the filters: it narrows nothing. */
export function viewFields(): readonly Filter<KeepsRow>[] {
  const nothing = () => ok(undefined);
  return [
    {
      name: 'raggruppa',
      label: words.view.group,
      asks: 'choice',
      all: words.view.noGroup,
      options: GROUPS.map((group) => [group, words.view.groups[group]]),
      narrows: nothing,
    },
    {
      name: 'ordina',
      label: words.view.order,
      asks: 'choice',
      all: words.view.planOrder,
      options: ORDERS.map((order) => [order, words.view.orders[order]]),
      narrows: nothing,
    },
    { name: 'vista', label: words.view.name, asks: 'text', narrows: nothing },
  ];
}

/** Reads the view of an address. @param shown rows that the filters let through @param chosen indicators that were chosen in the form; absent: as the address says */
export function gridView(
  c: Context,
  data: GridPageData,
  { written }: Filtered<KeepsRow>,
  shown: readonly GridRow[],
  chosen?: ReadonlySet<string>,
): GridView {
  const group = GROUPS.find((one) => one === written.get('raggruppa'));
  const order = ORDERS.find((one) => one === written.get('ordina'));
  const groupOf = group === undefined ? undefined : (row: GridRow) => groupTitle(data, group, row);
  const sorted = order === undefined ? shown : shown.toSorted(by((row) => orderKey(data, order, row)));
  return {
    name: written.get('vista'),
    rows: groupOf === undefined ? sorted : sorted.toSorted(by(groupOf)),
    groupOf,
    hidden: new Set(c.req.queries(HIDDEN) ?? []),
    isChosen: (indicator) => chosen?.has(indicator) ?? c.req.query(ALL_CHOSEN) === 'tutti',
  };
}

/** How many of the shown indicators have come, are missing, came back, at the checkpoint that collects or was last. */
export function totalsOf({ checkpoints }: Pick<GridPageData, 'checkpoints'>, rows: readonly GridRow[]) {
  const last = checkpoints.at(-1);
  const cells = last === undefined ? [] : rows.flatMap((row) => row.cells.get(last.id) ?? []);
  const returned = cells.filter(({ state }) => state === 'returned').length;
  const missing = last === undefined ? 0 : rows.filter((row) => isAwaited(row, last.id)).length - returned;
  return { checkpoint: last?.title, here: cells.length - missing - returned, missing, returned };
}

/** An address of the page with every indicator without a value chosen. */
export function chooseAll(path: string): string {
  const url = new URL(path, 'http://console');
  url.searchParams.set(ALL_CHOSEN, 'tutti');
  return `${url.pathname}${url.search}#griglia`;
}

function groupTitle({ areas, objectives, perspectives, directory }: GridPageData, group: Group, row: GridRow): string {
  switch (group) {
    case 'area':
      return row.area === null ? words.view.noArea : (areas.get(row.area) ?? row.area);
    case 'obiettivo':
      return row.objective === null ? words.view.noObjective : (objectives.get(row.objective) ?? row.objective);
    case 'prospettiva':
      return row.perspective === null
        ? words.view.noPerspective
        : (perspectives.get(row.perspective) ?? row.perspective);
    case 'ufficio':
      return directory.title(officeRole(row.office));
  }
}

/** What a row is put in order by: what asks for attention comes first. */
function orderKey(data: GridPageData, order: (typeof ORDERS)[number], row: GridRow): string | number {
  const last = data.checkpoints.map(({ id }) => row.cells.get(id)).findLast((cell) => cell !== undefined);
  switch (order) {
    case 'ufficio':
      return data.directory.title(officeRole(row.office));
    case 'nome':
      return row.name;
    case 'stato':
      return last === undefined ? STATES.length : STATES.indexOf(last.state);
    case 'grado': {
      const result = data.checkpoints.flatMap(({ id }) => row.cells.get(id)?.result ?? []).at(-1);
      return result?.achievement == null ? Number.POSITIVE_INFINITY : Number(result.achievement);
    }
  }
}

const STATES: readonly GridCell['state'][] = ['returned', 'missing', 'doubtful', 'automatic', 'submitted'];

/** Rows that are equal stay in the order of the plan. */
const by =
  (keyOf: (row: GridRow) => string | number) =>
  (a: GridRow, b: GridRow): number => {
    const [one, other] = [keyOf(a), keyOf(b)];
    if (typeof one === 'number' && typeof other === 'number') return one === other ? 0 : one - other;
    return String(one).localeCompare(String(other), 'it', { numeric: true });
  };
