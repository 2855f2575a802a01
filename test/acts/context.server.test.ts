import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createActions } from '../../src/client/system/actions.js';
import type { AtWork } from '../../src/client/system/with-actions.js';
import { factorsOf } from '../../src/domain/context/factors.js';
import { saveBody } from '../../src/register/body.js';
import { checkUpAnswers, factorRevisions } from '../../src/register/context.js';
import { followedOf } from '../../src/register/follow-up.js';
import { accountAmounts, amountsOf, profileToday, seriesValues } from '../../src/register/series-values.js';
import { through } from '../../src/register/via.js';
import { loadIndices, loadQuestionnaire } from '../../src/seeds/analysis.js';
import { aDesk, NOW } from '../client/pages/access/desk.js';
import { obligingTemporal } from '../client/pages/access/temporal.js';
import { textOf } from '../client/pages/site.js';
import { aCheckpoint } from '../register/fixtures.js';
import { THREE, threeWays } from './three-ways.js';

const desk = aDesk();
const STEERING = 'controllo-gestione';

vi.mock('../../src/client/system/with-actions.js', () => ({
  withActions: (_config: unknown, _space: unknown, _entity: unknown, work: (at: AtWork) => Promise<unknown>) => {
    const register = { db: desk.db, schema: desk.schema, close: async () => undefined };
    const now = () => NOW;
    const actions = createActions({ temporal: obligingTemporal([]), register, now });
    return through({ channel: 'command-line' }, () => work({ register, actions, now }));
  },
}));

/** Carla steers, Dario stands in for her this week, Bruno is of the office that has the series. */
const { begin, byApi, byCommand, byPage, cookie } = threeWays(desk);

beforeAll(async () => {
  await aCheckpoint(desk.db, 'prova/2016');
  const [finance, checkUp] = [loadIndices('nessuna'), loadQuestionnaire('nessuna')];
  if (!finance.ok || !checkUp.ok) throw new Error('the definitions that come with the program are wrong');
  const table = {
    id: 'pratiche',
    title: 'Pratiche',
    source: 'cap. 1.2',
    columns: [
      { subject: 'prova', year: 2015 },
      { subject: 'prova', year: 2014 },
    ],
    rows: [
      { id: 'evase', name: 'Pratiche evase', cells: ['17.171', '17.048'] },
      { id: 'quota', name: 'Quota', cells: ['99%', '98%'] },
    ],
  };
  const chapters = [{ id: 'processi', title: 'Processi', owner: 'ufficio:isr', tables: [table] }];
  await saveBody(desk.db, 'prova', {
    profile: { chapters, stakeholders: [], finance: finance.value, checkUp: checkUp.value },
    followed: [],
  });
  await desk.owner.query(`
    insert into roles (entity, id, title, board, external) values ('prova', '${STEERING}', 'Controllo di gestione', false, false);
    insert into holdings (entity, person, role, from_date, to_date, origin) values
      ('prova', 'carla', '${STEERING}', '2016-01-01', '2016-12-31', 'file')`);
  await begin();
});

/** What the form at an address says it shows. */
async function shownAt(path: string, person: string): Promise<string> {
  const page = await (await desk.get(path, cookie(person))).text();
  return /name="visto" value="([^"]*)"/.exec(page)?.[1] ?? '';
}

const lines = async (action: string) =>
  (
    await desk.owner.query(
      'select actor, acting_for as "for", channel, detail ->> \'reason\' as reason from log where action = $1 order by id',
      [action],
    )
  ).rows;

