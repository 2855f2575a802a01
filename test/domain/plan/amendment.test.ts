import { describe, expect, test } from 'vitest';
import { targetOf } from '../../../src/domain/confirmed-readings.js';
import { allIndicators, contextOf } from '../../../src/domain/findings/walk.js';
import type { Indicator, Plan } from '../../../src/domain/plan.js';
import { confirmed, edited, type IndicatorFields, withFollowed } from '../../../src/domain/plan-edits.js';
import { unreadChanges } from '../../../src/domain/proposal.js';
import { candidatesOf } from '../../../src/domain/targets/outcome.js';
import { parseTarget } from '../../../src/domain/targets/parse.js';
import { bodiesOnFile } from '../../setup/bodies.js';

const seed = bodiesOnFile().plan('ccms', 2016);
if (seed === undefined) throw new Error('the seed has no plan');
const plan: Plan = seed;
const LIST = 'scorecard:1.1.1';
/** Press cuttings; 1.1.1-s01 of the sheet repeats it with the same target. */
const PRESS = '1.1.1-01';
const FOLLOWER = '1.1.1-s01';

const find = (of: Plan, code: string): Indicator | undefined =>
  allIndicators(of).find(({ node }) => node.code === code)?.node;
const press = find(plan, PRESS);
if (press === undefined) throw new Error('the seed has no press');

const retargeted = (text: string, more: Partial<IndicatorFields> = {}): Indicator =>
  edited(press, {
    name: press.name,
    office: press.office,
    weight: press.weight ?? '',
    perspective: press.perspective ?? '',
    missioneProgramma: press.missioneProgramma ?? '',
    knownFrom: press.knownFrom ?? '',
    targets: new Map([[2016, text]]),
    ...more,
  });
const [candidate] = candidatesOf(parseTarget('almeno 40', contextOf(press, 2016)));
if (candidate === undefined) throw new Error('«almeno 40» reads in no way');
const { reading } = candidate;
const target = (of: Plan, code: string) => {
  const there = find(of, code);
  return there && targetOf(there, 2016);
};

describe('rows that repeat a changed indicator', () => {
  test('say what it says, read as it is read, where they said the same', () => {
    expect(target(plan, FOLLOWER)?.text).toBe(target(plan, PRESS)?.text);
    const read = confirmed(retargeted('almeno 40'), 2016, reading, 'rosa');
    const next = withFollowed(plan, LIST, press, read);
    expect(target(next, FOLLOWER)).toEqual({ year: 2016, text: 'almeno 40', confirmed: reading, confirmedBy: 'rosa' });
  });

  test('keep their own name, office and other targets', () => {
    const before = find(plan, FOLLOWER);
    const after = find(withFollowed(plan, LIST, press, retargeted('almeno 40', { name: 'Altro' })), FOLLOWER);
    expect({ ...after, targets: [] }).toEqual({ ...before, targets: [] });
    expect(after?.targets.filter((t) => t.year !== 2016)).toEqual(before?.targets.filter((t) => t.year !== 2016));
  });

  test('stay as they are where they said something else', () => {
    const own = retargeted('almeno 30');
    const other = withFollowed(plan, LIST, press, own);
    const apart = withFollowed(other, 'sheet:1.1.1', find(other, FOLLOWER), {
      ...(find(other, FOLLOWER) as Indicator),
      targets: [{ year: 2016, text: 'almeno 7' }],
    });
    expect(target(withFollowed(apart, LIST, own, retargeted('almeno 40')), FOLLOWER)?.text).toBe('almeno 7');
  });

  test('leave with it', () => {
    const next = withFollowed(plan, LIST, press, undefined);
    expect([find(next, PRESS), find(next, FOLLOWER)]).toEqual([undefined, undefined]);
    expect(allIndicators(next)).toHaveLength(allIndicators(plan).length - 2);
  });
});

describe('what keeps an amendment from being proposed', () => {
  test('that nothing is changed', () => expect(unreadChanges(plan, plan)).toBe('nothing-changed'));

  test('a changed target that nobody has said how to read; of the rows that repeat it nothing is asked', () => {
    expect(unreadChanges(plan, withFollowed(plan, LIST, press, retargeted('almeno 40')))).toEqual([PRESS]);
  });

  test('a new indicator likewise', () => {
    const fresh = { code: '1.1.1-77', name: 'Nuovo', office: 'o', targets: [{ year: 2016, text: '≥ 3' }], source: 'x' };
    expect(unreadChanges(plan, withFollowed(plan, LIST, undefined, fresh))).toEqual(['1.1.1-77']);
  });

  test.each<[string, Plan]>([
    [
      'a changed target whose reading is confirmed',
      withFollowed(plan, LIST, press, confirmed(retargeted('almeno 40'), 2016, reading, 'rosa')),
    ],
    ['another weight', withFollowed(plan, LIST, press, retargeted(target(plan, PRESS)?.text ?? '', { weight: '5' }))],
    ['an indicator that leaves', withFollowed(plan, LIST, press, undefined)],
  ])('not %s, though others of the plan wait for a reading', (_, draft) => {
    expect(unreadChanges(plan, draft)).toEqual([]);
  });
});
