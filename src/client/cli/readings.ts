import type { Command } from 'commander';
import { actWords, GROUPS } from '../../words/cli-verbs.js';
import { readingWords } from '../../words/readings.js';
import { groupOf } from './act/group.js';
import { year } from './values.js';

const words = readingWords.acts;

interface ListOptions {
  readonly entity: string;
  readonly year: number;
  readonly space?: string;
  readonly all: boolean;
  readonly json: boolean;
}

/** `ciclo readings list`: what waits for a reading, with the numbers by which `readings confirm` is told which. Exit 1 no such cycle. */
export function registerReadings(program: Command): void {
  groupOf(program, 'readings', GROUPS.readings ?? '')
    .command('list')
    .description(words.list)
    .requiredOption('--entity <ente>', actWords.entity)
    .requiredOption('--year <anno>', actWords.year, year)
    .option('--space <spazio>', actWords.space)
    .option('--all', words.all, false)
    .option('--json', actWords.json, false)
    .action(async ({ entity, year: exercise, all, json, space }: ListOptions) => {
      const { loadConfig } = await import('../../config.js');
      const { withRegister } = await import('../system/with-register.js');
      const { requireCycle } = await import('./act/acting.js');
      const { listedReadings } = await import('../../register/reading/readings-listed.js');
      const listed = await withRegister(loadConfig(), space, entity, async (register) => {
        await requireCycle(register, entity, exercise);
        return await listedReadings(register.db, { entity, exercise }, true);
      });
      const shown = listed.map((version) => ({
        ...version,
        readings: version.readings.filter(({ confirmed }) => all || confirmed === undefined),
      }));
      process.stdout.write(json ? `${JSON.stringify(shown, null, 2)}\n` : linesOf(shown));
    });
}

type Shown = Awaited<ReturnType<typeof import('../../register/reading/readings-listed.js').listedReadings>>;

function linesOf(versions: Shown): string {
  const lines = versions.flatMap(({ version, inForce, waiting, readings }) => [
    words.waits(version, inForce, waiting),
    ...readings.flatMap(({ indicator, name, target, outcome, confirmed, readings: sentences }) => [
      `  ${indicator}  ${name}`,
      `    «${target}» (${confirmed === undefined ? (words.kind[outcome as keyof typeof words.kind] ?? outcome) : words.confirmed})`,
      ...sentences.map((one, i) => `    ${one === confirmed ? '*' : ' '} ${i + 1}. ${one}`),
    ]),
  ]);
  return `${lines.length === 0 ? words.noPlan : lines.join('\n')}\n`;
}
