import type { Command } from 'commander';
import { Failure } from '../../platform/errors.js';
import { bodyExportWords as words } from '../../words/body-export.js';
import { exportWords } from '../../words/export.js';
import type { BodyExportRequest } from '../system/export-body.js';
import { groupOf } from './act/group.js';

/** `ciclo export body`: a body's files as it stands. Exit 0 written, 1 there is no such body, 2 wrong use, 3 broken environment. */
export function registerExportBody(program: Command): void {
  groupOf(program, 'export', exportWords.description)
    .command('body')
    .description(words.description)
    .requiredOption('--entity <ente>', words.entity)
    .requiredOption('-o, --out <cartella>', words.out)
    .option('--space <spazio>', words.space)
    .option('--json', words.json, false)
    .action(async ({ json, ...request }: BodyExportRequest & { readonly json: boolean }) => {
      const { exportBody } = await import('../system/export-body.js');
      const answer = await exportBody(request);
      if (!answer.ok) throw new Failure(answer.error.exitCode, answer.error.message);
      const { name, folder, files } = answer.value;
      process.stdout.write(
        json
          ? `${JSON.stringify(answer.value, undefined, 2)}\n`
          : `${words.written(name, folder, files.length)}\n${words.next(folder)}\n`,
      );
    });
}
