import { createHash } from 'node:crypto';
import { evaluationsPath, passagePath } from '../access/evaluation-path.js';
import type { CivilDate, Instant } from '../domain/calendar/types.js';
import { workingDays } from '../domain/calendar/working-days.js';
import { romeDate } from '../domain/calendar/zone.js';
import { STEERING } from '../domain/entity.js';
import { mailingDay } from '../domain/follow-up.js';
import {
  type Ask,
  type AskedDays,
  asksOf,
  type GoalSteps,
  momentOf,
  proposalsAsked,
} from '../domain/individual/asks.js';
import { evaluatorRole, ownRole, personIn } from '../domain/individual/own-role.js';
import type { SheetGoal } from '../domain/individual/sheet-goal.js';
import { type PartRoles, roleOfPart } from '../domain/individual/stages.js';
import type { IndividualRules, SheetEvaluator } from '../domain/individual/types.js';
import { whoStandsInFor } from '../domain/who-acts.js';
import type { EvaluationAsk, EvaluationAsked } from '../mail/message.js';
import type { Db } from '../register/database.js';
import type { Holders } from '../register/holders.js';
import { withdrawNotices } from '../register/notice-withdrawals.js';
import { type NewNotice, planNotices } from '../register/notices.js';
import type { Holder } from '../register/people.js';
import {
  type EvaluatingCycle,
  type EvaluationFacts,
  evaluatingCycles,
  evaluationFacts,
  type Told,
  toldIn,
} from '../register/reading/evaluating-cycles.js';
import { withoutSheet } from '../register/reading/people-to-evaluate.js';
import type { StepRecord } from '../register/steps.js';
import { evaluationMailWords } from '../words/evaluation-mail.js';
import { forEachDueReading, type Round } from './each-due.js';

/** Where in the ledger these notices stand: they are about people's sheets, not about a step. */
export const EVALUATION_STEP = 'valutazioni';
export const EVALUATION_NOTICES = ['evaluation'] as const;

/** Something to be told to whoever acts as a role. */
interface Due {
  readonly ask: Ask;
  readonly key: string;
  readonly role: string;
  /** Whose sheet it is: they are never asked to judge it. */
  readonly evaluated?: string;
  readonly sheet?: number;
  readonly toPropose?: number;
}

/**
 * Puts in the ledger what waits for somebody in the evaluation of people, on a working day within the hours of the policy: one mail to
 * each person with all that is new since the last, each thing with the way to its form. What was told, and when, is in the ledger: who
 * asks again a minute later tells nothing twice. Mails of an earlier day that never left are withdrawn, and what they said is said anew.
 */
export async function planEvaluationNotices(
  db: Db,
  post: { readonly domain: string; readonly consoleUrl: string },
  round: Round,
): Promise<readonly string[]> {
  const planned: string[] = [];
  await forEachDueReading(
    'evaluation',
    await evaluatingCycles(db),
    round,
    (cycle) => mailingDay(round.now, cycle.notices, workingDays(cycle.patronSaint), round.hours),
    async (cycles) => {
      const factsOf = await evaluationFacts(db, cycles, EVALUATION_STEP, romeDate(round.now));
      return async (cycle, { on }) => {
        planned.push(...(await planFor(db, post, cycle, factsOf(cycle), on, round.now)));
      };
    },
  );
  return planned;
}

async function planFor(
  db: Db,
  post: { readonly domain: string; readonly consoleUrl: string },
  cycle: EvaluatingCycle,
  facts: EvaluationFacts,
  on: CivilDate,
  now: Instant,
): Promise<readonly string[]> {
  const rules = cycle.policy.individual;
  const due = rules === undefined ? [] : dueIn(cycle, facts, rules, on);
  if (due.length === 0) return [];
  const days = workingDays(cycle.patronSaint);
  const { asks } = facts.told.stale ? await withoutStale(db, cycle.id, on) : facts.told;
  const people = new Map<string, { readonly to: Holder; readonly items: EvaluationAsk[] }>();
  for (const one of due) {
    for (const to of recipients(facts.acting, one)) {
      const moment = momentOf(one.ask, asks.get(to.id)?.get(one.key), { now, policy: cycle.notices, days });
      if (moment === undefined) continue;
      const own = people.get(to.id) ?? { to, items: [] };
      people.set(to.id, own);
      own.items.push({ ...itemOf(one, moment), link: `${post.consoleUrl}${pathOf(cycle, one)}` });
    }
  }
  const notices = [...people.values()].map(({ to, items }) => noticeTo(to, items, cycle, post.consoleUrl, on, now));
  return await planNotices(db, notices, post.domain);
}

/** What was told, once what never left of earlier days is withdrawn: something of it may have left meanwhile. */
async function withoutStale(db: Db, cycle: string, on: CivilDate): Promise<Told> {
  await withdrawNotices(db, { cycle, step: EVALUATION_STEP }, evaluationMailWords.stale, on);
  return await toldIn(db, cycle, EVALUATION_STEP, on);
}

