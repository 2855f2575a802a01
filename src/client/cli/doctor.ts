import type { Command } from 'commander';
import { doctorWords } from '../../words/doctor.js';
import { words } from '../../words/platform.js';
import type { Check } from '../system/doctor/check.js';

/** `ciclo doctor`: looks at everything Ciclo stands on and says, for what is not well, what to do. */
export function registerDoctor(program: Command): void {
  program
    .command('doctor')
    .description(words.cli.doctor)
    .option('--json', words.cli.doctorJson)
    .option('--worker', words.cli.doctorWorker)
    .action(async (options: { json?: boolean; worker?: boolean }) => {
      const { examine } = await import('../system/doctor/examine.js');
      const checks = await examine(process.env, { worker: options.worker === true });
      process.stdout.write(options.json === true ? `${JSON.stringify(checks, null, 2)}\n` : formatChecks(checks));
      process.exitCode = checks.some((check) => check.state === 'bad') ? 3 : 0;
    });
}

function formatChecks(checks: readonly Check[]): string {
  const width = Math.max(...checks.map((check) => check.what.length));
  const lines = checks
    .map(({ state, what, found, todo }) => {
      const line = `${doctorWords.marks[state]} ${what.padEnd(width)}  ${found}\n`;
      return todo === undefined ? line : `${line}${' '.repeat(width + 8)}→ ${todo}\n`;
    })
    .join('');
  const bad = checks.filter(({ state }) => state === 'bad').map(({ what }) => what);
  return `${lines}\n${doctorWords.verdict([...new Set(bad)])}\n`;
}
