import type { Forecast } from '../../../domain/achievement/forecast.js';
import type { IndicatorAssessment, Rollup } from '../../../domain/achievement/types.js';
import type { Indicator } from '../../../domain/plan.js';
import type { AppliedOverride } from '../../../domain/scorecard/types.js';
import type { Unit } from '../../../domain/targets/types.js';
import type { Assessment } from '../../../register/assessments.js';
import type { FrozenIndicator } from '../../../register/checkpoints.js';
import type { CurrentMeasurement } from '../../../register/measurements.js';
import { overridesByIndicator } from '../../../register/reading/results.js';
import { consoleWords as words } from '../../../words/console.js';
import { forecastWords } from '../../../words/forecast.js';
import { italianPercent } from '../../../words/format.js';
import { actualText } from '../../../words/measure.js';
import { scorecardWords } from '../../../words/scorecard-pages.js';
import { takeAwayWords } from '../../../words/take-away.js';
import type { Assets } from '../kit/assets.js';
import type { Frame } from '../kit/frame.js';
import type { Trends } from '../kit/model/trend.js';
import { Achievement } from '../kit/parts/achievement.js';
import { Fold, FoldAll } from '../kit/parts/folding.js';
import { ForecastLine, forecastText } from '../kit/parts/forecast.js';
import { Trace } from '../kit/parts/light.js';
import { tableRoles } from '../kit/parts/table-roles.js';
import { Trend } from '../kit/parts/trend.js';
import { achievementCell, countedOf, lightText, measuredCell } from '../kit/table/cells.js';
import { type Column, columnsOf, onPage } from '../kit/table/column.js';
import { DataRow, Head } from '../kit/table/data-table.js';
import { TableAway } from '../kit/table/table-away.js';
import { useTables } from '../kit/table/tables-of-page.js';
import type { ScorecardGroup, ScorecardObjective, ScorecardProgramme } from './scorecard-view.js';
import { Total } from './total.js';

const { table: own } = scorecardWords;
const { columns: away } = takeAwayWords;
const { text, percent, printed, mixed, status, act } = columnsOf<ScorecardRow>();

interface ScorecardTablesProps {
  readonly frame: Frame;
  readonly groups: readonly ScorecardGroup[];
  readonly exercise: number;
  readonly assessment: Assessment;
  readonly frozen: readonly FrozenIndicator[];
  readonly current: readonly CurrentMeasurement[];
  readonly trends: Trends;
  readonly hrefOf: (indicator: string) => string;
}

/** What the rows of a table look things up in. */
interface Lookups extends Pick<ScorecardTablesProps, 'frame' | 'exercise' | 'trends' | 'hrefOf'> {
  readonly assets: Assets;
  readonly years: readonly number[];
  readonly rollups: ReadonlyMap<string, Rollup>;
  readonly assessed: ReadonlyMap<string, IndicatorAssessment>;
  readonly measured: ReadonlyMap<string, CurrentMeasurement>;
  readonly units: ReadonlyMap<string, Unit | undefined>;
  readonly overrides: ReadonlyMap<string, AppliedOverride>;
  readonly forecasts: ReadonlyMap<string, Forecast>;
}

/** The scorecard with the columns the Piano prints, then achievement and trend: a table per objective. */
export function ScorecardTables(props: ScorecardTablesProps) {
  const { groups, exercise, assessment } = props;
  const rollups = new Map<string, Rollup>();
  for (const root of assessment.rollups) index(root, rollups);
  const lookups: Lookups = {
    ...props,
    assets: props.frame.assets,
    years: [exercise, exercise + 1, exercise + 2],
    rollups,
    assessed: new Map(assessment.indicators.map((a) => [a.indicator, a])),
    measured: new Map(props.current.map((m) => [m.indicator, m])),
    units: new Map(props.frozen.map((f) => [f.indicator, f.unit])),
    overrides: overridesByIndicator(assessment),
    forecasts: new Map(assessment.forecasts.map((one) => [one.indicator, one])),
  };
  const columns = scorecardColumns(lookups);
  return (
    <>
      <TableAway name={SCORECARD_TABLE} caption={own.title} />
      <FoldAll frame={props.frame} />
      {groups.map((group) => (
        <Group group={group} lookups={lookups} columns={columns} />
      ))}
    </>
  );
}

