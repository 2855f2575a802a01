import type { Command } from 'commander';
import { words } from '../../words/platform.js';

interface SetupOptions {
  readonly tests?: boolean;
  readonly namespace?: boolean;
  readonly json?: boolean;
}

/** `ciclo setup`: gets the servers ready ahead of time. `npm start` and `npm test` do it by themselves. */
export function registerSetup(program: Command): void {
  program
    .command('setup')
    .description(words.cli.setup)
    .option('--tests', words.cli.setupTests)
    .option('--namespace', words.cli.setupNamespace)
    .option('--json', words.cli.setupJson)
    .action(async ({ tests = false, namespace = false, json = false }: SetupOptions) => {
      const { setUp, setUpNamespace } = await import('../set-up.js');
      const ready = namespace ? { namespace: await setUpNamespace() } : { programs: await setUp({ tests }) };
      if (json) process.stdout.write(`${JSON.stringify(ready, null, 2)}\n`);
      else if ('namespace' in ready) process.stderr.write(`${words.setup.namespaceReady(ready.namespace)}\n`);
      // `npm test` prepares the same without a word when all is there.
      else if (!tests) process.stderr.write(`${words.setup.ready}\n`);
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
