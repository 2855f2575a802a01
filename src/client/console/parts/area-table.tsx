import type { IndicatorAssessment, Rollup } from '../../../domain/achievement/types.js';
import type { Indicator, StrategicArea } from '../../../domain/plan.js';
import type { AppliedOverride } from '../../../domain/scorecard/types.js';
import type { Unit } from '../../../domain/target/types.js';
import type { Assessment } from '../../../register/assessments.js';
import type { FrozenIndicator } from '../../../register/checkpoints.js';
import type { CurrentMeasurement } from '../../../register/measurements.js';
import { consoleWords as words } from '../../../words/console.js';
import { italianPercent } from '../../../words/format.js';
import { actualText } from '../../../words/measure.js';
import type { Assets } from '../assets.js';
import { Achievement } from './achievement.js';
import { Light, Trace } from './light.js';
import { overridesByIndicator, WithoutOverrides } from './override.js';
import { percentOrNot } from './range-bar.js';
import { as } from './table-roles.js';

interface AreaTablesProps {
  readonly assets: Assets;
  readonly areas: readonly StrategicArea[];
  readonly exercise: number;
  readonly assessment: Assessment;
  readonly frozen: readonly FrozenIndicator[];
  readonly current: readonly CurrentMeasurement[];
}

/** What the rows of a table look things up in. */
interface Lookups {
  readonly assets: Assets;
  readonly years: readonly number[];
  readonly rollups: ReadonlyMap<string, Rollup>;
  readonly assessed: ReadonlyMap<string, IndicatorAssessment>;
  readonly measured: ReadonlyMap<string, CurrentMeasurement>;
  readonly units: ReadonlyMap<string, Unit | undefined>;
  readonly overrides: ReadonlyMap<string, AppliedOverride>;
}

/** The scorecard as the Piano prints it: a table per area, programme and indicator with targets, value and achievement. */
export function AreaTables(props: AreaTablesProps) {
  const { areas, exercise, assessment } = props;
  const rollups = new Map<string, Rollup>();
  for (const root of assessment.rollups) index(root, rollups);
  const lookups: Lookups = {
    assets: props.assets,
    years: [exercise, exercise + 1, exercise + 2],
    rollups,
    assessed: new Map(assessment.indicators.map((a) => [a.indicator, a])),
    measured: new Map(props.current.map((m) => [m.indicator, m])),
    units: new Map(props.frozen.map((f) => [f.indicator, f.unit])),
    overrides: overridesByIndicator(assessment),
  };
  return (
    <section aria-labelledby="aree">
      <h2 id="aree">{words.scorecard.areas}</h2>
      {areas.map((area) => (
        <AreaTable area={area} lookups={lookups} />
      ))}
    </section>
  );
}

function AreaTable({ area, lookups }: { area: StrategicArea; lookups: Lookups }) {
  const own = lookups.rollups.get(`area:${area.code}`);
  return (
    <table class="table ciclo-table ciclo-scorecard" {...as.table}>
      <caption class="ciclo-caption">
        <span>{`${words.scorecard.area(area.code)}. ${area.title}`}</span>
        {own !== undefined && <Total rollup={own} assets={lookups.assets} />}
      </caption>
      <thead {...as.rows}>
        <tr {...as.row}>
          <th scope="col" {...as.columnHeader}>
            {words.checkpoint.indicator}
          </th>
          <th scope="col" {...as.columnHeader} class="n">
            {words.checkpoint.weight}
          </th>
          {lookups.years.map((year) => (
            <th scope="col" {...as.columnHeader}>
              {words.scorecard.targetOf(year)}
            </th>
          ))}
          <th scope="col" {...as.columnHeader}>
            {words.checkpoint.value}
          </th>
          <th scope="col" {...as.columnHeader}>
            {words.checkpoint.achievement}
          </th>
        </tr>
      </thead>
      {area.objectives.flatMap((objective) =>
        objective.programmes.map((programme) => (
          <tbody {...as.rows}>
            <tr {...as.row} class="group">
              <th scope="rowgroup" {...as.rowHeader} colspan={lookups.years.length + 4}>
                <small>{`${words.scorecard.objective(objective.code)}. ${objective.title}`}</small>
                <span>{`${words.scorecard.programme(programme.code)}. ${programme.title}`}</span>
                <Total rollup={lookups.rollups.get(`programme:${programme.code}`)} assets={lookups.assets} />
              </th>
            </tr>
            {programme.indicators.map((indicator) => (
              <IndicatorRow indicator={indicator} lookups={lookups} />
            ))}
          </tbody>
        )),
      )}
    </table>
  );
}

function IndicatorRow({ indicator, lookups }: { indicator: Indicator; lookups: Lookups }) {
  const assessment = lookups.assessed.get(indicator.code);
  const measured = lookups.measured.get(indicator.code);
  return (
    <tr {...as.row}>
      <th scope="row" {...as.rowHeader} data-label={words.checkpoint.indicator}>
        <span class="ciclo-step-name">
          <span>{indicator.name}</span>
          <small>{indicator.code}</small>
        </span>
      </th>
      <td {...as.cell} class="n" data-label={words.checkpoint.weight}>
        {indicator.weight === undefined ? words.scorecard.empty : italianPercent(indicator.weight)}
      </td>
      {lookups.years.map((year) => (
        <td {...as.cell} data-label={words.scorecard.targetOf(year)}>
          {indicator.targets.find((t) => t.year === year)?.text || words.scorecard.empty}
        </td>
      ))}
      <td {...as.cell} data-label={words.checkpoint.value}>
        {measured === undefined ? (
          <em>{words.checkpoint.noValue}</em>
        ) : (
          actualText(measured.actual, lookups.units.get(indicator.code))
        )}
      </td>
      <td {...as.cell} data-label={words.checkpoint.achievement}>
        {assessment === undefined ? (
          words.scorecard.empty
        ) : (
          <span class="ciclo-result">
            <Achievement
              assets={lookups.assets}
              assessment={assessment}
              override={lookups.overrides.get(indicator.code)}
            />
            <Trace lines={assessment.trace} of={indicator.code} />
          </span>
        )}
      </td>
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
