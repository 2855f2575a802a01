import { describe, expect, test } from 'vitest';
import { setStepState } from '../../../../src/register/steps.js';
import { signedIn } from '../signed-in.js';
import { aHalfRunSite } from '../site.js';

const site = aHalfRunSite('2016-04-20');

/** The lines of a calendar, folded ones joined. */
const linesOf = (ics: string): readonly string[] => ics.replace(/\r\n[ \t]/g, '').split('\r\n');

/** One event by a piece of its summary. */
function eventOf(ics: string, summary: string): readonly string[] {
  const lines = linesOf(ics);
  const at = lines.findIndex((line) => line.startsWith('SUMMARY') && line.includes(summary));
  if (at < 0) throw new Error(`no event «${summary}»`);
  const from = lines.lastIndexOf('BEGIN:VEVENT', at);
  return lines.slice(from, lines.indexOf('END:VEVENT', from) + 1);
}

describe('the calendar of a body', () => {
  const PATH = '/enti/ccms/calendario.ics';

  test('has every step on its due date, with the norm and the UID of the mails', async () => {
    const answer = await site.app.request(PATH);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const ics = await answer.text();
    const rpp = eventOf(ics, 'Approvazione della RPP');
    expect(rpp).toContain('UID:ccms.2016.rpp-approvazione.scadenza@ciclo');
    expect(rpp).toContain('DTSTART;VALUE=DATE:20151030');
    expect(rpp.join('\n')).toContain('Termine di legge: D.P.R. 254/2005\\, art. 5');
    expect(linesOf(ics).filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(41);
  });

  test('is the same text until something changes, and says so', async () => {
    const first = await site.app.request(PATH);
    const etag = first.headers.get('etag') ?? '';
    const text = await first.text();
    expect(await (await site.app.request(PATH)).text()).toBe(text);
    const again = await site.app.request(PATH, { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    await setStepState(site.register.db, 'ccms/2016', 'monitoraggio-3', { dueOn: '2017-01-25' });
    const changed = await site.app.request(PATH, { headers: { 'if-none-match': etag } });
    expect(changed.status).toBe(200);
    expect(eventOf(await changed.text(), 'Terzo monitoraggio')).toContain('DTSTART;VALUE=DATE:20170125');
  });

  test('of a body that is not there is not there', async () => {
    expect((await site.app.request('/enti/altro/calendario.ics')).status).toBe(404);
  });
});

describe('the calendar of a person', () => {
  const PAGE = '/enti/ccms/calendario';
  const secretIn = (html: string): string => /\/calendari\/([\w-]+)\/mio\.ics/.exec(html)?.[1] ?? '';

  test('opens by an address shown once, without signing in, and has what the person answers for', async () => {
    const officer = await signedIn(site, 'noemi.ghirlandini');
    const given = await officer.post(PAGE, { azione: 'crea' });
    const secret = secretIn(await given.text());
    expect(secret).toMatch(/^[\w-]{32}$/);
    expect(secretIn(await officer.page(PAGE))).toBe('');
    const ics = await (await site.app.request(`/calendari/${secret}/mio.ics`)).text();
    expect(eventOf(ics, 'Tassi di assenza')).toContain('DTSTART;VALUE=DATE:20160131');
    expect(ics).toContain('Primo monitoraggio');
    expect(ics).not.toContain('Approvazione della RPP');
    const body = await (await site.app.request(`/calendari/${secret}/ente.ics`)).text();
    expect(body).toContain('Approvazione della RPP');
  });

  test('opens no more once there is a new address, or none', async () => {
    const officer = await signedIn(site, 'noemi.ghirlandini');
    const first = secretIn(await (await officer.post(PAGE, { azione: 'crea' })).text());
    const second = secretIn(await (await officer.post(PAGE, { azione: 'crea' })).text());
    expect((await site.app.request(`/calendari/${first}/mio.ics`)).status).toBe(404);
    expect((await site.app.request(`/calendari/${second}/mio.ics`)).status).toBe(200);
    expect((await officer.post(PAGE, { azione: 'spegni' })).status).toBe(303);
    expect((await site.app.request(`/calendari/${second}/ente.ics`)).status).toBe(404);
  });

  test('opens no more once the person is not in service, neither theirs nor the body’s', async () => {
    const officer = await signedIn(site, 'noemi.ghirlandini');
    const secret = secretIn(await (await officer.post(PAGE, { azione: 'crea' })).text());
    const inService = (active: boolean) =>
      site.register.db
        .updateTable('people')
        .set({ active })
        .where('entity', '=', 'ccms')
        .where('id', '=', 'noemi.ghirlandini')
        .execute();
    await inService(false);
    try {
      for (const file of ['mio.ics', 'ente.ics'])
        expect([file, (await site.app.request(`/calendari/${secret}/${file}`)).status]).toEqual([file, 404]);
    } finally {
      await inService(true);
    }
    expect((await site.app.request(`/calendari/${secret}/mio.ics`)).status).toBe(200);
  });

  test.each(['x', 'a'.repeat(32), '..%2f..'])('does not open by guessing: %s', async (secret) => {
    expect((await site.app.request(`/calendari/${secret}/mio.ics`)).status).toBe(404);
  });

  test('is not given to who has not signed in', async () => {
    const answer = await site.app.request(PAGE, { method: 'POST', headers: { origin: 'http://localhost' } });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/accesso');
  });

  test('is nowhere in the register in clear', async () => {
    const officer = await signedIn(site, 'noemi.ghirlandini');
    const secret = secretIn(await (await officer.post(PAGE, { azione: 'crea' })).text());
    const rows = await site.register.db.selectFrom('calendarFeeds').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(secret);
  });
});
