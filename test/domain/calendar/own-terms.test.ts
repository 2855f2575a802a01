import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkTemplate } from '../../../src/domain/calendar/check-template.js';
import { dateCalendar } from '../../../src/domain/calendar/date-calendar.js';
import { type OwnTerm, strayTerms, withOwnTerms } from '../../../src/domain/calendar/own-terms.js';
import type { CalendarTemplate } from '../../../src/domain/calendar/template.js';
import { workingDays } from '../../../src/domain/calendar/working-days.js';
import { findTemplate, parseTemplate } from '../../../src/seeds/calendar.js';
import { templateText } from '../../../src/seeds/write-template.js';
import { unwrap } from './ccms.js';

const COMUNE = unwrap(findTemplate('comune'));

const term = (step: string, due: string, more: Partial<OwnTerm> = {}): OwnTerm => ({
  ...{ step, due, fromExercise: 2028, citation: 'deliberazione di Giunta n. 12 del 20/01/2027', force: 'body' },
  ...more,
});

const dated = (template: CalendarTemplate, exercise: number) =>
  dateCalendar(template, { exercise, days: workingDays(undefined) });

const datesIn = (template: CalendarTemplate, exercise: number) =>
  unwrap(dated(template, exercise)).map(({ placed: { step }, dates }) => ({ step: step.id, ...dates }));

/** What a step has in an exercise. */
function stepIn(template: CalendarTemplate, exercise: number, id: string) {
  const found = unwrap(dated(template, exercise)).find(({ placed }) => placed.step.id === id);
  if (found === undefined) throw new Error(`no step ${id}`);
  const { opensOn, dueOn, legalTerm, norm } = found.dates;
  return { opensOn, dueOn, legalTerm, citation: norm.citation, window: found.placed.step.window };
}

const problemsOf = (terms: readonly OwnTerm[]): readonly string[] => {
  const found = dated(withOwnTerms(COMUNE.value, terms), 2028);
  return found.ok ? [] : found.error.map(({ code }) => code);
};

describe('a term of the calendar that a body has changed', () => {
  test('holds from its exercise on, with the decision it comes from', () => {
    const changed = withOwnTerms(COMUNE.value, [term('relazione-redazione', '28 aprile Y+1')]);
    expect(stepIn(changed, 2027, 'relazione-redazione')).toEqual(stepIn(COMUNE.value, 2027, 'relazione-redazione'));
    for (const exercise of [2028, 2031])
      expect(stepIn(changed, exercise, 'relazione-redazione')).toMatchObject({
        dueOn: expect.stringMatching(`^${exercise + 1}-04-2`),
        legalTerm: undefined,
        citation: 'deliberazione di Giunta n. 12 del 20/01/2027',
      });
    expect(checkTemplate(changed)).toEqual([]);
    expect([COMUNE.value.version, changed.version]).toEqual(['1', '1+1']);
  });

  test('may go beyond what was written as its months, and opens when it did', () => {
    const changed = withOwnTerms(COMUNE.value, [term('relazione-approvazione', '9 giugno Y+1')]);
    expect(stepIn(changed, 2028, 'relazione-approvazione')).toMatchObject({
      opensOn: '2029-05-16',
      dueOn: '2029-06-08',
      window: 'Mag - Giu',
    });
  });

  test('is an earlier day of the body’s own where the law has set one, which stays', () => {
    const changed = withOwnTerms(COMUNE.value, [term('dup-presentazione', '24 luglio Y-1')]);
    expect(stepIn(changed, 2028, 'dup-presentazione')).toMatchObject({
      dueOn: '2027-07-23',
      legalTerm: '2027-07-31',
      citation: stepIn(COMUNE.value, 2028, 'dup-presentazione').citation,
    });
    expect(problemsOf([term('dup-presentazione', '4 agosto Y-1')])).toContain('due-after-term');
  });

  test('is another of the law’s where the law has changed, once what waits for it is later too', () => {
    const law = { force: 'law', citation: 'D.L. 10/2028, art. 1' } as const;
    const approval = term('piano-approvazione', '15 marzo Y', law);
    expect(problemsOf([approval])).toContain('due-before-dependency');
    const changed = withOwnTerms(COMUNE.value, [term('piano-pubblicazione', '31 marzo Y', law), approval]);
    expect(stepIn(changed, 2028, 'piano-approvazione')).toMatchObject({
      ...{ opensOn: '2028-01-23', dueOn: '2028-03-15', legalTerm: '2028-03-15' },
      ...{ citation: 'D.L. 10/2028, art. 1', window: 'Gen - Mar' },
    });
  });

  test('may be counted from another step, and is changed again later', () => {
    const changed = withOwnTerms(COMUNE.value, [
      term('peg-approvazione', '15 giorni dopo bilancio-approvazione'),
      term('peg-approvazione', '10 giorni dopo bilancio-approvazione', { fromExercise: 2030 }),
    ]);
    expect(stepIn(changed, 2028, 'peg-approvazione').dueOn).toBe('2028-01-14');
    expect(stepIn(changed, 2030, 'peg-approvazione').dueOn <= '2030-01-10').toBe(true);
    expect(stepIn(changed, 2028, 'peg-approvazione').legalTerm).toBe(
      stepIn(COMUNE.value, 2028, 'peg-approvazione').legalTerm,
    );
  });

  test('of a step the calendar does not have is said', () => {
    expect(strayTerms(COMUNE.value, [term('delibera', '1 marzo Y'), term('peg-approvazione', '1 marzo Y')])).toEqual([
      'delibera',
    ]);
  });

  test('stands in the file of its calendar, which read again beside it says the same', () => {
    const terms = [
      term('dup-presentazione', '24 luglio Y-1'),
      term('relazione-approvazione', '9 giugno Y+1', { fromExercise: 2029 }),
    ];
    const changed = withOwnTerms(COMUNE.value, terms);
    const text = templateText(readFileSync(COMUNE.file, 'utf8'), changed);
    expect(text).toContain('# Calendario del ciclo della performance di un Comune');
    const read = unwrap(parseTemplate('calendars/comune.yaml', text)).value;
    for (const exercise of [2027, 2028, 2029]) expect(datesIn(read, exercise)).toEqual(datesIn(changed, exercise));
    expect(withOwnTerms(read, terms)).toEqual(read);
  });

  test('that changes nothing leaves the file as it was', () => {
    expect(withOwnTerms(COMUNE.value, [])).toBe(COMUNE.value);
  });
});
