import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SESSION_COOKIE } from '../../../../src/client/pages/kit/viewer.js';
import { installationWatch } from '../../../../src/client/system/installation-watch.js';
import type { Trouble } from '../../../../src/domain/trouble.js';
import type { OutgoingMail } from '../../../../src/mail/transport.js';
import { holdersOf } from '../../../../src/register/people.js';
import { beginSession } from '../../../../src/register/sessions.js';
import { endTrouble, openTroubles, recordTrouble } from '../../../../src/register/troubles.js';
import { announceWorker } from '../../../../src/register/workers.js';
import { consoleParts } from '../parts.js';
import { aHalfRunSite, rowOf, textOf } from '../site.js';
import { expectTakenAway } from '../taken-away.js';

const site = aHalfRunSite('2016-09-20');
const PAGE = '/enti/ccms/da-sistemare';

let steering = '';
let officer = '';
let administrator = '';
beforeAll(async () => {
  const cookieOf = async (email: string) =>
    `${SESSION_COOKIE}=${await beginSession(site.register.db, email, 'rehearsal', 1)}`;
  steering = await cookieOf('guglielmo.tarasconi@ccms.example');
  officer = await cookieOf('lidia.fornasetti@ccms.example');
  const [holder] = await holdersOf(site.register.db, 'ccms', 'amministratore', '2016-09-20');
  administrator = await cookieOf(holder?.email ?? '');
  await announceWorker(site.register.db, '1@prova');
});
beforeEach(async () => {
  const { db } = site.register;
  for (const { detail } of await openTroubles(db, 'all')) await endTrouble(db, detail, '2016-01-01T08:00:00Z');
});

const get = (path: string, cookie: string) =>
  Promise.resolve(site.app.request(`http://localhost${path}`, { headers: { cookie } }));
const textAt = async (path: string, cookie = steering) => textOf(await (await get(path, cookie)).text());

const STUCK: Trouble = {
  kind: 'step-failed',
  entity: 'ccms',
  exercise: 2016,
  step: 'rpp-approvazione',
  title: 'Approvazione della RPP',
  failure: 'interrotta dal gestore del sistema',
};

describe('what the people of a body are to do themselves', () => {
  const of = { entity: 'ccms', exercise: 2016 } as const;
  const missing: readonly Trouble[] = [
    { kind: 'plan-missing', ...of, step: 'rpp-approvazione', title: 'Approvazione della RPP' },
    {
      kind: 'sections-missing',
      ...of,
      ...{ step: 'piano-approvazione', title: 'Approvazione del Piano', document: 'piano' },
      sections: ['1. Chi siamo'],
    },
  ];

  test('is said whole on the first page, with what to do and the way there, to who can do it', async () => {
    for (const one of missing) await recordTrouble(site.register.db, one, '2016-09-20T07:00:00Z');
    await recordTrouble(site.register.db, STUCK, '2016-09-19T10:00:00Z');
    const html = await (await get('/cicli/ccms/2016', steering)).text();
    const page = textOf(html);
    expect(page).toContain('nel registro non ce n’è nessuno: lo inizia il controllo di gestione.');
    expect(page).toContain('iniziarlo da quello dell’anno precedente');
    expect(html).toContain('<a href="/cicli/ccms/2016/piano">Inizia il Piano</a>');
    expect(page).toContain('il documento non è completo: manca una sezione (1. Chi siamo).');
    expect(html).toContain('<a href="/cicli/ccms/2016/documenti/piano/bozza">Apri la bozza</a>');
    expect(page).toContain('C’è un’altra cosa da sistemare.');
    expect(await textAt('/cicli/ccms/2016', officer)).not.toContain('non è completo');
    for (const path of ['/cicli/ccms/2016/piano', '/cicli/ccms/2016/documenti/piano/bozza'])
      expect((await get(path, steering)).status).toBe(200);
  });
});

