import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dateCalendar } from '../../../src/domain/calendar/date-calendar.js';
import type { CivilDate } from '../../../src/domain/calendar/types.js';
import { workingDays } from '../../../src/domain/calendar/working-days.js';
import { findTemplate, templateIds } from '../../../src/seeds/calendar.js';
import { unwrap } from './ccms.js';

const GOLDEN = new URL('./golden/kinds-2027.json', import.meta.url);

/** Steps of 2027 with opening, deadline, norm and the law's own day: without a body, and so without its patron saint. */
function datesOf(template: string, budgetTerm?: CivilDate): Readonly<Record<string, string>> {
  const days = workingDays(undefined);
  const dated = unwrap(dateCalendar(unwrap(findTemplate(template)).value, { exercise: 2027, days, budgetTerm }));
  return Object.fromEntries(
    dated.map(({ placed: { step }, dates }) => [
      step.id,
      `${dates.opensOn} – ${dates.dueOn}, ${dates.norm.id}${dates.legalTerm === undefined ? '' : `, legge ${dates.legalTerm}`}`,
    ]),
  );
}

const KINDS = templateIds().filter((id) => !['dlgs150', 'piao'].includes(id));

describe('the calendars of each kind of body', () => {
  test('have the dates that were read by eye', () => {
    const dates = {
      ...Object.fromEntries(KINDS.map((id) => [id, datesOf(id)])),
      'comune, bilancio differito al 31 marzo': datesOf('comune', '2027-03-31'),
    };
    if (process.env.CICLO_REFRESH_GOLDEN === '1') writeFileSync(GOLDEN, `${JSON.stringify(dates, null, 2)}\n`);
    expect(dates).toEqual(JSON.parse(readFileSync(GOLDEN, 'utf8')));
  });

  test('of a Comune: DUP by 31 July, nota by 15 November, PEG within twenty days of the bilancio, PIAO by 31 January', () => {
    const dates = datesOf('comune');
    expect(dates['dup-presentazione']).toContain('legge 2026-07-31');
    expect(dates['nota-dup']).toContain('legge 2026-11-15');
    expect(dates['bilancio-approvazione']).toContain('legge 2026-12-31');
    expect(dates['peg-approvazione']).toContain('legge 2027-01-20');
    expect(dates['piano-approvazione']).toContain('legge 2027-01-31');
    expect(dates['salvaguardia-approvazione']).toContain('legge 2027-07-31');
    expect(dates['rendiconto-approvazione']).toContain('legge 2028-04-30');
    expect(dates['relazione-pubblicazione']).toContain('legge 2028-06-30');
  });

  test('of a Comune whose bilancio is postponed: the bilancio itself, the PEG after it, the PIAO thirty days later', () => {
    const dates = datesOf('comune', '2027-03-31');
    expect(dates['bilancio-approvazione']).toContain('bilancio-differito, legge 2027-03-31');
    expect(dates['peg-approvazione']).toContain('legge 2027-04-20');
    expect(dates['piano-approvazione']).toContain('piao-differito, legge 2027-04-30');
    expect(dates['dup-presentazione']).toContain('legge 2026-07-31');
  });
});
