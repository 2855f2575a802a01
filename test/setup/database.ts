import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';

/** A database of one's own. */
export interface FreshDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** Creates an empty database beside the others of this run. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const url = freshUrl();
  return { url, drop: await create(url) };
}

/** Address of a database that is not there yet. */
export const freshUrl = (): string => urlOf(`t_${randomBytes(6).toString('hex')}`);

/** What is made once in a run, and copied by all that want it. */
export interface Kept {
  /** Files that belong to it; whoever changes them copies them first. */
  readonly folder: string;
  drop(): Promise<void>;
}

/**
 * A copy of a database that is made once in a run: who asks for it first fills it, the others take it as it was left.
 * @param url where the copy goes: see `freshUrl`
 * @param name of what it holds, in letters that a database's name may have
 * @param fill puts it together in an empty database and an empty folder, and leaves no connection open
 */
export async function copyOf(
  url: string,
  name: string,
  fill: (url: string, folder: string) => Promise<void>,
): Promise<Kept> {
  const { folder, prefix } = inject('kept');
  const original = `${prefix}${name}`;
  const files = join(folder, name);
  await asking(inject('databaseUrl'), async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [original]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [original]);
    if (rowCount !== 0) return;
    const draft = `${original}_draft`;
    await client.query(`create database ${draft}`);
    const half = `${files}.draft`;
    mkdirSync(half);
    try {
      await fill(urlOf(draft), half);
      renameSync(half, files);
      await client.query(`alter database ${draft} rename to ${original}`);
    } catch (cause) {
      rmSync(half, { recursive: true, force: true });
      await client.query(`drop database if exists ${draft} with (force)`);
      throw cause;
    }
  });
  return { folder: files, drop: await create(url, original) };
}

/** @returns what drops it */
async function create(url: string, template?: string): Promise<() => Promise<void>> {
  const admin = inject('databaseUrl');
  const name = new URL(url).pathname.slice(1);
  const execute = (sql: string): Promise<void> => asking(admin, async (client) => void (await client.query(sql)));
  await execute(`create database ${name}${template === undefined ? '' : ` template ${template}`}`);
  return () => execute(`drop database if exists ${name} with (force)`);
}

function urlOf(database: string): string {
  const url = new URL(inject('databaseUrl'));
  url.pathname = `/${database}`;
  return url.href;
}

async function asking<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
