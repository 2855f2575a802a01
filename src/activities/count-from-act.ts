import { SYSTEM } from '../domain/acting.js';
import { cycleId } from '../domain/cycle-id.js';
import { isSettling } from '../domain/decision.js';
import { asDated } from '../office/as-dated.js';
import type { Deps } from '../office/deps.js';
import { holdCycle } from '../register/cycles.js';
import { inTransaction } from '../register/database.js';
import { decisionsOf } from '../register/decisions.js';
import { ownRulesOf } from '../register/own-rules.js';
import { stepsOf } from '../register/steps.js';
import { countedWords as words } from '../words/counted.js';
import { dateAgain } from './date-again.js';
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
          await dateAgain(
            tx,
            step,
            { was: step.planned, will },
            {
              key: `${cycle}/${step.id}/counted-from/${act.key}`,
              at,
              actor: SYSTEM,
              action: 'counted-from-act',
              cycle,
              reason: words.reason(act.actNumber ?? undefined, act.actDate),
            },
          );
        }
        const moved = new Set(counting.map(({ id }) => id));
        return (await stepsOf(tx, cycle))
          .filter(({ id }) => moved.has(id))
          .map((step) => asDated(bodies, ref.entity, step, rules));
      }),
  };
}
