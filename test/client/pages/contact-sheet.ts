import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { CAST_PATH } from '../../../src/access/paths.js';
import { startConsole } from '../../../src/client/system/server.js';
import { parseCivilDate } from '../../../src/domain/calendar/civil-date.js';
import { terminalLog } from '../../../src/platform/log.js';
import { freePort } from '../../../src/platform/ports.js';
import { startPostgres } from '../../../src/platform/postgres.js';
import { openRegister } from '../../../src/register/database.js';
import { migrate } from '../../../src/register/migrate.js';
import { openBrowser } from './browser.js';
import { halfRun } from './half-run.js';
import { consoleParts } from './parts.js';

/*
 * Every page of a half-run cycle at three widths, on sheets a person looks through in two minutes:
 *   npm run contact-sheet -- [folder] [address of a console that is running]
 */
const WIDTHS = [390, 1366, 1920] as const;
/** As whom the pages are looked at: each finds pages the others do not. */
const READERS = ['guglielmo.tarasconi', 'lidia.fornasetti', 'fiorenzo.altobellini', 'zeno.bragadini'];
/** Pages of one kind differ by what they are about: of each kind one is enough. */
const MOST_OF_A_KIND = 1;
/** A page is cut below: what is wrong with its looks is wrong above. */
const TALLEST = 2_400;

interface Shot {
  readonly reader: string;
  readonly path: string;
  readonly title: string;
  readonly width: number;
  readonly file: string;
  /** Pixels beyond the window; 0 where nothing is. */
  readonly beyond: number;
}

const [folder = 'contact-sheet', running] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const site = running === undefined ? await ownConsole() : { url: running, end: async () => undefined };
const browser = await openBrowser();
try {
  const shots: Shot[] = [];
  const seen = new Map<string, number>();
  for (const reader of READERS) {
    const paths = await pagesOf(browser, reader, seen);
    for (const width of WIDTHS) shots.push(...(await shotsOf(browser, reader, paths, width)));
  }
  for (const width of WIDTHS)
    await writeSheet(
      browser,
      width,
      shots.filter((shot) => shot.width === width),
    );
  const wide = shots.filter(({ beyond }) => beyond > 0);
  console.log(`${shots.length} pictures of ${seen.size} kinds of page, in ${folder}`);
  for (const { path, width, beyond } of wide) console.log(`wider than its window by ${beyond} px: ${path} at ${width}`);
} finally {
  await browser.close();
  await site.end();
}

