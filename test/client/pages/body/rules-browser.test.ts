import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SESSION_COOKIE } from '../../../../src/client/pages/kit/viewer.js';
import { type RunningConsole, startConsole } from '../../../../src/client/system/server.js';
import { ownRulesOf } from '../../../../src/register/own-rules.js';
import { beginSession } from '../../../../src/register/sessions.js';
import { chromiumPath, openBrowser, whySkipped } from '../browser.js';
import { consoleParts } from '../parts.js';
import { aHalfRunSite } from '../site.js';

const WIDTHS = { phone: 390, laptop: 1366 } as const;

/** Each other than what stands when it is written. */
const LIGHTS = {
  phone: 'rosso sotto 98%; verde da 98%',
  laptop: 'rosso sotto 60%; giallo da 60% sotto 90%; verde da 90%',
};

describe.skipIf(chromiumPath === undefined)(`the rules of a body in a browser${whySkipped}`, () => {
  const site = aHalfRunSite('2016-09-20');
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  let running: RunningConsole;
  let browser: Browser;

  beforeAll(async () => {
    running = await startConsole({
      ...consoleParts(),
      port: 0,
      register: site.register,
      mailboxDir: site.run.mailboxDir,
      clock: () => site.run.now,
      log: { line: () => undefined },
    });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await running?.stop();
  });

  async function steering(width: number): Promise<BrowserContext> {
    const secret = await beginSession(site.register.db, 'guglielmo.tarasconi@ccms.example', 'rehearsal', 1);
    const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: true });
    await context.addCookies([{ name: SESSION_COOKIE, value: secret, url: running.url }]);
    return context;
  }

  async function sound(page: Page, name: string): Promise<void> {
    const shots = process.env.CICLO_SHOTS;
    if (shots !== undefined) await page.screenshot({ path: `${shots}/regole-${name}.png`, fullPage: true });
    await page.evaluate(axe);
    const results = await page.evaluate<AxeResults>(
      `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'], resultTypes: ['violations'] })`,
    );
    expect(results.violations.map((v) => `${v.id}: ${v.nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  }

  test.each([
    ['phone', WIDTHS.phone],
    ['laptop', WIDTHS.laptop],
  ] as const)(
    'the lights are changed from the list, wrongly and then rightly, with what would change read first (%s)',
    async (size, width) => {
      const context = await steering(width);
      const page = await context.newPage();
      await page.goto(`${running.url}/enti/ccms/regole`, { waitUntil: 'load' });
      await sound(page, `elenco-${size}`);
      await page.getByRole('link', { name: 'Cambia «Fasce del semaforo»' }).click();
      await sound(page, `regola-${size}`);
      const lights = page.getByRole('textbox', { name: 'Nuova regola' });
      await lights.fill('rosso sotto 60%; verde da 70%');
      await page.getByRole('textbox', { name: 'Motivo del cambiamento' }).fill('soglie più severe');
      await page.getByRole('button', { name: 'Vedi che cosa cambierebbe' }).click();
      expect(await page.locator('main').textContent()).toContain('fra 60 e 70 c’è un vuoto');
      await sound(page, `rifiuto-${size}`);
      await lights.fill(LIGHTS[size]);
      await page.getByRole('button', { name: 'Vedi che cosa cambierebbe' }).click();
      const read = await page.locator('main').textContent();
      expect(read).toContain('Primo monitoraggio');
      expect(read).toMatch(/Grado di realizzazione dell’ente/);
      expect(read).toMatch(/rosso: da \d+ a \d+/);
      await sound(page, `effetto-${size}`);
      await page.getByRole('button', { name: 'Registra la regola' }).click();
      expect(await page.locator('main').textContent()).toContain('Fasce del semaforo, dal 2017');
      await sound(page, `fatto-${size}`);
      const own = await ownRulesOf(site.register.db, 'ccms');
      expect(own.map(({ piece, fromExercise }) => [piece, fromExercise])).toEqual([['semaforo', 2017]]);
      await context.close();
    },
  );
});