/** Name of the scorecard as one table, however its rows are arranged. */
const SCORECARD_TABLE = 'cruscotto';

/** A perspective or an area: a section that folds for each of its objectives, and one part of the table that is taken away. */
function Group({ group, lookups, columns }: InTable & { readonly group: ScorecardGroup }) {
  const value = titleOf(group);
  const id = anchorOf(group.node);
  useTables()?.add({
    name: SCORECARD_TABLE,
    caption: own.title,
    part: { column: group.kind === 'area' ? away.area : words.scorecard.perspective, value },
    columns,
    rows: group.objectives.flatMap((objective) =>
      objective.programmes.flatMap((programme) =>
        programme.indicators.map((indicator) => ({ objective, programme, indicator })),
      ),
    ),
  });
  return (
    <section class="ciclo-scorecard-group" aria-labelledby={id}>
      <h3 class="ciclo-caption">
        <span id={id}>{value}</span> <Total rollup={lookups.rollups.get(group.node)} assets={lookups.assets} />
      </h3>
      {group.objectives.map((objective) => (
        <Objective {...{ objective, lookups }} columns={onPage(columns)} />
      ))}
    </section>
  );
}

/** A place of the page named after a node. */
const anchorOf = (node: string): string => node.replace(/[^\w.-]+/g, '-');

const titleOf = ({ kind, code, title }: ScorecardGroup): string =>
  kind === 'area' ? `${words.scorecard.area(code)}. ${title}` : title === '' ? own.withoutPerspective : title;

/** A row of the scorecard: an indicator, with what it stands under. */
interface ScorecardRow {
  readonly objective: ScorecardObjective;
  readonly programme: ScorecardProgramme;
  readonly indicator: Indicator;
}

interface InTable {
  readonly lookups: Lookups;
  readonly columns: readonly Column<ScorecardRow>[];
}

function Objective({ objective, lookups, columns }: InTable & { readonly objective: ScorecardObjective }) {
  const { frame, assets, rollups } = lookups;
  const title = `${words.scorecard.objective(objective.code)}. ${objective.title}`;
  return (
    <Fold
      {...{ frame, title }}
      id={anchorOf(objective.node)}
      level={4}
      beside={
        <>
          <Weight weight={objective.weight} />
          <Total rollup={rollups.get(objective.node)} assets={assets} />
        </>
      }
    >
      <table
        class="table ciclo-table ciclo-scorecard ciclo-scorecard-full"
        data-table={SCORECARD_TABLE}
        {...tableRoles.table}
      >
        <caption class="visually-hidden">{title}</caption>
        <Head columns={columns} />
        {objective.programmes.map((programme) => (
          <tbody {...tableRoles.rows}>
            {/* Under a perspective a programme may stand only in part, and in two tables: only its area names it. */}
            <tr
              {...tableRoles.row}
              class="group is-programme"
              id={programme.node === `programme:${programme.code}` ? `programma-${programme.code}` : undefined}
            >
              <th scope="rowgroup" {...tableRoles.rowHeader} colspan={columns.length}>
                <span>{programmeTitle(programme)}</span>
                <Weight weight={programme.weight} />
                <Total rollup={rollups.get(programme.node)} assets={assets} />
              </th>
            </tr>
            {programme.indicators.map((indicator) => (
              <DataRow columns={columns} row={{ objective, programme, indicator }} mark={undefined} />
            ))}
          </tbody>
        ))}
      </table>
    </Fold>
  );
}

