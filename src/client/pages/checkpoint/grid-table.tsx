import { officeRole } from '../../../domain/entity.js';
import { type GridCell, type GridCheckpoint, type GridRow, isAwaited } from '../../../register/reading/grid-rows.js';
import { actualText, standingWords } from '../../../words/measure.js';
import { steeringWords } from '../../../words/steering.js';
import { ForecastLine, forecastText } from '../kit/parts/forecast.js';
import { cyclePath, MANAGE_PATH, stepPath } from '../kit/paths.js';
import { achievementCell, type Counted, lightText, measuredCell } from '../kit/table/cells.js';
import { type Column, columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { CellResult, CellTag } from './grid-cell.js';
import { GRID_TABLE, type GridPageData } from './grid-data.js';
import type { GridView } from './grid-view.js';

const words = steeringWords.grid;
const { text, status, mixed } = columnsOf<GridRow>();

interface GridTableProps extends GridPageData {
  readonly view: GridView;
  /** The checkpoint that collects now, for who may act on it. */
  readonly open: GridCheckpoint | undefined;
}

/** Indicators by checkpoints: where each value stands, the value, and once it is computed the result with its light. */
export function GridTable(props: GridTableProps) {
  return (
    <DataTable
      name={GRID_TABLE}
      fileName={words.file}
      id="griglia"
      kind="grid"
      caption={words.title}
      hideCaption
      columns={[...indicatorColumns(props), ...props.checkpoints.flatMap((k) => checkpointColumns(props, k))]}
      rows={props.view.rows}
      groupOf={props.view.groupOf}
      empty={<p>{words.noMatch}</p>}
    />
  );
}

const indicatorColumns = (props: GridTableProps): readonly Column<GridRow>[] => [
  text(words.indicator, (row) => row.name, { only: 'page', show: (row) => <IndicatorName {...props} row={row} /> }),
  text(words.table.code, (row) => row.indicator, { only: 'file' }),
  text(words.indicator, (row) => row.name, { only: 'file' }),
  text(
    words.office,
    (row) => props.directory.title(officeRole(row.office)),
    inFileIf(props.view.hidden.has('ufficio')),
  ),
  text(words.area, ({ area }) => (area === null ? undefined : (props.areas.get(area) ?? area)), { only: 'file' }),
  text(
    words.objective,
    ({ objective }) => (objective === null ? undefined : (props.objectives.get(objective) ?? objective)),
    { only: 'file' },
  ),
  text(
    words.perspective,
    ({ perspective }) => (perspective === null ? undefined : (props.perspectives.get(perspective) ?? perspective)),
    { only: 'file' },
  ),
  text(words.target, (row) => row.target, inFileIf(props.view.hidden.has('target'))),
];

/** A column that is not shown is in the file all the same. */
const inFileIf = (hidden: boolean): { readonly only?: 'file' } => (hidden ? { only: 'file' } : {});

/** On the page one column, in the file one for each thing. */
function checkpointColumns(props: GridTableProps, k: GridCheckpoint): readonly Column<GridRow>[] {
  const cellAt = (row: GridRow): GridCell | undefined => row.cells.get(k.id);
  const resultAt = (row: GridRow): Counted | undefined => countedIn(cellAt(row));
  const stateAt = (row: GridRow): string => words.states[cellAt(row)?.state ?? 'not-asked'];
  const inFile = { only: 'file' } as const;
  const onPage = status(k.title, stateAt, {
    only: 'page',
    heading: (
      <>
        <a href={stepPath(props.cycle, k.id)}>{k.title}</a>
        {k.standing !== null && <small>{standingWords[k.standing].name}</small>}
        <small>{`${words.checkpointState[k.state]}, ${props.counts.get(k.id)}`}</small>
      </>
    ),
    show: (row) => <AtCheckpoint {...props} row={row} checkpoint={k} />,
  });
  return [
    ...(props.view.hidden.has(k.id) ? [] : [onPage]),
    status(words.table.stateOf(k.title), stateAt, inFile),
    mixed(words.table.valueOf(k.title), (row) => valueIn(cellAt(row)), inFile),
    mixed(words.table.achievementOf(k.title), (row) => definedOr(resultAt(row), achievementCell), inFile),
    status(words.table.lightOf(k.title), (row) => definedOr(resultAt(row), lightText), inFile),
    text(
      words.table.forecastOf(k.title),
      (row) => {
        const forecast = props.forecasts.get(k.id)?.get(row.indicator);
        return forecast === undefined ? undefined : forecastText(forecast, cellAt(row)?.unit ?? undefined);
      },
      inFile,
    ),
    text(words.table.remarkOf(k.title), (row) => cellAt(row)?.remark ?? undefined, inFile),
  ];
}

const definedOr = <T, R>(found: T | undefined, of: (one: T) => R): R | undefined =>
  found === undefined ? undefined : of(found);

const valueIn = (cell: GridCell | undefined) =>
  cell === undefined || cell.actual === null ? undefined : measuredCell(cell.actual, cell.unit ?? undefined);

const countedIn = (cell: GridCell | undefined): Counted | undefined =>
  cell === undefined || cell.result === null
    ? undefined
    : {
        ...cell.result,
        achievement: cell.result.achievement ?? undefined,
        override: cell.result.override ?? undefined,
      };

interface RowProps extends GridTableProps {
  readonly row: GridRow;
}

function IndicatorName({ cycle, open, row, view }: RowProps) {
  return (
    <>
      {open !== undefined && isAwaited(row, open.id) && (
        <input
          type="checkbox"
          name={`i.${row.indicator}`}
          value="1"
          checked={view.isChosen(row.indicator)}
          aria-label={words.select(row.indicator)}
        />
      )}
      <a href={cyclePath(cycle, `/indicatori/${encodeURIComponent(row.indicator)}`)}>
        <b>{row.indicator}</b> {row.name}
      </a>
    </>
  );
}

function AtCheckpoint({
  frame,
  cycle,
  open,
  row,
  checkpoint,
  forecasts,
}: RowProps & { readonly checkpoint: GridCheckpoint }) {
  const cell = row.cells.get(checkpoint.id);
  if (cell === undefined) return <>{words.states['not-asked']}</>;
  return (
    <div class="ciclo-grid-cell">
      <CellTag assets={frame.assets} state={cell.state} />
      {cell.actual !== null && <b>{actualText(cell.actual, cell.unit ?? undefined)}</b>}
      {cell.result !== null && <CellResult assets={frame.assets} result={cell.result} />}
      <ForecastLine forecast={forecasts.get(checkpoint.id)?.get(row.indicator)} unit={cell.unit ?? undefined} />
      {cell.remark !== null && <small>{words.returned(cell.remark)}</small>}
      {open?.id === checkpoint.id && cell.actual !== null && cell.remark === null && (
        <a
          href={`${stepPath(cycle, checkpoint.id)}${MANAGE_PATH}?indicatore=${encodeURIComponent(row.indicator)}#restituzione`}
          aria-label={words.giveBackOf(row.indicator)}
        >
          {words.giveBack}
        </a>
      )}
    </div>
  );
}
