import { beforeAll, describe, expect, test } from 'vitest';
import { mayReadIndividual } from '../../src/access/individual.js';
import type { AccessRole } from '../../src/access/roles.js';
import { superiorsOf } from '../../src/register/reading/people.js';
import { aDesk } from '../client/pages/access/desk.js';

const desk = aDesk();
const asking = (id: string, role: AccessRole = 'reader', entity = 'prova') => ({
  person: { entity, id },
  roles: new Set<AccessRole>(['reader', role]),
});

// anna is the manager of bruno, carla and dario.
beforeAll(async () => {
  await desk.owner.query(`update people set manager = 'carla' where entity = 'prova' and id = 'dario'`);
});

describe('individual results are seen', () => {
  test.each<[string, AccessRole, string, boolean]>([
    ['dario', 'officer', 'dario', true],
    ['carla', 'officer', 'dario', true],
    ['anna', 'officer', 'dario', true],
    ['bruno', 'officer', 'dario', false],
    ['dario', 'officer', 'carla', false],
    ['bruno', 'recorder', 'dario', false],
    ['bruno', 'administrator', 'dario', false],
    ['bruno', 'oiv', 'dario', true],
    ['bruno', 'steering', 'dario', true],
  ])('by %s (%s), of %s: %s', async (who, role, of, expected) => {
    expect(await mayReadIndividual(desk.db, asking(who, role), of)).toBe(expected);
  });

  test('by nobody of another body with the same name', async () => {
    expect(await mayReadIndividual(desk.db, asking('carla', 'officer', 'altra'), 'dario')).toBe(false);
  });

  test('managers who lead round in a circle are each above the others, and the search ends', async () => {
    await desk.owner.query(`update people set manager = 'dario' where entity = 'prova' and id = 'anna'`);
    expect([...(await superiorsOf(desk.db, 'prova', 'dario'))].sort()).toEqual(['anna', 'carla']);
    await desk.owner.query(`update people set manager = null where entity = 'prova' and id = 'anna'`);
  });
});
