import { beforeAll, describe, expect, test } from 'vitest';
import { writeMissingDelayNotices } from '../../src/office/delay.js';
import { snapshotOf } from '../../src/office/forms.js';
import { setCycleStatus } from '../../src/register/cycles.js';
import { recordDecision } from '../../src/register/decisions.js';
import { delayNoticesOf } from '../../src/register/delay-notices.js';
import { saveDocument } from '../../src/register/documents.js';
import { bringBefore, transmitAgain } from '../../src/register/hearing-acts.js';
import { logOf } from '../../src/register/log.js';
import { stepRows } from '../../src/register/reading/cycle.js';
import { stepView } from '../../src/register/reading/step-view.js';
import { saveSteps, setStepState } from '../../src/register/steps.js';
import { aDesk } from '../client/pages/access/desk.js';
import { textOf } from '../client/pages/site.js';
import { aStep } from '../register/fixtures.js';

const desk = aDesk();
const cycle = 'prova/2016';
const STEP = 'piano-approvazione-legge';
const PAGE = `/cicli/${cycle}/ritardi/${STEP}`;
const law = { id: 'x', citation: 'D.Lgs. 150/2009, art. 10', validFrom: '2010-01-01', force: 'law' } as const;
let carla: string;

/** The Piano is due on Friday 29 January, moved from the 31st, the law's day. */
beforeAll(async () => {
  await saveSteps(desk.db, cycle, [
    {
      ...aStep(STEP, 'approval', '2016-01-29'),
      nominalDueOn: '2016-01-31',
      legalTerm: '2016-01-31',
      norm: law,
      board: 'giunta',
      recorder: 'segreteria-giunta',
      document: 'piano',
    },
  ]);
  await setCycleStatus(desk.db, cycle, 'running', '2016-01-04T08:00:00Z');
  await setStepState(desk.db, cycle, STEP, { status: 'open', openedAt: '2016-01-23T08:00:00Z' });
  carla = await desk.signedIn('carla@prova.example');
});

const written = async (): Promise<string> => {
  const last = (await delayNoticesOf(desk.db, cycle, STEP)).at(-1)?.notice;
  return JSON.stringify((await snapshotOf(desk.db, last?.hash ?? ''))?.content);
};
const act = async (what: 'firma' | 'invio', fields: Readonly<Record<string, string>>): Promise<string> => {
  const answer = await desk.post(`${PAGE}/${what}`, fields, { cookie: carla });
  return answer.status === 303 ? 'done' : textOf(await answer.text());
};

