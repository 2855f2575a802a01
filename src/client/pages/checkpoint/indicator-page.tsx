import { measureBySurvey } from '../../../acts/voices/measure-by-survey.js';
import type { BodyProfile } from '../../../domain/follow-up.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import type { Directory } from '../../../register/reading/directory.js';
import type { GivenTo, IndicatorAtCheckpoint, SentValue } from '../../../register/reading/indicator.js';
import type { FollowedAction } from '../../../register/reading/indicator-actions.js';
import type { PlanShown } from '../../../register/reading/plan.js';
import type { StepRemark } from '../../../register/step-remarks.js';
import type { SurveyedIndicator } from '../../../register/surveys.js';
import { consoleWords } from '../../../words/console.js';
import { planningWords } from '../../../words/planning.js';
import { scorecardWords } from '../../../words/scorecard-pages.js';
import { steeringWords } from '../../../words/steering.js';
import { stepRemarkWords } from '../../../words/step-remarks.js';
import { surveyWords } from '../../../words/surveys.js';
import { LineChart } from '../kit/charts/line-chart.js';
import { cycleCrumb } from '../kit/crumbs.js';
import type { Frame } from '../kit/frame.js';
import { Layout } from '../kit/layout.js';
import type { PlanPlace } from '../kit/model/plan-places.js';
import { LEAST_SPAN, type Trends } from '../kit/model/trend.js';
import { Saved } from '../kit/parts/saved.js';
import { StepRemarks } from '../kit/parts/step-remarks.js';
import { bodyPath, cyclePath, indicatorPath, RESULTS_PATH, SURVEYS_PATH, stepPath } from '../kit/paths.js';
import { IndicatorActions } from './indicator-actions.js';
import { IndicatorCheckpoints } from './indicator-checkpoints.js';
import { IndicatorFacts, IndicatorTargets } from './indicator-facts.js';
import { IndicatorHistory } from './indicator-history.js';
import { type Neighbours, Pager } from './indicator-pager.js';
import { IndicatorRemarks } from './indicator-remarks.js';
import { OVERRIDE_PATH } from './override.js';

const words = scorecardWords.indicator;

/** What the page of an indicator shows. */
interface IndicatorPageProps {
  readonly frame: Frame;
  readonly cycle: CycleName;
  readonly shown: PlanShown;
  readonly place: PlanPlace;
  readonly checkpoints: readonly IndicatorAtCheckpoint[];
  readonly values: readonly SentValue[];
  readonly directory: Directory;
  readonly profile: BodyProfile | undefined;
  readonly trends: Trends;
  readonly around: Neighbours;
  readonly actions: readonly FollowedAction[];
  /** Whether who reads checks the values, and may open the files behind them. */
  readonly opensFiles: boolean;
  /** Whether who reads may override the result. */
  readonly steers: boolean;
  /** The question of a survey that measures it. */
  readonly surveyed: SurveyedIndicator | undefined;
  /** To whom who answers for it has given it. */
  readonly delegated: readonly GivenTo[];
  /** What colleagues say of it, and whether who reads has part in it. */
  readonly colleagues: readonly StepRemark[];
  readonly speaks: boolean;
  readonly done: string | undefined;
}

/** Everything on record about one indicator. */
export function IndicatorPage(props: IndicatorPageProps) {
  const { frame, cycle, place, checkpoints, values, directory, trends } = props;
  const { assets } = frame;
  const { indicator } = place;
  const [parent, parentTitle] =
    place.kind === 'individual'
      ? ['/obiettivi-individuali', scorecardWords.individual.title(cycle.exercise)]
      : place.kind === 'sheet'
        ? ['/programmi', scorecardWords.programmes.title(cycle.exercise)]
        : ['/cruscotto', consoleWords.scorecard.title(cycle.exercise)];
  const points = trends.get(indicator.code) ?? [];
  return (
    <Layout
      frame={frame}
      title={words.title(indicator.code)}
      section="scorecard"
      crumbs={[cycleCrumb(cycle), { title: parentTitle, href: cyclePath(cycle, parent) }]}
    >
      <div class="ciclo-title">
        <p class="ciclo-overline">{words.title(indicator.code)}</p>
        <h1 class="ciclo-long-title">{indicator.name}</h1>
        {props.steers && <ActLinks {...{ cycle, place }} computed={checkpoints.length > 0} />}
      </div>
      <Saved text={props.done} />
      {props.surveyed !== undefined && (
        <p>
          {`${surveyWords.measuredBy(props.surveyed.survey.title, props.surveyed.question.text)} `}
          <a href={bodyPath(cycle.entity, `${SURVEYS_PATH}/${props.surveyed.survey.id}`)}>{surveyWords.seeIt}</a>
        </p>
      )}
      <div class="ciclo-columns">
        <IndicatorFacts {...{ place, directory, cycle }} shown={props.shown} delegated={props.delegated} />
        <IndicatorTargets indicator={indicator} directory={directory} />
      </div>
      <IndicatorCheckpoints
        {...{ assets, checkpoints, values, directory }}
        fileHref={
          props.opensFiles
            ? (checkpoint, hash) => `${stepPath(cycle, checkpoint)}/evidenze/${encodeURIComponent(hash)}`
            : undefined
        }
      />
      {points.length > 1 && (
        <section aria-labelledby="andamento">
          <h2 id="andamento">{words.trend}</h2>
          <div class="ciclo-charts">
            <LineChart atLeast={LEAST_SPAN} title={words.achievement} own={{ title: words.achievement, points }} />
          </div>
        </section>
      )}
      <IndicatorActions {...{ assets, cycle, directory }} actions={props.actions} today={frame.today} />
      <IndicatorRemarks values={values} checkpoints={checkpoints} directory={directory} />
      {place.kind !== 'individual' && (
        <StepRemarks
          {...{ cycle, directory }}
          remarks={props.colleagues}
          speaks={props.speaks}
          step={checkpoints.at(-1)?.checkpoint}
          none={stepRemarkWords.noneOfIndicator}
        />
      )}
      <IndicatorHistory {...{ assets, cycle, place }} profile={props.profile} />
      <Pager {...{ assets, cycle }} around={props.around} />
    </Layout>
  );
}

interface ActLinksProps {
  readonly cycle: CycleName;
  readonly place: PlanPlace;
  /** Whether there is a result that another could be tried in place of. */
  readonly computed: boolean;
}

/** What controllo di gestione may do to an indicator. */
function ActLinks({ cycle, place, computed }: ActLinksProps) {
  const at = indicatorPath(cycle, place.indicator.code);
  return (
    <p class="ciclo-manage">
      <a class="btn btn-outline-primary" href={`${at}${OVERRIDE_PATH}`}>
        {steeringWords.override.link}
      </a>
      {place.kind !== 'individual' && (
        <a class="btn btn-outline-primary" href={`${at}/${measureBySurvey.path}`}>
          {surveyWords.link}
        </a>
      )}
      {computed && (
        <a
          class="btn btn-outline-primary"
          href={cyclePath(cycle, `${RESULTS_PATH}?indicatore=${encodeURIComponent(place.indicator.code)}`)}
        >
          {planningWords.whatIf.tryResult}
        </a>
      )}
    </p>
  );
}
