import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicFormPath } from '../../../../src/access/public-form-path.js';
import { draftedOf, sectionsOf } from '../../../../src/register/drafting.js';
import { addRemarks } from '../../../../src/register/drafting-remarks.js';
import { transmissionsOf } from '../../../../src/register/drafting-transmissions.js';
import { openForm } from '../../../../src/register/public-voices.js';
import { docx, item, p, picture, table } from '../../../files/docx.js';
import { png } from '../../../files/pictures.js';
import { chromiumPath, openBrowser, whySkipped } from '../browser.js';
import { aLiveCycle, eventually } from '../live-cycle.js';

const STEP = 'rpp-approvazione';
const RPP = '/cicli/ccms/2016/documenti/rpp/bozza';
const SECTION = `${RPP}/sezioni/indirizzi`;
const PIANO = '/cicli/ccms/2016/documenti/piano/bozza';
const CHAPTER = `${PIANO}/sezioni/presentazione`;
const [GENERAL, STEERING] = ['ottavia.brandini', 'guglielmo.tarasconi'];
const SIZES = { phone: { width: 390, height: 844 }, laptop: { width: 1366, height: 768 } } as const;

describe.skipIf(chromiumPath === undefined)(`documents written in a browser${whySkipped}`, () => {
  const live = aLiveCycle('2015-10-02');
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const contexts = new Map<string, BrowserContext>();
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
    await live.open(STEP, undefined, 'to-be-transmitted');
  });
  afterAll(async () => {
    await browser?.close();
  });

  /** A page of somebody who has signed in. */
  async function open(path: string, person: string, scripts = true): Promise<Page> {
    const key = `${person}/${scripts}`;
    const context = contexts.get(key) ?? (await signedIn(person, scripts));
    contexts.set(key, context);
    const page = await context.newPage();
    await page.goto(`${live.url}${path}`, { waitUntil: 'load' });
    return page;
  }

  async function signedIn(person: string, scripts: boolean): Promise<BrowserContext> {
    const context = await browser.newContext({ viewport: SIZES.laptop, locale: 'it-IT', javaScriptEnabled: scripts });
    const [name = '', value = ''] = (await live.session(person)).split('=');
    await context.addCookies([{ name, value, url: live.url }]);
    return context;
  }

  /** Nothing against WCAG 2.1 AA and nothing wider than the screen, at both widths. */
  async function sound(page: Page, name: string): Promise<void> {
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      const shots = process.env.CICLO_SHOTS;
      if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}-${size}.png`, fullPage: true });
      await page.evaluate(axe);
      const results = await page.evaluate<AxeResults>(
        `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'], resultTypes: ['violations'] })`,
      );
      expect(results.violations.map((v) => `${v.id}: ${v.help} — ${v.nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    }
    await page.setViewportSize(SIZES.laptop);
  }

  test('who prepares a document finds at its step that it is theirs to transmit, with the way to the draft', async () => {
    const page = await open(await live.link(STEP, GENERAL), GENERAL);
    expect(await page.locator('h1').textContent()).toBe('Approvazione della RPP: documento da trasmettere');
    expect(await page.locator('main').textContent()).not.toContain('all’esame');
    await sound(page, 'adempimento-da-trasmettere');
    await page.getByRole('link', { name: 'Apri la bozza' }).click();
    await page.getByRole('heading', { name: 'Che cosa manca' }).waitFor();
  });

  test('the public form for stakeholders, open, wrong and sent, without signing in', async () => {
    const code = 'a'.repeat(30);
    await openForm(live.register.db, { entity: 'ccms', code, openedAt: live.now(), openedBy: STEERING });
    const context = await browser.newContext({ viewport: SIZES.laptop, locale: 'it-IT' });
    const page = await context.newPage();
    await page.goto(`${live.url}${publicFormPath(code)}`);
    await sound(page, 'modulo');
    await page.getByRole('button', { name: 'Invia' }).click();
    await page.getByRole('alert').waitFor();
    await sound(page, 'modulo-errori');
    await page.getByLabel('Scrivo come').selectOption({ index: 1 });
    await page.getByLabel('Osservazione', { exact: true }).fill('Lo sportello apre tardi.');
    await page.getByRole('button', { name: 'Invia' }).click();
    await page.waitForURL('**/inviata');
    await sound(page, 'modulo-inviato');
    await context.close();
  });

  const textOf = async (document: string, section: string): Promise<string | undefined> => {
    const draft = await draftedOf(live.register.db, { cycle: live.cycle, document });
    if (draft === undefined) throw new Error(`no draft of ${document}`);
    return (await sectionsOf(live.register.db, draft)).find(({ outline }) => outline.id === section)?.text;
  };

  test('a section is written with the toolbar, previewed as one types, and saved', async () => {
    const page = await open(SECTION, GENERAL);
    const field = page.getByLabel('Testo', { exact: true });
    await field.fill('Priorità');
    await page.getByRole('button', { name: 'Titolo', exact: true }).focus();
    await page.keyboard.press('Enter');
    expect(await field.inputValue()).toBe('## Priorità');
    await field.press('Control+End');
    await field.pressSequentially('\n\nSostegno alle imprese');
    await page.locator('#anteprima h3', { hasText: 'Priorità' }).waitFor();
    await page.getByText('Testo non salvato, tenuto da parte').waitFor();
    await sound(page, 'scrivere');
    await page.getByRole('button', { name: 'Salva', exact: true }).click();
    await page.getByText('Salvato: revisione 1.').waitFor();
    expect(await textOf('rpp', 'indirizzi')).toBe('## Priorità\n\nSostegno alle imprese');
    await page.close();
  });

  test('the toolbar is one stop of the keyboard, and arrows go along it', async () => {
    const page = await open(SECTION, GENERAL);
    await page.getByRole('button', { name: 'Titolo', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Grassetto');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.localName')).toBe('textarea');
    await page.close();
  });

  test('two people in one section are told of each other, and neither text is lost', async () => {
    const first = await open(SECTION, GENERAL);
    const second = await open(SECTION, STEERING);
    await second.getByText('Ottavia Brandini ha aperto questa sezione').waitFor();
    await first.getByLabel('Testo', { exact: true }).fill('## Priorità\n\nIl testo della segretaria');
    await first.getByRole('button', { name: 'Salva', exact: true }).click();
    await first.getByText('Salvato: revisione 2.').waitFor();
    await second.getByLabel('Testo', { exact: true }).fill('## Priorità\n\nIl testo del controllo');
    await second.getByRole('button', { name: 'Salva', exact: true }).click();
    await second.getByRole('alert').waitFor();
    expect(await second.getByRole('alert').textContent()).toContain('Ottavia Brandini ha salvato un altro testo');
    expect(await second.getByLabel('Testo', { exact: true }).inputValue()).toContain('Il testo del controllo');
    await second.getByRole('heading', { name: 'I due testi' }).waitFor();
    await sound(second, 'due-testi');
    await second.getByRole('button', { name: 'Salva', exact: true }).click();
    await second.getByText('Salvato: revisione 3.').waitFor();
    await second.goto(`${live.url}${SECTION}/versioni`);
    await second.getByRole('heading', { name: 'Che cosa cambia dalla revisione 2 alla 3' }).waitFor();
    await sound(second, 'versioni');
    await first.close();
    await second.close();
  });

  test('without a script the same page works by its buttons', async () => {
    const page = await open(SECTION, STEERING, false);
    expect(await page.getByRole('toolbar').count()).toBe(0);
    await page.getByLabel('Testo', { exact: true }).fill('| Voce | 2016 |\n| --- | --- |\n| Marmo | 10 |');
    await page.getByRole('button', { name: 'Anteprima' }).click();
    await page.locator('#anteprima table').waitFor();
    await page.goto(`${live.url}${SECTION}`);
    // What was previewed and not saved is still there.
    expect(await page.getByLabel('Testo', { exact: true }).inputValue()).toContain('Marmo');
    await page.getByRole('button', { name: 'Lascia il testo non salvato' }).click();
    await page.getByText('Il testo non salvato è stato lasciato').waitFor();
    expect(await page.getByLabel('Testo', { exact: true }).inputValue()).toContain('Il testo del controllo');
    await page.close();
  });

  test('what was typed outlives the session it was typed in', async () => {
    const context = await signedIn(GENERAL, false);
    const page = await context.newPage();
    await page.goto(`${live.url}${SECTION}`);
    await page.getByLabel('Testo', { exact: true }).fill('Scritto prima che la sessione finisse');
    await context.clearCookies();
    await page.getByRole('button', { name: 'Salva', exact: true }).click();
    await page.getByRole('heading', { name: 'Il testo non è salvato: la sessione è finita' }).waitFor();
    expect(await page.getByLabel('Testo', { exact: true }).inputValue()).toBe('Scritto prima che la sessione finisse');
    const [name = '', value = ''] = (await live.session(GENERAL)).split('=');
    await context.addCookies([{ name, value, url: live.url }]);
    await page.getByRole('button', { name: 'Salva', exact: true }).click();
    await page.getByText(/^Salvato: revisione/).waitFor();
    expect(await textOf('rpp', 'indirizzi')).toBe('Scritto prima che la sessione finisse');
    await context.close();
  });

  test('what is sent to a section that is not there any more is not lost', async () => {
    const form = new URLSearchParams({ testo: 'Un testo da non perdere', revisione: '1', azione: 'salva' });
    const answer = await live.request(`${RPP}/sezioni/tolta`, form, await live.session(GENERAL));
    expect(answer.status).toBe(404);
    const page = await answer.text();
    expect(page).toContain('La sezione non c’è più');
    expect(page).toContain('Un testo da non perdere');
  });

  test('a table of 100.000 cells is refused with what to do, and what was typed is still there', async () => {
    const before = await textOf('rpp', 'indirizzi');
    const row = `|${'1|'.repeat(20)}\n`;
    const testo = `|${'a|'.repeat(20)}\n|${'-|'.repeat(20)}\n${row.repeat(4_998)}`;
    const session = await live.session(GENERAL);
    const form = new URLSearchParams({ testo, revisione: '3', azione: 'salva' });
    const answer = await live.request(SECTION, form, session);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('una tabella di 100.000 celle è troppo grande');
    expect(page).toContain(row.repeat(4_998).trim());
    expect(await textOf('rpp', 'indirizzi')).toBe(before);
    await live.request(SECTION, new URLSearchParams({ testo, revisione: '3', azione: 'lascia' }), session);
  });

  test('a remark is made, answered and closed', async () => {
    const colleague = await open(SECTION, STEERING);
    await colleague.getByText('Fai un’osservazione').click();
    await colleague.getByRole('button', { name: 'Registra l’osservazione' }).click();
    await colleague.getByRole('alert').waitFor();
    await colleague.getByLabel('Osservazione', { exact: true }).fill('Mancano le risorse.');
    await sound(colleague, 'osservazione');
    await colleague.getByRole('button', { name: 'Registra l’osservazione' }).click();
    await colleague.getByText('L’osservazione è registrata').waitFor();
    const writer = await open(SECTION, GENERAL);
    await writer.getByText('Rispondi all’osservazione').click();
    await writer.getByLabel('Risposta').fill('Aggiunte.');
    await writer.getByRole('button', { name: 'Rispondi', exact: true }).click();
    await writer.getByText('La risposta è registrata').waitFor();
    await writer.close();
    await colleague.reload();
    await colleague.getByRole('button', { name: 'Chiudi', exact: true }).click();
    await colleague.getByText('L’osservazione è chiusa').waitFor();
    await colleague.getByText('Un’osservazione chiusa').click();
    await sound(colleague, 'osservazione-chiusa');
    await colleague.close();
  });

  test('a chapter prepared in Word becomes text of the section, with its figure', async () => {
    const page = await open(`${CHAPTER}/word`, STEERING);
    await page.getByRole('button', { name: 'Porta qui il testo' }).click();
    await page.getByRole('alert').waitFor();
    await sound(page, 'word');
    const buffer = docx({
      body: [
        p('Chi siamo', 'Titolo1'),
        item('Registro imprese'),
        table([
          ['Sede', 'Orario'],
          ['Carrara', '9-12'],
        ]),
        picture('rId10', 'La sede'),
        p('La sede di Carrara', 'Didascalia'),
      ].join(''),
      pictures: { rId10: png(300, 150) },
    });
    const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    await page.getByLabel('File .docx').setInputFiles({ name: 'capitolo.docx', mimeType, buffer });
    await page.getByRole('button', { name: 'Porta qui il testo' }).click();
    await page.getByText('Una figura è stata allegata al documento').waitFor();
    await page.locator('#anteprima img[alt="La sede"]').waitFor();
    await sound(page, 'da-word');
    await page.getByRole('button', { name: 'Salva', exact: true }).click();
    await page.getByText('Salvato: revisione 2.').waitFor();
    expect(await textOf('piano', 'presentazione')).toMatch(
      /^# Chi siamo\n\n- Registro imprese\n\n\| Sede \| Orario \|[\s\S]*!\[La sede\]\(figura:[0-9a-f]{10} "La sede di Carrara"\)$/,
    );
    await page.goto(`${live.url}${PIANO}/figure`);
    await sound(page, 'figure');
    await page
      .getByLabel('Immagine')
      .setInputFiles({ name: 'foto.png', mimeType: 'image/png', buffer: Buffer.from('no') });
    await page.getByRole('button', { name: 'Allega' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('«foto.png» non è una figura');
    await page.close();
  });

  test('a .docx with macros is refused with what to do, and the section is as it was', async () => {
    const page = await open(`${CHAPTER}/word`, STEERING);
    const before = await textOf('piano', 'presentazione');
    const buffer = docx({ body: p('Chi siamo'), beside: { 'word/vbaProject.bin': 'x' } });
    const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    await page.getByLabel('File .docx').setInputFiles({ name: 'capitolo.docx', mimeType, buffer });
    await page.getByRole('button', { name: 'Porta qui il testo' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('contiene macro: salvarlo come .docx senza macro');
    expect(await textOf('piano', 'presentazione')).toBe(before);
    await page.close();
  });

  test('the whole document is read as it would go to its board, on a phone too', async () => {
    const answer = await live.request(`${RPP}/lettura`, undefined, await live.session(STEERING));
    expect(answer.status).toBe(200);
    // Where it is served no script runs, and the checker is one.
    const page = await (await signedIn(STEERING, true)).newPage();
    await page.setContent(await answer.text());
    await page.getByRole('heading', { level: 1, name: 'Relazione previsionale e programmatica' }).waitFor();
    await page.getByRole('link', { name: 'Torna alla bozza' }).waitFor();
    await sound(page, 'lettura');
    await page.close();
  });

  test('the body’s own PDF stands in for the document, which is transmitted to its board', async () => {
    const page = await open(RPP, GENERAL);
    await page.getByRole('heading', { name: 'Che cosa manca' }).waitFor();
    await page.getByText('Non si può ancora trasmettere').waitFor();
    await sound(page, 'manca');
    await page.getByLabel('Documento in PDF').setInputFiles({
      name: 'rpp.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7\n%%EOF'),
    });
    await page.getByRole('button', { name: 'Usa questo file' }).click();
    await page.getByText('Il file sostituisce il documento').waitFor();
    await sound(page, 'da-trasmettere');
    await addRemarks(live.register.db, [
      {
        cycle: live.cycle,
        document: 'rpp',
        section: 'indirizzi',
        text: 'Manca il turismo.',
        by: 'lidia.fornasetti',
        at: live.now(),
        origin: 'colleague',
        round: 0,
      },
    ]);
    await page.getByRole('button', { name: 'Trasmetti', exact: true }).click();
    await page.getByText('Osservazioni non ancora chiuse').waitFor();
    await page.getByText('Gli indirizzi per l’anno: Manca il turismo.').waitFor();
    await sound(page, 'da-confermare');
    await page.getByRole('button', { name: 'Conferma e trasmetti' }).click();
    await page.getByText('Trasmesso all’organo.', { exact: true }).waitFor();
    await eventually(async () => (await transmissionsOf(live.register.db, live.cycle, STEP)).length === 1);
    await sound(page, 'trasmesso');
    await page.goto(`${live.url}${SECTION}`);
    await page.getByText('Il documento è stato trasmesso all’organo').first().waitFor();
    expect(await page.getByRole('button', { name: 'Salva', exact: true }).count()).toBe(0);
    await page.goto(`${live.url}/cicli/ccms/2016/documenti`);
    await page.getByText('trasmesso all’organo', { exact: true }).first().waitFor();
    await sound(page, 'documenti');
    await page.close();
  });
});
