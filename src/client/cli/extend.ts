import type { Command } from 'commander';
import type { CivilDate } from '../../domain/calendar/types.js';
import { STEERING } from '../../domain/entity.js';
import { actWords as words } from '../../words/cli-verbs.js';
import { act, anAct, italian, withAct } from './act/act.js';
import type { ActOptions } from './act/act-options.js';
import { date } from './values.js';

interface ExtendOptions extends ActOptions {
  readonly due: CivilDate;
  readonly reason: string;
  readonly act?: string;
}

/** `ciclo extend`: gives a step another due date. */
export function registerExtend(program: Command): void {
  anAct(program.command('extend').description(words.extend.description).argument('<attivita>', words.step))
    .requiredOption('--due <data>', words.due, date)
    .requiredOption('--reason <motivo>', words.reason)
    .option('--act <atto>', words.act)
    .action((id: string, options: ExtendOptions) =>
      act(options, async ({ actions, ref, step, actorAs }) => {
        const { planned } = await step(id);
        const reason = withAct(options.reason, options.act);
        const due = await actions.extend(ref, id, options.due, reason, await actorAs([STEERING]));
        if (!due.ok) return due;
        const said = words.extend.done(planned.title, italian(due.value));
        return { ok: true, value: { said, facts: { step: id, dueOn: due.value } } };
      }),
    );
}
