import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createConsole } from '../../../src/client/system/app.js';
import { openRegister, type Register } from '../../../src/register/database.js';
import { announceWorker } from '../../../src/register/workers.js';
import { aRegister } from '../../register/register.js';
import { aGate, type Gate } from '../../setup/gate.js';
import { consoleParts } from '../pages/parts.js';

const opened = aRegister();
let gate: Gate;
let register: Register;
let reached: () => Promise<boolean> = async () => true;
let made: ReturnType<typeof createConsole>;

beforeAll(async () => {
  gate = await aGate(opened.url);
  register = await openRegister({ url: gate.url, schema: opened.schema, connections: 3 });
  await announceWorker(opened.db, '1@prova');
  made = createConsole({
    ...consoleParts(),
    register,
    reachesTemporal: () => reached(),
    clock: () => '2016-09-20T10:00:00Z',
    log: { line: () => undefined },
  });
});
afterAll(async () => {
  made.stop();
  gate.thaw();
  await register.close();
  await gate.stop();
});

const health = async () => {
  const answer = await made.app.request('/salute');
  return [answer.status, await answer.json()];
};

describe('/salute', () => {
  test('where all is well says so of each part', async () => {
    expect(await health()).toEqual([
      200,
      {
        stato: 'ok',
        registro: 'ok',
        temporal: 'ok',
        worker: 'ok',
        versione: 'ok',
        daSistemare: {},
        calendario: '2016-09-20T10:00:00Z',
      },
    ]);
  });

  test('answers while Temporal hangs', async () => {
    let answer: (reached: boolean) => void = () => undefined;
    reached = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    expect(await health()).toMatchObject([200, { stato: 'da sistemare', registro: 'ok', temporal: 'non risponde' }]);
    answer(true);
    reached = async () => true;
  });

  test('answers while PostgreSQL hangs, however often it is asked, and is well again after', async () => {
    gate.freeze();
    const asked = await Promise.all(Array.from({ length: 20 }, health));
    for (const one of asked) expect(one).toMatchObject([503, { stato: 'non disponibile', registro: 'non risponde' }]);
    // Three connections were there: none but the one that looked is taken.
    gate.thaw();
    expect((await register.db.selectFrom('workers').select('name').execute()).length).toBe(1);
    expect(await health()).toMatchObject([200, { stato: 'ok' }]);
  });
});
