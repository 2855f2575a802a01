import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDateRule, resolveDateRule } from '../../../src/domain/calendar/date-rule.js';
import { parseWindow, windowDates } from '../../../src/domain/calendar/window.js';
import { workingDays } from '../../../src/domain/calendar/working-days.js';
import { unwrap } from './ccms.js';

const days = workingDays({ name: 'San Ceccardo', month: 6, day: 16 });

function span(text: string, year: number): string {
  const window = unwrap(parseWindow(text));
  if (window.kind !== 'span') return window.kind;
  const dates = windowDates(window, year);
  return dates.ok ? `${dates.value.opensOn} ${dates.value.dueOn}` : dates.error;
}

describe('a window as the source writes it', () => {
  it.each([
    ['Giu-Set', 2015, '2015-06-01 2015-09-30'],
    ['Giu-Sett', 2015, '2015-06-01 2015-09-30'],
    ['Ott-Gen', 2015, '2015-10-01 2016-01-31'],
    ['Nov - Dic', 2015, '2015-11-01 2015-12-31'],
    ['Gen - Feb', 2016, '2016-01-01 2016-02-29'],
    ['Gen – Feb', 2017, '2017-01-01 2017-02-28'],
    ['Dic', 2015, '2015-12-01 2015-12-31'],
    ['Feb.', 2024, '2024-02-01 2024-02-29'],
    ['settembre-OTTOBRE', 2015, '2015-09-01 2015-10-31'],
    ['31 Dic - 15 Gen', 2016, '2016-12-31 2017-01-15'],
    ['30 aprile', 2016, '2016-04-30 2016-04-30'],
    ['20 Gen - 10 Gen', 2016, '2016-01-20 2017-01-10'],
    ['1° Giu - Set', 2015, '2015-06-01 2015-09-30'],
    ['In itinere', 2016, 'ongoing'],
    ['29 febbraio', 2016, '2016-02-29 2016-02-29'],
    ['29 febbraio', 2017, 'il 29 febbraio 2017 non esiste: scrivere il solo mese'],
  ])('«%s» from %i is %s', (text, year, expected) => {
    expect(span(text, year)).toBe(expected);
  });

  it.each([
    '',
    'Gi-Set',
    'Giu-',
    'Giu-Set-Ott',
    'trimestre',
    '31 Feb',
    '0 Gen',
    '31 aprile',
    'Giu/Set',
    'M'.repeat(99),
  ])('«%s» is refused', (text) => {
    expect(parseWindow(text).ok).toBe(false);
  });

  it('is read or refused, whatever the text', () => {
    fc.assert(fc.property(fc.string(), (text) => [true, false].includes(parseWindow(text).ok)));
  });
});

describe('a date of a template', () => {
  const context = {
    exercise: 2016,
    days,
    dueOf: (step: string) => (step === 'piano' ? ('2016-01-29' as const) : undefined),
  };

  it.each([
    ['31 ottobre Y-1', '2015-10-31'],
    ['1° febbraio Y', '2016-02-01'],
    ['30 giu Y+1', '2017-06-30'],
    ['fine febbraio Y', '2016-02-29'],
    ['fine febbraio Y+1', '2017-02-28'],
    ['29 febbraio Y', '2016-02-29'],
    ["15 giorni dopo l'apertura", '2016-06-16'],
    ['15 giorni dopo l’apertura', '2016-06-16'],
    // 2 June and San Ceccardo do not count.
    ["10 giorni lavorativi dopo l'apertura", '2016-06-17'],
    ['1 giorno dopo piano', '2016-01-30'],
    ['1 giorno lavorativo dopo piano', '2016-02-01'],
  ])('«%s» for 2016, from an opening on 1 June, is %s', (text, expected) => {
    const rule = unwrap(parseDateRule(text));
    expect(unwrap(resolveDateRule(rule, { ...context, opensOn: '2016-06-01' }))).toBe(expected);
  });

  it.each([
    '31 ottobre',
    '31 ottobre 2015',
    '31 ottobre Y-2',
    '31 febbraio Y',
    '31 aprile Y',
    '0 gennaio Y',
    '10 brumaio Y',
    'fine mese Y',
    '15 giorni',
    'dopo piano',
    '1000 giorni dopo piano',
    '-3 giorni dopo piano',
    '',
  ])('«%s» is refused', (text) => {
    expect(parseDateRule(text).ok).toBe(false);
  });

  it('counted from what has no date has none', () => {
    const opening = unwrap(parseDateRule("2 giorni dopo l'apertura"));
    const other = unwrap(parseDateRule('2 giorni dopo rpp'));
    expect(resolveDateRule(opening, context).ok).toBe(false);
    expect(resolveDateRule(other, context).ok).toBe(false);
  });

  it('is read or refused, whatever the text and however long', () => {
    fc.assert(fc.property(fc.string(), (text) => [true, false].includes(parseDateRule(text).ok)));
    expect(parseDateRule('1'.repeat(100_000)).ok).toBe(false);
  });
});
