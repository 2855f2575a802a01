import type { Command } from 'commander';

/** The command that several verbs are of, made when the first of them asks for it. */
export const groupOf = (program: Command, name: string, description: string): Command =>
  program.commands.find((one) => one.name() === name) ?? program.command(name).description(description);
