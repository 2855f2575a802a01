import type { DatedStep } from '../../domain/calendar/types.js';
import { cycleId } from '../../domain/cycle-id.js';
import { officeRole, STEERING } from '../../domain/entity.js';
import { mentionsIn } from '../../domain/mentions.js';
import type { Refusal } from '../../domain/refusal.js';
import { err, ok, type Result } from '../../domain/result.js';
import { wholeNumber } from '../../domain/whole-number.js';
import { frozenIndicators } from '../../register/checkpoints.js';
import type { Db } from '../../register/database.js';
import { individualCodes } from '../../register/log-reader.js';
import { capacitiesOf, holdersOf, inOwnRight } from '../../register/people.js';
import { personNames } from '../../register/reading/people.js';
import {
  addStepRemark,
  addStepReply,
  closeStepRemark as putClosing,
  type StepRemark,
  stepRemarksOf,
} from '../../register/step-remarks.js';
import { stepRemarkWords as words } from '../../words/step-remarks.js';
import { type Acting, kept } from '../act.js';
import { writtenBy } from '../doing.js';
import { optional } from '../field.js';
import { partyOf } from '../parts.js';
import { oneOf, text } from '../readers.js';
import { aStep, type StepSubject, type Subject } from '../subject.js';

/** An indicator that colleagues may speak of: a person's own objectives have their sheet for it. */
interface SpokenOf {
  readonly code: string;
  readonly name: string;
  readonly office: string;
}

/** A step with the indicators it collects. */
interface DiscussedStep extends StepSubject {
  readonly indicators: readonly SpokenOf[];
}

/** The indicators of a checkpoint that colleagues may speak of; none of another step. */
export async function spokenOf(
  db: Db,
  { entity, exercise }: { readonly entity: string; readonly exercise: number },
  checkpoint: string,
): Promise<readonly SpokenOf[]> {
  const cycle = cycleId({ entity, exercise });
  const frozen = await frozenIndicators(db, { cycle, checkpoint });
  if (frozen.length === 0) return [];
  const hidden = await individualCodes(db, entity, exercise);
  return frozen.flatMap(({ indicator, name, office }) =>
    hidden.includes(indicator) ? [] : [{ code: indicator, name, office }],
  );
}

/** Who has part in what is said about a step: who has to do with it, and the offices that answer to it. */
const speakers = ({ step, indicators }: DiscussedStep): readonly string[] => speakersOn(step.planned, indicators);

/** The same, of a step as it was planned. */
export const speakersOn = (
  planned: Pick<DatedStep, 'owners' | 'recorder' | 'participants'>,
  indicators: readonly SpokenOf[],
): readonly string[] => [
  ...new Set([...partyOf(planned), ...planned.participants, ...indicators.map(({ office }) => officeRole(office))]),
];

const aDiscussedStep: Subject<DiscussedStep> = {
  ...aStep,
  find: async (register, named) => {
    const found = await aStep.find(register, named);
    return found && { ...found, indicators: await spokenOf(register.db, found.ref, found.step.id) };
  },
};

/** A remark on a step, with the step. */
interface RemarkedStep extends DiscussedStep {
  readonly remark: StepRemark;
}

const aStepRemark: Subject<RemarkedStep> = {
  api: '/cycles/{entity}/{exercise}/step-remarks/{remark}',
  argument: { name: 'osservazione', help: 'numero dell’osservazione su un’attività' },
  ofCycle: true,
  find: async (register, named) => {
    const id = wholeNumber(named.name);
    const cycle = cycleId({ entity: named.entity, exercise: named.exercise ?? 0 });
    const [remark] = id === undefined ? [] : await stepRemarksOf(register.db, cycle, { id });
    const found = remark && (await aDiscussedStep.find(register, { ...named, name: remark.step }));
    return found && remark && { ...found, remark };
  },
  names: async ({ db }, { entity, exercise = 0 }) =>
    (await stepRemarksOf(db, cycleId({ entity, exercise }), {})).map(({ id }) => String(id)),
  unknown: words.unknown,
  title: ({ remark }) => words.of(remark.id),
  id: ({ step, remark }) => `${step.cycle}/step-remark/${remark.id}`,
};

