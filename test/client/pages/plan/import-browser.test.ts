import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { AxeResults } from 'axe-core';
import { pino } from 'pino';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createActivities } from '../../../../src/activities/index.js';
import { SESSION_COOKIE } from '../../../../src/client/pages/kit/viewer.js';
import { type RunningConsole, startConsole } from '../../../../src/client/system/server.js';
import type { Instant } from '../../../../src/domain/calendar/types.js';
import { msOfInstant } from '../../../../src/domain/clock.js';
import { allIndicators } from '../../../../src/domain/findings/walk.js';
import { XLSX_TYPE } from '../../../../src/files/media-types.js';
import { listPlanVersions, planVersion } from '../../../../src/register/plans.js';
import { beginSession } from '../../../../src/register/sessions.js';
import { loadBodies } from '../../../../src/seeds/bodies.js';
import { formatSeedError } from '../../../../src/seeds/read-yaml.js';
import { ownPlanWords } from '../../../../src/words/own-plan.js';
import { readingWords } from '../../../../src/words/readings.js';
import { aRegister } from '../../../register/register.js';
import { exampleOf } from '../../../setup/example-body.js';
import { borough } from '../../../sheets/own-files.js';
import { chromiumPath, openBrowser, whySkipped } from '../browser.js';
import { consoleParts } from '../parts.js';

const NOW: Instant = '2026-10-05T08:00:00Z';
const PLAN = '/cicli/valfiorita/2027/piano';
/** What issue 18 allows from an office's own file to a confirmed plan. */
const MOST_CLICKS = 40;
const WIDTHS = { phone: 390, laptop: 1366 } as const;

describe.skipIf(chromiumPath === undefined).each(Object.entries(WIDTHS))(
  `a Piano from an office’s own workbook, in a browser (%s)${whySkipped}`,
  (size, width) => {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const opened = aRegister();
    let folder = '';
    let running: RunningConsole;
    let browser: Browser;

    beforeAll(async () => {
      folder = await exampleOf('comune', 'comune');
      const loaded = loadBodies(folder);
      if (!loaded.ok) throw new Error(loaded.error.map(formatSeedError).join('\n'));
      const bodies = loaded.value;
      const register = { db: opened.db, schema: opened.schema, close: async () => undefined };
      const parts = consoleParts();
      const clock = { origin: 0, start: msOfInstant(NOW), speed: 1 };
      const { prepareCycle } = createActivities({
        register,
        bodies,
        invitations: parts.invitations,
        post: { ...parts.post, domain: 'ccms.example', consoleUrl: parts.consoleUrl, clock: () => clock },
        publicDir: folder,
        log: pino({ level: 'silent' }),
        now: () => NOW,
      });
      await prepareCycle({ space: opened.schema, entity: 'valfiorita', exercise: 2027, clock }, NOW);
      running = await startConsole({
        ...parts,
        bodies,
        port: 0,
        register,
        clock: () => NOW,
        log: { line: () => undefined },
      });
      browser = await openBrowser();
    });
    afterAll(async () => {
      await browser?.close();
      await running?.stop();
      rmSync(dirname(folder), { recursive: true, force: true });
    });

    /** @param there what only this page has: a page that is still on its way is not the one to look at */
    async function sound(page: Page, name: string, there: Locator): Promise<void> {
      await there.first().waitFor();
      const shots = process.env.CICLO_SHOTS;
      if (shots !== undefined) await page.screenshot({ path: `${shots}/importa-${name}.png`, fullPage: true });
      await page.evaluate(axe);
      const results = await page.evaluate<AxeResults>(
        `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'], resultTypes: ['violations'] })`,
      );
      expect(results.violations.map((v) => `${v.id}: ${v.nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    }

    test('its twenty-five indicators are read, their offices and targets confirmed, in fewer than forty clicks', async () => {
      const secret = await beginSession(opened.db, 'sauro@valfiorita.example', 'rehearsal', 1);
      const context = await browser.newContext({ viewport: { width, height: 900 } });
      await context.addCookies([{ name: SESSION_COOKIE, value: secret, url: running.url }]);
      const page = await context.newPage();
      let clicks = 0;
      const click = async (what: Locator): Promise<void> => {
        clicks++;
        await what.click();
      };
      /** A field is clicked before it is written in. */
      const write = async (what: Locator, text: string): Promise<void> => {
        await click(what);
        await what.fill(text);
      };
      /** A list is opened, and something of it chosen. */
      const choose = async (what: Locator, option: string): Promise<void> => {
        clicks += 2;
        await what.selectOption({ label: option });
      };

      await page.goto(`${running.url}${PLAN}`, { waitUntil: 'load' });
      await click(page.locator(`a[href="${PLAN}/importa"]`));
      // The button, the file, its window's own button.
      clicks += 3;
      await page.locator('#file').setInputFiles({
        name: 'PDO 2027 definitivo (2).xlsx',
        mimeType: XLSX_TYPE,
        buffer: borough(),
      });
      await write(page.locator('#foglio-motivo'), 'Piano dettagliato degli obiettivi della Giunta');
      await click(page.locator('form:has(#foglio-motivo) button[type=submit]'));

      const offices = page.locator('section[aria-labelledby=uffici] tbody tr');
      await sound(page, `conferma-${size}`, offices);
      for (const row of await offices.all()) {
        const said = (await row.textContent()) ?? '';
        if (said.includes(ownPlanWords.page.sure)) continue;
        await choose(row.locator('select'), said.startsWith('Lavori') ? 'Ufficio tecnico' : 'Servizi al pubblico');
      }
      await click(page.getByRole('button', { name: 'Crea la bozza del Piano' }));
      const toReadings = page.locator(`main a[href="${PLAN}/letture"]`);
      await sound(page, `bozza-${size}`, toReadings);
      const version = (await listPlanVersions(opened.db, 'valfiorita', 2027)).at(-1)?.version ?? 0;
      const draft = await planVersion(opened.db, 'valfiorita', 2027, version);
      expect(draft === undefined ? 0 : allIndicators(draft.plan).length).toBe(25);

      await click(toReadings.first());
      await sound(page, `letture-${size}`, page.locator('.ciclo-question'));
      // What is counted grows along the year, but for the services that can be entered with SPID.
      await click(page.locator('section[aria-labelledby=nel-corso] label').first());
      const spid = page.locator('tr', { hasText: 'SPID' });
      await click(spid.locator('label', { hasText: readingWords.accumulation.short.level }));
      // Each proposal is looked at by itself; what is written in the targets is ticked already.
      for (const question of await page.locator('.ciclo-question').all())
        await click(question.locator('.form-check label').first());
      await sound(page, `risposte-${size}`, page.locator('.ciclo-question'));
      await click(page.getByRole('button', { name: readingWords.save, exact: true }));
      await sound(page, `confermate-${size}`, page.getByText(readingWords.allRead));
      expect(await page.locator('main').textContent()).toContain(readingWords.allRead);
      expect([size, clicks, clicks < MOST_CLICKS]).toEqual([size, clicks, true]);
      await context.close();
    });
  },
);
