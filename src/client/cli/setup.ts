import type { Command } from 'commander';
import { words } from '../../words/platform.js';

/** `ciclo setup`: gets the servers ready ahead of time. `npm start` and `npm test` do it by themselves. */
export function registerSetup(program: Command): void {
  program
    .command('setup')
    .description(words.cli.setup)
    .option('--tests', words.cli.setupTests)
    .option('--namespace', words.cli.setupNamespace)
    .action(async (options: { tests?: boolean; namespace?: boolean }) => {
      const { setUp, setUpNamespace } = await import('../set-up.js');
      if (options.namespace === true) await setUpNamespace();
      else await setUp({ tests: options.tests === true });
    });

  program
    .command('sdk-download', { hidden: true })
    .argument('<program>')
    .argument('<version>')
    .argument('<folder>')
    .action(async (name: string, version: string, folder: string) => {
      const { sdkDownload } = await import('../../platform/sdk-download-child.js');
      await sdkDownload(name, version, folder);
    });
}
