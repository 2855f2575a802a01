import { pino } from 'pino';
import { createInvitations } from '../../src/access/invitations.js';
import { createActivities } from '../../src/activities/index.js';
import type { CycleRef } from '../../src/domain/acting.js';
import type { Instant } from '../../src/domain/calendar/types.js';
import { type Clock, calendarInstant } from '../../src/domain/clock.js';
import type { CycleInput } from '../../src/domain/cycle-input.js';
import type { Deps } from '../../src/office/deps.js';
import type { Register } from '../../src/register/database.js';
import { savePlanVersion } from '../../src/register/plans.js';
import type { Bodies } from '../../src/seeds/bodies.js';

/** Plans cycles, as the activity that begins one does. */
export function preparingCycles(
  register: Register,
  bodies: Bodies,
  clock: Clock,
): (ref: CycleRef, at: Instant) => Promise<CycleInput> {
  const { prepareCycle } = createActivities(depsFor(register, bodies, clock));
  return (ref, at) => prepareCycle({ ...ref, clock }, at);
}

/** Puts the Piano of a cycle in force, as its approval does. */
export async function approvePlan({ db }: Register, bodies: Bodies, { entity, exercise }: CycleRef): Promise<void> {
  const plan = bodies.plan(entity, exercise);
  if (plan === undefined) throw new Error(`${entity} has no plan of ${exercise}`);
  await savePlanVersion(db, {
    ...{ entity, exercise, version: 2, plan, hash: `prova-${entity}` },
    ...{ inForceFrom: '2016-01-29', decisionKey: null, status: 'in-force' },
  });
}

/** Only what preparing a cycle needs: nothing is sent from this process. */
const depsFor = (register: Register, bodies: Bodies, clock: Clock): Deps => ({
  register,
  bodies,
  invitations: createInvitations('the secret of a benchmark, which is no secret', 'http://localhost:8150'),
  post: {
    transport: {
      connections: 1,
      send: () => Promise.reject(new Error('mail leaves from the worker')),
      close: () => undefined,
    },
    from: { name: 'Ciclo', address: 'ciclo@ente.example' },
    domain: 'ente.example',
    consoleUrl: 'http://localhost:8150',
    clock: () => clock,
  },
  publicDir: '',
  log: pino({ level: 'silent' }),
  now: () => calendarInstant(clock, Date.now()),
});
