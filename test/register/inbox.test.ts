import { beforeAll, describe, expect, it } from 'vitest';
import { openRegister } from '../../src/register/database.js';
import { Inbox } from '../../src/register/inbox.js';
import { currentMeasurements, submitByMembership, submitMeasurements } from '../../src/register/measurements.js';
import { addSubstitution } from '../../src/register/people.js';
import { seeing } from '../../src/register/sight.js';
import type { Submission } from '../../src/register/submission.js';
import { aCheckpoint, aCycle } from './fixtures.js';
import { aRegister } from './register.js';

const ON = '2016-05-03';
const WHO = { entity: 'prova', on: ON } as const;

describe('forms that arrive together', () => {
  const register = aRegister();
  let ref = { cycle: '', checkpoint: '' };

  beforeAll(async () => {
    ref = await aCheckpoint(register.db, await aCycle(register.db));
  });

  const form = (value: number, more: Partial<Submission> = {}): Submission => ({
    ...ref,
    officer: 'carla',
    at: '2016-05-03T08:00:00Z',
    simulated: true,
    channel: 'form',
    rows: [{ indicator: 'A-1', actual: { kind: 'number', value: String(value) } }],
    ...more,
  });

  it('get a receipt each, with their own numbers and values', async () => {
    const receipts = await Promise.all(
      Array.from({ length: 100 }, (_, n) => submitMeasurements(register.db, form(n, { key: `insieme-${n}` }))),
    );
    const numbers = receipts.map((r) => (r.ok ? r.value.submission : undefined));
    expect(new Set(numbers).size).toBe(100);
    const rows = await register.db
      .selectFrom('submissions as s')
      .innerJoin('measurements as m', 'm.submission', 's.id')
      .select(['s.id', 's.key', 'm.actual'])
      .where('s.key', 'like', 'insieme-%')
      .execute();
    for (const { id, key, actual } of rows) {
      const n = Number(key?.slice('insieme-'.length));
      expect(numbers[n]).toBe(id);
      expect(actual).toEqual({ kind: 'number', value: String(n) });
    }
  });

  it('stand in the order of their receipts: what is sent after a receipt replaces what that was for', async () => {
    for (const n of [1, 2, 3]) {
      await Promise.all([submitMeasurements(register.db, form(n)), submitMeasurements(register.db, form(n))]);
      expect((await currentMeasurements(register.db, ref))[0]?.actual).toEqual({ kind: 'number', value: String(n) });
    }
  });

  it('do not wait for each other for ever when two statements hold the same keys in another order', async () => {
    const keys = Array.from({ length: 40 }, (_, n) => `incrocio-${n}`);
    const sent = [...keys, ...keys.toReversed(), ...keys].map((key) =>
      submitMeasurements(register.db, form(3, { key })),
    );
    const numbers = (await Promise.all(sent)).map((r) => (r.ok ? r.value.submission : undefined));
    expect(new Set(numbers).size).toBe(40);
  });

  it('count once when they have the same key, and both get the same receipt', async () => {
    const [first, second] = await Promise.all([
      submitMeasurements(register.db, form(7, { key: 'doppio' })),
      submitMeasurements(register.db, form(7, { key: 'doppio' })),
    ]);
    expect(first.ok).toBe(true);
    expect(second).toEqual(first);
  });

  it('are refused with a key that somebody else has used', async () => {
    await submitMeasurements(register.db, form(7, { key: 'di-carla' }));
    const other = await submitMeasurements(
      register.db,
      form(8, { key: 'di-carla', officer: 'bruno', rows: [{ indicator: 'A-3', actual: { kind: 'not-yet' } }] }),
    );
    expect(other).toMatchObject({ ok: false, error: { reason: 'invalid' } });
  });

  it('do not fall with one that the register can not hold', async () => {
    const good = [1, 2, 3].map((n) => submitMeasurements(register.db, form(n)));
    // Finer than a second: the column's own check refuses it.
    const bad = submitMeasurements(register.db, form(4, { at: '2016-05-03T08:00:00.5Z' as Submission['at'] }));
    await expect(bad).rejects.toThrow('instant_check');
    expect((await Promise.all(good)).every((r) => r.ok)).toBe(true);
  });

  it('are taken by membership only for the offices their officer answers for that day', async () => {
    expect(await submitByMembership(register.db, form(9), WHO)).toMatchObject({ ok: true });
    expect(await submitByMembership(register.db, form(9, { officer: 'bruno' }), WHO)).toBe('not-by-membership');
    expect(await submitByMembership(register.db, form(9, { officer: 'nessuno' }), WHO)).toBe('not-by-membership');
    expect(await submitByMembership(register.db, form(9, { actingFor: 'bruno' }), WHO)).toBe('not-by-membership');
  });

  it('leave what a substitution touches to who looks closer', async () => {
    await addSubstitution(register.db, 'prova', {
      absent: 'carla',
      substitute: 'dario',
      from: '2016-06-01',
      to: '2016-06-30',
      reason: 'ferie',
    });
    const june = { entity: 'prova', on: '2016-06-10' } as const;
    expect(await submitByMembership(register.db, form(9), june)).toBe('not-by-membership');
    expect(await submitByMembership(register.db, form(9), { ...june, on: '2016-07-01' })).toMatchObject({ ok: true });
  });

  it('are taken also when they are of two bodies, of which whoever sent the first sees one alone', async () => {
    const other = await aCheckpoint(register.db, await aCycle(register.db, 'altra'));
    const { db, close } = await openRegister({ url: register.url, schema: register.schema, unsaid: 'nothing' });
    const inbox = new Inbox(db);
    const bodies = [
      ['prova', ref],
      ['altra', other],
    ] as const;
    const sent = bodies.flatMap(([entity, place]) =>
      seeing(entity, () => [
        inbox.take({ ...form(1, place), key: `${entity}-insieme` }),
        inbox.take({
          ...form(2, place),
          key: `${entity}-in-proprio`,
          byMembership: { entity, on: ON, offices: ['promozione'] },
        }),
      ]),
    );
    const taken = await Promise.all(sent);
    await close();
    expect(taken).toEqual(taken.map(() => ({ submission: expect.any(Number) })));
  });
});
