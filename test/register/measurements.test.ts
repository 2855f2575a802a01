import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Instant } from '../../src/domain/calendar/types.js';
import { checkpointOf, closeCheckpoint, frozenIndicators, reopenCheckpoint } from '../../src/register/checkpoints.js';
import { evidenceFiles, evidenceOf, saveEvidence } from '../../src/register/evidence.js';
import { currentMeasurements, missingIndicators, submitMeasurements } from '../../src/register/measurements.js';
import { returnMeasurement } from '../../src/register/returned.js';
import { saveSteps } from '../../src/register/steps.js';
import type { MeasurementRow, Submission } from '../../src/register/submission.js';
import { checkpointsWithUntaken, markTaken, untakenSubmissions } from '../../src/register/untaken.js';
import { aCheckpoint, aCycle, aStep } from './fixtures.js';
import { aRegister } from './register.js';

/** For whom the files of these tests are named. */
const BY = { entity: 'prova', senders: ['carla'] };

const meetings = (value: string): MeasurementRow => ({ indicator: 'A-1', actual: { kind: 'number', value } });
const published: MeasurementRow = { indicator: 'A-2', actual: { kind: 'date', on: '2016-03-15' } };

describe('an officer’s form', () => {
  const register = aRegister();
  let cycle = '';
  let count = 0;
  let ref = { cycle: '', checkpoint: '' };
  beforeAll(async () => {
    cycle = await aCycle(register.db);
  });
  beforeEach(async () => {
    count += 1;
    const step = aStep(`monitoraggio-${count}`, 'checkpoint');
    await saveSteps(register.db, cycle, [step]);
    ref = await aCheckpoint(register.db, cycle, step.id);
  });
  const form = (rows: readonly MeasurementRow[], change: Partial<Submission> = {}): Submission => ({
    ...ref,
    officer: 'carla',
    at: '2016-05-03T08:00:00Z',
    simulated: true,
    channel: 'form',
    rows,
    ...change,
  });
  const submit = (rows: readonly MeasurementRow[], change?: Partial<Submission>) =>
    submitMeasurements(register.db, form(rows, change));
  const current = async () => (await currentMeasurements(register.db, ref)).map((m) => [m.indicator, m.actual]);
  const missing = async () => (await missingIndicators(register.db, ref)).map((m) => m.indicator);

  it('has files by the name each sender gave, whoever sent the same bytes before', async () => {
    const { db } = register;
    const scan = { mime: 'application/pdf', bytes: Buffer.from('%PDF one'), at: '2016-05-03T07:00:00Z' } as const;
    const nameFor = async (entity: string, sender: string, at?: Instant) =>
      (await evidenceFiles(db, [hash], { entity, senders: [sender], at })).map(({ name }) => name);
    const hash = await saveEvidence(db, 'prova', { ...scan, name: 'buono di Anna.pdf', uploadedBy: 'anna' });
    await saveEvidence(db, 'prova', { ...scan, name: 'relazione.pdf', uploadedBy: 'carla' });
    await saveEvidence(db, 'altra', { ...scan, name: 'di un altro ente.pdf', uploadedBy: 'carla' });
    const later = '2016-05-09T07:00:00Z';
    await saveEvidence(db, 'prova', { ...scan, name: 'relazione firmata.pdf', uploadedBy: 'carla', at: later });
    expect(await nameFor('prova', 'anna')).toEqual(['buono di Anna.pdf']);
    expect(await nameFor('prova', 'carla')).toEqual(['relazione firmata.pdf']);
    expect(await nameFor('prova', 'carla', '2016-05-04T07:00:00Z')).toEqual(['relazione.pdf']);
    expect(await nameFor('altra', 'carla')).toEqual(['di un altro ente.pdf']);
    expect((await evidenceOf(db, hash, BY))?.name).toBe('relazione firmata.pdf');
  });

  it('is in the register when its receipt is given, whole and untaken', async () => {
    const evidence = await saveEvidence(register.db, 'prova', {
      name: 'verbale.pdf',
      mime: 'application/pdf',
      bytes: Buffer.from('%PDF'),
      uploadedBy: 'carla',
      at: '2016-05-03T07:00:00Z',
    });
    const answer = await submit([{ ...meetings('9'), note: 'tre a marzo', evidence: [evidence] }, published], {
      actingFor: 'bruno',
      lateReason: 'ferie',
    });
    expect(answer).toMatchObject({ ok: true, value: { indicators: ['A-1', 'A-2'], at: '2016-05-03T08:00:00Z' } });
    expect(await currentMeasurements(register.db, ref)).toMatchObject([
      {
        indicator: 'A-1',
        actual: { kind: 'number', value: '9' },
        note: 'tre a marzo',
        evidence: [evidence],
        officer: 'carla',
        actingFor: 'bruno',
        simulated: true,
      },
      { indicator: 'A-2', actual: { kind: 'date', on: '2016-03-15' }, note: null, evidence: [] },
    ]);
    expect(await untakenSubmissions(register.db, ref)).toMatchObject([
      { officer: 'carla', actingFor: 'bruno', indicators: ['A-1', 'A-2'], lateReason: 'ferie' },
    ]);
    expect(await evidenceOf(register.db, evidence, BY)).toMatchObject({
      name: 'verbale.pdf',
      bytes: Buffer.from('%PDF'),
    });
    expect(await missing()).toEqual(['A-3']);
  });

  it('sent again with the same key counts once and gets the same receipt', async () => {
    const first = await submit([meetings('9')], { key: `modulo-${count}` });
    const second = await submit([meetings('9')], { key: `modulo-${count}`, at: '2016-05-03T08:00:05Z' });
    expect(second).toEqual(first);
    const both = await Promise.all([1, 2, 3].map(() => submit([meetings('9')], { key: `insieme-${count}` })));
    expect(new Set(both.map((b) => (b.ok ? b.value.submission : b.error.reason))).size).toBe(1);
    expect(await untakenSubmissions(register.db, ref)).toHaveLength(2);
  });

  it('corrects the one before it: the last value is the one that holds', async () => {
    await submit([meetings('99'), published]);
    await submit([meetings('9')]);
    expect(await current()).toEqual([
      ['A-1', { kind: 'number', value: '9' }],
      ['A-2', { kind: 'date', on: '2016-03-15' }],
    ]);
  });

  it('with one wrong value is refused whole, naming each wrong row', async () => {
    const answer = await submit([
      meetings('-3'),
      published,
      { indicator: 'X-9', actual: { kind: 'yes-no', value: true } },
      published,
    ]);
    expect(answer).toEqual({
      ok: false,
      error: {
        reason: 'invalid',
        message: '3 valori non sono accettabili',
        rows: [
          { indicator: 'A-1', message: 'un numero di incontri non può essere negativo' },
          { indicator: 'X-9', message: 'l’indicatore non fa parte di questo monitoraggio' },
          { indicator: 'A-2', message: 'l’indicatore compare due volte nello stesso modulo' },
        ],
      },
    });
    expect(await current()).toEqual([]);
    expect(await untakenSubmissions(register.db, ref)).toEqual([]);
  });

  it('without rows, or for a checkpoint that is not there, is refused', async () => {
    expect(await submit([])).toMatchObject({ ok: false, error: { reason: 'empty' } });
    expect(await submit([published], { checkpoint: 'mai-aperto' })).toMatchObject({
      ok: false,
      error: { reason: 'unknown-checkpoint' },
    });
  });

  it('with a character no database can hold is refused, not lost', async () => {
    expect(await submit([{ ...published, note: 'a\u0000b' }])).toMatchObject({
      ok: false,
      error: { reason: 'invalid' },
    });
    expect(await submit([{ indicator: 'A-1', actual: { kind: 'not-assessable', reason: 'x\u0000' } }])).toMatchObject({
      ok: false,
      error: { reason: 'invalid' },
    });
    expect(await submit([published], { lateReason: 'x\u0000' })).toMatchObject({
      ok: false,
      error: { reason: 'invalid' },
    });
    expect(await submit([{ ...published, note: 'perché 😀' }])).toMatchObject({ ok: true });
  });

  it('is refused once the checkpoint is closed, with the day it was in Rome, and taken again when it is reopened', async () => {
    await closeCheckpoint(register.db, ref, {
      at: '2016-05-20T22:00:00Z',
      by: 'carla',
      reason: 'un ufficio non risponde',
    });
    expect(await submit([published])).toEqual({
      ok: false,
      error: {
        reason: 'closed',
        message: 'il monitoraggio è stato chiuso il 21/05/2016: per una correzione rivolgersi al controllo di gestione',
        rows: [],
      },
    });
    expect(await missing()).toEqual(['A-1', 'A-2', 'A-3']);
    await reopenCheckpoint(register.db, ref);
    expect(await submit([published])).toMatchObject({ ok: true });
  });

  it('that met the closing half-way is either in before it or refused: never in after it', async () => {
    for (let round = 0; round < 5; round++) {
      await reopenCheckpoint(register.db, ref);
      const before = (await untakenSubmissions(register.db, ref)).length;
      const forms = Array.from({ length: 12 }, () => submit([published]));
      const closure = await closeCheckpoint(register.db, ref, { at: '2016-05-20T22:00:00Z', by: 'sistema' });
      const accepted = (await Promise.all(forms)).filter((answer) => answer.ok).length;
      expect(closure.untaken - before).toBe(accepted);
    }
  });

  it('closes once: a second closing answers the first', async () => {
    const first = await closeCheckpoint(register.db, ref, {
      at: '2016-05-20T22:00:00Z',
      by: 'carla',
      reason: 'completo',
    });
    const second = await closeCheckpoint(register.db, ref, {
      at: '2016-05-21T22:00:00Z',
      by: 'dario',
      reason: 'altro',
    });
    expect(second).toEqual(first);
    expect(await checkpointOf(register.db, ref)).toMatchObject({
      state: 'closed',
      closedBy: 'carla',
      closeReason: 'completo',
    });
  });

  it('is taken by its mark, so one with a lower number that commits later is not forgotten', async () => {
    await submit([meetings('1')]);
    await submit([meetings('2')]);
    const [low, high] = await untakenSubmissions(register.db, ref);
    if (low === undefined || high === undefined) throw new Error('two forms were expected');
    await markTaken(register.db, [high.submission]);
    expect((await untakenSubmissions(register.db, ref)).map((u) => u.submission)).toEqual([low.submission]);
    expect(await checkpointsWithUntaken(register.db)).toContainEqual(expect.objectContaining(ref));
    await markTaken(register.db, [low.submission, high.submission]);
    expect(await checkpointsWithUntaken(register.db)).not.toContainEqual(expect.objectContaining(ref));
  });
});

