import type { Command } from 'commander';
import { STEERING } from '../../domain/entity.js';
import { actWords as words } from '../../words/cli-verbs.js';
import { act, anAct, withAct } from './act/act.js';
import type { ActOptions } from './act/act-options.js';

interface RestartOptions extends ActOptions {
  readonly reason: string;
  readonly act?: string;
}

/** `ciclo restart`: starts again a step that broke down, or was cancelled outside the product. */
export function registerRestart(program: Command): void {
  anAct(program.command('restart').description(words.restart.description).argument('<attivita>', words.step))
    .requiredOption('--reason <motivo>', words.reason)
    .option('--act <atto>', words.act)
    .action((id: string, options: RestartOptions) =>
      act(options, async ({ actions, ref, step, actorAs }) => {
        const { planned } = await step(id);
        const run = await actions.restart(ref, id, withAct(options.reason, options.act), await actorAs([STEERING]));
        if (!run.ok) return run;
        return { ok: true, value: { said: words.restart.done(planned.title), facts: { step: id, run: run.value } } };
      }),
    );
}
