import { beforeAll, describe, expect, test } from 'vitest';
import type { Indicator } from '../../../../src/domain/plan.js';
import { listPlanVersions, planVersion } from '../../../../src/register/plans.js';
import { type Reader, signedIn } from '../signed-in.js';
import { aHalfRunSite, textOf } from '../site.js';

/*
 * Two pages of one form of the plan's editor: the one that was opened first and sent last does not win in silence. It comes back with
 * what has been saved meanwhile, and with what was typed; sent again, it is on what stands.
 */
const PLAN = '/cicli/ccms/2016/piano';
const CODE = '1.1.1-01';
const EDIT = `${PLAN}/indicatori/${encodeURIComponent('scorecard:1.1.1')}/${CODE}`;
const site = aHalfRunSite('2015-11-16');
let steering: Reader;

beforeAll(async () => {
  steering = await signedIn(site, 'guglielmo.tarasconi');
});

const latest = async () => {
  const { db } = site.register;
  const version = (await listPlanVersions(db, 'ccms', 2016)).at(-1)?.version ?? 0;
  const found = await planVersion(db, 'ccms', 2016, version);
  if (found === undefined) throw new Error('no plan');
  return found;
};

const indicator = async (): Promise<Indicator | undefined> =>
  (await latest()).plan.areas
    .flatMap((a) => a.objectives.flatMap((o) => o.programmes.flatMap((p) => p.indicators)))
    .find((one) => one.code === CODE);

/** The form of a page with these things in it, by name: inputs, texts and what is chosen. */
function formIn(page: string, with_: string): Readonly<Record<string, string>> {
  const form = (page.match(/<form\b.*?<\/form>/gs) ?? []).find((one) => one.includes(with_));
  if (form === undefined) throw new Error(`no form with ${with_}`);
  const unescaped = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
  const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
  const inputs = (form.match(/<input\b[^>]*>/g) ?? []).filter((tag) => !/type="(file|checkbox|radio)"/.test(tag));
  const texts = [...form.matchAll(/<textarea\b([^>]*)>(.*?)<\/textarea>/gs)];
  const choices = [...form.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)];
  const found = [
    ...inputs.map((tag) => [attribute(tag, 'name'), attribute(tag, 'value') ?? '']),
    ...texts.map(([, tag = '', text = '']) => [attribute(tag, 'name'), text]),
    ...choices.map(([, tag = '', options = '']) => [
      attribute(tag, 'name'),
      attribute(/<option\b[^>]*\bselected[^>]*>/.exec(options)?.[0] ?? '', 'value') ?? '',
    ]),
  ];
  return Object.fromEntries(found.map(([name = '', value = '']) => [name, unescaped(value)]));
}

const form = async (address: string, with_: string) => formIn(await steering.page(address), with_);

