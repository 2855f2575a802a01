import type { Context, Handler } from 'hono';
import { mayReadIndividual } from '../../../access/individual.js';
import { measureBySurvey } from '../../../acts/voices/measure-by-survey.js';
import { officeRole, STEERING } from '../../../domain/entity.js';
import type { BodyProfile } from '../../../domain/follow-up.js';
import type { Db } from '../../../register/database.js';
import { inOwnRight } from '../../../register/people.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import type { Directory } from '../../../register/reading/directory.js';
import { directoryOf } from '../../../register/reading/directory-of.js';
import {
  delegatedOnDay,
  type GivenTo,
  type IndicatorAtCheckpoint,
  indicatorCheckpoints,
  type SentValue,
  sentValues,
} from '../../../register/reading/indicator.js';
import { type FollowedAction, indicatorActions } from '../../../register/reading/indicator-actions.js';
import { type PlanShown, planShown } from '../../../register/reading/plan.js';
import { trendRows } from '../../../register/reading/trend.js';
import { profileToday } from '../../../register/series-values.js';
import { type StepRemark, stepRemarksOf } from '../../../register/step-remarks.js';
import { type SurveyedIndicator, surveyedIndicators } from '../../../register/surveys.js';
import { consoleWords } from '../../../words/console.js';
import { planningWords } from '../../../words/planning.js';
import { scorecardWords } from '../../../words/scorecard-pages.js';
import { steeringWords } from '../../../words/steering.js';
import { stepRemarkWords } from '../../../words/step-remarks.js';
import { surveyWords } from '../../../words/surveys.js';
import { LineChart } from '../kit/charts/line-chart.js';
import { cycleCrumb } from '../kit/crumbs.js';
import { type Frame, frameOf } from '../kit/frame.js';
import { Layout } from '../kit/layout.js';
import { seriesOf } from '../kit/model/benchmark.js';
import { type PlanPlace, placesOf } from '../kit/model/plan-places.js';
import { LEAST_SPAN, type Trends, trendsOf } from '../kit/model/trend.js';
import { Icon } from '../kit/parts/icon.js';
import { Saved } from '../kit/parts/saved.js';
import { SeriesTables } from '../kit/parts/series-tables.js';
import { StepRemarks } from '../kit/parts/step-remarks.js';
import { bodyPath, cyclePath, indicatorPath, RESULTS_PATH, SURVEYS_PATH, stepPath } from '../kit/paths.js';
import { answer, cycleIdIn, type Site } from '../kit/site.js';
import { allows } from '../kit/viewer.js';
import { IndicatorActions } from './indicator-actions.js';
import { IndicatorCheckpoints } from './indicator-checkpoints.js';
import { IndicatorFacts, IndicatorTargets } from './indicator-facts.js';
import { IndicatorRemarks } from './indicator-remarks.js';
import { OVERRIDE_PATH } from './override.js';

const words = scorecardWords.indicator;

/** Everything on record about one indicator; of an individual objective only for who may see it. */
export function indicator({ deps, assets }: Site): Handler {
  return async (c) => {
    const frame = await frameOf(deps, assets, c, cycleIdIn(c));
    const { cycle } = frame;
    const code = c.req.param('code');
    if (cycle === undefined || code === undefined) return c.notFound();
    const { db } = deps.register;
    const shown = await planShown(db, cycle.entity, cycle.exercise);
    const places = shown === undefined ? [] : placesOf(shown.plan);
    const place = places.find((p) => p.indicator.code === code);
    if (shown === undefined || place === undefined) return c.notFound();
    if (place.kind === 'individual' && !(await maySee(c, db, place.objective.role, frame))) return c.notFound();
    const [checkpoints, values, directory, profile, rows, actions, surveyed, remarks] = await Promise.all([
      indicatorCheckpoints(db, cycle.id, code),
      sentValues(db, cycle.id, code),
      directoryOf(db, cycle.entity, frame.today),
      profileToday(db, cycle.entity),
      trendRows(db, cycle.entity, cycle.exercise, code),
      indicatorActions(db, cycle, code),
      surveyedIndicators(db, cycle.entity, cycle.exercise),
      stepRemarksOf(db, cycle.id, { indicator: code }),
    ]);
    const trends = trendsOf(rows, cycle.exercise, scorecardWords.table.notComputed);
    return answer(
      c,
      <IndicatorPage
        {...{ frame, cycle, shown, place, checkpoints, values, directory, profile, trends, actions }}
        around={neighbours(places, place)}
        delegated={delegatedOnDay(checkpoints, frame.today)}
        colleagues={remarks}
        speaks={speaks(c, place)}
        opensFiles={allows(c, 'steer') || allows(c, 'read-individual')}
        steers={allows(c, 'steer')}
        surveyed={surveyed.find((one) => one.indicator === code)}
        done={c.req.query('fatto')}
      />,
    );
  };
}