describe('a term of law that has passed', () => {
  test('is the day of the law: past the working day it was moved to, nothing is told yet', async () => {
    await writeMissingDelayNotices(desk.db, '2016-01-30T10:00:00Z');
    expect(await delayNoticesOf(desk.db, cycle, STEP)).toEqual([]);
    await writeMissingDelayNotices(desk.db, '2016-02-01T10:00:00Z');
    expect(await delayNoticesOf(desk.db, cycle, STEP)).toHaveLength(1);
    const notice = await written();
    expect(notice).toContain('31/01/2016');
    expect(notice).toContain('Il ritardo è di 1 giorno.');
    expect(notice).not.toContain('29/01/2016');
  });

  test('is told by a draft, that a person signs once and then says to have sent; nothing says it before', async () => {
    expect(await written()).toContain('Bozza predisposta');
    const sent = { giorno: '02/02/2016', protocollo: '88', mezzo: 'PEC' };
    expect(await act('invio', sent)).toContain('non è ancora firmata');
    expect(await act('firma', { giorno: '02/02/2099' })).toContain('nel futuro');
    expect(await act('firma', { giorno: '02/02/2016' })).toBe('done');
    expect(await act('firma', { giorno: '03/02/2016' })).toContain('è già firmata, il 02/02/2016');
    expect(await act('invio', { ...sent, giorno: '01/02/2016' })).toContain('precede la firma');
    expect(await act('invio', sent)).toBe('done');
    const [notice] = await delayNoticesOf(desk.db, cycle, STEP);
    expect(notice).toMatchObject({ signed: { person: 'carla' }, sent: { protocol: '88', way: 'PEC' } });
    const lines = (await logOf(desk.db, { cycle })).toReversed().map(({ action }) => action);
    expect(lines.filter((action) => action.startsWith('delay-notice'))).toEqual([
      'delay-notice-written',
      'delay-notice-signed',
      'delay-notice-sent',
    ]);
  });

  test('is followed by the date of the act, recorded later: in time by that date, the notice is rectified', async () => {
    await recordDecision(desk.db, {
      key: 'd1',
      cycle,
      step: STEP,
      round: 1,
      board: 'giunta',
      outcome: 'approved',
      documentHash: 'a'.repeat(64),
      actNumber: '12',
      actDate: '2016-01-29',
      decidedBy: 'dario',
      simulated: true,
      at: '2016-02-08T09:00:00Z',
    });
    await setStepState(desk.db, cycle, STEP, { status: 'done', completedAt: '2016-02-08T09:00:00Z' });
    await writeMissingDelayNotices(desk.db, '2016-02-08T10:00:00Z');
    await writeMissingDelayNotices(desk.db, '2016-02-08T10:01:00Z');
    expect(await delayNoticesOf(desk.db, cycle, STEP)).toHaveLength(2);
    expect(await written()).toContain('L’atto è del 29/01/2016: il termine del 31/01/2016 è rispettato.');
    const row = (await stepRows(desk.db, cycle)).find(({ id }) => id === STEP);
    expect(row && stepView(row, '2016-03-01')).toMatchObject({ lateDays: 0, actedOn: '2016-01-29' });
  });
});

describe('a document that its board sent back, and had again', () => {
  test('is told with both who waited for the board and who the board waited for, each with its days', async () => {
    const step = 'rpp-approvazione-legge';
    const board = { board: 'consiglio', recorder: 'segreteria-consiglio', document: 'rpp' };
    await saveSteps(desk.db, cycle, [
      { ...aStep(step, 'approval', '2016-01-31'), legalTerm: '2016-01-31', norm: law, ...board },
    ]);
    await setStepState(desk.db, cycle, step, { status: 'open', openedAt: '2016-01-20T08:00:00Z' });
    const [first, second] = await Promise.all(
      [1, 2].map((version) =>
        saveDocument(desk.db, {
          cycle,
          kind: 'rpp',
          version,
          title: `RPP ${version}`,
          mime: 'text/html',
          bytes: Buffer.from(`RPP ${version}`),
          preparedBy: ['carla'],
          simulated: true,
          frozenAt: version === 1 ? '2016-01-22T09:00:00Z' : '2016-02-05T09:00:00Z',
        }),
      ),
    );
    await bringBefore(desk.db, { cycle, step, round: 1, documentHash: first ?? '', at: '2016-01-22T09:00:00Z' });
    await recordDecision(desk.db, {
      key: 'no',
      cycle,
      step,
      round: 1,
      board: 'consiglio',
      outcome: 'rejected',
      remarks: 'mancano i pesi',
      documentHash: first ?? '',
      decidedBy: 'dario',
      simulated: true,
      at: '2016-01-28T09:00:00Z',
    });
    await transmitAgain(desk.db, { cycle, step, at: '2016-02-05T09:00:00Z', revision: 'pesi aggiunti' });
    await bringBefore(desk.db, { cycle, step, round: 2, documentHash: second ?? '', at: '2016-02-05T09:00:00Z' });
    await writeMissingDelayNotices(desk.db, '2016-02-08T10:00:00Z');
    const line = (await logOf(desk.db, { cycle, step })).find(({ action }) => action === 'delay-notice-written');
    expect(line).toHaveProperty('detail.waits', [
      expect.objectContaining({ waitedFor: expect.stringContaining('onsiglio'), until: '2016-01-28' }),
      expect.objectContaining({
        waiting: expect.stringContaining('onsiglio'),
        since: '2016-01-28',
        until: '2016-02-05',
      }),
      expect.objectContaining({ waitedFor: expect.stringContaining('onsiglio'), since: '2016-02-05' }),
    ]);
  });
});
