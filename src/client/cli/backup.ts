import type { Command } from 'commander';
import { instantOfMs } from '../../domain/clock.js';
import { backupWords as words } from '../../words/backup.js';
import { italianMoment } from '../../words/format.js';

interface Options {
  readonly json: boolean;
}

/** `ciclo backup` and `ciclo restore`: an installation with servers of its own, in one file. */
export function registerBackup(program: Command): void {
  program
    .command('backup')
    .description(words.backup.description)
    .argument('<file>', words.backup.file)
    .option('--json', words.backup.json, false)
    .action(async (file: string, { json }: Options) => {
      const { backUp, config, log } = await prepared();
      const written = await backUp(config, file, log);
      const said = words.backup.done(written.file, written.files, written.size);
      process.stdout.write(`${json ? JSON.stringify(written) : said}\n`);
    });
  program
    .command('restore')
    .description(words.restore.description)
    .argument('<file>', words.restore.file)
    .option('--replace', words.restore.replace, false)
    .option('--json', words.restore.json, false)
    .action(async (file: string, { json, replace }: Options & { readonly replace: boolean }) => {
      const { restore, config, log } = await prepared();
      const restored = await restore(config, file, replace, log);
      const { madeAt, aside, bodies } = restored;
      const said = [
        words.restore.done(config.dataDir, italianMoment(instantOfMs(Date.parse(madeAt)))),
        ...(aside === undefined ? [] : [words.restore.aside(aside)]),
        ...(bodies === undefined ? [] : [words.restore.bodies(bodies)]),
        words.restore.next,
      ];
      process.stdout.write(`${json ? JSON.stringify(restored) : said.join('\n')}\n`);
    });
}

async function prepared() {
  const [{ backUp, restore }, { loadConfig }, { terminalLog }] = await Promise.all([
    import('../system/backing-up.js'),
    import('../../config.js'),
    import('../../platform/log.js'),
  ]);
  return { backUp, restore, config: loadConfig(), log: terminalLog() };
}
