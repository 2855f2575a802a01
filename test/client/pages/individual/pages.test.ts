import { beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '../site.js';
import { expectTakenAway } from '../taken-away.js';
import { anEvaluationSite, PAGE } from './evaluation-site.js';
import { CONTROLLER, EMPLOYEE, evaluated, HEAD, HOLDER, judged, MANAGER, OIV, SECRET, signed } from './played.js';

const site = anEvaluationSite();
let manager = '';
let employee = '';

beforeAll(async () => {
  manager = await evaluated({ site, person: MANAGER, evaluator: HEAD, of: 'dirigenza' });
  employee = await evaluated({ site, person: EMPLOYEE, evaluator: HOLDER, of: 'personale' }, 'adeguato');
}, 120_000);

describe('the pages of evaluation', () => {
  test('tell each what waits for them, and lead to it', async () => {
    site.on('2017-03-22');
    const page = textOf(await site.page(EMPLOYEE, PAGE));
    expect(page).toContain('Che cosa aspetta Lei');
    expect(page).toContain('scrivere osservazioni o chiedere la seconda istanza');
    expect(page).toContain('04/04/2017');
    expect(page).toContain('La mia scheda');
    expect(page).not.toContain('Le persone che valuto');
  });

  test('show who evaluates their people and whom they have not proposed anything to', async () => {
    const page = textOf(await site.page(HEAD, PAGE));
    expect(page).toContain('Le persone che valuto');
    expect(page).toContain('Leandro Passalacqua');
    expect(page).toContain('Proponi: Ersilia Montecatini');
    expect(page).not.toContain('Proponi: Ottavia');
  });

  test('show controllo di gestione how far everybody is, and no sentence', async () => {
    const page = await site.page(CONTROLLER, PAGE);
    expect(textOf(page)).toContain('A che punto siamo');
    expect(textOf(page)).toContain('Altre schede');
    const sheet = await site.page(CONTROLLER, manager);
    expect(sheet).not.toContain(SECRET);
    expect(textOf(sheet)).toContain('Punteggio');
  });

  test('show the person everything of their own sheet: objectives, judgements with sentences, score with its trace', async () => {
    const page = textOf(await site.page(EMPLOYEE, employee));
    for (const said of [
      'Adeguato',
      'Eccellente',
      'anno positivo',
      'colloquio sereno',
      'Fascia:',
      'Collaborazione',
      'riordino a buon punto',
    ])
      expect(page).toContain(said);
    expect(page).toMatch(/La scheda aspetta l’interessato/);
  });

  test('are not there for who is nothing to a sheet: another and a missing one are the same', async () => {
    expect((await site.get(EMPLOYEE, manager)).status).toBe(404);
    expect((await site.get(EMPLOYEE, `${PAGE}/999`)).status).toBe(404);
    expect((await site.get(EMPLOYEE, `${manager}/scheda.pdf`)).status).toBe(404);
    expect((await site.get(EMPLOYEE, `${manager}/valutazione`)).status).toBe(404);
    expect((await site.send(EMPLOYEE, `${manager}/valutazione`, judged('dirigenza', 'buono', '1'))).status).toBe(404);
  });

  test.each([
    ['passaggi', (): string => employee, EMPLOYEE],
    ['comportamenti', (): string => employee, EMPLOYEE],
    ['punteggio', (): string => employee, EMPLOYEE],
    ['avanzamento', (): string => PAGE, CONTROLLER],
  ] as const)('let the table «%s» be taken away by who sees it', async (table, path, reader) => {
    await expectTakenAway((at) => site.get(reader, at), path(), table);
  });

  test('ask who has not signed in to do so', async () => {
    const answer = await site.app.request(PAGE);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toContain('/accesso');
  });

  test('ask judgements by the scale with what each step means, and come back with what was written where a sentence is missing', async () => {
    const form = await site.page(HOLDER, `${employee}/valutazione`);
    expect(form).toMatch(/type="radio"[^>]*name="comportamenti.qualita"[^>]*value="adeguato" checked/);
    expect(textOf(form)).toContain('Si osserva di norma ed è ciò che la posizione richiede.');
    expect(textOf(form)).toContain('Autovalutazione: Eccellente.');
    const { 'frasi.qualita': _, ...fields } = judged('personale', 'buono', '80');
    const answer = await site.send(HOLDER, `${employee}/valutazione`, fields);
    expect(answer.status).toBe(422);
    const again = await answer.text();
    expect(textOf(again)).toContain('Non è stato registrato nulla');
    expect(again).toMatch(/name="comportamenti.qualita"[^>]*value="buono" checked/);
    expect(again).toContain('come atteso</textarea>');
  });

  test.each([
    ['more than the whole of an objective', HOLDER, 'valutazione', { 'obiettivi.obiettivo-2': '120' }, /100/],
    ['an objective in words', HOLDER, 'valutazione', { 'obiettivi.obiettivo-2': 'tanto' }, /«tanto»/],
    [
      'a step that the scale has not',
      HOLDER,
      'valutazione',
      { 'comportamenti.qualita': 'ottimo' },
      /«ottimo».*adeguato/,
    ],
    ['days of absence before any', HOLDER, 'valutazione', { assenze: '-3' }, /«-3»/],
    ['more days of absence than a year has', HOLDER, 'valutazione', { assenze: '400' }, /366/],
    ['observations that say nothing', EMPLOYEE, 'osservazioni', { testo: '   ' }, /osservazion/],
    ['a page too long to be read', EMPLOYEE, 'osservazioni', { testo: 'a'.repeat(60_000) }, /caratteri/],
    ['a second instance without its reasons', EMPLOYEE, 'seconda-istanza', { testo: '' }, /manca che cosa si contesta/],
  ] as const)(
    'refuse %s in Italian, at its field, with what was written, and keep nothing',
    async (_, by, path, bad, said) => {
      site.on('2017-03-22');
      const before = await site.page(EMPLOYEE, employee);
      const fields = path === 'valutazione' ? { ...judged('personale', 'buono', '80'), ...bad } : bad;
      const answer = await site.send(by, `${employee}/${path}`, fields);
      const html = await answer.text();
      expect([answer.status, textOf(html)]).toEqual([422, expect.stringMatching(said)]);
      expect(html).toContain('aria-invalid="true"');
      for (const written of Object.values(bad)) expect(html).toContain(written.slice(0, 100).trim());
      expect(await site.page(EMPLOYEE, employee)).toBe(before);
    },
  );

  test('say why something cannot be done yet', async () => {
    const page = textOf(await site.page(HOLDER, employee));
    expect(page).toMatch(/Firma la valutazione: Fino al 04\/04\/2017/);
  });

  test('give the sheet as a PDF to who sees it, with what they see', async () => {
    const answer = await site.get(EMPLOYEE, `${employee}/scheda.pdf`);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  test('show the OIV scores and method, not what people said to each other', async () => {
    const page = await site.page(OIV, employee);
    expect(page).not.toContain(SECRET);
    expect(textOf(page)).toContain('Risultato');
  });

  test('say nothing in aggregate while a sheet is open', async () => {
    await signed(site, HEAD, manager);
    const page = textOf(await site.page(CONTROLLER, `${PAGE}/dati-aggregati`));
    expect(page).toContain('Una scheda su 2 non è conclusa');
    const answer = await site.send(CONTROLLER, `${PAGE}/pubblica-premi`, { conferma: 'si' });
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain('una scheda non è ancora conclusa');
  });

  test('say nothing of fewer than five people, and publish that', async () => {
    await signed(site, HOLDER, employee);
    const page = textOf(await site.page(CONTROLLER, `${PAGE}/dati-aggregati`));
    expect(page).toContain('meno di 5');
    expect(await site.does(CONTROLLER, `${PAGE}/pubblica-premi`, { conferma: 'si' })).toContain(
      '2 documenti sono in pubblicazione: risultano pubblicati quando la verifica li trova sul sito',
    );
    const again = await site.send(CONTROLLER, `${PAGE}/pubblica-premi`, { conferma: 'si' });
    expect(textOf(await again.text())).toContain('i dati sono quelli già pubblicati');
  });

  test('give back what was written where its moment has passed meanwhile', async () => {
    const late = await site.send(EMPLOYEE, `${employee}/osservazioni`, { testo: 'Manca il lavoro di dicembre.' });
    const page = textOf(await late.text());
    expect([late.status, page]).toEqual([422, expect.stringContaining('La scheda è firmata')]);
    expect(page).toContain('Manca il lavoro di dicembre.');
  });

  test('offer nobody to take up again what is their own, whatever their role', async () => {
    const own = await evaluated({ site, person: CONTROLLER, evaluator: HEAD, of: 'personale' });
    await signed(site, HEAD, own);
    expect(textOf(await site.page(CONTROLLER, manager))).toContain('Riapri la scheda');
    expect(textOf(await site.page(CONTROLLER, own))).not.toContain('Riapri la scheda');
  });
});
