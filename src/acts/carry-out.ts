import { createHash } from 'node:crypto';
import type { Actor } from '../domain/acting.js';
import { checkpointOfDelegated } from '../domain/delegation.js';
import { isPersonalRole, personOfRole } from '../domain/individual/own-role.js';
import type { Refusal } from '../domain/refusal.js';
import { err, ok, type Result } from '../domain/result.js';
import { type Capacity, capacityFor } from '../domain/who-acts.js';
import { inTransaction } from '../register/database.js';
import { delegatedCapacitiesOf } from '../register/delegations.js';
import { appendLog, loggedFacts } from '../register/log.js';
import { oneAfterAnother } from '../register/one-after-another.js';
import { capacitiesOf } from '../register/people.js';
import { personalCapacitiesOf } from '../register/personal-capacities.js';
import { directoryOf } from '../register/reading/directory-of.js';
import { meant } from '../words/meant.js';
import {
  type Acting,
  type AnyAct,
  type AnyFacts,
  type KeptAct,
  type Line,
  type Option,
  type Place,
  type SentAct,
  type Standing,
  wordsOf,
} from './act.js';
import { fieldOf, readAsFar, type WrittenIn } from './field.js';
import { actWords, fieldWords } from './words.js';

/** Who asks for an act, and with what. */
export interface Asked<S> extends Place<S> {
  readonly person: string;
  /** Whom they say they act for, where that is said: a link in a mail is for one of them. Null: in their own right. */
  readonly actingFor?: string | null;
  readonly key: string;
  /** Version of what the form showed; empty or absent: nobody was shown anything. */
  readonly seen?: string;
}

/** What was done: the sentence for a person, the facts for a program. */
export interface Done {
  readonly said: string;
  readonly facts: AnyFacts;
}

/**
 * Nothing was done, and why: who asks may not, or may not even know that it is there; what they wrote can not be read; it is not the
 * moment; it would not be right.
 */
export interface NotDone {
  readonly kind: 'forbidden' | 'unknown' | 'invalid' | 'not-now' | 'changed' | 'refused';
  readonly refusals: readonly Refusal[];
}

/** The capacity in which somebody may do it today: in their own right before for another. Undefined when they may not. */
export async function actorOf<S>(
  one: AnyAct,
  {
    register,
    entity,
    person,
    actingFor,
    subject,
    today,
  }: Pick<Asked<S>, 'register' | 'entity' | 'person' | 'actingFor' | 'subject' | 'today'>,
): Promise<Actor | undefined> {
  const roles = one.may(subject);
  const held = [
    ...(await capacitiesOf(register.db, entity, person, today)),
    ...(roles.some(isPersonalRole) ? await personalCapacitiesOf(register.db, entity, person, today) : []),
    ...(await delegatedCapacities(one, { register, person, today, subject })),
  ];
  const said = actingFor === undefined ? held : held.filter((one) => one.actingFor === (actingFor ?? undefined));
  const capacity = capacityFor(said, (role) => roles.includes(role));
  return capacity && { person, actingFor: capacity.actingFor };
}

/** What of the roles that may do it was delegated to somebody. */
async function delegatedCapacities<S>(
  one: AnyAct,
  { register, person, today, subject }: Pick<Asked<S>, 'register' | 'person' | 'today' | 'subject'>,
): Promise<readonly Capacity[]> {
  const at = one
    .may(subject)
    .map(checkpointOfDelegated)
    .find((found) => found !== undefined);
  return at === undefined ? [] : await delegatedCapacitiesOf(register.db, at, person, today);
}

/** Whether who asks may not know that what the act is done to is there. */
export async function isHidden<S>(
  one: AnyAct,
  { register: { db }, person, today, subject }: Pick<Asked<S>, 'register' | 'person' | 'today' | 'subject'>,
): Promise<boolean> {
  return (await one.on.secret?.hidesFrom(subject, { db, person, today })) ?? false;
}

