import { describe, expect, test } from 'vitest';
import type { Policy } from '../../src/domain/policy.js';
import { supposeRules } from '../../src/office/suppose-rules.js';
import { assessmentOf } from '../../src/register/assessments.js';
import { policyOf } from '../../src/register/cycles.js';
import { aHalfRunRegister } from '../client/pages/half-run-register.js';

const opened = aHalfRunRegister('2016-09-20');
const COMPUTED = { cycle: 'ccms/2016', checkpoint: 'monitoraggio-1' };

async function supposed(change: Partial<Policy>) {
  const policy = await policyOf(opened.db, COMPUTED.cycle);
  const found = await supposeRules(opened.db, 'ccms', [policy, { ...policy, ...change }]);
  if (found === undefined) throw new Error('nothing was computed');
  return found;
}

describe('rules tried on the results computed last', () => {
  test('as they are make the results on record, and change nothing', async () => {
    const { exercise, before, after, changes } = await supposed({});
    const record = await assessmentOf(opened.db, COMPUTED);
    const kept = record?.rollups.find(({ node }) => node === 'entity');
    expect(exercise).toBe(2016);
    expect(before.entity).toMatchObject({ achievement: kept?.achievement, light: kept?.light });
    expect(after).toEqual(before);
    expect(changes).toEqual([]);
  });

  test('with a higher cap count what goes beyond its target', async () => {
    const { before, after, changes } = await supposed({ cap: '150' });
    expect(changes.length).toBeGreaterThan(0);
    for (const one of changes) expect(Number(one.after?.achievement)).toBeGreaterThan(Number(one.before?.achievement));
    expect(Number(after.entity.achievement)).toBeGreaterThan(Number(before.entity.achievement));
  });

  test('with other lights change colours and no figure', async () => {
    const lights = {
      minimumCoverage: '0',
      bands: [
        { light: 'red', fromInclusive: true, to: '99', toInclusive: false },
        { light: 'green', from: '99', fromInclusive: true, toInclusive: false },
      ],
    } as const;
    const { before, after, changes } = await supposed({ lights });
    expect(after.entity.achievement).toBe(before.entity.achievement);
    expect(new Set(changes.map((one) => one.after?.light))).toEqual(new Set(['red']));
    for (const one of changes) expect(one.after?.achievement).toBe(one.before?.achievement);
  });
});