/** Everything that is asked today of the sheets of a cycle, and of who has none. */
function dueIn(
  cycle: EvaluatingCycle,
  facts: EvaluationFacts,
  rules: IndividualRules,
  today: CivilDate,
): readonly Due[] {
  const { sheets, recorders } = facts;
  const steps = goalSteps(facts.steps);
  const asked = sheets.flatMap((sheet): readonly Due[] => {
    const group = rules.groups.find(({ id }) => id === sheet.group);
    if (group === undefined) return [];
    const roles: PartRoles = {
      person: ownRole(sheet.person),
      evaluator: roleOf(sheet.evaluator),
      steering: STEERING,
      actsFor: (role) => recorders.get(role) ?? role,
    };
    return asksOf(sheet, group.terms, steps, today).flatMap((ask): readonly Due[] => {
      const role = roleOfPart(ask.by, group, roles);
      const key = `${sheet.id}/${ask.passage}/${ask.since}`;
      return role === undefined ? [] : [{ ask, key, role, evaluated: sheet.person, sheet: sheet.id }];
    });
  });
  return [...asked, ...proposals(cycle, facts, rules, steps)];
}

/** Who has sheets to propose is told of all of them at once. */
function proposals(
  { exercise }: EvaluatingCycle,
  { people, sheets }: EvaluationFacts,
  rules: IndividualRules,
  steps: GoalSteps,
): readonly Due[] {
  const days = steps.opened.get('assigned');
  const ask = days && proposalsAsked(days.opensOn, steps);
  if (ask === undefined) return [];
  const lacking = withoutSheet(people, sheets, exercise, rules);
  return [...new Set(lacking.map(({ evaluator }) => evaluator))].map((role) => ({
    ask,
    key: `proposte/${ask.since}`,
    role,
    toPropose: lacking.filter(({ evaluator }) => evaluator === role).length,
  }));
}

const roleOf = (evaluator: SheetEvaluator): string =>
  evaluator.kind === 'person' ? evaluatorRole(evaluator.person) : evaluator.role;

/** The steps of a cycle that wait for sheets; what has opened asks from the day it did. The term of one that is done, as on paper, binds nobody. */
function goalSteps(waiting: readonly StepRecord[]): GoalSteps {
  const steps = waiting.flatMap(({ planned, status, openedAt, dueOn }) =>
    planned.sheets === undefined ? [] : [{ goal: planned.sheets, status, openedAt, dueOn }],
  );
  return {
    planned: new Set(steps.map(({ goal }) => goal)),
    opened: new Map(
      steps.flatMap(({ goal, status, openedAt, dueOn }): readonly (readonly [SheetGoal, AskedDays])[] =>
        openedAt === null || status === 'cancelled'
          ? []
          : [[goal, { opensOn: romeDate(openedAt), dueOn: status === 'done' ? undefined : dueOn }]],
      ),
    ),
  };
}

/** Who is written to: whoever acts as the role that day, but never who is evaluated for a judgement of their own sheet. */
function recipients(acting: Holders, { role, ask, evaluated }: Due): readonly Holder[] {
  const judges = ask.by !== 'person';
  const person = personIn(role);
  if (person === undefined) return acting.of(role).filter(({ id }) => !judges || id !== evaluated);
  const acts = whoStandsInFor(person, role, acting.standIns);
  // Who stands in for an evaluator does not evaluate themselves: the evaluator finds it when they are back.
  const to = acting.person(judges && acts === evaluated ? person : acts);
  return to === undefined ? [] : [to];
}

const itemOf = ({ ask, key, sheet, toPropose }: Due, moment: EvaluationAsk['moment']): Omit<EvaluationAsk, 'link'> => ({
  ask: key,
  passage: ask.passage,
  moment,
  sheet,
  toPropose,
  dueOn: ask.dueOn,
  right: ask.right,
});

const pathOf = (cycle: EvaluatingCycle, { sheet, ask }: Due): string =>
  sheet === undefined ? `${evaluationsPath(cycle)}#da-proporre` : passagePath(cycle, sheet, ask.passage);

function noticeTo(
  to: Holder,
  items: readonly EvaluationAsk[],
  cycle: EvaluatingCycle,
  consoleUrl: string,
  on: CivilDate,
  now: Instant,
): NewNotice {
  const [only, ...others] = items;
  const message: EvaluationAsked = {
    kind: 'evaluation',
    entity: { id: cycle.entity, name: cycle.name },
    exercise: cycle.exercise,
    recipient: to.name,
    simulated: cycle.simulated,
    at: now,
    link: others.length === 0 && only !== undefined ? only.link : `${consoleUrl}${evaluationsPath(cycle)}#aspetta`,
    items,
  };
  return {
    cycle: cycle.id,
    step: EVALUATION_STEP,
    kind: message.kind,
    on,
    person: to.id,
    occasion: occasionOf(items),
    to: { name: to.name, address: to.email },
    message,
    simulated: cycle.simulated,
    dueAt: now,
  };
}

/** What comes up later on the same day is another mail. */
const occasionOf = (items: readonly EvaluationAsk[]): string =>
  createHash('sha256')
    .update(JSON.stringify(items.map(({ ask, moment }) => [ask, moment])))
    .digest('hex')
    .slice(0, 12);
