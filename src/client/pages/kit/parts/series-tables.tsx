import type { SeriesRow, SeriesTable } from '../../../../domain/series.js';
import { bodyPageWords as words } from '../../../../words/body-pages.js';
import { scorecardWords } from '../../../../words/scorecard-pages.js';
import { takeAwayWords } from '../../../../words/take-away.js';
import type { Assets } from '../assets.js';
import { Bar } from '../charts/bars.js';
import { LineChart } from '../charts/line-chart.js';
import { Sparkline } from '../charts/sparkline.js';
import { pointOf, pointsOf, type SeriesView, seriesView, subjectTitle } from '../model/series-view.js';
import { bodyPath, SERIES_PATH } from '../paths.js';
import { type Column, columnsOf } from '../table/column.js';
import { TableAway } from '../table/table-away.js';
import { useTables } from '../table/tables-of-page.js';
import { tableRoles } from './table-roles.js';

const { text, printed } = columnsOf<SeriesRow>();

interface SeriesTablesProps {
  readonly assets: Assets;
  readonly entity: { readonly id: string; readonly title: string };
  readonly tables: readonly SeriesTable[];
  /** Of the heading above each table. */
  readonly level: 3;
  /** Whether each leads to its page. */
  readonly linked?: boolean;
}

/** Series as charts and as tables: a chart for each measure compared with the benchmark, a line in each other row. */
export function SeriesTables({ entity, tables, linked = false }: SeriesTablesProps) {
  return (
    <>
      {tables.map((table) => {
        const view = seriesView(table);
        return (
          <section class="ciclo-series">
            <h3>
              {linked ? (
                <a href={bodyPath(entity.id, `${SERIES_PATH}/${encodeURIComponent(table.id)}`)}>{table.title}</a>
              ) : (
                table.title
              )}
            </h3>
            {isCompared(view) && view.overYears && <Charts view={view} entity={entity} />}
            <Table view={view} entity={entity} />
            <p class="ciclo-series-source">
              {[
                scorecardWords.indicator.historySource(table.source),
                ...(table.unit === undefined ? [] : [words.unit(table.unit)]),
              ].join(' ')}
            </p>
          </section>
        );
      })}
    </>
  );
}

const isCompared = ({ subjects, table: { benchmark } }: SeriesView): boolean =>
  subjects.some((s) => s.id === benchmark?.subject) && subjects.length === 2;

type Entity = SeriesTablesProps['entity'];

/** Share of the greatest value the edges of a chart stand apart at least: a point in a hundred must not look like a leap. */
const LEAST_SHARE = 0.25;

function Charts({ view, entity }: { view: SeriesView; entity: Entity }) {
  const { benchmark } = view.table;
  const other = view.subjects.find((s) => s.id === benchmark?.subject);
  const own = view.subjects.find((s) => s !== other);
  if (own === undefined || other === undefined || benchmark === undefined) return null;
  return (
    <div class="ciclo-charts">
      {view.table.rows.map((row) => (
        <LineChart
          title={row.name}
          own={{ title: subjectTitle(own.id, entity, benchmark), points: pointsOf(row.cells, own) }}
          other={{ title: benchmark.title, points: pointsOf(row.cells, other) }}
          atLeast={LEAST_SHARE * Math.max(0, ...pointsOf(row.cells, own).map((p) => Math.abs(p.value ?? 0)))}
        />
      ))}
    </div>
  );
}

