import type { Command } from 'commander';
import { Failure } from '../../platform/errors.js';
import { statusWords as words } from '../../words/cli-verbs.js';
import { year } from './values.js';

interface StatusOptions {
  readonly entity?: string;
  readonly year?: number;
  readonly space?: string;
  readonly late: boolean;
  readonly json: boolean;
}

/** `ciclo status`: where a cycle stands. Exit 0 told, 1 there is no such cycle, 3 no register. */
export function registerStatus(program: Command): void {
  program
    .command('status')
    .description(words.description)
    .option('--entity <ente>', words.entity)
    .option('--year <anno>', words.year, year)
    .option('--space <spazio>', words.space)
    .option('--late', words.late, false)
    .option('--json', words.json, false)
    .action(async ({ late, json, ...asked }: StatusOptions) => {
      const { loadConfig } = await import('../../config.js');
      const { withRegister } = await import('../system/with-register.js');
      const { statusOf } = await import('./status/cycle-status.js');
      const { EVERY_BODY } = await import('../../register/sight.js');
      // Without an entity it tells which cycles there are, of whichever body.
      const answer = await withRegister(loadConfig(), asked.space, asked.entity ?? EVERY_BODY, (register) =>
        statusOf(register, asked),
      );
      if (!answer.ok) throw new Failure(1, answer.error);
      const { statusJson, statusText } = await import('./status/report.js');
      process.stdout.write(json ? statusJson(answer.value, late) : statusText(answer.value, late));
    });
}
