import type { Command } from 'commander';
import { cliWords as words } from '../../words/cli.js';
import { year } from './rehearse.js';

/** `ciclo serve`, `ciclo worker`, `ciclo console`, `ciclo start`: the system in real time, whole or one process at a time. */
export function registerServe(program: Command): void {
  program
    .command('serve')
    .description(words.serve)
    .action(async () => (await import('../serve.js')).serve());
  program
    .command('worker')
    .description(words.worker)
    .action(async () => (await import('../serve.js')).runWorker());
  program
    .command('console')
    .description(words.console.description)
    .option('--host <indirizzo>', words.console.host, '127.0.0.1')
    .action(async ({ host }: { readonly host: string }) => (await import('../serve.js')).runConsole(host));
  program
    .command('start')
    .description(words.start.description)
    .requiredOption('--entity <ente>', words.start.entity)
    .requiredOption('--year <anno>', words.start.year, year)
    .action(async (options: { readonly entity: string; readonly year: number }) =>
      (await import('../serve.js')).startNow(options.entity, options.year),
    );
}