describe('a returned value', () => {
  const register = aRegister();
  let ref = { cycle: '', checkpoint: '' };
  beforeAll(async () => {
    ref = await aCheckpoint(register.db, await aCycle(register.db));
  });
  const submit = (value: string) =>
    submitMeasurements(register.db, {
      ...ref,
      officer: 'carla',
      at: '2016-05-03T08:00:00Z',
      simulated: false,
      channel: 'form',
      rows: [meetings(value)],
    });
  const giveBack = (remark: string) =>
    returnMeasurement(register.db, {
      ...ref,
      indicator: 'A-1',
      returnedBy: 'bruno',
      remark,
      at: '2016-05-04T08:00:00Z',
    });

  it('needs a value and a remark', async () => {
    expect(await giveBack('perché?')).toEqual({
      ok: false,
      error: 'l’indicatore A-1 non ha ancora un valore da restituire',
    });
    await submit('99');
    expect(await giveBack('  ')).toMatchObject({ ok: false });
  });

  it('no longer holds, and does not bring back the one its officer had replaced', async () => {
    await submit('90');
    expect(await giveBack('sembra la somma di due anni')).toMatchObject({
      ok: true,
      value: { officer: 'carla', actual: { value: '90' } },
    });
    expect(await giveBack('di nuovo')).toMatchObject({ ok: true, value: { actual: { value: '90' } } });
    expect(await currentMeasurements(register.db, ref)).toEqual([]);
    expect(await missingIndicators(register.db, ref)).toContainEqual({
      indicator: 'A-1',
      name: 'Incontri con le imprese',
      office: 'promozione',
      remark: 'sembra la somma di due anni',
    });
  });

  it('is replaced by the next one', async () => {
    await submit('9');
    expect(await currentMeasurements(register.db, ref)).toMatchObject([{ actual: { value: '9' } }]);
    expect((await missingIndicators(register.db, ref)).map((m) => m.indicator)).toEqual(['A-2', 'A-3']);
  });
});

describe('a checkpoint', () => {
  const register = aRegister();

  it('keeps what it froze when it is opened again', async () => {
    const ref = await aCheckpoint(register.db, await aCycle(register.db));
    const frozen = await frozenIndicators(register.db, ref);
    await aCheckpoint(register.db, ref.cycle);
    expect(await frozenIndicators(register.db, ref)).toEqual(frozen);
    expect(frozen.map((f) => f.indicator)).toEqual(['A-1', 'A-2', 'A-3']);
    expect(frozen[2]).toEqual({ indicator: 'A-3', name: 'Da definire', office: 'isr', target: 'Kpi non definito' });
    expect((await frozenIndicators(register.db, ref, ['promozione'])).map((f) => f.indicator)).toEqual(['A-1']);
    expect(await frozenIndicators(register.db, ref, [])).toEqual([]);
  });
});
