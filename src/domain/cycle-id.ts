import type { CycleRef } from './acting.js';

/** What tells one cycle from another: of which body, for which exercise. */
type CycleKey = Pick<CycleRef, 'entity' | 'exercise'>;

/** Id of a cycle in the register: `ccms/2016`. */
export const cycleId = ({ entity, exercise }: CycleKey): string => `${entity}/${exercise}`;

/** Body and exercise of a cycle, from its id. @throws for what is the id of no cycle */
export function cycleKey(id: string): CycleKey {
  const [, entity, exercise] = CYCLE_ID.exec(id) ?? [];
  if (entity === undefined || exercise === undefined) throw new Error(`${id} is the id of no cycle`);
  return { entity, exercise: Number(exercise) };
}

const CYCLE_ID = /^([^/]+)\/(\d{4})$/;
