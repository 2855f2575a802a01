import type { Command } from 'commander';
import { PRODUCTION_SCHEMA } from '../../register/names.js';
import { actWords } from '../../words/cli-verbs.js';
import { repairWords as words } from '../../words/repair.js';

interface RepairOptions {
  readonly space: string;
  readonly yes: boolean;
  readonly json: boolean;
}

/** `ciclo repair`: where register and Temporal do not agree, and mends it. Exit 0 they agree, or do now; 1 they do not. */
export function registerRepair(program: Command): void {
  program
    .command('repair')
    .description(words.description)
    .option('--yes', words.yes, false)
    .option('--space <spazio>', actWords.space, PRODUCTION_SCHEMA)
    .option('--json', words.json, false)
    .action(async ({ space, yes, json }: RepairOptions) => {
      const [{ repair }, { loadConfig }] = await Promise.all([
        import('../system/repairing.js'),
        import('../../config.js'),
      ]);
      const { mends, mended } = await repair(loadConfig(), space, yes);
      const last = mends.length === 0 ? words.agree(space) : mended ? words.done(mends.length) : words.propose;
      const said = [...mends.map(words.mend), last].join('\n');
      process.stdout.write(`${json ? JSON.stringify({ space, mends, mended }) : said}\n`);
      process.exitCode = mends.length > 0 && !mended ? 1 : 0;
    });
}
