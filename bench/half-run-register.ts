import { mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import type { ConsoleDeps } from '../src/client/pages/kit/deps.js';
import { createActions } from '../src/client/system/actions.js';
import { createConsole } from '../src/client/system/app.js';
import type { Instant } from '../src/domain/calendar/types.js';
import { type Log, terminalLog } from '../src/platform/log.js';
import { startPostgres } from '../src/platform/postgres.js';
import { type Db, openRegister } from '../src/register/database.js';
import { migrate } from '../src/register/migrate.js';
import { halfRun } from '../test/client/pages/half-run.js';
import { consoleParts } from '../test/client/pages/parts.js';

export const SCHEMA = 'prova_1';

/** A register with a cycle that has come to September, for as long as something is measured in it. */
export interface HalfRunRegister {
  readonly place: { readonly url: string; readonly schema: string };
  readonly now: Instant;
  readonly log: Log;
}

/** Begins such a register in a PostgreSQL of its own, and leaves nothing of it. @param name of its folder */
export async function inHalfRun(name: string, measure: (register: HalfRunRegister) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), `ciclo-${name}-`));
  const log = terminalLog(process.stdout);
  const cacheDir = process.env.CICLO_CACHE ?? join(homedir(), '.cache', 'ciclo');
  const postgres = await startPostgres({ dataDir: folder, cacheDir, log });
  try {
    const place = { url: postgres.url, schema: SCHEMA };
    await migrate(place);
    const register = await openRegister({ ...place, unsaid: 'every-body' });
    const half = await halfRun(register, '2016-09-20');
    half.remove();
    await register.close();
    await measure({ place, now: half.now, log });
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What takes forms with no workflow behind: their wake-up goes to nobody, once they have their receipt. */
export const takesForms = (db: Db, now: Instant) =>
  createActions({
    temporal: { workflow: { getHandle: () => ({ signal: async () => undefined }) } } as unknown as Client,
    register: { db, schema: SCHEMA, close: async () => undefined },
    now: () => now,
  });

/** The console over such a register. */
export const consoleOver = (db: Db, now: Instant, more: Partial<Pick<ConsoleDeps, 'rehearsal' | 'actions'>> = {}) =>
  createConsole({
    ...consoleParts(),
    ...more,
    register: { db, schema: SCHEMA, close: async () => undefined },
    clock: () => now,
    log: { line: (line) => process.stderr.write(`${line}\n`) },
  });
