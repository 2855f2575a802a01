import { describe, expect, test } from 'vitest';
import { planCalendar } from '../../../src/domain/calendar/plan-calendar.js';
import { postponeStep, refusePostponement, withChange } from '../../../src/domain/calendar/postponement.js';
import type { CivilDate, DatedStep } from '../../../src/domain/calendar/types.js';
import { loadBodies } from '../../../src/seeds/bodies.js';
import { findTemplate } from '../../../src/seeds/calendar.js';
import { exampleOf } from '../../setup/example-body.js';

const NORM = 'D.M. Interno 24 dicembre 2026';
const bodies = loadBodies(await exampleOf('comune', 'comune'));
if (!bodies.ok) throw new Error('the example has errors');
const calendar = (term?: CivilDate): ReadonlyMap<string, DatedStep> => {
  const planned = bodies.value.calendar('valfiorita', 2027, term && { term, norm: NORM });
  if (!planned.ok) throw new Error(planned.error.map(({ message }) => message).join('; '));
  return new Map(planned.value.steps.map((step) => [step.id, step]));
};
const was = calendar();
const will = calendar('2027-02-28');
const step = (of: ReadonlyMap<string, DatedStep>, id: string): DatedStep => {
  const found = of.get(id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};
const moved = (id: string, over: { dueOn?: CivilDate; begun?: boolean } = {}) =>
  postponeStep(
    { planned: step(was, id), dueOn: over.dueOn ?? step(was, id).dueOn, begun: over.begun ?? false },
    { was: step(was, id), will: step(will, id) },
    '2026-12-29',
  );

describe('a budget that the law postpones in the course of the cycle', () => {
  test('is due on the new day, by the act that postpones it; the PEG counts twenty days from it, the PIAO thirty', () => {
    expect(moved('bilancio-approvazione')).toMatchObject({
      planned: { nominalDueOn: '2027-02-28', legalTerm: '2027-02-28', norm: { citation: NORM } },
      dueOn: '2027-02-26',
    });
    expect(moved('peg-approvazione')?.planned.nominalDueOn).toBe('2027-03-18');
    expect(moved('piano-approvazione')?.planned).toMatchObject({
      nominalDueOn: '2027-03-30',
      norm: { citation: expect.stringContaining('art. 8, c. 2') },
    });
  });

  test('leaves alone what does not count from it', () => {
    expect(moved('dup-presentazione')).toBeUndefined();
    expect(moved('rendiconto-approvazione')).toBeUndefined();
  });

  test('does not open again what has opened, nor send what would have left already', () => {
    const peg = moved('bilancio-approvazione', { begun: true })?.planned;
    expect(peg?.opensAt).toBe(step(was, 'bilancio-approvazione').opensAt);
    expect(peg?.notices.filter(({ kind }) => kind === 'opening')).toEqual(
      step(was, 'bilancio-approvazione').notices.filter(({ kind }) => kind === 'opening'),
    );
    expect(peg?.notices.filter(({ kind, on }) => kind !== 'opening' && on <= '2026-12-29')).toEqual([]);
  });

  test('keeps a later day that somebody had given by hand, and no earlier one', () => {
    expect(moved('piano-approvazione', { dueOn: '2027-04-30' })?.dueOn).toBe('2027-04-30');
    expect(moved('piano-approvazione', { dueOn: '2027-02-10' })?.dueOn).toBe('2027-03-30');
  });

  test('may be postponed again to a later day alone, and a declaration is taken back one at a time', () => {
    const first = withChange([], { kind: 'declared', term: '2027-02-28', norm: NORM });
    expect(refusePostponement({ kind: 'declared', term: '2027-02-28', norm: 'altro' }, first)).toMatchObject({
      field: 'term',
      text: expect.stringContaining('già differito al 28/02/2027'),
    });
    const second = withChange(first, { kind: 'declared', term: '2027-03-31', norm: 'D.M. di febbraio' });
    expect(second.at(-1)?.term).toBe('2027-03-31');
    expect(withChange(second, { kind: 'withdrawn', reason: 'errore' })).toEqual(first);
    expect(refusePostponement({ kind: 'withdrawn', reason: 'errore' }, [])?.text).toContain('nulla da ritirare');
  });

  test('says nothing to a calendar where nothing counts from it', () => {
    const template = findTemplate('dlgs150');
    if (!template.ok) throw new Error('no template');
    const planned = planCalendar(template.value.value, {
      entity: bodies.value.entity('valfiorita'),
      exercise: 2027,
      budgetTerm: '2027-02-28',
    });
    expect(planned.ok).toBe(false);
  });
});
