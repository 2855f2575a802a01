import type { Command } from 'commander';
import { STEERING } from '../../domain/entity.js';
import { actWords as words } from '../../words/cli-verbs.js';
import { act, anAct } from './act/act.js';
import type { ActOptions } from './act/act-options.js';

/** `ciclo return`: sends a value back to its office with a remark. */
export function registerReturn(program: Command): void {
  anAct(
    program
      .command('return')
      .description(words.returning.description)
      .argument('<monitoraggio>', words.checkpoint)
      .argument('<indicatore>', words.returning.indicator),
  )
    .requiredOption('--remark <osservazione>', words.returning.remark)
    .action((checkpoint: string, indicator: string, options: ActOptions & { readonly remark: string }) =>
      act(options, async ({ actions, ref, step, actorAs }) => {
        await step(checkpoint);
        const done = await actions.returnValue(ref, checkpoint, indicator, options.remark, await actorAs([STEERING]));
        if (!done.ok) return done;
        return { ok: true, value: { said: words.returning.done(indicator), facts: { checkpoint, indicator } } };
      }),
    );
}
