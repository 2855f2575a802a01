import type { Child } from 'hono/jsx';
import { planningWords } from '../../../words/planning.js';
import { PlanningPage } from '../kit/plan-frame.js';
import type { Problem } from '../kit/refusals.js';
import { type PlanPageData, planCrumbs } from './page-data.js';

interface PlanSubpageProps {
  readonly data: PlanPageData;
  readonly title: string;
  readonly problems?: readonly Problem[];
  readonly done?: string | undefined;
  readonly children?: Child;
}

/** A page right below the plan's own: its name stands above the title, and the way back leads there. */
export function PlanSubpage({ data, title, problems, done, children }: PlanSubpageProps) {
  const { frame, cycle } = data;
  return (
    <PlanningPage
      {...{ frame, cycle, title, problems, done }}
      view="plan"
      overline={planningWords.title(cycle.exercise)}
      under={planCrumbs(data)}
    >
      {children}
    </PlanningPage>
  );
}
