import type { Command } from 'commander';
import type { SeriesReport } from '../../office/collect-series.js';
import { Failure } from '../../platform/errors.js';
import { seriesSourceWords as words } from '../../words/context.js';
import { sourceWords } from '../../words/sources.js';
import { year } from './values.js';

interface Options {
  readonly entity: string;
  readonly of: number;
  readonly space?: string;
  readonly json: boolean;
}

/** `ciclo collect-series`: reads a year of the series from their sources now. Exit 0 all recorded, 1 some not, 2 wrong use. */
export function registerCollectSeries(program: Command): void {
  program
    .command('collect-series')
    .description(words.description)
    .requiredOption('--entity <ente>', sourceWords.cli.entity)
    .requiredOption('--of <anno>', words.year, year)
    .option('--space <spazio>', sourceWords.cli.space)
    .option('--json', sourceWords.cli.json, false)
    .action(async (options: Options) => {
      const { collectSeriesNow } = await import('../system/collect-series.js');
      const answer = await collectSeriesNow(options);
      if (!answer.ok) throw new Failure(2, answer.error);
      const reports = answer.value.map(({ source, outcome }) => ({ source: source.id, ...outcome }));
      const text = options.json ? JSON.stringify(reports, null, 2) : answer.value.map(said).join('\n');
      process.stdout.write(`${text}\n`);
      process.exitCode = answer.value.every(({ outcome }) => outcome.kind === 'recorded' || outcome.kind === 'same')
        ? 0
        : 1;
    });
}

function said({ source: { title }, outcome }: SeriesReport): string {
  switch (outcome.kind) {
    case 'recorded':
      return words.recorded(title, outcome.printed);
    case 'same':
      return words.same(title, outcome.printed);
    case 'odd':
      return words.odd(title, outcome.odd);
    case 'failed':
      return words.failed(title, outcome.reason);
  }
}
