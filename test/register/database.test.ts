import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openRegister } from '../../src/register/database.js';
import { listRegisters, migrate, nextRehearsalSchema } from '../../src/register/migrate.js';
import { aRegister, databaseUrl } from './register.js';

describe('a register', () => {
  const register = aRegister();

  it('acts as the application role, in UTC', async () => {
    const { rows } = await sql<object>`select current_user as who, current_setting('timezone') as zone`.execute(
      register.db,
    );
    expect(rows).toEqual([{ who: 'ciclo_app', zone: 'UTC' }]);
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
});
