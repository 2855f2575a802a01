import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import type { Client } from '@temporalio/client';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createActions } from '../../../../src/client/system/actions.js';
import { type RunningConsole, startConsole } from '../../../../src/client/system/server.js';
import { currentMeasurements } from '../../../../src/register/measurements.js';
import { returnMeasurement } from '../../../../src/register/returned.js';
import { chromiumPath, openBrowser, whySkipped } from '../browser.js';
import { consoleParts } from '../parts.js';
import { aHalfRunSite } from '../site.js';
import { anOfficerSite, CHECKPOINT, CYCLE } from './officer-site.js';

const REF = { cycle: CYCLE, checkpoint: CHECKPOINT };
const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } } as const;
type Size = keyof typeof SIZES;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Where to leave pictures of the pages, to be looked at; nowhere unless asked. */
const PICTURES = process.env.CICLO_PICTURES;

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES === undefined) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
}

/** What axe finds against WCAG 2.1 AA, and whether anything sticks out of the window. */
async function faults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate<AxeResults>(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'], iframes: false, resultTypes: ['violations'] })`,
  );
  const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  return [
    ...results.violations.map((v) => `${v.id}: ${v.help} — ${v.nodes[0]?.html.slice(0, 200)}`),
    ...(overflow > 0 ? [`${overflow} pixels too wide`] : []),
  ];
}

