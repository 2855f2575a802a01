import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config.js';
import { quietLog } from '../../src/platform/log.js';
import { missingSearchAttributes } from '../../src/platform/namespace.js';
import { startPostgres } from '../../src/platform/postgres.js';
import { endProcess, markOf } from '../../src/platform/processes.js';
import { startTemporal } from '../../src/platform/temporal.js';
import { openRegister } from '../../src/register/database.js';
import { migrate } from '../../src/register/migrate.js';
import { timeSkippingEnvironment } from '../setup/temporal.js';

const dataDir = mkdtempSync(join(tmpdir(), 'ciclo-servers-'));
const { cacheDir } = loadConfig();
const options = { dataDir, cacheDir, namespace: 'prova', log: quietLog, headless: true };

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

describe('PostgreSQL of our own', () => {
  test('keeps its address and its data from one start to the next', async () => {
    const first = await startPostgres(options);
    await query(first.url, 'create table delibera (numero int); insert into delibera values (42)');
    await first.stop();
    const second = await startPostgres(options);
    expect(second.url).toBe(first.url);
    expect(await query(second.url, 'select numero from delibera')).toEqual([{ numero: 42 }]);
    expect(await query(second.url, 'show fsync')).toEqual([{ fsync: 'on' }]);
    await second.stop();
  });

  test('after its server was killed starts again with everything that was confirmed', async () => {
    const first = await startPostgres(options);
    await query(first.url, 'insert into delibera values (43)');
    const [row] = await query(first.url, "select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid");
    await kill(Number(row?.pid));
    const second = await startPostgres(options);
    expect(await query(second.url, 'select count(*)::int as n from delibera')).toEqual([{ n: 2 }]);
    await second.stop();
  });

  test('waits for the sessions that outlive their killed server', async () => {
    const first = await startPostgres(options);
    const session = new pg.Client({ connectionString: first.url });
    session.on('error', () => undefined);
    await session.connect();
    const { rows } = await session.query('select pg_backend_pid() as pid');
    const backend = Number(rows[0]?.pid);
    const [row] = await query(first.url, "select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid");
    process.kill(backend, 'SIGSTOP');
    await kill(Number(row?.pid));
    setTimeout(() => process.kill(backend, 'SIGCONT'), 2_000);
    const second = await startPostgres(options);
    expect(await query(second.url, 'select count(*)::int as n from delibera')).toEqual([{ n: 2 }]);
    await second.stop();
  });

  test('has a user for running that comes to the register, and owns nothing of it', async () => {
    const server = await startPostgres(options);
    const place = { url: server.url, runUrl: server.runUrl, schema: 'ciclo' };
    await migrate(place);
    const register = await openRegister({ url: server.runUrl, schema: 'ciclo', connections: 1, unsaid: 'every-body' });
    expect(await register.db.selectFrom('cycles').select('id').execute()).toEqual([]);
    await register.close();
    await expect(query(server.runUrl, 'alter table ciclo.log disable trigger all')).rejects.toThrow(/must be owner/);
    await expect(query(server.runUrl, 'create table delibera (numero int)')).rejects.toThrow(/permission denied/);
    await server.stop();
  });

  test('whose password was lost says which file to restore, and stops', async () => {
    const record = join(dataDir, 'postgres.json');
    const kept = readFileSync(record);
    rmSync(record);
    await expect(startPostgres(options)).rejects.toThrow(record);
    writeFileSync(record, kept);
  });

  test('ends a server left behind before starting its own', async () => {
    const orphan = await startPostgres(options);
    const heir = await startPostgres(options);
    expect(await orphan.ended).toBe('0');
    expect(await query(heir.url, 'select count(*)::int as n from delibera')).toEqual([{ n: 2 }]);
    await heir.stop();
  });
});

test("Temporal's development server left behind is ended, and the next one finds its namespace and search attributes", async () => {
  const orphan = await startTemporal(options);
  const heir = await startTemporal(options);
  expect(await orphan.ended).toBe('0');
  const connection = await Connection.connect({ address: heir.address });
  expect(await missingSearchAttributes(connection, 'prova')).toEqual([]);
  const { config } = await connection.workflowService.describeNamespace({ namespace: 'prova' });
  expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBe(1095 * 86_400);
  await connection.close();
  await heir.stop();
});

test('the time-skipping server crosses a year in an instant', async () => {
  const environment = await timeSkippingEnvironment();
  const before = await environment.currentTimeMs();
  await environment.sleep('365 days');
  expect((await environment.currentTimeMs()) - before).toBeGreaterThanOrEqual(365 * 86_400_000);
  await environment.teardown();
});

async function kill(pid: number): Promise<void> {
  const mark = markOf(pid);
  if (mark === undefined) throw new Error(`no process ${pid}`);
  await endProcess(mark, [['SIGKILL', 5_000]]);
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