describe('what is stuck', () => {
  test('says where nothing is, and does not show itself on the other pages', async () => {
    expect(await textAt(PAGE)).toContain('Nulla da sistemare');
    for (const path of ['/cicli/ccms/2016', '/enti/ccms'])
      expect(await textAt(path)).not.toContain('cosa da sistemare');
  });

  test('is told with since when, why and the way to mend it, to who steers; and counted on the first pages', async () => {
    await recordTrouble(site.register.db, STUCK, '2016-09-19T10:00:00Z');
    const page = await (await get(PAGE, steering)).text();
    const row = rowOf(page, 'Attività interrotta');
    expect(row).toContain('19/09/2016 alle 12:00');
    expect(row).toContain('interrotta dal gestore del sistema');
    expect(row).toContain('riavviare l’attività');
    expect(page).toContain('href="/cicli/ccms/2016/attivita/rpp-approvazione/gestione"');
    for (const path of ['/cicli/ccms/2016', '/enti/ccms']) {
      expect(await textAt(path)).toContain('C’è una cosa da sistemare. Che cosa, e come');
      expect((await (await get(path, officer)).text()).includes(`href="${PAGE}"`)).toBe(false);
    }
  });

  test('about an individual objective is not told to who only administers', async () => {
    const step = { entity: 'ccms', exercise: 2016, step: 'monitoraggio-1', title: 'Primo monitoraggio' };
    const since = '2016-09-19T10:00:00Z';
    const own: Trouble = { kind: 'not-computed', ...step, since, indicators: ['SG-1-01'] };
    await recordTrouble(site.register.db, own, since);
    expect(await textAt(PAGE)).toContain('SG-1-01');
    expect(await textAt(PAGE, administrator)).not.toContain('SG-1-01');
    const told: Trouble = { kind: 'step-stuck', ...step, failure: 'in SG-1-02 la formula divide per zero' };
    await recordTrouble(site.register.db, told, since);
    expect(await textAt(PAGE)).toContain('SG-1-02');
    expect(await textAt(PAGE, administrator)).not.toContain('SG-1-02');
    await endTrouble(site.register.db, own, '2016-09-20T07:00:00Z');
    expect(await textAt(PAGE, administrator)).not.toContain('SG-1-01');
  });

  test('mended lately is told with until when', async () => {
    await recordTrouble(site.register.db, STUCK, '2016-09-19T10:00:00Z');
    await endTrouble(site.register.db, STUCK, '2016-09-20T07:00:00Z');
    const page = await (await get(PAGE, steering)).text();
    expect(textOf(page)).toContain('Nulla da sistemare');
    expect(rowOf(page, 'Attività interrotta')).toContain('20/09/2016 alle 09:00');
    await expectTakenAway((path) => get(path, steering), PAGE, 'sistemate');
  });

  test('is for who steers or administers only', async () => {
    expect((await get(PAGE, officer)).status).toBe(403);
  });

  test('of a kind that only a newer version knows is shown with its reason', async () => {
    await recordTrouble(site.register.db, STUCK, '2016-09-19T10:00:00Z');
    await site.register.db
      .updateTable('troubles')
      .set({ kind: 'tape-worn' as 'step-failed', detail: JSON.stringify({ kind: 'tape-worn' }) })
      .where('endedAt', 'is', null)
      .execute();
    expect(await textAt(PAGE)).toContain('interrotta dal gestore del sistema');
    await site.register.db
      .updateTable('troubles')
      .set({ endedAt: '2016-09-19T10:00:00Z', endedHow: 'gone' })
      .where('endedAt', 'is', null)
      .execute();
  });

  test.each<[string, Trouble]>([
    [
      '/cicli/ccms/2016/piano/letture',
      { kind: 'readings-unconfirmed', entity: 'ccms', exercise: 2016, readings: 2, inForce: true },
    ],
    ['/cicli/ccms/2016/piano', { kind: 'plan-missing', entity: 'ccms', exercise: 2016, step: 'x', title: 'x' }],
    [
      '/cicli/ccms/2016/attivita/piano-pubblicazione',
      {
        kind: 'publication-unverified',
        entity: 'ccms',
        exercise: 2016,
        step: 'piano-pubblicazione',
        title: 'x',
        failure: 'x',
      },
    ],
    ['/enti/ccms/mail-da-chiarire', { kind: 'mail-refused', entity: 'ccms', mails: 1, since: '2016-09-19T10:00:00Z' }],
    [
      '/cicli/ccms/2016/attivita/monitoraggio-1',
      { kind: 'process-stray', entity: 'ccms', workflow: 'ccms/2016/monitoraggio-1' },
    ],
    [
      '/cicli/ccms/2016/attivita/monitoraggio-1/gestione',
      { kind: 'step-stuck', entity: 'ccms', exercise: 2016, step: 'monitoraggio-1', title: 'x', failure: 'x' },
    ],
  ])('the page it leads to is there: %s', async (path, trouble) => {
    await recordTrouble(site.register.db, trouble, '2016-09-19T10:00:00Z');
    expect(await (await get(PAGE, steering)).text()).toContain(`href="${path}"`);
    expect((await get(path, steering)).status).toBe(200);
  });
});

