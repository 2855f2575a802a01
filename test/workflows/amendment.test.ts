import { describe, expect, test } from 'vitest';
import type { Decision } from '../../src/domain/decision.js';
import { amendment } from '../../src/workflows/index.js';
import { decideUpdate, proposeUpdate, withdrawProposalUpdate } from '../../src/workflows/messages.js';
import { clockFrom, eachOnItsOwnServer, input, office, owner, refusal, step, withWorker } from './office.js';

const server = eachOnItsOwnServer();

describe('an amendment window', () => {
  test('takes one proposal at a time to the board, and closes at the end of the exercise', async () => {
    const o = office();
    await withWorker(server.env, o, async (taskQueue) => {
      const dated = step('amendment', { board: 'giunta', document: 'piano', notices: [] });
      const handle = await server.env.client.workflow.start(amendment, {
        taskQueue,
        workflowId: 'amendment',
        args: [input(await clockFrom(server.env), dated)],
      });
      const proposal = { key: 'p1', actor: owner, planVersion: 2, reason: 'riordino' };
      await server.env.sleep('2 days');
      await handle.executeUpdate(proposeUpdate, { args: [proposal] });
      const second = { ...proposal, key: 'p2', planVersion: 3 };
      expect(await refusal(handle.executeUpdate(proposeUpdate, { args: [second] }))).toContain('uno alla volta');
      await server.env.sleep('2 days');
      const decided: Decision = {
        key: 'd1',
        outcome: 'rejected',
        remarks: 'non motivato',
        decidedBy: 'segretaria.giunta',
        documentHash: '1'.repeat(64),
        recordedOn: '2015-12-06',
      };
      await handle.executeUpdate(decideUpdate, { args: [decided] });
      await server.env.sleep('2 days');
      await handle.executeUpdate(proposeUpdate, { args: [second] });
      await server.env.sleep('2 days');
      const approved = {
        ...decided,
        key: 'd2',
        outcome: 'approved',
        actNumber: '139',
        actDate: '2015-12-10',
        recordedOn: '2015-12-10',
      } as const;
      await handle.executeUpdate(decideUpdate, { args: [{ ...approved, documentHash: '2'.repeat(64) }] });
      const result = await handle.result();
      expect(result).toMatchObject({ outcome: 'aggiornamenti approvati 1, respinti 1', roundsHeld: 2 });
      expect(result.completedAt.slice(0, 10)).toBe('2015-12-31');
    });
    expect(o.calls).toEqual(['proposal 2', 'proposal 3', 'publish piano 2']);
  });

  test('what is before the board can be taken back until it decides: its hearing ends, who decides is told, another can be proposed', async () => {
    const o = office();
    await withWorker(server.env, o, async (taskQueue) => {
      const dated = step('amendment', { board: 'giunta', document: 'piano', notices: [] });
      const handle = await server.env.client.workflow.start(amendment, {
        taskQueue,
        workflowId: 'withdrawn',
        args: [input(await clockFrom(server.env), dated)],
      });
      const proposal = { key: 'p1', actor: owner, planVersion: 2, reason: 'riordino' };
      const withdrawal = { key: 'w1', actor: owner, planVersion: 2, reason: 'target sbagliato' };
      const withdraw = (command = withdrawal) => handle.executeUpdate(withdrawProposalUpdate, { args: [command] });
      await server.env.sleep('2 days');
      expect(await refusal(withdraw())).toContain('non è davanti all’organo');
      await handle.executeUpdate(proposeUpdate, { args: [proposal] });
      await server.env.sleep('2 days');
      const deferred: Decision = {
        key: 'd1',
        outcome: 'deferred',
        deferredTo: '2015-12-20',
        decidedBy: 'segretaria.giunta',
        documentHash: '1'.repeat(64),
        recordedOn: '2015-12-06',
      };
      await handle.executeUpdate(decideUpdate, { args: [deferred] });
      expect(await refusal(withdraw({ ...withdrawal, reason: ' ' }))).toContain('manca il motivo');
      await withdraw();
      await withdraw();
      const decided = {
        ...deferred,
        key: 'd2',
        deferredTo: undefined,
        outcome: 'approved',
        actNumber: '139',
        actDate: '2015-12-06',
      } as const;
      expect(await refusal(handle.executeUpdate(decideUpdate, { args: [decided] }))).toContain(
        'non è ancora stato trasmesso',
      );
      await server.env.sleep('1 day');
      await handle.executeUpdate(proposeUpdate, { args: [{ ...proposal, key: 'p2' }] });
      await server.env.sleep('1 day');
      await handle.executeUpdate(decideUpdate, {
        args: [{ ...decided, actDate: '2015-12-10', recordedOn: '2015-12-10', documentHash: '2'.repeat(64) }],
      });
      expect(await refusal(withdraw({ ...withdrawal, key: 'w2' }))).toMatch(/ha già deciso|non è davanti/);
      expect(await handle.result()).toMatchObject({ outcome: 'aggiornamenti approvati 1, respinti 0, ritirati 1' });
    });
    expect(o.calls).toEqual(['proposal 2', 'withdrawal 2 in round 1', 'proposal 2', 'publish piano 2']);
    expect(o.waves.map(({ kind, remark, by }) => [kind, remark, by])).toEqual([
      ['proposal-withdrawn', 'target sbagliato', owner.person],
      // The next proposal is another hearing: who decides is asked anew.
      ['opening', undefined, undefined],
      ['decision-taken', undefined, undefined],
    ]);
  });
});