describe('a factor of the context', () => {
  const CYCLE = '/cicli/prova/2016';
  const held = async () => factorsOf(await factorRevisions(desk.db, 'prova'), 2016).held;

  test('is written by page, API and command, for whom one stands in', async () => {
    const page = await byPage(`${CYCLE}/fattore`, 'dario', { quadro: 'strength', testo: 'Sede in centro' });
    expect(page).toEqual({ done: true, said: expect.stringContaining('/contesto?esercizio=2016&fatto=Il fattore') });
    expect(
      (await byApi('/cycles/prova/2016/factors', 'dario', { kind: 'threat', text: 'Meno diritto annuale' })).done,
    ).toBe(true);
    const command = ['add-factor', '--kind', 'strength', '--text', 'Benchmarking', '--year', '2016'];
    expect(await byCommand('dario', ...command)).toEqual({ done: true, said: expect.stringContaining('aggiunto') });
    expect((await held()).map(({ kind, text, ordinal, actingFor }) => [kind, text, ordinal, actingFor])).toEqual([
      ['strength', 'Sede in centro', 1, 'carla'],
      ['strength', 'Benchmarking', 2, 'carla'],
      ['threat', 'Meno diritto annuale', 1, 'carla'],
    ]);
    expect((await lines('factor-added')).map(({ channel }) => channel)).toEqual(THREE);
  });

  test('is not written twice, nor by who does not steer', async () => {
    const fields = { quadro: 'strength', testo: 'Sede in centro' };
    expect((await byPage(`${CYCLE}/fattore`, 'dario', fields)).said).toContain('è già fra quelli');
    expect((await byPage(`${CYCLE}/fattore`, 'bruno', { ...fields, testo: 'Altro' })).done).toBe(false);
  });

  test('is looked at again: in other words, or no longer and why; what was said before stays', async () => {
    const [first, second] = await held();
    const at = `${CYCLE}/contesto/${first?.factor}/esame`;
    const review = `/cycles/prova/2016/factors/${second?.factor}/reviews`;
    expect(textOf(await (await desk.get(at, cookie('dario'))).text())).toContain('Sede in centro');
    expect((await byPage(at, 'dario', { esito: 'changed' })).said).toContain('serve il testo nuovo');
    expect((await byPage(at, 'dario', { esito: 'changed', testo: 'Sede vicina alla stazione' })).done).toBe(true);
    expect((await byApi(review, 'dario', { standing: 'dropped' })).said).toContain('serve il perché');
    expect((await byApi(review, 'dario', { standing: 'dropped', reason: 'progetto finito' })).done).toBe(true);
    expect((await held()).map(({ text }) => text)).toEqual(['Sede vicina alla stazione', 'Meno diritto annuale']);
    const page = textOf(await (await desk.get('/enti/prova/contesto', cookie('bruno'))).text());
    for (const text of ['Sede in centro', 'Sede vicina alla stazione', 'progetto finito']) expect(page).toContain(text);
  });
});

describe('a series', () => {
  const PAGE = '/enti/prova/serie/pratiche';
  const printed = async () =>
    (await profileToday(desk.db, 'prova'))?.chapters[0]?.tables[0]?.rows.map(({ cells }) => cells);

  test('goes on by a year on its page, by who answers for it', async () => {
    const page = textOf(await (await desk.get(`${PAGE}/anno`, cookie('bruno'))).text());
    expect(page).toContain('(2015: 17.171)');
    const tried = await byPage(`${PAGE}/anno`, 'bruno', {
      anno: '2016',
      'valori.evase': '17300',
      'valori.quota': '97',
    });
    expect(tried).toEqual({ done: true, said: expect.stringContaining('Sono registrati 2 valori.') });
    expect(await printed()).toEqual([
      ['17.300', '17.171', '17.048'],
      ['97%', '99%', '98%'],
    ]);
  });

  test('is corrected by API and command: the value before stays on record', async () => {
    const years = '/entities/prova/series/pratiche/years';
    expect((await byApi(years, 'bruno', { year: 2016, values: { evase: 17301 }, note: 'riconteggio' })).done).toBe(
      true,
    );
    const command = ['extend-series', 'pratiche', '--of', '2016', '--values', 'evase=17302', 'quota=nd'];
    expect(await byCommand('dario', ...command)).toEqual({ done: true, said: expect.stringContaining('2 valori') });
    const all = await seriesValues(desk.db, 'prova', 'pratiche');
    expect(all.filter(({ row }) => row === 'evase').map(({ printed, note }) => [printed, note])).toEqual([
      ['17.300', null],
      ['17.301', 'riconteggio'],
      ['17.302', null],
    ]);
    expect((await printed())?.[1]?.[0]).toBe('nd');
    expect((await lines('series-extended')).map(({ channel }) => channel)).toEqual(THREE);
  });

  test('asks once about what is odd, and keeps what was asked', async () => {
    const fields = { anno: '2016', 'valori.evase': '173' };
    const asked = await byPage(`${PAGE}/anno`, 'bruno', fields);
    expect(asked).toEqual({ done: false, said: expect.stringContaining('al massimo un decimo') });
    expect((await byPage(`${PAGE}/anno`, 'bruno', { ...fields, controllati: 'si' })).done).toBe(true);
    expect((await seriesValues(desk.db, 'prova', 'pratiche')).at(-1)?.odd).toContain('al massimo un decimo');
  });

  test('asks who writes over what another has written since; other rows are nobody else’s', async () => {
    const visto = await shownAt(`${PAGE}/anno`, 'bruno');
    expect((await byPage(`${PAGE}/anno`, 'dario', { anno: '2013', 'valori.evase': '16900' })).done).toBe(true);
    const fields = { anno: '2013', visto };
    expect((await byPage(`${PAGE}/anno`, 'bruno', { ...fields, 'valori.quota': '97' })).done).toBe(true);
    const over = { ...fields, 'valori.evase': '16950' };
    const asked = await byPage(`${PAGE}/anno`, 'bruno', over);
    expect(asked).toEqual({
      done: false,
      said: expect.stringContaining('Ora per il 2013 si legge: Pratiche evase 16.900.'),
    });
    const again = { ...over, visto: await shownAt(`${PAGE}/anno`, 'bruno') };
    expect((await byPage(`${PAGE}/anno`, 'bruno', again)).done).toBe(true);
  });

  test('takes a sheet, and says where it is wrong', async () => {
    const years = '/entities/prova/series/pratiche/years';
    const file = (text: string) => [{ name: 'anno.csv', content: Buffer.from(text).toString('base64') }];
    const wrong = await byApi(years, 'bruno', { year: 2015, file: file('Codice;Valore\nevase;tanti\n') });
    expect(wrong).toEqual({ done: false, said: expect.stringContaining('csv, B2') });
    const stray = await byApi(years, 'bruno', { year: 2015, file: file('Codice;Valore\nevasa;1\n') });
    expect(stray.said).toContain('evasa');
    expect((await byApi(years, 'bruno', { year: 2015, file: file('Codice;Valore\nevase;17.200\n') })).done).toBe(true);
    expect((await seriesValues(desk.db, 'prova', 'pratiche')).at(-1)).toMatchObject({
      origin: 'sheet',
      source: 'anno.csv',
    });
  });

  test.each([
    ['who does not answer for it', 'anna', { anno: '2016', 'valori.evase': '1' }, /consentito|può|profilo/],
    ['nothing written', 'bruno', { anno: '2016' }, /non c’è nessun valore/],
    ['a year that has not begun', 'bruno', { anno: '2017', 'valori.evase': '1' }, /non è ancora cominciato/],
    ['what is there already', 'bruno', { anno: '2014', 'valori.evase': '17.048' }, /è già questo/],
    ['a row it has not', 'bruno', { anno: '2014', 'valori.altra': '1' }, /altra/],
  ])('is not changed by %s', async (_, person, fields, says) => {
    const before = await seriesValues(desk.db, 'prova');
    const tried = await byPage(`${PAGE}/anno`, person, fields);
    expect(tried).toEqual({ done: false, said: expect.stringMatching(says) });
    expect(await seriesValues(desk.db, 'prova')).toHaveLength(before.length);
  });
});

