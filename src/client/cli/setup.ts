import type { Command } from 'commander';
import { words } from '../../words/platform.js';
import { seconds } from './values.js';

interface SetupOptions {
  readonly tests?: boolean;
  readonly namespace?: boolean;
  readonly database?: boolean;
  readonly json?: boolean;
  readonly wait: number;
}

/** `ciclo setup`: gets the servers ready ahead of time. `npm start` and `npm test` do it by themselves. */
export function registerSetup(program: Command): void {
  program
    .command('setup')
    .description(words.cli.setup)
    .option('--tests', words.cli.setupTests)
    .option('--namespace', words.cli.setupNamespace)
    .option('--database', words.cli.setupDatabase)
    .option('--wait <secondi>', words.cli.setupWait, seconds, 0)
    .option('--json', words.cli.setupJson)
    .action(async ({ tests = false, namespace = false, database = false, json = false, wait }: SetupOptions) => {
      const { setUp, setUpDatabase, setUpNamespace } = await import('../system/set-up.js');
      const ready =
        namespace || database
          ? {
              migrations: database ? await setUpDatabase() : undefined,
              namespace: namespace ? await setUpNamespace(wait) : undefined,
            }
          : { programs: await setUp({ tests }) };
      if (json) process.stdout.write(`${JSON.stringify(ready, null, 2)}\n`);
      else if (!('programs' in ready)) {
        if (ready.migrations !== undefined)
          process.stderr.write(`${words.setup.databaseReady(ready.migrations.length)}\n`);
        if (ready.namespace !== undefined) process.stderr.write(`${words.setup.namespaceReady(ready.namespace)}\n`);
      }
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
