import type { Handler } from 'hono';
import { cancel } from '../../../acts/cycle/cancel.js';
import { postponeBudget } from '../../../acts/cycle/postpone-budget.js';
import { withdrawPostponement } from '../../../acts/cycle/withdraw-postponement.js';
import { addDays } from '../../../domain/calendar/civil-date.js';
import type { Postponement } from '../../../domain/calendar/postponement.js';
import { romeDate, romeInstant, timeOfDay } from '../../../domain/calendar/zone.js';
import { countUnsettledMails } from '../../../register/mail-reports.js';
import { budgetPostponement } from '../../../register/postponements.js';
import { checkpointNow, type CheckpointNow as Now } from '../../../register/reading/checkpoint-now.js';
import { type CycleSteps, cycleSteps } from '../../../register/reading/cycle-steps.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import { readingsWaiting, type ReadingsWaiting as Waiting } from '../../../register/reading/readings-waiting.js';
import { isLate, type StepView, stepsAwaited, type Upcoming, upcoming } from '../../../register/reading/step-view.js';
import { howManyTroubles, saidAtOnce } from '../../../register/reading/troubles.js';
import type { TroubleRecord } from '../../../register/troubles.js';
import { consoleWords as words } from '../../../words/console.js';
import { postponementWords } from '../../../words/postponement.js';
import { unsettledMailWords as mailWords } from '../../../words/unsettled-mail.js';
import { writingWords } from '../../../words/writing.js';
import { homeCrumbs } from '../kit/crumbs.js';
import { type Frame, frameOf, spokenDay } from '../kit/frame.js';
import { Layout } from '../kit/layout.js';
import { CycleViews } from '../kit/parts/cycle-views.js';
import { ReadingsWaiting } from '../kit/parts/readings-waiting.js';
import { Saved } from '../kit/parts/saved.js';
import { TroublesAlert } from '../kit/parts/troubles-alert.js';
import { bodyPath, cyclePath, DOCUMENTS_PATH, MANAGE_PATH, stepPath, UNSETTLED_MAIL_PATH } from '../kit/paths.js';
import { answer, cycleIdIn, type Site } from '../kit/site.js';
import { allows } from '../kit/viewer.js';
import { Attention } from './attention.js';
import { CheckpointNow } from './checkpoint-now.js';
import { Figures } from './figures.js';
import { Gantt } from './gantt/gantt.js';
import { StepsTable } from './steps-table.js';

const SOON_DAYS = 10;

/** The year at a glance. */
export function cycle({ deps, assets }: Site): Handler {
  return async (c) => {
    const frame = await frameOf(deps, assets, c, cycleIdIn(c));
    const { cycle } = frame;
    if (cycle === undefined) return c.notFound();
    const { db } = deps.register;
    const steers = allows(c, 'steer');
    const [found, waiting, unsettled, stuck, saying, now, postponed] = await Promise.all([
      cycleSteps(db, cycle, frame),
      steers ? readingsWaiting(db, cycle) : undefined,
      allows(c, 'administer') ? countUnsettledMails(db, cycle.entity) : 0,
      allows(c, 'administer') ? howManyTroubles(db, cycle.entity) : 0,
      allows(c, 'administer') ? saidAtOnce(db, cycle) : [],
      steers ? checkpointNow(db, cycle.id, romeInstant(addDays(frame.today, -1), timeOfDay(0))) : undefined,
      budgetPostponement(db, cycle.id),
    ]);
    const { entity, exercise } = cycle;
    // Where nothing counts from the budget's term the calendar refuses another one.
    const followsBudget = steers && deps.calendarOf?.(entity, exercise, { term: `${exercise}-03-31` }).ok === true;
    return answer(
      c,
      <CyclePage
        {...{ frame, cycle, steers, waiting, unsettled, stuck, saying, now, postponed, followsBudget }}
        done={c.req.query('fatto')}
        {...found}
      />,
    );
  };
}

/** What the page shows. */
interface CyclePageProps extends CycleSteps {
  readonly frame: Frame;
  readonly cycle: CycleName;
  /** Whether who reads may act on the steps. */
  readonly steers: boolean;
  readonly waiting: Waiting | undefined;
  /** Mails of the body that wait for a word of who reads; 0 for who has none to say. */
  readonly unsettled: number;
  /** What is stuck in the body; 0 for who cannot mend it. */
  readonly stuck: number;
  /** What of it is said whole. */
  readonly saying: readonly TroubleRecord[];
  /** The checkpoint that collects, for who may steer. */
  readonly now: Now | undefined;
  /** The budget's last day by law, where it was declared. */
  readonly postponed: Postponement | undefined;
  /** Whether a postponement of the budget would date anything again, for who may declare one. */
  readonly followsBudget: boolean;
  /** What who reads has just done. */
  readonly done: string | undefined;
}

