import type { Child } from 'hono/jsx';
import type { CycleName } from '../../../register/reading/cycles.js';
import { planningWords } from '../../../words/planning.js';
import type { Frame } from '../kit/frame.js';
import { still } from '../kit/frame.js';
import { cyclePath, RESULTS_PATH, WHAT_IF_PATH } from '../kit/paths.js';
import { PlanningPage } from '../kit/plan-frame.js';
import { type Problem, Problems } from '../kit/refusals.js';

const words = planningWords.whatIf;

interface WhatIfPageProps {
  readonly frame: Frame;
  readonly cycle: CycleName;
  readonly view: 'dates' | 'results';
  readonly problems: readonly Problem[];
  readonly children?: Child;
}

const PATHS = { dates: WHAT_IF_PATH, results: RESULTS_PATH } as const;

/** A page of hypotheses: everything they are made of is in its address. */
export function WhatIfPage({ frame, cycle, view, problems, children }: WhatIfPageProps) {
  return (
    <PlanningPage frame={still(frame)} cycle={cycle} view="whatIf" title={words.title}>
      <p class="lead">{words.lead}</p>
      <nav class="ciclo-tabs" aria-label={words.views.label}>
        <ul>
          {(['dates', 'results'] as const).map((one) => (
            <li>
              <a href={cyclePath(cycle, PATHS[one])} aria-current={one === view ? 'page' : undefined}>
                {words.views[one]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {problems.length > 0 && <Problems title={words.wrong} of={problems} />}
      {children}
    </PlanningPage>
  );
}
