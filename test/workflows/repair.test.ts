import { ApplicationFailure, CancelledFailure, Context } from '@temporalio/activity';
import { describe, expect, test } from 'vitest';
import { REFUSED } from '../../src/domain/refusal.js';
import {
  cancelUpdate,
  checkpointQuery,
  extendUpdate,
  remindUpdate,
  reopenUpdate,
  restartUpdate,
} from '../../src/workflows/messages.js';
import { aMoment, aServer, calendarOf, realTime, until } from './at-work.js';
import { type Office, office, owner, refusal, step } from './office.js';

const server = aServer();

const first = step('task', { id: 'prima', dueOn: '2015-12-10' });
const second = step('task', { id: 'seconda', dueOn: '2015-12-31', after: ['prima'] });
const third = step('task', { id: 'terza', dueOn: '2015-12-31' });
const collection = step('checkpoint', {
  id: 'rilevazione',
  dueOn: '2016-01-31',
  checkpoint: { ordinal: 3, from: '2015-01-01', to: '2015-12-31' },
});

const actionsOf = (o: Office, id: string): readonly string[] =>
  o.changes.filter((c) => c.step === id).map((c) => c.change.action);
const opened = (o: Office, id: string) => (): boolean => actionsOf(o, id).includes('opened');

describe('a step that breaks down', () => {
  test('is failed, with why, and told; the others go on, and by an act it is started again where it was', async () => {
    const o = office();
    await server.run(o, async ({ start, step: handle, steps, complete }) => {
      const cycle = await start({ calendar: calendarOf(first, second, third), clock: realTime() });
      await until(opened(o, 'prima'));
      await handle('prima').terminate('chiusa per errore');
      await until(async () => (await steps(cycle)).get('prima')?.status === 'failed');
      await until(() => o.waves.some((w) => w.kind === 'failed'));
      expect(o.changes.find((c) => c.change.action === 'failed')?.change).toMatchObject({
        status: 'failed',
        reason: 'interrotta dal gestore del sistema',
      });
      await complete('terza');
      await until(async () => (await steps(cycle)).get('terza')?.status === 'done');
      expect((await cycle.describe()).status.name).toBe('RUNNING');
      const again = { step: 'terza', reason: 'prova', actor: owner };
      expect(await refusal(cycle.executeUpdate(restartUpdate, { args: [again] }))).toContain('non è interrotta');
      const noReason = { step: 'prima', reason: ' ', actor: owner };
      expect(await refusal(cycle.executeUpdate(restartUpdate, { args: [noReason] }))).toContain('motivo');
      const run = await cycle.executeUpdate(restartUpdate, {
        args: [{ step: 'prima', reason: 'tolta la causa', actor: owner }],
      });
      expect(run).toBe(1);
      await until(() => actionsOf(o, 'prima').includes('resumed'));
      await complete('prima');
      await until(opened(o, 'seconda'));
      await complete('seconda');
      expect(await cycle.result()).toMatchObject({ status: 'closed' });
      expect(actionsOf(o, 'prima')).toEqual(['opened', 'failed', 'restarting', 'resumed', 'completed']);
    });
  });

  test('cancelled from Temporal’s pages it is not done for those after it', async () => {
    const o = office();
    await server.run(o, async ({ start, step: handle, steps, complete }) => {
      const cycle = await start({ calendar: calendarOf(first, second), clock: realTime() });
      await until(opened(o, 'prima'));
      await handle('prima').cancel();
      await until(async () => (await steps(cycle)).get('prima')?.status === 'cancelled');
      await until(() => o.waves.some((w) => w.kind === 'failed'));
      await aMoment();
      expect(actionsOf(o, 'seconda')).toEqual([]);
      await cycle.executeUpdate(restartUpdate, { args: [{ step: 'prima', reason: 'era un errore', actor: owner }] });
      await until(() => actionsOf(o, 'prima').includes('resumed'));
      await complete('prima');
      await until(opened(o, 'seconda'));
      await complete('seconda');
      expect(await cycle.result()).toMatchObject({ status: 'closed' });
    });
  });

  test('before a board it goes on after the rounds already settled', async () => {
    const board = step('approval', { id: 'approva', document: 'piano', board: 'giunta', recorder: 'segretario' });
    const rounds: number[] = [];
    const o: Office = office({
      roundsHeld: async () => 1,
      freezeDocument: async (_ref, _step, round) => {
        rounds.push(round);
        return { kind: 'piano', title: 'Piano', hash: 'a'.repeat(64), frozenOn: '2015-12-01', preparedBy: [] };
      },
    });
    await server.run(o, async ({ start, step: handle, steps }) => {
      const cycle = await start({ calendar: calendarOf(board), clock: realTime() });
      await until(() => rounds.length === 1);
      await handle('approva').terminate('guasto');
      await until(async () => (await steps(cycle)).get('approva')?.status === 'failed');
      await cycle.executeUpdate(restartUpdate, { args: [{ step: 'approva', reason: 'ripresa', actor: owner }] });
      await until(() => rounds.length === 2);
      expect(rounds).toEqual([1, 2]);
      await cycle.terminate();
    });
  });
});

