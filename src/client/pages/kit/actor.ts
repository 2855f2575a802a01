import type { Context } from 'hono';
import type { Actor } from '../../../domain/acting.js';
import { STEERING } from '../../../domain/entity.js';
import { capacityFor } from '../../../domain/who-acts.js';
import { allows } from './viewer.js';

/** Who asks, as one who may act in any of these roles: in their own right before another's. Undefined when they may not. */
export function actorIn(c: Context, roles: readonly string[]): Actor | undefined {
  const standing = c.get('standing');
  const capacity = capacityFor(standing?.capacities ?? [], (role) => roles.includes(role));
  if (standing === undefined || capacity === undefined) return undefined;
  return { person: standing.person.id, actingFor: capacity.actingFor };
}

/** Who steers the entity the page is about, for who asks; undefined when they do not. */
export function steeringActor(c: Context): Actor | undefined {
  return allows(c, 'steer') ? actorIn(c, [STEERING]) : undefined;
}
