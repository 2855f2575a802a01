import { createInterface } from 'node:readline/promises';
import type { Asker } from './questions.js';

/** Who sits at the terminal; undefined when the input or the output is not one. Ctrl-C and Ctrl-D reject with an `AbortError`. */
export function terminalAsker(): Asker | undefined {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return undefined;
  return {
    ask: async (prompt) => {
      // Opened for each question: nothing keeps the process alive once all are answered.
      const lines = createInterface({ input: process.stdin, output: process.stdout });
      const left = new AbortController();
      lines.once('SIGINT', () => left.abort());
      lines.once('close', () => left.abort());
      try {
        return await lines.question(prompt, { signal: left.signal });
      } finally {
        lines.close();
      }
    },
    say: (line) => void process.stdout.write(`${line}\n`),
  };
}
