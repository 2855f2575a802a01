import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { loadConfig } from '../../src/config.js';
import { quietLog } from '../../src/platform/log.js';
import { startPostgres } from '../../src/platform/postgres.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A database whose owner may create others: see `freshDatabase`. */
    databaseUrl: string;
  }
}

/** One real PostgreSQL for the whole run, gone with its data at the end; TEST_DATABASE_URL names another to use. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  if (given !== undefined && given !== '') {
    project.provide('databaseUrl', given);
    return async () => undefined;
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'ciclo-tests-'));
  const server = await startPostgres({ dataDir, cacheDir: loadConfig().cacheDir, log: quietLog });
  project.provide('databaseUrl', server.url);
  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
