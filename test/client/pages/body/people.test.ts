import { beforeAll, describe, expect, test } from 'vitest';
import { type EntityPerson, STEERING } from '../../../../src/domain/entity.js';
import { setCycleStatus } from '../../../../src/register/cycles.js';
import { entityOf, saveEntity } from '../../../../src/register/entities.js';
import { ACCESS_STEP } from '../../../../src/register/notices.js';
import { putOffice } from '../../../../src/register/offices.js';
import { holdersOf } from '../../../../src/register/people.js';
import { savePlanVersion } from '../../../../src/register/plans.js';
import { aPlan } from '../../../register/fixtures.js';
import { aDesk, NOW } from '../access/desk.js';
import { textOf } from '../site.js';

const desk = aDesk();
const PEOPLE = '/enti/prova/persone';
let carla = '';

beforeAll(async () => {
  await desk.db
    .insertInto('roles')
    .values({
      entity: 'prova',
      id: STEERING,
      title: 'Controllo di gestione',
      board: false,
      recordedBy: null,
      external: false,
    })
    .onConflict((c) => c.doNothing())
    .execute();
  await desk.db
    .insertInto('holdings')
    .values({
      entity: 'prova',
      person: 'carla',
      role: STEERING,
      fromDate: '2016-01-01',
      toDate: 'infinity',
      origin: 'file',
    })
    .execute();
  carla = await desk.signedIn('carla@prova.example');
});

const send = (path: string, fields: Readonly<Record<string, string>>) =>
  desk.post(`/enti/prova${path}`, fields, { cookie: carla });
const shown = async (): Promise<string> => textOf(await (await desk.get(PEOPLE, carla)).text());