/** Whether who asks has part in what colleagues say of it: its office, or controllo di gestione. */
function speaks(c: Context, { indicator: { office } }: PlanPlace): boolean {
  const roles = [STEERING, ...(office === undefined ? [] : [officeRole(office)])];
  return c.get('standing')?.capacities.some(({ role }) => roles.includes(role)) ?? false;
}

/** Whether who asks may see the individual results of a role's holders. */
async function maySee(c: Context, db: Db, role: string, frame: Frame): Promise<boolean> {
  const standing = c.get('standing');
  if (standing === undefined) return false;
  const holders = await inOwnRight(db, standing.person.entity, role, frame.today);
  const allowed = await Promise.all(holders.map((person) => mayReadIndividual(db, standing, person)));
  return allowed.length > 0 && allowed.every(Boolean);
}

/** What the page shows. */
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

function IndicatorPage(props: IndicatorPageProps) {
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
        {props.steers && (
          <p class="ciclo-manage">
            <a class="btn btn-outline-primary" href={`${indicatorPath(cycle, indicator.code)}${OVERRIDE_PATH}`}>
              {steeringWords.override.link}
            </a>
            {place.kind !== 'individual' && (
              <a
                class="btn btn-outline-primary"
                href={`${indicatorPath(cycle, indicator.code)}/${measureBySurvey.path}`}
              >
                {surveyWords.link}
              </a>
            )}
            {checkpoints.length > 0 && (
              <a
                class="btn btn-outline-primary"
                href={cyclePath(cycle, `${RESULTS_PATH}?indicatore=${encodeURIComponent(indicator.code)}`)}
              >
                {planningWords.whatIf.tryResult}
              </a>
            )}
          </p>
        )}
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
      <History {...props} />
      <Pager {...props} />
    </Layout>
  );
}

/** Past years: the cells of the plan, and the series that observes the same measure. */
function History({ place, profile, frame, cycle }: IndicatorPageProps) {
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
          assets={frame.assets}
          entity={{ id: cycle.entity, title: cycle.entityName }}
          tables={[{ ...observed.table, title: words.historyOf(observed.row.name), rows: [observed.row] }]}
          level={3}
        />
      )}
    </section>
  );
}

interface Neighbours {
  readonly previous: PlanPlace | undefined;
  readonly next: PlanPlace | undefined;
}

/** Those before and after of the same kind: from a page anybody may open one does not come to a private one. */
function neighbours(places: readonly PlanPlace[], place: PlanPlace): Neighbours {
  const same = places.filter((p) => p.kind === place.kind);
  const at = same.indexOf(place);
  return { previous: same[at - 1], next: same[at + 1] };
}

function Pager({ frame, cycle, around: { previous, next } }: IndicatorPageProps) {
  return (
    <nav class="ciclo-pager" aria-label={words.pager}>
      {previous !== undefined && (
        <a href={indicatorPath(cycle, previous.indicator.code)}>
          <Icon assets={frame.assets} name="it-arrow-left" />
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
          <Icon assets={frame.assets} name="it-arrow-right" />
        </a>
      )}
    </nav>
  );
}
