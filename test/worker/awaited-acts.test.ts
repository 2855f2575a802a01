import {
  ApplicationFailure,
  type Client,
  ServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { pino } from 'pino';
import { beforeEach, describe, expect, test } from 'vitest';
import { actId } from '../../src/acts/awaited.js';
import { REFUSED } from '../../src/domain/refusal.js';
import { troublesOf } from '../../src/domain/troubles-of.js';
import {
  actsInWaiting,
  actsWaitingFor,
  awaitAct,
  awaitedAct,
  type NewAwaitedAct,
} from '../../src/register/awaited-acts.js';
import { pursuit } from '../../src/worker/awaited-acts.js';
import { aCycle } from '../register/fixtures.js';
import { aRegister } from '../register/register.js';

const silence = new WorkflowUpdateRPCTimeoutOrCancelledError('no worker', { cause: new Error('deadline') });
const ended = new WorkflowNotFoundError('ended', 'x', undefined);
const refused = new WorkflowUpdateFailedError(
  'refused',
  ApplicationFailure.nonRetryable('il termine è passato', REFUSED),
);
const forbidden = new ServiceError('permission denied', { cause: Object.assign(new Error('7'), { code: 7 }) });
const broken = new WorkflowUpdateFailedError(
  'broken',
  ApplicationFailure.nonRetryable('connection terminated', 'Error'),
);

/** A workflow that answers an update so, and so of one it is asked whether it carried it out. */
const workflow = (update: unknown, before: unknown = ended): Client => {
  const say = async (answer: unknown) => {
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const getHandle = () => ({
    executeUpdate: () => say(update),
    getUpdateHandle: () => ({ result: () => say(before) }),
  });
  // Of the client only its handles are asked for.
  return { workflow: { getHandle }, withDeadline: (_at: number, work: () => unknown) => work() } as unknown as Client;
};

describe('an act in waiting, sent again although nobody looks', () => {
  const register = aRegister();
  const log = pino({ level: 'silent' });
  let cycle: string;
  beforeEach(async () => {
    await register.owner.query('truncate awaited_acts');
    cycle = (await register.db.selectFrom('cycles').select('id').executeTakeFirst())?.id ?? '';
    if (cycle === '') {
      await aCycle(register.db);
      cycle = (await register.db.selectFrom('cycles').select('id').executeTakeFirstOrThrow()).id;
    }
  });

  const asked = (id: string, over: Partial<NewAwaitedAct> = {}) =>
    awaitAct(register.db, {
      id,
      cycle,
      step: 'piano-approvazione',
      workflow: `ciclo/${cycle}`,
      run: null,
      act: 'extend',
      command: { dueOn: '2016-06-30', reason: 'personale assente' },
      person: 'anna',
      askedAt: '2016-05-02T08:00:00Z',
      ...over,
    });

  test.each([
    ['is recorded when its workflow carries it out', workflow('2016-06-30'), 'recorded', null],
    ['is refused with the reason of its workflow', workflow(refused), 'refused', 'il termine è passato'],
    ['waits on while nobody answers', workflow(silence), 'waiting', null],
    [
      'is recorded when it was the last act of a workflow that has ended',
      workflow(ended, '2016-06-30'),
      'recorded',
      null,
    ],
    ['is refused when a workflow that has ended never carried it out', workflow(ended), 'refused', /non è aperta/],
    ['waits on when nobody says whether a workflow that has ended did', workflow(ended, silence), 'waiting', null],
    ['waits on when something failed that says nothing of it', workflow(new Error('ENOSPC')), 'waiting', null],
    ['waits on when nobody may ask', workflow(forbidden), 'waiting', null],
    [
      'waits on when it cannot be asked whether a workflow that has ended did',
      workflow(ended, forbidden),
      'waiting',
      null,
    ],
    ['is told as broken when carrying it out broke', workflow(broken), 'refused', /errore/],
  ] as const)('%s', async (_what, temporal, state, refusal) => {
    const secret = await asked('a'.repeat(64));
    await pursuit({ temporal, db: register.db, log })();
    const act = await awaitedAct(register.db, secret);
    expect(act?.state).toBe(state);
    if (refusal instanceof RegExp) expect(act?.refusal).toMatch(refusal);
    else expect(act?.refusal).toBe(refusal);
    expect(act?.command === null).toBe(state !== 'waiting');
  });

  test('is told as a trouble when it has waited for an hour, with what it failed with', async () => {
    await asked('d'.repeat(64));
    await pursuit({ temporal: workflow(forbidden), db: register.db, log })();
    expect(await actsWaitingFor(register.db, 1)).toEqual([]);
    await register.owner.query(`update awaited_acts set recorded_at = now() - interval '61 minutes'`);
    const acts = await actsWaitingFor(register.db, 1);
    const [entity, exercise] = cycle.split('/');
    expect(troublesOf({ about: 'acts', acts }).troubles).toEqual([
      {
        kind: 'act-waiting',
        id: 'd'.repeat(64),
        entity,
        exercise: Number(exercise),
        step: 'piano-approvazione',
        act: 'extend',
        since: '2016-05-02T08:00:00Z',
        failure: 'permission denied',
      },
    ]);
    await pursuit({ temporal: workflow('2016-06-30'), db: register.db, log })();
    expect(await actsWaitingFor(register.db, 1)).toEqual([]);
  });

  test('is one however often it is asked, and is looked at anew when it is asked again after a refusal', async () => {
    const secret = await asked('b'.repeat(64));
    expect(await asked('b'.repeat(64))).toBe(secret);
    await pursuit({ temporal: workflow(refused), db: register.db, log })();
    expect(await actsInWaiting(register.db, 10)).toEqual([]);
    expect(await asked('b'.repeat(64))).toBe(secret);
    await pursuit({ temporal: workflow('2016-06-30'), db: register.db, log })();
    expect((await awaitedAct(register.db, secret))?.state).toBe('recorded');
    // What is recorded stays so.
    await asked('b'.repeat(64));
    expect(await actsInWaiting(register.db, 10)).toEqual([]);
  });

  test('asked again after a refusal is meant for the run that is there now, and is asked when it was', async () => {
    const secret = await asked('c'.repeat(64), { run: 'di-prima' });
    await pursuit({ temporal: workflow(refused), db: register.db, log })();
    await asked('c'.repeat(64), { run: 'di-adesso', askedAt: '2016-05-03T08:00:00Z' });
    expect(await awaitedAct(register.db, secret)).toMatchObject({ run: 'di-adesso', askedAt: '2016-05-03T08:00:00Z' });
  });

  /** A server on which one workflow never answers; it counts what each was asked. */
  const oneSilent = (silent: string, asked: string[]): Client => {
    const getHandle = (name: string) => ({
      executeUpdate: async () => {
        asked.push(name);
        if (name === silent) throw silence;
      },
    });
    // Of the client only its handles are asked for.
    return { workflow: { getHandle }, withDeadline: (_at: number, work: () => unknown) => work() } as unknown as Client;
  };
  const idOf = (n: number): string => n.toString(16).padStart(64, '0');

  test('of a workflow that does not answer keeps no other waiting, however many it has', async () => {
    for (let n = 0; n < 60; n++) await asked(idOf(n), { workflow: 'muto' });
    await asked(idOf(60), { workflow: 'pronto' });
    const sent: string[] = [];
    const round = pursuit({ temporal: oneSilent('muto', sent), db: register.db, log });
    await round();
    expect(sent).toEqual(['muto']);
    await round();
    expect(sent.toSorted()).toEqual(['muto', 'muto', 'pronto']);
    expect(await actsInWaiting(register.db, 100)).toHaveLength(60);
    await round();
    expect(sent.filter((name) => name === 'muto')).toHaveLength(3);
  });

  test('is left for another time when the round is asked to stop', async () => {
    for (let n = 0; n < 9; n++) await asked(idOf(n), { workflow: 'pronto' });
    const stop = new AbortController();
    const sent: string[] = [];
    const temporal = oneSilent('nessuno', sent);
    const withDeadline = async (_at: number, work: () => unknown) => {
      stop.abort();
      return await work();
    };
    const stopping = { ...temporal, withDeadline };
    await pursuit({ temporal: stopping as unknown as Client, db: register.db, log })(stop.signal);
    expect(sent).toHaveLength(1);
  });
});

test('the same form with the same content is the same act; another content, form, act or workflow is another', () => {
  const content = { step: 's', dueOn: '2016-06-30' };
  const id = actId('w', 'extend', 'k', content);
  expect(id).toMatch(/^[0-9a-f]{64}$/);
  expect(actId('w', 'extend', 'k', { ...content })).toBe(id);
  const others = [
    actId('w', 'extend', 'k', { ...content, dueOn: '2016-07-31' }),
    actId('w', 'extend', 'k2', content),
    actId('w', 'reopen', 'k', content),
    actId('w2', 'extend', 'k', content),
  ];
  expect(new Set([id, ...others]).size).toBe(5);
});