describe.skipIf(chromiumPath === undefined)(`an officer in a browser${whySkipped}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
  });

  describe('at their form', () => {
    const site = anOfficerSite();
    let url = '';
    let stop = (): void => undefined;

    beforeAll(async () => {
      const server = createAdaptorServer({ fetch: site.app.fetch });
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a TCP server that listens
      stop = () => server.close();
    });
    afterAll(() => stop());

    const open = async (size: Size, below = '', options: { javaScriptEnabled?: boolean } = {}) => {
      const context = await browser.newContext({ viewport: SIZES[size], ...options });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().includes('422')) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      await page.goto(url + (await site.invite('olga')) + below);
      return { page, context, complaints };
    };
    const field = (page: Page, name: string) => page.locator(`[name="${name}"]`);
    const mark = (page: Page, code: string, choice: string) =>
      page.locator(`[name="risposta:${code}"][value="${choice}"]`).check();
    const send = (page: Page) => page.getByRole('button', { name: 'Invia', exact: true }).click();

    test('who leaves a page of errors is asked first: what they typed is neither sent nor kept', async () => {
      const { page, context } = await open('phone');
      await field(page, 'valore:A-1').fill('parecchi');
      await send(page);
      await page.locator('.ciclo-errors').waitFor();
      await page.getByRole('heading', { level: 1 }).click();
      const asked = page.waitForEvent('dialog');
      await page.close({ runBeforeUnload: true });
      const dialog = await asked;
      expect(dialog.type()).toBe('beforeunload');
      await dialog.dismiss();
      expect(await field(page, 'valore:A-1').inputValue()).toBe('parecchi');
      await context.close();
    });

    test('what is typed is kept by itself, and leaving then asks nothing', async () => {
      const { page, context } = await open('phone');
      await field(page, 'valore:A-8').fill('7,5');
      await page.getByText(/^Bozza salvata alle \d{2}:\d{2}\.$/).waitFor();
      let asked = 0;
      page.on('dialog', (dialog) => {
        asked += 1;
        return dialog.accept();
      });
      await page.reload();
      expect([asked, await field(page, 'valore:A-8').inputValue()]).toEqual([0, '7,5']);
      await page.getByRole('button', { name: 'Elimina la bozza' }).click();
      await context.close();
    });

    test('whose link it is stands at the head of the page, with what who is somebody else does', async () => {
      const { page, context } = await open('phone');
      await page.getByRole('link', { name: 'Non è Olga' }).click();
      expect(await page.locator('#di-chi').isVisible()).toBe(true);
      expect(await page.locator('#di-chi').textContent()).toContain('avvisi il controllo di gestione');
      await context.close();
    });

    test.each(['phone', 'desktop'] as const)('finds a form without faults at %s width', async (size) => {
      const { page, context, complaints } = await open(size);
      await picture(page, `form-${size}`);
      expect(await faults(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();
    });

    test('sees the achievement while typing, and answering follows the field', async () => {
      const { page, context, complaints } = await open('desktop');
      const result = page.locator('#voce-2-risultato');
      await field(page, 'valore:A-2').fill('60');
      await result.getByText('75,00%', { exact: true }).waitFor();
      expect(await result.textContent()).toContain('giallo');
      await field(page, 'valore:A-2').fill('sessanta');
      await result.getByText('non va bene').waitFor();
      await mark(page, 'A-2', 'not-assessable');
      await field(page, 'valore:A-2').fill('70');
      expect(await page.locator('[name="risposta:A-2"][value="value"]').isChecked()).toBe(true);
      await result.getByText('87,50%', { exact: true }).waitFor();
      expect(await page.getByRole('button', { name: 'Calcola' }).count()).toBe(0);
      expect(complaints).toEqual([]);
      await context.close();
    });

    test.each([
      ['with JavaScript', true],
      ['without JavaScript', false],
    ] as const)('mends what is wrong and arrives at the receipt %s', async (_how, javaScriptEnabled) => {
      const { page, context } = await open('phone', '', { javaScriptEnabled });
      const [value, unknown] = javaScriptEnabled ? ['7', 'A-6'] : ['9', 'A-5'];
      // Sent by the other run, it is folded away.
      if (!javaScriptEnabled) await page.getByText('Inviato: 7 incontri').click();
      await field(page, 'valore:A-1').fill('sette');
      await mark(page, unknown, 'not-assessable');
      if (!javaScriptEnabled) {
        await page.getByRole('button', { name: 'Calcola il grado di realizzazione di A-1' }).click();
        expect(await page.locator('.ciclo-errors').textContent()).toContain('A-1: «sette» non va bene');
      }
      await send(page);
      const summary = page.locator('.ciclo-errors');
      expect(await summary.textContent()).toContain('Ci sono 2 errori');
      expect(await page.title()).toMatch(/^Errore: /);
      if (javaScriptEnabled) {
        expect(await page.evaluate('document.activeElement.className')).toBe('ciclo-errors');
        await picture(page, 'errors-phone');
        expect(await faults(page)).toEqual([]);
      }
      expect(await field(page, 'valore:A-1').inputValue()).toBe('sette');
      await summary.getByRole('link', { name: new RegExp(`^${unknown}`) }).click();
      await page.keyboard.type('la guida è stata rinviata');
      await summary.getByRole('link', { name: /^A-1/ }).click();
      await page.keyboard.press('Control+A');
      await page.keyboard.type(value);
      await send(page);
      await page.getByRole('heading', { name: /^Ricevuta n\. \d+$/ }).waitFor();
      expect(await page.locator('main').textContent()).toContain(`Valore: ${value} incontri`);
      if (javaScriptEnabled) {
        await picture(page, 'receipt-phone');
        expect(await faults(page)).toEqual([]);
      }
      await page.getByRole('link', { name: 'Completa il modulo' }).click();
      expect(await field(page, 'valore:A-1').inputValue()).toBe(value);
      await context.close();
    });

    test('is asked why a value is far from its target and what next, says both, and finds them on the receipt', async () => {
      const { page, context } = await open('phone');
      await field(page, 'valore:A-2').fill('30');
      await send(page);
      await page.getByText('Un valore è lontano dal target: nulla è ancora stato inviato').waitFor();
      await page.setViewportSize(SIZES.phone);
      await picture(page, 'why-phone');
      expect(await faults(page)).toEqual([]);
      await page.setViewportSize({ width: 1366, height: 768 });
      await picture(page, 'why-laptop');
      expect(await faults(page)).toEqual([]);
      await page.getByRole('link', { name: /^A-2/ }).click();
      await page.keyboard.type('il questionario è partito ad aprile');
      await page.getByLabel('Che cosa si farà di A-2').fill('si ripete a giugno');
      await send(page);
      await page.getByRole('heading', { name: /^Ricevuta n\. \d+$/ }).waitFor();
      await picture(page, 'why-receipt-laptop');
      expect(await faults(page)).toEqual([]);
      expect(await currentMeasurements(site.db, REF)).toContainEqual(
        expect.objectContaining({
          indicator: 'A-2',
          cause: 'il questionario è partito ad aprile',
          next: 'si ripete a giugno',
        }),
      );
      await context.close();
    });

    test('finds the draft again, with its file', async () => {
      const { page, context } = await open('desktop');
      await field(page, 'valore:A-8').fill('7,5 circa');
      await page.locator('#voce-8').getByText('Nota e allegati').click();
      await field(page, 'allegati:A-8').setInputFiles({
        name: 'questionari.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('voto\n7,5\n'),
      });
      await page.getByRole('button', { name: 'Salva bozza' }).click();
      await page.getByText('Bozza salvata').waitFor();
      expect(await field(page, 'valore:A-8').inputValue()).toBe('7,5 circa');
      expect(await page.locator('#voce-8').textContent()).toContain('questionari.csv');
      await picture(page, 'draft-desktop');
      expect(await faults(page)).toEqual([]);
      await page.getByRole('button', { name: 'Elimina la bozza' }).click();
      await page.getByText('Bozza eliminata').waitFor();
      await context.close();
    });

    test('corrects a returned value with its remark before the eyes', async () => {
      await returnMeasurement(site.db, {
        ...REF,
        indicator: 'A-1',
        remark: 'il registro degli incontri ne riporta 8',
        returnedBy: 'guido',
        at: site.now(),
      });
      const { page, context } = await open('phone');
      const card = page.locator('#voce-1');
      expect(await card.textContent()).toContain('il registro degli incontri ne riporta 8');
      await picture(page, 'returned-phone');
      expect(await faults(page)).toEqual([]);
      await field(page, 'valore:A-1').fill('8');
      await send(page);
      await page.getByRole('heading', { name: /^Ricevuta n\./ }).waitFor();
      await page.getByRole('link', { name: 'Completa il modulo' }).click();
      expect(await page.locator('#voce-1').textContent()).toContain('Inviato il 10/05/2016');
      await context.close();
    });

    test('uploads a sheet with errors, sees each cell, and has the right lines taken', async () => {
      const { page, context } = await open('desktop');
      const sheet = (lines: string) => ({
        name: 'foglio.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(`Codice;Valore\n${lines}`),
      });
      await page.getByText('Compilare con un foglio di calcolo').click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Scarica il foglio precompilato' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('monitoraggio-1-2016.xlsx');
      await page.getByLabel('Foglio compilato').setInputFiles(sheet('A-2;molti\nA-4;120.000,00\nA-7;forse\n'));
      await page.getByRole('button', { name: 'Carica il foglio' }).click();
      await page.getByRole('heading', { name: 'Nel foglio ci sono 2 errori' }).waitFor();
      expect(await page.locator('main table').textContent()).toContain('B2');
      await picture(page, 'sheet-errors-desktop');
      expect(await faults(page)).toEqual([]);
      await page.setViewportSize(SIZES.phone);
      await picture(page, 'sheet-errors-phone');
      expect(await faults(page)).toEqual([]);
      await page.getByLabel('Foglio compilato').setInputFiles(sheet('A-2;molti\nA-4;12.000,00\nA-7;forse\n'));
      await page.getByLabel('registrare solo le righe corrette').check();
      await page.getByRole('button', { name: 'Carica il foglio' }).click();
      await page.getByRole('link', { name: 'Vedi la ricevuta' }).click();
      expect(await page.locator('main').textContent()).toContain('Valore: 12.000 euro');
      await context.close();
    });

    test('finds what waits after signing in, and the way back to it', async () => {
      await site.db.updateTable('steps').set({ status: 'open' }).where('id', '=', CHECKPOINT).execute();
      const context = await browser.newContext({ viewport: SIZES.phone });
      const [name = '', value = ''] = (await site.cookie('olga')).split('=');
      await context.addCookies([{ name, value, url }]);
      const page = await context.newPage();
      await page.goto(`${url}/mie`);
      await picture(page, 'mine-phone');
      expect(await faults(page)).toEqual([]);
      await page.setViewportSize(SIZES.desktop);
      await picture(page, 'mine-desktop');
      expect(await faults(page)).toEqual([]);
      await page.getByRole('link', { name: 'Primo monitoraggio quadrimestrale' }).click();
      expect(await page.locator('main').textContent()).toContain('Modulo di Olga Promotti');
      await picture(page, 'form-signed-in-desktop');
      await page.getByRole('link', { name: 'Le mie attività' }).click();
      expect(await page.locator('h1').textContent()).toBe('Le mie attività');
      await context.close();
    });

    test('says what will be done about what is red, and reads everything once it is closed', async () => {
      site.on('2016-05-24');
      const late = await open('desktop');
      expect(await late.page.locator('main').textContent()).toContain('in ritardo di 4 giorni');
      await late.context.close();
      await site.close();
      const { page, context } = await open('phone');
      expect(await page.getByText('Il monitoraggio è chiuso.').count()).toBe(1);
      await page.getByLabel(/^A-4/).fill('nuovo bando entro settembre');
      await page.getByRole('button', { name: 'Registra le azioni correttive' }).click();
      await page.getByText('Le azioni correttive sono state registrate.').waitFor();
      expect(await page.getByLabel(/^A-4/).inputValue()).toBe('nuovo bando entro settembre');
      await picture(page, 'closed-phone');
      expect(await faults(page)).toEqual([]);
      await page.setViewportSize(SIZES.desktop);
      await picture(page, 'closed-desktop');
      expect(await faults(page)).toEqual([]);
      await context.close();
    });
  });

  describe('with the mail before them', () => {
    const site = aHalfRunSite('2016-09-20');
    let running: RunningConsole;
    let context: BrowserContext;

    beforeAll(async () => {
      // Only what a submission asks of it.
      const temporal = { workflow: { getHandle: () => ({ signal: async () => undefined }) } } as unknown as Client;
      running = await startConsole({
        ...consoleParts(),
        actions: createActions({ temporal, register: site.register, now: () => site.run.now }),
        port: 0,
        register: site.register,
        mailboxDir: site.run.mailboxDir,
        clock: () => site.run.now,
        log: { line: (text) => console.error(text) },
      });
      context = await browser.newContext({ viewport: SIZES.phone });
    });
    afterAll(async () => {
      await context?.close();
      await running?.stop();
    });

    test('comes from the button to the receipt, and says that what is far from the last value is right', async () => {
      const { person } = await site.register.db
        .selectFrom('notices')
        .select('person')
        .where('step', '=', 'monitoraggio-2')
        .where('kind', '=', 'checkpoint-request')
        // Of all who were asked at the same instant: two of the values this one writes are far from the last ones.
        .where('person', '=', 'osvaldo.quercetani')
        .executeTakeFirstOrThrow();
      const page = await context.newPage();
      await page.goto(`${running.url}/posta?destinatario=${person.split('.').at(-1)}`);
      await page
        .getByRole('link', { name: /onitoraggio al 31\/08\/2016/ })
        .first()
        .click();
      const button = page.frameLocator('iframe').getByRole('link', { name: 'Compila il modulo' });
      const link = new URL((await button.getAttribute('href')) ?? '');
      expect(link.pathname).toMatch(/^\/adempimento\//);
      if (PICTURES !== undefined) {
        const mail = await context.newPage();
        await mail.goto(`${page.url()}/contenuto`);
        await picture(mail, 'mail-phone');
        await mail.close();
      }
      await page.goto(running.url + link.pathname);
      await picture(page, 'form-from-mail-phone');
      expect(await faults(page)).toEqual([]);
      for (const sent of await page.locator('.ciclo-settled > summary').all()) await sent.click();
      for (const card of await page.locator('[data-code]').all()) {
        const yes = card.locator('input[value="yes"]');
        if ((await yes.count()) > 0) await yes.check();
        else {
          const hint = (await card.locator('.ciclo-single small').textContent()) ?? '';
          await card.locator('[name^="valore:"]').fill(hint.includes('giorno, per') ? '30/06/2016' : '12');
        }
      }
      await page.getByRole('button', { name: 'Invia', exact: true }).click();
      await page.getByText('2 valori sono insoliti').waitFor();
      await picture(page, 'form-questions-phone');
      expect(await faults(page)).toEqual([]);
      for (const right of await page.getByLabel('Sì, è giusto').all()) await right.check();
      await page.getByRole('button', { name: 'Invia', exact: true }).click();
      await page.getByRole('heading', { name: /^Ricevuta n\. \d+$/ }).waitFor();
      expect(await page.locator('main').textContent()).toContain('Non manca nulla');
      await picture(page, 'receipt-from-mail-phone');
      expect(await faults(page)).toEqual([]);
      await page.close();
    });

    test('is told to sign in before their list is shown', async () => {
      const page = await context.newPage();
      await page.goto(`${running.url}/mie`);
      await picture(page, 'mine-nobody-phone');
      expect(await faults(page)).toEqual([]);
      await page.close();
    });
  });
});
