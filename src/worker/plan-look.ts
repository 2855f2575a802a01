import { addDays } from '../domain/calendar/civil-date.js';
import type { Instant } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import { cycleId } from '../domain/cycle-id.js';
import { readingsLeft } from '../domain/open-readings.js';
import type { PlanFacts } from '../domain/trouble-facts.js';
import { NEAR_DAYS } from '../domain/troubles-of.js';
import { withReadings } from '../register/confirmed-readings.js';
import type { Db } from '../register/database.js';
import { planVersion } from '../register/plans.js';
import { type CycleToRead, cyclesToRead } from '../register/trouble-facts.js';

type Left = ReturnType<typeof readingsLeft>;

/**
 * What each running cycle has of its Piano, at each call. A plan is read again only when it has changed: reading all of its
 * targets takes long.
 */
export function planLook(db: Db): (now: Instant) => Promise<readonly PlanFacts[]> {
  let known: ReadonlyMap<string, Left> = new Map();
  return async (now) => {
    const next = new Map<string, Left>();
    const soon = addDays(romeDate(now), NEAR_DAYS);
    const facts: PlanFacts[] = [];
    for (const { plan, ...cycle } of await cyclesToRead(db)) {
      if (plan === null) {
        facts.push(cycle);
        continue;
      }
      const matters = plan.inForce || cycle.needing.some((step) => step.isCheckpoint && step.opensOn <= soon);
      const key = `${cycleId(cycle)}/${plan.state}`;
      const left = matters ? (known.get(key) ?? (await leftIn(db, cycle, plan.version))) : { readings: 0 };
      if (matters) next.set(key, left);
      facts.push({ ...cycle, plan: { inForce: plan.inForce, ...left } });
    }
    known = next;
    return facts;
  };
}

async function leftIn(db: Db, { entity, exercise }: Omit<CycleToRead, 'plan'>, version: number): Promise<Left> {
  const found = await planVersion(db, entity, exercise, version);
  return found === undefined ? { readings: 0 } : readingsLeft((await withReadings(db, found)).plan);
}
