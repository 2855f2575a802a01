import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openRegister, type Register } from '../../src/register/database.js';
import { appendLog } from '../../src/register/log.js';
import { migrate, migrationState } from '../../src/register/migrate.js';
import { type FreshDatabase, freshDatabase } from '../setup/database.js';
import { aCycle } from './fixtures.js';

const SCHEMA = 'ciclo';
const runner = `run_${randomBytes(5).toString('hex')}`;
let database: FreshDatabase;
let runUrl = '';
let register: Register;

beforeAll(async () => {
  database = await freshDatabase();
  runUrl = urlFor(runner);
  await migrate({ url: database.url, runUrl, schema: SCHEMA });
  register = await openRegister({ url: runUrl, schema: SCHEMA, connections: 2, unsaid: 'every-body' });
  await aCycle(register.db);
  await appendLog(register.db, {
    at: '2016-01-01T08:00:00Z',
    actor: 'anna',
    action: 'prova',
    subject: 'x',
    cycle: 'prova/2016',
  });
});
afterAll(async () => {
  await register.close();
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  await owner.query(`drop owned by ${runner}`);
  await owner.query(`revoke ciclo_app from ${runner}`);
  await owner.query(`drop role ${runner}`);
  await owner.end();
  await database.drop();
});

function urlFor(user: string): string {
  const url = new URL(database.url);
  url.username = user;
  url.password = 'una parola / di prova';
  return url.href;
}

async function connected(url = runUrl): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  onTestFinished(() => client.end());
  await client.query(`set search_path to ${SCHEMA}; set ciclo.sees to '*'`);
  return client;
}

describe('who the program runs as', () => {
  test('does all its work', async () => {
    const rows = await register.db.selectFrom('log').select(['actor', 'channel']).execute();
    expect(rows).toEqual([{ actor: 'anna', channel: 'system' }]);
  });

  test.each([
    'alter table log disable trigger append_only',
    'alter table log disable trigger all',
    'drop trigger append_only on log',
    'drop table log cascade',
    'create or replace function refuse_change() returns trigger language plpgsql as $$ begin return null; end $$',
    "set session_replication_role = 'replica'",
    "update log set actor = 'bruno'",
    'delete from log',
    'truncate log',
    'delete from migrations',
    "update migrations set checksum = 'x'",
    'create table ciclo.altra (x integer)',
    'create schema altra',
    'alter role current_user superuser',
    'alter schema ciclo owner to current_user',
    "select pg_read_file('/etc/passwd')",
    "copy (select 1) to program 'true'",
  ])('may not: %s', async (statement) => {
    const client = await connected();
    await expect(client.query(statement)).rejects.toThrow(/permission denied|must be (owner|superuser|able)|denied/);
    // Nor by giving up the role it assumes.
    await client.query('set role ciclo_app');
    await client.query('reset role');
    await expect(client.query(statement)).rejects.toThrow(/permission denied|must be (owner|superuser|able)|denied/);
    expect((await client.query('select actor from log')).rows).toEqual([{ actor: 'anna' }]);
  });

  test('finds the register up to date, and applies nothing', async () => {
    expect(await migrate({ url: runUrl, schema: SCHEMA })).toEqual([]);
    expect(await migrationState({ url: runUrl, schema: SCHEMA })).toEqual({ pending: [], foreign: [] });
  });

  test('that is behind it does not start on, and says who must do what', async () => {
    const owner = await connected(database.url);
    const kept = (await owner.query(`delete from migrations where name like '023%' returning name, checksum`)).rows[0];
    await expect(migrate({ url: runUrl, schema: SCHEMA })).rejects.toThrow(/023_two_users.sql.*DATABASE_OWNER_URL/);
    await owner.query('insert into migrations (name, checksum) values ($1, $2)', [kept.name, kept.checksum]);
  });

  test('is given up by a statement, a lock and a transaction that take too long', async () => {
    for (const [setting, expected] of [
      ['statement_timeout', '1min'],
      ['lock_timeout', '30s'],
      ['idle_in_transaction_session_timeout', '1min'],
    ]) {
      const { rows } = await sql<{ is: string }>`select current_setting(${setting}) as is`.execute(register.db);
      expect([setting, rows[0]?.is]).toEqual([setting, expected]);
    }
  });
});

test('one user for everything still works, as before', async () => {
  const other = await freshDatabase();
  onTestFinished(() => other.drop());
  expect((await migrate({ url: other.url, runUrl: other.url, schema: SCHEMA })).length).toBeGreaterThan(10);
  const both = await openRegister({ url: other.url, schema: SCHEMA, connections: 1, unsaid: 'every-body' });
  await both.close();
});
