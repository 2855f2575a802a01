import type { Command } from 'commander';
import type { Candidate, Reason, TargetContext, TargetOutcome } from '../../domain/targets/outcome.js';
import { Failure } from '../../platform/errors.js';
import { targetWords } from '../../words/target.js';

const words = targetWords.command;
const says = targetWords.explained;

interface Flags {
  readonly name?: string;
  readonly year?: string;
  readonly previous?: string;
  readonly json?: boolean;
  readonly stdin?: boolean;
}

/**
 * `ciclo target "entro 31/12/2016" [--name --year --previous] [--json]` explains a reading;
 * `ciclo target --stdin` answers JSON lines with JSON lines (see `target-lines.ts`).
 * Exit 0 when every question was understood, whatever the answer; 2 otherwise.
 */
export function registerTarget(program: Command): void {
  program
    .command('target')
    .description(words.description)
    .argument('[testo]', words.text)
    .option('--name <nome>', words.name)
    .option('--year <anno>', words.year)
    .option('--previous <target>', words.previous)
    .option('--json', words.json)
    .option('--stdin', words.stdin)
    // `-10%` is a target, not an option.
    .allowUnknownOption()
    .action(async (text: string | undefined, flags: Flags) => {
      process.exitCode = await answer(text, flags);
    });
}

async function answer(text: string | undefined, flags: Flags): Promise<number> {
  const { name, year, previous } = flags;
  if (flags.stdin === true) {
    if ([text, name, year, previous].some((given) => given !== undefined)) throw new Failure(2, words.bothWays);
    const { answerLines } = await import('./target-lines.js');
    return answerLines(process.stdin, process.stdout);
  }
  if (text !== undefined && /^--?[a-z]/i.test(text)) throw new Failure(2, words.unknownOption(text));
  if (text === undefined) throw new Failure(2, words.usage);
  if (year !== undefined && !/^(19[5-9]|20[0-9])[0-9]$/.test(year)) throw new Failure(2, words.badYear(year));
  const context: TargetContext = {
    name,
    year: year === undefined ? undefined : Number(year),
    previous,
  };
  const { parseTarget } = await import('../../domain/targets/parse.js');
  const { flattenOutcome } = await import('../../domain/targets/flat.js');
  const outcome = parseTarget(text, context);
  process.stdout.write(flags.json === true ? `${JSON.stringify(flattenOutcome(outcome))}\n` : explain(outcome));
  return 0;
}

/** The outcome as a few lines of text for a person. */
function explain(outcome: TargetOutcome): string {
  const lines = [`${says.target}: «${outcome.text}»`, `${says.outcome}: ${says.outcomes[outcome.outcome]}`];
  switch (outcome.outcome) {
    case 'parsed':
      lines.push(`${says.reading}: ${outcome.sentence}`, ...listed(says.notes, outcome.notes.map(message)));
      break;
    case 'proposed':
      lines.push(
        `${says.proposal}: ${outcome.sentence}`,
        ...listed(says.evidence, outcome.evidence.map(message)),
        ...listed(says.notes, outcome.notes.map(message)),
      );
      break;
    case 'ambiguous':
      lines.push(
        ...listed(says.because, outcome.reasons.map(message)),
        ...numbered(says.candidates, outcome.candidates),
      );
      lines.push(...listed(says.parts, (outcome.parts ?? []).map(part)));
      break;
    case 'not-measurable':
      lines.push(`${says.because}: ${outcome.reason.message}`);
  }
  return `${lines.join('\n')}\n`;
}

const message = (reason: Reason): string => reason.message;

const part = (outcome: TargetOutcome): string =>
  `«${outcome.text}»: ${outcome.outcome === 'parsed' ? outcome.sentence : says.outcomes[outcome.outcome]}`;

const listed = (title: string, items: readonly string[]): readonly string[] =>
  items.length === 0 ? [] : [`${title}:`, ...items.map((item) => `  - ${item}`)];

const numbered = (title: string, candidates: readonly Candidate[]): readonly string[] =>
  candidates.length === 0 ? [] : [`${title}:`, ...candidates.map((c, i) => `  ${i + 1}. ${c.sentence}`)];
