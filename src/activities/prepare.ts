import { createHash } from 'node:crypto';
import { ApplicationFailure } from '@temporalio/activity';
import { yearOf } from '../domain/calendar/civil-date.js';
import { romeDate } from '../domain/calendar/zone.js';
import { REFUSED } from '../domain/refusal.js';
import { saveBody } from '../register/body.js';
import { saveCycle, setCycleStatus } from '../register/cycles.js';
import { inTransaction } from '../register/database.js';
import { saveEntity } from '../register/entities.js';
import { appendLog } from '../register/log.js';
import { savePlanVersion } from '../register/plans.js';
import { saveSteps } from '../register/steps.js';
import type { Deps } from './deps.js';
import type { RemoteActivities } from './types.js';

/** Plans a cycle: the dated calendar and the policy are pinned in the register from the first day. */
export function preparing({ register, bodies, rehearsalSeed }: Deps): Pick<RemoteActivities, 'prepareCycle'> {
  return {
    prepareCycle: async (input, firedAt) => {
      const exercise = input.exercise ?? yearOf(romeDate(firedAt)) + 1;
      const ref = { space: input.space, entity: input.entity, exercise };
      const planned = bodies.calendar(input.entity, exercise);
      if (!planned.ok) {
        const reasons = planned.error.map((p) => p.message).join('; ');
        throw ApplicationFailure.nonRetryable(`il calendario ${exercise} non si può programmare: ${reasons}`, REFUSED);
      }
      const calendar = planned.value;
      const policy = bodies.policyOf(input.entity);
      const plan = bodies.plan(input.entity, exercise);
      await inTransaction(register.db, async (tx) => {
        await saveEntity(tx, bodies.entity(input.entity));
        await saveBody(tx, input.entity, bodies.body(input.entity));
        const id = await saveCycle(tx, {
          entity: input.entity,
          exercise,
          template: calendar.template,
          templateVersion: calendar.templateVersion,
          calendar,
          policy,
          simulated: rehearsalSeed !== undefined,
          ...(rehearsalSeed === undefined ? {} : { seed: rehearsalSeed }),
        });
        await saveSteps(tx, id, calendar.steps);
        if (plan !== undefined) {
          const hash = createHash('sha256').update(JSON.stringify(plan)).digest('hex');
          const version = { entity: input.entity, exercise, version: 1, plan, hash };
          await savePlanVersion(tx, { ...version, inForceFrom: null, decisionKey: null, status: 'draft' });
        }
        await setCycleStatus(tx, id, 'running', firedAt);
        await appendLog(tx, {
          key: `${id}/opened`,
          at: firedAt,
          actor: 'sistema',
          action: 'cycle-opened',
          subject: id,
          cycle: id,
          detail: { template: calendar.template, policy: policy.version },
        });
      });
      return { ref, calendar, clock: input.clock };
    },
  };
}
