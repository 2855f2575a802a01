import { type Command, InvalidArgumentError } from 'commander';
import type { CivilDate } from '../../domain/calendar/types.js';
import { cliWords as words } from '../../words/cli.js';
import { date, year } from './values.js';

/** `ciclo rehearse`: what `npm start` runs; with `--serve`, the same system in real time. */
export function registerRehearse(program: Command): void {
  program
    .command('rehearse')
    .description(words.rehearse.description)
    .option('--entity <ente>', words.rehearse.entity)
    .option('--year <anno>', words.rehearse.year, year)
    .option('--speed <volte>', words.rehearse.speed, speed)
    .option('--from <data>', words.rehearse.from, date)
    .option('--new', words.rehearse.anew, false)
    .option('--once', words.rehearse.once, false)
    .option('--serve', words.rehearse.serve, false)
    .option('--json', words.jsonLines, false)
    .addHelpText('after', words.rehearsalLines)
    .action(async ({ serve, new: anew, ...options }: Options) => {
      if (serve) {
        const system = await import('../system/serve.js');
        await system.serve(options.json);
        return;
      }
      const { rehearse } = await import('../rehearsal/rehearse.js');
      await rehearse({ ...options, anew });
    });
}

interface Options {
  readonly entity?: string;
  readonly year?: number;
  readonly speed?: number;
  readonly from?: CivilDate;
  readonly new: boolean;
  readonly once: boolean;
  readonly serve: boolean;
  readonly json: boolean;
}

function speed(text: string): number {
  const value = Number(text);
  if (!(value >= 1 && value <= 2_000_000)) throw new InvalidArgumentError(words.notASpeed(text));
  return value;
}
