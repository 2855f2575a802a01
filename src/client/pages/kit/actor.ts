import type { Context } from 'hono';
import type { Actor } from '../../../domain/acting.js';
import { STEERING } from '../../../domain/entity.js';
import { allows } from './viewer.js';

/** Who steers the entity the page is about, for who asks; undefined when they do not. */
export function steeringActor(c: Context): Actor | undefined {
  const standing = c.get('standing');
  if (standing === undefined || !allows(c, 'steer')) return undefined;
  const actingFor = standing.capacities.find((held) => held.role === STEERING)?.actingFor;
  return { person: standing.person.id, ...(actingFor === undefined ? {} : { actingFor }) };
}
