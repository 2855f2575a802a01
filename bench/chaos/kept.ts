import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Orders } from './process.js';
import type { ClockSkew } from './skewed-clock.js';

/** A process that is started again whenever it ends, as a supervisor does. */
export interface Supervised {
  readonly name: string;
  /** Settles when it answers for the first time. */
  readonly ready: Promise<void>;
  /** Ends it with a signal and waits until the next one is ready. */
  restart(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  /** Sets its clock wrong by so many milliseconds; right again with zero. A process that is started again has the right one. */
  setClock(skewMs: number): void;
  /** How often it ended without having been asked to, by how. */
  readonly unasked: ReadonlyMap<string, number>;
  end(): Promise<void>;
}

const RESTART_MS = 500;
const LOOK_MS = 50;
/** As long as supervisors usually wait. */
const PATIENCE_MS = 30_000;
const READY_MS = 120_000;

export function supervise(name: string, orders: Orders, env: NodeJS.ProcessEnv, logFile: string): Supervised {
  const unasked = new Map<string, number>();
  const output = createWriteStream(logFile, { flags: 'a' });
  let over = false;
  let asked = false;
  let current: ChildProcess;
  let isReady = false;
  const start = (): void => {
    asked = false;
    isReady = false;
    const child = spawn(process.execPath, ['--import', 'tsx', 'bench/chaos/process.ts', JSON.stringify(orders)], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    child.stderr?.pipe(output, { end: false });
    child.stdout?.once('data', () => {
      isReady = true;
    });
    child.once('exit', (code, signal) => {
      isReady = false;
      const how = signal ?? `exit ${code}`;
      if (!asked && !over) unasked.set(how, (unasked.get(how) ?? 0) + 1);
      if (!over) setTimeout(start, RESTART_MS);
    });
    current = child;
  };
  const untilReady = async (): Promise<void> => {
    const until = Date.now() + READY_MS;
    while (!isReady) {
      if (Date.now() > until) throw new Error(`${name} does not get ready: see ${logFile}`);
      await sleep(LOOK_MS);
    }
  };
  start();
  return {
    name,
    ready: untilReady(),
    unasked,
    restart: async (signal) => {
      await untilReady();
      const ended = once(current, 'exit');
      asked = true;
      current.kill(signal);
      const patience = setTimeout(() => {
        unasked.set('killed, it did not end in order', (unasked.get('killed, it did not end in order') ?? 0) + 1);
        current.kill('SIGKILL');
      }, PATIENCE_MS);
      await ended;
      clearTimeout(patience);
      await untilReady();
    },
    setClock: (skewMs) => {
      if (current.connected) current.send({ skewMs } satisfies ClockSkew);
    },
    end: async () => {
      over = true;
      const ended = once(current, 'exit');
      current.kill('SIGTERM');
      await Promise.race([ended, sleep(20_000)]);
      current.kill('SIGKILL');
      output.end();
    },
  };
}
