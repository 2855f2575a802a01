import type { Command } from 'commander';

/** What a command is when no verb follows: `ciclo export` is `ciclo export document`. */
export function withDefaultVerb(command: Command): Command {
  // The library has no public name for it.
  const { _defaultCommandName: name } = command as unknown as { readonly _defaultCommandName?: string | null };
  return command.commands.find((one) => one.name() === name) ?? command;
}
