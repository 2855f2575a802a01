import type { Command } from 'commander';
import { cliWords as words } from '../../words/cli.js';
import { systemWords } from '../../words/system.js';
import { year } from './values.js';

interface Json {
  readonly json: boolean;
}

interface StartOptions extends Json {
  readonly entity: string;
  readonly year: number;
}

/** `ciclo serve`, `ciclo worker`, `ciclo console`, `ciclo start`: the system in real time, whole or one process at a time. */
export function registerServe(program: Command): void {
  program
    .command('serve')
    .description(words.serve)
    .option('--json', words.jsonLines, false)
    .addHelpText('after', words.servingLines)
    .action(async ({ json }: Json) => (await import('../system/serve.js')).serve(json));
  program
    .command('worker')
    .description(words.worker)
    .option('--json', words.jsonLines, false)
    .addHelpText('after', words.servingLines)
    .action(async ({ json }: Json) => (await import('../system/serve.js')).runWorker(json));
  program
    .command('console')
    .description(words.console.description)
    .option('--host <indirizzo>', words.console.host, '127.0.0.1')
    .option('--json', words.jsonLines, false)
    .addHelpText('after', words.servingLines)
    .action(async ({ host, json }: Json & { readonly host: string }) =>
      (await import('../system/serve.js')).runConsole(host, json),
    );
  program
    .command('start')
    .description(words.start.description)
    .requiredOption('--entity <ente>', words.start.entity)
    .requiredOption('--year <anno>', words.start.year, year)
    .option('--json', words.start.json, false)
    .action(async ({ entity, year: exercise, json }: StartOptions) => {
      const launch = await (await import('../system/serve.js')).startNow(entity, exercise, (failure) => {
        process.stderr.write(`${words.start.heldBy(failure)}\n`);
      });
      const started = launch === 'started';
      const said = systemWords.launch[launch](entity, exercise);
      if (started && !(await hasPlan(entity, exercise))) process.stderr.write(`${words.start.noPlan(exercise)}\n`);
      process.stdout.write(`${json ? JSON.stringify({ entity, exercise, started, launch }) : said}\n`);
    });
}

/** Whether the exercise's plan is among the data files: documents are written from it, and checkpoints ask for its indicators. */
async function hasPlan(entity: string, exercise: number): Promise<boolean> {
  const { loadConfig } = await import('../../config.js');
  const { loadBodies } = await import('../../seeds/bodies.js');
  const read = loadBodies(loadConfig().seedsDir);
  return read.ok && read.value.plan(entity, exercise) !== undefined;
}
