import type { Doing } from '../register/follow-up.js';
import type { Acting } from './act.js';

/** Who does it, for whom and when, as the tables of the register keep it. */
export const doing = ({ actor: { person, actingFor }, at, simulated }: Acting<unknown>): Doing => ({
  actor: person,
  actingFor,
  at,
  simulated,
});

/** Who puts a row on record, in whose place, and when, where the register names a `person`. */
export const writtenBy = ({ actor, at }: Pick<Acting<unknown>, 'actor' | 'at'>) => ({
  person: actor.person,
  actingFor: actor.actingFor ?? null,
  at,
});