describe('a cycle that is started again', () => {
  test('goes on from where its steps stood: what is done stays done, what had begun is resumed with its dates', async () => {
    const o = office();
    const extended = { ...third, dueOn: '2016-02-10', dueAt: '2016-02-10T22:59:59Z' } as const;
    await server.run(o, async ({ start, steps, complete }) => {
      const cycle = await start({
        calendar: calendarOf(first, second, third),
        clock: realTime(),
        standing: [
          { step: first, status: 'done', run: 2, roundsHeld: 0 },
          { step: second, status: 'waiting', run: 0, roundsHeld: 0 },
          { step: extended, status: 'late', run: 2, roundsHeld: 0 },
        ],
      });
      await until(opened(o, 'seconda'));
      await until(() => actionsOf(o, 'terza').includes('resumed'));
      expect(actionsOf(o, 'prima')).toEqual([]);
      expect((await steps(cycle)).get('prima')).toMatchObject({ status: 'done', run: 2 });
      expect(o.changes.find((c) => c.step === 'terza')?.change).toMatchObject({
        run: 2,
        status: 'late',
        dueOn: '2016-02-10',
      });
      await complete('seconda');
      await complete('terza');
      expect(await cycle.result()).toMatchObject({ status: 'closed' });
    });
  });

  test('leaves what had failed to whoever starts it again', async () => {
    const o = office();
    await server.run(o, async ({ start, steps, complete }) => {
      const cycle = await start({
        calendar: calendarOf(first),
        clock: realTime(),
        standing: [{ step: first, status: 'failed', run: 1, roundsHeld: 0 }],
      });
      await aMoment();
      expect((await steps(cycle)).get('prima')?.status).toBe('failed');
      expect(actionsOf(o, 'prima')).toEqual([]);
      await cycle.executeUpdate(restartUpdate, { args: [{ step: 'prima', reason: 'ripresa', actor: owner }] });
      await until(() => actionsOf(o, 'prima').includes('resumed'));
      await complete('prima');
      expect(await cycle.result()).toMatchObject({ status: 'closed' });
    });
  });
});

describe('the end of a cycle', () => {
  test('cancelled while a checkpoint collects, both end', async () => {
    const o = office();
    await server.run(o, async ({ start, step: handle }) => {
      const cycle = await start({ calendar: calendarOf(collection, first), clock: realTime() });
      await until(async () =>
        handle('rilevazione')
          .query(checkpointQuery)
          .then(
            ({ phase }) => phase === 'collecting',
            () => false,
          ),
      );
      await cycle.executeUpdate(cancelUpdate, { args: [{ reason: 'accorpamento', actor: owner }] });
      expect(await cycle.result()).toMatchObject({ status: 'cancelled' });
      expect(actionsOf(o, 'rilevazione').at(-1)).toBe('cancelled');
      expect((await handle('rilevazione').describe()).status.name).toBe('COMPLETED');
    });
  });

  test('a step opened again while the last announcement waits for the mail server keeps the cycle going', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const o = office({
      notify: async (wave) => {
        if (wave.kind === 'published') await held;
        return { sent: 1, failed: 0, uncertain: 0 };
      },
    });
    const published = step('publication', { id: 'pubblica', document: 'piano', dueOn: '2015-12-31' });
    await server.run(o, async ({ start, steps, complete }) => {
      const cycle = await start({ calendar: calendarOf(first, published), clock: realTime() });
      await until(opened(o, 'prima'));
      await complete('prima', 'k1');
      await until(async () => [...(await steps(cycle)).values()].every((s) => s.status === 'done'));
      await cycle.executeUpdate(reopenUpdate, {
        args: [{ step: 'prima', dueOn: '2016-02-10', reason: 'dati errati', actor: owner }],
      });
      await until(() => actionsOf(o, 'prima').includes('reopened'));
      release();
      await aMoment();
      expect((await cycle.describe()).status.name).toBe('RUNNING');
      await complete('prima', 'k2');
      expect(await cycle.result()).toMatchObject({ status: 'closed' });
      expect(actionsOf(o, 'prima')).not.toContain('cancelled');
      expect(o.calls.at(-1)).toBe('cycle closed');
    });
  });
});

