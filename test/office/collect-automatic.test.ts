import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Collection, collectCheckpoint } from '../../src/office/collect-automatic.js';
import { closeCheckpoint } from '../../src/register/checkpoints.js';
import { collectedOf, recordCollected } from '../../src/register/collected.js';
import { logOf } from '../../src/register/log.js';
import { currentMeasurements, submitMeasurements } from '../../src/register/measurements.js';
import { returnMeasurement } from '../../src/register/returned.js';
import { untakenSubmissions } from '../../src/register/untaken.js';
import type { Source } from '../../src/seeds/sources.js';
import { aCheckpoint, aCycle } from '../register/fixtures.js';
import { aRegister } from '../register/register.js';
import { aSource, connectionsOf, HASTY } from './sources/source.js';
import { gives, type SourceServer, startSourceServer } from './sources/source-server.js';

const register = aRegister();
const folder = mkdtempSync(join(tmpdir(), 'ciclo-raccolta-'));
const logged: object[] = [];
let cycle: string;
let server: SourceServer;

beforeAll(async () => {
  cycle = await aCycle(register.db);
  server = await startSourceServer();
  writeFileSync(join(folder, 'incontri.csv'), 'al;n\n30/04/2016;9\n');
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const meetings = (rest: Partial<Source> = {}): Source =>
  aSource(
    { kind: 'csv', file: 'incontri.csv', row: { al: '{to:it}' }, value: 'n' },
    { id: 'incontri', unit: 'count', ...rest },
  );
const report: Source = aSource(
  { kind: 'json', file: 'rapporto', value: '$.il' },
  { id: 'rapporto', indicator: 'A-2', connection: 'gestionale', unit: 'date', title: 'Gestionale' },
);

const collection = (rest: Partial<Collection> = {}): Collection => ({
  connections: connectionsOf({
    CICLO_SOURCE_PROVA_URL: folder,
    CICLO_SOURCE_GESTIONALE_URL: server.url.replace('//', '//ciclo:parola-segreta@'),
  }),
  limits: HASTY,
  log: {
    info: (line: unknown) => void logged.push(line as object),
    error: (line: unknown) => void logged.push(line as object),
  },
  exercise: 2016,
  occasion: '1',
  at: '2016-05-02T06:00:00Z',
  ...rest,
});

const valuesAt = async (ref: { cycle: string; checkpoint: string }) =>
  (await currentMeasurements(register.db, ref)).map((m) => [m.indicator, m.actual, m.officer, m.channel]);

describe('a checkpoint with automatic sources', () => {
  test('has what was read as a proposal, and for what failed the reason; nothing counts before it is confirmed', async () => {
    const ref = await aCheckpoint(register.db, cycle, 'proposte');
    const reports = await collectCheckpoint(register.db, ref, [meetings(), report], collection());
    expect(reports.map((r) => [r.source.id, r.result?.outcome])).toEqual([
      ['incontri', 'read'],
      ['rapporto', 'failed'],
    ]);
    const collected = await collectedOf(register.db, ref);
    expect(collected.get('A-1')).toEqual({
      indicator: 'A-1',
      outcome: 'read',
      value: { kind: 'number', value: '9' },
      raw: 'n: 9',
      source: 'incontri',
      sourceTitle: 'Fonte di prova',
      toConfirm: true,
      at: '2016-05-02T06:00:00Z',
    });
    expect(collected.get('A-2')).toMatchObject({
      outcome: 'failed',
      reason: 'il server risponde 404: il dato non c’è',
    });
    expect([...(await collectedOf(register.db, ref, ['A-2'])).keys()]).toEqual(['A-2']);
    expect(await valuesAt(ref)).toEqual([]);
    expect(await logOf(register.db, { cycle, step: 'proposte' })).toMatchObject([
      { action: 'values-collected', detail: { read: ['A-1'], failed: ['A-2'] } },
    ]);
    expect(JSON.stringify([logged, [...collected]])).not.toContain('parola-segreta');
  });

  test('takes at once what its source says needs no confirmation', async () => {
    const ref = await aCheckpoint(register.db, cycle, 'senza-conferma');
    await collectCheckpoint(register.db, ref, [meetings({ confirm: false })], collection());
    expect(await valuesAt(ref)).toEqual([['A-1', { kind: 'number', value: '9' }, 'automatico', 'automatic']]);
    expect(await untakenSubmissions(register.db, ref)).toHaveLength(1);
  });

  test('retried, reads again only what is not yet on record, and submits nothing twice', async () => {
    const ref = await aCheckpoint(register.db, cycle, 'ritentata');
    const sources = [meetings({ confirm: false }), report];
    // What a worker left behind that died after the first source.
    await collectCheckpoint(register.db, ref, [meetings({ confirm: false })], collection());
    server.requests.length = 0;
    writeFileSync(join(folder, 'incontri.csv'), 'al;n\n30/04/2016;10\n');
    server.answer('/rapporto', gives('application/json', '{"il":"2016-03-30"}'));
    const again = await collectCheckpoint(register.db, ref, sources, collection());
    expect(again.map((r) => r.result?.outcome)).toEqual(['read', 'read']);
    await collectCheckpoint(register.db, ref, sources, collection());
    expect(server.requests).toHaveLength(1);
    expect(await untakenSubmissions(register.db, ref)).toHaveLength(1);
    expect((await valuesAt(ref))[0]?.[1]).toEqual({ kind: 'number', value: '9' });
  });

  test('does not ask for what an officer has given, nor overtake them', async () => {
    const ref = await aCheckpoint(register.db, cycle, 'gia-risposto');
    const form = { ...ref, officer: 'carla', at: '2016-05-02T07:00:00Z', simulated: true, channel: 'form' } as const;
    await submitMeasurements(register.db, {
      ...form,
      rows: [{ indicator: 'A-1', actual: { kind: 'number', value: '8' } }],
    });
    const reports = await collectCheckpoint(register.db, ref, [meetings({ confirm: false })], collection());
    expect(reports[0]?.result).toBeUndefined();
    expect(await valuesAt(ref)).toEqual([['A-1', { kind: 'number', value: '8' }, 'carla', 'form']]);
  });

  test('does not give again a value that came back with a remark', async () => {
    const ref = await aCheckpoint(register.db, cycle, 'restituito');
    await collectCheckpoint(register.db, ref, [meetings({ confirm: false })], collection());
    const back = {
      ...ref,
      indicator: 'A-1',
      returnedBy: 'bruno',
      remark: 'verificare',
      at: '2016-05-04T08:00:00Z',
    } as const;
    await returnMeasurement(register.db, back);
    await collectCheckpoint(register.db, ref, [meetings({ confirm: false })], collection({ occasion: '2' }));
    expect(await valuesAt(ref)).toEqual([]);
  });

  test('whose form arrives while its source is read keeps the form’s value', async () => {
    const ref = await aCheckpoint(register.db, cycle, 'insieme');
    const slow = aSource(
      { kind: 'json', file: 'lento', value: '$.n' },
      { connection: 'gestionale', unit: 'count', confirm: false },
    );
    server.answer('/lento', (request, response) => {
      void submitMeasurements(register.db, {
        ...ref,
        officer: 'carla',
        at: '2016-05-02T07:00:00Z',
        simulated: true,
        channel: 'form',
        rows: [{ indicator: 'A-1', actual: { kind: 'number', value: '8' } }],
      }).then(() => gives('application/json', '{"n":7}')(request, response));
    });
    await collectCheckpoint(register.db, ref, [slow], collection());
    expect(await valuesAt(ref)).toEqual([['A-1', { kind: 'number', value: '8' }, 'carla', 'form']]);
    expect((await collectedOf(register.db, ref)).get('A-1')).toMatchObject({ value: { kind: 'number', value: '7' } });
  });

  test('closed while its sources are read takes nothing more', async () => {
    const ref = await aCheckpoint(register.db, cycle, 'chiuso');
    await closeCheckpoint(register.db, ref, { at: '2016-05-20T08:00:00Z', by: 'bruno' });
    await collectCheckpoint(register.db, ref, [meetings({ confirm: false })], collection());
    expect(await valuesAt(ref)).toEqual([]);
  });

  test('collected once more shows the last reading', async () => {
    const ref = await aCheckpoint(register.db, cycle, 'di-nuovo');
    await collectCheckpoint(register.db, ref, [report], collection({ connections: new Map() }));
    expect((await collectedOf(register.db, ref)).get('A-2')).toMatchObject({
      outcome: 'failed',
      reason: 'la connessione «gestionale» non è ancora configurata',
    });
    await collectCheckpoint(register.db, ref, [report], collection({ occasion: '2' }));
    expect((await collectedOf(register.db, ref)).get('A-2')).toMatchObject({
      value: { kind: 'date', on: '2016-03-30' },
    });
  });

  test('does not wait longer than there is time: what is left is asked by hand', async () => {
    const ref = await aCheckpoint(register.db, cycle, 'lenta');
    server.answer('/fermo', () => undefined);
    const stuck = aSource({ kind: 'json', file: 'fermo', value: '$.n' }, { connection: 'gestionale', unit: 'count' });
    const limits = { ...HASTY, timeoutMs: 60_000, totalMs: 300 };
    await collectCheckpoint(register.db, ref, [stuck], collection({ limits }));
    expect((await collectedOf(register.db, ref)).get('A-1')).toMatchObject({
      outcome: 'failed',
      reason: 'il tempo della raccolta è finito prima di arrivare a questa fonte',
    });
  });
});

test('a reading put on record twice is there once', async () => {
  const ref = await aCheckpoint(register.db, cycle, 'due-volte');
  const row = {
    ...ref,
    key: 'k',
    indicator: 'A-1',
    source: 's',
    sourceTitle: 'S',
    toConfirm: true,
    at: '2016-05-02T06:00:00Z',
    outcome: 'failed',
    reason: 'r',
  } as const;
  expect(await recordCollected(register.db, row)).toBe(true);
  expect(await recordCollected(register.db, { ...row, reason: 'altro' })).toBe(false);
  expect((await collectedOf(register.db, ref)).get('A-1')).toMatchObject({ reason: 'r' });
});
