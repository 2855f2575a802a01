import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openRegister } from '../../src/register/database.js';
import { aRegister, databaseUrl } from './register.js';

describe('a register', () => {
  const register = aRegister();

  it('acts as the application role, in UTC, in its own schema', async () => {
    const { rows } =
      await sql<object>`select current_user as who, current_setting('timezone') as zone, current_schema() as place`.execute(
        register.db,
      );
    expect(rows).toEqual([{ who: 'ciclo_app', zone: 'UTC', place: register.schema }]);
  });

  it('notices within a minute that the machine at the other end is gone', async () => {
    const { rows } = await sql<{ setting: string }>`
      select setting from pg_settings where name like 'tcp_keepalives%' order by name`.execute(register.db);
    // The number of probes, the seconds of silence before the first, and between one and the next.
    expect(rows.map(({ setting }) => setting)).toEqual(['3', '30', '10']);
  });

  it('reads dates and instants as ISO text, counts as numbers and exact decimals as text', async () => {
    const { rows } =
      await sql<object>`select date '2016-02-29' as day, timestamptz '2016-10-30 02:30:00.75+01' as moment,
      9007199254740991::bigint as count, 82.50::numeric as share`.execute(register.db);
    expect(rows).toEqual([
      { day: '2016-02-29', moment: '2016-10-30T01:30:00Z', count: 9007199254740991, share: '82.50' },
    ]);
  });

  it('refuses a count that JavaScript would round', async () => {
    await expect(sql`select 9007199254740993::bigint as count`.execute(register.db)).rejects.toThrow(
      '9007199254740993',
    );
  });

  it('leaves the global settings of the driver as they were', async () => {
    const other = await register.owner.query<{ day: Date }>(`select date '2016-02-29' as day`);
    expect(other.rows[0]?.day).toBeInstanceOf(Date);
  });

  it('is not opened before it has been migrated, and says which one', async () => {
    await expect(openRegister({ url: databaseUrl(), schema: 'mai_creato', unsaid: 'every-body' })).rejects.toThrow(
      'il registro «mai_creato» non si apre',
    );
  });

  it.each([
    'Ciclo',
    'ciclo; drop schema public',
    'ciclo"',
    '',
    '1ciclo',
    'pg_catalog',
    'information_schema',
    `a${'b'.repeat(63)}`,
  ])('is not looked for in a schema called «%s»', async (schema) => {
    await expect(openRegister({ url: databaseUrl(), schema, unsaid: 'every-body' })).rejects.toThrow(
      'nome di schema non valido',
    );
  });

  it('loses a transaction, and nothing else, when the server cuts it between two of its queries', async () => {
    const cut = register.db.transaction().execute(async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
      await register.owner.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
      await new Promise((resolve) => setTimeout(resolve, 200));
      await sql`select 1`.execute(tx);
    });
    await expect(cut).rejects.toThrow();
    expect((await sql<{ n: number }>`select 1 as n`.execute(register.db)).rows).toEqual([{ n: 1 }]);
  });

  it('goes on with a new connection when the server has cut the ones it had', async () => {
    await sql`select 1`.execute(register.db);
    await register.owner.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = $1 and pid <> pg_backend_pid()',
      [`ciclo ${register.schema}`],
    );
    await expect
      .poll(() =>
        sql<object>`select current_user as who`.execute(register.db).then(
          (r) => r.rows,
          () => [],
        ),
      )
      .toEqual([{ who: 'ciclo_app' }]);
  });
});
