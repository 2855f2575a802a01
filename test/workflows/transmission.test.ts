import { ApplicationFailure } from '@temporalio/client';
import { describe, expect, test } from 'vitest';
import type { Decision } from '../../src/domain/decision.js';
import type { TransmitCommand } from '../../src/domain/drafting/transmission.js';
import { REFUSED } from '../../src/domain/refusal.js';
import { approval, task } from '../../src/workflows/index.js';
import {
  approvalQuery,
  completeUpdate,
  decideUpdate,
  resubmitUpdate,
  transmitUpdate,
} from '../../src/workflows/messages.js';
import { clockFrom, eachOnItsOwnServer, input, office, owner, refusal, step, withWorker } from './office.js';

const server = eachOnItsOwnServer();
const prepared = step('approval', { board: 'giunta', document: 'piano', transmits: true });
const command = (key: string, over: Partial<TransmitCommand> = {}): TransmitCommand => ({
  key,
  actor: owner,
  note: '',
  unchangedReason: '',
  ...over,
});
const decision = (over: Partial<Decision>): Decision => ({
  key: 'd1',
  outcome: 'approved',
  decidedBy: 'segretaria.giunta',
  documentHash: '1'.repeat(64),
  recordedOn: '2015-12-08',
  actNumber: '12',
  actDate: '2015-12-08',
  ...over,
});

