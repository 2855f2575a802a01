import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CAST_PATH } from '../../../../src/access/paths.js';
import { assessmentOf, saveAssessment } from '../../../../src/register/assessments.js';
import { logOf } from '../../../../src/register/log.js';
import { chromiumPath, openBrowser, whySkipped } from '../browser.js';
import { signedIn } from '../signed-in.js';
import { aHalfRunSite } from '../site.js';
import { expectTakenAway } from '../taken-away.js';

const SIZES = { phone: { width: 390, height: 844 }, laptop: { width: 1366, height: 768 } } as const;
/** Where pictures go of every page that is checked; nowhere unless asked. */
const PICTURES = process.env.CICLO_PICTURES;
const REPORT = '/cicli/ccms/2016/attivita/monitoraggio-1';
const OIV = 'zeno.bragadini';
const CONTROLLER = 'guglielmo.tarasconi';
const REMARK = 'Due indicatori rossi sono senza motivo: vanno chiesti agli uffici.';
const ANSWER = 'I motivi sono stati chiesti e sono nel rapporto di agosto.';

describe.skipIf(chromiumPath === undefined)(
  `the report of a checkpoint is remarked on, in a browser${whySkipped}`,
  () => {
    const site = aHalfRunSite('2016-09-20');
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const contexts = new Map<string, BrowserContext>();
    let server: ServerType;
    let browser: Browser;
    let url = '';

    beforeAll(async () => {
      const { db } = site.register;
      const computed = await assessmentOf(db, { cycle: 'ccms/2016', checkpoint: 'monitoraggio-1' });
      if (computed === undefined) throw new Error('the first checkpoint has no results');
      // Nobody is far from their target in this half of a year: one is made to be.
      const [first, ...others] = computed.indicators;
      if (first === undefined) throw new Error('results without indicators');
      const far = { ...first, state: 'assessed', achievement: '12.00', light: 'red' } as const;
      await saveAssessment(db, { ...computed, key: `${computed.key}/di-prova`, indicators: [far, ...others] });
      server = createAdaptorServer({ fetch: (request, env) => site.app.fetch(request, env) });
      await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
      const address = server.address();
      url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
      browser = await openBrowser();
    });
    afterAll(async () => {
      await browser?.close();
      server?.close();
    });

    async function open(person: string, path: string, size: keyof typeof SIZES): Promise<Page> {
      const known = contexts.get(person) ?? (await browser.newContext({ locale: 'it-IT' }));
      if (!contexts.has(person)) {
        const answer = await site.app.request(CAST_PATH, {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost' },
          body: new URLSearchParams({ entity: 'ccms', person }).toString(),
        });
        const [name = '', value = ''] = (answer.headers.get('set-cookie')?.split(';')[0] ?? '').split('=');
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
          `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'], iframes: false, resultTypes: ['violations'] })`,
        );
        expect(results.violations.map((v) => `${v.id}: ${v.help} — ${v.nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
        if (PICTURES === undefined) continue;
        mkdirSync(PICTURES, { recursive: true });
        await page.screenshot({ path: join(PICTURES, `${name}-${size}.png`), fullPage: true });
      }
    }

    test('shows what is far from its target with why and what next, and each interim value with its forecast', async () => {
      const page = await open(OIV, REPORT, 'phone');
      const far = page.getByRole('region', { name: 'Scostamenti: perché e che cosa si farà' });
      expect(await far.textContent()).toContain('12,00%');
      expect(await far.textContent()).toContain('non indicato');
      const forecasts = page.getByText(
        /^Previsione a fine anno: .+; (in proporzione ai giorni trascorsi, 121 su 366|è un livello)/,
      );
      expect(await forecasts.count()).toBeGreaterThan(2);
      await sound(page, 'rapporto');
      await page.close();
    });

    test('takes a remark of the OIV, empty ones sent back', async () => {
      const page = await open(OIV, REPORT, 'phone');
      expect(await page.getByRole('link', { name: /^Rispondi/ }).count()).toBe(0);
      await page.getByRole('link', { name: 'Osservazione sul rapporto di monitoraggio' }).click();
      await sound(page, 'osservazione');
      await page.getByRole('button', { name: 'Registra l’osservazione' }).click();
      await page.getByRole('alert').waitFor();
      await sound(page, 'osservazione-da-correggere');
      await page.getByLabel('Osservazione').fill(REMARK);
      await page.getByRole('button', { name: 'Registra l’osservazione' }).click();
      await page.getByText('L’osservazione è agli atti.').waitFor();
      expect(page.url()).toContain(REPORT);
      expect(await page.getByRole('region', { name: 'Osservazioni sul rapporto' }).textContent()).toContain(REMARK);
      await sound(page, 'rapporto-osservato');
      await page.close();
    });

    test('is answered by controllo di gestione, beside the remark', async () => {
      const page = await open(CONTROLLER, REPORT, 'laptop');
      await page.getByRole('link', { name: /^Rispondi/ }).click();
      expect(await page.locator('main').textContent()).toContain(`«${REMARK}»: senza risposta.`);
      await page
        .locator('main')
        .getByRole('link', { name: /^Rapporto: primo monitoraggio/ })
        .waitFor();
      await sound(page, 'risposta');
      await page.getByLabel('Risposta').fill(ANSWER);
      await page.getByRole('button', { name: 'Registra la risposta' }).click();
      await page.getByText('La risposta è agli atti.').waitFor();
      const remarks = page.getByRole('region', { name: 'Osservazioni sul rapporto' });
      expect(await remarks.textContent()).toMatch(new RegExp(`${ANSWER} \\(`));
      const { get } = await signedIn(site, CONTROLLER);
      await expectTakenAway(get, REPORT, 'scostamenti');
      await sound(page, 'rapporto-risposto');
      await page.close();
      const lines = await logOf(site.register.db, { cycle: 'ccms/2016', step: 'monitoraggio-1' });
      expect(
        lines
          .filter(({ action }) => action.startsWith('report-'))
          .map(({ action, actor }) => [action, actor])
          .sort(),
      ).toEqual([
        ['report-answered', CONTROLLER],
        ['report-remarked', OIV],
      ]);
    });
  },
);
