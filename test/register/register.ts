import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { type Db, openRegister, type Register } from '../../src/register/database.js';
import { migrate } from '../../src/register/migrate.js';
import { copyOf, freshUrl, type Kept } from '../setup/database.js';

/** Where the suite's PostgreSQL is. */
export const databaseUrl = (): string => inject('databaseUrl');

/** The schema of a test's register, alone in a database of its own. */
export const SCHEMA = 'prova';

/** A register of one test file. */
export interface TestRegister {
  readonly db: Db;
  /** Of the database that holds it, and nothing else. */
  readonly url: string;
  readonly schema: string;
  readonly owner: pg.Client;
}

/** A fresh register for one test file, dropped at its end. */
export const aRegister = (): TestRegister =>
  aCopiedRegister((to) => copyOf(to, 'migrated', async (url) => void (await migrate({ url, schema: SCHEMA }))));

/** The register in a database that is this file's, dropped at its end. */
export function aCopiedRegister(copied: (url: string) => Promise<Kept>, ready?: (kept: Kept) => void): TestRegister {
  const url = freshUrl();
  const owner = new pg.Client({ connectionString: url });
  let made: { readonly kept: Kept; readonly register: Register } | undefined;
  beforeAll(async () => {
    const kept = await copied(url);
    await owner.connect();
    await owner.query(`set search_path to ${SCHEMA}`);
    made = { kept, register: await openRegister({ url, schema: SCHEMA, unsaid: 'every-body' }) };
    ready?.(kept);
  });
  afterAll(async () => {
    await made?.register.close();
    await owner.end();
    await made?.kept.drop();
  });
  return {
    get db() {
      if (made === undefined) throw new Error('the register is not open yet');
      return made.register.db;
    },
    url,
    schema: SCHEMA,
    owner,
  };
}