/** Carries an act out as it was written, or says everything that is wrong: then nothing has changed. */
export async function carryOut<S>(one: AnyAct, asked: Asked<S>, written: WrittenIn): Promise<Result<Done, NotDone>> {
  const ready = await understood(one, asked, written);
  if (!ready.ok) return ready;
  const { acting, values } = ready.value;
  const done = 'send' in one ? await sendIt(one, acting, values) : await keepIt(one, acting, values, written);
  if (!done.ok) return done;
  return ok({ said: one.words.done(done.value, values, asked.subject), facts: done.value });
}

/**
 * What an act would be carried out with, or everything that is wrong as far as it can be seen before: nothing is asked of a workflow,
 * and nothing is written.
 */
export async function lookOver<S>(one: AnyAct, asked: Asked<S>, written: WrittenIn): Promise<Result<Values, NotDone>> {
  const ready = await understood(one, asked, written);
  if (!ready.ok) return ready;
  const notNow = one.notNow?.(asked.subject);
  if (notNow !== undefined) return notDone('not-now', { text: notNow });
  const changed = await changedSince(one, asked, ready.value.values);
  return changed === undefined ? ok(ready.value.values) : notDone('changed', changed);
}

/** Who does it, with what, once it is known that they may and that it can be read. */
async function understood<S>(
  one: AnyAct,
  asked: Asked<S>,
  written: WrittenIn,
): Promise<Result<{ readonly acting: Acting<S> & Asked<S>; readonly values: Values }, NotDone>> {
  const actor = await actorOf(one, asked);
  if (actor === undefined && (await isHidden(one, asked)))
    return notDone('unknown', { text: one.on.unknown(one.on.secret?.nameOf(asked.subject) ?? '') });
  if (actor === undefined) return notDone('forbidden', { text: await notEntitled(one, asked) });
  const misplaced = one.misplaced?.(asked.subject);
  if (misplaced !== undefined) return notDone('refused', { text: misplaced });
  const acting = { ...asked, actor, key: `${asked.entity}/${asked.person}/${asked.key}` };
  const values = await readAll(one, acting, written);
  if (!values.ok) return values;
  const strange = await notOffered(one, asked, values.value);
  return strange.length > 0 ? notDone('invalid', ...strange) : ok({ acting, values: values.value });
}

/** Everything that was written, each field by itself and all of them together. */
async function readAll<S>(
  one: AnyAct,
  acting: Acting<S>,
  written: WrittenIn,
): Promise<Result<Readonly<Record<string, unknown>>, NotDone>> {
  const { values, refusals } = readAsFar(one.fields, written, (name) => wordsOf(one, name).missing);
  const misread = new Set(refusals.flatMap((refusal) => fieldOf(refusal) ?? []));
  const together = (await one.together?.(acting, values, misread)) ?? [];
  return refusals.length + together.length > 0 ? notDone('invalid', ...refusals, ...together) : ok(values);
}

/** That somebody may not, with the names of who and of the roles that may. */
async function notEntitled<S>(one: AnyAct, asked: Asked<S>): Promise<string> {
  const { register, entity, today, person, actingFor, subject } = asked;
  const directory = await directoryOf(register.db, entity, today);
  const instead = actingFor == null ? undefined : directory.person(actingFor);
  return actWords.notEntitled(
    directory.person(person),
    instead,
    one
      .may(subject)
      .filter((role) => checkpointOfDelegated(role) === undefined)
      .map((role) => directory.title(personOfRole(role) ?? role)),
  );
}

type Values = Readonly<Record<string, unknown>>;
type Outcome = Result<AnyFacts, NotDone>;

const notDone = (kind: NotDone['kind'], ...refusals: readonly Refusal[]) => err({ kind, refusals });

/** What was chosen of what this place does not offer. */
async function notOffered<S>(one: AnyAct, place: Place<S>, values: Values): Promise<readonly Refusal[]> {
  const refusals: Refusal[] = [];
  for (const [name, offer] of Object.entries<Offer<S> | undefined>({ ...one.offers })) {
    const chosen = chosenIn(values[name] ?? []).map(rowOf);
    if (offer === undefined || chosen.length === 0) continue;
    const offered = new Set((await offer(place)).map(({ value }) => value));
    const stray = chosen.find((value) => !offered.has(String(value)));
    if (stray === undefined) continue;
    const text = `${fieldWords.notOneOf(String(stray), [])}${meant(String(stray), [...offered])}`;
    refusals.push({ field: name, text });
  }
  return refusals;
}

