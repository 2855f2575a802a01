import { chromium } from 'playwright-core';
const [base, person, ...paths] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const context = await browser.newContext({ locale: 'it-IT' });
const page = await context.newPage();
page.on('console', (m) => { if (m.type() === 'error') console.log('console:', m.text()); });
page.on('pageerror', (e) => console.log('pageerror:', e.message));
if (person !== '-') { const r = await context.request.post(`${base}/accesso/come`, { form: { entity: 'ccms', person }, headers: { Origin: base }, maxRedirects: 0 }); console.log('sign in', r.status()); }
for (const p of paths) {
  const [name, path] = p.split('=') as [string, string];
  for (const [w, h] of [[1366, 768], [390, 844]] as const) {
    await page.setViewportSize({ width: w, height: h });
    const r = await page.goto(`${base}${path}`, { waitUntil: 'load' });
    await page.waitForTimeout(300);
    const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    console.log(name, w, r?.status(), 'overflow', wide);
    await page.screenshot({ path: `/tmp/shots/${name}-${w}.png`, fullPage: true });
  }
}
await browser.close();
