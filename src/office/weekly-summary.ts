import { cyclePath, indicatorPath, readingsPath, stepPath } from '../access/cycle-path.js';
import { addDays } from '../domain/calendar/civil-date.js';
import type { CivilDate } from '../domain/calendar/types.js';
import { workingDays } from '../domain/calendar/working-days.js';
import { STEERING } from '../domain/entity.js';
import { type ReminderDay, reminderDay } from '../domain/follow-up.js';
import type { CycleStanding, CycleSummary, SummaryStep } from '../mail/message.js';
import { frozenIndicators } from '../register/checkpoints.js';
import { listCycles } from '../register/cycles.js';
import type { Db } from '../register/database.js';
import { entityOf } from '../register/entities.js';
import { missingIndicators } from '../register/measurements.js';
import { withdrawNotices } from '../register/notice-withdrawals.js';
import { type NewNotice, noticeKey, planNotices } from '../register/notices.js';
import { type Holder, holdersOf, titlesOf } from '../register/people.js';
import { awaitedOffices } from '../register/reading/awaited-offices.js';
import { individualIndicators } from '../register/reading/checkpoint.js';
import { latestResults } from '../register/reading/latest-results.js';
import { isAnyPlanned } from '../register/reading/notices.js';
import { readingsWaiting } from '../register/reading/readings-waiting.js';
import { type RunningCycle, runningCycles } from '../register/reading/running-cycles.js';
import { type StepRecord, stepsOf } from '../register/steps.js';
import { documentWords } from '../words/documents.js';
import { forecastWords } from '../words/forecast.js';
import { italianPercent } from '../words/format.js';
import { actualText } from '../words/measure.js';
import { summaryMailWords as words } from '../words/summary-mail.js';
import { forEachDue, type Round } from './each-due.js';

/** Where in the ledger these notices stand: they are about no step of the cycle. */
export const SUMMARY_STEP = 'riepilogo';
/** What they are in the ledger. */
export const SUMMARY_KIND = 'cycle-summary';

/** What is due within so many days is told. */
const DAYS_AHEAD = 14;

type Post = { readonly domain: string; readonly consoleUrl: string };
type Standing = Pick<CycleSummary, 'late' | 'due' | 'red' | 'unsent' | 'unconfirmed'>;
type RunningExercise = Pick<RunningCycle, 'id' | 'entity' | 'exercise'>;

/**
 * Puts in the ledger, on the first working day of a week at the hour of the body's reminders, how all its running cycles stand: one
 * mail to who heads the body and one to each who steers its cycle. A week in which nothing is late, near, red, unsent or
 * unconfirmed has none. Idempotent: the key has the day and the person, and one of an earlier week that never left is withdrawn.
 */
export async function planWeeklySummaries(db: Db, post: Post, round: Round): Promise<void> {
  await forEachDue(
    SUMMARY_KIND,
    await runningCycles(db),
    round,
    (cycle) => reminderDay(round.now, cycle.notices, workingDays(cycle.patronSaint), round.hours),
    (cycle, day) => planFor(db, post, cycle, day),
  );
}

async function planFor(db: Db, post: Post, cycle: RunningCycle, { on, at }: ReminderDay): Promise<void> {
  const recipients = await recipientsOf(db, cycle.entity, on);
  const named = recipients.map((to) => ({
    ...{ cycle: cycle.id, step: SUMMARY_STEP, kind: SUMMARY_KIND, on, person: to.id, occasion: 'settimana' },
    to,
  }));
  if (named.length === 0 || (await isAnyPlanned(db, named.map(noticeKey)))) return;
  const running = (await listCycles(db, cycle.entity)).filter(({ status }) => status === 'running');
  const found: (Standing & { readonly cycle: CycleStanding })[] = [];
  const titles = await titlesOf(db, cycle.entity);
  for (const one of running.toReversed()) found.push(await standingOf(db, post.consoleUrl, one, on, titles));
  const all = <K extends keyof Standing>(key: K) => found.flatMap((one): readonly Standing[K][number][] => one[key]);
  const standing = {
    ...{ late: all('late'), due: all('due'), red: all('red'), unsent: all('unsent'), unconfirmed: all('unconfirmed') },
  };
  if (Object.values(standing).every((list) => list.length === 0)) return;
  const notices = named.map(({ to, ...name }): NewNotice => {
    const message: CycleSummary = {
      kind: SUMMARY_KIND,
      entity: { id: cycle.entity, name: cycle.name },
      exercise: cycle.exercise,
      recipient: to.name,
      simulated: cycle.simulated,
      ...{ at, on, link: `${post.consoleUrl}${cyclePath(cycle)}` },
      cycles: found.map((one) => one.cycle),
      ...standing,
    };
    return {
      ...name,
      actingFor: to.actingFor,
      to: { name: to.name, address: to.email },
      message,
      simulated: cycle.simulated,
      dueAt: at,
    };
  });
  await withdrawNotices(db, { cycle: cycle.id, step: SUMMARY_STEP }, words.stale, on);
  await planNotices(db, notices, post.domain);
}