function Table({ view, entity }: { view: SeriesView; entity: Entity }) {
  const { table, subjects, overYears } = view;
  const several = subjects.length > 1;
  // Where charts stand above, a line in each row would say it twice.
  const line = overYears && !isCompared(view);
  const bars = !overYears;
  const greatest = bars ? greatestOf(table.rows) : 0;
  const columns = seriesColumns(view, entity);
  useTables()?.add({ name: table.id, caption: table.title, columns, rows: table.rows });
  const widths = [...subjects.flatMap((s) => s.columns)].length;
  return (
    <>
      <section class="ciclo-series-scroll" tabindex={0} aria-label={words.scroll(table.title)}>
        <table class="table ciclo-table ciclo-series-table" data-table={table.id} {...tableRoles.table}>
          <caption class="visually-hidden">{table.title}</caption>
          <thead {...tableRoles.rows}>
            {several && (
              <tr {...tableRoles.row}>
                <td {...tableRoles.cell} />
                {subjects.map((s) => (
                  <th scope="colgroup" {...tableRoles.columnHeader} colspan={s.columns.length} class="subject">
                    {subjectTitle(s.id, entity, table.benchmark)}
                  </th>
                ))}
                {(line || bars) && <td {...tableRoles.cell} />}
              </tr>
            )}
            <tr {...tableRoles.row}>
              <th scope="col" {...tableRoles.columnHeader}>
                {words.measure}
              </th>
              {subjects.flatMap((s) =>
                s.columns.map(({ year }) => (
                  <th scope="col" {...tableRoles.columnHeader} class="n">
                    {year}
                  </th>
                )),
              )}
              {line && (
                <th scope="col" {...tableRoles.columnHeader}>
                  {words.trend}
                </th>
              )}
              {bars && (
                <th scope="col" {...tableRoles.columnHeader} class="bars">
                  {words.size}
                </th>
              )}
            </tr>
          </thead>
          <tbody {...tableRoles.rows}>
            {table.rows.map((row, index) => (
              <>
                {row.group !== undefined && !isAccount(row.group) && row.group !== table.rows[index - 1]?.group && (
                  <tr {...tableRoles.row} class="group">
                    <th scope="rowgroup" {...tableRoles.rowHeader} colspan={widths + (line || bars ? 2 : 1)}>
                      {row.group}
                    </th>
                  </tr>
                )}
                <tr {...tableRoles.row}>
                  <th scope="row" {...tableRoles.rowHeader}>
                    <span class="ciclo-step-name">
                      <span>
                        {row.group !== undefined && isAccount(row.group) && <small>{`${row.group} `}</small>}
                        {row.name}
                      </span>
                      {row.definition !== undefined && <small>{row.definition}</small>}
                      {row.unit !== undefined && <small>{words.unit(row.unit)}</small>}
                    </span>
                  </th>
                  {subjects.flatMap((s) =>
                    s.columns.map(({ cell }) => (
                      <td {...tableRoles.cell} class="n">
                        {row.cells[cell] === 'nd' ? <abbr title={words.noData}>nd</abbr> : row.cells[cell] || '–'}
                      </td>
                    )),
                  )}
                  {line && (
                    <td {...tableRoles.cell}>
                      <RowLine row={row} view={view} entity={entity} />
                    </td>
                  )}
                  {bars && (
                    <td {...tableRoles.cell}>
                      <Bar point={pointOf('', row.cells[0] ?? '')} greatest={greatest} />
                    </td>
                  )}
                </tr>
              </>
            ))}
          </tbody>
        </table>
      </section>
      <TableAway name={table.id} caption={table.title} />
    </>
  );
}

/** What each row is, then a figure for each subject and year. */
function seriesColumns({ table, subjects }: SeriesView, entity: Entity): readonly Column<SeriesRow>[] {
  return [
    ...(table.rows.some(({ group }) => group !== undefined)
      ? [text(takeAwayWords.columns.group, (row) => row.group)]
      : []),
    text(words.measure, (row) => row.name),
    ...(table.unit !== undefined || table.rows.some(({ unit }) => unit !== undefined)
      ? [text(words.unitColumn, (row) => row.unit ?? table.unit)]
      : []),
    ...subjects.flatMap((subject) =>
      subject.columns.map(({ year, cell }) =>
        printed(
          subjects.length > 1 ? `${subjectTitle(subject.id, entity, table.benchmark)} ${year}` : String(year),
          (row) => row.cells[cell],
        ),
      ),
    ),
  ];
}

function RowLine({ row, view: { subjects, table }, entity }: { row: SeriesRow; view: SeriesView; entity: Entity }) {
  const [first, second] = subjects;
  if (first === undefined) return null;
  const own = pointsOf(row.cells, first);
  if (second === undefined || subjects.length > 2) return <Sparkline of={row.name} points={own} />;
  return (
    <Sparkline
      of={`${row.name}, ${subjectTitle(first.id, entity, table.benchmark)}`}
      points={own}
      other={{ title: subjectTitle(second.id, entity, table.benchmark), points: pointsOf(row.cells, second) }}
    />
  );
}

/** `A1`, `B7a`: the code of an account belongs to its row; a heading of several rows has words. */
const isAccount = (group: string): boolean => group.length <= 4;

const greatestOf = (rows: readonly SeriesRow[]): number =>
  Math.max(0, ...rows.map((row) => Math.abs(pointOf('', row.cells[0] ?? '').value ?? 0)));
