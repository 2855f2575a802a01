import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '../../src/platform/postgres.js';

declare module 'vitest' {
  export interface ProvidedContext {
    databaseUrl: string;
  }
}

/** One PostgreSQL server for the whole run, gone with its data at the end; `TEST_DATABASE_URL` names another to use. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined && given !== '') {
    project.provide('databaseUrl', given);
    return async () => undefined;
  }
  const home = mkdtempSync(join(tmpdir(), 'ciclo-postgres-'));
  const told: string[] = [];
  const log = {
    line: (text: string) => void told.push(text),
    during: <T>(_: string, work: (note: (detail: string) => void) => Promise<T>) => work(() => undefined),
  };
  const server = await startPostgres({ dataDir: home, cacheDir: join(home, 'cache'), log });
  project.provide('databaseUrl', server.url);
  return async () => {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  };
}
