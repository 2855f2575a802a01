import type { Command } from 'commander';
import type { RetentionLine } from '../../office/retention.js';
import { Failure } from '../../platform/errors.js';
import { actWords } from '../../words/cli-verbs.js';
import { retentionWords as words } from '../../words/retention.js';
import type { EraseOptions, RetainOptions } from '../system/retaining.js';

/** `ciclo retention` and `ciclo erase`: what is kept of persons, and how it goes. */
export function registerRetention(program: Command): void {
  program
    .command('retention')
    .description(words.description)
    .option('--dry-run', words.dryRun, false)
    .option('--entity <ente>', words.entity)
    .option('--act <atto>', words.act)
    .option('--space <spazio>', actWords.space)
    .option('--json', words.json, false)
    .action(async ({ json, ...options }: RetainOptions & { readonly json: boolean }) => {
      const [{ retain }, { loadConfig }] = await Promise.all([
        import('../system/retaining.js'),
        import('../../config.js'),
      ]);
      const lines = await retain(loadConfig(), options);
      const due = lines.filter((line) => line.due > 0);
      const said = due.length === 0 ? [words.nothing] : due.map(sentence);
      process.stdout.write(`${json ? JSON.stringify(lines) : said.join('\n')}\n`);
    });
  program
    .command('erase')
    .description(words.erase.description)
    .requiredOption('--entity <ente>', actWords.entity)
    .requiredOption('--as <persona>', actWords.as)
    .requiredOption('--act <atto>', words.erase.act)
    .requiredOption('--reason <motivo>', words.erase.reason)
    .option('--file <impronta>', words.erase.file)
    .option('--of-person <persona>', words.erase.person)
    .option('--space <spazio>', actWords.space)
    .option('--json', actWords.json, false)
    .action(async ({ json, file, ofPerson, ...options }: EraseOptions & { readonly json: boolean }) => {
      const what = one(file, ofPerson);
      const [{ eraseNow }, { loadConfig }] = await Promise.all([
        import('../system/retaining.js'),
        import('../../config.js'),
      ]);
      const erased = await eraseNow(loadConfig(), { ...options, ...what });
      const said = 'file' in erased ? words.erase.doneFile(erased.file) : words.erase.donePerson(erased.person, erased);
      process.stdout.write(`${json ? JSON.stringify({ ok: true, ...erased }) : said}\n`);
    });
}

function one(file: string | undefined, ofPerson: string | undefined) {
  if (file !== undefined && ofPerson === undefined) return { file };
  if (ofPerson !== undefined && file === undefined) return { ofPerson };
  throw new Failure(2, words.erase.one);
}

function sentence({ entity, what, until, due, erased, waits }: RetentionLine): string {
  const outcome = waits ? words.outcome.waits : erased === undefined ? words.outcome.due : words.outcome.erased;
  return words.line(entity === '*' ? words.everybody : entity, what, until, erased ?? due, outcome);
}
