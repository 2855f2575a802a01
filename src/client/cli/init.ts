import { type Command, Option } from 'commander';
import { initWords } from '../../words/init.js';
import type { InitOptions } from './init/new-body.js';

const words = initWords.options;

/** `ciclo init`: the files of a new body. Exit 0 written, 1 the answers do not hold together, 2 wrong use, 3 it can not be written. */
export function registerInit(program: Command): void {
  program
    .command('init')
    .description(initWords.description)
    .option('--from <file>', words.from)
    .option('--example', words.example, false)
    .option('--dir <cartella>', words.dir)
    .option('--name <denominazione>', words.name)
    .option('--id <identificativo>', words.id)
    .option('--seat <comune>', words.seat)
    .option('--patron <santo>', words.patron)
    .option('--kind <tipo>', words.kind)
    .option('--template <modello>', words.template)
    .option('--year <anno>', words.year)
    .option('--policy <sistema>', words.policy)
    .option('--head <persona>', words.holder(initWords.founders.head))
    .option('--controller <persona>', words.holder(initWords.founders.controller))
    .option('--secretary <persona>', words.holder(initWords.founders.secretary))
    .option('--validator <persona>', words.holder(initWords.founders.validator))
    .addOption(new Option('--oiv <persona>').hideHelp())
    .option('--communication <persona>', words.holder(initWords.founders.communication))
    .option('--office <ufficio>', words.office, (text: string, before: readonly string[]) => [...before, text], [])
    .option('--json', words.json, false)
    .action(async (options: InitOptions & { readonly example: boolean }) => {
      if (options.example) {
        const { exampleAnswers } = await import('./init/example.js');
        const text = exampleAnswers(options.kind, options.dir);
        process.stdout.write(options.json ? await asJson(text) : text);
        return;
      }
      const { init } = await import('./init/new-body.js');
      await init(options);
    });
}

/** The example as JSON, which `--from` reads too. */
async function asJson(text: string): Promise<string> {
  const { parse } = await import('yaml');
  return `${JSON.stringify(parse(text), null, 2)}\n`;
}