describe('what no worker can tell', () => {
  const sent: OutgoingMail[] = [];
  const watch = () =>
    installationWatch({
      register: site.register,
      post: { ...consoleParts(sent).post, domain: 'ccms.example', consoleUrl: 'https://ciclo.example' },
      now: () => site.run.now,
      failed: (cause) => {
        throw cause;
      },
    });
  const forgetWorkers = () => site.register.db.deleteFrom('workers').execute();

  test('no worker is on the page at once, with what starts one, and at /salute', async () => {
    await forgetWorkers();
    expect(await textAt(PAGE, administrator)).toContain('Avviare «ciclo worker»');
    // Who steers a body that somebody else administers is not asked to.
    expect(await textAt(PAGE)).not.toContain('Avviare «ciclo worker»');
    expect(await (await get('/salute', '')).json()).toMatchObject({ stato: 'da sistemare', worker: 'assente' });
    await announceWorker(site.register.db, '1@prova');
    expect(await textAt(PAGE, administrator)).not.toContain('Avviare «ciclo worker»');
  });

  test('it is on record and written to who is to mend it at the second look, and ends when one is there', async () => {
    await forgetWorkers();
    const look = watch();
    await look();
    expect(await openTroubles(site.register.db, 'installation')).toEqual([]);
    await look();
    await look();
    expect(await openTroubles(site.register.db, 'installation')).toMatchObject([{ kind: 'worker-absent' }]);
    const told = sent.filter(({ text }) => text.includes('Nessun worker al lavoro'));
    expect(told.map(({ to }) => to.address)).toEqual([...new Set(told.map(({ to }) => to.address))]);
    expect(told.length).toBeGreaterThan(0);
    await announceWorker(site.register.db, '1@prova');
    await look();
    expect(await openTroubles(site.register.db, 'installation')).toEqual([]);
  });

  test('a program older than the register is on the page and at /salute', async () => {
    await site.owner.query(`insert into migrations (name, checksum) values ('999_later.sql', 'x')`);
    expect(await textAt(PAGE, administrator)).toContain('999_later.sql');
    expect(await (await get('/salute', '')).json()).toMatchObject({ versione: 'diversa dal programma' });
    await site.owner.query(`delete from migrations where name = '999_later.sql'`);
    expect(await (await get('/salute', '')).json()).toMatchObject({ stato: 'ok', versione: 'ok' });
  });
});

test('/salute counts what is stuck by kind, and says nothing else of it', async () => {
  await recordTrouble(site.register.db, STUCK, '2016-09-19T10:00:00Z');
  const answer = await get('/salute', '');
  expect(answer.status).toBe(200);
  const told = await answer.text();
  expect(JSON.parse(told)).toMatchObject({ stato: 'da sistemare', daSistemare: { 'step-failed': 1 } });
  expect(told).not.toMatch(/ccms|gestore|rpp/);
});
