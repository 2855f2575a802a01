import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createConsole } from '../../../src/client/system/app.js';
import { openRegister, type Register } from '../../../src/register/database.js';
import { RegisterSilent, withPatience } from '../../../src/register/patience.js';
import { aRegister } from '../../register/register.js';
import { aGate, type Gate } from '../../setup/gate.js';
import { consoleParts } from '../pages/parts.js';
import { textOf } from '../pages/site.js';

const opened = aRegister();
const told: string[] = [];
let gate: Gate;
let register: Register;
let made: ReturnType<typeof createConsole>;

beforeAll(async () => {
  gate = await aGate(opened.url);
  register = await openRegister({ url: gate.url, schema: opened.schema, connections: 2, unsaid: 'every-body' });
  made = createConsole({
    ...consoleParts(),
    register,
    clock: () => '2016-09-20T10:00:00Z',
    log: { line: (text) => void told.push(text) },
    patienceMs: 500,
  });
});
afterAll(async () => {
  made.stop();
  gate.thaw();
  await register.close();
  await gate.stop();
});

const token = { Authorization: 'Bearer ciclo_0123456789abcdef' };

describe('while PostgreSQL has frozen', () => {
  test('pages and the API say within moments that the register does not answer, however many are asked for', async () => {
    gate.freeze();
    const started = performance.now();
    const [page, api, ...others] = await Promise.all([
      made.app.request('/'),
      made.app.request('/api/v1/cycles/ccms/2016', { headers: token }),
      // More than there are connections: some are refused one, the others an answer.
      ...Array.from({ length: 6 }, () => made.app.request('/posta')),
    ]);
    expect(performance.now() - started).toBeLessThan(5_000);
    expect([page, api, ...others].map((one) => [one?.status, one?.headers.get('retry-after')])).toEqual(
      Array.from({ length: 8 }, () => [503, '30']),
    );
    expect(textOf((await page?.text()) ?? '')).toContain('La base dati non risponde.');
    expect(await api?.json()).toMatchObject({ status: 503, title: 'Il registro non risponde' });
    expect(told.join('\n')).toContain('console: il registro non risponde alla pagina /');
  });

  test('a transaction is given up at once, with what happened to it', async () => {
    gate.thaw();
    const started = performance.now();
    const lost = withPatience(500, () =>
      register.db.transaction().execute(async (tx) => {
        await sql`select 1`.execute(tx);
        gate.freeze();
        await sql`select 2`.execute(tx);
      }),
    );
    await expect(lost).rejects.toThrow(RegisterSilent);
    // Rolling it back does not wait once more.
    expect(performance.now() - started).toBeLessThan(900);
  });

  test('and when it is there again everything goes on, each with its own answer', async () => {
    gate.thaw();
    const answers = await Promise.all(
      Array.from(
        { length: 8 },
        async (_, n) => (await sql<{ n: number }>`select ${n}::int as n`.execute(register.db)).rows,
      ),
    );
    expect(answers).toEqual(Array.from({ length: 8 }, (_, n) => [{ n }]));
    expect((await made.app.request('/')).status).toBe(200);
  });
});

describe('while PostgreSQL is gone', () => {
  test('the first page that finds its connection cut says so like all the others: no error, and when to try again', async () => {
    // One idle connection: the next to ask has it in hand before anybody has heard that it was cut.
    expect((await made.app.request('/')).status).toBe(200);
    told.length = 0;
    gate.cut();
    const answers: unknown[] = [];
    for (let i = 0; i < 4; i++) {
      const page = await made.app.request('/posta');
      const api = await made.app.request('/api/v1/cycles/ccms/2016', { headers: token });
      answers.push(...[page, api].map((one) => [one.status, one.headers.get('retry-after')]));
    }
    expect(answers).toEqual(answers.map(() => [503, '30']));
    expect(told.join('\n')).not.toContain('errore');
  });

  test('and when it is there again pages answer, with no connection left over from before', async () => {
    gate.cut(false);
    const statuses = await Promise.all(Array.from({ length: 4 }, async () => (await made.app.request('/')).status));
    expect(statuses).toEqual([200, 200, 200, 200]);
  });
});