describe('the accounts of a year', () => {
  const amounts = async (year: number) => Object.fromEntries(amountsOf(await accountAmounts(desk.db, 'prova'), year));

  test('are entered by page, API and command, and make the indices', async () => {
    const page = { anno: '2015', 'valori.attivo-circolante': '5.570,00', 'valori.passivo-circolante': '1000' };
    expect((await byPage('/enti/prova/conti', 'dario', page)).said).toContain('Sono registrati 2 importi.');
    const api = { year: 2015, values: { 'patrimonio-netto': 770.5 } };
    expect((await byApi('/entities/prova/accounts', 'dario', api)).done).toBe(true);
    expect((await byCommand('dario', 'enter-accounts', '--of', '2015', '--values', 'passivo-fisso=1,25')).done).toBe(
      true,
    );
    expect(await amounts(2015)).toEqual({
      'attivo-circolante': '5570',
      'passivo-circolante': '1000',
      'patrimonio-netto': '770.5',
      'passivo-fisso': '1.25',
    });
    expect((await lines('accounts-entered')).map(({ channel }) => channel)).toEqual(THREE);
    const shown = textOf(await (await desk.get('/enti/prova/finanza?anno=2015', cookie('bruno'))).text());
    expect(shown).toContain('Attivo circolante 5.570,00 / Passivo circolante 1.000,00 = 5,57');
    expect(shown).toContain('manca: Immobilizzazioni');
  });

  test('asked of two people at once are not written over unseen', async () => {
    const at = '/enti/prova/conti';
    const visto = await shownAt(at, 'dario');
    expect((await byPage(at, 'dario', { anno: '2013', 'valori.attivo-circolante': '10' })).done).toBe(true);
    const over = { anno: '2013', 'valori.attivo-circolante': '11', visto };
    expect((await byPage(at, 'dario', over)).said).toContain('Ora per il 2013 si legge: Attivo circolante 10,00 €.');
    expect(await amounts(2013)).toEqual({ 'attivo-circolante': '10' });
    expect((await byPage(at, 'dario', { ...over, visto: await shownAt(at, 'dario') })).done).toBe(true);
  });

  test('are taken back by «nd»: missing is not zero', async () => {
    expect((await byCommand('dario', 'enter-accounts', '--of', '2015', '--values', 'passivo-fisso=nd')).done).toBe(
      true,
    );
    expect(await amounts(2015)).not.toHaveProperty('passivo-fisso');
    expect((await byCommand('dario', 'enter-accounts', '--of', '2015', '--values', 'passivo-fisso=nd')).done).toBe(
      false,
    );
  });

  test.each([
    ['a third decimal', '1,234', 'due decimali'],
    ['what is read in two ways', '1.5', 'due modi'],
    ['words', 'tanto', 'non è un numero'],
  ])('refuse %s', async (_, written, says) => {
    const tried = await byApi('/entities/prova/accounts', 'dario', { year: 2015, values: { personale: written } });
    expect(tried).toEqual({ done: false, said: expect.stringContaining(says) });
  });
});

