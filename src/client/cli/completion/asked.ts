import type { Command, Option } from 'commander';
import { withDefaultVerb } from './in-full.js';

/** What the shell wants proposals for. */
export interface Asked {
  /** What the next word is, as the help names it: `ente`, `attivita`, `monitoraggio`… */
  readonly kind: string;
  /** What the words so far say it is about. */
  readonly entity?: string;
  readonly year?: number;
  /** The folder of the data files. */
  readonly seeds?: string;
}

/**
 * What kind of word comes after these.
 * @returns undefined when nothing but an option can come, or a verb
 */
export function askedBy(program: Command, words: readonly string[]): Asked | undefined {
  let command = program;
  let pending: Option | undefined;
  let arguments_ = 0;
  const said = new Map<string, string>();
  for (const word of words) {
    // bash makes a word of the sign in `--entity=ccms`.
    if (word === '=') continue;
    if (pending !== undefined) {
      said.set(pending.attributeName(), word);
      pending = undefined;
      continue;
    }
    const option = [...optionsOf(command), ...program.options].find((o) => o.long === word || o.short === word);
    if (option !== undefined) {
      pending = option.required || option.optional ? option : undefined;
      continue;
    }
    const verb = arguments_ === 0 ? command.commands.find((c) => c.name() === word) : undefined;
    if (verb === undefined) arguments_ += 1;
    else command = verb;
  }
  const kind = pending === undefined ? argumentName(command, arguments_) : placeholderOf(pending);
  if (kind === undefined) return undefined;
  const [entity, year, seeds] = [said.get('entity'), said.get('year'), said.get('seeds')];
  return {
    kind,
    entity,
    seeds,
    year: year === undefined || !/^\d{4}$/.test(year) ? undefined : Number(year),
  };
}

const optionsOf = (command: Command): readonly Option[] => withDefaultVerb(command).options;

const argumentName = (command: Command, index: number): string | undefined =>
  (command.registeredArguments[index] ?? command.registeredArguments.find((a) => a.variadic))?.name();

/** `ente` of `--entity <ente>`. */
const placeholderOf = ({ flags }: Option): string | undefined => /[<[]([^>\].]+)/.exec(flags)?.[1];
