import { describe, expect, test } from 'vitest';
import { COMPUTED_PARTS } from '../../../../src/office/computed/index.js';
import { contentOf } from '../../../../src/office/contents.js';
import { addCheckUpAnswer, addFactorRevision, addGapAction } from '../../../../src/register/context.js';
import { recordFollowUp } from '../../../../src/register/follow-up.js';
import { planShown } from '../../../../src/register/reading/plan.js';
import { addAccountAmounts, addSeriesValues } from '../../../../src/register/series-values.js';
import { bodiesOnFile } from '../../../setup/bodies.js';
import { aHalfRunSite, rowOf, textOf } from '../site.js';

const site = aHalfRunSite('2016-04-20');
const BODY = '/enti/ccms';
const AT = '2016-04-20T10:00:00Z';
const WHO = { entity: 'ccms', actor: 'guglielmo.tarasconi', at: AT, simulated: true } as const;
const sources = () => ({ db: site.register.db, bodies: bodiesOnFile() });
const ref = () => site.run.ref;
const part = (name: string, of?: Readonly<Record<string, string>>) =>
  COMPUTED_PARTS[name]?.({ ...sources(), with: of }, ref());

describe('what the phases leave', () => {
  test('says that there is nothing yet, and documents have no such part', async () => {
    expect(textOf(await site.page(`${BODY}/contesto`))).toContain(
      'Per questo esercizio non è stato ancora registrato alcun fattore.',
    );
    expect(await Promise.all(['swot', 'check-up/esiti'].map((name) => part(name)))).toEqual([[], []]);
  });

  test('the factors of a year stand in their quadrants, those of the year before wait', async () => {
    const factor = { ...WHO, kind: 'strength', ordinal: 1, standing: 'new' } as const;
    await addFactorRevision(site.register.db, { ...factor, exercise: 2015, text: 'Rete delle sedi' });
    await addFactorRevision(site.register.db, { ...factor, exercise: 2016, text: 'Benchmarking' });
    const page = textOf(await site.page(`${BODY}/contesto?esercizio=2016`));
    expect(page).toMatch(/Da esaminare per il 2016: un fattore dell’anno precedente punto di forza: Rete delle sedi/);
    expect(page).toMatch(/Punti di forza Benchmarking/);
    // Who does not steer has nothing to press.
    expect(page).not.toContain('Vale ancora com’è');
    expect(JSON.stringify(await part('swot'))).toMatch(/Punti di forza.*Benchmarking/);
    expect(JSON.stringify(await part('swot'))).not.toContain('Rete delle sedi');
    expect((await site.app.request(`${BODY}/contesto?esercizio=1999`)).status).toBe(404);
  });

  test('the indices of 2014 are reckoned from what the Piano prints, and say where it prints others', async () => {
    const page = await site.page(`${BODY}/finanza?anno=2014`);
    expect(rowOf(page, 'Gestione corrente')).toContain('−267%');
    expect(textOf(page)).toContain('Gestione corrente: dai conti −267%, nel Piano 267%');
    expect(rowOf(page, 'Indice di rigidità')).toContain('mancano: Oneri correnti; Interventi economici');
    expect(rowOf(page, 'Valore aggiunto globale lordo')).toContain('3.793.645,26 €');
  });

  test('accounts of another year make its indices, in the document too', async () => {
    const amounts = { 'attivo-circolante': '300', 'passivo-circolante': '100' };
    await addAccountAmounts(
      site.register.db,
      { ...WHO, year: 2015, origin: 'form', source: undefined, note: undefined },
      Object.entries(amounts).map(([account, amount]) => ({ account, amount, odd: undefined })),
    );
    expect(rowOf(await site.page(`${BODY}/finanza?anno=2015`), 'Margine di tesoreria')).toContain(
      'Attivo circolante 300,00 / Passivo circolante 100,00 = 3,00',
    );
    const [section] = (await part('finanza/indici')) ?? [];
    const [table] = section?.blocks ?? [];
    const row =
      table?.kind === 'table' ? table.rows.find(({ cells }) => cells[1] === 'Margine di tesoreria') : undefined;
    expect(row?.cells.slice(2, 4)).toEqual(['3,00', 'non calcolabile']);
  });

  test('a year added to a series stands on the health of the body, on its page and in the Piano', async () => {
    const version = await planShown(site.register.db, 'ccms', 2016);
    if (version === undefined) throw new Error('no plan');
    const heading = {
      kind: 'piano',
      title: 'Piano',
      entity: 'Ente',
      exercise: 2016,
      version: 1,
      on: '2016-01-29',
      simulated: true,
    } as const;
    const piano = async () => JSON.stringify(await contentOf(sources(), ref(), heading, version));
    const before = await piano();
    const value = { row: 'pratiche-ri', subject: 'ccms', year: 2016, printed: '17.444', odd: undefined };
    const from = { ...WHO, series: 'outputs', origin: 'form', source: undefined, note: 'Priamo' } as const;
    await addSeriesValues(site.register.db, from, [value]);
    expect(rowOf(await site.page(BODY), 'pratiche evase')).toMatch(/17\.171 17\.444$/);
    const page = await site.page(`${BODY}/serie/outputs`);
    expect(page).toContain('2015: 17.171; 2016: 17.444');
    expect(textOf(page)).toMatch(/17\.444 – a mano Priamo Guglielmo Tarasconi/);
    expect([before.includes('17.444'), (await piano()).includes('17.444')]).toEqual([false, true]);
    expect(JSON.stringify(await part('serie/capitolo', { chapter: 'processi' }))).toContain('17.444');
    expect(JSON.stringify(await part('serie/capitolo', { chapter: '1' }))).toContain('17.444');
    expect((await site.app.request(`${BODY}/serie/nessuna`)).status).toBe(404);
  });

  test('the check-up stands beside the year before, in the document too', async () => {
    const answer = { ...WHO, requirement: 'modello-fasi', evidence: 'calendario' };
    await addCheckUpAnswer(site.register.db, { ...answer, exercise: 2015, degree: 'avviato' });
    await addCheckUpAnswer(site.register.db, { ...answer, exercise: 2016, degree: 'parziale' });
    const row = rowOf(await site.page(`${BODY}/check-up`), 'Le fasi del ciclo hanno responsabili');
    expect(row).toMatch(/Applicato in parte calendario Avviato in miglioramento/);
    expect(JSON.stringify(await part('check-up/esiti'))).toMatch(/Applicato in parte.*calendario.*Avviato/);
  });

  test('an action against a gap is told with its term and its state, when it is over too', async () => {
    const { db } = site.register;
    const action = {
      entity: 'ccms',
      exercise: 2016,
      requirement: 'modello-fasi',
      heading: 'Modello',
      norm: 'D.Lgs. 150/2009',
      source: 'check-up 2016',
      owner: 'controllo-gestione',
    };
    const id = await addGapAction(db, { ...action, text: 'chiedere i dati prima', dueOn: '2016-10-31' });
    const said = async () => {
      const [section] = (await part('check-up/esiti')) ?? [];
      return section?.blocks.flatMap((block) =>
        block.kind === 'table' && block.dataset === 'azioni-check-up' ? block.rows.map(({ cells }) => cells) : [],
      );
    };
    const row = ['Modello', 'chiedere i dati prima', 'Controllo di gestione', '31/10/2016'];
    expect(await said()).toEqual([[...row, 'Da avviare']]);
    await recordFollowUp(db, {
      ...WHO,
      simulated: true,
      entity: 'ccms',
      kind: 'improvement',
      item: id,
      state: 'done',
      note: 'fatto',
    });
    expect(await said()).toEqual([[...row, 'Conclusa']]);
  });
});
