import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importsUnder, SRC } from './imports.js';

/*
 * The register is the only room that asks the database anything: whoever needs something on record calls a function of it that
 * says what in its name.
 */

/** What asks. */
const ASKS =
  /\b(selectFrom|selectNoFrom|insertInto|updateTable|deleteFrom|replaceInto|mergeInto)\(|\bsql(<.*>)?`|\bsql\.(raw|ref|table|id|lit|val|join)\(|\bCompiledQuery\b/;

/** Who else speaks to a PostgreSQL, and to which. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'platform/postgres.ts': 'our own server, before there is a register in it: its database and its users',
  'office/sources/query-sql.ts':
    'the databases of bodies that values are collected from, with the queries their files say',
};

/** What speaks to a database. */
const DRIVERS = ['kysely', 'pg'];

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));

describe('SQL stands in the register', () => {
  test('nobody else asks the database', () => {
    const asking = files
      .filter((file) => !file.startsWith('register/'))
      .filter((file) => ASKS.test(readFileSync(join(SRC, file), 'utf8')));
    expect(asking).toEqual([]);
  });

  test('nobody else takes what speaks to one, but who is named here', () => {
    const speaking = importsUnder()
      .filter(
        ({ file, specifier, typeOnly }) => DRIVERS.includes(specifier) && !typeOnly && !file.startsWith('register/'),
      )
      .map(({ file }) => file);
    expect([...new Set(speaking)].sort()).toEqual(Object.keys(ELSEWHERE).sort());
  });

  test.each([
    "db.selectFrom('log').select('id')",
    "tx.insertInto('log')",
    'await sql`select 1`.execute(db)',
    'await sql<Row>`select 1`.execute(db)',
    'sql.raw(text)',
  ])('%s is found out', (source) => {
    expect(ASKS.test(source)).toBe(true);
  });

  test.each(["{ kind: 'sql' }", "import './query-sql.js'"])('%s is no query', (source) => {
    expect(ASKS.test(source)).toBe(false);
  });
});
