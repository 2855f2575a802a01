import type { IndicatorAssessment, Rollup } from '../../../domain/achievement/types.js';
import type { Indicator } from '../../../domain/plan.js';
import type { AppliedOverride } from '../../../domain/scorecard/types.js';
import type { Unit } from '../../../domain/targets/types.js';
import type { Assessment } from '../../../register/assessments.js';
import type { FrozenIndicator } from '../../../register/checkpoints.js';
import type { CurrentMeasurement } from '../../../register/measurements.js';
import { overridesByIndicator } from '../../../register/reading/results.js';
import { consoleWords as words } from '../../../words/console.js';
import { italianPercent } from '../../../words/format.js';
import { actualText } from '../../../words/measure.js';
import { scorecardWords } from '../../../words/scorecard-pages.js';
import type { Assets } from '../kit/assets.js';
import type { Trends } from '../kit/model/trend.js';
import { Achievement } from '../kit/parts/achievement.js';
import { Light, Trace } from '../kit/parts/light.js';
import { WithoutOverrides } from '../kit/parts/override.js';
import { percentOrNot } from '../kit/parts/range-bar.js';
import { as } from '../kit/parts/table-roles.js';
import { Trend } from '../kit/parts/trend.js';
import type { ScorecardGroup, ScorecardObjective, ScorecardProgramme } from './scorecard-view.js';

const { table: own } = scorecardWords;

interface ScorecardTablesProps {
  readonly assets: Assets;
  readonly groups: readonly ScorecardGroup[];
  readonly exercise: number;
  readonly assessment: Assessment;
  readonly frozen: readonly FrozenIndicator[];
  readonly current: readonly CurrentMeasurement[];
  readonly trends: Trends;
  readonly hrefOf: (indicator: string) => string;
}

/** What the rows of a table look things up in. */
interface Lookups extends Pick<ScorecardTablesProps, 'assets' | 'exercise' | 'trends' | 'hrefOf'> {
  readonly years: readonly number[];
  readonly rollups: ReadonlyMap<string, Rollup>;
  readonly assessed: ReadonlyMap<string, IndicatorAssessment>;
  readonly measured: ReadonlyMap<string, CurrentMeasurement>;
  readonly units: ReadonlyMap<string, Unit | undefined>;
  readonly overrides: ReadonlyMap<string, AppliedOverride>;
}

/** The scorecard with the columns the Piano prints, then achievement and trend: a table per perspective or area. */
export function ScorecardTables(props: ScorecardTablesProps) {
  const { groups, exercise, assessment } = props;
  const rollups = new Map<string, Rollup>();
  for (const root of assessment.rollups) index(root, rollups);
  const lookups: Lookups = {
    ...props,
    years: [exercise, exercise + 1, exercise + 2],
    rollups,
    assessed: new Map(assessment.indicators.map((a) => [a.indicator, a])),
    measured: new Map(props.current.map((m) => [m.indicator, m])),
    units: new Map(props.frozen.map((f) => [f.indicator, f.unit])),
    overrides: overridesByIndicator(assessment),
  };
  return (
    <>
      {groups.map((group) => (
        <GroupTable group={group} lookups={lookups} />
      ))}
    </>
  );
}

