import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { htmlForm } from '../../src/documents/forms/html.js';
import { sectionPages } from '../../src/documents/site/pages.js';
import type { Publication } from '../../src/documents/site/published.js';
import { takeSnapshot } from '../../src/documents/snapshot.js';
import type { Instant } from '../../src/domain/calendar/types.js';
import { chromiumPath, openBrowser, whySkipped } from '../client/pages/browser.js';
import { pianoOfTheSeed } from './seed.js';

const HASH = 'a'.repeat(64);
const version = (number: number, publishedAt: Instant): Publication => ({
  kind: 'piano',
  title: 'Piano della performance 2016-2018',
  exercise: 2016,
  version: number,
  sha256: HASH,
  simulated: true,
  publishedAt,
  acts: [{ board: 'Giunta camerale', number: '12', date: '2016-01-29' }],
  files: [
    { path: 'piano-v1.pdf', form: 'pdf', title: 'Piano della performance 2016-2018', size: 99_999, sha256: HASH },
    { path: 'tabelle/cruscotto.csv', form: 'csv', title: 'Cruscotto strategico', size: 999, sha256: HASH },
  ],
});

/** The pages of the published section and a document as it is published. */
async function published(): Promise<ReadonlyMap<string, string>> {
  const body = { id: 'ccms', name: 'Camera di Commercio di Massa-Carrara' };
  const pages = await sectionPages(body, [version(1, '2016-02-10T10:00:00Z'), version(2, '2016-09-15T10:00:00Z')]);
  const document = (await htmlForm(takeSnapshot(pianoOfTheSeed()))).toString('utf8');
  return new Map([...pages.map((page) => [page.path, page.html] as const), ['the Piano', document]]);
}

// Run in the page, whose types are not among ours.
const BEYOND = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
const BREAKS_BEFORE_TITLE = `(() => {
  const title = document.querySelector('h1');
  return [...document.querySelectorAll('*')].filter((one) =>
    one.compareDocumentPosition(title) & Node.DOCUMENT_POSITION_FOLLOWING &&
    !one.contains(title) && getComputedStyle(one).breakAfter === 'page').length;
})()`;

describe.skipIf(chromiumPath === undefined)(`what is published, in a browser${whySkipped}`, () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  let browser: Browser;
  let pages: ReadonlyMap<string, string>;
  beforeAll(async () => {
    [browser, pages] = await Promise.all([openBrowser(), published()]);
  });
  afterAll(async () => {
    await browser?.close();
  });

  const each = async (width: number, look: (page: Page, path: string) => Promise<void>): Promise<void> => {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    for (const [path, html] of pages) {
      await page.setContent(html);
      await look(page, path);
    }
    await page.close();
  };

  test.each([390, 1366, 1920])('fits a window of %d without scrolling sideways', async (width) => {
    await each(width, async (page, path) => {
      const beyond = await page.evaluate<number>(BEYOND);
      expect(beyond, path).toBeLessThanOrEqual(0);
    });
  });

  test('has nothing that axe takes for a violation', async () => {
    await each(1366, async (page, path) => {
      await page.evaluate(axe);
      const { violations } = await page.evaluate<AxeResults>('axe.run()');
      expect(
        violations.map((one) => one.id),
        path,
      ).toEqual([]);
    });
  });

  test('keeps its title on the first sheet of paper', async () => {
    await each(1366, async (page, path) => {
      await page.emulateMedia({ media: 'print' });
      const breaks = await page.evaluate<number>(BREAKS_BEFORE_TITLE);
      expect(breaks, path).toBe(0);
    });
  });
});