function CyclePage(props: CyclePageProps) {
  const { frame, cycle, phases, steps, directory, steers, waiting, unsettled, stuck, saying } = props;
  const title = words.cycle.title(cycle.exercise);
  const hrefOf = (step: Pick<StepView, 'id'>): string => stepPath(cycle, step.id);
  const manageOf = steers ? (step: StepView): string => `${hrefOf(step)}${MANAGE_PATH}` : undefined;
  const byId = new Map(steps.map((s) => [s.id, s]));
  const late = steps.filter(isLate).sort((a, b) => b.lateDays - a.lateDays);
  const begunOn = cycle.openedAt === null ? null : romeDate(cycle.openedAt);
  const notes = sharedSources(steps);
  const soon: readonly Upcoming[] = upcoming(steps, frame.today, SOON_DAYS).filter((u) => !isLate(u.step));
  return (
    <Layout frame={frame} title={title} section="year" crumbs={homeCrumbs(frame)}>
      <div class="ciclo-title">
        <h1>{title}</h1>
        <p>
          {`${cycle.entityName}. ${words.cycle.status[cycle.status]}. ${words.cycle.today(spokenDay(frame.today))}`}
        </p>
      </div>
      <Saved text={props.done} />
      <CycleViews frame={frame} cycle={cycle} view="year" />
      {props.postponed !== undefined && <p>{postponementWords.standing(props.postponed.term, props.postponed.norm)}</p>}
      <TroublesAlert entity={cycle.entity} count={stuck} saying={saying} />
      {unsettled > 0 && (
        <div class="alert alert-warning">
          <p>
            {`${mailWords.onYear(unsettled)}. `}
            <a href={bodyPath(cycle.entity, UNSETTLED_MAIL_PATH)}>{mailWords.onYearLink}</a>
          </p>
        </div>
      )}
      {steps.length === 0 ? (
        <p class="lead">{words.cycle.empty}</p>
      ) : (
        <>
          <ReadingsWaiting cycle={cycle} waiting={waiting} />
          <CheckpointNow {...{ frame, cycle, directory, steps }} now={props.now} />
          <Figures assets={frame.assets} steps={steps} />
          <Attention {...{ assets: frame.assets, late, begunOn, soon, directory, hrefOf, manageOf }} />
          <p>
            <a href={cyclePath(cycle, DOCUMENTS_PATH)}>{writingWords.ofCycle}</a>
          </p>
          <section aria-labelledby="calendario">
            <h2 id="calendario">{words.cycle.ganttTitle}</h2>
            <Gantt exercise={cycle.exercise} today={frame.today} phases={phases} steps={steps} hrefOf={hrefOf} />
          </section>
          <section aria-labelledby="attivita">
            <h2 id="attivita">{words.cycle.stepsTitle}</h2>
            <StepsTable
              {...{ assets: frame.assets, exercise: cycle.exercise, phases, steps, directory, hrefOf }}
              unmet={(step) => stepsAwaited(step, byId)}
              noteOf={(citation) => (notes.includes(citation) ? notes.indexOf(citation) + 1 : undefined)}
            />
            {notes.length > 0 && (
              <>
                <h3>{words.cycle.sources}</h3>
                <ol class="ciclo-notes">
                  {notes.map((citation, index) => (
                    <li id={`fonte-${index + 1}`}>{citation}</li>
                  ))}
                </ol>
              </>
            )}
          </section>
        </>
      )}
      {steers && cycle.status === 'running' && <Orders {...props} />}
    </Layout>
  );
}

/** What controllo di gestione may order of the whole cycle. */
function Orders({ cycle, postponed, followsBudget }: CyclePageProps) {
  const orders = [
    ...(followsBudget ? [postponeBudget] : []),
    ...(postponed === undefined ? [] : [withdrawPostponement]),
    cancel,
  ];
  return (
    <ul>
      {orders.map(({ path, words: { title } }) => (
        <li>
          <a href={cyclePath(cycle, `/${path}`)}>{title}</a>
        </li>
      ))}
    </ul>
  );
}

/** Citations of the body's own terms, in order: many steps share one, and each row repeating it would hide the laws. */
const sharedSources = (steps: readonly StepView[]): readonly string[] => [
  ...new Set(steps.filter((s) => s.planned.norm.force === 'body').map((s) => s.planned.norm.citation)),
];
