import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createActions } from '../../src/client/system/actions.js';
import type { AtWork } from '../../src/client/system/with-actions.js';
import { OIV, STEERING } from '../../src/domain/entity.js';
import { saveBody } from '../../src/register/body.js';
import { setCycleStatus } from '../../src/register/cycles.js';
import { addJudgement, interviewsOf, judgementsOf, oivRemarksOf } from '../../src/register/oiv.js';
import { through } from '../../src/register/via.js';
import { aDesk, NOW } from '../client/pages/access/desk.js';
import { obligingTemporal } from '../client/pages/access/temporal.js';
import { textOf } from '../client/pages/site.js';
import { aCheckpoint } from '../register/fixtures.js';
import { THREE, threeWays } from './three-ways.js';

const desk = aDesk();
const CYCLE = 'prova/2016';
const PAGE = `/cicli/${CYCLE}`;

vi.mock('../../src/client/system/with-actions.js', () => ({
  withActions: (_config: unknown, _space: unknown, _entity: unknown, work: (at: AtWork) => Promise<unknown>) => {
    const register = { db: desk.db, schema: desk.schema, close: async () => undefined };
    const now = () => NOW;
    const actions = createActions({ temporal: obligingTemporal([]), register, now });
    return through({ channel: 'command-line' }, () => work({ register, actions, now }));
  },
}));

/** Carla is the OIV, Dario stands in for her this week; Bruno steers; Anna is of the body. */
const ways = threeWays(desk);
const { begin, cookie } = ways;
const byPage: typeof ways.byPage = (path, ...rest) => ways.byPage(`${PAGE}${path}`, ...rest);
const byApi: typeof ways.byApi = (path, ...rest) => ways.byApi(`/cycles/${CYCLE}${path}`, ...rest);
const byCommand: typeof ways.byCommand = (person, ...args) => ways.byCommand(person, ...args, '--year', '2016');

beforeAll(async () => {
  await aCheckpoint(desk.db, CYCLE);
  await setCycleStatus(desk.db, CYCLE, 'running', NOW);
  const requirement = { criterion: 'Conformità', norm: 'art. 14' };
  await saveBody(desk.db, 'prova', {
    profile: {
      chapters: [],
      stakeholders: [],
      validation: {
        version: '1',
        sample: 3,
        requirements: [
          { ...requirement, id: 'metodo', question: 'Il metodo è quello del Sistema?' },
          { ...requirement, id: 'coperto', question: 'Sono rendicontati tutti?', register: 'coverage' },
        ],
      },
    },
    followed: [],
  });
  await desk.owner.query(`
    insert into roles (entity, id, title, board, external) values
      ('prova', '${OIV}', 'OIV', true, false), ('prova', '${STEERING}', 'Controllo di gestione', false, false);
    insert into holdings (entity, person, role, from_date, to_date, origin) values
      ('prova', 'carla', '${OIV}', '2016-01-01', '2016-12-31', 'file'),
      ('prova', 'bruno', '${STEERING}', '2016-01-01', '2016-12-31', 'file')`);
  await begin();
});

const logged = async (action: string) =>
  (
    await desk.owner.query<{ actor: string; for: string; channel: string; detail: object }>(
      'select actor, acting_for as "for", channel, detail from log where action = $1 order by id',
      [action],
    )
  ).rows;
const pageFor = async (person: string) => textOf(await (await desk.get(`${PAGE}/oiv`, cookie(person))).text());