describe('a document that is transmitted', () => {
  test('is frozen when its preparers transmit it, and not before; then its board is prompted', async () => {
    const o = office();
    await withWorker(server.env, o, async (taskQueue) => {
      const handle = await server.env.client.workflow.start(approval, {
        taskQueue,
        workflowId: 'transmission-first',
        args: [input(await clockFrom(server.env), prepared)],
      });
      await server.env.sleep('4 days');
      expect(await handle.query(approvalQuery)).toMatchObject({ phase: 'preparing' });
      expect(await refusal(handle.executeUpdate(decideUpdate, { args: [decision({})] }))).toContain(
        'non è ancora stato trasmesso',
      );
      expect(o.waves.map((w) => w.occasion)).toEqual(['1/opening@2015-12-01']);
      expect(await handle.executeUpdate(transmitUpdate, { args: [command('t')] })).toBe(1);
      expect(await handle.executeUpdate(transmitUpdate, { args: [command('t')] })).toBe(1);
      await server.env.sleep('1 hour');
      expect(await handle.query(approvalQuery)).toMatchObject({ phase: 'before-board', round: 1 });
      expect(await refusal(handle.executeUpdate(transmitUpdate, { args: [command('again')] }))).toContain(
        'già stato trasmesso',
      );
      await handle.executeUpdate(decideUpdate, { args: [decision({})] });
      expect(await handle.result()).toMatchObject({ roundsHeld: 1 });
    });
    expect(o.calls).toEqual(['transmit piano 1 by paola.bertoni']);
    expect(o.waves.map((w) => w.occasion)).toContain('1/round-1');
  });

  test('is refused with the sentence of what is missing, and can be transmitted when it is there', async () => {
    let complete = false;
    const o = office({
      transmitDocument: async () => {
        if (!complete) throw ApplicationFailure.nonRetryable('«Contesto» è da scrivere', REFUSED);
      },
    });
    await withWorker(server.env, o, async (taskQueue) => {
      const handle = await server.env.client.workflow.start(approval, {
        taskQueue,
        workflowId: 'transmission-refused',
        args: [input(await clockFrom(server.env), prepared)],
      });
      await server.env.sleep('1 day');
      expect(await refusal(handle.executeUpdate(transmitUpdate, { args: [command('t')] }))).toBe(
        '«Contesto» è da scrivere',
      );
      complete = true;
      expect(await handle.executeUpdate(transmitUpdate, { args: [command('t2')] })).toBe(1);
      await handle.cancel();
      await handle.result();
    });
  });

  test('rejected, it waits for the second round to be transmitted; what was the way before is refused', async () => {
    const o = office();
    await withWorker(server.env, o, async (taskQueue) => {
      const handle = await server.env.client.workflow.start(approval, {
        taskQueue,
        workflowId: 'transmission-second',
        args: [input(await clockFrom(server.env), prepared)],
      });
      await server.env.sleep('1 day');
      await handle.executeUpdate(transmitUpdate, { args: [command('t')] });
      await server.env.sleep('1 day');
      const rejected = decision({ outcome: 'rejected', remarks: 'Contesto: mancano le imprese' });
      await handle.executeUpdate(decideUpdate, { args: [rejected] });
      const before = { key: 'r', actor: owner, note: 'integrato' };
      expect(await refusal(handle.executeUpdate(resubmitUpdate, { args: [before] }))).toContain('bozza');
      expect(await handle.query(approvalQuery)).toMatchObject({ phase: 'to-revise', round: 1 });
      expect(await handle.executeUpdate(transmitUpdate, { args: [command('t2', { note: 'integrato' })] })).toBe(2);
      await server.env.sleep('1 hour');
      expect(await handle.query(approvalQuery)).toMatchObject({ phase: 'before-board', round: 2 });
      const second = decision({ key: 'd2', documentHash: '2'.repeat(64) });
      await handle.executeUpdate(decideUpdate, { args: [second] });
      expect(await handle.result()).toMatchObject({ roundsHeld: 2 });
    });
    expect(o.calls).toEqual(['transmit piano 1 by paola.bertoni', 'transmit piano 2 by paola.bertoni']);
    expect(o.changes.map(({ change }) => change.action)).not.toContain('resubmitted');
  });

  test('a run that goes on where another stopped finds what was transmitted then', async () => {
    const o = office({ roundsTransmitted: async () => 1 });
    await withWorker(server.env, o, async (taskQueue) => {
      const handle = await server.env.client.workflow.start(approval, {
        taskQueue,
        workflowId: 'transmission-resumed',
        args: [{ ...input(await clockFrom(server.env), prepared), resumed: { late: false } }],
      });
      await server.env.sleep('1 hour');
      expect(await handle.query(approvalQuery)).toMatchObject({ phase: 'before-board', round: 1 });
      await handle.cancel();
      await handle.result();
    });
    expect(o.calls).toEqual([]);
  });

  test('planned before there were drafts, it goes before its board as the step opens', async () => {
    const o = office();
    await withWorker(server.env, o, async (taskQueue) => {
      const handle = await server.env.client.workflow.start(approval, {
        taskQueue,
        workflowId: 'transmission-never',
        args: [input(await clockFrom(server.env), step('approval', { board: 'giunta', document: 'piano' }))],
      });
      await server.env.sleep('1 hour');
      expect(await handle.query(approvalQuery)).toMatchObject({ phase: 'before-board', round: 1 });
      expect(await refusal(handle.executeUpdate(transmitUpdate, { args: [command('t')] }))).toContain('da sé');
      await handle.cancel();
      await handle.result();
    });
  });
});

test('a task that prepares a document ends when its sections are ready', async () => {
  const missing = [{ id: 'sintesi', title: 'Sintesi', owners: [], why: 'draft' as const }];
  let asked = 0;
  const o = office({ concludeDraft: async () => (asked++ === 0 ? missing : []) });
  await withWorker(server.env, o, async (taskQueue) => {
    const handle = await server.env.client.workflow.start(task, {
      taskQueue,
      workflowId: 'task-prepares',
      args: [input(await clockFrom(server.env), step('task', { prepares: 'contesto' }))],
    });
    const complete = (key: string) => handle.executeUpdate(completeUpdate, { args: [{ key, actor: owner, note: '' }] });
    expect(await refusal(complete('c'))).toContain('«Sintesi» è in bozza');
    await complete('c2');
    expect(await handle.result()).toMatchObject({ status: 'done' });
  });
});
