import { beforeAll, describe, expect, test } from 'vitest';
import { recordDecision } from '../../src/register/decisions.js';
import { saveDocument } from '../../src/register/documents.js';
import { bringBefore, transmitAgain } from '../../src/register/hearing-acts.js';
import { hearingOf } from '../../src/register/hearings.js';
import { saveSteps, setStepState, stepOf } from '../../src/register/steps.js';
import { aCycle, aStep } from './fixtures.js';
import { aRegister } from './register.js';

const register = aRegister();
const CYCLE = 'prova/2016';
const STEP = 'delibera';
const AT = { cycle: CYCLE, step: STEP };

describe('what is before a board', () => {
  const hashes: string[] = [];
  beforeAll(async () => {
    await aCycle(register.db);
    const approval = { ...aStep(STEP, 'approval', '2016-01-31'), board: 'giunta', recorder: 'segreteria-giunta' };
    await saveSteps(register.db, CYCLE, [approval]);
    for (const text of ['prima stesura', 'seconda stesura']) {
      const bytes = Buffer.from(text);
      const saved = { cycle: CYCLE, kind: 'piano', title: text, mime: 'text/html', bytes, preparedBy: ['carla'] };
      const version = hashes.length + 1;
      hashes.push(
        await saveDocument(register.db, { ...saved, version, simulated: true, frozenAt: '2016-01-20T09:00:00Z' }),
      );
    }
    await setStepState(register.db, CYCLE, STEP, { status: 'open' });
  });

  const now = async () => {
    const step = await stepOf(register.db, CYCLE, STEP);
    if (step === undefined) throw new Error('no step');
    return await hearingOf(register.db, step);
  };
  const decide = (key: string, round: number, outcome: 'rejected' | 'approved' | 'deferred') =>
    recordDecision(register.db, {
      ...AT,
      key,
      round,
      outcome,
      board: 'giunta',
      decidedBy: 'dario',
      documentHash: hashes[round - 1] ?? '',
      simulated: true,
      at: '2016-01-22T09:00:00Z',
      ...(outcome === 'rejected' && { remarks: 'mancano i pesi' }),
      ...(outcome === 'approved' && { actNumber: '3', actDate: '2016-01-22' as const }),
      ...(outcome === 'deferred' && { deferredTo: '2016-01-25' as const }),
    });

  test('goes from the preparers to the board and back until it is approved', async () => {
    expect((await now()).matter).toEqual({ phase: 'preparing' });
    await bringBefore(register.db, { ...AT, round: 1, documentHash: hashes[0] ?? '', at: '2016-01-20T09:00:00Z' });
    expect((await now()).matter).toMatchObject({
      phase: 'before-board',
      round: 1,
      document: { title: 'prima stesura' },
    });
    await decide('d1', 1, 'deferred');
    expect((await now()).matter).toMatchObject({ phase: 'before-board', round: 1 });
    await decide('d2', 1, 'rejected');
    expect((await now()).matter).toMatchObject({ phase: 'to-revise', rejection: { key: 'd2' } });
    await transmitAgain(register.db, { ...AT, at: '2016-01-23T09:00:00Z', revision: 'pesi aggiunti' });
    expect(await now()).toMatchObject({ matter: { phase: 'preparing' }, note: 'pesi aggiunti' });
    await bringBefore(register.db, { ...AT, round: 2, documentHash: hashes[1] ?? '', at: '2016-01-24T09:00:00Z' });
    expect((await now()).documents.map((d) => [d.round, d.title])).toEqual([
      [1, 'prima stesura'],
      [2, 'seconda stesura'],
    ]);
    expect((await now()).matter).toMatchObject({ phase: 'before-board', round: 2 });
    await decide('d3', 2, 'approved');
    expect((await now()).matter).toMatchObject({ phase: 'settled', decision: { key: 'd3' } });
  });

  test('is written once for each round, and what came first stays', async () => {
    await bringBefore(register.db, { ...AT, round: 2, documentHash: hashes[0] ?? '', at: '2016-02-01T09:00:00Z' });
    expect((await now()).documents.at(-1)?.title).toBe('seconda stesura');
  });
});
