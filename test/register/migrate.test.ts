import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openRegister } from '../../src/register/database.js';
import { listRegisters, migrate, nextRehearsalSchema } from '../../src/register/migrate.js';
import { databaseUrl } from './register.js';

/** A folder of migrations written by the test. */
function migrationsFolder(files: Readonly<Record<string, string>>): URL {
  const folder = mkdtempSync(join(tmpdir(), 'ciclo-migrations-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return pathToFileURL(`${folder}/`);
}

describe('migrations', () => {
  const owner = new pg.Client({ connectionString: databaseUrl() });
  const schemas: string[] = [];
  beforeAll(() => owner.connect().then(() => undefined));
  afterAll(async () => {
    for (const schema of schemas) await owner.query(`drop schema if exists ${schema} cascade`);
    await owner.end();
  });
  const aSchema = (): string => {
    const schema = `m_${randomUUID().slice(0, 8)}`;
    schemas.push(schema);
    return schema;
  };
  const tablesOf = async (schema: string): Promise<string[]> => {
    const { rows } = await owner.query<{ name: string }>(
      'select tablename as name from pg_tables where schemaname = $1',
      [schema],
    );
    return rows.map((row) => row.name).sort();
  };

  it('are applied in order once, and not again', async () => {
    const place = { url: databaseUrl(), schema: aSchema() };
    const first = await migrate(place);
    expect(first[0]).toBe('001_people.sql');
    expect(first).toEqual([...first].sort());
    expect(await migrate(place)).toEqual([]);
  });

  it('are applied once when several processes start together', async () => {
    const place = { url: databaseUrl(), schema: aSchema() };
    const answers = await Promise.all([1, 2, 3, 4].map(() => migrate(place)));
    expect(answers.filter((names) => names.length > 0)).toHaveLength(1);
  });

  it('keep two registers of one database apart', async () => {
    const [one, two] = [aSchema(), aSchema()];
    await Promise.all([one, two].map((schema) => migrate({ url: databaseUrl(), schema })));
    const register = await openRegister({ url: databaseUrl(), schema: one, unsaid: 'every-body' });
    onTestFinished(() => register.close());
    await register.db.insertInto('entities').values({ id: 'solo-qui', name: 'x', seat: 'x', data: '{}' }).execute();
    const { rows } = await owner.query(`select id from ${two}.entities`);
    expect(rows).toEqual([]);
  });

  it('whose file has changed since it was applied are refused by name', async () => {
    const schema = aSchema();
    const before = migrationsFolder({ '001_uno.sql': 'create table uno (id int)' });
    await migrate({ url: databaseUrl(), schema }, before);
    const after = migrationsFolder({ '001_uno.sql': 'create table uno (id bigint)' });
    await expect(migrate({ url: databaseUrl(), schema }, after)).rejects.toThrow(
      /la migrazione 001_uno\.sql è già applicata .* ma il file è cambiato/,
    );
  });

  it('that a newer version has applied stop an older one from going on', async () => {
    const schema = aSchema();
    const newer = migrationsFolder({
      '001_uno.sql': 'create table uno (id int)',
      '002_due.sql': 'create table due (id int)',
    });
    await migrate({ url: databaseUrl(), schema }, newer);
    const older = migrationsFolder({ '001_uno.sql': 'create table uno (id int)' });
    await expect(migrate({ url: databaseUrl(), schema }, older)).rejects.toThrow('versione più recente del programma');
  });

  it('that fail half-way leave nothing of themselves and keep those before', async () => {
    const schema = aSchema();
    const folder = migrationsFolder({
      '001_uno.sql': 'create table uno (id int)',
      '002_due.sql': 'create table due (id int); select 1/0',
    });
    await expect(migrate({ url: databaseUrl(), schema }, folder)).rejects.toThrow('002_due.sql');
    expect(await tablesOf(schema)).toEqual(['migrations', 'uno']);
    const repaired = migrationsFolder({
      '001_uno.sql': 'create table uno (id int)',
      '002_due.sql': 'create table due (id int)',
    });
    expect(await migrate({ url: databaseUrl(), schema }, repaired)).toEqual(['002_due.sql']);
  });

  it('can be applied by a database owner who is not a superuser', async () => {
    const name = `owner_${randomUUID().slice(0, 8)}`;
    await owner.query(`create role ${name} login password 'prova' createrole`);
    await owner.query(`create database ${name} owner ${name}`);
    const url = new URL(databaseUrl());
    url.username = name;
    url.password = 'prova';
    url.pathname = `/${name}`;
    try {
      // The application's role exists already and the owner may not grant it: an administrator has to.
      await expect(migrate({ url: url.href, schema: 'ciclo' })).rejects.toThrow('grant ciclo_app to');
      await owner.query(`grant ciclo_app to ${name}`);
      await migrate({ url: url.href, schema: 'ciclo' });
      const register = await openRegister({ url: url.href, schema: 'ciclo', unsaid: 'every-body' });
      expect(await register.db.selectFrom('cycles').select('id').execute()).toEqual([]);
      await register.close();
    } finally {
      await owner.query(`drop database ${name} with (force)`);
      await owner.query(`drop role ${name}`);
    }
  });
});

describe('rehearsals', () => {
  it('get a register each, numbered on, also when two begin together', async () => {
    const name = `prove_${randomUUID().slice(0, 8)}`;
    const admin = new pg.Client({ connectionString: databaseUrl() });
    await admin.connect();
    await admin.query(`create database ${name}`);
    const url = new URL(databaseUrl());
    url.pathname = `/${name}`;
    try {
      await migrate({ url: url.href, schema: 'ciclo' });
      const names = await Promise.all([1, 2, 3].map(() => nextRehearsalSchema(url.href)));
      expect([...names].sort()).toEqual(['prova_1', 'prova_2', 'prova_3']);
      await migrate({ url: url.href, schema: 'prova_2' });
      for (let n = 4; n <= 10; n++) await nextRehearsalSchema(url.href);
      const all = await listRegisters(url.href);
      expect(all[0]).toBe('ciclo');
      expect(all.at(-1)).toBe('prova_10');
    } finally {
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    }
  });
});
