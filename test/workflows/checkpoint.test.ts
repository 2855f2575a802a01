import { describe, expect, test } from 'vitest';
import { checkpoint } from '../../src/workflows/index.js';
import { arrivedSignal, closeUpdate, returnValueUpdate, stepQuery } from '../../src/workflows/messages.js';
import {
  clockFrom,
  eachOnItsOwnServer,
  input,
  type Office,
  office,
  owner,
  refusal,
  step,
  withWorker,
} from './office.js';

const server = eachOnItsOwnServer();

describe('a checkpoint', () => {
  const dated = step('checkpoint', {
    dueOn: '2016-01-31',
    checkpoint: { ordinal: 3, from: '2015-01-01', to: '2015-12-31' },
  });

  test('computes when the last value has arrived, and asks a corrective action for what is red', async () => {
    const o = office();
    await withWorker(server.env, o, async (taskQueue) => {
      const handle = await server.env.client.workflow.start(checkpoint, {
        taskQueue,
        workflowId: 'checkpoint-complete',
        args: [input(await clockFrom(server.env), dated)],
      });
      await server.env.sleep('2 days');
      o.missing = 1;
      await handle.signal(arrivedSignal);
      await server.env.sleep('2 days');
      expect(o.calls).toEqual([]);
      o.missing = 0;
      await handle.signal(arrivedSignal);
      expect(await handle.result()).toMatchObject({
        outcome: 'grado di realizzazione 91,50%, copertura 100,00%',
        announcements: [{ kind: 'corrective-action', indicators: ['3.2.1-01'] }],
      });
    });
    expect(o.calls).toEqual(['close prova-checkpoint', 'assess']);
  });

  test('reads its automatic sources before it asks, and takes what needs no confirmation', async () => {
    const o: Office = office({
      collectAutomatic: async (_ref, dated, run) => {
        expect(o.waves).toEqual([]);
        o.calls.push(`collect ${dated.id} ${run}`);
        o.missing = 0;
        return { sources: 1, read: 1, failed: 0 };
      },
    });
    await withWorker(server.env, o, async (taskQueue) => {
      const handle = await server.env.client.workflow.start(checkpoint, {
        taskQueue,
        workflowId: 'checkpoint-automatic',
        args: [input(await clockFrom(server.env), dated)],
      });
      await handle.result();
    });
    expect(o.calls).toEqual(['collect prova-checkpoint 1', 'close prova-checkpoint', 'assess']);
  });

  test('of a body without sources asks its officers at once, and waits for no collection', async () => {
    const o: Office = office({
      openCheckpoint: async () => ({ expected: 2, missing: 2, sources: 0 }),
      collectAutomatic: async () => {
        o.calls.push('collect');
        return { sources: 0, read: 0, failed: 0 };
      },
    });
    await withWorker(server.env, o, async (taskQueue) => {
      const handle = await server.env.client.workflow.start(checkpoint, {
        taskQueue,
        workflowId: 'checkpoint-by-hand',
        args: [input(await clockFrom(server.env), dated)],
      });
      await server.env.sleep('1 day');
      expect(o.waves.map(({ kind }) => kind)).toContain('opening');
      o.missing = 0;
      await handle.signal(arrivedSignal);
      await handle.result();
    });
    expect(o.calls).toEqual(['close prova-checkpoint', 'assess']);
  });

  test('asks its officers also when collecting breaks down', async () => {
    const o = office({
      collectAutomatic: async () => {
        throw new Error('guasto');
      },
    });
    await withWorker(server.env, o, async (taskQueue) => {
      const handle = await server.env.client.workflow.start(checkpoint, {
        taskQueue,
        workflowId: 'checkpoint-broken-sources',
        args: [input(await clockFrom(server.env), dated)],
      });
      await server.env.sleep('2 days');
      expect(o.waves.map((w) => w.kind)).toContain('opening');
      o.missing = 0;
      await handle.signal(arrivedSignal);
      await handle.result();
    });
    expect(o.calls).toEqual(['close prova-checkpoint', 'assess']);
  });

  test('a returned value is missing again, and its officer is told why', async () => {
    const o = office();
    await withWorker(server.env, o, async (taskQueue) => {
      const handle = await server.env.client.workflow.start(checkpoint, {
        taskQueue,
        workflowId: 'checkpoint-returned',
        args: [input(await clockFrom(server.env), dated)],
      });
      await server.env.sleep('2 days');
      o.missing = 1;
      await handle.signal(arrivedSignal);
      await server.env.sleep('1 day');
      const remark = { indicator: '1.1.1-01', remark: 'manca la rassegna', actor: owner };
      await handle.executeUpdate(returnValueUpdate, { args: [remark] });
      expect(await refusal(handle.executeUpdate(returnValueUpdate, { args: [{ ...remark, remark: ' ' }] }))).toContain(
        'osservazione',
      );
      await server.env.sleep('1 day');
      expect(o.waves.at(-1)).toMatchObject({
        kind: 'value-returned',
        remark: 'manca la rassegna',
        indicators: ['1.1.1-01'],
      });
      o.missing = 0;
      await handle.signal(arrivedSignal);
      await handle.result();
    });
    expect(o.calls).toEqual(['close prova-checkpoint', 'assess']);
  });

  test('late, it is closed by hand with reasons and computes on what there is', async () => {
    const o = office();
    await withWorker(server.env, o, async (taskQueue) => {
      const handle = await server.env.client.workflow.start(checkpoint, {
        taskQueue,
        workflowId: 'checkpoint-by-hand',
        args: [input(await clockFrom(server.env), dated)],
      });
      await server.env.sleep('70 days');
      expect((await handle.query(stepQuery)).status).toBe('late');
      expect(await refusal(handle.executeUpdate(closeUpdate, { args: [{ reason: '', actor: owner }] }))).toContain(
        'motivi',
      );
      await handle.executeUpdate(closeUpdate, { args: [{ reason: 'nessuna risposta', actor: owner }] });
      await handle.result();
    });
    expect(o.calls).toEqual(['close prova-checkpoint by paola.bertoni: nessuna risposta', 'assess']);
    expect(o.waves.map((w) => w.kind)).toEqual(
      expect.arrayContaining(['opening', 'reminder', 'late', 'escalation-manager']),
    );
  });
});
