import { beforeAll, describe, expect, test } from 'vitest';
import { type Amendment, amendPlan, NO_AMENDMENT } from '../../../../src/domain/amend-plan.js';
import type { Plan } from '../../../../src/domain/plan.js';
import { assessmentOf } from '../../../../src/register/assessments.js';
import { checkpointOf } from '../../../../src/register/checkpoints.js';
import { logOf } from '../../../../src/register/log.js';
import { listPlanVersions, planVersion } from '../../../../src/register/plans.js';
import { writePlanSheet } from '../../../../src/sheets/plan-sheet.js';
import { aLiveCycle, eventually, hidden } from '../live-cycle.js';
import { rowOf, textOf } from '../site.js';

const STEP = 'piano-aggiornamento';

describe('an in-year amendment', () => {
  const live = aLiveCycle('2016-09-20');
  let link: string;
  let secretary: string;

  const versions = () => listPlanVersions(live.register.db, 'ccms', 2016);
  const inForce = async (): Promise<Plan> => {
    const version = (await versions()).findLast((v) => v.status === 'in-force')?.version ?? 0;
    const found = await planVersion(live.register.db, 'ccms', 2016, version);
    if (found === undefined) throw new Error('no plan is in force');
    return found.plan;
  };
  const fields = (html: string, typed: Readonly<Record<string, string>>): FormData => {
    const data = new FormData();
    for (const [, name = '', value = ''] of html.matchAll(
      /<input[^>]*type="hidden"[^>]*name="([^"]*)"[^>]*value="([^"]*)"/g,
    ))
      data.append(name, value);
    for (const [name, value] of Object.entries(typed)) data.set(name, value);
    return data;
  };
  const post = async (below: string, data: FormData) => {
    const answer = await live.request(`${link}${below}`, data);
    return { status: answer.status, html: await answer.text(), location: answer.headers.get('location') ?? '' };
  };
  const state = async (): Promise<string> => {
    const rows = await Promise.all(
      (['planVersions', 'log', 'assessments', 'decisions'] as const).map((table) =>
        live.register.db
          .selectFrom(table)
          .select((e) => e.fn.countAll<number>().as('n'))
          .executeTakeFirstOrThrow(),
      ),
    );
    return rows.map((r) => r.n).join();
  };
  const PICKED = '/proposta?i=1.1.1-01&i=2.1.1-01';

  beforeAll(async () => {
    await live.open(STEP);
    link = await live.link(STEP, 'guglielmo.tarasconi');
    secretary = await live.link(STEP, 'fiorenzo.altobellini');
    await eventually(async () => {
      const log = await logOf(live.register.db, { cycle: live.cycle, step: STEP });
      return log.filter((l) => l.action === 'step-opened').length === 2;
    });
  });

  test('begins by choosing indicators, and its pages change nothing', async () => {
    const before = await state();
    const pick = await live.page(`${link}/proposta`);
    expect(textOf(pick)).toContain('1.1.1-01 n. complessivo presenze sulla stampa');
    expect(textOf(pick)).toContain('target 2016: almeno 25');
    const form = textOf(await live.page(`${link}${PICKED}&nuovo=3.2.1`));
    expect(form).toMatch(/Ora: almeno 25; peso 6(,00)?%/);
    expect(form).toContain('Indicatore nuovo nel programma 3.2.1');
    expect((await live.request(await live.link(STEP, 'zeno.bragadini'))).status).toBe(403);
    expect((await live.request(`${secretary}/proposta`)).status).toBe(403);
    expect(await state()).toBe(before);
  });

  test('shows how a new target is read, what changes, what no longer agrees and what the results would be; writes nothing', async () => {
    const before = await state();
    const html = await live.page(`${link}${PICKED}`);
    const data = fields(html, { 'target:1.1.1-01': 'almeno 200', 'peso:2.1.1-01': '3', azione: 'anteprima' });
    const shown = await post('/proposta', data);
    const text = textOf(shown.html);
    expect(shown.status).toBe(200);
    expect(text).toMatch(/1\.1\.1-01, «almeno 200»: almeno 200[^:]*: più è alto, meglio è/);
    expect(text).toContain('con 150: 75% (giallo)');
    expect(text).toContain('Confermo le letture elencate');
    expect(text).toContain('L’effetto suppone la lettura proposta dei target non ancora confermati');
    expect(text).toMatch(/(un target modificato|\d target modificati), un peso modificato/);
    expect(text).toMatch(/Pesi che non sommano: gli indicatori .* il programma/);
    expect(text).toContain('nulla viene registrato, e i risultati già calcolati restano quelli');
    const [now, proposed] = [
      ...rowOf(shown.html, '1.1.1-01 n. complessivo presenze sulla stampa').matchAll(/almeno \d+/g),
    ].map(String);
    expect([now, proposed]).toEqual(['almeno 25', 'almeno 200']);
    expect(rowOf(shown.html, 'Ente nel suo insieme')).toMatch(/del peso .*del peso/);
    data.set('ricalcola', 'si');
    expect(textOf((await post('/proposta', data)).html)).toContain('Programma 2.1.1');
    expect(await state()).toBe(before);
  });

  test.each([
    [{ 'target:1.1.1-01': ' ' }, 'il target è vuoto'],
    [{ 'target:1.1.1-01': 'Kpi non definito' }, 'non è misurabile'],
    [{ 'peso:1.1.1-01': 'sei' }, '«sei» non è un peso'],
    [{ 'peso:1.1.1-01': '600' }, '«600» non è un peso'],
    [{ 'target:1.1.1-01': 'almeno 30', motivo: '' }, 'Indicare il motivo'],
    [{ 'target:1.1.1-01': 'almeno 30', motivo: 'x' }, 'Confermare le letture elencate (1.1.1-01)'],
    [
      {
        'target:1.1.1-01': 'almeno 30',
        motivo: 'x',
        confermo: 'si',
        'lettura:1.1.1-01': 'almeno 3: più è alto, meglio è',
      },
      'Confermare le letture elencate',
    ],
    [
      {
        'target:2.1.1-01': 'almeno 7 verbali',
        motivo: 'x',
        confermo: 'si',
        'lettura:2.1.1-01': 'almeno 7 verbali: più è alto, meglio è',
      },
      '2.1.1-01: indicare se la misura cresce nel corso dell’anno oppure è un livello',
    ],
    [{ motivo: 'x' }, 'non cambia nulla'],
  ])('is not proposed with %o', async (typed, why) => {
    const before = await state();
    const data = fields(await live.page(`${link}${PICKED}`), { ...typed, azione: 'proponi' });
    const answer = await post('/proposta', data);
    expect(answer.status).toBe(422);
    expect(textOf(answer.html)).toContain(why);
    expect(await state()).toBe(before);
  });

  test('a workbook is read back cell by cell: what is wrong in it is named, another plan’s is refused', async () => {
    const book = await live.request(`${link}/proposta/piano.xlsx`);
    expect(book.headers.get('content-disposition')).toContain('piano-2016-v');
    const bytes = new Uint8Array(await book.arrayBuffer());
    const send = async (content: Uint8Array, typed: Readonly<Record<string, string>> = {}) => {
      const data = new FormData();
      for (const [name, value] of Object.entries(typed)) data.set(name, value);
      data.set('foglio', new File([new Uint8Array(content)], 'piano.xlsx'));
      return await post('/proposta/foglio', data);
    };
    expect(textOf((await send(bytes)).html)).toContain('La proposta non cambia nulla.');
    expect((await send(new TextEncoder().encode('non è un foglio'))).status).toBe(422);
    const other = await send(writePlanSheet({ ...(await inForce()), exercise: 2017 }));
    expect(textOf(other.html)).toContain('Il foglio è di un altro Piano');
    const shown = await send(writePlanSheet(await amended({ targets: new Map([['1.1.1-01', 'almeno 60']]) })));
    expect(shown.status).toBe(200);
    expect(textOf(shown.html)).toContain('1.1.1-01, «almeno 60»: almeno 60');
    // The file proposed must be the one that was shown.
    const swapped = await send(writePlanSheet(await amended({ targets: new Map([['1.1.1-01', 'almeno 61']]) })), {
      modulo: hidden(shown.html, 'modulo'),
      'impronta-foglio': hidden(shown.html, 'impronta-foglio'),
      versione: hidden(shown.html, 'versione'),
      azione: 'proponi',
      motivo: 'x',
      confermo: 'si',
    });
    expect(swapped.status).toBe(422);
    expect(textOf(swapped.html)).toContain('Il foglio non è quello dell’anteprima');
  });

  test('proposed, it goes before the Giunta once, with what changes against the Piano in force', async () => {
    const html = await live.page(`${link}${PICKED}&nuovo=3.2.1`);
    const typed = {
      'target:1.1.1-01': 'almeno 40',
      'togli:2.1.1-01': 'si',
      motivo: 'la rassegna stampa è ora quotidiana',
      azione: 'anteprima',
    };
    const fresh = /name="denominazione:([^"]+)"/.exec(html)?.[1] ?? '';
    const data = fields(html, {
      ...typed,
      [`denominazione:${fresh}`]: 'Numero di imprese assistite',
      [`target:${fresh}`]: 'almeno 12',
      [`peso:${fresh}`]: '2,5',
    });
    const shown = await post('/proposta', data);
    for (const code of ['1.1.1-01', fresh]) {
      const sentence = new RegExp(`name="lettura:${code}" value="([^"]+)"`).exec(shown.html)?.[1] ?? '';
      data.set(`lettura:${code}`, sentence);
      data.set(`nel-corso:${code}`, 'accumulates');
    }
    data.set('confermo', 'si');
    data.set('azione', 'proponi');
    const [one, two] = await Promise.all([post('/proposta', data), post('/proposta', data)]);
    expect([one.status, two.status]).toEqual([303, 303]);
    expect((await versions()).filter((v) => v.status === 'draft' && v.version > 3).length).toBeLessThanOrEqual(1);
    const first = [one, two].find(({ location }) => !location.includes('gia=si')) ?? one;
    const home = textOf(await live.page(first.location));
    expect(home).toContain('è stata trasmessa alla Giunta');
    expect(home).toContain('è all’esame della Giunta');

    // A second proposal waits its turn, and is told so.
    const other = await post(
      '/proposta',
      fields(await live.page(`${link}/proposta?i=1.1.1-01`), {
        'target:1.1.1-01': 'almeno 41',
        'lettura:1.1.1-01': 'almeno 41 presenze sulla stampa',
        motivo: 'x',
        azione: 'anteprima',
      }),
    );
    const sentence = /name="lettura:1.1.1-01" value="([^"]+)"/.exec(other.html)?.[1] ?? '';
    const again = fields(other.html, {
      'target:1.1.1-01': 'almeno 41',
      'lettura:1.1.1-01': sentence,
      confermo: 'si',
      motivo: 'x',
      azione: 'proponi',
    });
    const refused = await post('/proposta', again);
    expect(refused.status).toBe(422);
    expect(textOf(refused.html)).toContain('è già davanti alla Giunta');

    const decide = textOf(await live.page(secretary));
    expect(decide).toContain('Rispetto alla versione');
    expect(decide).toContain('Motivo della proposta: la rassegna stampa è ora quotidiana');
    expect(decide).toMatch(/un indicatore nuovo, (un indicatore tolto|\d indicatori tolti)/);
    expect(decide).toMatch(/almeno 25 .*almeno 40/);
    const log = await logOf(live.register.db, { cycle: live.cycle, step: STEP });
    expect(log.filter((l) => l.action === 'amendment-proposed')).toHaveLength(1);
  });

  test('approved, its version is in force from the act on; earlier results keep theirs', async () => {
    const { db } = live.register;
    const ref = { cycle: live.cycle, checkpoint: 'monitoraggio-1' };
    const before = await assessmentOf(db, ref);
    const pinned = (await checkpointOf(db, ref))?.planVersion;
    const html = await live.page(secretary);
    const data = new FormData();
    for (const name of ['modulo', 'impronta', 'rinvio-noto']) data.set(name, hidden(html, name));
    for (const [name, value] of Object.entries({ esito: 'approved', 'numero-atto': '98', 'data-atto': '2016-09-20' }))
      data.set(name, value);
    const sent = await live.request(`${secretary}/decisione`, data);
    expect(sent.status).toBe(303);
    const now = await inForce();
    expect(JSON.stringify(now)).toContain('almeno 40');
    const list = await versions();
    expect(list.filter((v) => v.status === 'in-force')).toHaveLength(1);
    expect(list.findLast((v) => v.status === 'in-force')?.inForceFrom).toBe('2016-09-20');
    expect(list.some((v) => v.status === 'superseded')).toBe(true);
    expect(await assessmentOf(db, ref)).toEqual(before);
    expect((await checkpointOf(db, ref))?.planVersion).toBe(pinned);
    const home = await eventually(async () => {
      const page = textOf(await live.page(link));
      return page.includes('Prepara una proposta') && page;
    });
    expect(home).toContain('98');
  });

  async function amended(amendment: Partial<Amendment>): Promise<Plan> {
    const result = amendPlan(await inForce(), { ...NO_AMENDMENT, ...amendment }, 'guglielmo.tarasconi');
    if (!result.ok) throw new Error(result.error.join());
    return result.value;
  }
});
