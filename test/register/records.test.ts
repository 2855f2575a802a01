import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Rollup } from '../../src/domain/achievement/types.js';
import { type Assessment, assessmentOf, saveAssessment } from '../../src/register/assessments.js';
import { type DecisionEntry, decisionByKey, decisionsOf, recordDecision } from '../../src/register/decisions.js';
import { documentBytes, documentOf, documentsOf, saveDocument } from '../../src/register/documents.js';
import { appendLog, logOf } from '../../src/register/log.js';
import { aCheckpoint, aCycle } from './fixtures.js';
import { aRegister } from './register.js';

describe('decisions on record', () => {
  const register = aRegister();
  let cycle = '';
  beforeAll(async () => {
    cycle = await aCycle(register.db);
  });
  const entry = (change: Partial<DecisionEntry> = {}): DecisionEntry => ({
    key: 'uno',
    cycle,
    step: 'piano-approvazione',
    round: 1,
    board: 'giunta',
    outcome: 'approved',
    actNumber: '7',
    actDate: '2016-01-29',
    decidedBy: 'dario',
    documentHash: 'impronta',
    votes: { present: 7, inFavour: 5, against: 1, abstained: 1 },
    simulated: true,
    at: '2016-01-29T12:00:00Z',
    ...change,
  });

  it('count once: a retry gets the same answer, a different one is told what stands', async () => {
    const first = await recordDecision(register.db, entry());
    expect(first).toMatchObject({
      answer: 'recorded',
      decision: { actNumber: '7', present: 7, inFavour: 5, against: 1, abstained: 1 },
    });
    const retry = await recordDecision(register.db, entry({ at: '2016-01-29T12:00:09Z' }));
    expect(retry).toEqual({ answer: 'already-recorded', decision: first.decision });
    const other = await recordDecision(register.db, entry({ actNumber: '8' }));
    expect(other).toEqual({ answer: 'taken', decision: first.decision });
  });

  it('settle a round once, also when two secretaries act with keys of their own', async () => {
    const answers = await Promise.all(
      ['a', 'b', 'c'].map((key) =>
        recordDecision(register.db, entry({ key, round: 2, decidedBy: `segretaria-${key}` })),
      ),
    );
    expect(answers.map((a) => a.answer).sort()).toEqual(['recorded', 'taken', 'taken']);
    expect(new Set(answers.map((a) => a.decision.key)).size).toBe(1);
  });

  it('can be deferred more than once before the round is settled', async () => {
    const { actNumber: _n, actDate: _d, ...rest } = entry();
    for (const [key, deferredTo] of [
      ['d1', '2016-02-10'],
      ['d2', '2016-02-20'],
    ] as const) {
      expect(
        await recordDecision(register.db, { ...rest, round: 3, outcome: 'deferred', key, deferredTo }),
      ).toMatchObject({ answer: 'recorded' });
    }
    expect(
      await recordDecision(register.db, { ...rest, key: 'd3', round: 3, outcome: 'rejected', remarks: 'pesi errati' }),
    ).toMatchObject({ answer: 'recorded' });
    expect(
      (await decisionsOf(register.db, cycle, 'piano-approvazione')).filter((d) => d.round === 3).map((d) => d.outcome),
    ).toEqual(['deferred', 'deferred', 'rejected']);
    expect(await decisionByKey(register.db, 'd3')).toMatchObject({ remarks: 'pesi errati' });
  });

  it.each<[string, Partial<DecisionEntry>]>([
    ['an approval without its act', { outcome: 'approved' }],
    ['a rejection without remarks', { outcome: 'rejected' }],
    ['a deferral without a date', { outcome: 'deferred' }],
    [
      'more votes than people present',
      { outcome: 'rejected', remarks: 'x', votes: { present: 3, inFavour: 2, against: 2, abstained: 0 } },
    ],
    ['a decision on a step that is not there', { outcome: 'rejected', remarks: 'x', step: 'mai-sentita' }],
  ])('are never %s', async (name, change) => {
    const { actNumber: _n, actDate: _d, ...rest } = entry();
    await expect(recordDecision(register.db, { ...rest, key: name, round: 9, ...change })).rejects.toThrow(/violates/);
  });
});

