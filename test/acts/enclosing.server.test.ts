import { beforeAll, describe, expect, test } from 'vitest';
import type { Actions } from '../../src/acts/actions.js';
import { NotYetRecorded } from '../../src/acts/awaited.js';
import { carryOut } from '../../src/acts/carry-out.js';
import type { SentFile, Written } from '../../src/acts/field.js';
import { complete } from '../../src/acts/step/complete.js';
import type { CompleteCommand } from '../../src/domain/acting.js';
import type { Instant } from '../../src/domain/calendar/types.js';
import { err, ok } from '../../src/domain/result.js';
import { keepEnclosed } from '../../src/office/enclosed.js';
import { attachmentsOf } from '../../src/register/acts.js';
import { awaitAct, settleAct } from '../../src/register/awaited-acts.js';
import { inTransaction } from '../../src/register/database.js';
import { delayReasonsOf } from '../../src/register/delays.js';
import { dropEnclosuresBy, dropForgottenEnclosures, holdEnclosures } from '../../src/register/enclosures.js';
import { logOf } from '../../src/register/log.js';
import { setStepState, stepOf } from '../../src/register/steps.js';
import { aCycle } from '../register/fixtures.js';
import { aRegister } from '../register/register.js';

const CYCLE = 'prova/2016';
const AT: Instant = '2016-05-10T10:00:00Z';
const FILE: SentFile = { name: 'elenco.csv', mime: 'text/csv', bytes: Buffer.from('a;b') };

describe('what comes with the end of a task', () => {
  const register = aRegister();
  const person = 'carla';

  beforeAll(async () => {
    await aCycle(register.db, 'prova');
    await setStepState(register.db, CYCLE, 'analisi', { status: 'late', dueOn: '2016-05-01' });
  });

  const waiting = async () => (await register.db.selectFrom('enclosures').select(['key', 'kind']).execute()).length;
  const kept = async () => ({
    files: (await attachmentsOf(register.db, CYCLE, 'analisi')).map(({ name }) => name),
    reasons: (await delayReasonsOf(register.db, CYCLE, 'analisi')).map(({ reason }) => reason),
  });
  const NOTHING = { files: [], reasons: [] };
  let asked: CompleteCommand | undefined;

  /** Concludes the task with a file and a reason; the workflow answers as it is told. */
  async function conclude(key: string, answers: Actions['complete']) {
    const step = await stepOf(register.db, CYCLE, 'analisi');
    if (step === undefined) throw new Error('no such step');
    const written: Readonly<Record<string, Written>> = {
      note: { texts: ['fatto'], files: [] },
      lateReason: { texts: ['sito fermo'], files: [] },
      files: { texts: [], files: [ok(FILE)] },
    };
    const place = {
      register: { db: register.db, schema: register.schema, close: async () => undefined },
      // Of what a workflow may be asked only its end is.
      actions: { complete: answers } as unknown as Actions,
      entity: 'prova',
      subject: { ref: { space: register.schema, entity: 'prova', exercise: 2016 }, step },
      today: '2016-05-10',
      at: AT,
      simulated: true,
    } as const;
    return await carryOut(complete, { ...place, person, key }, (name) => written[name] ?? { texts: [], files: [] });
  }

  test('goes when the workflow refuses: there is no file, no reason and no row', async () => {
    let there = 0;
    const refused = await conclude('a', async () => {
      there = await waiting();
      return err('l’attività risulta già conclusa');
    });
    expect(there).toBe(2);
    expect(refused.ok).toBe(false);
    expect([await waiting(), await kept()]).toEqual([0, NOTHING]);
  });

  test('waits as long as the act does, and goes with it when it is refused or given up', async () => {
    for (const [key, outcome] of [
      ['b', { state: 'refused', refusal: 'troppo tardi' }],
      ['c', { state: 'given-up' }],
    ] as const) {
      const late = conclude(key, async (_ref, _step, actor, note, sent) => {
        const command = { key: sent, actor, note };
        const act = { workflow: 'w', run: null, act: 'complete', cycle: CYCLE, step: 'analisi', person, askedAt: AT };
        throw new NotYetRecorded(await awaitAct(register.db, { id: key.repeat(64), command, ...act }));
      });
      await expect(late).rejects.toThrow(NotYetRecorded);
      await register.owner.query(`update enclosures set recorded_at = now() - interval '40 days'`);
      expect(await dropForgottenEnclosures(register.db)).toBe(0);
      expect(await waiting()).toBe(2);
      expect(await settleAct(register.db, key.repeat(64), outcome)).toBe(true);
      expect(await settleAct(register.db, key.repeat(64), outcome)).toBe(false);
      expect([await waiting(), await kept()]).toEqual([0, NOTHING]);
    }
  });

  test('is kept in the transaction that records the end, or not at all', async () => {
    const accepted = await conclude('d', async (_ref, _step, actor, note, key) => {
      asked = { actor, note, key };
      return ok(undefined);
    });
    expect(accepted.ok).toBe(true);
    const step = { id: 'analisi', title: 'Analisi', cycle: CYCLE };
    const record = (fails: boolean) =>
      inTransaction(register.db, async (tx) => {
        await keepEnclosed(tx, step, asked?.actor, AT);
        if (fails) throw new Error('the disk is full');
      });
    await expect(record(true)).rejects.toThrow('the disk is full');
    expect([await waiting(), await kept()]).toEqual([2, NOTHING]);
    await record(false);
    expect([await waiting(), await kept()]).toEqual([0, { files: ['elenco.csv'], reasons: ['sito fermo'] }]);
    const [line] = (await logOf(register.db, { cycle: CYCLE })).filter(({ action }) => action === 'delay-reason-added');
    expect(line).toMatchObject({ actor: person, detail: { reason: 'sito fermo' } });
  });

  test('of an act nobody heard of again goes after a month', async () => {
    const broken = conclude('e', async () => {
      throw new Error('the process ends');
    });
    await expect(broken).rejects.toThrow('the process ends');
    expect(await dropForgottenEnclosures(register.db)).toBe(0);
    await register.owner.query(`update enclosures set recorded_at = now() - interval '31 days'`);
    expect(await dropForgottenEnclosures(register.db)).toBe(2);
  });

  test('waits for as long as it takes where its cycle has not begun', async () => {
    const [key, cycle] = ['prova/2017/analisi/done-earlier', 'prova/2017'];
    const enclosed = [{ kind: 'attachment', file: FILE }] as const;
    await holdEnclosures(register.db, {
      key,
      cycle,
      step: 'analisi',
      run: 1,
      person,
      actingFor: undefined,
      at: AT,
      enclosed,
    });
    await register.owner.query(`update enclosures set recorded_at = now() - interval '400 days'`);
    expect(await dropForgottenEnclosures(register.db)).toBe(0);
    expect(await dropEnclosuresBy(register.db, 'prova', person)).toBe(1);
  });
});
