import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { Failure } from '../../platform/errors.js';
import { achievementWords } from '../../words/achievement.js';
import { targetWords } from '../../words/target.js';

const words = achievementWords.achieve;

interface Flags {
  readonly stdin?: boolean;
  readonly name?: string;
  readonly year?: string;
  readonly at?: string;
  readonly formula?: string;
  readonly policy?: string;
  readonly baseline?: string;
  readonly event?: string;
  readonly accumulates?: boolean;
  readonly level?: boolean;
  readonly json?: boolean;
}

/** `ciclo achieve "almeno 25" 20`, and `ciclo achieve --stdin` for programs. */
export function registerAchieve(program: Command): void {
  program
    .command('achieve')
    .description(words.description)
    .argument('[target]', words.target)
    .argument('[valore]', words.actual)
    .option('--stdin', words.stdin)
    .option('--name <nome>', words.name)
    .option('--year <anno>', words.year)
    .option('--at <data>', words.at)
    .option('--formula <formula>', words.formula)
    .option('--policy <file>', words.policy)
    .option('--baseline <valore>', words.baseline)
    .option('--event <data>', words.event)
    .option('--accumulates', words.accumulates)
    .option('--level', words.level)
    .option('--json', words.json)
    // `-10% rispetto al 2015` is a target and `-5` a value, not options.
    .allowUnknownOption()
    .allowExcessArguments()
    .action(async (target: string | undefined, actual: string | undefined, flags: Flags, command: Command) => {
      const unknown = command.args.find((given) => /^--?[a-z]/i.test(given));
      if (unknown !== undefined) throw new Failure(2, targetWords.command.unknownOption(unknown));
      if (command.args.length > 2) throw new Failure(2, words.usage);
      if (flags.stdin === true) {
        if (target !== undefined) throw new Failure(2, words.bothWays);
        process.exitCode = await answerLines();
      } else if (target === undefined || actual === undefined) {
        throw new Failure(2, words.usage);
      } else {
        process.exitCode = await answerOne(target, actual, flags);
      }
    });
}

/** Exit 0 with a figure, 1 without one, 2 when the question is not understood. */
async function answerOne(target: string, actual: string, flags: Flags): Promise<number> {
  const { readFields } = await import('./achieve-request.js');
  const { answerText, createAnswerer } = await import('./achieve-answer.js');
  if (flags.accumulates === true && flags.level === true) throw new Failure(2, words.accumulationTwice);
  const { name, at, policy, baseline, event } = flags;
  const accumulation = flags.accumulates === true ? 'accumulates' : flags.level === true ? 'level' : undefined;
  const given = {
    target,
    actual,
    name,
    at,
    policy,
    baseline,
    event,
    accumulation,
    year: flags.year === undefined ? undefined : Number(flags.year),
    formula: flags.formula === undefined ? undefined : formulaFlag(flags.formula),
  };
  const request = readFields(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)));
  if (!request.ok) {
    const { error, expected } = request.error;
    // How a value is written on a command line, and not what JSON may hold.
    const spoken = expected === achievementWords.line.expectedActual ? words.spokenActual : expected;
    throw new Failure(2, error, `${words.expected}: ${spoken}`);
  }
  const answer = createAnswerer()(request.value);
  if (!answer.ok) throw new Failure(2, answer.error);
  process.stdout.write(flags.json === true ? `${JSON.stringify(answer.value)}\n` : answerText(answer.value));
  return answer.value.state === 'assessed' ? 0 : 1;
}

/** One answer a line, in order; a line that is not understood is answered with what is wrong. Exit 2 if there was one. */
async function answerLines(): Promise<number> {
  const { readLine } = await import('./achieve-request.js');
  const { createAnswerer } = await import('./achieve-answer.js');
  const answerer = createAnswerer();
  let line = 0;
  let refused = false;
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (text.trim() === '') continue;
    const request = readLine(text);
    const answer = request.ok ? answerer(request.value) : request;
    if (answer.ok) {
      await write({ line, ...answer.value });
    } else {
      refused = true;
      const { error } = answer;
      await write(
        typeof error === 'string' ? { line, error: achievementWords.line.policy, expected: error } : { line, ...error },
      );
    }
  }
  return refused ? 2 : 0;
}

/** Waits when the reader is slower than we are, so that a long input does not pile up in memory. */
async function write(answer: object): Promise<void> {
  if (process.stdout.write(`${JSON.stringify(answer)}\n`)) return;
  await new Promise<void>((resolve) => process.stdout.once('drain', resolve));
}

/** `linear`, or an object with the formula's numbers: `{"formula":"linear","floorPercent":50}`. */
function formulaFlag(flag: string): unknown {
  if (!flag.trimStart().startsWith('{')) return flag;
  try {
    return JSON.parse(flag);
  } catch {
    return flag;
  }
}
