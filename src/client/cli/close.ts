import type { Command } from 'commander';
import { STEERING } from '../../domain/entity.js';
import { actWords as words } from '../../words/cli-verbs.js';
import { act, anAct, withAct } from './act/act.js';
import type { ActOptions } from './act/act-options.js';

interface CloseOptions extends ActOptions {
  readonly reason: string;
  readonly act?: string;
}

/** `ciclo close`: ends a checkpoint's collection with values missing. */
export function registerClose(program: Command): void {
  anAct(program.command('close').description(words.close.description).argument('<monitoraggio>', words.checkpoint))
    .requiredOption('--reason <motivo>', words.reason)
    .option('--act <atto>', words.act)
    .action((checkpoint: string, options: CloseOptions) =>
      act(options, async ({ actions, ref, step, actorAs }) => {
        const { planned } = await step(checkpoint);
        const reason = withAct(options.reason, options.act);
        const done = await actions.closeCheckpoint(ref, checkpoint, reason, await actorAs([STEERING]));
        return done.ok ? { ok: true, value: { said: words.close.done(planned.title), facts: { checkpoint } } } : done;
      }),
    );
}