describe('an indicator', () => {
  test('comes back with what somebody else has changed, and keeps both changes when it is sent again', async () => {
    const [first, second] = [await form(EDIT, 'name="nome"'), await form(EDIT, 'name="nome"')];
    expect((await steering.post(EDIT, { ...first, peso: '3,75', motivo: 'riequilibrio' })).status).toBe(303);
    const { version } = await latest();

    const asked = await steering.post(EDIT, { ...second, nome: 'Incontri fatti', motivo: 'più chiaro' });
    expect(asked.status).toBe(422);
    expect((await latest()).version).toBe(version);
    const page = await asked.text();
    expect(textOf(page)).toContain(`Guglielmo Tarasconi ha salvato la versione ${version}.`);
    expect(textOf(page)).toMatch(/1\.1\.1-01 .*: peso.*ora «3,75/);
    const again = formIn(page, 'name="nome"');
    expect(again).toMatchObject({ versione: String(version), nome: 'Incontri fatti', peso: '3,75' });

    expect((await steering.post(EDIT, again)).status).toBe(303);
    expect(await indicator()).toMatchObject({ name: 'Incontri fatti', weight: '3.75' });
  });

  test('is one of many on the page that changes them together: it comes back the same way, and goes through', async () => {
    const together = `${PLAN}/insieme/area-1`;
    const weight = 'peso.scorecard-1-1-1-1-1-1-01';
    const [first, second] = [await form(together, weight), await form(together, weight)];
    const other = Object.keys(second).find((name) => name.startsWith('peso.') && name !== weight) ?? '';
    expect((await steering.post(together, { ...first, [weight]: '4,25', motivo: 'riordino' })).status).toBe(303);
    const { version } = await latest();

    const asked = await steering.post(together, { ...second, [other]: '1,5', motivo: 'ancora' });
    expect(asked.status).toBe(422);
    const page = await asked.text();
    expect(textOf(page)).toContain(`Guglielmo Tarasconi ha salvato la versione ${version}.`);
    const again = formIn(page, weight);
    expect(again).toMatchObject({ versione: String(version), [weight]: '4,25', [other]: '1,5' });
    expect((await steering.post(together, again)).status).toBe(303);
    expect((await indicator())?.weight).toBe('4.25');
  });

  test('is taken away only by who has read how it stands', async () => {
    const [edit, remove] = [await form(EDIT, 'name="nome"'), await form(EDIT, 'value="togli"')];
    expect((await steering.post(EDIT, { ...edit, nome: 'Incontri svolti', motivo: 'più chiaro' })).status).toBe(303);
    const { version } = await latest();
    for (const motivo of ['', 'non serve più']) {
      const asked = await steering.post(EDIT, { ...remove, motivo });
      expect(asked.status).toBe(422);
      const page = await asked.text();
      expect(textOf(page)).toContain(`ha salvato la versione ${version}.`);
      expect(formIn(page, 'value="togli"')).toMatchObject({ versione: String(version), motivo });
      // The form that changes it is as it stands, not emptied.
      expect(formIn(page, 'name="nome"')).toMatchObject({ nome: 'Incontri svolti' });
    }
    expect(await indicator()).toMatchObject({ name: 'Incontri svolti' });
  });
});

test('weights keep what each of two has changed', async () => {
  const address = `${PLAN}/pesi`;
  const [first, second] = [await form(address, 'name="motivo"'), await form(address, 'name="motivo"')];
  const [one = '', other = ''] = Object.keys(first).filter((name) => name.startsWith('programma.'));
  expect((await steering.post(address, { ...first, [one]: '1,25', motivo: 'a' })).status).toBe(303);
  const asked = await steering.post(address, { ...second, [other]: '2,25', motivo: 'b' });
  expect(asked.status).toBe(422);
  const again = formIn(await asked.text(), 'name="motivo"');
  expect(again).toMatchObject({ [one]: '1,25', [other]: '2,25' });
  expect((await steering.post(address, again)).status).toBe(303);
  const page = await form(address, 'name="motivo"');
  expect(page).toMatchObject({ [one]: '1,25', [other]: '2,25' });
});

describe('what takes the place of the draft', () => {
  test('a table without its reason does not go on to a draft nobody has read', async () => {
    const address = `${PLAN}/importa`;
    const paste = await form(address, 'name="testo"');
    const edit = await form(EDIT, 'name="nome"');
    expect((await steering.post(EDIT, { ...edit, nome: 'Incontri tenuti', motivo: 'x' })).status).toBe(303);
    const { version } = await latest();
    const asked = await steering.post(address, { ...paste, testo: 'x', motivo: '' });
    expect(asked.status).toBe(422);
    const page = await asked.text();
    expect(textOf(page)).toContain(`ha salvato la versione ${version}.`);
    expect(textOf(page)).toContain('Incontri tenuti');
  });

  test('an earlier version is taken up again by who knows what it takes the place of', async () => {
    const address = `${PLAN}/versioni/1`;
    const restore = await form(address, 'name="versione"');
    const edit = await form(EDIT, 'name="nome"');
    expect((await steering.post(EDIT, { ...edit, nome: 'Incontri avuti', motivo: 'x' })).status).toBe(303);
    const asked = await steering.post(address, restore);
    expect(asked.status).toBe(422);
    const page = await asked.text();
    expect(textOf(page)).toContain('ora «Incontri avuti»');
    expect((await steering.post(address, formIn(page, 'name="versione"'))).status).toBe(303);
  });
});
