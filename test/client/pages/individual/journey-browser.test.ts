import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, openBrowser, whySkipped } from '../browser.js';
import { anEvaluationSite, PAGE } from './evaluation-site.js';
import { CONCILIATOR, CONTROLLER, EMPLOYEE, evaluated, HEAD, HOLDER, MANAGER, OIV, propose, signed } from './played.js';

const SIZES = { phone: { width: 390, height: 844 }, laptop: { width: 1366, height: 768 } } as const;
/** Where pictures go of every page that is checked; nowhere unless asked. */
const PICTURES = process.env.CICLO_PICTURES;

describe.skipIf(chromiumPath === undefined)(`somebody is evaluated, in a browser${whySkipped}`, () => {
  const site = anEvaluationSite();
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const contexts = new Map<string, BrowserContext>();
  let server: ServerType;
  let browser: Browser;
  let url = '';
  let pictures = 0;
  let sheet = '';

  beforeAll(async () => {
    server = createAdaptorServer({ fetch: (request, env) => site.app.fetch(request, env) });
    await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
    browser = await openBrowser();
    site.on('2016-02-10');
    sheet = await propose(
      site,
      HOLDER,
      EMPLOYEE,
      '60; 3.1.3\n40; Riordino degli archivi; archivio di deposito ordinato entro l’anno',
    );
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  /** A page of somebody who has signed in, on a phone unless said. */
  async function open(person: string, path: string, size: keyof typeof SIZES = 'phone'): Promise<Page> {
    const known = contexts.get(person) ?? (await browser.newContext({ locale: 'it-IT' }));
    if (!contexts.has(person)) {
      const [name = '', value = ''] = (await site.cookieOf(person)).split('=');
      await known.addCookies([{ name, value, url }]);
      contexts.set(person, known);
    }
    const page = await known.newPage();
    await page.setViewportSize(SIZES[size]);
    await page.goto(`${url}${path}`, { waitUntil: 'load' });
    return page;
  }

  /** Nothing against WCAG 2.1 AA and nothing wider than the screen, at both widths. */
  async function sound(page: Page, name: string): Promise<void> {
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      await page.evaluate(axe);
      const results = await page.evaluate<AxeResults>(
        `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'], resultTypes: ['violations'] })`,
      );
      expect(results.violations.map((v) => `${v.id}: ${v.help} — ${v.nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      if (PICTURES !== undefined) {
        pictures += 1;
        const file = `${String(pictures).padStart(2, '0')}-${name}-${size}.png`;
        await page.screenshot({ path: join(PICTURES, file), fullPage: true });
      }
    }
  }

  /** Presses the button of the form and waits for the page that says what was done. */
  async function send(page: Page, button: string): Promise<void> {
    await page.getByRole('button', { name: button }).click();
    await page.getByRole('status').waitFor();
  }

  test('the employee finds the proposal among what waits for them, and accepts it', async () => {
    site.on('2016-02-15');
    const page = await open(EMPLOYEE, PAGE);
    await sound(page, 'elenco-interessato');
    await page.getByRole('link', { name: 'Ines Baldacchini' }).first().click();
    await sound(page, 'scheda-proposta');
    await page.getByRole('link', { name: 'Accetta la scheda' }).click();
    await sound(page, 'accettazione');
    await send(page, 'Accetta');
    await sound(page, 'scheda-accettata');
    await page.close();
  });

  test('who evaluates assigns the sheet by an act, and notes the talk', async () => {
    site.on('2016-02-20');
    const page = await open(HOLDER, `${sheet}/assegnazione`, 'laptop');
    await sound(page, 'assegnazione');
    await page.getByLabel('Atto', { exact: true }).fill('determinazione n. 12');
    await page.getByLabel('Data dell’atto').fill('2016-02-20');
    await send(page, 'Assegna');
    site.on('2016-07-10');
    await page.goto(`${url}${sheet}/colloquio`);
    await page.getByLabel('Data del colloquio').fill('2016-07-08');
    await page.getByLabel('Nota').fill('Colloquio sereno: gli obiettivi restano.');
    await send(page, 'Registra la nota');
    await page.close();
  });

  test('the employee judges themselves on the scale: what is missing is said, what was written stays', async () => {
    site.on('2017-01-20');
    const page = await open(EMPLOYEE, `${sheet}/autovalutazione`);
    await sound(page, 'autovalutazione');
    await page.getByRole('group', { name: 'Qualità del lavoro' }).getByLabel('Eccellente').check();
    await page.getByRole('button', { name: 'Presenta l’autovalutazione' }).click();
    await page.getByRole('alert').waitFor();
    await sound(page, 'autovalutazione-da-correggere');
    expect(await page.getByRole('group', { name: 'Qualità del lavoro' }).getByLabel('Eccellente').isChecked()).toBe(
      true,
    );
    for (const behaviour of ['Collaborazione', 'Attenzione all’utenza'])
      await page.getByRole('group', { name: behaviour }).getByLabel('Buono').check();
    await page.getByLabel('Obiettivo: Riordino degli archivi').fill('90');
    for (const field of await page.getByLabel(/^Motivazione/).all()) await field.fill('Ho fatto ciò che era atteso.');
    await send(page, 'Presenta l’autovalutazione');
    await page.close();
  });

  test('who evaluates reads the self-evaluation beside the scale, and evaluates', async () => {
    site.on('2017-03-20');
    const page = await open(HOLDER, `${sheet}/valutazione`, 'laptop');
    for (const behaviour of ['Qualità del lavoro', 'Collaborazione', 'Attenzione all’utenza'])
      await page
        .getByRole('group', { name: behaviour })
        .getByRole('radio', { name: /^Adeguato/ })
        .check();
    await page.getByLabel('Obiettivo: Riordino degli archivi').fill('70');
    for (const field of await page.getByLabel(/^Motivazione/).all()) await field.fill('Come richiede il posto.');
    await sound(page, 'valutazione');
    await send(page, 'Registra la valutazione');
    await sound(page, 'scheda-valutata');
    await page.close();
  });

  test('the employee contests what was judged, and asks for a second instance', async () => {
    site.on('2017-03-25');
    const employee = await open(EMPLOYEE, sheet);
    await sound(employee, 'scheda-valutata-interessato');
    await employee.getByRole('link', { name: 'Chiedi la seconda istanza' }).click();
    await employee.locator('textarea').fill('La collaborazione è stata più che adeguata.');
    await employee.locator('form.ciclo-access button[type=submit]').click();
    await employee.getByRole('status').waitFor();
    await employee.close();
  });

  test('the OIV finds it among what waits for it, and decides', async () => {
    site.on('2017-04-01');
    const oiv = await open(OIV, PAGE);
    await sound(oiv, 'elenco-oiv');
    await oiv.goto(`${url}${sheet}/decisione-seconda-istanza`);
    await sound(oiv, 'decisione-seconda-istanza');
    await oiv.getByLabel('Esito').selectOption('confirmed');
    await oiv.getByLabel('Motivazione', { exact: true }).fill('Il giudizio è motivato.');
    await send(oiv, 'Registra la decisione');
    await oiv.close();
  });

  test('the employee asks for the conciliazione, which changes a judgement', async () => {
    site.on('2017-04-05');
    const employee = await open(EMPLOYEE, `${sheet}/conciliazione`);
    await employee.locator('textarea').fill('Chiedo di essere sentita.');
    await employee.locator('form.ciclo-access button[type=submit]').click();
    await employee.getByRole('status').waitFor();
    site.on('2017-04-20');
    const conciliator = await open(CONCILIATOR, `${sheet}/esito-conciliazione`, 'laptop');
    await conciliator.getByLabel('Esito').selectOption('changed');
    await conciliator.getByRole('group', { name: 'Collaborazione' }).getByLabel('Buono').check();
    await conciliator.getByLabel('Motivazione: Collaborazione').fill('Ha sostituito i colleghi per due mesi.');
    await conciliator.getByLabel('Motivazione', { exact: true }).fill('Le parti concordano.');
    await sound(conciliator, 'esito-conciliazione');
    await send(conciliator, 'Registra l’esito');
    for (const page of [employee, conciliator]) await page.close();
  });

  test('who evaluates signs by an act', async () => {
    site.on('2017-04-28');
    const holder = await open(HOLDER, `${sheet}/firma`, 'laptop');
    await holder.getByLabel('Atto', { exact: true }).fill('determinazione n. 31');
    await holder.getByLabel('Data dell’atto').fill('2017-04-28');
    await send(holder, 'Firma');
    await sound(holder, 'scheda-firmata');
    await holder.close();
  });

  test('controllo di gestione follows how far everybody is, and publishes what may be said', async () => {
    await signed(
      site,
      HEAD,
      await evaluated({ site, person: MANAGER, evaluator: HEAD, of: 'dirigenza' }),
      '2017-05-02',
    );
    const page = await open(CONTROLLER, PAGE, 'laptop');
    await sound(page, 'elenco-controllo');
    await page.getByRole('link', { name: 'Dati aggregati e pubblicazione' }).click();
    await sound(page, 'dati-aggregati');
    await page.getByRole('link', { name: 'Pubblica i dati sui premi' }).click();
    await page.getByLabel('Ho letto l’anteprima dei dati').check();
    await sound(page, 'pubblica');
    await send(page, 'Pubblica');
    await sound(page, 'dati-pubblicati');
    await page.close();
  });

  test('who evaluates proposes a sheet from the list of who has none', async () => {
    site.on('2017-05-02');
    const page = await open(HEAD, PAGE);
    await sound(page, 'elenco-vertice');
    await page.getByRole('link', { name: 'Proponi: Ersilia Montecatini' }).click();
    await sound(page, 'proposta');
    await page.close();
  });
});
