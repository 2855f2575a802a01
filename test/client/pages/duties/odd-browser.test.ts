import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { currentMeasurements } from '../../../../src/register/measurements.js';
import { chromiumPath, openBrowser, whySkipped } from '../browser.js';
import { anOfficerSite, CHECKPOINT, CYCLE } from './officer-site.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Where to leave pictures of the pages, to be looked at; nowhere unless asked. */
const PICTURES = process.env.CICLO_PICTURES;

async function faults(page: Page, name: string): Promise<readonly string[]> {
  if (PICTURES !== undefined) {
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
  }
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'], iframes: false, resultTypes: ['violations'] })`,
  );
  const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  return [
    ...violations.map((v) => `${v.id}: ${v.nodes[0]?.html.slice(0, 200)}`),
    ...(overflow > 0 ? ['too wide'] : []),
  ];
}

describe.skipIf(chromiumPath === undefined)(`an officer asked about an odd value${whySkipped}`, () => {
  const site = anOfficerSite([
    {
      indicator: 'A-10',
      name: 'Incontri sul bando',
      office: 'promozione',
      target: 'almeno 3 entro il 31/03/2016',
      unit: { kind: 'count', noun: 'incontri' },
      reading: {
        kind: 'threshold',
        operator: '>=',
        value: '3',
        unit: { kind: 'count', noun: 'incontri' },
        direction: 'more-is-better',
        by: '2016-03-31',
      },
    },
  ]);
  let browser: Browser;
  let url = '';
  let stop = (): void => undefined;
  beforeAll(async () => {
    browser = await openBrowser();
    const server = createAdaptorServer({ fetch: site.app.fetch });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a TCP server that listens
    stop = () => server.close();
  });
  afterAll(async () => {
    stop();
    await browser?.close();
  });

  test.each([
    ['on a telephone, without JavaScript', { width: 390, height: 844 }, false, '120', '29/03/2016'],
    ['at a desk, with JavaScript', { width: 1366, height: 900 }, true, '130', '30/03/2016'],
  ] as const)('marks it as right and sends it: %s', async (_, viewport, javaScriptEnabled, value, day) => {
    const context = await browser.newContext({ viewport, javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(url + (await site.invite('olga')));
    for (const settled of await page.locator('.ciclo-settled > summary').all()) await settled.click();
    await page.locator('[name="valore:A-2"]').fill(value);
    await page.locator('[name="valore:A-10"]').fill('3');
    await page.locator('[name="raggiunto:A-10"]').fill(day);
    const question = page.getByText(`${value}% supera il 100%: è giusto?`);
    // With JavaScript it is asked while one types; without, on the page that comes back.
    if (javaScriptEnabled) await question.first().waitFor();
    const send = page.getByRole('button', { name: 'Invia', exact: true });
    await send.click();
    await page.getByRole('heading', { name: 'Un valore è insolito' }).waitFor();
    if (javaScriptEnabled) expect(await faults(page, `odd-${viewport.width}`)).toEqual([]);
    else if (PICTURES !== undefined) {
      await page.screenshot({ path: join(PICTURES, `odd-${viewport.width}.png`), fullPage: true });
    }
    expect(await page.locator('[name="valore:A-2"]').inputValue()).toBe(value);
    await page.locator('#voce-2-confirm').check();
    await send.click();
    await page.waitForURL(/\/ricevuta\//);
    const standing = await currentMeasurements(site.db, { cycle: CYCLE, checkpoint: CHECKPOINT });
    expect(standing.find((one) => one.indicator === 'A-2')?.actual).toEqual({
      kind: 'number',
      value,
      confirmed: [`${value}% supera il 100%`],
    });
    await context.close();
  });
});
