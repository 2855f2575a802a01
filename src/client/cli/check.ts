import type { Command } from 'commander';
import { checkWords as words } from '../../words/cli-verbs.js';

/** `ciclo check`: every data file of every body. Exit 0 sound, 1 a plan has errors or targets nobody can compare a value with, 2 a file is wrong. */
export function registerCheck(program: Command): void {
  program
    .command('check')
    .description(words.description)
    .argument('[cartella]', words.folder)
    .option('--all', words.all, false)
    .option('--json', words.json, false)
    .action(async (folder: string | undefined, options: { readonly all: boolean; readonly json: boolean }) => {
      const { checkFiles } = await import('./check/check-files.js');
      const { reportText, reportJson } = await import('./check/report.js');
      const report = checkFiles(folder);
      process.stdout.write(options.json ? reportJson(report) : reportText(report, options.all));
      process.exitCode = report.code;
    });
}
