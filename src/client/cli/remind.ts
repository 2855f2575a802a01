import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { STEERING } from '../../domain/entity.js';
import { actWords as words } from '../../words/cli-verbs.js';
import { act, anAct } from './act/act.js';
import type { ActOptions } from './act/act-options.js';

interface RemindOptions extends ActOptions {
  readonly indicator: readonly string[];
  readonly key?: string;
}

/** `ciclo remind`: mails whoever a step waits for, now. */
export function registerRemind(program: Command): void {
  anAct(program.command('remind').description(words.remind.description).argument('<attivita>', words.step))
    .option('--indicator <codice...>', words.remind.indicators, [])
    .option('--key <chiave>', words.key)
    .action((id: string, options: RemindOptions) =>
      act(options, async ({ actions, ref, step, actorAs }) => {
        const { planned } = await step(id);
        const only = options.indicator.length === 0 ? undefined : options.indicator;
        const actor = await actorAs([STEERING]);
        const done = await actions.remind(ref, id, actor, options.key ?? `cli/${randomUUID()}`, only);
        return done.ok ? { ok: true, value: { said: words.remind.done(planned.title), facts: { step: id } } } : done;
      }),
    );
}
