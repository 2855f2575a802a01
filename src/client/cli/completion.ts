import { Argument, type Command, InvalidArgumentError } from 'commander';
import { completionWords as words } from '../../words/cli-verbs.js';
import { bashScript, commandTree, zshScript } from './completion/scripts.js';

const SCRIPTS = { bash: bashScript, zsh: zshScript } as const;

/** `ciclo completion bash|zsh`: every verb and option of the program, for the shell to propose. */
export function registerCompletion(program: Command): void {
  program
    .command('completion')
    .description(words.description)
    .addArgument(new Argument('<shell>', words.shell).argParser(shell))
    .addHelpText('after', words.help)
    .action((asked: keyof typeof SCRIPTS) => {
      process.stdout.write(SCRIPTS[asked](commandTree(program)));
    });
}

function shell(text: string): keyof typeof SCRIPTS {
  if (text === 'bash' || text === 'zsh') return text;
  throw new InvalidArgumentError(words.notAShell(text, Object.keys(SCRIPTS)));
}
