import { groupBy } from '../../../register/reading/group.js';
import type { SheetSummary } from '../../../register/reading/sheets.js';
import { evaluationPageWords as words } from '../../../words/evaluation-pages.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import type { EvaluationPageData } from './page-data.js';
import { stepsDone } from './parts.js';

/** How far the sheets of one group are. */
export interface ProgressRow {
  readonly group: string;
  readonly sheets: number;
  readonly assigned: number;
  readonly evaluated: number;
  readonly ended: number;
}

/** How far evaluation is, group by group in the order of the rules. */
export function progressOf({ rules }: EvaluationPageData, sheets: readonly SheetSummary[]): readonly ProgressRow[] {
  const byGroup = groupBy(sheets, ({ group }) => group);
  return (rules?.groups ?? []).flatMap(({ id, title }) => {
    const own = byGroup.get(id) ?? [];
    const past = (steps: number): number => own.filter(({ stage }) => stepsDone(stage) >= steps).length;
    return own.length === 0
      ? []
      : [{ group: title, sheets: own.length, assigned: past(2), evaluated: past(4), ended: past(5) }];
  });
}

const { text, count } = columnsOf<ProgressRow>();

export const ProgressTable = ({ rows }: { rows: readonly ProgressRow[] }) => (
  <DataTable
    name="avanzamento"
    caption={words.progress}
    hideCaption
    columns={[
      text(words.columns.group, ({ group }) => group),
      count(words.columns.sheets, ({ sheets }) => sheets),
      count(words.columns.assigned, ({ assigned }) => assigned),
      count(words.columns.evaluated, ({ evaluated }) => evaluated),
      count(words.columns.ended, ({ ended }) => ended),
    ]}
    rows={rows}
  />
);