describe('an extension', () => {
  test('of a step that has just ended is refused with a sentence, and nothing else happens', async () => {
    const o: Office = office({
      recordStep: async (_ref, dated, change) => {
        const done = o.changes.some((c) => c.step === dated.id && c.change.status === 'done');
        if (change.action === 'extended' && done)
          throw ApplicationFailure.nonRetryable('l’attività è conclusa: si riapre', REFUSED);
        o.changes.push({ step: dated.id, change });
      },
      // The mail server is silent: a mail in the air ends only with its own time.
      notify: async (wave) => {
        if (wave.kind !== 'reminder') return { sent: 1, failed: 0, uncertain: 0 };
        const { cancellationSignal, heartbeat } = Context.current();
        const beat = setInterval(() => heartbeat(), 200);
        await new Promise<void>((resolve) => cancellationSignal.addEventListener('abort', () => resolve()));
        await aMoment(3_000);
        clearInterval(beat);
        throw new CancelledFailure('CANCELLED');
      },
    });
    await server.run(o, async ({ start, step: handle, steps, complete }) => {
      const cycle = await start({ calendar: calendarOf(first, third), clock: realTime() });
      await until(opened(o, 'prima'));
      await handle('prima').executeUpdate(remindUpdate, { args: [{ key: 'r', actor: owner }] });
      await complete('prima');
      await until(() => actionsOf(o, 'prima').includes('completed'));
      const extension = { step: 'prima', dueOn: '2016-01-20', reason: 'serve tempo', actor: owner } as const;
      expect(await refusal(cycle.executeUpdate(extendUpdate, { args: [extension] }))).toContain('è conclusa');
      await until(async () => (await steps(cycle)).get('prima')?.status === 'done');
      expect((await steps(cycle)).get('prima')?.dueOn).toBe('2015-12-10');
      await complete('terza');
      expect(await cycle.result()).toMatchObject({ status: 'closed' });
    });
  });

  test('on record is granted, also when the step ends before it hears of it', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const o: Office = office({
      recordStep: async (_ref, dated, change) => {
        o.changes.push({ step: dated.id, change });
        if (change.action === 'extended') await held;
      },
    });
    await server.run(o, async ({ start, step: handle, complete, steps }) => {
      const cycle = await start({ calendar: calendarOf(first, third), clock: realTime() });
      await until(opened(o, 'prima'));
      const extended = cycle.executeUpdate(extendUpdate, {
        args: [{ step: 'prima', dueOn: '2016-01-20', reason: 'serve tempo', actor: owner }],
      });
      await until(() => actionsOf(o, 'prima').includes('extended'));
      await complete('prima');
      await handle('prima').result();
      release();
      expect(await extended).toBe('2016-01-20');
      await complete('terza');
      expect(await cycle.result()).toMatchObject({ status: 'closed' });
      expect((await steps(cycle)).get('prima')?.status).toBe('done');
    });
  });

  test('and another in the same second are two lines of the log', async () => {
    const o = office();
    await server.run(o, async ({ start }) => {
      const cycle = await start({ calendar: calendarOf(first), clock: realTime() });
      await until(opened(o, 'prima'));
      for (let day = 20; day < 24; day++) {
        await cycle.executeUpdate(extendUpdate, {
          args: [{ step: 'prima', dueOn: `2016-01-${day}`, reason: `proroga al ${day}`, actor: owner }],
        });
      }
      const keys = o.changes.filter((c) => c.change.action === 'extended').map((c) => c.change.key);
      expect(keys).toHaveLength(4);
      expect(new Set(keys).size).toBe(4);
      await cycle.terminate();
    });
  });
});
