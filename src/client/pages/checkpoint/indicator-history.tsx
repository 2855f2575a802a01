import type { BodyProfile } from '../../../domain/follow-up.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import { scorecardWords } from '../../../words/scorecard-pages.js';
import type { Assets } from '../kit/assets.js';
import { seriesOf } from '../kit/model/benchmark.js';
import type { PlanPlace } from '../kit/model/plan-places.js';
import { SeriesTables } from '../kit/parts/series-tables.js';

const words = scorecardWords.indicator;

interface HistoryProps {
  readonly assets: Assets;
  readonly cycle: CycleName;
  readonly place: PlanPlace;
  readonly profile: BodyProfile | undefined;
}

/** Past years of an indicator: the cells of the plan, and the series that observes the same measure. */
export function IndicatorHistory({ place, profile, assets, cycle }: HistoryProps) {
  const observed = seriesOf(profile, place.indicator);
  const results = place.indicator.results?.filter((r) => r.text !== '' && r.year < cycle.exercise) ?? [];
  return (
    <section aria-labelledby="storia">
      <h2 id="storia">{words.history}</h2>
      {observed === undefined && results.length === 0 && <p>{words.historyNone}</p>}
      {results.length > 0 && (
        <dl class="ciclo-facts">
          {results.map((result) => (
            <div>
              <dt>{scorecardWords.table.result(result.year)}</dt>
              <dd>{result.text}</dd>
            </div>
          ))}
        </dl>
      )}
      {observed !== undefined && (
        <SeriesTables
          assets={assets}
          entity={{ id: cycle.entity, title: cycle.entityName }}
          tables={[{ ...observed.table, title: words.historyOf(observed.row.name), rows: [observed.row] }]}
          level={3}
        />
      )}
    </section>
  );
}
