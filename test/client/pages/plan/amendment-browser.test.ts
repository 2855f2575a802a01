import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, openBrowser, whySkipped } from '../browser.js';
import { aLiveCycle, eventually } from '../live-cycle.js';

const STEP = 'piano-aggiornamento';
const PERSON = 'guglielmo.tarasconi';
const DESK = { width: 1366, height: 800 };
const PHONE = { width: 390, height: 844 };

describe.skipIf(chromiumPath === undefined)(`an amendment in a browser${whySkipped}`, () => {
  const live = aLiveCycle('2016-09-20');
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
    await live.open(STEP);
  });
  afterAll(async () => {
    await browser?.close();
  });

  /** Nothing against WCAG 2.1 AA and nothing wider than the screen, at both widths. */
  async function sound(page: Page): Promise<void> {
    for (const size of [PHONE, DESK]) {
      await page.setViewportSize(size);
      await page.evaluate(axe);
      const results = await page.evaluate<AxeResults>(
        `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'], resultTypes: ['violations'] })`,
      );
      expect(results.violations.map((v) => `${v.id}: ${v.help} — ${v.nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    }
  }

  test('goes from the mail to a draft, is edited with the pages of the plan and proposed; every page holds', async () => {
    const link = await live.link(STEP, PERSON);
    await eventually(async () => (await live.page(link)).includes('Prepara un aggiornamento'));
    const [name = '', value = ''] = (await live.session(PERSON)).split('=');
    const context = await browser.newContext({ viewport: DESK, locale: 'it-IT' });
    await context.addCookies([{ name, value, url: live.url }]);
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(`${live.url}${link}`, { waitUntil: 'load' });
    await sound(page);
    await page.getByRole('link', { name: 'Prepara un aggiornamento' }).click();
    await sound(page);
    await page.getByRole('button', { name: 'Prepara un aggiornamento' }).dblclick();
    await page.getByText('La bozza non cambia ancora nulla.').waitFor();
    await sound(page);
    await page.getByRole('link', { name: /^Area strategica 1/ }).click();
    await page.getByRole('link', { name: 'Modifica 1.1.1-01', exact: true }).click();
    await page.getByLabel('Target 2016').fill('almeno 50');
    await page.getByLabel('Peso (%)').fill('1.500');
    await page.getByLabel('Motivo della modifica').first().fill('Rassegna stampa quotidiana.');
    await page.getByRole('button', { name: 'Salva' }).click();
    await page.getByRole('alert').getByText('«1.500» non è un peso').waitFor();
    await sound(page);
    await page.getByLabel('Peso (%)').fill('5');
    await page.getByRole('button', { name: 'Salva' }).click();
    await page.getByText('Prima di salvare, confermare come si legge').waitFor();
    await page.locator('label[for="lettura-0"]').click();
    await page.locator('label[for="nel-corso-accumulates"]').click();
    await page.getByRole('button', { name: 'Conferma e salva' }).click();
    await page.getByText(/Salvata la versione \d+ della bozza/).waitFor();
    await sound(page);
    // Left, and found again from the plan that is in force.
    await page.goto(`${live.url}/cicli/ccms/2016/piano`, { waitUntil: 'load' });
    await page.getByText('C’è una bozza di aggiornamento').waitFor();
    await sound(page);
    await page.getByRole('link', { name: 'Vai all’aggiornamento' }).click();
    await page.getByRole('button', { name: 'Proponi all’organo' }).click();
    await page.getByRole('alert').waitFor();
    await sound(page);
    await page.getByRole('link', { name: 'manca il motivo dell’aggiornamento' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('proposta-motivo');
    await page.keyboard.type('Rassegna stampa quotidiana.');
    await page.getByRole('button', { name: 'Proponi all’organo' }).click();
    await page.getByRole('button', { name: 'Conferma e proponi' }).click();
    await page.getByText('è all’esame dell’organo').waitFor();
    await sound(page);
    await context.close();
  }, 400_000);
});
