import { type Command, InvalidArgumentError } from 'commander';
import { apiWords } from '../../words/api.js';
import type { SubmitOptions } from './submit-values.js';
import { year } from './values.js';

const words = apiWords.cli.submit;

/** `ciclo submit`: an officer's values from a terminal, with the database or through the API of a console. */
export function registerSubmit(program: Command): void {
  program
    .command('submit')
    .description(words.description)
    .argument('[file]', words.file)
    .requiredOption('--entity <ente>', words.entity)
    .requiredOption('--year <anno>', words.year, year)
    .requiredOption('--checkpoint <monitoraggio>', words.checkpoint)
    .option('--person <persona>', words.person)
    .option('--value <codice=valore>', words.value, pairs, new Map<string, string>())
    .option('--note <codice=nota>', words.note, pairs, new Map<string, string>())
    .option('--late-reason <motivo>', words.lateReason)
    .option('--url <indirizzo>', words.url)
    .option('--token <gettone>', words.token)
    .option('--space <spazio>', words.space)
    .option('--key <chiave>', words.key)
    .option('--partial', words.partial, false)
    .option('--confirm', words.confirm, false)
    .option('--json', words.json, false)
    .action(async (file: string | undefined, options: Omit<SubmitOptions, 'file'>) => {
      const { submitValues } = await import('./submit-values.js');
      await submitValues({ ...options, file });
    });
}

/** `A-1=82,5%`, gathered over the times the option is given. */
function pairs(text: string, before: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const [, code, value] = /^\s*([^=]+?)\s*=(.*)$/s.exec(text) ?? [];
  if (code === undefined || value === undefined) throw new InvalidArgumentError(words.notAPair(text));
  return new Map([...before, [code, value]]);
}
