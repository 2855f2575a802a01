import { type Command, CommanderError } from 'commander';
import { Failure } from '../../platform/errors.js';
import { isCut } from '../../register/cut.js';
import { RegisterSilent } from '../../register/patience.js';
import { usageProblem, words } from '../../words/platform.js';
import { programFor } from './program.js';

/** What went wrong: the exit code, and the sentences that say it. */
interface Told {
  readonly code: number;
  readonly lines: readonly string[];
}

/** Runs one command line to its end and answers the exit code. What goes wrong is told here and nowhere else. */
export async function runCli(args: readonly string[]): Promise<number> {
  const program = await programFor(args);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    return tellFailure(error, args, program);
  }
}

/**
 * Says what went wrong and answers the exit code: on the standard error for people; with `--json`, as one line on the standard
 * output, where a program reads the answer.
 */
export function tellFailure(error: unknown, args: readonly string[], program: Command): number {
  const { code, lines } = toldOf(error, args, program);
  const [message, ...details] = lines;
  if (message === undefined) return code;
  if (args.includes('--json')) process.stdout.write(failureJson(code, message, details));
  else process.stderr.write(`${lines.join('\n')}\n`);
  return code;
}

/** `{"ok":false,"code":2,"error":"…","details":["…"]}`: one line, so that it also ends a run of JSON lines. */
const failureJson = (code: number, error: string, details: readonly string[]): string =>
  `${JSON.stringify({ ok: false, code, error, details: details.length === 0 ? undefined : details.map((d) => d.trim()) })}\n`;

function toldOf(error: unknown, args: readonly string[], program: Command): Told {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0 || error.code === 'commander.help') return { code: 0, lines: [] };
    const { command, path } = reachedBy(args, program);
    const missing = command.options.filter(
      (o) => o.mandatory && command.getOptionValue(o.attributeName()) === undefined,
    );
    return {
      code: 2,
      lines: [
        error.code === 'commander.missingMandatoryOptionValue'
          ? words.cli.missingOptions(missing.map((o) => o.flags))
          : usageProblem(error.code, error.message),
        words.cli.seeHelp(path),
      ],
    };
  }
  if (error instanceof Failure) return { code: error.code, lines: error.lines };
  // A server that is stopping or starting while a command runs: nothing of it is ours to be shown.
  if (error instanceof RegisterSilent || isCut(error)) return { code: 3, lines: words.reach.register(error.message) };
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code: 3, lines: [words.cli.unexpected, detail] };
}

/** The command that these words lead to: its help is the one worth reading. */
function reachedBy(args: readonly string[], program: Command): { readonly command: Command; readonly path: string } {
  let command = program;
  const path = [program.name()];
  for (const word of args) {
    const next = command.commands.find((one) => one.name() === word);
    if (next === undefined) continue;
    command = next;
    path.push(word);
  }
  // Only `export` is said for its first verb: asked for an option, no other group comes this far.
  command = command.commands[0] ?? command;
  return { command, path: path.join(' ') };
}