/** Who heads the body and who steers its cycle, each once. */
async function recipientsOf(db: Db, entity: string, on: CivilDate): Promise<readonly Holder[]> {
  const head = (await entityOf(db, entity))?.head;
  const roles = [...(head === undefined ? [] : [head]), STEERING];
  const holders = (await Promise.all(roles.map((role) => holdersOf(db, entity, role, on)))).flat();
  return [...new Map(holders.map((one) => [one.id, one])).values()];
}

async function standingOf(
  db: Db,
  consoleUrl: string,
  cycle: RunningExercise,
  on: CivilDate,
  titles: ReadonlyMap<string, string>,
): Promise<Standing & { readonly cycle: CycleStanding }> {
  const { exercise } = cycle;
  const [steps, awaited] = await Promise.all([stepsOf(db, cycle.id), awaitedOffices(db, cycle.id)]);
  const ahead = addDays(on, DAYS_AHEAD);
  const pending = steps.filter(({ status }) => status !== 'done' && status !== 'cancelled');
  const told = (step: StepRecord): SummaryStep => ({
    ...{ title: step.planned.title, exercise, dueOn: step.dueOn },
    waitingFor: (awaited.get(step.id) ?? (step.waitingFor.length > 0 ? step.waitingFor : step.planned.owners)).map(
      (role) => titles.get(role) ?? role,
    ),
    link: `${consoleUrl}${stepPath(cycle, step.id)}`,
  });
  const { red, ...results } = await resultsOf(db, consoleUrl, cycle);
  const waiting = await readingsWaiting(db, { ...cycle, status: 'running' });
  return {
    cycle: {
      ...{ exercise, done: steps.filter(({ status }) => status === 'done').length, total: steps.length },
      ...results,
    },
    late: pending.filter(({ dueOn }) => dueOn < on).map(told),
    due: pending.filter(({ dueOn }) => dueOn >= on && dueOn <= ahead).map(told),
    red,
    unsent: await unsentOf(db, consoleUrl, cycle, steps, awaited, titles),
    unconfirmed:
      waiting === undefined ? [] : [{ exercise, count: waiting.count, link: `${consoleUrl}${readingsPath(cycle)}` }],
  };
}

/** What open checkpoints still lack. */
async function unsentOf(
  db: Db,
  consoleUrl: string,
  cycle: RunningExercise,
  steps: readonly StepRecord[],
  awaited: ReadonlyMap<string, readonly string[]>,
  titles: ReadonlyMap<string, string>,
): Promise<Standing['unsent']> {
  return await Promise.all(
    steps
      .filter(({ id }) => awaited.has(id))
      .map(async ({ id, planned, dueOn }) => ({
        ...{ title: planned.title, exercise: cycle.exercise, dueOn },
        missing: (await missingIndicators(db, { cycle: cycle.id, checkpoint: id })).length,
        offices: (awaited.get(id) ?? []).map((office) => titles.get(office) ?? office),
        link: `${consoleUrl}${stepPath(cycle, id)}`,
      })),
  );
}

/** What the latest results say: what the body has reached, and what is far from its target or on course to be. Nothing of persons. */
async function resultsOf(
  db: Db,
  consoleUrl: string,
  cycle: RunningExercise,
): Promise<Pick<CycleStanding, 'achievement'> & Pick<Standing, 'red'>> {
  const latest = await latestResults(db, cycle.id);
  if (latest === undefined) return { red: [] };
  const { assessment, checkpoint } = latest;
  const ref = { cycle: cycle.id, checkpoint: checkpoint.checkpoint };
  const [frozen, individual] = await Promise.all([
    frozenIndicators(db, ref),
    individualIndicators(db, cycle.entity, cycle.exercise, assessment.planVersion),
  ]);
  const results = new Map(assessment.indicators.map((one) => [one.indicator, one]));
  const forecasts = new Map(assessment.forecasts.map((one) => [one.indicator, one]));
  const decided = new Set(assessment.overrides.map(({ override }) => override.indicator));
  const root = assessment.rollups.find(({ node }) => node === 'entity');
  return {
    achievement:
      root?.achievement !== undefined
        ? {
            value: italianPercent(root.achievement),
            coverage: italianPercent(root.coverage),
            checkpoint: checkpoint.title,
          }
        : undefined,
    red: frozen.flatMap(({ indicator, name, unit }) => {
      const [result, forecast] = [results.get(indicator), forecasts.get(indicator)];
      if (individual.has(indicator) || decided.has(indicator) || result === undefined) return [];
      if (result.light !== 'red' && forecast?.light !== 'red') return [];
      const reached = result.achievement === undefined ? forecastWords.none : italianPercent(result.achievement);
      return [
        {
          ...{ name, code: indicator, exercise: cycle.exercise, found: words.found(reached, checkpoint.title) },
          forecast:
            forecast !== undefined
              ? forecastWords.said(
                  actualText({ kind: 'number', value: forecast.value }, unit),
                  forecast.achievement === undefined ? forecastWords.none : italianPercent(forecast.achievement),
                  `${documentWords.traffic[forecast.light]}; ${forecastWords.ways(forecast.how)}`,
                )
              : undefined,
          link: `${consoleUrl}${indicatorPath(cycle, indicator)}`,
        },
      ];
    }),
  };
}
