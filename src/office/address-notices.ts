import type { Instant } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import type { AddressChanged } from '../mail/message.js';
import { bodyCycle } from '../register/cycles.js';
import type { Db } from '../register/database.js';
import { ACCESS_STEP, planNotices } from '../register/notices.js';

/** Somebody whose address was changed by somebody else. */
interface MovedAddress {
  readonly entity: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly from: string;
  readonly to: string;
  /** Name of who changed it. */
  readonly by: string;
  /** Of the act: the same one is told once. */
  readonly key: string;
  readonly at: Instant;
}

/**
 * Tells the former address where the links that let its person in go from now on: who changes an address could read them. A body
 * without a cycle has nothing to be let in to yet.
 */
export async function planAddressNotice(
  db: Db,
  { entity, person, from, to, by, key, at }: MovedAddress,
): Promise<void> {
  const cycle = await bodyCycle(db, entity);
  if (cycle === undefined) return;
  const message: AddressChanged = {
    kind: 'address-changed',
    entity: { id: entity, name: cycle.entityName },
    exercise: cycle.exercise,
    recipient: person.name,
    simulated: cycle.simulated,
    at,
    to,
    by,
  };
  const notice = {
    cycle: cycle.id,
    step: ACCESS_STEP,
    kind: message.kind,
    on: romeDate(at),
    person: person.id,
    occasion: key,
    to: { name: person.name, address: from },
    message,
    simulated: cycle.simulated,
    dueAt: at,
  };
  await planNotices(db, [notice], from.slice(from.lastIndexOf('@') + 1));
}