describe('a requirement of the check-up', () => {
  const at = '/cicli/prova/2016/check-up/modello-fasi';
  const api = '/cycles/prova/2016/requirements/modello-fasi';

  test('has no action before it is a gap', async () => {
    const action = { azione: 'Calendario', responsabile: 'ufficio:isr', termine: '2016-12-31' };
    expect((await byPage(`${at}/azione`, 'dario', action)).said).toContain('non è una lacuna');
  });

  test('is answered by page, API and command; one that is applied says what shows it', async () => {
    expect(
      (await byPage(`${at}/risposta`, 'dario', { grado: 'avviato', evidenza: '3 attività in ritardo' })).done,
    ).toBe(true);
    expect((await byApi(`${api}/answers`, 'dario', { degree: 'applicato' })).said).toContain('con che cosa lo mostra');
    expect((await byApi(`${api}/answers`, 'dario', { degree: 'ottimo' })).said).toContain('ottimo');
    expect((await byApi(`${api}/answers`, 'dario', { degree: 'non-applicato' })).done).toBe(true);
    const command = ['answer-check-up', 'modello-fasi', '--year', '2016', '--degree', 'parziale'];
    expect((await byCommand('dario', ...command)).done).toBe(true);
    expect((await byCommand('bruno', ...command)).done).toBe(false);
    expect((await checkUpAnswers(desk.db, 'prova')).map(({ degree }) => degree)).toEqual([
      'avviato',
      'non-applicato',
      'parziale',
    ]);
    expect((await lines('check-up-answered')).map(({ channel }) => channel)).toEqual(THREE);
  });

  test('that is a gap opens actions of the improvement plan, with an owner and a date', async () => {
    const action = { azione: 'Calendario scritto', responsabile: 'ufficio:isr', termine: '2016-12-31' };
    expect((await byPage(`${at}/azione`, 'dario', { ...action, termine: '2016-01-31' })).said).toContain('già passato');
    expect((await byPage(`${at}/azione`, 'dario', { ...action, responsabile: 'nessuno' })).done).toBe(false);
    expect((await byPage(`${at}/azione`, 'dario', action)).said).toContain('modello-fasi/2016');
    const body = { text: 'Verifica mensile', owner: STEERING, dueOn: '2016-10-31' };
    expect((await byApi(`${api}/actions`, 'dario', body)).done).toBe(true);
    const command = [
      'improve',
      'modello-fasi',
      '--year',
      '2016',
      '--text',
      'Corso',
      '--owner',
      STEERING,
      '--due-on',
      '2016-11-30',
    ];
    expect((await byCommand('dario', ...command)).done).toBe(true);
    const opened = await followedOf(desk.db, 'prova', 'improvement');
    expect(opened.map(({ id, text, owner, dueOn, source, state }) => [id, text, owner, dueOn, source, state])).toEqual([
      ['modello-fasi/2016', 'Calendario scritto', 'ufficio:isr', '2016-12-31', 'check-up 2016', 'planned'],
      ['modello-fasi/2016-2', 'Verifica mensile', STEERING, '2016-10-31', 'check-up 2016', 'planned'],
      ['modello-fasi/2016-3', 'Corso', STEERING, '2016-11-30', 'check-up 2016', 'planned'],
    ]);
    const page = textOf(await (await desk.get('/enti/prova/check-up', cookie('bruno'))).text());
    expect(page).toContain('Calendario scritto');
    expect((await desk.get('/enti/prova/miglioramento/modello-fasi/2016-2', cookie('bruno'))).status).toBe(200);
  });
});
