import { randomUUID } from 'node:crypto';
import { type Command, InvalidArgumentError } from 'commander';
import type { CivilDate } from '../../domain/calendar/types.js';
import type { Decision, DecisionOutcome } from '../../domain/decision.js';
import { actWords } from '../../words/cli-verbs.js';
import { act, anAct } from './act/act.js';
import { type ActOptions, Refused } from './act/act-options.js';
import { date } from './values.js';

const words = actWords.decide;
type Votes = NonNullable<Decision['votes']>;

interface DecideOptions extends ActOptions {
  readonly outcome: DecisionOutcome;
  readonly actNumber?: string;
  readonly actDate?: CivilDate;
  readonly remarks?: string;
  readonly deferredTo?: CivilDate;
  readonly votes?: Votes;
  readonly document?: string;
  readonly key?: string;
}

/** `ciclo decide`: records what a board decided on the document it has before it. */
export function registerDecide(program: Command): void {
  anAct(program.command('decide').description(words.description).argument('<attivita>', actWords.step))
    .requiredOption('--outcome <esito>', words.outcome, outcome)
    .option('--act-number <numero>', words.number)
    .option('--act-date <data>', words.date, date)
    .option('--remarks <osservazioni>', words.remarks)
    .option('--deferred-to <data>', words.deferredTo, date)
    .option('--votes <voti>', words.votes, votes)
    .option('--document <impronta>', words.document)
    .option('--key <chiave>', actWords.key)
    .action((id: string, options: DecideOptions) =>
      act(options, async ({ actions, register, ref, step, actorAs }) => {
        const { hearingOf } = await import('../../register/hearings.js');
        const record = await step(id);
        const { planned } = record;
        const hearing = await hearingOf(register.db, record);
        const before = hearing.documents.at(-1);
        // An approved matter keeps its document: the same decision sent again finds itself, another is told of the first.
        if (before === undefined) throw new Refused(words.noDocument(planned.title));
        if (options.document !== undefined && !before.hash.startsWith(options.document.toLowerCase())) {
          throw new Refused(words.otherDocument(options.document, before.hash));
        }
        const actor = await actorAs(planned.recorder === undefined ? [] : [planned.recorder]);
        const { actNumber, actDate, remarks, deferredTo, votes: counted } = options;
        const receipt = await actions.decide(ref, id, {
          key: options.key ?? `cli/${ref.entity}/${ref.exercise}/${id}/${randomUUID()}`,
          outcome: options.outcome,
          decidedBy: actor.person,
          documentHash: before.hash,
          ...(actor.actingFor === undefined ? {} : { actingFor: actor.actingFor }),
          ...(actNumber === undefined ? {} : { actNumber }),
          ...(actDate === undefined ? {} : { actDate }),
          ...(remarks === undefined ? {} : { remarks }),
          ...(deferredTo === undefined ? {} : { deferredTo }),
          ...(counted === undefined ? {} : { votes: counted }),
        });
        if (!receipt.ok) return receipt;
        const { round, repeated } = receipt.value;
        const named = nameOf(receipt.value.outcome);
        const said = repeated === true ? words.again(planned.title, named) : words.done(planned.title, named, round);
        const facts = {
          step: id,
          outcome: receipt.value.outcome,
          round,
          repeated: repeated === true,
          document: before.hash,
        };
        return { ok: true, value: { said, facts } };
      }),
    );
}

/** `approvato`, or as programs say it: `approved`. */
function outcome(text: string): DecisionOutcome {
  const found = Object.entries(words.outcomes).find((names) => names.includes(text.trim().toLowerCase()));
  if (found === undefined) throw new InvalidArgumentError(actWords.notOneOf(text, Object.keys(words.outcomes)));
  return found[1];
}

const nameOf = (decided: DecisionOutcome): string =>
  Object.entries(words.outcomes).find(([, one]) => one === decided)?.[0] ?? decided;

/** `9,8,1,0` */
function votes(text: string): Votes {
  const numbers = /^\d+(,\d+){3}$/.test(text.replace(/\s/g, '')) ? text.split(',').map(Number) : [];
  const [present, inFavour, against, abstained] = numbers;
  if (present === undefined || inFavour === undefined || against === undefined || abstained === undefined) {
    throw new InvalidArgumentError(words.notVotes(text));
  }
  return { present, inFavour, against, abstained };
}
