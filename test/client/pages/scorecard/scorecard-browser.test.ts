import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CAST_PATH } from '../../../../src/access/paths.js';
import { type RunningConsole, startConsole } from '../../../../src/client/system/server.js';
import { chromiumPath, openBrowser, whySkipped } from '../browser.js';
import { consoleParts } from '../parts.js';
import { aHalfRunSite } from '../site.js';

const CYCLE = '/cicli/ccms/2016';
const BODY = '/enti/ccms';
const PAGES = [
  `${CYCLE}/cruscotto`,
  `${CYCLE}/cruscotto?ordine=aree`,
  '/confronto',
  `${CYCLE}/indicatori/2.2.1-01`,
  `${CYCLE}/indicatori/1.1.1-01`,
  `${CYCLE}/mappa`,
  `${CYCLE}/albero`,
  `${CYCLE}/programmi`,
  `${CYCLE}/obiettivi-individuali`,
  `${CYCLE}/programmi/1.1.1/spesa`,
  BODY,
  `${BODY}?capitolo=personale`,
  `${BODY}?capitolo=conti`,
  `${BODY}?capitolo=valore-aggiunto`,
  `${BODY}/trasparenza`,
  `${BODY}/trasparenza/personale/8`,
  `${BODY}/miglioramento`,
  `${BODY}/stakeholder`,
  `${BODY}/calendario`,
];
const SIZES = { phone: { width: 390, height: 844 }, laptop: { width: 1280, height: 800 } } as const;

describe.skipIf(chromiumPath === undefined)(`in a browser${whySkipped}`, () => {
  const site = aHalfRunSite('2017-02-20');
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  let browser: Browser;
  let context: BrowserContext;
  let running: RunningConsole;

  beforeAll(async () => {
    running = await startConsole({
      ...consoleParts(),
      port: 0,
      register: site.register,
      clock: () => site.run.now,
      log: { line: () => undefined },
    });
    browser = await openBrowser();
    context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(running.url + CAST_PATH);
    await page.locator('form:has(input[value="guglielmo.tarasconi"]) button').click();
    await page.close();
  });
  afterAll(async () => {
    await browser?.close();
    await running?.stop();
  });

  async function open(
    path: string,
    size: keyof typeof SIZES = 'laptop',
  ): Promise<{ page: Page; complaints: string[] }> {
    const page = await context.newPage();
    await page.setViewportSize(SIZES[size]);
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text().slice(0, 300));
    });
    await page.goto(running.url + path, { waitUntil: 'load' });
    return { page, complaints };
  }

  describe.each(['phone', 'laptop'] as const)('at %s width', (size) => {
    test.each(PAGES)('axe finds nothing against WCAG 2.1 AA, nothing overflows: %s', async (path) => {
      const { page, complaints } = await open(path, size);
      await page.evaluate(axe);
      const results = await page.evaluate<AxeResults>(
        `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'], resultTypes: ['violations'] })`,
      );
      expect(results.violations.map((v) => `${v.id}: ${v.help} — ${v.nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      expect(complaints).toEqual([]);
      await page.close();
    });
  });

  test('the keyboard goes through the programmes of the map, and opens one', async () => {
    const { page } = await open(`${CYCLE}/mappa`);
    await page.locator('.ciclo-drawing').focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toMatch(
      /^1\.1\.1 Produrre e diffondere analisi e informazione economica/,
    );
    await page.keyboard.press('Enter');
    await page.waitForURL('**/programmi#programma-1.1.1');
    await page.close();
  });

  test('on a phone the drawings give way to their lists', async () => {
    const { page } = await open(`${CYCLE}/albero`, 'phone');
    expect(await page.locator('.ciclo-drawing').isVisible()).toBe(false);
    expect(await page.getByRole('link', { name: '2.1.3 Ottimizzare la gestione delle entrate' }).isVisible()).toBe(
      true,
    );
    await page.close();
  });

  test('a form with a mistake leads to the field, without JavaScript too', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await context.storageState() });
    const page = await plain.newPage();
    await page.goto(`${running.url}${CYCLE}/programmi/1.1.1/spesa`);
    await page.getByLabel('Speso dall’inizio dell’anno').fill('tanto');
    await page.getByRole('button', { name: 'Registra la spesa' }).click();
    await page.getByRole('alert').getByRole('link').click();
    expect(page.url()).toContain('#spesa-importo');
    expect(await page.getByLabel('Speso dall’inizio dell’anno').inputValue()).toBe('tanto');
    await plain.close();
  });

  test.each([`${CYCLE}/cruscotto`, `${CYCLE}/mappa`, BODY])('can be printed: %s', async (path) => {
    const { page } = await open(path);
    const pdf = await page.pdf({ format: 'A4', landscape: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await page.close();
  });

  test('an objective that was folded is found folded, is read on paper all the same, and opens with all the others', async () => {
    const { page } = await open(`${CYCLE}/cruscotto`);
    const folds = page.locator('.ciclo-fold');
    const openNow = () => folds.evaluateAll((all) => all.map((one) => one.hasAttribute('open')));
    await folds.first().locator('summary').first().click();
    await page.goto(`${running.url}${CYCLE}/mappa`);
    await page.goto(`${running.url}${CYCLE}/cruscotto?ordine=perspective`);
    expect((await openNow()).slice(0, 2)).toEqual([false, true]);
    expect(await folds.first().locator('table').first().isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await folds.first().locator('table').first().isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('link', { name: 'Chiudi tutte le sezioni' }).click();
    await page.waitForURL('**sezioni=chiuse**');
    expect(await openNow()).not.toContain(true);
    await page.getByRole('link', { name: 'Apri tutte le sezioni' }).click();
    await page.waitForURL((url) => !url.search.includes('sezioni'));
    expect(await openNow()).not.toContain(false);
    await page.close();
  });

  test('on paper no programme sheet is left out, and nothing that can only be clicked is there', async () => {
    const { page } = await open(`${CYCLE}/programmi`);
    await page.emulateMedia({ media: 'print' });
    const sheets = page.locator('.ciclo-programme');
    // Nine sheets, and two programmes the ledger has resources for that have none.
    expect(await sheets.count()).toBe(11);
    for (const sheet of await sheets.all()) expect(await sheet.isVisible()).toBe(true);
    expect(await page.locator('.ciclo-tabs').first().isVisible()).toBe(false);
    await page.close();
  });
});
