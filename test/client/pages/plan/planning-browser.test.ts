import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SESSION_COOKIE } from '../../../../src/client/pages/kit/viewer.js';
import { type RunningConsole, startConsole } from '../../../../src/client/system/server.js';
import { beginSession } from '../../../../src/register/sessions.js';
import { bodiesOnFile } from '../../../setup/bodies.js';
import { chromiumPath, openBrowser, whySkipped } from '../browser.js';
import { consoleParts } from '../parts.js';
import { aHalfRunSite } from '../site.js';

const CYCLE = '/cicli/ccms/2016';
const EDIT = `${CYCLE}/piano/indicatori/${encodeURIComponent('scorecard:1.1.1')}/1.1.1-01`;
const DRAFT_PAGES = [
  `${CYCLE}/piano`,
  `${CYCLE}/piano/parti/area-1`,
  EDIT,
  `${CYCLE}/piano/letture/area-1`,
  `${CYCLE}/piano/pesi`,
  `${CYCLE}/piano/importa`,
  `${CYCLE}/piano/versioni/1`,
];
const YEAR_PAGES = [
  `${CYCLE}/piano`,
  `${CYCLE}/piano/parti/area-3`,
  `${CYCLE}/ipotesi?attivita=monitoraggio-3&scadenza=2017-02-18`,
  `${CYCLE}/ipotesi?attivita=monitoraggio-3&scadenza=presto`,
  `${CYCLE}/ipotesi/risultati?monitoraggio=monitoraggio-1&mancanti=target&c1=1.1.1-01&t1=almeno+500&p1=20&v1=10`,
  `${CYCLE}/ipotesi/risultati?monitoraggio=monitoraggio-1&c1=1.1.1-01&t1=30+o+40`,
  `${CYCLE}/registro`,
];
const WIDTHS = [390, 1280, 1920];

describe.skipIf(chromiumPath === undefined)(`the plan editor, hypotheses and the log in a browser${whySkipped}`, () => {
  const sites = { draft: aHalfRunSite('2015-11-16'), year: aHalfRunSite('2016-09-20') };
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const running = new Map<string, RunningConsole>();
  let browser: Browser;

  beforeAll(async () => {
    for (const [name, site] of Object.entries(sites)) {
      const started = await startConsole({
        ...consoleParts(),
        port: 0,
        register: site.register,
        mailboxDir: site.run.mailboxDir,
        clock: () => site.run.now,
        calendarOf: bodiesOnFile().calendar,
        log: { line: () => undefined },
      });
      running.set(name, started);
    }
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    for (const started of running.values()) await started.stop();
  });

  async function check(name: keyof typeof sites, path: string, width: number): Promise<void> {
    const url = running.get(name)?.url ?? '';
    const secret = await beginSession(sites[name].register.db, 'guglielmo.tarasconi@ccms.example', 'rehearsal', 1);
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    await context.addCookies([{ name: SESSION_COOKIE, value: secret, url }]);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      const refusedOnPurpose = message.text().includes('422');
      if (message.type() === 'error' && !refusedOnPurpose) complaints.push(message.text().slice(0, 300));
    });
    await page.goto(url + path, { waitUntil: 'load' });
    const shots = process.env.CICLO_SHOTS;
    if (shots !== undefined) {
      const file = `${name}-${path.replaceAll(/[^\w-]+/g, '_').slice(0, 90)}-${width}.png`;
      const height = Math.min(1800, await page.evaluate<number>('document.documentElement.scrollHeight'));
      await page.screenshot({ path: `${shots}/${file}`, fullPage: true, clip: { x: 0, y: 0, width, height } });
    }
    await page.evaluate(axe);
    const results = await page.evaluate<AxeResults>(
      `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'], resultTypes: ['violations'] })`,
    );
    expect(results.violations.map((v) => `${v.id}: ${v.help} — ${v.nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    await context.close();
  }

  test('the sum of the weights of a list follows what is written, and leaving with it unsent asks first', async () => {
    const url = running.get('draft')?.url ?? '';
    const secret = await beginSession(sites.draft.register.db, 'guglielmo.tarasconi@ccms.example', 'rehearsal', 1);
    const context = await browser.newContext();
    await context.addCookies([{ name: SESSION_COOKIE, value: secret, url }]);
    const page = await context.newPage();
    await page.goto(`${url}${CYCLE}/piano/insieme/area-1`);
    const list = page.locator('section:has([data-whole])').first();
    const [sum, weights] = [list.locator('[data-sum]'), list.locator('input[name^="peso."]')];
    const before = await sum.textContent();
    const [first = '', ...others] = await Promise.all((await weights.all()).map((one) => one.inputValue()));
    await weights.first().fill('99,25');
    const rest = others.reduce((all, weight) => all + Number(weight.replace(',', '.')), 0);
    expect(await sum.textContent()).toContain(`pesano ${(99.25 + rest).toLocaleString('it-IT')}%; il programma pesa`);
    await weights.first().fill(first);
    expect(await sum.textContent()).toBe(before);
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.accept();
    await context.close();
  });

  describe.each(WIDTHS)('at %d pixels axe finds nothing and nothing overflows', (width) => {
    test.each(DRAFT_PAGES)('while the plan is a draft: %s', (path) => check('draft', path, width));
    test.each(YEAR_PAGES)('during the year: %s', (path) => check('year', path, width));
  });
});
