import { addDays } from '../domain/calendar/civil-date.js';
import type { Instant } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import { cycleId } from '../domain/cycle-id.js';
import { readingsLeft } from '../domain/open-readings.js';
import type { PlanFacts } from '../domain/trouble-facts.js';
import { NEAR_DAYS } from '../domain/troubles-of.js';
import { plansAsRead } from '../register/confirmed-readings.js';
import type { Db } from '../register/database.js';
import { inBatches } from '../register/reading/group.js';
import { cyclesToRead } from '../register/trouble-facts.js';

type Left = ReturnType<typeof readingsLeft>;

const NONE: Left = { readings: 0 };

/** Plans that are read together: some megabytes of them. */
export const PLANS_AT_ONCE = 25;

/**
 * What each running cycle has of its Piano, at each call. Only plans that have changed since the call before are read, many at a
 * time: reading all the targets of one takes long. `failed` hears of each that could not be read: the others are, and it is read again at
 * the next call.
 */
export function planLook(db: Db): (now: Instant, failed: Failed) => Promise<readonly PlanFacts[]> {
  let known: ReadonlyMap<string, { readonly state: string; readonly left: Left }> = new Map();
  return async (now, failed) => {
    const soon = addDays(romeDate(now), NEAR_DAYS);
    const cycles = await cyclesToRead(db);
    const mattering = cycles.flatMap(({ plan, needing, ...cycle }) =>
      plan !== null && (plan.inForce || needing.some((step) => step.isCheckpoint && step.opensOn <= soon))
        ? [{ ...cycle, ...plan }]
        : [],
    );
    const next = new Map(
      mattering.flatMap((one) => {
        const before = known.get(cycleId(one));
        return before?.state === one.state ? [[cycleId(one), before] as const] : [];
      }),
    );
    const changed = mattering.filter((one) => !next.has(cycleId(one)));
    for (const batch of inBatches(changed, PLANS_AT_ONCE)) {
      const left = await leftIn(db, batch, failed);
      for (const one of batch) {
        const own = left.get(cycleId(one));
        if (own !== undefined) next.set(cycleId(one), { state: one.state, left: own });
      }
    }
    known = next;
    return cycles.map(
      ({ plan, ...cycle }): PlanFacts =>
        plan === null
          ? cycle
          : { ...cycle, plan: { inForce: plan.inForce, ...(next.get(cycleId(cycle))?.left ?? NONE) } },
    );
  };
}

type Failed = (cycle: string, cause: unknown) => void;

/** What is left to confirm of each plan; where reading them together fails, each is read by itself. */
async function leftIn(
  db: Db,
  plans: Parameters<typeof plansAsRead>[1],
  failed: Failed,
): Promise<ReadonlyMap<string, Left>> {
  const leftOf = async (some: typeof plans): Promise<readonly (readonly [string, Left])[]> => {
    const read = new Map((await plansAsRead(db, some)).map((one) => [cycleId(one), readingsLeft(one.plan)]));
    return some.map((one) => [cycleId(one), read.get(cycleId(one)) ?? NONE]);
  };
  try {
    return new Map(await leftOf(plans));
  } catch {
    const found = new Map<string, Left>();
    for (const one of plans)
      await leftOf([one]).then(
        ([own]) => own && found.set(...own),
        (cause: unknown) => failed(cycleId(one), cause),
      );
    return found;
  }
}
