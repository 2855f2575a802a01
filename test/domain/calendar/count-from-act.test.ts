import { describe, expect, test } from 'vitest';
import type { CivilDate, DatedStep } from '../../../src/domain/calendar/types.js';
import { loadBodies } from '../../../src/seeds/bodies.js';
import { exampleOf } from '../../setup/example-body.js';

const bodies = loadBodies(await exampleOf('comune', 'comune'));
if (!bodies.ok) throw new Error('the example has errors');
const calendar = (term?: CivilDate): readonly DatedStep[] => {
  const planned = bodies.value.calendar('valfiorita', 2027, term && { term, norm: 'D.M. Interno 24 dicembre 2026' });
  if (!planned.ok) throw new Error(planned.error.map(({ message }) => message).join('; '));
  return planned.value.steps;
};
const step = (id: string, term?: CivilDate): DatedStep => {
  const found = calendar(term).find((one) => one.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};
const counted = (of: DatedStep, actDate: CivilDate): DatedStep =>
  bodies.value.datedFromAct('valfiorita', of, actDate, []);

describe('a term that counts from a board’s act', () => {
  test('is that of the PEG and of what goes to the portal, and of nothing that counts from a date or from a checkpoint', () => {
    const counting = calendar().flatMap(({ id, countsFrom }) =>
      countsFrom === undefined ? [] : [[id, countsFrom.step]],
    );
    expect(counting).toEqual([
      ['peg-approvazione', 'bilancio-approvazione'],
      ['piano-portale', 'piano-approvazione'],
    ]);
  });

  test('counts from the day of the act, before its term or after: twenty days, the law’s own, opened the day after', () => {
    expect(step('peg-approvazione').nominalDueOn).toBe('2027-01-20');
    expect(counted(step('peg-approvazione'), '2026-12-10')).toMatchObject({
      opensOn: '2026-12-11',
      opensAt: '2026-12-11T07:00:00Z',
      nominalDueOn: '2026-12-30',
      legalTerm: '2026-12-30',
      dueOn: '2026-12-30',
    });
    expect(counted(step('peg-approvazione', '2027-02-28'), '2027-02-18')).toMatchObject({
      opensOn: '2027-02-19',
      nominalDueOn: '2027-03-10',
      legalTerm: '2027-03-10',
    });
    const late = counted(step('peg-approvazione'), '2027-04-05');
    expect([late.nominalDueOn, late.dueOn, late.notices.every(({ on }) => on >= late.opensOn)]).toEqual([
      '2027-04-25',
      // A Sunday, and a holiday: the board sits before it.
      '2027-04-23',
      true,
    ]);
  });

  test('counts working days where it says so, and never ends before it opens', () => {
    expect(counted(step('piano-portale'), '2027-01-29')).toMatchObject({
      opensOn: '2027-01-23',
      dueOn: '2027-02-12',
      legalTerm: undefined,
    });
    const early = counted(step('piano-portale'), '2026-12-10');
    expect(early.dueOn >= early.opensOn).toBe(true);
  });

  test('leaves as it is what counts from no act', () => {
    const rendiconto = step('rendiconto-approvazione');
    expect(counted(rendiconto, '2027-01-01')).toEqual(rendiconto);
  });
});
