import { type Command, InvalidArgumentError } from 'commander';
import { parseCivilDate } from '../../domain/calendar/civil-date.js';
import type { CivilDate } from '../../domain/calendar/types.js';
import { cliWords as words } from '../../words/cli.js';

/** `ciclo rehearse`: what `npm start` runs; with `--serve`, the same system in real time. */
export function registerRehearse(program: Command): void {
  program
    .command('rehearse')
    .description(words.rehearse.description)
    .option('--entity <ente>', words.rehearse.entity)
    .option('--year <anno>', words.rehearse.year, year)
    .option('--speed <volte>', words.rehearse.speed, speed)
    .option('--from <data>', words.rehearse.from, date)
    .option('--once', words.rehearse.once, false)
    .option('--serve', words.rehearse.serve, false)
    .action(async ({ serve, ...options }: Options) => {
      if (serve) {
        const system = await import('../serve.js');
        await system.serve();
        return;
      }
      const { rehearse } = await import('../rehearsal/rehearse.js');
      await rehearse(options);
    });
}

interface Options {
  readonly entity?: string;
  readonly year?: number;
  readonly speed?: number;
  readonly from?: CivilDate;
  readonly once: boolean;
  readonly serve: boolean;
}

export function year(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new InvalidArgumentError(words.notAYear(text));
  return Number(text);
}

function speed(text: string): number {
  const value = Number(text);
  if (!(value >= 1 && value <= 2_000_000)) throw new InvalidArgumentError(words.notASpeed(text));
  return value;
}

function date(text: string): CivilDate {
  const parsed = parseCivilDate(text);
  if (!parsed.ok) throw new InvalidArgumentError(parsed.error);
  return parsed.value;
}
