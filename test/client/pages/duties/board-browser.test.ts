import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decisionsOf } from '../../../../src/register/decisions.js';
import { addSubstitution } from '../../../../src/register/people.js';
import { chromiumPath, openBrowser, whySkipped } from '../browser.js';
import { aLiveCycle, eventually } from '../live-cycle.js';
import { draftTargets } from '../plan/drafts.js';

const STEP = 'piano-approvazione';
const TASK = 'piano-comunicazione';
const SECRETARY = 'fiorenzo.altobellini';
const SIZES = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } } as const;

describe.skipIf(chromiumPath === undefined)(`boards and tasks in a browser${whySkipped}`, () => {
  const live = aLiveCycle('2016-01-25');
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  let browser: Browser;
  let secretary: string;

  beforeAll(async () => {
    browser = await openBrowser();
    await live.open(STEP);
    await live.open(TASK);
    secretary = await live.link(STEP, SECRETARY);
    await eventually(async () => (await live.page(secretary)).includes('name="impronta"'));
  });
  afterAll(async () => {
    await browser?.close();
  });

  const open = async (path: string, size: keyof typeof SIZES = 'desk'): Promise<Page> => {
    const page = await browser.newPage({ viewport: SIZES[size], locale: 'it-IT' });
    await page.goto(`${live.url}${path}`, { waitUntil: 'load' });
    return page;
  };

  /** Nothing against WCAG 2.1 AA and nothing wider than the screen, at both widths. */
  async function sound(page: Page): Promise<void> {
    for (const size of Object.values(SIZES)) {
      await page.setViewportSize(size);
      await page.evaluate(axe);
      // The document in the frame is a page of its own.
      const results = await page.evaluate<AxeResults>(
        `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'], iframes: false, resultTypes: ['violations'] })`,
      );
      expect(results.violations.map((v) => `${v.id}: ${v.help} — ${v.nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    }
  }

  test('the Giunta rejects on the first sitting: the error is led to, the document read in place, the remarks recorded', async () => {
    const page = await open(secretary);
    await sound(page);
    await page.getByText('Leggi il documento in questa pagina').click();
    await page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Registra la decisione' }).click();
    await page.getByRole('alert').waitFor();
    await sound(page);
    await page.getByRole('link', { name: 'Scegliere l’esito' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('esito');
    await page.getByLabel('Respinto con osservazioni').check();
    await page.getByLabel('Osservazioni', { exact: true }).fill('Il target di 1.1.1-01 è troppo basso.');
    await page.getByLabel('Presenti', { exact: true }).fill('7');
    await page.getByLabel('Favorevoli').fill('2');
    await page.getByLabel('Contrari').fill('5');
    await page.getByLabel('Astenuti').fill('0');
    await page.getByLabel('Testo dell’atto').setInputFiles({
      name: 'verbale.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7\n%%EOF'),
    });
    await page.getByRole('button', { name: 'Registra la decisione' }).click();
    await page.getByRole('heading', { name: 'Controllare prima di confermare' }).waitFor();
    await page.getByText('verbale.pdf').waitFor();
    await sound(page);
    await page.getByRole('button', { name: 'Conferma e registra' }).dblclick();
    await page.getByRole('heading', { name: /^Decisione registrata/ }).waitFor();
    await sound(page);
    expect(await page.getByRole('link', { name: 'verbale.pdf' }).count()).toBe(1);
    await eventually(async () => (await decisionsOf(live.register.db, live.cycle, STEP)).length === 1);
    await page.close();
  });

  test('the preparers read the remarks and transmit it again from their own page', async () => {
    await draftTargets(
      live.register.db,
      live.ref,
      { person: 'guglielmo.tarasconi', at: live.now(), reason: 'osservazioni' },
      new Map([['1.1.1-01', 'almeno 40']]),
    );
    const page = await open(await live.link(STEP, 'guglielmo.tarasconi'), 'phone');
    await page.getByText('troppo basso').first().waitFor();
    await sound(page);
    await page.getByLabel('Che cosa è stato modificato').fill('Target portato a 40.');
    await page.getByRole('button', { name: 'Ritrasmetti' }).click();
    await page.getByRole('button', { name: 'Conferma e ritrasmetti' }).click();
    await page.getByText('Il documento è stato trasmesso di nuovo all’organo.').waitFor();
    await sound(page);
    await page.close();
  });

  test('on the second round the substitute of the absent secretary sees what changed and approves for her', async () => {
    const away = { from: '2016-01-25', to: '2016-01-26', reason: 'malattia' } as const;
    await addSubstitution(live.register.db, 'ccms', { ...away, absent: SECRETARY, substitute: 'rosalba.ceccarini' });
    const link = await live.link(STEP, 'rosalba.ceccarini', SECRETARY);
    await eventually(async () => (await live.page(link)).includes('name="impronta"'));
    const page = await open(link);
    await page.getByText('Rosalba Ceccarini, in sostituzione di Fiorenzo Altobellini').waitFor();
    const row = page.getByRole('row', { name: /1\.1\.1-01/ }).first();
    expect(await row.locator('del').textContent()).toBe('almeno 25');
    expect(await row.locator('ins').textContent()).toContain('almeno 40');
    await sound(page);
    await page.getByLabel('Approvato').check();
    await page.getByLabel('Numero dell’atto').fill('12');
    await page.getByLabel('Data dell’atto').fill('25/01/2016');
    await page.getByRole('button', { name: 'Registra la decisione' }).click();
    await page.getByRole('button', { name: 'Conferma e registra' }).click();
    await page.getByText('La decisione è stata registrata.').waitFor();
    expect(await page.locator('main').textContent()).toContain('n. 12 del 25/01/2016');
    await sound(page);
    await page.close();
    const link2 = await open(link);
    expect(await link2.getByRole('button', { name: 'Registra la decisione' }).count()).toBe(0);
    await link2.close();
  });

  test('a task is concluded with the keyboard alone, without JavaScript', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: SIZES.phone, locale: 'it-IT' });
    const page = await context.newPage();
    await page.goto(`${live.url}${await live.link(TASK, 'guglielmo.tarasconi')}`);
    await page.getByLabel('Nota').focus();
    await page.keyboard.type('Inviato a tutti gli uffici.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent.trim()')).toBe('Segna come conclusa');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Conferma la conclusione' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('La conclusione è stata registrata.').waitFor();
    await context.close();
    const done = await open(await live.link(TASK, 'guglielmo.tarasconi'));
    await sound(done);
    await done.close();
  });
});
