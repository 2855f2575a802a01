import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningConsole, startConsole } from '../../../src/client/system/server.js';
import { appendLog } from '../../../src/register/log.js';
import { setStepState } from '../../../src/register/steps.js';
import { chromiumPath, openBrowser, whySkipped } from './browser.js';
import { consoleParts } from './parts.js';
import { aHalfRunSite } from './site.js';

const CYCLE = '/cicli/ccms/2016';
const PAGES = [
  CYCLE,
  `${CYCLE}/attivita/rpp-approvazione`,
  `${CYCLE}/attivita/monitoraggio-1`,
  `${CYCLE}/cruscotto`,
  '/posta',
  '/posta/MESSAGE',
  '/posta/MESSAGE?vista=testo',
  '/documenti/DOCUMENT',
  '/nulla',
];
const SIZES = { phone: { width: 390, height: 844 }, laptop: { width: 1366, height: 768 } } as const;

describe.skipIf(chromiumPath === undefined)(`in a browser${whySkipped}`, () => {
  const site = aHalfRunSite('2016-09-20');
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  let browser: Browser;
  let running: RunningConsole;
  let places: ReadonlyMap<string, string>;

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
    const message = /\/posta\/([0-9A-Za-z-]+\.eml)/.exec(await site.page('/posta?destinatario=brandini'))?.[1] ?? '';
    const document =
      /\/documenti\/([0-9a-f]{64})/.exec(await site.page(`${CYCLE}/attivita/rpp-approvazione`))?.[1] ?? '';
    places = new Map([
      ['MESSAGE', message],
      ['DOCUMENT', document],
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await running?.stop();
  });

  const addressOf = (path: string): string =>
    running.url + path.replace(/MESSAGE|DOCUMENT/, (name) => places.get(name) ?? name);

  async function open(
    path: string,
    size: keyof typeof SIZES = 'laptop',
  ): Promise<{ page: Page; complaints: string[] }> {
    const page = await browser.newPage({ viewport: SIZES[size] });
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text().slice(0, 300));
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(addressOf(path), { waitUntil: 'load' });
    return { page, complaints };
  }

  describe.each(['phone', 'laptop'] as const)('at %s width', (size) => {
    test.each(PAGES)(
      'axe finds nothing against WCAG 2.1 AA, nothing overflows, nothing is refused: %s',
      async (path) => {
        const { page, complaints } = await open(path, size);
        await page.evaluate(axe);
        // The message and the document in the frames are somebody else's pages.
        const results = await page.evaluate<AxeResults>(
          `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'], iframes: false, resultTypes: ['violations'] })`,
        );
        const violations = results.violations.map((v) => `${v.id}: ${v.help} — ${v.nodes[0]?.html.slice(0, 200)}`);
        expect(violations).toEqual([]);
        const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        expect(overflow).toBeLessThanOrEqual(0);
        expect(complaints.filter((c) => !(path === '/nulla' && c.includes('404')))).toEqual([]);
        await page.close();
      },
    );
  });

  test('the keyboard reaches the content with the first key, and every step of the chart', async () => {
    const { page } = await open(CYCLE);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent.trim()')).toBe('Vai al contenuto principale');
    expect(await page.evaluate('document.activeElement.getBoundingClientRect().height')).toBeGreaterThan(10);
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('contenuto');
    const seen = new Set<string>();
    for (let n = 0; n < 64; n++) {
      await page.keyboard.press('Tab');
      seen.add(
        await page.evaluate<string>('document.activeElement.getAttribute("href") ?? document.activeElement.className'),
      );
    }
    expect(seen).toContain('ciclo-gantt-scroll');
    expect(seen).toContain(`${CYCLE}/attivita/relazione-pubblicazione`);
    await page.close();
  });

  test('every page says the same without JavaScript', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: SIZES.laptop });
    const page = await context.newPage();
    await page.goto(addressOf(CYCLE));
    expect(await page.locator('h1').textContent()).toBe('Ciclo della performance 2016');
    expect(await page.locator('main table').count()).toBe(8);
    await page.getByRole('link', { name: 'Aggiorna questa pagina ogni 10 secondi' }).click();
    expect(page.url()).toContain('aggiorna=10');
    await context.close();
  });

  test('a page brings itself up to date when the log grows, and keeps what was opened', async () => {
    const { page, complaints } = await open(`${CYCLE}/attivita/monitoraggio-1`);
    await page.locator('details').nth(1).locator('summary').click();
    await setStepState(site.register.db, 'ccms/2016', 'monitoraggio-1', { note: 'nota scritta adesso' });
    await appendLog(site.register.db, {
      at: site.run.now,
      actor: 'sistema',
      action: 'prova',
      subject: 'x',
      cycle: 'ccms/2016',
    });
    await page.getByText('nota scritta adesso').waitFor({ timeout: 15_000 });
    expect(await page.locator('details').nth(1).getAttribute('open')).not.toBeNull();
    expect(await page.locator('details').nth(2).getAttribute('open')).toBeNull();
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('a paused page stays as it is, also after it is opened again', async () => {
    const { page } = await open(`${CYCLE}/attivita/monitoraggio-2`);
    await page.getByRole('button', { name: 'Sospendi' }).click();
    await page.reload();
    expect(await page.locator('.ciclo-live').textContent()).toContain('Aggiornamento automatico sospeso.');
    await setStepState(site.register.db, 'ccms/2016', 'monitoraggio-2', { note: 'nota non vista' });
    await appendLog(site.register.db, {
      at: site.run.now,
      actor: 'sistema',
      action: 'prova',
      subject: 'x',
      cycle: 'ccms/2016',
    });
    await page.waitForTimeout(4_500);
    expect(await page.getByText('nota non vista').count()).toBe(0);
    await page.getByRole('button', { name: 'Riprendi' }).click();
    await page.getByText('nota non vista').waitFor({ timeout: 15_000 });
    await page.close();
  });

  test('a mail with a script in it runs nothing, asks nobody, and its links open outside', async () => {
    const id = '9999999999999-000002-bbbbbbbb.eml';
    const asked: string[] = [];
    const spy = createServer((request, answer) => {
      asked.push(request.url ?? '');
      answer.end();
    });
    await new Promise<void>((done) => spy.listen(0, '127.0.0.1', done));
    const spyPort = (spy.address() as AddressInfo).port; // a TCP server that listens
    writeFileSync(join(site.run.mailboxDir, id), mailWith(running.url, `http://127.0.0.1:${spyPort}`));
    const page = await browser.newPage({ viewport: SIZES.laptop });
    await page.goto(`${running.url}/posta/${id}`, { waitUntil: 'load' });
    const frame = page.frameLocator('iframe');
    expect(await frame.locator('p').textContent()).toBe('Testo del messaggio');
    expect(await page.title()).not.toContain('preso');
    const [popup] = await Promise.all([page.context().waitForEvent('page'), frame.getByRole('link').click()]);
    await popup.waitForLoadState();
    expect(popup.url()).toBe(`${running.url}${CYCLE}`);
    expect(await popup.evaluate('opener')).toBeNull();
    await page.close();
    await popup.close();
    expect(asked).toEqual([]);
    await new Promise((done) => spy.close(done));
  });
});

const mailWith = (url: string, spy: string): string =>
  [
    'From: Ciclo <ciclo@ccms.example>',
    'To: Ottavia Brandini <ottavia.brandini@ccms.example>',
    'Subject: Prova',
    'Date: Tue, 20 Sep 2016 07:00:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: text/html; charset=utf-8',
    '',
    `<html><head><title>x</title></head><body><p>Testo del messaggio</p><a href="${url}${CYCLE}">apri</a>`,
    `<img src="${spy}/spia.png"><link rel="stylesheet" href="${spy}/spia.css">`,
    '<script>top.document.title = "preso"; fetch("/spia")</script></body></html>',
    '',
  ].join('\r\n');
