import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const CANDIDATES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The Chromium of this machine: `CHROMIUM`, or where distributions put it. */
export const chromiumPath: string | undefined = [process.env.CHROMIUM ?? '', ...CANDIDATES].find(
  (path) => path !== '' && existsSync(path),
);

/** Why browser tests are skipped, for their title; empty when they run. */
export const whySkipped =
  chromiumPath === undefined ? ' (skipped: no Chromium found; install it or set CHROMIUM to its path)' : '';

/** How long Chromium may take to start and show an empty page, and how often it is started before its failure is the test's. */
const PATIENCE = { ms: 30_000, attempts: 3 };

/** A Chromium that answers: one that hangs while it starts, as it sometimes does on a busy machine, is ended and started again. */
export async function openBrowser(): Promise<Browser> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startBrowser();
    } catch (error) {
      if (attempt === PATIENCE.attempts) throw error;
      console.warn(`Chromium did not start (attempt ${attempt} of ${PATIENCE.attempts}): ${String(error)}`);
    }
  }
}

async function startBrowser(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error('no Chromium on this machine');
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    timeout: PATIENCE.ms,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('it started, but shows no page')), PATIENCE.ms);
  });
  try {
    await Promise.race([browser.newPage().then((page) => page.close()), tooLong]);
    return browser;
  } catch (error) {
    await Promise.race([browser.close(), tooLong]).catch(() => undefined);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
