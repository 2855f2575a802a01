import type { Doing } from '../register/follow-up.js';
import type { Acting } from './act.js';

/** Who does it, for whom and when, as the tables of the register keep it. */
export const doing = ({ actor: { person, actingFor }, at, simulated }: Acting<unknown>): Doing => ({
  actor: person,
  actingFor,
  at,
  simulated,
});
