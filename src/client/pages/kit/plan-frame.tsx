import type { Child } from 'hono/jsx';
import type { Finding } from '../../../domain/findings/finding.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import { planningWords as words } from '../../../words/planning.js';
import type { Assets } from './assets.js';
import { cycleCrumb } from './crumbs.js';
import type { Frame } from './frame.js';
import { type Crumb, Layout } from './layout.js';
import { type CycleView, CycleViews } from './parts/cycle-views.js';
import { Icon, type IconName } from './parts/icon.js';
import { Saved } from './parts/saved.js';
import type { Problem } from './refusals.js';
import { Problems } from './refusals.js';

interface PlanningPageProps {
  readonly frame: Frame;
  readonly cycle: CycleName;
  /** The plan, or what is looked at beside the year: hypotheses, the log. */
  readonly view: 'plan' | Exclude<CycleView, 'year'>;
  readonly title: string;
  /** Above the title, on pages under the one of the view. */
  readonly overline?: string;
  readonly under?: readonly Crumb[];
  readonly problems?: readonly Problem[];
  readonly done?: string | undefined;
  readonly children?: Child;
}

/** A page about the plan, hypotheses or the log: title, the views beside it, what was done or must be corrected. */
export function PlanningPage(props: PlanningPageProps) {
  const { frame, cycle, view, title, overline, under = [], problems = [], done, children } = props;
  return (
    <Layout
      frame={frame}
      title={title}
      section={view === 'plan' ? 'plan' : 'year'}
      crumbs={[cycleCrumb(cycle), ...under]}
    >
      <div class="ciclo-title">
        {overline !== undefined && <p class="ciclo-overline">{overline}</p>}
        <h1 class={under.length === 0 ? undefined : 'ciclo-long-title'}>{title}</h1>
      </div>
      {view !== 'plan' && <CycleViews frame={frame} cycle={cycle} view={view} />}
      <Saved text={done} />
      {problems.length > 0 && <Problems title={words.form.errors} of={problems} />}
      {children}
    </Layout>
  );
}

const ICONS: Readonly<Record<Finding['severity'], IconName>> = {
  error: 'it-close-circle',
  warning: 'it-warning-circle',
  info: 'it-info-circle',
};
const TAGS: Readonly<Record<Finding['severity'], string>> = {
  error: 'ciclo-light-red',
  warning: 'ciclo-light-yellow',
  info: 'ciclo-light-none',
};

/** Findings on one thing: how much each matters by a word and a shape, then the fact. */
export function Findings({ assets, findings }: { assets: Assets; findings: readonly Finding[] | undefined }) {
  if (findings === undefined || findings.length === 0) return null;
  return (
    <ul class="ciclo-findings">
      {findings.map((finding) => (
        <li>
          <span class={`ciclo-tag ${TAGS[finding.severity]}`}>
            <Icon assets={assets} name={ICONS[finding.severity]} size="xs" />
            {words.severity[finding.severity]}
          </span>
          <span>{finding.fact}</span>
        </li>
      ))}
    </ul>
  );
}
