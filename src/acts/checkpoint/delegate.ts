import { whyNotDelegated } from '../../domain/delegation.js';
import { STEERING } from '../../domain/entity.js';
import { err, ok } from '../../domain/result.js';
import { addDelegation, type DelegationRecord, delegationsOf, endDelegation } from '../../register/delegations.js';
import { holdersOn } from '../../register/holders.js';
import { individualCodes } from '../../register/log-reader.js';
import { peopleInService } from '../../register/people.js';
import { personNames } from '../../register/reading/people.js';
import { delegationWords } from '../../words/delegations.js';
import { type Acting, kept } from '../act.js';
import { writtenBy } from '../doing.js';
import { optional } from '../field.js';
import { stepNotOpen } from '../parts.js';
import { day, oneOf } from '../readers.js';
import { type AnsweredIndicator, anAnsweredIndicator, answering, giving } from './answered-indicator.js';

const { give, take } = delegationWords;

/** Gives an indicator to a colleague, who says its value for this checkpoint, or at every one until a day. */
export const delegate = kept({
  verb: 'delegate',
  path: 'delega',
  resource: 'delegations',
  scope: 'submit',
  on: anAnsweredIndicator,
  fields: { to: oneOf(), until: optional(day()) },
  gives: { name: 'text' },
  words: {
    title: give.title,
    does: give.does,
    lead: ({ name }) => give.lead(name),
    submit: give.submit,
    fields: {
      to: { page: 'collega', value: 'persona', label: give.to, missing: give.toMissing },
      until: { page: 'fino-al', value: 'data', label: give.until, hint: give.untilHint },
    },
    done: ({ name }, { until }, { indicator }) => give.done(indicator, name, until ?? null),
  },
  may: answering,
  notNow: (subject) => stepNotOpen(subject),
  offers: {
    to: async ({ register: { db }, entity }) =>
      (await peopleInService(db, entity)).map(({ id, name }) => ({ value: id, title: name })),
  },
  stands: async (place) => standingOf(await standing(place.register.db, place)),
  keep: async (tx, acting, { to, until }) => {
    const { entity, today, key, actor, subject } = acting;
    const { ref, step, indicator } = subject;
    if (until !== undefined && until < today) return err([{ field: 'until', text: give.past }]);
    if ((await individualCodes(tx, entity, ref.exercise)).includes(indicator)) return err([{ text: give.individual }]);
    const delegator = actor.actingFor ?? actor.person;
    const names = await personNames(tx, entity);
    const before = (await standing(tx, acting)).find((one) => one.delegator === delegator);
    if (before !== undefined)
      return err([{ field: 'to', text: give.already(names.get(before.delegate) ?? before.delegate) }]);
    const [role = ''] = answering(subject);
    const why = whyNotDelegated({ role, delegator, delegate: to }, await holdersOn(tx, entity, today));
    if (why !== undefined) return err([{ field: 'to', text: give.whyNot[why] }]);
    await addDelegation(tx, {
      ...{ key, cycle: step.cycle, checkpoint: step.id, indicator, delegator, delegate: to, until: until ?? null },
      ...writtenBy(acting),
    });
    return ok({ name: names.get(to) ?? to });
  },
  logs: ({ subject: { step, indicator } }, { to, until }, { name }) => ({
    action: 'indicator-delegated',
    subject: indicator,
    cycle: step.cycle,
    step: step.id,
    detail: { delegate: to, until, reason: delegationWords.form.row(name, until ?? null) },
  }),
});

/** Ends a delegation: who delegated takes the indicator back, or the colleague gives it back; controllo di gestione may too. */
export const takeBack = kept({
  verb: 'take-back',
  path: 'riprendi',
  resource: 'delegation-endings',
  scope: 'submit',
  on: anAnsweredIndicator,
  fields: {},
  gives: { person: 'text', name: 'text' },
  words: {
    title: take.title,
    does: take.does,
    lead: take.lead,
    submit: take.submit,
    fields: {},
    done: ({ name }, _values, { indicator }) => take.done(indicator, name),
  },
  may: (subject: AnsweredIndicator) => [...giving(subject), STEERING],
  stands: async (place) => standingOf(await standing(place.register.db, place)),
  keep: async (tx, acting) => {
    const { actor, entity, subject } = acting;
    const there = await standing(tx, acting);
    const principal = actor.actingFor ?? actor.person;
    const ended = there.find(({ delegator }) => delegator === principal) ?? there[0];
    if (ended === undefined) return err([{ text: take.none }]);
    await endDelegation(tx, { delegation: ended.id, cycle: subject.step.cycle, ...writtenBy(acting) });
    const name = (await personNames(tx, entity)).get(ended.delegate) ?? ended.delegate;
    return ok({ person: ended.delegate, name });
  },
  logs: ({ subject: { step, indicator } }, _values, { person, name }) => ({
    action: 'delegation-ended',
    subject: indicator,
    cycle: step.cycle,
    step: step.id,
    detail: { delegate: person, reason: take.of(name) },
  }),
});

type At = Pick<Acting<AnsweredIndicator>, 'subject' | 'today'>;

/** The delegations of the indicator that nobody has ended. */
async function standing(
  db: Acting<unknown>['register']['db'],
  { subject, today }: At,
): Promise<readonly DelegationRecord[]> {
  const { step, indicator } = subject;
  const there = await delegationsOf(db, { cycle: step.cycle, checkpoint: step.id }, today);
  return there.filter((one) => one.indicator === indicator);
}

const standingOf = (there: readonly DelegationRecord[]) => ({
  version: there.map(({ id }) => id).join(' ') || 'nessuna',
  said: there.length === 0 ? take.none : give.alreadyNow,
});
