import { ApplicationFailure } from '@temporalio/activity';
import { describe, expect, test } from 'vitest';
import { REFUSED } from '../../src/domain/refusal.js';
import { amendment, approval, checkpoint, publication, task } from '../../src/workflows/index.js';
import {
  approvalQuery,
  completeUpdate,
  decideUpdate,
  proposeUpdate,
  remindUpdate,
  stepQuery,
} from '../../src/workflows/messages.js';
import { aMoment, aServer, quickTime, realTime, until } from './at-work.js';
import { input, type Office, office, owner, refusal, step } from './office.js';

const server = aServer();

const actions = (o: Office): readonly string[] => o.changes.map((c) => c.change.action);
const kinds = (o: Office): readonly string[] => o.waves.map((w) => w.kind);
const broken = (why: string) => async (): Promise<never> => {
  throw new Error(why);
};

describe('a step whose machinery does not work', () => {
  test('is told to who can mend it, is late and escalated, and goes on by itself once mended: a publication', async () => {
    let full = true;
    const o: Office = office({
      publish: async () => {
        if (full) throw new Error('il disco del sito è pieno');
        return { title: 'Piano', hash: 'a'.repeat(64) };
      },
    });
    await server.run(o, async ({ client, queue }) => {
      const dated = step('publication', { document: 'piano', dueOn: '2015-12-05' });
      const handle = await client.workflow.start(publication, {
        taskQueue: queue,
        workflowId: `${queue}/pubblica`,
        args: [input(quickTime(), dated)],
      });
      await until(() => kinds(o).includes('escalation-manager'));
      expect(await handle.query(stepQuery)).toMatchObject({ status: 'late' });
      full = false;
      await handle.result();
      // A task that is lost on its way is missed within the silence each of them is allowed.
      const asked = (await handle.fetchHistory()).events?.flatMap(
        ({ activityTaskScheduledEventAttributes: one }) => one ?? [],
      );
      expect(asked?.length).toBeGreaterThan(2);
      for (const { activityType, heartbeatTimeout } of asked ?? [])
        expect([activityType?.name, Number(heartbeatTimeout?.seconds)]).toEqual([activityType?.name, 20]);
    });
    expect(actions(o)).toEqual(['opened', 'stuck', 'late', 'unstuck', 'completed']);
    expect(o.changes.find((c) => c.change.action === 'stuck')?.change.reason).toContain('il disco del sito è pieno');
    // Letters that ask to leave together arrive in any order.
    expect(o.waves.find(({ kind }) => kind === 'stuck')).toMatchObject({ remark: 'il disco del sito è pieno' });
    // Nobody is asked for what is not there yet.
    expect(kinds(o)).not.toContain('opening');
    expect(kinds(o)).not.toContain('reminder');
  });

  test('and once mended asks whom it has to ask: an approval', async () => {
    let absent = true;
    const o: Office = office({
      freezeDocument: async (_ref, _step, round) => {
        if (absent) throw new Error('nel registro non c’è il Piano 2016');
        return {
          kind: 'piano',
          title: 'Piano',
          hash: String(round).repeat(64),
          frozenOn: '2015-12-05',
          preparedBy: ['chi-prepara'],
        };
      },
    });
    await server.run(o, async ({ client, queue }) => {
      const dated = step('approval', {
        document: 'piano',
        board: 'giunta',
        recorder: 'segretario',
        dueOn: '2015-12-05',
      });
      const handle = await client.workflow.start(approval, {
        taskQueue: queue,
        workflowId: `${queue}/approva`,
        args: [input(quickTime(), dated)],
      });
      await until(() => actions(o).includes('late'));
      absent = false;
      await until(async () => (await handle.query(approvalQuery)).phase === 'before-board');
      await until(() => kinds(o).includes('opening'));
      await handle.executeUpdate(decideUpdate, {
        args: [
          {
            key: 'g/5',
            outcome: 'approved',
            actNumber: '5',
            actDate: '2015-12-10',
            recordedOn: '2015-12-31',
            decidedBy: 'segretario.uno',
            documentHash: '1'.repeat(64),
          },
        ],
      });
      await handle.result();
    });
    expect(actions(o)).toEqual(expect.arrayContaining(['stuck', 'late', 'unstuck', 'completed']));
    expect(kinds(o).indexOf('stuck')).toBeLessThan(kinds(o).indexOf('opening'));
  });

  test('a checkpoint without a Piano in force, at its opening', async () => {
    const o: Office = office({ openCheckpoint: broken('nessuna versione del Piano 2016 è in vigore') });
    await server.run(o, async ({ client, queue }) => {
      const dated = step('checkpoint', {
        dueOn: '2015-12-05',
        checkpoint: { ordinal: 1, from: '2015-01-01', to: '2015-04-30' },
      });
      const handle = await client.workflow.start(checkpoint, {
        taskQueue: queue,
        workflowId: `${queue}/rilevazione`,
        args: [input(quickTime(), dated)],
      });
      await until(() => kinds(o).includes('escalation-manager'));
      expect(actions(o)).toEqual(['opened', 'stuck', 'late']);
      // Stopped from outside it still ends: nothing waits for what does not come.
      await handle.cancel();
      expect(await handle.result()).toMatchObject({ status: 'cancelled' });
    });
  });
});

