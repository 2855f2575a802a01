import { ApplicationFailure } from '@temporalio/client';
import { describe, expect, test } from 'vitest';
import type { Decision } from '../../src/domain/decision.js';
import { approval } from '../../src/workflows/index.js';
import { approvalQuery, decideUpdate, resubmitUpdate } from '../../src/workflows/messages.js';
import { clockFrom, eachOnItsOwnServer, input, office, owner, refusal, step, withWorker } from './office.js';

const server = eachOnItsOwnServer();

describe('an approval', () => {
  const decision = (over: Partial<Decision>): Decision => ({
    key: 'd1',
    outcome: 'approved',
    decidedBy: 'segretaria.giunta',
    documentHash: '1'.repeat(64),
    recordedOn: '2015-12-05',
    actNumber: '12',
    actDate: '2015-12-05',
    ...over,
  });
  const dated = step('approval', { board: 'giunta', document: 'piano' });

  test('rejected with remarks, revised, comes again as the second round and is approved', async () => {
    const o = office();
    await withWorker(server.env, o, async (taskQueue) => {
      const handle = await server.env.client.workflow.start(approval, {
        taskQueue,
        workflowId: 'approval-two-rounds',
        args: [input(await clockFrom(server.env), dated)],
      });
      await server.env.sleep('4 days');
      const rejected = decision({ outcome: 'rejected', remarks: 'mancano le risorse' });
      expect(await handle.executeUpdate(decideUpdate, { args: [rejected] })).toMatchObject({
        outcome: 'rejected',
        round: 1,
      });
      expect(await refusal(handle.executeUpdate(decideUpdate, { args: [decision({ key: 'd2' })] }))).toContain(
        'respinto',
      );
      await server.env.sleep('3 days');
      await handle.executeUpdate(resubmitUpdate, { args: [{ key: 'r', actor: owner, note: 'integrato' }] });
      await server.env.sleep('1 day');
      expect(await handle.query(approvalQuery)).toMatchObject({ phase: 'before-board', round: 2 });
      const stale = decision({ key: 'd3' });
      expect(await refusal(handle.executeUpdate(decideUpdate, { args: [stale] }))).toContain('impronta');
      const second = decision({
        key: 'd4',
        documentHash: '2'.repeat(64),
        recordedOn: '2015-12-10',
        actDate: '2015-12-09',
      });
      await handle.executeUpdate(decideUpdate, { args: [second] });
      expect(await handle.result()).toMatchObject({
        outcome: 'approvato con atto n. 12 del 09/12/2015',
        roundsHeld: 2,
        announcements: [{ kind: 'decision-taken' }],
      });
    });
    expect(o.decisions.map((d) => [d.round, d.decision.outcome])).toEqual([
      [1, 'rejected'],
      [2, 'approved'],
    ]);
    expect(o.waves.map((w) => w.kind)).toEqual(expect.arrayContaining(['opening', 'to-revise']));
  });

  test('deferred to a day, it is asked again on that day', async () => {
    const o = office();
    await withWorker(server.env, o, async (taskQueue) => {
      const handle = await server.env.client.workflow.start(approval, {
        taskQueue,
        workflowId: 'approval-deferred',
        args: [input(await clockFrom(server.env), dated)],
      });
      await server.env.sleep('4 days');
      const deferred = decision({ outcome: 'deferred', deferredTo: '2015-12-18' });
      await handle.executeUpdate(decideUpdate, { args: [deferred] });
      await server.env.sleep('15 days');
      expect(o.waves.find((w) => w.kind === 'deferred-again')?.at.slice(0, 10)).toBe('2015-12-18');
      await handle.executeUpdate(decideUpdate, {
        args: [decision({ key: 'd2', recordedOn: '2015-12-20', actDate: '2015-12-18' })],
      });
      await handle.result();
    });
    expect(o.decisions.map((d) => d.decision.outcome)).toEqual(['deferred', 'approved']);
  });

  test('a decision sent twice counts once', async () => {
    const o = office();
    await withWorker(server.env, o, async (taskQueue) => {
      const handle = await server.env.client.workflow.start(approval, {
        taskQueue,
        workflowId: 'approval-double-click',
        args: [input(await clockFrom(server.env), dated)],
      });
      await server.env.sleep('4 days');
      const deferred = decision({ outcome: 'deferred', deferredTo: '2015-12-18' });
      const first = await handle.executeUpdate(decideUpdate, { args: [deferred] });
      const again = await handle.executeUpdate(decideUpdate, { args: [deferred] });
      expect(again).toEqual(first);
      await handle.cancel();
      await handle.result();
    });
    expect(o.decisions).toHaveLength(1);
  });

  test('two requests for the same decision at the same moment get the same receipt', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const o = office();
    const recordDecision = o.activities.recordDecision;
    const slow: typeof recordDecision = async (...args) => {
      await held;
      return await recordDecision(...args);
    };
    const slowly = Object.assign(o, { activities: { ...o.activities, recordDecision: slow } });
    await withWorker(server.env, slowly, async (taskQueue) => {
      const handle = await server.env.client.workflow.start(approval, {
        taskQueue,
        workflowId: 'approval-same-moment',
        args: [input(await clockFrom(server.env), dated)],
      });
      await server.env.sleep('4 days');
      const both = [1, 2].map(() => handle.executeUpdate(decideUpdate, { args: [decision({})] }));
      setTimeout(release, 1_500);
      const [first, again] = await Promise.all(both);
      expect(again).toEqual(first);
      await handle.result();
    });
    // A local activity may run more than once; the register keeps one row for each key.
    expect(new Set(o.decisions.map((d) => d.decision.key)).size).toBe(1);
  });

  test('who prepared the document does not decide on it, nor does their substitute for them', async () => {
    const o = office();
    await withWorker(server.env, o, async (taskQueue) => {
      const handle = await server.env.client.workflow.start(approval, {
        taskQueue,
        workflowId: 'approval-four-eyes',
        args: [input(await clockFrom(server.env), dated)],
      });
      await server.env.sleep('4 days');
      for (const who of [{ decidedBy: 'chi-prepara' }, { decidedBy: 'altro', actingFor: 'chi-prepara' }]) {
        expect(await refusal(handle.executeUpdate(decideUpdate, { args: [decision(who)] }))).toContain(
          'chi ha preparato',
        );
      }
      await handle.cancel();
      await handle.result();
    });
    expect(o.decisions).toHaveLength(0);
  });

  test('a decision the register could not take leaves the document before the board', async () => {
    let down = true;
    const o = office({
      recordDecision: async () => {
        if (down) throw ApplicationFailure.nonRetryable('il registro rifiuta', 'Refused');
        return {};
      },
    });
    await withWorker(server.env, o, async (taskQueue) => {
      const handle = await server.env.client.workflow.start(approval, {
        taskQueue,
        workflowId: 'approval-register-refuses',
        args: [input(await clockFrom(server.env), dated)],
      });
      await server.env.sleep('4 days');
      expect(await refusal(handle.executeUpdate(decideUpdate, { args: [decision({})] }))).toBe('il registro rifiuta');
      down = false;
      await handle.executeUpdate(decideUpdate, { args: [decision({ key: 'd2' })] });
      expect((await handle.result()).outcome).toContain('approvato');
    });
  });
});
