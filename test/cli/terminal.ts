import { CommanderError } from 'commander';
import { vi } from 'vitest';
import { createProgram } from '../../src/client/cli/program.js';
import { usageProblem } from '../../src/words/platform.js';

/** What a person at a terminal sees of one command. */
export interface Seen {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `ciclo …` in this process, as the terminal would. */
export function ciclo(...args: readonly string[]): Promise<Seen> {
  return seen(async () => {
    await createProgram().parseAsync([...args], { from: 'user' });
    return Number(process.exitCode ?? 0);
  });
}

/** What `work` writes to the terminal, and the exit code it answers. */
export async function seen(work: () => Promise<number>): Promise<Seen> {
  const written = { out: '', err: '' };
  const catching = [
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      written.out += String(text);
      return true;
    }),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      written.err += String(text);
      return true;
    }),
  ];
  try {
    const code = await work();
    return { ...written, code };
  } catch (cause) {
    if (!(cause instanceof CommanderError)) throw cause;
    if (cause.exitCode === 0) return { ...written, code: 0 };
    return { code: 2, out: written.out, err: written.err + usageProblem(cause.code, cause.message) };
  } finally {
    process.exitCode = 0;
    for (const spy of catching) spy.mockRestore();
  }
}
