import type { CycleRef, PostponeCommand } from '../domain/acting.js';
import type { OwnTerm } from '../domain/calendar/own-terms.js';
import { type Postponement, refusePostponement, withChange } from '../domain/calendar/postponement.js';
import type { DatedStep, Instant } from '../domain/calendar/types.js';
import { cycleId } from '../domain/cycle-id.js';
import type { OwnRule } from '../domain/own-rules/piece.js';
import { asDated } from '../office/as-dated.js';
import type { Deps } from '../office/deps.js';
import { holdCycle } from '../register/cycles.js';
import { type Db, inTransaction } from '../register/database.js';
import { appendLog } from '../register/log.js';
import { ownRulesOf } from '../register/own-rules.js';
import { ownTermsOf } from '../register/own-terms.js';
import { movedBy, POSTPONED, postponementsOf } from '../register/postponements.js';
import { stepsOf } from '../register/steps.js';
import { postponementWords as words } from '../words/postponement.js';
import { dateAgain } from './date-again.js';
import { refused } from './refused.js';
import type { LocalActivities } from './types.js';

/** A budget the law has postponed: what counts from its term is dated again, in one transaction with its lines in the log. */
export function postponing({ register, bodies }: Deps): Pick<LocalActivities, 'postponeBudget'> {
  return {
    postponeBudget: async (ref, command, at) =>
      await inTransaction(register.db, async (tx) => {
        const key = `${cycleId(ref)}/postponement/${command.key}`;
        await holdCycle(tx, cycleId(ref));
        const moved = (await movedBy(tx, key)) ?? (await postpone(tx, ref, { ...command, key }, at));
        const steps = await stepsOf(tx, cycleId(ref));
        const rules = await ownRulesOf(tx, ref.entity, ref.exercise);
        return steps.filter(({ id }) => moved.includes(id)).map((step) => asDated(bodies, ref.entity, step, rules));
      }),
  };

  async function postpone(
    tx: Db,
    ref: CycleRef,
    { key, actor, change }: PostponeCommand,
    at: Instant,
  ): Promise<readonly string[]> {
    const cycle = cycleId(ref);
    const standing = await postponementsOf(tx, cycle);
    const refusal = refusePostponement(change, standing);
    if (refusal !== undefined) throw refused(refusal);
    const own = {
      terms: await ownTermsOf(tx, ref.entity, ref.exercise),
      rules: await ownRulesOf(tx, ref.entity, ref.exercise),
    };
    const was = planned(ref, standing.at(-1), own);
    const will = planned(ref, withChange(standing, change).at(-1), own);
    const line = { at, actor: actor.person, actingFor: actor.actingFor, via: actor.via, cycle };
    const reason = change.kind === 'declared' ? words.declared(change) : change.reason;
    const moved: string[] = [];
    const steps = await stepsOf(tx, cycle);
    const done = new Set(steps.flatMap(({ id, status }) => (status === 'done' ? [id] : [])));
    for (const step of steps) {
      // What counts from an act that is there counts from nothing else.
      if (step.planned.countsFrom !== undefined && done.has(step.planned.countsFrom.step)) continue;
      const pair = { was: was.get(step.id), will: will.get(step.id) };
      // What has ended keeps the dates it ended by; a step the file has no more is left as it is.
      if (step.status === 'done' || step.status === 'cancelled' || pair.was === undefined || pair.will === undefined)
        continue;
      const dates = { was: pair.was, will: pair.will };
      const again = { ...line, key: `${key}/${step.id}`, action: 'step-dated-again', reason };
      if (await dateAgain(tx, step, dates, again)) moved.push(step.id);
    }
    if (moved.length === 0) throw refused({ text: words.nothingMoves });
    await appendLog(tx, {
      ...line,
      key,
      action: POSTPONED[change.kind],
      subject: words.subject(ref.exercise),
      detail: { change, moved, reason },
    });
    return moved;
  }

  /** The steps of the calendar as the body's files give it with a term of the budget. */
  function planned(
    { entity, exercise }: CycleRef,
    term: Postponement | undefined,
    { terms, rules }: { readonly terms: readonly OwnTerm[]; readonly rules: readonly OwnRule[] },
  ): ReadonlyMap<string, DatedStep> {
    const calendar = bodies.calendar(entity, exercise, term, terms, rules);
    if (!calendar.ok) throw refused({ field: 'term', text: calendar.error.map(({ message }) => message).join('; ') });
    return new Map(calendar.value.steps.map((step) => [step.id, step]));
  }
}