function GroupTable({ group, lookups }: { group: ScorecardGroup; lookups: Lookups }) {
  const columns = [
    { title: words.checkpoint.indicator },
    { title: words.checkpoint.weight, numeric: true },
    { title: own.result(lookups.exercise - 1) },
    { title: own.result(lookups.exercise) },
    ...lookups.years.map((year) => ({ title: words.scorecard.targetOf(year) })),
    { title: own.missione },
    { title: words.checkpoint.achievement },
    { title: own.trend },
  ];
  return (
    <table class="table ciclo-table ciclo-scorecard ciclo-scorecard-full" {...as.table}>
      <caption class="ciclo-caption">
        <span>{titleOf(group)}</span>
        <Total rollup={lookups.rollups.get(group.node)} assets={lookups.assets} />
      </caption>
      <thead {...as.rows}>
        <tr {...as.row}>
          {columns.map((column) => (
            <th scope="col" {...as.columnHeader} class={column.numeric === true ? 'n' : undefined}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      {group.objectives.map((objective) => (
        <ObjectiveRows objective={objective} lookups={lookups} width={columns.length} />
      ))}
    </table>
  );
}

const titleOf = ({ kind, code, title }: ScorecardGroup): string =>
  kind === 'area' ? `${words.scorecard.area(code)}. ${title}` : title === '' ? own.withoutPerspective : title;

interface ObjectiveRowsProps {
  readonly objective: ScorecardObjective;
  readonly lookups: Lookups;
  readonly width: number;
}

function ObjectiveRows({ objective, lookups, width }: ObjectiveRowsProps) {
  return (
    <>
      {objective.programmes.map((programme, position) => (
        <tbody {...as.rows}>
          {position === 0 && (
            <tr {...as.row} class="group">
              <th scope="rowgroup" {...as.rowHeader} colspan={width}>
                <span>{`${words.scorecard.objective(objective.code)}. ${objective.title}`}</span>
                <Weight weight={objective.weight} />
                <Total rollup={lookups.rollups.get(objective.node)} assets={lookups.assets} />
              </th>
            </tr>
          )}
          {/* Under a perspective a programme may stand only in part, and in two tables: only its area names it. */}
          <tr
            {...as.row}
            class="group is-programme"
            {...(programme.node === `programme:${programme.code}` ? { id: `programma-${programme.code}` } : {})}
          >
            <th scope="rowgroup" {...as.rowHeader} colspan={width}>
              <span>{programmeTitle(programme)}</span>
              <Weight weight={programme.weight} />
              <Total rollup={lookups.rollups.get(programme.node)} assets={lookups.assets} />
            </th>
          </tr>
          {programme.indicators.map((indicator) => (
            <IndicatorRow indicator={indicator} lookups={lookups} />
          ))}
        </tbody>
      ))}
    </>
  );
}

const programmeTitle = (programme: ScorecardProgramme): string =>
  `${words.scorecard.programme(programme.code)}. ${programme.title}`;

function Weight({ weight }: { weight: string | undefined }) {
  return weight === undefined ? null : <small class="ciclo-weight">{own.weightOf(italianPercent(weight))}</small>;
}

function IndicatorRow({ indicator, lookups }: { indicator: Indicator; lookups: Lookups }) {
  const assessment = lookups.assessed.get(indicator.code);
  const measured = lookups.measured.get(indicator.code);
  const { exercise } = lookups;
  const cells = [
    {
      title: words.checkpoint.weight,
      numeric: true,
      content: indicator.weight === undefined ? undefined : italianPercent(indicator.weight),
    },
    { title: own.result(exercise - 1), content: indicator.results?.find((r) => r.year === exercise - 1)?.text },
    {
      title: own.result(exercise),
      content:
        measured === undefined ? (
          <em>{words.checkpoint.noValue}</em>
        ) : (
          actualText(measured.actual, lookups.units.get(indicator.code))
        ),
    },
    ...lookups.years.map((year) => ({
      title: words.scorecard.targetOf(year),
      content: indicator.targets.find((t) => t.year === year)?.text,
    })),
    { title: own.missione, content: indicator.missioneProgramma?.replace('/', ' / ') },
    {
      title: words.checkpoint.achievement,
      content:
        assessment === undefined ? undefined : (
          <span class="ciclo-result">
            <Achievement
              assets={lookups.assets}
              assessment={assessment}
              override={lookups.overrides.get(indicator.code)}
            />
            <Trace lines={assessment.trace} of={indicator.code} />
          </span>
        ),
    },
    {
      title: own.trend,
      content: <Trend of={indicator.code} node={indicator.code} trends={lookups.trends} />,
    },
  ];
  return (
    <tr {...as.row}>
      <th scope="row" {...as.rowHeader} data-label={words.checkpoint.indicator}>
        <span class="ciclo-step-name">
          <a href={lookups.hrefOf(indicator.code)}>{indicator.name}</a>
          <small>{indicator.code}</small>
        </span>
      </th>
      {cells.map((cell) => (
        <td {...as.cell} class={cell.numeric === true ? 'n' : undefined} data-label={cell.title}>
          {cell.content === undefined || cell.content === '' ? words.scorecard.empty : cell.content}
        </td>
      ))}
    </tr>
  );
}

function Total({ rollup, assets }: { rollup: Rollup | undefined; assets: Assets }) {
  if (rollup === undefined) return null;
  return (
    <span class="ciclo-total">
      <strong>{percentOrNot(rollup.achievement)}</strong>
      {rollup.achievement !== undefined && <Light assets={assets} light={rollup.light} />}
      <WithoutOverrides assets={assets} computed={rollup.computed} />
      <small>{words.scorecard.coverageOf(italianPercent(rollup.coverage))}</small>
    </span>
  );
}

/** Every node by its id; the same programme under a perspective has another id, so none is lost. */
function index(node: Rollup, into: Map<string, Rollup>): void {
  into.set(node.node, node);
  for (const child of node.children) index(child, into);
}
