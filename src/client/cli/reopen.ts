import type { Command } from 'commander';
import type { CivilDate } from '../../domain/calendar/types.js';
import { STEERING } from '../../domain/entity.js';
import { actWords as words } from '../../words/cli-verbs.js';
import { act, anAct, italian, withAct } from './act/act.js';
import type { ActOptions } from './act/act-options.js';
import { date } from './values.js';

interface ReopenOptions extends ActOptions {
  readonly due: CivilDate;
  readonly reason: string;
  readonly act?: string;
}

/** `ciclo reopen`: opens again a step that had ended. */
export function registerReopen(program: Command): void {
  anAct(program.command('reopen').description(words.reopen.description).argument('<attivita>', words.step))
    .requiredOption('--due <data>', words.due, date)
    .requiredOption('--reason <motivo>', words.reason)
    .option('--act <atto>', words.act)
    .action((id: string, options: ReopenOptions) =>
      act(options, async ({ actions, ref, step, actorAs }) => {
        const { planned } = await step(id);
        const reason = withAct(options.reason, options.act);
        const run = await actions.reopen(ref, id, options.due, reason, await actorAs([STEERING]));
        if (!run.ok) return run;
        const said = words.reopen.done(planned.title, italian(options.due));
        return { ok: true, value: { said, facts: { step: id, dueOn: options.due, run: run.value } } };
      }),
    );
}
