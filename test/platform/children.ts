import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';

const TSX = import.meta.resolve('tsx');

/** A process that runs a piece of TypeScript and can be killed. `import` paths start at `src/`. */
export interface Child {
  readonly pid: number;
  /** Resolves once it has written that line. */
  said(line: string): Promise<void>;
  /** The n-th line it has written or will write, from 0. */
  line(n: number): Promise<string>;
  kill(): Promise<void>;
}

/** Starts a process of its own on some code of ours. */
export function aProcess(code: string): Child {
  const source = code.replaceAll("'@/", `'${new URL('../../src/', import.meta.url).href}`);
  const child = spawn(process.execPath, ['--import', TSX, '--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += String(chunk);
  });
  onTestFinished(() => killed(child));
  const until = async <T>(find: (lines: readonly string[]) => T | undefined): Promise<T> => {
    for (;;) {
      const found = find(output.split('\n').slice(0, -1));
      if (found !== undefined) return found;
      if (child.exitCode !== null) throw new Error(`it ended having said only: ${output}`);
      await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
    }
  };
  return {
    pid: child.pid ?? 0,
    said: async (line) => {
      await until((lines) => lines.find((text) => text === line));
    },
    line: (n) => until((lines) => lines[n]),
    kill: () => killed(child),
  };
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
