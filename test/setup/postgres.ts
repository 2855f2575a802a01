import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { loadConfig } from '../../src/config.js';
import { quietLog } from '../../src/platform/log.js';
import { startPostgres } from '../../src/platform/postgres.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A database whose owner may create others: see `freshDatabase`. */
    databaseUrl: string;
    /** Where what is made once in a run is kept, and how the names of its databases begin: see `copyOf`. */
    kept: { readonly folder: string; readonly prefix: string };
  }
}

/**
 * What a test writes is gone with the run: it need not be on the disk before it is answered. Whoever asks what survives an end has a
 * server of its own.
 */
const HASTE = [
  'synchronous_commit = off',
  'full_page_writes = off',
  `checkpoint_timeout = '30min'`,
  `max_wal_size = '4GB'`,
];

/**
 * One real PostgreSQL for the whole run, whichever of its projects asks first, gone with its data at the end; TEST_DATABASE_URL names
 * another to use.
 */
export default async function setup({ vitest }: TestProject): Promise<(() => Promise<void>) | undefined> {
  const project = vitest.getRootProject();
  if (project.getProvidedContext().databaseUrl !== undefined) return undefined;
  const dataDir = mkdtempSync(join(tmpdir(), 'ciclo-tests-'));
  const kept = { folder: join(dataDir, 'kept'), prefix: `kept_${randomBytes(4).toString('hex')}_` };
  mkdirSync(kept.folder);
  project.provide('kept', kept);
  const given = process.env.TEST_DATABASE_URL;
  if (given !== undefined && given !== '') {
    project.provide('databaseUrl', given);
    return async () => {
      await dropAll(given, kept.prefix);
      rmSync(dataDir, { recursive: true, force: true });
    };
  }
  const server = await startPostgres({ dataDir, cacheDir: loadConfig().cacheDir, log: quietLog });
  await asked(server.url, [...HASTE.map((setting) => `alter system set ${setting}`), 'select pg_reload_conf()']);
  project.provide('databaseUrl', server.url);
  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

async function asked(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

async function dropAll(url: string, prefix: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      'select datname as name from pg_database where starts_with(datname, $1)',
      [prefix],
    );
    for (const { name } of rows) await client.query(`drop database if exists ${name} with (force)`);
  } finally {
    await client.end();
  }
}
