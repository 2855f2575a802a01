import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { actWords as words } from '../../words/cli-verbs.js';
import { act, anAct } from './act/act.js';
import type { ActOptions } from './act/act-options.js';

interface NoteOptions extends ActOptions {
  readonly note: string;
  readonly key?: string;
}

/** `ciclo complete` and `ciclo resubmit`: what the owners of a step do. */
export function registerComplete(program: Command): void {
  anAct(program.command('complete').description(words.complete.description).argument('<attivita>', words.step))
    .option('--note <nota>', words.complete.note, '')
    .option('--key <chiave>', words.key)
    .action((id: string, options: NoteOptions) =>
      act(options, async ({ actions, ref, step, actorAs }) => {
        const { planned } = await step(id);
        const actor = await actorAs(planned.owners);
        const done = await actions.complete(ref, id, actor, options.note, options.key ?? `cli/${randomUUID()}`);
        return done.ok ? { ok: true, value: { said: words.complete.done(planned.title), facts: { step: id } } } : done;
      }),
    );
  anAct(program.command('resubmit').description(words.resubmit.description).argument('<attivita>', words.step))
    .requiredOption('--note <nota>', words.resubmit.note)
    .option('--key <chiave>', words.key)
    .action((id: string, options: NoteOptions) =>
      act(options, async ({ actions, ref, step, actorAs }) => {
        const { planned } = await step(id);
        const actor = await actorAs(planned.owners);
        const round = await actions.resubmit(ref, id, actor, options.note, options.key ?? `cli/${randomUUID()}`);
        if (!round.ok) return round;
        const said = words.resubmit.done(planned.title, round.value);
        return { ok: true, value: { said, facts: { step: id, round: round.value } } };
      }),
    );
}
