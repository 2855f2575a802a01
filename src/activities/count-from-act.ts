import { SYSTEM } from '../domain/acting.js';
import { closingInstant } from '../domain/calendar/plan-calendar.js';
import { postponeStep } from '../domain/calendar/postponement.js';
import { romeDate } from '../domain/calendar/zone.js';
import { cycleId } from '../domain/cycle-id.js';
import { isSettling } from '../domain/decision.js';
import { asDated } from '../office/as-dated.js';
import type { Deps } from '../office/deps.js';
import { holdCycle } from '../register/cycles.js';
import { inTransaction } from '../register/database.js';
import { decisionsOf } from '../register/decisions.js';
import { appendLog } from '../register/log.js';
import { ownRulesOf } from '../register/own-rules.js';
import { replanStep, stepsOf } from '../register/steps.js';
import { countedWords as words } from '../words/counted.js';
import type { LocalActivities } from './types.js';

/** A board has decided: what counts from its act is dated from the day of the act, in one transaction with its lines in the log. */
export function countingFromActs({ register, bodies }: Deps): Pick<LocalActivities, 'countFromAct'> {
  return {
    countFromAct: async (ref, from, at) =>
      await inTransaction(register.db, async (tx) => {
        const cycle = cycleId(ref);
        await holdCycle(tx, cycle);
        const [steps, decisions, rules] = [
          await stepsOf(tx, cycle),
          await decisionsOf(tx, cycle),
          await ownRulesOf(tx, ref.entity, ref.exercise),
        ];
        const act = decisions.findLast(({ step, outcome }) => step === from && isSettling(outcome));
        if (act === undefined || act.actDate === null) return [];
        const counting = steps.filter(
          ({ planned, status }) =>
            planned.countsFrom?.step === from && status !== 'done' && status !== 'cancelled' && status !== 'failed',
        );
        for (const step of counting) {
          const will = bodies.datedFromAct(ref.entity, step.planned, act.actDate, rules);
          const begun = step.status !== 'waiting';
          const now = postponeStep({ ...step, begun }, { was: step.planned, will }, romeDate(at));
          if (now === undefined) continue;
          const dueAt = closingInstant(now.dueOn);
          const status = step.status === 'late' && at <= dueAt ? 'open' : step.status;
          await replanStep(tx, cycle, now.planned, { dueOn: now.dueOn, dueAt, status });
          await appendLog(tx, {
            key: `${cycle}/${step.id}/counted-from/${act.key}`,
            at,
            actor: SYSTEM,
            action: 'counted-from-act',
            subject: step.planned.title,
            cycle,
            step: step.id,
            detail: {
              dueOn: now.dueOn,
              before: step.dueOn,
              reason: words.reason(act.actNumber ?? undefined, act.actDate),
            },
          });
        }
        const moved = new Set(counting.map(({ id }) => id));
        return (await stepsOf(tx, cycle))
          .filter(({ id }) => moved.has(id))
          .map((step) => asDated(bodies, ref.entity, step, rules));
      }),
  };
}
