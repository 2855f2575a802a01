import { beforeAll, describe, expect, test } from 'vitest';
import { COMPUTED_PARTS } from '../../../../src/office/computed/index.js';
import { documentOf } from '../../../../src/register/documents.js';
import { bodiesOnFile } from '../../../setup/bodies.js';
import { type Reader, signedIn } from '../signed-in.js';
import { aHalfRunSite, rowOf, textOf } from '../site.js';

const PAGE = '/enti/ccms/chi-siamo';
const site = aHalfRunSite('2016-09-20');
let steering: Reader;

beforeAll(async () => {
  steering = await signedIn(site, 'guglielmo.tarasconi');
});

describe('who the body is', () => {
  test('is as its files say, with the organisation drawn and listed', async () => {
    const page = await site.page(PAGE);
    expect(rowOf(page, 'Consiglio camerale')).toContain('22');
    expect(page).toMatch(/<svg[^>]*><title>3 organi, il vertice amministrativo e 12 uffici\./);
    expect(page).not.toContain('Registra la voce');
  });

  test('changes where somebody writes it, and says so in the documents', async () => {
    const giunta = { voce: 'organ/giunta', tipo: 'organ', denominazione: 'Giunta camerale', numero: '8' };
    expect((await steering.post(`${PAGE}/voce`, giunta)).status).toBe(303);
    expect(rowOf(await site.page(PAGE), 'Giunta camerale')).toMatch(/8$/);
    const added = { tipo: 'seat', denominazione: 'Sportello di Massa', orari: 'martedì 9-12' };
    expect((await steering.post(`${PAGE}/voce`, added)).status).toBe(303);
    const written = await COMPUTED_PARTS['ente/chi-siamo']?.(
      { db: site.register.db, bodies: bodiesOnFile() },
      site.run.ref,
    );
    expect(JSON.stringify(written)).toContain('martedì 9-12');
  });

  test('is not written over by who saw it as it was before: they are asked, with how it stands', async () => {
    const shown = (page: string) => /name="visto" value="([^"]*)"/.exec(page)?.[1] ?? '';
    const before = shown(await steering.page(PAGE));
    const entry = { voce: 'organ/giunta', tipo: 'organ', denominazione: 'Giunta camerale' };
    expect((await steering.post(`${PAGE}/voce`, { ...entry, numero: '9' })).status).toBe(303);
    const asked = await steering.post(`${PAGE}/voce`, { ...entry, numero: '7', visto: before });
    expect(asked.status).toBe(422);
    const page = await asked.text();
    expect(textOf(page)).toContain('Ora la voce da cambiare è «Giunta camerale; 9».');
    expect(rowOf(await site.page(PAGE), 'Giunta camerale')).toMatch(/9$/);
    const again = { ...entry, numero: '8', visto: shown(page) };
    expect((await steering.post(`${PAGE}/voce`, again)).status).toBe(303);
  });

  test('does not lose an entry that has become another since who takes it away has read it', async () => {
    const shown = (page: string) => /name="visto" value="([^"]*)"/.exec(page)?.[1] ?? '';
    const before = shown(await steering.page(PAGE));
    const seat = { voce: 'seat/sportello-di-massa', tipo: 'seat', denominazione: 'Sportello di Massa' };
    expect((await steering.post(`${PAGE}/voce`, { ...seat, orari: 'lunedì 9-12' })).status).toBe(303);
    const asked = await steering.post(`${PAGE}/togli-voce`, { voce: seat.voce, motivo: 'chiuso', visto: before });
    expect(asked.status).toBe(422);
    expect(textOf(await asked.text())).toContain('Ora la voce da cambiare è «Sportello di Massa; lunedì 9-12».');
    expect(textOf(await site.page(PAGE))).toContain('Sportello di Massa');
  });

  test('loses what somebody takes away', async () => {
    const away = { voce: 'seat/sportello-di-massa', motivo: 'chiuso' };
    expect((await steering.post(`${PAGE}/togli-voce`, away)).status).toBe(303);
    expect(textOf(await site.page(PAGE))).not.toContain('Sportello di Massa');
  });

  test.each([
    ['twice under one name', { tipo: 'organ', denominazione: 'OIV' }, 'c’è già una voce'],
    ['with a name that says nothing', { tipo: 'organ', denominazione: '…' }, 'non ha lettere'],
    ['an entry there is not', { voce: 'organ/nessuno', tipo: 'organ', denominazione: 'X' }, 'non è fra le scelte'],
    ['of no kind', { denominazione: 'X' }, 'manca che cosa è'],
  ])('is not written %s', async (_, fields, said) => {
    const answer = await steering.post(`${PAGE}/voce`, fields);
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain(said);
  });

  test('is not for everybody to write', async () => {
    const officer = await signedIn(site, 'lidia.fornasetti');
    expect((await officer.post(`${PAGE}/voce`, { tipo: 'organ', denominazione: 'X' })).status).toBe(403);
  });
});

describe('parts of documents computed from the cycle', () => {
  test.each([
    ['risorse/per-area', /1010000/],
    ['risorse/riconciliazione', /coincidono/],
    ['piano/mappa', /non dichiara collegamenti/],
    ['piano/obiettivi-dirigenti', /Segretario Generale/],
    ['ente/organigramma', /Dipende da/],
  ])('%s says what there is', async (name, said) => {
    const part = await COMPUTED_PARTS[name]?.({ db: site.register.db, bodies: bodiesOnFile() }, site.run.ref);
    expect(JSON.stringify(part)).toMatch(said);
  });

  test('risorse/spesa says nothing while nothing is on record; of a year without a plan nothing is said at all', async () => {
    const sources = { db: site.register.db, bodies: bodiesOnFile() };
    expect(await COMPUTED_PARTS['risorse/spesa']?.(sources, site.run.ref)).toEqual([]);
    const next = { ...site.run.ref, exercise: 2019 };
    expect(await COMPUTED_PARTS['risorse/per-area']?.(sources, next)).toEqual([]);
  });

  test('objectives of dirigenti stand in the Piano without any result', async () => {
    const piano = await documentOf(site.register.db, 'ccms/2016', 'piano');
    expect(piano).toBeDefined();
    const part = await COMPUTED_PARTS['piano/obiettivi-dirigenti']?.(
      { db: site.register.db, bodies: bodiesOnFile() },
      site.run.ref,
    );
    expect(JSON.stringify(part)).not.toMatch(/Grado di realizzazione|Risultato 2016/);
  });
});
