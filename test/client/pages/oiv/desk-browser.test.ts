import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formOf, snapshotOf } from '../../../../src/office/forms.js';
import { decisionsOf } from '../../../../src/register/decisions.js';
import { documentsOf } from '../../../../src/register/documents.js';
import { chromiumPath, openBrowser, whySkipped } from '../browser.js';
import { aLiveCycle, eventually } from '../live-cycle.js';

const STEP = 'relazione-validazione';
const DESK = '/cicli/ccms/2016/oiv';
const OIV = 'zeno.bragadini';
const CONTROLLER = 'guglielmo.tarasconi';
const SIZES = { phone: { width: 390, height: 844 }, laptop: { width: 1366, height: 768 } } as const;
const REASONS = 'Di due valori non è indicata la fonte.';
const WHY = 'La ragione è agli atti: i valori definitivi sono quelli della raccolta finale.';
const SENSITIVE = 'L’addetto ha mostrato due versioni del foglio.';
/** Where pictures go of every page that is checked; nowhere unless asked. */
const PICTURES = process.env.CICLO_PICTURES;

describe.skipIf(chromiumPath === undefined)(`the OIV at its desk, in a browser${whySkipped}`, () => {
  const live = aLiveCycle('2017-06-08');
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const contexts = new Map<string, BrowserContext>();
  let browser: Browser;
  let pictures = 0;

  beforeAll(async () => {
    browser = await openBrowser();
    await live.open(STEP);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
  });

  async function open(person: string, path: string, size: keyof typeof SIZES = 'laptop'): Promise<Page> {
    const known = contexts.get(person) ?? (await browser.newContext({ locale: 'it-IT' }));
    if (!contexts.has(person)) {
      const [name = '', value = ''] = (await live.session(person)).split('=');
      await known.addCookies([{ name, value, url: live.url }]);
      contexts.set(person, known);
    }
    const page = await known.newPage();
    await page.setViewportSize(SIZES[size]);
    await page.goto(`${live.url}${path}`, { waitUntil: 'load' });
    return page;
  }

  /** Nothing against WCAG 2.1 AA and nothing wider than the screen, at both widths. */
  async function sound(page: Page, name: string): Promise<void> {
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      await page.evaluate(axe);
      // The document in the frame is a page of its own.
      const results = await page.evaluate<AxeResults>(
        `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'], iframes: false, resultTypes: ['violations'] })`,
      );
      expect(results.violations.map((v) => `${v.id}: ${v.help} — ${v.nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      if (PICTURES !== undefined) {
        pictures += 1;
        const file = `${String(pictures).padStart(2, '0')}-${name}-${size}.png`;
        await page.screenshot({ path: join(PICTURES, file), fullPage: true });
      }
    }
  }

  /** Follows a link, and waits until the page it leads to is whole. */
  const follow = async (page: Page, name: string | RegExp): Promise<void> => {
    await Promise.all([page.waitForEvent('load'), page.getByRole('link', { name }).click()]);
  };
  const send = async (page: Page, button: string): Promise<void> => {
    await page.getByRole('button', { name: button }).click();
    await page.getByRole('status').waitFor();
  };
  const judge = async (page: Page, verdict: string, note: string, button: string): Promise<void> => {
    await page.locator('[name=giudizio]').first().waitFor();
    await choose(page, verdict);
    await page.locator('[name=annotazione]').fill(note);
    await send(page, button);
  };
  const choose = async (page: Page, verdict: string): Promise<void> => {
    if ((await page.locator('select[name=giudizio]').count()) > 0)
      await page.locator('select[name=giudizio]').selectOption(verdict);
    else await page.locator(`input[name=giudizio][value=${verdict}]`).check();
  };
  const documents = async () =>
    (await documentsOf(live.register.db, live.cycle)).filter(({ kind }) => kind === 'validazione');

  test('the mail says what is asked; its page leads to the desk', async () => {
    const mail = await eventually(async () => live.mails.find(({ subject }) => subject.includes('da validare')));
    expect(mail.to.address).toBe('zeno.bragadini@ccms.example');
    const page = await open(OIV, await live.link(STEP, OIV));
    await sound(page, 'esame');
    await follow(page, 'Scrivania dell’OIV');
    await page.getByRole('heading', { level: 1, name: 'Scrivania dell’OIV' }).waitFor();
    await sound(page, 'scrivania');
    await page.close();
  });

  test('a validation is not taken before the list is through, nor without reasons', async () => {
    const page = await open(OIV, await live.link(STEP, OIV));
    await page.getByLabel('Validata', { exact: true }).check();
    await page.getByLabel('Numero dell’atto').fill('3');
    await page.getByLabel('Data dell’atto').fill('08/06/2017');
    await page.getByRole('button', { name: 'Registra la decisione' }).click();
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('la lista di controllo va completata');
    expect(await alert.textContent()).toContain('ndicare le ragioni della validazione');
    await sound(page, 'esame-rifiutato');
    expect(await decisionsOf(live.register.db, live.cycle, STEP)).toEqual([]);
    await page.close();
  });

  test('the OIV meets an office, opens the evidence of a figure, judges it, remarks; the dossier is a PDF', async () => {
    const page = await open(OIV, DESK, 'phone');
    await follow(page, 'Registra un incontro');
    await sound(page, 'incontro');
    await page.getByLabel('Giorno').fill('2017-06-07');
    await page.getByLabel('Ufficio o ruolo').selectOption({ index: 1 });
    await page.getByLabel('Note').fill(SENSITIVE);
    await send(page, 'Registra l’incontro');
    expect(await page.locator('main').textContent()).toContain(SENSITIVE);

    await page.locator('a[href*="/oiv/valori/"]').first().click();
    await sound(page, 'valore');
    await judge(page, 'partly', 'manca la fonte', 'Registra la verifica');
    await page.locator('a[href$="/lista/metodo-seguito/giudizio"]').click();
    await sound(page, 'voce');
    await judge(page, 'met', '', 'Registra il giudizio');

    await follow(page, 'Fai un’osservazione');
    await page.getByLabel('Su', { exact: true }).selectOption('dati');
    await page.getByLabel('Osservazione', { exact: true }).fill('Si indichi la fonte di due valori.');
    await send(page, 'Registra l’osservazione');
    await sound(page, 'scrivania-al-lavoro');
    const evidence = page.locator('a[href*="/evidenze/"]').first();
    if ((await evidence.count()) > 0)
      expect(
        (await live.request((await evidence.getAttribute('href')) ?? '', undefined, await live.session(OIV))).status,
      ).toBe(200);
    const dossier = await live.request(`${DESK}/fascicolo.pdf`, undefined, await live.session(OIV));
    expect(dossier.headers.get('content-type')).toBe('application/pdf');
    expect(
      Buffer.from(await dossier.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    await page.close();
  });

  test('others of the body read the desk, but not what was noted, and have nothing to write with', async () => {
    const page = await open(CONTROLLER, DESK);
    const text = await page.locator('main').textContent();
    expect(text).toContain('riservate all’OIV');
    expect(text).not.toContain(SENSITIVE);
    expect(await page.locator('a[href*="/giudizio"], a[href*="/verifica"], a[href$="/incontro-oiv"]').count()).toBe(0);
    await page.close();
  });

  test('the OIV does not validate, with its reasons: the document of validation says so', async () => {
    const page = await open(OIV, await live.link(STEP, OIV), 'phone');
    await page.getByLabel('Non validata', { exact: true }).check();
    await page.getByLabel('Ragioni', { exact: true }).fill(REASONS);
    await page.getByRole('button', { name: 'Registra la decisione' }).click();
    await page.getByRole('button', { name: 'Conferma e registra' }).click();
    await page.getByRole('heading', { name: /^Decisione registrata/ }).waitFor();
    await sound(page, 'non-validata');
    const [document] = await eventually(async () => {
      const found = await documents();
      return found.length === 1 && found;
    });
    const text = JSON.stringify((await snapshotOf(live.register.db, document?.hash ?? ''))?.content);
    expect(text).toContain('non lo valida');
    expect(text).toContain(REASONS);
    expect(text).not.toContain(SENSITIVE);
    await page.close();
  });

  test('controllo di gestione answers and transmits again', async () => {
    const page = await open(CONTROLLER, DESK, 'phone');
    await follow(page, /^Rispondi/);
    await sound(page, 'risposta');
    await page.getByLabel('Risposta').fill('La fonte è ora nelle schede.');
    await send(page, 'Rispondi');
    expect(await page.locator('main').textContent()).toContain('La fonte è ora nelle schede.');
    await page.goto(`${live.url}${await live.link(STEP, CONTROLLER)}`);
    await sound(page, 'da-ritrasmettere');
    await page.locator('textarea').first().fill('Indicate le fonti dei due valori.');
    await page.locator('main form button[type=submit]').first().click();
    await page.getByRole('button', { name: 'Conferma e ritrasmetti' }).click();
    await eventually(async () => (await live.page(await live.link(STEP, OIV))).includes('name="impronta"'));
    await page.close();
  });

  test('with the list through, the OIV validates: a second document, beside the first', async () => {
    const page = await open(OIV, DESK);
    let refused = false;
    for (let left = true; left; ) {
      const open = page.locator('tr:has(em) a[href*="/oiv/lista/"]').first();
      left = (await open.count()) > 0;
      if (!left) continue;
      await open.click();
      await page.locator('[name=giudizio]').first().waitFor();
      // Against what the register answers the OIV says why.
      const against = await page.getByText('Dal registro risulta «no»').count();
      if (against > 0 && !refused) {
        refused = true;
        await choose(page, 'met');
        await page.getByRole('button', { name: 'Registra il giudizio' }).click();
        await page.getByRole('alert').waitFor();
        expect(await page.getByRole('alert').textContent()).toContain('serve un’annotazione che dica perché');
        await sound(page, 'voce-contro-il-registro');
      }
      await judge(page, 'met', against > 0 ? WHY : '', 'Registra il giudizio');
    }
    await page.locator('a[href*="/oiv/valori/"]').first().click();
    await judge(page, 'met', '', 'Registra la verifica');
    expect(await page.locator('main').textContent()).toContain('La lista è completa');
    await page.goto(`${live.url}${await live.link(STEP, OIV)}`);
    await page.getByLabel('Validata', { exact: true }).check();
    await page.getByLabel('Numero dell’atto').fill('3');
    await page.getByLabel('Data dell’atto').fill('08/06/2017');
    await page.getByLabel('Ragioni', { exact: true }).fill('Le fonti sono indicate, il metodo è quello del Sistema.');
    await page.getByRole('button', { name: 'Registra la decisione' }).click();
    await page.getByRole('button', { name: 'Conferma e registra' }).click();
    await page.getByRole('heading', { name: /^Decisione registrata/ }).waitFor();
    const versions = await eventually(async () => {
      const found = await documents();
      return found.length === 2 && found;
    });
    expect(refused).toBe(true);
    const text = JSON.stringify((await snapshotOf(live.register.db, versions.at(-1)?.hash ?? ''))?.content);
    expect(text).toContain('e lo valida ai sensi');
    expect(text).toContain(WHY);
    await eventually(async () => {
      await page.goto(`${live.url}${DESK}`);
      return (await page.getByText('l’OIV ha deciso sulla validazione').count()) > 0;
    });
    await sound(page, 'scrivania-conclusa');
    await page.goto(`${live.url}/documenti/${versions.at(-1)?.hash}`);
    await sound(page, 'documento-di-validazione');
    if (PICTURES !== undefined)
      for (const { kind, version, hash } of await documentsOf(live.register.db, live.cycle)) {
        const pdf = await formOf(live.register.db, hash, 'pdf');
        if (pdf !== undefined) writeFileSync(join(PICTURES, `${kind}-${version}.pdf`), pdf.bytes);
      }
    await page.close();
  }, 240_000);
});
