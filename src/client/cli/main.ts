import { CommanderError } from 'commander';
import { EnvironmentError } from '../../platform/errors.js';
import { usageProblem, words } from '../../words/platform.js';
import { createProgram } from './program.js';

try {
  await createProgram().parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

/** Says what went wrong on stderr and answers the exit code: 2 wrong usage, 3 broken environment. */
function report(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0 || error.code === 'commander.help') return 0;
    process.stderr.write(`${usageProblem(error.code, error.message)}\n${words.cli.seeHelp}\n`);
    return 2;
  }
  if (error instanceof EnvironmentError) {
    process.stderr.write(`${error.lines.join('\n')}\n`);
    return 3;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${words.cli.unexpected}\n${detail}\n`);
  return 3;
}
