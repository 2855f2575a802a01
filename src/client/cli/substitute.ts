import type { Command } from 'commander';
import type { CivilDate } from '../../domain/calendar/types.js';
import { STEERING } from '../../domain/entity.js';
import { ok } from '../../domain/result.js';
import { actWords } from '../../words/cli-verbs.js';
import { act, anAct, italian } from './act/act.js';
import { type ActOptions, Refused } from './act/act-options.js';
import { date } from './values.js';

const words = actWords.substitute;

interface SubstituteOptions extends ActOptions {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly reason: string;
  readonly for: readonly string[];
}

/** `ciclo substitute`: who acts for somebody absent, and when. */
export function registerSubstitute(program: Command): void {
  anAct(
    program
      .command('substitute')
      .description(words.description)
      .argument('<assente>', words.absent)
      .argument('<sostituto>', words.substitute),
  )
    .requiredOption('--from <data>', words.from, date)
    .requiredOption('--to <data>', words.to, date)
    .requiredOption('--reason <motivo>', actWords.reason)
    .option('--for <ruolo...>', words.scope, [])
    .action((absent: string, substitute: string, options: SubstituteOptions) =>
      act(options, async ({ register, ref, now, today, actorAs }) => {
        const { capacitiesOf } = await import('../../register/people.js');
        const { recordSubstitution, scopesOf } = await import('../../acts/people/substituting.js');
        const { peopleInService } = await import('../../register/people.js');
        const { known } = await import('./act/acting.js');
        const { db } = register;
        const actor = await actorAs([STEERING]);
        const held = await capacitiesOf(db, ref.entity, actor.person, today);
        if (!held.some(({ role }) => role === STEERING))
          throw new Refused(actWords.notSteering(actor.person, STEERING));
        const people = await peopleInService(db, ref.entity);
        for (const id of [absent, substitute]) known(id, people, (hint) => actWords.noPerson(id, ref.entity, hint));
        const scopes = await scopesOf(db, ref.entity);
        for (const id of options.for) known(id, scopes, (hint) => words.noScope(id, hint));
        const { from, to, reason } = options;
        const asked = { absent, substitute, from: ok(from), to: ok(to), reason: reason.trim(), scope: options.for };
        const recorded = await recordSubstitution(db, ref.entity, asked, actor, now());
        if (!recorded.ok) throw new Refused(recorded.error.map(({ text }) => text).join('; '));
        const nameOf = (id: string): string => people.find((p) => p.id === id)?.name ?? id;
        const said = words.done(nameOf(absent), nameOf(substitute), italian(from), italian(to));
        return ok({ said, facts: { absent, substitute, from, to, scope: options.for } });
      }),
    );
}
