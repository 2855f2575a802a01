import { describe, expect, test } from 'vitest';
import type { Role } from '../../../src/domain/entity.js';
import { groupsWithin, rulesInBody } from '../../../src/domain/individual/rules-in-body.js';
import type { EvaluatedGroup } from '../../../src/domain/individual/types.js';
import { bodiesOnFile } from '../../setup/bodies.js';

const shared = bodiesOnFile().policyOf('ccms').individual;
if (shared === undefined) throw new Error('the rules of Massa-Carrara say how people are evaluated');

const role = (id: string, title = id): Role => ({ id, title, board: false, external: false });
const bodyOf = (...roles: readonly Role[]) => ({ roles, offices: [], called: { 'nucleo-valutazione': 'oiv' } });
const head = (groups: readonly EvaluatedGroup[]) => groups.find(({ id }) => id === 'segretario-generale');

describe('rules many bodies share, in a body', () => {
  test('are as they are where it has the roles they name', () => {
    const massa = bodiesOnFile().entity('ccms');
    expect(rulesInBody(shared, massa, { giunta: 'presidente' })).toEqual(shared);
    expect(groupsWithin(shared, massa)).toEqual(shared.groups);
  });

  test('give the part of a role it does not have to the one its kind says, and call the group by that', () => {
    const body = bodyOf(
      role('direttore-generale', 'Direttore generale'),
      role('consiglio-amministrazione'),
      role('oiv'),
    );
    const parts = { 'segretario-generale': 'direttore-generale', giunta: 'consiglio-amministrazione' };
    const own = rulesInBody(shared, body, parts);
    expect(head(own.groups)).toMatchObject({
      title: 'Direttore generale',
      who: { kind: 'role', role: 'direttore-generale' },
      evaluator: { kind: 'board', proposes: 'oiv', decides: 'consiglio-amministrazione' },
    });
    expect(groupsWithin(own, body).map(({ id }) => id)).toEqual(['segretario-generale', 'personale']);
  });

  test('know a role by its name in the register, whatever the body’s files call it', () => {
    const named = {
      ...shared,
      groups: shared.groups.map((group) => ({ ...group, secondInstance: 'nucleo-valutazione' })),
    };
    const own = rulesInBody(named, bodyOf(role('oiv', 'Nucleo di valutazione')), {});
    expect(new Set(own.groups.map(({ secondInstance }) => secondInstance))).toEqual(new Set(['oiv']));
  });
});
