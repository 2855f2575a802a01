import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { type Db, openRegister, type Register } from '../../src/register/database.js';
import { migrate } from '../../src/register/migrate.js';

/** Where the suite's PostgreSQL is. */
export const databaseUrl = (): string => inject('databaseUrl');

/** A fresh register for one test file, dropped at its end. */
export function aRegister(): { readonly db: Db; readonly schema: string; readonly owner: pg.Client } {
  const schema = `t_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  let register: Register | undefined;
  const owner = new pg.Client({ connectionString: inject('databaseUrl') });
  beforeAll(async () => {
    await owner.connect();
    await migrate({ url: databaseUrl(), schema });
    await owner.query(`set search_path to ${schema}`);
    register = await openRegister({ url: databaseUrl(), schema, unsaid: 'every-body' });
  });
  afterAll(async () => {
    await register?.close();
    await owner.query(`drop schema if exists ${schema} cascade`);
    await owner.end();
  });
  return {
    get db(): Db {
      if (register === undefined) throw new Error('the register is not open yet');
      return register.db;
    },
    schema,
    owner,
  };
}