describe('a requirement of the check-list', () => {
  test('is judged by page, API and command, by who stands in for the OIV; every judgement stays', async () => {
    expect((await byPage('/oiv/lista/metodo/giudizio', 'dario', { giudizio: 'met' })).said).toContain('registrato');
    const body = { verdict: 'partly', note: 'manca un capitolo' };
    expect((await byApi('/checks/metodo/judgements', 'dario', body)).done).toBe(true);
    expect(
      (await byCommand('dario', 'judge-check', 'metodo', '--verdict', 'not-met', '--note', 'metodo diverso')).done,
    ).toBe(true);
    expect((await judgementsOf(desk.db, CYCLE, 'requirement')).map(({ verdict }) => verdict)).toEqual([
      'met',
      'partly',
      'not-met',
    ]);
    const lines = await logged('check-judged');
    expect(lines.map(({ channel }) => channel)).toEqual(THREE);
    expect(lines.every(({ actor, for: whom }) => actor === 'dario' && whom === 'carla')).toBe(true);
  });

  test('that has been judged meanwhile is asked about, and goes through when the form is sent again', async () => {
    const seenIn = (page: string) => /name="visto" value="([^"]*)"/.exec(page)?.[1] ?? '';
    const path = '/oiv/lista/metodo/giudizio';
    const visto = seenIn(await (await desk.get(`${PAGE}${path}`, cookie('dario'))).text());
    expect(visto).not.toBe('');
    await addJudgement(desk.db, {
      ...{ cycle: CYCLE, kind: 'requirement', subject: 'metodo', verdict: 'partly', note: 'manca un capitolo' },
      ...{ actor: 'carla', actingFor: undefined, at: NOW, simulated: true },
    });
    const send = (seen: string) =>
      desk.post(
        `${PAGE}${path}`,
        { giudizio: 'not-met', annotazione: 'metodo diverso', visto: seen },
        { cookie: cookie('dario') },
      );
    const asked = await send(visto);
    const page = await asked.text();
    expect([asked.status, textOf(page)]).toEqual([422, expect.stringContaining('Ora il giudizio è «in parte».')]);
    expect((await send(seenIn(page))).status).toBe(303);
  });

  test('with less than a yes wants a note; and only the OIV judges, not who steers', async () => {
    expect((await byPage('/oiv/lista/metodo/giudizio', 'dario', { giudizio: 'not-met' })).said).toContain(
      'serve un’annotazione',
    );
    for (const person of ['anna', 'bruno'])
      expect((await byPage('/oiv/lista/metodo/giudizio', person, { giudizio: 'met' })).done).toBe(false);
    expect((await byApi('/checks/nessuna/judgements', 'dario', { verdict: 'met' })).done).toBe(false);
  });

  test('stands on the desk beside what the register answers, with how much is left', async () => {
    const page = await pageFor('anna');
    expect(page).toContain('metodo diverso');
    expect(page).toContain('Resta da giudicare una voce');
    expect(page).toContain('0 valori su 3 indicatori');
  });

  test('shows what the register answers over its form; a verdict against it says why, by every way, and the reason is kept', async () => {
    const form = textOf(await (await desk.get(`${PAGE}/oiv/lista/coperto/giudizio`, cookie('dario'))).text());
    expect(form).toContain('Dal registro risulta «no»: 0 valori su 3 indicatori');
    const refused = 'dal registro risulta «no»: con il giudizio contrario serve un’annotazione che dica perché';
    expect((await byPage('/oiv/lista/coperto/giudizio', 'dario', { giudizio: 'met' })).said).toContain(refused);
    expect((await byApi('/checks/coperto/judgements', 'dario', { verdict: 'met' })).said).toContain(refused);
    expect((await byCommand('dario', 'judge-check', 'coperto', '--verdict', 'met')).said).toContain(refused);
    expect((await judgementsOf(desk.db, CYCLE, 'requirement')).filter(({ of }) => of === 'coperto')).toEqual([]);
    const note = 'i tre valori sono nella scheda, trasmessa su carta';
    expect((await byApi('/checks/coperto/judgements', 'dario', { verdict: 'met', note })).done).toBe(true);
    expect(await pageFor('anna')).toContain(note);
    const own = textOf(await (await desk.get(`${PAGE}/oiv/lista/metodo/giudizio`, cookie('dario'))).text());
    expect(own).toContain('la verifica spetta a chi valida');
  });
});

