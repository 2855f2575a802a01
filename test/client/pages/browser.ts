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

export function openBrowser(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error('no Chromium on this machine');
  return chromium.launch({
    executablePath: chromiumPath,
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
}
