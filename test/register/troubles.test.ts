import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Instant } from '../../src/domain/calendar/types.js';
import { instantOfMs } from '../../src/domain/clock.js';
import type { Trouble } from '../../src/domain/trouble.js';
import { setStepState } from '../../src/register/steps.js';
import { stepsEndedWithin } from '../../src/register/trouble-facts.js';
import {
  countTroubles,
  endedTroubles,
  endSilentDoubts,
  endTrouble,
  keepTroubles,
  openTroubles,
  recordTrouble,
} from '../../src/register/troubles.js';
import { aCycle } from './fixtures.js';
import { aRegister } from './register.js';

const FIRST = '2016-01-20T08:00:00Z';
const THEN = '2016-01-20T08:01:00Z';

const file = (failure = 'manca il campo «id»'): Trouble => ({
  kind: 'file-unreadable',
  entity: 'prova',
  file: 'prova/entity.yaml',
  failure,
});
const stuck = (workflow: string, attempts = 11): Trouble => ({
  kind: 'activity-retrying',
  entity: 'prova',
  workflow,
  activity: 'publish',
  attempts,
  failure: 'il disco è pieno',
});

describe('what is stuck', () => {
  const register = aRegister();
  beforeAll(() => aCycle(register.db));
  beforeEach(() => register.owner.query('delete from troubles'));
  const now = () => openTroubles(register.db, { entity: 'prova' });

  it('a step that ended is known as such for some minutes, by the wall clock', async () => {
    const cycle = await aCycle(register.db);
    await setStepState(register.db, cycle, 'analisi', { status: 'done' });
    expect(await stepsEndedWithin(register.db, 15)).toEqual([`${cycle}/analisi`]);
    await register.owner.query(`update steps set updated_at = now() - interval '16 minutes' where id = 'analisi'`);
    expect(await stepsEndedWithin(register.db, 15)).toEqual([]);
  });

  it('a trouble recorded again is the same one: it keeps its beginning and says what is true now', async () => {
    await recordTrouble(register.db, file(), FIRST);
    await recordTrouble(register.db, file('è vuoto'), THEN);
    expect(await now()).toMatchObject([
      { kind: 'file-unreadable', since: FIRST, lastSeen: THEN, reason: expect.stringContaining('è vuoto') },
    ]);
  });

  it('ended it is no longer there, and coming back it is another one', async () => {
    await recordTrouble(register.db, file(), FIRST);
    await endTrouble(register.db, file('quale che sia'), THEN);
    await endTrouble(register.db, file(), '2016-01-21T08:00:00Z');
    expect(await now()).toEqual([]);
    expect(await endedTroubles(register.db, { entity: 'prova' }, FIRST)).toMatchObject([
      { since: FIRST, endedAt: THEN, endedHow: 'mended' },
    ]);
    await recordTrouble(register.db, file(), THEN);
    expect(await now()).toMatchObject([{ since: THEN }]);
  });

  it('a doubt about the clock of a machine that is silent, or is called otherwise now, ends; one that lasts does not', async () => {
    const at = (minutes: number): Instant => instantOfMs(Date.now() + minutes * 60_000);
    const of = (machine: string): Trouble => ({ kind: 'clock-doubted', machine, doubt: 'è indietro di 2 ore' });
    await recordTrouble(register.db, of('di-prima'), at(-16));
    await recordTrouble(register.db, of('nel-futuro'), at(400 * 24 * 60));
    await recordTrouble(register.db, of('che-dura'), at(-120));
    await recordTrouble(register.db, of('che-dura'), at(-1));
    await recordTrouble(register.db, file(), at(-120));
    await endSilentDoubts(register.db, at(0));
    const left = await openTroubles(register.db, 'all');
    expect(left.map(({ detail }) => ('machine' in detail ? detail.machine : detail.kind)).sort()).toEqual([
      'che-dura',
      'file-unreadable',
    ]);
  });

  it('a look ends what it did not find again, and leaves other kinds and what it did not see', async () => {
    await recordTrouble(register.db, file(), FIRST);
    const kinds = ['activity-retrying', 'task-failing'] as const;
    await keepTroubles(register.db, { kinds, troubles: [stuck('a'), stuck('b'), stuck('c')], unseen: [] }, FIRST);
    await keepTroubles(register.db, { kinds, troubles: [stuck('a', 12)], unseen: ['b'] }, THEN);
    const rows = (await now()).map(({ kind, detail, attempts }) => [
      kind,
      detail.kind === 'activity-retrying' ? detail.workflow : '',
      attempts,
    ]);
    expect(rows).toEqual([
      ['file-unreadable', '', null],
      ['activity-retrying', 'a', 12],
      ['activity-retrying', 'b', 11],
    ]);
    expect(await endedTroubles(register.db, { entity: 'prova' }, FIRST)).toMatchObject([
      { detail: { workflow: 'c' }, endedAt: THEN, endedHow: 'gone' },
    ]);
  });

  it('the installation’s own are apart from a body’s, and of two bodies each has its own', async () => {
    await recordTrouble(register.db, { kind: 'worker-absent' }, FIRST);
    await recordTrouble(register.db, file(), FIRST);
    await recordTrouble(
      register.db,
      { kind: 'file-unreadable', entity: 'altro', file: 'prova/entity.yaml', failure: 'x' },
      FIRST,
    );
    expect(await now()).toHaveLength(1);
    expect(await openTroubles(register.db, 'installation')).toMatchObject([{ kind: 'worker-absent', entity: null }]);
    expect(Object.fromEntries(await countTroubles(register.db, 'all'))).toEqual({
      'file-unreadable': 2,
      'worker-absent': 1,
    });
  });

  it('two workers that look at the same moment write one', async () => {
    await Promise.all(Array.from({ length: 8 }, () => recordTrouble(register.db, stuck('a'), FIRST)));
    expect(await now()).toHaveLength(1);
  });
});
