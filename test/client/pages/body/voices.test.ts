import { beforeAll, describe, expect, test } from 'vitest';
import { type Reader, signedIn } from '../signed-in.js';
import { aHalfRunSite, textOf } from '../site.js';

const site = aHalfRunSite('2016-09-20');
const BODY = '/enti/ccms';
const REGISTER = `${BODY}/stakeholder/registro`;
const FEEDBACK = '/cicli/ccms/2016/feedback';
let controller: Reader;
let officer: Reader;

beforeAll(async () => {
  controller = await signedIn(site, 'guglielmo.tarasconi');
  officer = await signedIn(site, 'lidia.fornasetti');
});

describe('the register of stakeholders', () => {
  test('begins from the body’s list, without a matrix; who does not steer is offered no change', async () => {
    const page = await officer.page(REGISTER);
    expect(textOf(page)).toContain('Associazioni di categoria');
    expect(textOf(page)).toContain('La matrice si disegna quando almeno uno stakeholder ha influenza e interesse');
    expect(page).not.toContain('/descrizione"');
  });

  test('draws who is described, says in words what it draws, and prefills their form with what is there', async () => {
    const written = { gruppo: 'Imprese', attese: 'Tempi certi', influenza: '4', interesse: '5' };
    expect((await controller.post(`${REGISTER}/imprese/descrizione`, written)).status).toBe(303);
    const page = await controller.page(REGISTER);
    expect(page).toMatch(/<svg[^>]*role="img"[^>]*aria-label="[^"]*Imprese: influenza 4, interesse 5/);
    expect(textOf(page)).toContain('Coinvolgere da vicino');
    expect(textOf(page)).toMatch(/Ancora senza influenza o interesse: Associazioni di categoria,/);
    const form = await controller.page(`${REGISTER}/imprese/descrizione`);
    expect(form).toMatch(/<textarea[^>]*name="attese"[^>]*>Tempi certi<\/textarea>/);
    expect(form).toMatch(/<option value="4" selected/);
  });

  test('says who changed first to whom had the form open before', async () => {
    const form = await controller.page(`${REGISTER}/imprese/descrizione`);
    const seen = /name="visto" value="([^"]+)"/.exec(form)?.[1] ?? '';
    await controller.post(`${REGISTER}/imprese/descrizione`, { influenza: '3', interesse: '3' });
    const late = await controller.post(`${REGISTER}/imprese/descrizione`, { influenza: '1', visto: seen });
    expect([late.status, textOf(await late.text())]).toEqual([422, expect.stringContaining('influenza 3 su 5')]);
  });

  test.each([
    [`${REGISTER}/nessuno/descrizione`, 404],
    [`${BODY}/indagini/999`, 404],
    [`${BODY}/indagini/x`, 404],
  ])('answers %s by %s', async (path, status) => {
    expect((await controller.get(path)).status).toBe(status);
  });

  test.each([
    `${REGISTER}/imprese/descrizione`,
    `${REGISTER}/nuovo-stakeholder`,
    `${BODY}/indagini/nuova-indagine`,
    `${BODY}/stakeholder/messaggi`,
    '/cicli/ccms/2016/comunicazioni/comunicazione',
    '/cicli/ccms/2016/indicatori/1.1.1-01/indagine',
  ])('shows %s to nobody but who steers', async (path) => {
    expect((await officer.get(path)).status).toBe(403);
    expect((await controller.get(path)).status).toBe(200);
  });
});

describe('the strategic feedback', () => {
  const left = async () =>
    /(?:Restano|Resta) da considerare (\d+) voc[ei] su (\d+)/.exec(textOf(await controller.page(FEEDBACK)));

  test('says how many items are left, and one less once one is considered', async () => {
    const before = Number((await left())?.[1]);
    expect(before).toBeGreaterThan(1);
    const key = encodeURIComponent('improvement:rendicontazione/1');
    const without = await controller.post(`${FEEDBACK}/${key}`, { esercizio: '2016', esito: 'x', segue: 'action' });
    expect([without.status, textOf(await without.text())]).toEqual([422, expect.stringContaining('manca quale')]);
    const fields = { esercizio: '2016', esito: 'Rapporto alla Giunta.', segue: 'action', quale: 'Rapporto' };
    expect((await controller.post(`${FEEDBACK}/${key}`, fields)).status).toBe(303);
    expect(Number((await left())?.[1])).toBe(before - 1);
    expect(textOf(await controller.page(FEEDBACK))).toContain('Un’azione: Rapporto');
  });

  test('keeps what somebody typed of an item that was considered meanwhile, at the field it is typed in', async () => {
    const item = `${FEEDBACK}/${encodeURIComponent('improvement:rendicontazione/2')}`;
    const consider = (esito: string) => controller.post(item, { esercizio: '2016', esito });
    expect((await consider('Prima del Piano.')).status).toBe(303);
    const second = await consider('Con la Relazione.');
    const page = await second.text();
    expect([second.status, textOf(page)]).toEqual([
      422,
      expect.stringContaining('per il 2016 è già scritto che cosa se ne fa: «Prima del Piano.»'),
    ]);
    expect(page).toMatch(/<textarea[^>]*name="esito"[^>]*>Con la Relazione\.<\/textarea>/);
    const [, field] = /<a href="#([^"]+)">per il 2016 è già scritto/.exec(page) ?? [];
    expect(page).toContain(`<textarea id="${field}"`);
    expect(await controller.page(FEEDBACK)).not.toContain('Con la Relazione.');
  });

  test('is said on the page of the step that reads it, and not where the year has begun', async () => {
    const steps = '/cicli/ccms/2016/attivita';
    expect(textOf(await officer.page(`${steps}/obiettivi-strategici`))).toMatch(
      /Feedback strategico Restano da considerare/,
    );
    expect(textOf(await officer.page(`${steps}/piano-comunicazione`))).not.toContain('Restano da considerare');
  });

  test('is for who steers to consider, and there is nothing of what there is not', async () => {
    const key = encodeURIComponent('improvement:rendicontazione/2');
    expect((await officer.post(`${FEEDBACK}/${key}`, { esercizio: '2016', esito: 'x' })).status).toBe(403);
    expect((await controller.post(`${FEEDBACK}/result:2016:9.9.9-99`, { esito: 'x' })).status).toBe(404);
    expect(await officer.page(FEEDBACK)).not.toContain('<details');
  });
});

describe('every page about what stakeholders say', () => {
  test.each([REGISTER, `${BODY}/indagini`, FEEDBACK, '/cicli/ccms/2016/comunicazioni'])(
    '%s has no script or style inside',
    async (path) => {
      expect(await controller.page(path)).not.toMatch(/<style|\sstyle=|\son[a-z]+="|<script(?![^>]*\bsrc=)/);
    },
  );
});
