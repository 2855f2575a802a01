import type { Command } from 'commander';
import { Failure } from '../../platform/errors.js';
import { sourceWords } from '../../words/sources.js';
import { year } from './values.js';

const words = sourceWords.cli;

interface CollectOptions {
  readonly entity: string;
  readonly year: number;
  readonly checkpoint: string;
  readonly space?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `ciclo collect`: reads a checkpoint's automatic sources now. Exit 0 all read, 1 some not, 2 wrong use. */
export function registerCollect(program: Command): void {
  program
    .command('collect')
    .description(words.description)
    .requiredOption('--entity <ente>', words.entity)
    .requiredOption('--year <anno>', words.year, year)
    .requiredOption('--checkpoint <monitoraggio>', words.checkpoint)
    .option('--space <spazio>', words.space)
    .option('--dry-run', words.dryRun)
    .option('--json', words.json)
    .action(async (options: CollectOptions) => {
      const { collectNow } = await import('../system/collect.js');
      const answer = await collectNow(options);
      if (!answer.ok) throw new Failure(2, answer.error);
      const { collectJson, collectText } = await import('./collect-report.js');
      process.stdout.write(options.json === true ? collectJson(answer.value) : collectText(answer.value));
      process.exitCode = answer.value.reports.some((r) => r.result?.outcome === 'failed') ? 1 : 0;
    });
}
