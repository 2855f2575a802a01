import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { makingPrivate, PRIVATE_FILE, privateFolder } from './private.js';
import { endProcess, endWithMe, isErrno, markOf, type ProcessMark } from './processes.js';
import type { Launch } from './unprivileged.js';

/** A server started by us, in a session of its own so that Ctrl-C in the terminal does not reach it before we stop it in order. */
export interface KeptProcess extends ProcessMark {
  /** Resolves when it ends by itself, with its status or signal in words. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

/** What to start and how to end it. */
interface KeptProcessOptions extends Launch {
  /** Its output goes here, not through us: it must survive us for as long as it takes to end well. */
  readonly logFile: string;
  readonly env?: NodeJS.ProcessEnv;
  /** The signal that ends it in good order. */
  readonly signal: 'INT' | 'TERM';
  /** How long it may take, before it is killed. */
  readonly patienceMs: number;
}

const LOG_LIMIT_BYTES = 20_000_000;

/** Starts a server that ends when we end, in whatever way. */
export function startKept(o: KeptProcessOptions): KeptProcess {
  privateFolder(dirname(o.logFile));
  shorten(o.logFile);
  const output = openSync(o.logFile, 'a', PRIVATE_FILE);
  const child = makingPrivate(() =>
    spawn(o.file, o.args, {
      ...o.options,
      env: o.env ?? process.env,
      detached: true,
      stdio: ['ignore', output, output],
      windowsHide: true,
    }),
  );
  closeSync(output);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? String(code)));
  });
  child.unref();
  const mark = markOf(child.pid ?? 0) ?? { pid: child.pid ?? 0, began: '' };
  const callOff = mark.pid > 0 ? endWithMe(mark.pid, o.signal) : () => undefined;
  void ended.then(callOff);
  return {
    ...mark,
    ended,
    stop: async () => {
      callOff();
      await endProcess(mark, [
        [`SIG${o.signal}`, o.patienceMs],
        ['SIGKILL', 5_000],
      ]);
    },
  };
}

/** The last lines of a log file, for saying why a server did not start. */
export function lastLines(logFile: string, count: number): readonly string[] {
  try {
    return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-count);
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return [];
    throw error;
  }
}

/** Servers write little; a log that has nevertheless grown past the limit begins anew. */
function shorten(logFile: string): void {
  try {
    if (statSync(logFile).size > LOG_LIMIT_BYTES) truncateSync(logFile, 0);
  } catch (error) {
    if (!isErrno(error, 'ENOENT')) throw error;
  }
}
