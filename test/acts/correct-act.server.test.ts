import { beforeAll, describe, expect, test } from 'vitest';
import { setCycleStatus } from '../../src/register/cycles.js';
import { type DecisionEntry, decisionsOf, recordDecision } from '../../src/register/decisions.js';
import { documentHash, saveDocument } from '../../src/register/documents.js';
import { logOf } from '../../src/register/log.js';
import { stepRows } from '../../src/register/reading/cycle.js';
import { stepView } from '../../src/register/reading/step-view.js';
import { saveSteps, setStepState } from '../../src/register/steps.js';
import { aDesk } from '../client/pages/access/desk.js';
import { textOf } from '../client/pages/site.js';
import { aStep } from '../register/fixtures.js';

const desk = aDesk();
const CYCLE = 'prova/2016';
const STEP = 'piano-delibera';
const PAGE = `/cicli/${CYCLE}/attivita/${STEP}`;
const FORM = `${PAGE}/decisioni/d1/rettifica`;
const ENTRY: DecisionEntry = {
  key: 'd1',
  cycle: CYCLE,
  step: STEP,
  round: 1,
  board: 'giunta',
  outcome: 'approved',
  documentHash: documentHash(Buffer.from('piano')),
  actNumber: '11',
  actDate: '2016-01-20',
  decidedBy: 'dario',
  simulated: true,
  at: '2016-02-08T09:00:00Z',
};
const WAS = 'risultava n. 11 del 20/01/2016';
let dario: string;
let carla: string;

beforeAll(async () => {
  const { db } = desk;
  await saveSteps(db, CYCLE, [
    { ...aStep(STEP, 'approval', '2016-01-29'), board: 'giunta', recorder: 'segreteria-giunta', document: 'piano' },
  ]);
  await setCycleStatus(db, CYCLE, 'running', '2016-01-04T08:00:00Z');
  await saveDocument(db, {
    ...{ cycle: CYCLE, kind: 'piano', version: 1, title: 'Piano', mime: 'text/html', bytes: Buffer.from('piano') },
    ...{ forms: [], preparedBy: [], simulated: true, frozenAt: '2016-01-15T09:00:00Z' },
  });
  await recordDecision(db, ENTRY);
  await setStepState(db, CYCLE, STEP, { status: 'done', completedAt: ENTRY.at });
  dario = await desk.signedIn('dario@prova.example');
  carla = await desk.signedIn('carla@prova.example');
});

const send = async (fields: Readonly<Record<string, string>>, cookie = dario) => {
  const answer = await desk.post(FORM, { 'numero-atto': '12', 'data-atto': '01/02/2016', ...fields }, { cookie });
  return { status: answer.status, page: await answer.text() };
};
const seenIn = (page: string): string => /name="visto" value="([^"]*)"/.exec(page)?.[1] ?? '';
const shown = async (address: string): Promise<string> => await (await desk.get(address, dario)).text();

describe('the number and the date of a board’s act', () => {
  test('are corrected by who records for the board, with a reason; each fault is told at its field, and nothing is kept', async () => {
    const visto = seenIn(await shown(FORM));
    const faults = [
      [{ motivo: '' }, 'rettifica-motivo'],
      [{ motivo: 'errore', 'data-atto': '01/01/2099' }, 'rettifica-data-atto'],
      [{ motivo: 'errore', 'data-atto': '14/01/2016' }, 'rettifica-data-atto'],
      [{ motivo: 'errore', 'numero-atto': '11', 'data-atto': '20/01/2016' }, 'rettifica-numero-atto'],
    ] as const;
    for (const [fields, field] of faults) {
      const { status, page } = await send({ ...fields, visto });
      expect([status, page.includes(`href="#${field}"`)], JSON.stringify(fields)).toEqual([422, true]);
    }
    expect((await send({ motivo: 'errore', visto }, carla)).status).toBe(403);
    expect((await decisionsOf(desk.db, CYCLE))[0]).toMatchObject({ actNumber: '11', actDate: '2016-01-20' });
  });

  test('are the corrected ones from then on, and both are left: in the record, on the pages, in the log', async () => {
    const visto = seenIn(await shown(FORM));
    expect((await send({ motivo: 'trascritto il numero della proposta', visto })).status).toBe(303);
    expect((await decisionsOf(desk.db, CYCLE))[0]).toMatchObject({
      ...{ actNumber: '12', actDate: '2016-02-01' },
      corrected: { number: '11', date: '2016-01-20' },
    });
    const step = textOf(await shown(PAGE));
    expect(step).toContain('n. 12 del 01/02/2016');
    expect(step).toContain(WAS);
    expect(step).toContain('trascritto il numero della proposta');
    const record = await shown(`${PAGE}/adempimento/decisione?modulo=d1`);
    expect(textOf(record)).toContain(WAS);
    expect(record).toContain(FORM);
    const [line] = (await logOf(desk.db, { cycle: CYCLE })).filter(({ action }) => action === 'act-corrected');
    expect(line).toMatchObject({ actor: 'dario', step: STEP, detail: { actNumber: '12', actDate: '2016-02-01' } });
    expect(JSON.stringify(line?.detail)).toContain(WAS);
  });

  test('count by the corrected day where lateness is told', async () => {
    const row = (await stepRows(desk.db, CYCLE)).find(({ id }) => id === STEP);
    expect(row && stepView(row, '2016-03-01')).toMatchObject({ actedOn: '2016-02-01' });
  });

  test('do not keep the decision, sent again as it was, from being found on record', async () => {
    expect((await recordDecision(desk.db, ENTRY)).answer).toBe('already-recorded');
  });

  test('corrected from a page that shows what stood before are asked about', async () => {
    const visto = '2016-01-20/11';
    const asked = await send({ motivo: 'altro errore', 'numero-atto': '13', visto });
    expect(asked.status).toBe(422);
    expect(textOf(asked.page)).toContain('l’atto risulta ora n. 12 del 01/02/2016');
  });

  test('corrected again, say the first ones still', async () => {
    const { status } = await send({
      ...{ motivo: 'era il 13', 'numero-atto': '13' },
      visto: '2016-02-01/12',
    });
    expect(status).toBe(303);
    const [decision] = await decisionsOf(desk.db, CYCLE);
    expect(decision).toMatchObject({ actNumber: '13', corrected: { number: '11', date: '2016-01-20' } });
  });

  test('are not there for a decision that is not', async () => {
    expect((await desk.get(`${PAGE}/decisioni/d9/rettifica`, dario)).status).toBe(404);
  });
});
