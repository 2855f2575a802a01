import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import pg from 'pg';
import { registerWords } from '../words/register.js';
import type { Db, RegisterPlace } from './database.js';
import { APPLICATION_ROLE, PRODUCTION_SCHEMA, quotedSchema, rehearsalSchema } from './names.js';
import { admitRunner, mayMigrate } from './runner.js';

/** The advisory lock under which schemas are created and changed: "ciclo" in ASCII. */
const LOCK = 0x6369636c6f;

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/**
 * Brings the register's schema to the current version, creating it when it is not there. Safe to call from several
 * processes at once and at every start.
 * @param place with the address of who owns the schemas
 * @param directory where the numbered files are
 * @returns names of the migrations applied now, in order
 * @throws when a file already applied has since been changed or removed, when a migration fails (nothing of it stays), or
 * when some are missing and this user does not own the schema
 */
export async function migrate(
  place: RegisterPlace & { readonly runUrl?: string },
  directory: URL = MIGRATIONS,
): Promise<readonly string[]> {
  const schema = quotedSchema(place.schema);
  const migrations = readMigrations(directory);
  return underLock(place.url, async (client) => {
    if (!(await mayMigrate(client, place.schema))) return await requireCurrent(client, place.schema, migrations);
    await prepareRole(client);
    if (place.runUrl !== undefined) await admitRunner(client, place.runUrl);
    await client.query(`create schema if not exists ${schema}; grant usage on schema ${schema} to ${APPLICATION_ROLE};
      set search_path to ${schema};
      create table if not exists migrations (name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
    const applied = await appliedChecksums(client);
    refuseChanges(place.schema, applied, migrations);
    const missing = migrations.filter((m) => !applied.has(m.name));
    for (const migration of missing) await apply(client, migration);
    return missing.map((m) => m.name);
  });
}

/** Who runs without owning applies nothing: all must be there. */
async function requireCurrent(
  client: pg.Client,
  schema: string,
  migrations: readonly Migration[],
): Promise<readonly []> {
  await client.query(`set search_path to ${quotedSchema(schema)}`);
  const applied = await appliedChecksums(client);
  refuseChanges(schema, applied, migrations);
  const missing = migrations.filter((m) => !applied.has(m.name)).map((m) => m.name);
  if (missing.length > 0) throw new Error(registerWords.migration.notOwner(client.user ?? '', schema, missing));
  return [];
}

/** How a register's schema stands to the files of this version. */
interface MigrationState {
  /** Not applied yet: the next start does. */
  readonly pending: readonly string[];
  /** Applied, but from a newer version, or changed since. */
  readonly foreign: readonly string[];
}

/** What `migrate` would find, changing nothing; undefined when the schema has never been migrated. */
export async function migrationState({ url, schema }: RegisterPlace): Promise<MigrationState | undefined> {
  const quoted = quotedSchema(schema);
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [
      `${quoted}.migrations`,
    ]);
    if (rows[0]?.there !== true) return undefined;
    await client.query(`set search_path to ${quoted}`);
    return stateOf(await appliedChecksums(client));
  });
}

/** Names of the migrations of this version, in order. */
export const migrationNames = (): readonly string[] => readMigrations(MIGRATIONS).map((m) => m.name);

/** The same of a register that is open. One small query. */
export async function openMigrationState(db: Db): Promise<MigrationState> {
  const { rows } = await sql<AppliedMigration>`select name, checksum from migrations`.execute(db);
  return stateOf(new Map(rows.map((row) => [row.name, row.checksum])));
}

function stateOf(applied: ReadonlyMap<string, string>): MigrationState {
  const files = new Map(readMigrations(MIGRATIONS).map((m) => [m.name, m.checksum]));
  return {
    pending: [...files.keys()].filter((name) => !applied.has(name)),
    foreign: [...applied].flatMap(([name, checksum]) => (files.get(name) === checksum ? [] : [name])),
  };
}

interface AppliedMigration {
  readonly name: string;
  readonly checksum: string;
}

/** Lets the user of `runUrl` run, without applying anything. */
export async function admit(ownerUrl: string, runUrl: string): Promise<void> {
  await underLock(ownerUrl, (client) => admitRunner(client, runUrl));
}

/** The registers present in the database: `ciclo` first, then the rehearsals from the oldest. */
export async function listRegisters(url: string): Promise<readonly string[]> {
  return withClient(url, registers);
}

/** Reserves the schema of a new rehearsal and answers its name; two callers never get the same one. */
export async function nextRehearsalSchema(url: string): Promise<string> {
  return underLock(url, async (client) => {
    const numbers = (await registers(client)).filter((name) => name !== PRODUCTION_SCHEMA).map(rehearsalNumber);
    const name = rehearsalSchema(Math.max(0, ...numbers) + 1);
    await client.query(`create schema ${quotedSchema(name)}`);
    return name;
  });
}

const MIGRATIONS = new URL('./migrations/', import.meta.url);
const REHEARSAL = /^prova_([1-9][0-9]*)$/;
const rehearsalNumber = (schema: string): number => Number(REHEARSAL.exec(schema)?.[1] ?? 0);

async function registers(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>('select nspname as name from pg_namespace');
  return rows
    .map((row) => row.name)
    .filter((name) => name === PRODUCTION_SCHEMA || REHEARSAL.test(name))
    .sort((a, b) => rehearsalNumber(a) - rehearsalNumber(b));
}

function readMigrations(directory: URL): readonly Migration[] {
  const names = readdirSync(directory)
    .filter((name) => /^\d{3}_[a-z0-9_]+\.sql$/.test(name))
    .sort();
  return names.map((name) => {
    const sql = readFileSync(new URL(name, directory), 'utf8');
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
}

async function appliedChecksums(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<AppliedMigration>('select name, checksum from migrations');
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

function refuseChanges(schema: string, applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map((m) => [m.name, m.checksum]));
  for (const [name, checksum] of applied) {
    const now = known.get(name);
    if (now === undefined) {
      throw new Error(registerWords.migration.newer(schema, name));
    }
    if (now !== checksum) {
      throw new Error(registerWords.migration.changed(schema, name, checksum, now));
    }
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(migration.sql);
    await client.query('insert into migrations (name, checksum) values ($1, $2)', [migration.name, migration.checksum]);
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback');
    throw new Error(
      registerWords.migration.failed(migration.name, cause instanceof Error ? cause.message : String(cause)),
      { cause },
    );
  }
}

/**
 * Makes the application's role and lets this user act as it. Roles belong to the whole cluster, outside our lock: another
 * database may create the same one at the same moment.
 */
async function prepareRole(client: pg.Client): Promise<void> {
  try {
    await client.query(`do $$ begin
      if not exists (select from pg_roles where rolname = '${APPLICATION_ROLE}') then
        begin
          create role ${APPLICATION_ROLE} nologin;
        exception when duplicate_object or unique_violation then null;
        end;
      end if;
      begin
        set local role ${APPLICATION_ROLE};
        reset role;
      exception when insufficient_privilege then
        execute format('grant ${APPLICATION_ROLE} to %I', current_user);
      end;
    end $$`);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(registerWords.migration.role(client.user ?? '', APPLICATION_ROLE, reason), { cause });
  }
}

async function underLock<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  return withClient(url, async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    return work(client);
  });
}

/** A server that accepts and then says nothing must not keep whoever looks waiting. */
const CONNECT_WITHIN_MS = 10_000;

/** One connection of its own, closed at the end: closing it also gives the lock back. */
async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'ciclo',
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
  });
  // What breaks between two queries fails at the next one; unheard, it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