describe('the people of a body, on a page', () => {
  test('are listed with what they hold, to who administers them and to nobody else', async () => {
    expect(await shown()).toContain('Controllo di gestione (dal 01/01/2016)');
    expect((await desk.get(PEOPLE, await desk.signedIn('bruno@prova.example'))).status).toBe(403);
  });

  test('who is added, appointed and whose mandate is ended holds it at once, and no longer', async () => {
    const added = await send('/nuova-persona', { nome: 'Nora Poli', mail: 'nora.poli@prova.example' });
    expect(decodeURIComponent(added.headers.get('location') ?? '')).toContain('con il nome breve «nora.poli»');
    const given = await send('/persone/nora.poli/incarico', { incarico: STEERING, dal: '10/05/2016' });
    expect(given.status).toBe(303);
    const steering = async (on: Parameters<typeof holdersOf>[3]) =>
      (await holdersOf(desk.db, 'prova', STEERING, on)).map(({ id }) => id);
    expect(await steering('2016-05-10')).toEqual(['carla', 'nora.poli']);
    const again = await send('/persone/nora.poli/incarico', { incarico: STEERING, dal: '01/06/2016' });
    expect([again.status, textOf(await again.text())]).toEqual([
      422,
      expect.stringContaining('ha già questo incarico dal 10/05/2016: prima lo si chiude'),
    ]);
    await send('/persone/nora.poli/fine-incarico', { incarico: `${STEERING}@2016-05-10`, al: '31/05/2016' });
    expect(await steering('2016-06-01')).toEqual(['carla']);
    expect(await shown()).toContain('Controllo di gestione (dal 10/05/2016 al 31/05/2016)');
  });

  test('the last who steers keeps what they hold until somebody else has it', async () => {
    const ended = await send('/persone/carla/fine-incarico', { incarico: `${STEERING}@2016-01-01`, al: '30/06/2016' });
    expect([ended.status, textOf(await ended.text())]).toEqual([
      422,
      expect.stringContaining('nessun altro sarebbe «Controllo di gestione»'),
    ]);
  });

  test('an address somebody else has, or that is none, is refused at its field', async () => {
    const taken = await send('/nuova-persona', { nome: 'Altro Bruno', mail: 'bruno@prova.example' });
    expect([taken.status, textOf(await taken.text())]).toEqual([422, expect.stringContaining('l’indirizzo è già di')]);
    const none = await send('/persone/bruno/dati', { nome: 'Bruno', mail: 'bruno(at)prova' });
    expect([none.status, textOf(await none.text())]).toEqual([422, expect.stringContaining('atteso un indirizzo')]);
  });

  test('who changes an address tells the one that was: the links that let in go to the other from now on', async () => {
    expect((await send('/persone/dario/dati', { nome: 'Dario', mail: 'dario.nuovo@prova.example' })).status).toBe(303);
    const told = async () =>
      await desk.db
        .selectFrom('notices')
        .select(['toAddress', 'message'])
        .where('kind', '=', 'address-changed')
        .where('step', '=', ACCESS_STEP)
        .execute();
    const once = [{ toAddress: 'dario@prova.example', message: { to: 'dario.nuovo@prova.example' } }];
    expect(await told()).toMatchObject(once);
    expect(await send('/persone/dario/dati', { nome: 'Dario Verdi', mail: 'dario.nuovo@prova.example' })).toMatchObject(
      {
        status: 303,
      },
    );
    expect(await told()).toMatchObject(once);
  });

  test('a substitution that leads round says who acts', async () => {
    const fields = { dal: '11/05/2016', al: '20/05/2016', motivo: 'ferie' };
    await send('/sostituzioni', { ...fields, assente: 'bruno', sostituto: 'dario' });
    const round = await send('/sostituzioni', { ...fields, assente: 'dario', sostituto: 'bruno' });
    expect(decodeURIComponent(round.headers.get('location') ?? '')).toContain('le sostituzioni si rincorrono');
  });

  test('the body as it stands is taken away as its file, by who administers it alone', async () => {
    const taken = await desk.get('/enti/prova/ente.yaml', carla);
    expect([taken.status, taken.headers.get('content-disposition')]).toEqual([
      200,
      expect.stringContaining('entity.yaml'),
    ]);
    const text = await taken.text();
    expect(text).toMatch(/id: nora\.poli\n {4}name: Nora Poli/);
    expect(text).toContain('dario.nuovo@prova.example');
    expect((await desk.get('/enti/prova/ente.yaml', await desk.signedIn('bruno@prova.example'))).status).toBe(403);
  });

  test('who may see and do what is listed for each, as the tables that decide it say', async () => {
    const page = textOf(await (await desk.get('/enti/prova/chi-vede', carla)).text());
    expect(page).toMatch(/Carla Prova\s+Controllo di gestione[\s\S]*?sì\s+sì\s+sì\s+sì\s+sì/);
    expect(page).toMatch(/Anna Prova[\s\S]*?sì\s+no\s+no\s+no\s+no/);
    expect(page).toMatch(/Controllo di gestione\s+sì\s+sì\s+no\s+no\s+no\s+no\s+sì\s+no/);
    expect((await desk.get('/enti/prova/chi-vede', await desk.signedIn('bruno@prova.example'))).status).toBe(403);
  });

  test('an office that answers for indicators of a running cycle is not ended: it is said of how many', async () => {
    const office = { id: 'metrologia', title: 'Metrologia' };
    await putOffice(desk.db, { entity: 'prova', ...office, active: true });
    const own = JSON.stringify(aPlan()).replaceAll(/"office":"[^"]+"/g, '"office":"metrologia"');
    const version = { entity: 'prova', exercise: 2016, version: 1, hash: 'x', inForceFrom: '2016-01-29' } as const;
    await savePlanVersion(desk.db, { ...version, plan: JSON.parse(own), status: 'in-force', decisionKey: null });
    await setCycleStatus(desk.db, 'prova/2016', 'running', NOW);
    // The draft of an amendment already asks somebody else: until it is approved, nothing is changed.
    const draft = { version: 2, hash: 'y', plan: aPlan(), status: 'draft', inForceFrom: null } as const;
    await savePlanVersion(desk.db, { ...version, ...draft, decisionKey: null });
    const refused = await send('/uffici/metrologia/chiusura-ufficio', { motivo: 'riordino' });
    expect([refused.status, textOf(await refused.text())]).toEqual([
      422,
      expect.stringMatching(
        /nel Piano 2016 risponde ancora di (un indicatore|\d+ indicatori): prima si affidano a un altro/,
      ),
    ]);
  });

  test('an office that is added has who answers for it, keeps its new name when the file is read again, and ends', async () => {
    expect((await send('/nuovo-ufficio', { denominazione: 'Polizia locale' })).status).toBe(303);
    const twice = await send('/nuovo-ufficio', { denominazione: 'polizia locale' });
    expect(textOf(await twice.text())).toContain('«Polizia locale» è già tra gli uffici dell’ente');
    const given = await send('/persone/bruno/incarico', { incarico: 'ufficio:polizia-locale', dal: '10/05/2016' });
    expect(given.status).toBe(303);
    expect(await shown()).toContain('Polizia locale Bruno');
    const renamed = await send('/uffici/polizia-locale/denominazione', { denominazione: 'Corpo di polizia locale' });
    expect(renamed.status).toBe(303);
    const filed = await entityOf(desk.db, 'prova');
    if (filed === undefined) throw new Error('no body');
    const office = { id: 'polizia-locale', title: 'Polizia locale' };
    const steering = (one: EntityPerson) => (one.id === 'carla' ? { ...one, holds: [{ role: STEERING }] } : one);
    await saveEntity(desk.db, { ...filed, people: filed.people.map(steering), offices: [office] });
    expect((await entityOf(desk.db, 'prova'))?.offices).toContainEqual({ ...office, title: 'Corpo di polizia locale' });
    expect((await send('/uffici/polizia-locale/chiusura-ufficio', { motivo: 'unione dei corpi' })).status).toBe(303);
    expect((await entityOf(desk.db, 'prova'))?.offices.map(({ id }) => id)).not.toContain('polizia-locale');
    expect((await holdersOf(desk.db, 'prova', 'ufficio:polizia-locale', '2016-05-11')).map(({ id }) => id)).toEqual([]);
  });
});
