import type { CycleName } from '../../../../register/reading/cycles.js';
import { scorecardWords } from '../../../../words/scorecard-pages.js';
import { cyclePath } from '../paths.js';

export type ScorecardView = 'cruscotto' | 'mappa' | 'albero' | 'programmi' | 'obiettivi-individuali' | 'valutazioni';

const VIEWS: readonly (readonly [ScorecardView, string])[] = [
  ['cruscotto', scorecardWords.views.scorecard],
  ['mappa', scorecardWords.views.map],
  ['albero', scorecardWords.views.tree],
  ['programmi', scorecardWords.views.programmes],
  ['obiettivi-individuali', scorecardWords.views.individual],
  ['valutazioni', scorecardWords.views.evaluations],
];

/** The pages that show the same plan from other sides. */
export function ScorecardViews({ cycle, current }: { cycle: CycleName; current?: ScorecardView }) {
  return (
    <nav class="ciclo-tabs ciclo-views" aria-label={scorecardWords.views.label}>
      <ul>
        {VIEWS.map(([view, title]) => (
          <li>
            <a href={cyclePath(cycle, `/${view}`)} aria-current={view === current ? 'page' : undefined}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
