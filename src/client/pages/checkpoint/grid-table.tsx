import { type GridCheckpoint, type GridRow, isAwaited } from '../../../register/reading/grid-rows.js';
import { actualText } from '../../../words/measure.js';
import { steeringWords } from '../../../words/steering.js';
import { as } from '../kit/parts/table-roles.js';
import { cyclePath, MANAGE_PATH, stepPath } from '../kit/paths.js';
import { CellResult, CellTag } from './grid-cell.js';
import type { GridScene } from './grid-scene.js';

const words = steeringWords.grid;

interface GridTableProps extends Pick<GridScene, 'frame' | 'cycle' | 'checkpoints' | 'directory' | 'counts'> {
  readonly rows: readonly GridRow[];
  /** The checkpoint that collects now, for who may act on it. */
  readonly open: GridCheckpoint | undefined;
}

/** Indicators by checkpoints: where each value stands, the value, and once it is computed the result with its light. */
export function GridTable({ frame, cycle, checkpoints, directory, counts, rows, open }: GridTableProps) {
  return (
    <table id="griglia" class="table ciclo-table ciclo-grid" {...as.table}>
      <caption class="visually-hidden">{words.title}</caption>
      <thead {...as.rows}>
        <tr {...as.row}>
          <th scope="col" {...as.columnHeader}>
            {words.indicator}
          </th>
          <th scope="col" {...as.columnHeader}>
            {words.office}
          </th>
          <th scope="col" {...as.columnHeader}>
            {words.target}
          </th>
          {checkpoints.map((k) => (
            <th scope="col" {...as.columnHeader}>
              <a href={stepPath(cycle, k.id)}>{k.title}</a>
              <small>{`${words.checkpointState[k.state]}, ${counts.get(k.id)}`}</small>
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...as.rows}>
        {rows.map((row) => (
          <tr {...as.row}>
            <th scope="row" {...as.rowHeader} data-label={words.indicator}>
              {open !== undefined && isAwaited(row, open.id) && (
                <input type="checkbox" name={`i.${row.indicator}`} value="1" aria-label={words.select(row.indicator)} />
              )}
              <a href={cyclePath(cycle, `/indicatori/${encodeURIComponent(row.indicator)}`)}>
                <b>{row.indicator}</b> {row.name}
              </a>
            </th>
            <td {...as.cell} data-label={words.office}>
              {directory.title(`ufficio:${row.office}`)}
            </td>
            <td {...as.cell} data-label={words.target}>
              {row.target}
            </td>
            {checkpoints.map((k) => {
              const cell = row.cells.get(k.id);
              return (
                <td {...as.cell} data-label={k.title}>
                  {cell === undefined ? (
                    words.states['not-asked']
                  ) : (
                    <div class="ciclo-grid-cell">
                      <CellTag assets={frame.assets} state={cell.state} />
                      {cell.actual !== null && <b>{actualText(cell.actual, cell.unit ?? undefined)}</b>}
                      {cell.result !== null && <CellResult assets={frame.assets} result={cell.result} />}
                      {cell.remark !== null && <small>{words.returned(cell.remark)}</small>}
                      {open?.id === k.id && cell.actual !== null && cell.remark === null && (
                        <a
                          href={`${stepPath(cycle, k.id)}${MANAGE_PATH}?indicatore=${encodeURIComponent(row.indicator)}#restituzione`}
                          aria-label={words.giveBackOf(row.indicator)}
                        >
                          {words.giveBack}
                        </a>
                      )}
                    </div>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