/** Of a value for each of several named things, their names are chosen. */
const chosenIn = (value: unknown): readonly unknown[] => (value instanceof Map ? [...value.keys()] : [value].flat());

/** What is chosen by a value: itself, or the row it is written for. */
const rowOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'row' in value ? value.row : value;

type Offer<S> = (place: Place<S>) => Promise<readonly Option[]>;

/** What has become another since the form was shown, unless it has become what is asked. */
async function changedSince<S>(one: AnyAct, asked: Asked<S>, values: Values): Promise<Refusal | undefined> {
  if (one.stands === undefined || !asked.seen) return undefined;
  const now: Standing = await one.stands(asked, values);
  if (now.version === asked.seen || now.reached?.(values) === true) return undefined;
  if (now.concerns?.(asked.seen) === false) return undefined;
  return { text: actWords.changed(now.said) };
}

async function sendIt<S>(one: SentAct, acting: Acting<S> & Asked<S>, values: Values): Promise<Outcome> {
  const changed = await changedSince(one, acting, values);
  if (changed !== undefined) return notDone('changed', changed);
  const taken: Result<AnyFacts, readonly Refusal[]> = await one.send(acting, values);
  return taken.ok ? taken : notDone('refused', ...taken.error);
}

/** One transaction: those who do something to the same subject wait for one another, so that each sees how it stands. */
async function keepIt<S>(
  one: KeptAct,
  acting: Acting<S> & Asked<S>,
  values: Values,
  written: WrittenIn,
): Promise<Outcome> {
  const key = `act/${sameAct(one, acting, written)}`;
  const { person, actingFor } = acting.actor;
  const made: Result<unknown, readonly Refusal[]> | undefined = await one.ready?.(acting, values);
  if (made?.ok === false) return notDone('refused', ...made.error);
  try {
    const kept = await inTransaction(acting.register.db, async (tx): Promise<Outcome> => {
      await oneAfterAnother(tx, one.on.id(acting.subject));
      const before = await loggedFacts(tx, key);
      if (before !== undefined) return ok(before);
      const here = { ...acting, register: { ...acting.register, db: tx } };
      const notNow = one.notNow?.(acting.subject);
      if (notNow !== undefined) throw new Undone('not-now', [{ text: notNow }]);
      const changed = await changedSince(one, here, values);
      if (changed !== undefined) throw new Undone('changed', [changed]);
      const taken: Result<AnyFacts, readonly Refusal[]> = await one.keep(tx, here, values, made?.value);
      if (!taken.ok) throw new Undone('refused', taken.error);
      const line: Line = one.logs(here, values, taken.value);
      const detail = { ...line.detail, facts: taken.value };
      await appendLog(tx, { ...line, detail, key, at: acting.at, actor: person, actingFor });
      return ok(taken.value);
    });
    if (kept.ok) await one.follows?.(acting, values, kept.value);
    return kept;
  } catch (cause) {
    if (cause instanceof Undone) return notDone(cause.kind, ...cause.refusals);
    throw cause;
  }
}

/** The same for the same form sent again, another for another content. */
function sameAct<S>(one: AnyAct, { subject, key }: Acting<S>, written: WrittenIn): string {
  const content = Object.keys(one.fields).map((name) => {
    const { texts, files } = written(name);
    return [texts, files.map((file) => (file.ok ? createHash('sha256').update(file.value.bytes).digest('hex') : ''))];
  });
  return createHash('sha256')
    .update(JSON.stringify([one.verb, one.on.id(subject), key, content]))
    .digest('hex');
}

/** Leaves a transaction with nothing of it. */
class Undone extends Error {
  readonly kind: NotDone['kind'];
  readonly refusals: readonly Refusal[];

  constructor(kind: NotDone['kind'], refusals: readonly Refusal[]) {
    super('nothing was done');
    this.kind = kind;
    this.refusals = refusals;
  }
}