describe('frozen documents', () => {
  const register = aRegister();
  let cycle = '';
  beforeAll(async () => {
    cycle = await aCycle(register.db);
  });
  const save = (version: number, text: string) =>
    saveDocument(register.db, {
      cycle,
      kind: 'piano',
      version,
      title: 'Piano della performance',
      mime: 'text/html',
      bytes: Buffer.from(text),
      preparedBy: ['bruno'],
      planVersion: 1,
      simulated: true,
      frozenAt: '2016-01-20T08:00:00Z',
    });

  it('are known by the hash of their bytes and come back byte for byte', async () => {
    const hash = await save(1, 'però');
    expect(hash).toBe(createHash('sha256').update('però').digest('hex'));
    expect(await save(1, 'però')).toBe(hash);
    expect(await documentBytes(register.db, hash)).toEqual({ mime: 'text/html', bytes: Buffer.from('però') });
    expect(await documentOf(register.db, cycle, 'piano')).toMatchObject({
      version: 1,
      hash,
      preparedBy: ['bruno'],
      planVersion: 1,
    });
  });

  it('do not change: another content is another version', async () => {
    await expect(save(1, 'altro')).rejects.toThrow('già depositato con un altro contenuto');
    await save(2, 'altro');
    expect((await documentsOf(register.db, cycle)).map((d) => d.version)).toEqual([1, 2]);
    expect((await documentOf(register.db, cycle, 'piano'))?.version).toBe(2);
    expect(await documentOf(register.db, cycle, 'relazione')).toBeUndefined();
  });
});

describe('the results of a checkpoint', () => {
  const register = aRegister();
  const node = (name: string, children: readonly Rollup[] = []): Rollup => ({
    node: name,
    title: name,
    weight: '100',
    achievement: '82.50',
    coverage: '60.00',
    worst: '49.50',
    best: '89.50',
    light: 'yellow',
    trace: [{ label: 'media pesata', value: '82,50%' }],
    children,
  });

  it('come back as computed, with their trees and traces; the latest computation holds', async () => {
    const ref = await aCheckpoint(register.db, await aCycle(register.db));
    const assessment: Assessment = {
      ...ref,
      key: 'prova/2016/monitoraggio-1/1',
      planVersion: 1,
      policyVersion: '2016-1',
      simulated: true,
      at: '2016-05-21T08:00:00Z',
      indicators: [
        {
          indicator: 'A-1',
          state: 'assessed',
          achievement: '36.00',
          uncapped: '36.00',
          light: 'red',
          formula: 'increasing-ratio',
          trace: [{ label: 'a', value: '9 / 25' }],
        },
        { indicator: 'A-2', state: 'missing', light: 'none', trace: [] },
      ],
      overrides: [],
      forecasts: [
        { indicator: 'A-1', value: '27', how: { way: 'pro-rata', elapsed: 121, total: 366 }, light: 'green' },
      ],
      rollups: [
        node('entity', [
          node(
            'area:1',
            Array.from({ length: 11 }, (_, i) => node(`obiettivo:${i}`)),
          ),
        ]),
        node('office:isr'),
      ],
    };
    expect(await assessmentOf(register.db, ref)).toBeUndefined();
    await saveAssessment(register.db, assessment);
    await saveAssessment(register.db, { ...assessment, policyVersion: 'ripetuta' });
    expect(await assessmentOf(register.db, ref)).toEqual(assessment);
    const nodes = await register.db.selectFrom('rollupResults').select('node').orderBy('path').execute();
    expect(nodes.map((n) => n.node)).toEqual([
      'entity',
      'area:1',
      ...Array.from({ length: 11 }, (_, i) => `obiettivo:${i}`),
      'office:isr',
    ]);

    const second = { ...assessment, key: 'prova/2016/monitoraggio-1/2', rollups: [] };
    await saveAssessment(register.db, second);
    expect(await assessmentOf(register.db, ref)).toEqual(second);
  });
});

describe('the log', () => {
  const register = aRegister();

  it('tells who did what, the latest first, once per key', async () => {
    const entry = {
      at: '2016-01-04T07:00:00Z',
      actor: 'bruno',
      action: 'step-opened',
      subject: 'analisi',
      cycle: 'prova/2016',
      step: 'analisi',
    } as const;
    await appendLog(
      register.db,
      { ...entry, key: 'k1' },
      { ...entry, actor: 'carla', actingFor: 'bruno', action: 'step-completed', detail: { note: 'fatto' } },
    );
    await appendLog(register.db, { ...entry, key: 'k1' });
    const all = await logOf(register.db, { cycle: 'prova/2016', step: 'analisi' });
    expect(all).toMatchObject([
      { actor: 'carla', actingFor: 'bruno', action: 'step-completed', detail: { note: 'fatto' } },
      { actor: 'bruno', action: 'step-opened' },
    ]);
    expect(all[0]?.recordedAt).toMatch(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(await logOf(register.db, { before: all[0]?.id ?? 0, limit: 1 })).toHaveLength(1);
    expect(await logOf(register.db, { actor: 'carla' })).toHaveLength(1);
  });
});
