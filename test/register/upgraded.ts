import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { onTestFinished } from 'vitest';
import { migrate } from '../../src/register/migrate.js';
import { databaseUrl } from './register.js';

const MIGRATIONS = new URL('../../src/register/migrations/', import.meta.url);

/** A register as it stood before a migration, with what the test puts in it; then brought up to date. */
export async function upgraded(before: string, fill: (owner: pg.Client) => Promise<void>): Promise<pg.Client> {
  const schema = `a_${randomUUID().slice(0, 8)}`;
  const folder = mkdtempSync(join(tmpdir(), 'ciclo-before-drafts-'));
  for (const name of readdirSync(MIGRATIONS).filter((one) => one < before)) {
    copyFileSync(new URL(name, MIGRATIONS), join(folder, name));
  }
  const owner = new pg.Client({ connectionString: databaseUrl() });
  await owner.connect();
  onTestFinished(async () => {
    rmSync(folder, { recursive: true });
    await owner.query(`drop schema if exists ${schema} cascade`);
    await owner.end();
  });
  await migrate({ url: databaseUrl(), schema }, pathToFileURL(`${folder}/`));
  await owner.query(`set search_path to ${schema}`);
  await owner.query(`set ciclo.sees to '*'`);
  await fill(owner);
  await migrate({ url: databaseUrl(), schema });
  return owner;
}
