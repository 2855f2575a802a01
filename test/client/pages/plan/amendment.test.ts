import { beforeAll, describe, expect, test } from 'vitest';
import { readPage } from '../../../../src/client/rehearsal/page.js';
import { createVisitor, type Visitor } from '../../../../src/client/rehearsal/visitor.js';
import { assessmentOf } from '../../../../src/register/assessments.js';
import { checkpointOf } from '../../../../src/register/checkpoints.js';
import { logOf } from '../../../../src/register/log.js';
import { listPlanVersions, planVersion } from '../../../../src/register/plans.js';
import { aLiveCycle, eventually, hidden } from '../live-cycle.js';
import { rowOf, textOf } from '../site.js';

const STEP = 'piano-aggiornamento';
const AMENDMENT = '/cicli/ccms/2016/piano/aggiornamento';
const PRESS = `${AMENDMENT}/indicatori/${encodeURIComponent('scorecard:1.1.1')}/1.1.1-01`;

describe('an in-year amendment', () => {
  const live = aLiveCycle('2016-09-20');
  let guglielmo: Visitor;
  /** The secretary general: an owner of the step who does not steer. */
  let general: Visitor;
  let secretary: string;

  const versions = () => listPlanVersions(live.register.db, 'ccms', 2016);
  const statuses = async () => (await versions()).map((v) => v.status);
  const inForce = async () => (await versions()).findLast((v) => v.status === 'in-force')?.version ?? 0;
  const as = async (person: string): Promise<Visitor> => {
    const cookie = await live.session(person);
    return createVisitor(
      (address, request) => fetch(address, { ...request, headers: { ...request.headers, cookie } }),
      live.url,
    );
  };
  const open = (who: Visitor, path = AMENDMENT) => who.open(`${live.url}${path}`);
  /** Sends the form of a page that goes below its address. */
  const send = async (who: Visitor, below: string, typed: Readonly<Record<string, string>> = {}) => {
    const form = (await open(who)).formTo(below);
    if (form === undefined) throw new Error(`no form to ${below}`);
    return await who.send(form, typed);
  };
  const logged = async (action: string) =>
    (await logOf(live.register.db, { cycle: live.cycle, step: STEP })).filter((line) => line.action === action);
  const begin = () => send(guglielmo, '/inizio');

  beforeAll(async () => {
    await live.open(STEP);
    guglielmo = await as('guglielmo.tarasconi');
    general = await as('ottavia.brandini');
    secretary = await live.link(STEP, 'fiorenzo.altobellini');
    await eventually(async () => (await logged('step-opened')).length === 2);
  });

  test('is found by the mail’s address, old and new, and by nobody who may not edit it', async () => {
    const link = await live.link(STEP, 'guglielmo.tarasconi');
    expect(await live.page(link)).toContain(`href="${AMENDMENT}"`);
    const old = await live.request(`${link}/proposta`);
    expect([old.status, old.headers.get('location')]).toEqual([303, AMENDMENT]);
    const officer = await as('lidia.fornasetti');
    expect((await open(officer)).formTo('/inizio')).toBeUndefined();
    const refused = await live.request(
      `${AMENDMENT}/inizio`,
      new URLSearchParams(),
      await live.session('lidia.fornasetti'),
    );
    expect(refused.status).toBe(403);
    expect(await statuses()).not.toContain('discarded');
  });

  test('begins as a copy of the version in force, which stays what the page of the plan shows', async () => {
    const before = await inForce();
    const ofCycle = async () => (await logOf(live.register.db, { cycle: live.cycle, limit: 1000 })).length;
    const lines = await ofCycle();
    const page = await begin();
    // One click, one line of the log.
    expect(await ofCycle()).toBe(lines + 1);
    expect(page.notice).toMatch(/^La bozza è la versione \d+/);
    const list = await versions();
    const [copy, original] = await Promise.all(
      [list.at(-1)?.version ?? 0, before].map((version) => planVersion(live.register.db, 'ccms', 2016, version)),
    );
    expect(copy).toMatchObject({ status: 'draft', hash: expect.any(String) });
    expect(copy?.plan).toEqual(original?.plan);
    expect(await logged('amendment-started')).toMatchObject([{ actor: 'guglielmo.tarasconi' }]);
    expect((await open(guglielmo, '/cicli/ccms/2016/piano')).says(`Versione ${before}, in vigore`)).toBe(true);
    expect(page.says('La bozza non cambia ancora nulla')).toBe(true);
  });

  test('is there once: who would begin another is led to it and told who works on it', async () => {
    const count = (await versions()).length;
    const page = await open(general);
    expect(page.formTo('/inizio')).toBeUndefined();
    expect(page.says('Ci lavora Guglielmo Tarasconi')).toBe(true);
    const again = await live.request(
      `${AMENDMENT}/inizio`,
      new URLSearchParams(),
      await live.session('ottavia.brandini'),
    );
    expect(again.status).toBe(422);
    expect(textOf(await again.text())).toContain('C’è già una bozza di aggiornamento');
    expect((await versions()).length).toBe(count);
  });

  test('that changes nothing is not proposed, and nothing is written', async () => {
    const before = await statuses();
    const page = await send(guglielmo, '/proposta', { motivo: 'rassegna quotidiana' });
    expect([page.status, page.errors]).toEqual([422, [expect.stringContaining('non cambia nulla')]]);
    expect(await statuses()).toEqual(before);
  });

  test.each([
    [{ 'target-2016': 'almeno 40', peso: '1.500', motivo: 'x' }, '«1.500» non è un peso'],
    [{ 'target-2016': 'almeno 40', peso: '1.5', motivo: 'x' }, '«1.5» non è un peso'],
    [{ nome: ' ', motivo: 'x' }, 'manca la denominazione'],
    [{ motivo: '' }, 'manca il motivo'],
  ])('is edited with the form of the plan: %o is refused', async (typed, why) => {
    const before = await statuses();
    const page = await open(guglielmo, PRESS);
    const form = page.formTo('');
    if (form === undefined) throw new Error('no form');
    const answer = await guglielmo.send(form, typed);
    expect([answer.status, answer.errors.join()]).toEqual([422, expect.stringContaining(why)]);
    expect(await statuses()).toEqual(before);
  });

  test('may leave a new target unread, but is not proposed so', async () => {
    await retarget('almeno 40', 'lascia');
    const before = await statuses();
    const page = await send(guglielmo, '/proposta', { motivo: 'rassegna quotidiana' });
    expect(page.errors).toEqual([expect.stringMatching(/confermare come si legge il nuovo target: 1\.1\.1-01/)]);
    expect(await statuses()).toEqual(before);
  });

  test('shows what changes, what no longer agrees, and what the results would be', async () => {
    const html = (await live.request(AMENDMENT, undefined, await live.session('guglielmo.tarasconi'))).text();
    const text = textOf(await html);
    expect(text).toContain('Differenze dalla versione');
    expect(rowOf(await html, '1.1.1-01 n. complessivo presenze sulla stampa')).toMatch(/almeno 25.*almeno 40/);
    expect(text).toContain('L’effetto suppone la lettura proposta dei target non ancora confermati');
    expect(text).toContain('nulla viene registrato, e i risultati già calcolati restano quelli');
    expect(rowOf(await html, 'Ente nel suo insieme')).toMatch(/del peso .*del peso/);
  });

  test('of two who save from the same version the second is told who was first', async () => {
    const [mine, theirs] = await Promise.all([open(guglielmo, PRESS), open(general, PRESS)]);
    const [first, second] = [theirs.formTo(''), mine.formTo('')];
    if (first === undefined || second === undefined) throw new Error('no form');
    await general.send(first, { nome: 'Presenze sulla stampa', motivo: 'più breve' });
    const page = await guglielmo.send(second, { nome: 'Rassegna', motivo: 'più breve' });
    expect(page.errors).toEqual([expect.stringMatching(/Ottavia Brandini ha salvato un’altra bozza/)]);
    expect((await open(guglielmo)).says('Ci lavorano Guglielmo Tarasconi, Ottavia Brandini')).toBe(true);
  });

  test('is given up by an act on record, and its last version can be taken up again', async () => {
    const last = (await versions()).at(-1)?.version ?? 0;
    const unread = await send(guglielmo, '/rinuncia', { motivo: '' });
    expect([unread.status, unread.errors]).toEqual([422, ['manca il motivo']]);
    const page = await send(general, '/rinuncia', { motivo: 'rimandato a ottobre' });
    expect(page.notice).toContain('La bozza è scartata');
    expect(await logged('amendment-discarded')).toMatchObject([
      { actor: 'ottavia.brandini', detail: { reason: 'rimandato a ottobre', planVersion: last } },
    ]);
    expect((await statuses()).slice((await inForce()) - 1)).toEqual([
      'in-force',
      ...Array(last - (await inForce())).fill('discarded'),
    ]);
    await begin();
    const restore = (await open(guglielmo, `${AMENDMENT}/versioni/${last}`)).formTo('');
    if (restore === undefined) throw new Error('no form');
    await guglielmo.send(restore, {});
    const now = (await versions()).at(-1)?.version ?? 0;
    const [taken, given] = await Promise.all(
      [now, last].map((version) => planVersion(live.register.db, 'ccms', 2016, version)),
    );
    expect(taken).toMatchObject({ status: 'draft', plan: given?.plan });
  });

  test('proposed by an act, it goes before its board once, with what changes and why', async () => {
    await retarget('almeno 41', '0');
    const form = (await open(guglielmo)).formTo('/proposta');
    if (form === undefined) throw new Error('no form');
    const reason = 'la rassegna stampa è ora quotidiana';
    const [one, two] = await Promise.all([1, 2].map(() => guglielmo.send(form, { motivo: reason })));
    expect([one?.errors, two?.errors]).toEqual([[], []]);
    expect(one?.notice).toContain('La proposta è stata trasmessa all’organo');
    expect(await logged('amendment-proposed')).toMatchObject([{ detail: { reason } }]);
    expect((await statuses()).at(-1)).toBe('proposed');
    const page = await open(guglielmo);
    expect(page.says('è all’esame dell’organo')).toBe(true);
    expect(['/inizio', '/proposta', '/rinuncia'].map((below) => page.formTo(below))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect((await open(guglielmo, PRESS)).address).toBe(`${live.url}${AMENDMENT}`);

    const decide = await eventually(async () => {
      const text = textOf(await live.page(secretary));
      return text.includes('Rispetto alla versione') && text;
    });
    expect(decide).toContain(`Motivo della proposta: ${reason}`);
    expect(decide).toMatch(/almeno 25 .*almeno 41/);
  });

  test('taken back before its board decides, it is a draft again: who decides is told, and it can be proposed again', async () => {
    const proposed = (await versions()).at(-1)?.version ?? 0;
    const empty = await send(guglielmo, '/ritiro', { motivo: '' });
    expect([empty.status, empty.errors]).toEqual([422, ['manca il motivo']]);
    const page = await send(guglielmo, '/ritiro', { motivo: 'un target è sbagliato' });
    expect(page.notice).toContain('La proposta è ritirata');
    expect((await statuses()).at(-1)).toBe('draft');
    expect(await logged('amendment-withdrawn')).toMatchObject([
      { actor: 'guglielmo.tarasconi', detail: { reason: 'un target è sbagliato', planVersion: proposed } },
    ]);
    expect(textOf(await live.page(secretary))).toContain('La proposta è stata ritirata');
    const again = await send(guglielmo, '/proposta', { motivo: 'la rassegna stampa è ora quotidiana' });
    expect(again.errors).toEqual([]);
    expect((await statuses()).at(-1)).toBe('proposed');
    expect(await logged('amendment-proposed')).toHaveLength(2);
    const decide = await eventually(async () => {
      const text = textOf(await live.page(secretary));
      return text.includes('Rispetto alla versione') && text;
    });
    expect(decide).toContain('Motivo della proposta: la rassegna stampa è ora quotidiana');
  });

  test('a proposal that the step refuses leaves everything as it was', async () => {
    const before = await statuses();
    const refused = await live.request(
      `${AMENDMENT}/proposta`,
      new URLSearchParams({ motivo: 'un’altra proposta', chiave: 'altra', controllato: 'si' }),
      await live.session('ottavia.brandini'),
    );
    expect(refused.status).toBe(422);
    expect(readPage(await refused.text(), live.url, 422).errors).toEqual([
      expect.stringContaining('è già davanti all’organo'),
    ]);
    expect(await statuses()).toEqual(before);
  });

  test('approved, its version is in force from the act on; earlier results keep theirs', async () => {
    const { db } = live.register;
    const ref = { cycle: live.cycle, checkpoint: 'monitoraggio-1' };
    const [before, pinned] = [await assessmentOf(db, ref), (await checkpointOf(db, ref))?.planVersion];
    const html = await live.page(secretary);
    const data = new FormData();
    for (const name of ['chiave', 'impronta', 'visto']) data.set(name, hidden(html, name));
    data.set('controllato', 'si');
    for (const [name, value] of Object.entries({ esito: 'approved', 'numero-atto': '98', 'data-atto': '2016-09-20' }))
      data.set(name, value);
    expect((await live.request(`${secretary}/decisione`, data)).status).toBe(303);
    const list = await versions();
    expect(list.filter((v) => v.status === 'in-force')).toMatchObject([{ inForceFrom: '2016-09-20' }]);
    expect(JSON.stringify(await planVersion(db, 'ccms', 2016, await inForce()))).toContain('almeno 41');
    expect(list.some((v) => v.status === 'superseded')).toBe(true);
    expect(await assessmentOf(db, ref)).toEqual(before);
    expect((await checkpointOf(db, ref))?.planVersion).toBe(pinned);
    await eventually(async () => (await open(guglielmo)).formTo('/inizio'));
  });

  /** Writes the target of the press, and answers how it is read: the number of a reading, or to leave it. */
  async function retarget(text: string, reading: string): Promise<void> {
    const form = (await open(guglielmo, PRESS)).formTo('');
    if (form === undefined) throw new Error('no form');
    const typed = { 'target-2016': text, motivo: 'rassegna quotidiana' };
    const asked = (await guglielmo.send(form, typed)).formTo('');
    if (asked === undefined) throw new Error('no reading is asked');
    const page = await guglielmo.send(asked, { ...typed, lettura: reading, 'nel-corso': 'accumulates' });
    expect(page.errors).toEqual([]);
  }
});
