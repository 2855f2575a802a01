import { piraResultSections } from '../../documents/pira-results.js';
import { comparisonSections } from '../../documents/relazione/comparison.js';
import { objectiveSections } from '../../documents/relazione/objectives.js';
import { type ProcessStep, processSections } from '../../documents/relazione/process.js';
import { efficiencySections } from '../../documents/relazione/resources.js';
import { summarySections } from '../../documents/relazione/summary.js';
import { daysPast, doneOn, legalTermOf } from '../../domain/calendar/legal-term.js';
import { romeDate } from '../../domain/calendar/zone.js';
import { cycleId } from '../../domain/cycle-id.js';
import { isSettling } from '../../domain/decision.js';
import { efficiencyOf } from '../../domain/resources/efficiency.js';
import { decisionsOf } from '../../register/decisions.js';
import { measuredInTheEnd } from '../../register/last-year.js';
import { phasesOf } from '../../register/reading/cycle.js';
import { spendingOf } from '../../register/spending.js';
import { stepsOf } from '../../register/steps.js';
import { correctedAct } from '../../words/act-correction.js';
import { actualText } from '../../words/measure.js';
import { type ComputedPart, fromPlan } from './part.js';
import { earlierResults, saidBefore, yearEndOf } from './relazione-sources.js';

/** `relazione/sintesi`: the principal results. */
export const relazioneSummary: ComputedPart = async ({ db }, ref) => {
  const year = await yearEndOf(db, ref);
  return year === undefined ? [] : summarySections(year, await earlierResults(db, ref));
};

/** `relazione/obiettivi`: the organisational performance by area and objective, with deviations and causes. */
export const relazioneObjectives = fromPlan(async (plan, { db }, ref) => {
  const year = await yearEndOf(db, ref);
  return year === undefined ? [] : objectiveSections(plan, year, await saidBefore(db, ref));
});

/** `relazione/risorse`: resources planned and spent, with the index of efficiency of each area. */
export const relazioneResources = fromPlan(async (plan, { db }, ref) => {
  const [year, spending] = await Promise.all([yearEndOf(db, ref), spendingOf(db, ref.entity, ref.exercise)]);
  const reached = new Map((year?.entity.children ?? []).map(({ node, achievement }) => [node, achievement]));
  return efficiencySections(efficiencyOf(plan, spending, (area) => reached.get(`area:${area}`)));
});

/** `relazione/confronto`: this year beside the last ones and the triennium. */
export const relazioneComparison = fromPlan(async (plan, { db }, ref) => {
  const year = await yearEndOf(db, ref);
  if (year === undefined) return [];
  const [earlier, lastYear] = await Promise.all([
    earlierResults(db, ref),
    measuredInTheEnd(db, ref.entity, ref.exercise - 1),
  ]);
  const measured = new Map([...lastYear].map(([code, { actual }]) => [code, actualText(actual, undefined)]));
  return comparisonSections(plan, year, earlier, measured);
});

/** `relazione/processo`: what was done when, and by which act. */
export const relazioneProcess: ComputedPart = async ({ db }, { entity, exercise }) => {
  const cycle = cycleId({ entity, exercise });
  const [steps, phases, decisions] = await Promise.all([
    stepsOf(db, cycle),
    phasesOf(db, cycle),
    decisionsOf(db, cycle),
  ]);
  const titles = new Map(phases.map(({ id, title }) => [id, title]));
  return processSections(
    steps.map(({ id, planned, completedAt, dueOn }): ProcessStep => {
      const act = decisions.findLast(({ step, outcome }) => step === id && isSettling(outcome));
      const term = legalTermOf(planned) ?? dueOn;
      const done = doneOn({
        completedOn: completedAt === null ? undefined : romeDate(completedAt),
        actedOn: act?.actDate ?? undefined,
      });
      return {
        phase: titles.get(planned.phase) ?? planned.phase,
        title: planned.title,
        term,
        doneOn: done,
        lateDays: done === undefined ? 0 : daysPast(term, done),
        act:
          act?.actNumber == null
            ? undefined
            : { number: act.actNumber, on: act.actDate, corrected: correctedAct(act.corrected) },
      };
    }),
  );
};

/** `bilancio/rapporto-sui-risultati`: the PIRA with what was reached. */
export const piraResults = fromPlan(async (plan, { db, bodies }, ref) => {
  const year = await yearEndOf(db, ref);
  return year === undefined ? [] : piraResultSections(plan, year, bodies.kindOf(ref.entity).missions);
});
