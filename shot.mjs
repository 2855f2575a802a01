import { chromium } from 'playwright-core';
const [,, port, out, ...pages] = process.argv;
const base = `http://127.0.0.1:${port}`;
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu'] });
for (const [w,h] of [[1366,768],[390,844]]) {
  for (const spec of pages) {
    const [person, path, name] = spec.split('|');
    const ctx = await browser.newContext({ viewport: { width: w, height: h } });
    const r = await ctx.request.post(`${base}/accesso/come`, { form: { entity: 'ccms', person }, headers: { Origin: base }, maxRedirects: 0, timeout: 120000 });
    const page = await ctx.newPage();
    const res = await page.goto(base + path, { timeout: 180000, waitUntil: 'domcontentloaded' });
    await page.waitForTimeout(800);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    console.log(w, name, r.status(), res?.status(), 'scrollWidth', wide);
    await page.screenshot({ fullPage: process.env.FULL === "1", path: `/tmp/acts-b-${out}-${name}-${w}.png`, timeout: 120000 });
    await ctx.close();
  }
}
await browser.close();
