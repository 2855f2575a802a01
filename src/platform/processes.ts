import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Which process this is, even after its number has been given to another. */
export interface ProcessMark {
  readonly pid: number;
  /** When it began, in a form that only serves comparison; empty where the system does not say. */
  readonly began: string;
}

/** The mark of a living process, or undefined when no process has that number. */
export function markOf(pid: number): ProcessMark | undefined {
  if (!hasProcess(pid)) return undefined;
  return { pid, began: beginningOf(pid) };
}

/** Whether the marked process itself still lives: its number in use by another does not count. */
export function isAlive(mark: ProcessMark): boolean {
  return hasProcess(mark.pid) && beginningOf(mark.pid) === mark.began;
}

/** The command line of a process, for telling whose it is; empty when it is gone or the system does not say. */
export function commandLineOf(pid: number): string {
  if (process.platform === 'linux') return readOrEmpty(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim();
  if (process.platform === 'win32') return '';
  const answer = spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  return answer.status === 0 ? answer.stdout.trim() : '';
}

/**
 * Asks a process to end with each signal in turn, waiting for it in between.
 * @param signals the signal and the milliseconds granted after it; the last should be SIGKILL
 * @returns whether the process is gone
 */
export async function endProcess(
  mark: ProcessMark,
  signals: readonly (readonly [NodeJS.Signals, number])[],
): Promise<boolean> {
  for (const [signal, patience] of signals) {
    if (!isAlive(mark)) return true;
    try {
      process.kill(mark.pid, signal);
    } catch (error) {
      if (!isErrno(error, 'ESRCH')) throw error;
      return true;
    }
    const deadline = Date.now() + patience;
    while (Date.now() < deadline) {
      await sleep(20);
      if (!isAlive(mark)) return true;
    }
  }
  return !isAlive(mark);
}

/**
 * Ends `pid` with `signal` as soon as this process is no more, however it ended (also by `kill -9`).
 * The shell waits on a pipe whose other end only this process holds. On Windows there is no such shell: the next start cleans up.
 * @returns a function that calls the watch off
 */
export function endWithMe(pid: number, signal: 'INT' | 'TERM'): () => void {
  if (process.platform === 'win32') return () => undefined;
  const script = 'cat >/dev/null 2>&1; kill -s "$1" "$2" 2>/dev/null';
  const watcher = spawn('/bin/sh', ['-c', script, 'ciclo-watch', signal, String(pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.on('error', () => undefined); // without a shell there is no watch, and the next start still cleans up
  watcher.unref();
  if (watcher.stdin !== null && 'unref' in watcher.stdin && typeof watcher.stdin.unref === 'function') {
    watcher.stdin.unref();
  }
  return () => {
    watcher.kill('SIGKILL');
  };
}

function hasProcess(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return isErrno(error, 'EPERM');
  }
  // A process that has ended but was not yet awaited by its parent still answers signals.
  return process.platform !== 'linux' || statFields(pid)[0] !== 'Z';
}

function beginningOf(pid: number): string {
  if (process.platform === 'linux') {
    const ticks = statFields(pid)[19];
    return ticks === undefined ? '' : `${readOrEmpty('/proc/sys/kernel/random/boot_id').trim()}/${ticks}`;
  }
  if (process.platform === 'win32') return '';
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return ''; // ps answers with an error for a process that has just ended
  }
}

/** Fields of /proc/PID/stat from the third (state) on; the second, the name, may hold spaces and brackets. */
function statFields(pid: number): string[] {
  const text = readOrEmpty(`/proc/${pid}/stat`);
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isErrno(error, 'ENOENT') || isErrno(error, 'ESRCH')) return '';
    throw error;
  }
}

/** Whether this is the system's error of that name. */
export function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
