import type { Unit } from '../../../../domain/targets/types.js';
import type { CurrentMeasurement } from '../../../../register/measurements.js';
import { consoleWords } from '../../../../words/console.js';
import { actualText } from '../../../../words/measure.js';
import { scorecardWords } from '../../../../words/scorecard-pages.js';
import type { Assets } from '../assets.js';
import { Sparkline } from '../charts/sparkline.js';
import type { Comparison, Standing } from '../model/benchmark.js';
import { pointsOf, seriesView } from '../model/series-view.js';
import { measuredCell } from '../table/cells.js';
import { columnsOf } from '../table/column.js';
import { TableSection } from '../table/table-section.js';
import { Icon, type IconName } from './icon.js';

const words = scorecardWords.benchmark;

const { text, status, act, mixed, printed } = columnsOf<Comparison>();

interface BenchmarkProps {
  readonly assets: Assets;
  readonly entity: string;
  readonly comparisons: readonly Comparison[];
  readonly current: readonly CurrentMeasurement[];
  readonly units: ReadonlyMap<string, Unit | undefined>;
  readonly hrefOf: (indicator: string) => string;
}

/** The body beside the one it is compared with, for the indicators whose series is in the plan. */
export function Benchmark({ assets, entity, comparisons, current, units, hrefOf }: BenchmarkProps) {
  if (comparisons.length === 0) return null;
  const measured = new Map(current.map((m) => [m.indicator, m]));
  const years = [...new Set(comparisons.map((c) => c.year))];
  const year = years.length === 1 ? years[0] : undefined;
  const names = [...new Set(comparisons.map((c) => c.with))];
  const name = names.length === 1 && names[0] !== undefined ? names[0] : words.others;
  return (
    <TableSection
      name="confronto"
      caption={words.title(name)}
      lead={<p>{words.lead}</p>}
      columns={[
        text(words.measure, (c) => c.indicator.name, {
          show: (c) => (
            <span class="ciclo-step-name">
              <a href={hrefOf(c.indicator.code)}>{c.indicator.name}</a>
              <small>{c.row.definition ?? c.row.name}</small>
            </span>
          ),
        }),
        printed(year === undefined ? consoleWords.home.entity : words.own(year), (c) => c.own),
        printed(year === undefined ? name : words.other(name, year), (c) => c.other),
        status(words.standing, (c) => standingText(c.standing), {
          show: (c) => <StandingTag assets={assets} standing={c.standing} />,
        }),
        act(words.series, (c) => <SeriesLine comparison={c} entity={entity} />),
        mixed(
          words.now,
          ({ indicator }) => {
            const value = measured.get(indicator.code);
            return value === undefined ? undefined : measuredCell(value.actual, units.get(indicator.code));
          },
          {
            show: ({ indicator }) => {
              const value = measured.get(indicator.code);
              if (value === undefined) return <em>{consoleWords.checkpoint.noValue}</em>;
              return actualText(value.actual, units.get(indicator.code));
            },
          },
        ),
      ]}
      rows={comparisons}
    />
  );
}

function SeriesLine({ comparison, entity }: { comparison: Comparison; entity: string }) {
  const { subjects } = seriesView(comparison.table);
  const own = subjects.find((s) => s.id === entity);
  const other = subjects.find((s) => s.id === comparison.table.benchmark?.subject);
  if (own === undefined || other === undefined) return null;
  return (
    <Sparkline
      of={comparison.row.name}
      points={pointsOf(comparison.row.cells, own)}
      other={{ title: comparison.with, points: pointsOf(comparison.row.cells, other) }}
    />
  );
}

const MARKS: Readonly<Record<NonNullable<Standing>, readonly [IconName, string, string]>> = {
  better: ['it-check-circle', 'green', words.better],
  worse: ['it-warning-circle', 'yellow', words.worse],
  same: ['it-minus-circle', 'none', words.same],
};

const standingText = (standing: Standing): string => (standing === undefined ? words.unknown : MARKS[standing][2]);

/** Where the body stands beside the benchmark: icon and words, then a colour. */
function StandingTag({ assets, standing }: { assets: Assets; standing: Standing }) {
  if (standing === undefined) return <span>{words.unknown}</span>;
  const [icon, light, text] = MARKS[standing];
  return (
    <span class={`ciclo-tag ciclo-light-${light}`}>
      <Icon assets={assets} name={icon} size="xs" />
      {text}
    </span>
  );
}
