import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { endWithMe } from './processes.js';

/** How a program ended and what it said. */
interface Outcome {
  /** Undefined when it could not be started or was stopped for taking too long. */
  readonly status: number | undefined;
  /** Standard output and standard error as they came. */
  readonly output: string;
  /** Standard output by itself, byte by byte. */
  readonly stdout: Buffer;
  /** What it complained about: standard error, or why it could not be started. */
  readonly complaints: string;
}

/** What to run and how patiently. */
interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** What it reads on standard input; absent: nothing. */
  readonly input?: string;
  readonly timeoutMs?: number;
  /** Each finished line of output, as it comes. */
  readonly onLine?: (line: string) => void;
  /** Aborting it stops the program. */
  readonly signal?: AbortSignal;
}

/** Runs a program to its end without a shell. Never throws: a program that is not there is an outcome too. */
export function runProgram(file: string, args: readonly string[], o: RunOptions = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
    let output = '';
    let pending = '';
    const child = spawn(file, args, {
      cwd: o.cwd,
      env: o.env ?? process.env,
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
      shell: process.platform === 'win32' && file.endsWith('.cmd'),
    });
    const callOff = child.pid === undefined ? () => undefined : endWithMe(child.pid, 'TERM');
    const stop = (): void => {
      child.kill('SIGKILL');
    };
    const timer = o.timeoutMs === undefined ? undefined : setTimeout(stop, o.timeoutMs);
    o.signal?.addEventListener('abort', stop, { once: true });
    const take = (chunk: Buffer): void => {
      const text = chunk.toString('utf8');
      output += text;
      const lines = (pending + text).split(/\r?\n/);
      pending = lines.pop() ?? '';
      for (const line of lines) o.onLine?.(line);
    };
    const finish = (status: number | undefined, more = ''): void => {
      clearTimeout(timer);
      o.signal?.removeEventListener('abort', stop);
      callOff();
      const complaints = Buffer.concat(stderr).toString('utf8') + more;
      resolve({ status, output: output + more, stdout: Buffer.concat(stdout), complaints });
    };
    child.stdout.on('data', (chunk: Buffer) => {
      stdout.push(chunk);
      take(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr.push(chunk);
      take(chunk);
    });
    // One that ends before it has read says why by itself.
    child.stdin.on('error', () => undefined);
    child.stdin.end(o.input);
    child.once('error', (error) => finish(undefined, error.message));
    child.once('close', (code) => finish(code ?? undefined));
  });
}

/** Where a command is found on PATH, or undefined. */
export function findOnPath(name: string, path = process.env.PATH ?? ''): string | undefined {
  const suffixes = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  for (const folder of path.split(delimiter).filter((entry) => entry !== '')) {
    for (const suffix of suffixes) {
      const file = join(folder, `${name}${suffix}`);
      if (isExecutable(file)) return file;
    }
  }
  return undefined;
}

/** Whether there is a file there that may be run. */
export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false; // whatever the reason, it cannot be run
  }
}
