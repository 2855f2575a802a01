import { chromium } from 'playwright-core';
const base = process.argv[2], person = process.argv[3] ?? 'guglielmo.tarasconi';
const pages = process.argv.slice(4);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu'] });
for (const [w,h] of [[1366,768],[390,844]]) {
  const ctx = await browser.newContext({ viewport: { width: w, height: h } });
  const r = await ctx.request.post(base + '/accesso/come', { form: { entity: 'ccms', person }, headers: { origin: base }, maxRedirects: 0 });
  if (w === 1366) console.log(r.status());
  const p = await ctx.newPage();
  for (const one of pages) {
    const res = await p.goto(base + one);
    const name = one.replace(/\W+/g, '_').slice(0, 60);
    const wide = await p.evaluate(() => document.documentElement.scrollWidth);
    console.log(w, res.status(), one, wide > w ? `OVERFLOW ${wide}` : '');
    await p.screenshot({ path: `/tmp/shots/${name}-${w}.png`, fullPage: true });
  }
  await ctx.close();
}
await browser.close();