const programmeTitle = (programme: ScorecardProgramme): string =>
  `${words.scorecard.programme(programme.code)}. ${programme.title}`;

function Weight({ weight }: { weight: string | undefined }) {
  return weight === undefined ? null : <small class="ciclo-weight">{own.weightOf(italianPercent(weight))}</small>;
}

function scorecardColumns(lookups: Lookups): readonly Column<ScorecardRow>[] {
  const { assets, exercise, assessed, measured, overrides, forecasts, trends, units, years } = lookups;
  const inFile = { only: 'file' } as const;
  const countedFor = ({ indicator: { code } }: ScorecardRow) => {
    const assessment = assessed.get(code);
    return assessment === undefined ? undefined : countedOf(assessment, overrides.get(code));
  };
  return [
    text(away.objective, ({ objective: { code, title } }) => `${code}. ${title}`, inFile),
    text(away.programme, ({ programme: { code, title } }) => `${code}. ${title}`, inFile),
    text(away.code, ({ indicator }) => indicator.code, inFile),
    text(words.checkpoint.indicator, ({ indicator }) => indicator.name, {
      show: ({ indicator: { code, name } }) => (
        <span class="ciclo-step-name">
          <a href={lookups.hrefOf(code)}>{name}</a>
          <small>{code}</small>
        </span>
      ),
    }),
    percent(words.checkpoint.weight, ({ indicator }) => indicator.weight),
    printed(own.result(exercise - 1), ({ indicator }) => indicator.results?.find((r) => r.year === exercise - 1)?.text),
    mixed(
      own.result(exercise),
      ({ indicator: { code } }) => {
        const value = measured.get(code);
        return value === undefined ? undefined : measuredCell(value.actual, units.get(code));
      },
      {
        show: ({ indicator: { code } }) => {
          const value = measured.get(code);
          if (value === undefined) return <em>{words.checkpoint.noValue}</em>;
          return actualText(value.actual, units.get(code));
        },
      },
    ),
    ...years.map((year) =>
      text(words.scorecard.targetOf(year), ({ indicator }) => indicator.targets.find((t) => t.year === year)?.text),
    ),
    text(own.missione, ({ indicator }) => indicator.missioneProgramma?.replace('/', ' / ')),
    mixed(
      words.checkpoint.achievement,
      (row) => {
        const counted = countedFor(row);
        return counted === undefined ? undefined : achievementCell(counted);
      },
      { show: ({ indicator: { code } }) => <Result {...{ assets, assessed, overrides, forecasts, units, code }} /> },
    ),
    status(
      away.light,
      (row) => {
        const counted = countedFor(row);
        return counted === undefined ? undefined : lightText(counted);
      },
      inFile,
    ),
    text(
      forecastWords.title,
      ({ indicator: { code } }) => {
        const forecast = forecasts.get(code);
        return forecast === undefined ? undefined : forecastText(forecast, units.get(code));
      },
      inFile,
    ),
    act(own.trend, ({ indicator: { code } }) => <Trend of={code} node={code} trends={trends} />),
  ];
}

interface ResultProps extends Pick<Lookups, 'assets' | 'assessed' | 'overrides' | 'forecasts' | 'units'> {
  readonly code: string;
}

function Result({ assets, assessed, overrides, forecasts, units, code }: ResultProps) {
  const assessment = assessed.get(code);
  if (assessment === undefined) return <>{words.scorecard.empty}</>;
  return (
    <span class="ciclo-result">
      <Achievement assets={assets} assessment={assessment} override={overrides.get(code)} />
      <ForecastLine forecast={forecasts.get(code)} unit={units.get(code)} />
      <Trace lines={assessment.trace} of={code} />
    </span>
  );
}

/** Every node by its id; the same programme under a perspective has another id, so none is lost. */
function index(node: Rollup, into: Map<string, Rollup>): void {
  into.set(node.node, node);
  for (const child of node.children) index(child, into);
}
