import type { CycleName } from '../../../register/reading/cycles.js';
import { scorecardWords } from '../../../words/scorecard-pages.js';
import type { Assets } from '../kit/assets.js';
import type { PlanPlace } from '../kit/model/plan-places.js';
import { Icon } from '../kit/parts/icon.js';
import { indicatorPath } from '../kit/paths.js';

const words = scorecardWords.indicator;

/** What comes before and after an indicator. */
export interface Neighbours {
  readonly previous: PlanPlace | undefined;
  readonly next: PlanPlace | undefined;
}

/** Those before and after of the same kind: from a page anybody may open one does not come to a private one. */
export function neighbours(places: readonly PlanPlace[], place: PlanPlace): Neighbours {
  const same = places.filter((p) => p.kind === place.kind);
  const at = same.indexOf(place);
  return { previous: same[at - 1], next: same[at + 1] };
}

interface PagerProps {
  readonly assets: Assets;
  readonly cycle: CycleName;
  readonly around: Neighbours;
}

/** Leads to the indicators before and after. */
export function Pager({ assets, cycle, around: { previous, next } }: PagerProps) {
  return (
    <nav class="ciclo-pager" aria-label={words.pager}>
      {previous !== undefined && (
        <a href={indicatorPath(cycle, previous.indicator.code)}>
          <Icon assets={assets} name="it-arrow-left" />
          <span>
            <small>{words.previous}</small>
            {previous.indicator.name}
          </span>
        </a>
      )}
      {next !== undefined && (
        <a class="next" href={indicatorPath(cycle, next.indicator.code)}>
          <span>
            <small>{words.next}</small>
            {next.indicator.name}
          </span>
          <Icon assets={assets} name="it-arrow-right" />
        </a>
      )}
    </nav>
  );
}