/** The addresses a reader comes to by links from their first page, one of each kind nobody before them has seen. */
async function pagesOf(browser: Browser, reader: string, seen: Map<string, number>): Promise<readonly string[]> {
  const page = await signedIn(browser, reader, 1366);
  const found: string[] = [];
  // What everybody comes in by is another for each, and leads each to what is theirs.
  const first = ['/', '/mie'];
  const waiting = [...first];
  const known = new Set(waiting);
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = kindOf(path);
    if (!first.includes(path) && (seen.get(kind) ?? 0) >= MOST_OF_A_KIND) continue;
    const answer = await page.goto(`${site.url}${path}`, { waitUntil: 'domcontentloaded' }).catch(() => null);
    // A file to be saved, or a page that is not this reader's.
    if (answer === null || !answer.ok() || !(answer.headers()['content-type'] ?? '').includes('html')) continue;
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    found.push(path);
    for (const href of await page
      .locator('a[href^="/"]')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')))) {
      const [next = ''] = (href ?? '').split(/[?#]/);
      if (next === '' || known.has(next) || /\.(csv|xlsx|pdf|json|ics|zip)$/.test(next)) continue;
      known.add(next);
      waiting.push(next);
    }
  }
  await page.context().close();
  return found;
}

/** `/cicli/ccms/2016/indicatori/1.1.1-01` and every other indicator are one kind of page. */
function kindOf(path: string): string {
  return path
    .split('/')
    .map((part) => (/\d|^[0-9a-f]{16,}$|\.|%/.test(part) ? '*' : part))
    .join('/')
    .replace(
      /\/(stakeholder\/registro|regole|termini|attivita|persone|documenti|schede|stakeholder|registro|prospettive|aree|uffici|serie|check-up|contesto|lista|valori|obiettivi|indagini|sezioni)\/[^/]+/g,
      '/$1/*',
    );
}

async function shotsOf(
  browser: Browser,
  reader: string,
  paths: readonly string[],
  width: number,
): Promise<readonly Shot[]> {
  const page = await signedIn(browser, reader, width);
  const shots: Shot[] = [];
  for (const path of paths) {
    await page.goto(`${site.url}${path}`, { waitUntil: 'load' });
    const size = await page.evaluate<{ tall: number; beyond: number }>(
      '({ tall: document.documentElement.scrollHeight, beyond: document.documentElement.scrollWidth - innerWidth })',
    );
    const file = `${`${reader}${path}`.replace(/[^\w]+/g, '_').slice(0, 120)}_${width}.png`;
    const height = Math.min(size.tall, TALLEST);
    await page.screenshot({
      path: join(folder, file),
      fullPage: true,
      clip: { x: 0, y: 0, width, height },
      timeout: 180_000,
    });
    shots.push({ reader, path, title: await page.title(), width, file, beyond: Math.max(0, size.beyond) });
  }
  await page.context().close();
  return shots;
}

async function signedIn(browser: Browser, reader: string, width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: width < 500 ? 844 : 768 }, locale: 'it-IT' });
  const page = await context.newPage();
  // Many pages on a machine that does other work too.
  page.setDefaultTimeout(180_000);
  await page.goto(`${site.url}${CAST_PATH}`);
  await page.locator(`form:has(input[name=person][value="${reader}"]) button`).first().click();
  return page;
}

/** One page of small pictures, each with its address and the way to the large one, and the same as a picture. */
async function writeSheet(browser: Browser, width: number, shots: readonly Shot[]): Promise<void> {
  const figures = shots.map(
    ({ file, path, title, beyond }) =>
      `<figure${beyond > 0 ? ' class="beyond"' : ''}><a href="${file}"><img src="${file}" alt=""></a><figcaption>${escaped(title)}<br><code>${escaped(path)}</code></figcaption></figure>`,
  );
  const style =
    'body{font:12px sans-serif;margin:16px;display:grid;grid-template-columns:repeat(8,1fr);gap:12px}figure{margin:0}' +
    'img{width:100%;max-height:380px;object-fit:cover;object-position:top;border:1px solid #999}.beyond img{border:3px solid #c00}code{word-break:break-all}';
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${width} px</title><style>${style}</style>${figures.join('')}</html>`;
  const address = join(folder, `sheet-${width}.html`);
  writeFileSync(address, html);
  const page = await browser.newPage({ viewport: { width: 1_920, height: 1_080 } });
  await page.goto(new URL(address, `file://${process.cwd()}/`).href);
  await page.screenshot({ path: join(folder, `sheet-${width}.png`), fullPage: true });
  await page.close();
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** A console of our own on a half-run cycle. */
async function ownConsole(): Promise<{ readonly url: string; end(): Promise<void> }> {
  const today = parseCivilDate('2016-09-20');
  if (!today.ok) throw new Error(today.error);
  const log = terminalLog();
  const dataDir = mkdtempSync(join(tmpdir(), 'ciclo-provini-'));
  const postgres = await startPostgres({ dataDir, cacheDir: join(dataDir, 'cache'), log });
  const place = { url: postgres.url, schema: 'prova_1' };
  await migrate(place);
  const register = await openRegister({ ...place, unsaid: 'every-body' });
  const { now, mailboxDir, remove } = await halfRun(register, today.value);
  const started = await startConsole({
    ...consoleParts(),
    port: await freePort(8098),
    register,
    mailboxDir,
    clock: () => now,
    log,
    rehearsal: true,
  });
  return {
    url: started.url,
    end: async () => {
      await started.stop();
      await register.close();
      await postgres.stop();
      remove();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
