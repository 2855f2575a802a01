import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { loadConfig } from '../../src/config.js';
import { quietLog } from '../../src/platform/log.js';
import { freePort } from '../../src/platform/ports.js';
import { startPostgres } from '../../src/platform/postgres.js';
import { openRegister } from '../../src/register/database.js';
import { listRegisters } from '../../src/register/migrate.js';
import { type Facts, factsOf } from './facts.js';

const REF = { entity: 'ccms', exercise: 2016 };

/** What the last rehearsal of a data folder came to, while nothing runs on it. */
export async function factsIn(dataDir: string): Promise<Facts> {
  const postgres = await startPostgres({ dataDir, cacheDir: loadConfig().cacheDir, log: quietLog });
  // What is stopped before its cycle is planned begins anew, in a space of its own.
  const spaces = (await listRegisters(postgres.url)).filter((name) => name.startsWith('prova_'));
  const space = spaces.sort((a, b) => numberOf(a) - numberOf(b)).at(-1) ?? '';
  const register = await openRegister({ url: postgres.url, schema: space, connections: 2, unsaid: 'every-body' });
  try {
    return await factsOf(register.db, { space, ...REF }, join(dataDir, 'mailbox', space));
  } finally {
    await register.close();
    await postgres.stop();
  }
}

const numberOf = (space: string): number => Number(space.split('_')[1]);

/** A rehearsal in a process of its own. */
export interface Child {
  readonly process: ChildProcess;
  readonly ready: Promise<void>;
  readonly ended: Promise<readonly [number | null]>;
  /** The calendar’s day, as it was told last. */
  lastDay(): string | undefined;
  lastLines(): readonly string[];
}

/**
 * Begins a rehearsal on a data folder, or goes on with the one that is there.
 * @param how `speed` in calendar seconds per second; absent: the usual one
 */
export async function begin(dataDir: string, { speed }: { readonly speed?: number }): Promise<Child> {
  mkdirSync(dataDir, { recursive: true });
  const port = existsSync(join(dataDir, 'port'))
    ? readFileSync(join(dataDir, 'port'), 'utf8')
    : String(await freePort());
  writeFileSync(join(dataDir, 'port'), port);
  const pace = speed === undefined ? [] : ['--speed', String(speed)];
  const child = spawn(process.execPath, ['bin/ciclo', 'rehearse', '--once', '--json', ...pace], {
    env: { ...process.env, CICLO_DATA: dataDir, CONSOLE_PORT: port },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  let day: string | undefined;
  const isReady = new Promise<void>((resolve) => {
    const hear = (line: string): void => {
      lines.push(line);
      if (lines.length > 12) lines.shift();
      day = /"on":"([\d-]+)"/.exec(line)?.[1] ?? day;
      if (line.startsWith('{"event":"ready"')) resolve();
    };
    createInterface({ input: child.stdout }).on('line', hear);
    createInterface({ input: child.stderr }).on('line', hear);
  });
  // Typed for any event; of `exit` the first argument is the code.
  const ended = once(child, 'exit') as Promise<[number | null]>;
  return { process: child, ready: isReady, ended, lastDay: () => day, lastLines: () => [...lines] };
}