test('each kind of step, cancelled while it is open, ends', async () => {
  const o = office();
  await server.run(o, async ({ client, queue }) => {
    const board = { document: 'piano', board: 'giunta', recorder: 'segretario' } as const;
    const period = { checkpoint: { ordinal: 3, from: '2015-01-01', to: '2015-12-31' } } as const;
    const start = { taskQueue: queue } as const;
    const given = (dated: ReturnType<typeof step>) => [input(realTime(), dated)] as [ReturnType<typeof input>];
    const all = await Promise.all([
      client.workflow.start(task, { ...start, workflowId: `${queue}/t`, args: given(step('task', { id: 't' })) }),
      client.workflow.start(approval, {
        ...start,
        workflowId: `${queue}/a`,
        args: given(step('approval', { id: 'a', ...board })),
      }),
      client.workflow.start(amendment, {
        ...start,
        workflowId: `${queue}/m`,
        args: given(step('amendment', { id: 'm', ...board })),
      }),
      client.workflow.start(checkpoint, {
        ...start,
        workflowId: `${queue}/c`,
        args: given(step('checkpoint', { id: 'c', ...period })),
      }),
    ]);
    await until(() => o.changes.filter((c) => c.change.action === 'opened').length === 4);
    await aMoment();
    for (const handle of all) await handle.cancel();
    for (const handle of all) expect(await handle.result()).toMatchObject({ status: 'cancelled' });
  });
});

test('a register that takes no write for long leaves no trace of its refusals in the history', async () => {
  let tries = 0;
  let broken_ = true;
  const o: Office = office({
    recordStep: async (_ref, dated, change) => {
      if (change.action === 'reminded' && broken_) {
        tries++;
        throw new Error('duplicate key value violates unique constraint');
      }
      o.changes.push({ step: dated.id, change });
    },
  });
  await server.run(o, async ({ client, queue }) => {
    const handle = await client.workflow.start(task, {
      taskQueue: queue,
      workflowId: `${queue}/compito`,
      args: [input(realTime(), step('task'))],
    });
    await until(() => actions(o).includes('opened'));
    const reminded = handle.executeUpdate(remindUpdate, { args: [{ key: 'r', actor: owner }] });
    // Six tries within seconds, then those that wait.
    await until(() => tries >= 7);
    const length = (await handle.describe()).historyLength;
    await until(() => tries >= 9);
    expect((await handle.describe()).historyLength).toBe(length);
    broken_ = false;
    await reminded;
    expect(actions(o)).toContain('reminded');
    await handle.terminate();
  });
}, 180_000);

test('a step whose lateness can not be written, because clocks disagree, ends when its work is done', async () => {
  let doubted = 0;
  const o: Office = office({
    recordStep: async (_ref, dated, change) => {
      if (change.action === 'late') {
        doubted++;
        throw new Error('l’orologio di questa macchina e quello del database non concordano');
      }
      o.changes.push({ step: dated.id, change });
    },
  });
  await server.run(o, async ({ client, queue }) => {
    const handle = await client.workflow.start(task, {
      taskQueue: queue,
      workflowId: `${queue}/in-ritardo`,
      args: [input(realTime('2015-12-02T07:00:00Z'), step('task', { dueOn: '2015-12-01' }))],
    });
    // Those within seconds, and the first of those that wait.
    await until(() => doubted >= 7);
    await handle.executeUpdate(completeUpdate, { args: [{ key: 'c', actor: owner, note: 'fatto' }] });
    expect(await handle.result()).toMatchObject({ status: 'done' });
    expect(doubted).toBeLessThan(9);
  });
  expect(actions(o)).toEqual(['opened', 'completed']);
}, 60_000);

describe('an act the register refused, asked again with the same key,', () => {
  /** Refuses until it is told that it has done so once. */
  const refusing = () => {
    let done = false;
    return {
      ask: (): void => {
        if (!done) throw ApplicationFailure.nonRetryable('il registro non lo prende', REFUSED);
      },
      over: (): void => {
        done = true;
      },
    };
  };

  test('is no repetition: a reminder', async () => {
    const register = refusing();
    const o: Office = office({
      recordStep: async (_ref, dated, change) => {
        if (change.action === 'reminded') register.ask();
        o.changes.push({ step: dated.id, change });
      },
    });
    await server.run(o, async ({ client, queue }) => {
      const handle = await client.workflow.start(task, {
        taskQueue: queue,
        workflowId: `${queue}/compito`,
        args: [input(realTime(), step('task'))],
      });
      const remind = () => handle.executeUpdate(remindUpdate, { args: [{ key: 'r', actor: owner }] });
      expect(await refusal(remind())).toContain('non lo prende');
      register.over();
      await remind();
      await until(() => kinds(o).includes('reminder'));
      await remind();
      await handle.terminate();
    });
    expect(actions(o)).toEqual(['opened', 'reminded']);
  });

  test('is no repetition, and nothing goes before the board meanwhile: a proposal', async () => {
    const register = refusing();
    const o: Office = office({
      recordProposal: async (_ref, _step, version) => {
        register.ask();
        o.calls.push(`proposal ${version}`);
      },
      freezeDocument: async (_ref, _step, round) => {
        o.calls.push(`freeze ${round}`);
        return {
          kind: 'piano',
          title: 'Piano',
          hash: String(round).repeat(64),
          frozenOn: '2015-12-05',
          preparedBy: ['chi-prepara'],
        };
      },
    });
    await server.run(o, async ({ client, queue }) => {
      const handle = await client.workflow.start(amendment, {
        taskQueue: queue,
        workflowId: `${queue}/aggiornamento`,
        args: [input(realTime(), step('amendment', { board: 'giunta', document: 'piano', notices: [] }))],
      });
      const propose = () =>
        handle.executeUpdate(proposeUpdate, {
          args: [{ key: 'p', actor: owner, planVersion: 2, reason: 'riordino' }],
        });
      expect(await refusal(propose())).toContain('non lo prende');
      await aMoment();
      expect(o.calls).toEqual([]);
      register.over();
      await propose();
      await until(() => o.calls.includes('freeze 1'));
      await propose();
      await handle.terminate();
    });
    expect(o.calls).toEqual(['proposal 2', 'freeze 1']);
  });
});
