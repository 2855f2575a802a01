import { Argument, type Command, InvalidArgumentError } from 'commander';
import { completionWords as words } from '../../words/cli-verbs.js';
import { askedBy } from './completion/asked.js';
import { bashScript, commandTree, zshScript } from './completion/scripts.js';

const SCRIPTS = { bash: bashScript, zsh: zshScript } as const;

/** `ciclo completion bash|zsh`: every verb and option of the program, for the shell to propose. */
export function registerCompletion(program: Command): void {
  program
    .command('completion')
    .description(words.description)
    .addArgument(new Argument('<shell>', words.shell).argParser(shell))
    .addHelpText('after', words.help)
    .option('--json', words.json, false)
    .action((asked: keyof typeof SCRIPTS, { json }: { readonly json: boolean }) => {
      const script = SCRIPTS[asked](commandTree(program));
      process.stdout.write(json ? `${JSON.stringify({ shell: asked, script }, null, 2)}\n` : script);
    });

  program
    .command('propose', { hidden: true })
    .argument('[parole...]')
    .action(async (written: readonly string[]) => {
      const asked = askedBy(program, written);
      if (asked === undefined) return;
      const { proposals } = await import('./completion/propose.js');
      process.stdout.write(
        proposals(asked)
          .map((word) => `${word}\n`)
          .join(''),
      );
    });
}

function shell(text: string): keyof typeof SCRIPTS {
  if (text === 'bash' || text === 'zsh') return text;
  throw new InvalidArgumentError(words.notAShell(text, Object.keys(SCRIPTS)));
}