describe('a meeting with an office', () => {
  test('is put on record by page, API and command; what was noted only the OIV reads', async () => {
    const fields = { giorno: '05/05/2016', ufficio: 'ufficio:promozione', note: 'i dati vengono dal gestionale' };
    const page = await byPage('/incontro-oiv', 'dario', fields);
    expect(page.said).toContain('L’incontro è registrato');
    const body = { heldOn: '2016-05-06', office: STEERING, notes: 'controlli a campione' };
    expect((await byApi('/interviews', 'dario', body)).done).toBe(true);
    const command = ['record-interview', '--held-on', '6/5/2016', '--office', STEERING, '--notes', 'di nuovo'];
    expect((await byCommand('dario', ...command)).done).toBe(true);
    expect((await interviewsOf(desk.db, CYCLE)).map(({ heldOn }) => heldOn)).toEqual([
      '2016-05-05',
      '2016-05-06',
      '2016-05-06',
    ]);
    expect(await pageFor('dario')).toContain('i dati vengono dal gestionale');
    for (const person of ['anna', 'bruno']) {
      expect(await pageFor(person)).not.toContain('gestionale');
      expect(await pageFor(person)).toContain('riservate all’OIV');
    }
    expect(JSON.stringify(await logged('oiv-interview'))).not.toContain('gestionale');
  });

  test('is not of a day to come, nor recorded by others', async () => {
    const fields = { giorno: '05/06/2016', ufficio: STEERING, note: 'x' };
    expect((await byPage('/incontro-oiv', 'dario', fields)).said).toContain('deve ancora venire');
    expect((await byPage('/incontro-oiv', 'bruno', { ...fields, giorno: '05/05/2016' })).done).toBe(false);
  });
});

describe('a remark of the OIV', () => {
  test('is made by page, API and command, and answered once, by who steers', async () => {
    expect((await byPage('/osservazione-oiv', 'dario', { su: 'dati', testo: 'fonti non indicate' })).done).toBe(true);
    expect((await byApi('/oiv-remarks', 'dario', { about: 'sistema', text: 'pesi da rivedere' })).done).toBe(true);
    expect((await byCommand('dario', 'oiv-remark', '--about', 'piano', '--text', 'target bassi')).done).toBe(true);
    const [first, second, third] = await oivRemarksOf(desk.db, CYCLE);
    expect([first, second, third].map((one) => one?.about)).toEqual(['dati', 'sistema', 'piano']);
    const at = `/oiv/osservazioni/${first?.id}/risposta`;
    expect((await byPage(at, 'dario', { risposta: 'x' })).done).toBe(false);
    expect((await byPage(at, 'bruno', { risposta: 'indicate nella scheda' })).done).toBe(true);
    expect((await byPage(at, 'bruno', { risposta: 'di nuovo' })).said).toContain('già stato risposto');
    expect((await byApi(`/oiv-remarks/${second?.id}/answers`, 'bruno', { answer: 'nel 2017' })).done).toBe(true);
    expect((await byCommand('bruno', 'answer-oiv', String(third?.id), '--answer', 'rivisti')).done).toBe(true);
    expect((await oivRemarksOf(desk.db, CYCLE)).map(({ answer }) => answer?.text)).toEqual([
      'indicate nella scheda',
      'nel 2017',
      'rivisti',
    ]);
    expect((await logged('oiv-answered')).map(({ channel }) => channel)).toEqual(THREE);
    expect(await pageFor('anna')).toContain('indicate nella scheda');
  });

  test('is not made on the desk of a cycle that has ended', async () => {
    await desk.owner.query(`update cycles set status = 'closed' where id = $1`, [CYCLE]);
    try {
      expect((await byPage('/osservazione-oiv', 'dario', { su: 'dati', testo: 'tardi' })).done).toBe(false);
    } finally {
      await desk.owner.query(`update cycles set status = 'running' where id = $1`, [CYCLE]);
    }
  });
});
