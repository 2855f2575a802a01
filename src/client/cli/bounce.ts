import type { Command } from 'commander';
import { unsettledMailWords } from '../../words/unsettled-mail.js';

const words = unsettledMailWords.bounce;

/** `ciclo bounce`: a report of failed delivery, from a file or piped by the mail server. Exit 1 when it is none of ours. */
export function registerBounce(program: Command): void {
  program
    .command('bounce')
    .description(words.description)
    .argument('[file]', words.file)
    .option('--space <spazio>', words.space)
    .option('--json', words.json, false)
    .action(async (file: string | undefined, options: { readonly space?: string; readonly json: boolean }) => {
      const { recordBounce } = await import('./bounce-record.js');
      process.exitCode = await recordBounce({ ...options, file });
    });
}
