import { vi } from 'vitest';
import { createProgram } from '../../../src/client/cli/program.js';
import { runCli, tellFailure } from '../../../src/client/cli/run.js';

/** What a person at a terminal sees of one command. */
export interface Seen {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `ciclo …` in this process, as the terminal would. */
export const ciclo = (...args: readonly string[]): Promise<Seen> => seen(() => runCli(args));

/** What `work` writes to the terminal, and the exit code it answers. */
export async function seen(work: () => Promise<unknown>): Promise<Seen> {
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
    process.exitCode = 0;
    const code = await work().catch((error: unknown) => tellFailure(error, [], createProgram()));
    return { ...written, code: typeof code === 'number' ? code : 0 };
  } finally {
    process.exitCode = 0;
    for (const spy of catching) spy.mockRestore();
  }
}