/** Makes a remark to colleagues on a step, or on an indicator it collects. */
export const remarkStep = kept({
  verb: 'remark-step',
  path: 'osservazione-colleghi',
  resource: 'remarks',
  scope: 'act',
  on: aDiscussedStep,
  fields: { indicator: optional(oneOf()), text: text(3) },
  gives: {},
  words: {
    title: words.make.title,
    does: words.make.does,
    submit: words.make.submit,
    fields: {
      indicator: { page: 'indicatore', value: 'indicatore', label: words.make.indicator },
      text: {
        page: 'osservazione',
        value: 'testo',
        label: words.make.text,
        hint: words.hint,
        missing: words.make.missing,
      },
    },
    done: () => words.make.done,
  },
  may: speakers,
  offers: {
    indicator: async ({ subject: { indicators } }) =>
      indicators.map(({ code, name }) => ({ value: code, title: `${code} ${name}` })),
  },
  keep: async (tx, acting, { indicator, text: said }) => {
    const called = await calledIn(tx, acting, said);
    if (!called.ok) return called;
    const { cycle, id: step } = acting.subject.step;
    await addStepRemark(tx, { ...sayingOf(acting, said, called.value), cycle, step, indicator: indicator ?? null });
    return ok({});
  },
  logs: ({ subject: { step } }, { indicator, text: said }) => ({
    action: 'step-remarked',
    subject: step.planned.title,
    cycle: step.cycle,
    step: step.id,
    detail: { indicator, remark: said },
  }),
});

/** Replies to a remark that is open. */
export const replyToRemark = kept({
  verb: 'reply-remark',
  path: 'replica',
  resource: 'replies',
  scope: 'act',
  on: aStepRemark,
  fields: { text: text(3) },
  gives: {},
  words: {
    title: words.reply.title,
    does: words.reply.does,
    lead: ({ remark }) => remark.text,
    submit: words.reply.submit,
    fields: {
      text: {
        page: 'replica',
        value: 'testo',
        label: words.reply.text,
        hint: words.hint,
        missing: words.reply.missing,
      },
    },
    done: () => words.reply.done,
  },
  may: (subject: RemarkedStep) => speakers(subject),
  notNow: ({ remark }) => (remark.closed === undefined ? undefined : words.alreadyClosed),
  keep: async (tx, acting, { text: said }) => {
    const called = await calledIn(tx, acting, said);
    if (!called.ok) return called;
    const { remark } = acting.subject;
    await addStepReply(tx, { ...sayingOf(acting, said, called.value), cycle: remark.cycle, remark: remark.id });
    return ok({});
  },
  logs: ({ subject: { step, remark } }, { text: said }) => ({
    action: 'step-remark-replied',
    subject: words.replyTo(remark.id),
    cycle: step.cycle,
    step: step.id,
    detail: { indicator: remark.indicator ?? undefined, remark: said },
  }),
});

/** Closes a remark: who made it, or controllo di gestione. */
export const closeStepRemark = kept({
  verb: 'close-step-remark',
  path: 'chiusura',
  resource: 'closings',
  scope: 'act',
  on: aStepRemark,
  fields: {},
  gives: {},
  words: {
    title: words.close.title,
    does: words.close.does,
    lead: ({ remark }) => remark.text,
    submit: words.close.submit,
    fields: {},
    done: () => words.close.done,
  },
  may: (subject: RemarkedStep) => speakers(subject),
  notNow: ({ remark }) => (remark.closed === undefined ? undefined : words.alreadyClosed),
  keep: async (tx, acting) => {
    const {
      entity,
      actor,
      today,
      subject: { remark },
    } = acting;
    const theirs = remark.person === actor.person || remark.person === actor.actingFor;
    const steers = async () =>
      (await capacitiesOf(tx, entity, actor.person, today)).some(({ role }) => role === STEERING);
    if (!theirs && !(await steers())) return err([{ text: words.notYours }]);
    return (await putClosing(tx, { remark: remark.id, cycle: remark.cycle, ...writtenBy(acting) }))
      ? ok({})
      : err([{ text: words.alreadyClosed }]);
  },
  logs: ({ subject: { step, remark } }) => ({
    action: 'step-remark-closed',
    subject: words.of(remark.id),
    cycle: step.cycle,
    step: step.id,
    detail: { indicator: remark.indicator ?? undefined },
  }),
});

const sayingOf = ({ key, ...acting }: Acting<unknown>, said: string, mentions: readonly string[]) => ({
  ...{ key, text: said, mentions: [...mentions] },
  ...writtenBy(acting),
});

/** Who a text calls, of those who have part; a call of nobody is refused, or somebody would believe they were told. */
async function calledIn(
  tx: Db,
  { entity, today, subject }: Acting<DiscussedStep>,
  said: string,
): Promise<Result<readonly string[], readonly Refusal[]>> {
  if (!said.includes('@')) return ok([]);
  const ids = new Set<string>();
  for (const role of speakers(subject)) {
    // Somebody absent may be called too: who stands in for them is written to.
    for (const id of await inOwnRight(tx, entity, role, today)) ids.add(id);
    for (const { id } of await holdersOf(tx, entity, role, today)) ids.add(id);
  }
  const names = await personNames(tx, entity);
  const people = [...ids].map((id) => ({ id, name: names.get(id) ?? id }));
  const { people: called, unknown } = mentionsIn(said, people);
  return unknown.length === 0 ? ok(called) : err([{ field: 'text', text: words.whoIs(unknown) }]);
}
