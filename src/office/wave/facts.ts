import type { CivilDate } from '../../domain/calendar/types.js';
import { romeDate } from '../../domain/calendar/zone.js';
import { cycleId } from '../../domain/cycle-id.js';
import { whoGives } from '../../domain/delegation.js';
import { officeRole, STEERING } from '../../domain/entity.js';
import type { NoticeWave } from '../../domain/wave.js';
import { onceEach } from '../../domain/who-acts.js';
import type { AddressChanged, Message } from '../../mail/message.js';
import type { MessageBase, StepFacts } from '../../mail/message-base.js';
import type { Db } from '../../register/database.js';
import { delegatedAt } from '../../register/delegations.js';
import { type Holders, holdersOn } from '../../register/holders.js';
import type { Holder } from '../../register/people.js';
import { phasesOf } from '../../register/reading/cycle.js';
import { personNames } from '../../register/reading/people.js';
import { cycleFacts } from '../cycle-facts.js';
import type { Deps, Post } from '../deps.js';

/** One mail of a wave, ready for the ledger. */
export interface ComposedMail {
  readonly to: Holder;
  /** Asks or tells with a link of its own. */
  readonly message: Exclude<Message, AddressChanged>;
}

/** The moments at which people are asked to do something. */
export type Prompt = 'opening' | 'reminder' | 'due-today' | 'late' | 'deferred-again';

/** What mails are composed with, before anybody is invited by them. */
export type WaveDeps = Pick<Deps, 'register' | 'bodies'> & { readonly post: Pick<Post, 'consoleUrl'> };

/** What a wave is composed from. */
export interface WaveFacts {
  readonly db: Db;
  readonly deps: WaveDeps;
  readonly wave: NoticeWave;
  readonly on: CivilDate;
  readonly step: StepFacts;
  readonly link: string;
  base(to: Holder): MessageBase;
  /** Who acts as what on the day of the wave; asked of the register once. */
  acting(): Promise<Holders>;
}

/** Who answers for the data of the cycle; where nobody holds the role, the head of the body. */
export async function steering(facts: WaveFacts): Promise<readonly Holder[]> {
  const controllers = await holders(facts, [STEERING]);
  if (controllers.length > 0) return controllers;
  return await holders(facts, [facts.deps.bodies.entity(facts.wave.ref.entity).head]);
}

/** What the register and the files say for a wave. */
export async function factsOf(deps: WaveDeps, wave: NoticeWave): Promise<WaveFacts> {
  const { db } = deps.register;
  const entity = deps.bodies.entity(wave.ref.entity);
  const { simulated } = await cycleFacts(db, wave.ref);
  const { step } = wave;
  const phase = await phaseTitle(db, cycleId(wave.ref), step.phase);
  const names = await personNames(db, wave.ref.entity);
  const nameOf = (person: string): string => names.get(person) ?? person;
  const byHand = wave.byHand && { by: nameOf(wave.byHand.by), text: wave.byHand.text };
  return {
    db,
    deps,
    wave,
    on: romeDate(wave.at),
    link: `${deps.post.consoleUrl}/cicli/${entity.id}/${wave.ref.exercise}/attivita/${step.id}`,
    step: {
      id: step.id,
      title: step.title,
      phase: phase ?? step.phase,
      window: step.window,
      dueOn: step.dueOn,
      norm: step.norm.citation,
      force: step.norm.force,
      kind: step.kind,
      endsByItself: step.sheets === undefined ? undefined : true,
    },
    acting: once(() => holdersOn(db, wave.ref.entity, romeDate(wave.at))),
    base: (to) => ({
      entity: { id: entity.id, name: entity.name },
      exercise: wave.ref.exercise,
      recipient: to.name,
      actingFor: to.actingFor === undefined ? undefined : nameOf(to.actingFor),
      simulated,
      at: wave.at,
      byHand,
    }),
  };
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => {
    answer ??= ask();
    return answer;
  };
}

/** From the calendar pinned to the cycle, which the file's may have left behind. */
async function phaseTitle(db: Db, cycle: string, phase: string): Promise<string | undefined> {
  return (await phasesOf(db, cycle)).find((p) => p.id === phase)?.title;
}

/** What every mail about the step says. */
export const about = (facts: WaveFacts, to: Holder) => ({ ...facts.base(to), step: facts.step, link: facts.link });

/** Who holds any of the roles on the day of the wave, each person once: in their own right where they have any. */
export async function holders(facts: WaveFacts, roles: readonly string[]): Promise<readonly Holder[]> {
  const acting = await facts.acting();
  return onceEach(roles.flatMap((role) => acting.of(role)).map((holder) => ({ ...holder, person: holder.id }))).map(
    ({ person: _, ...holder }) => holder,
  );
}

/**
 * Indicators of the wave's checkpoint, grouped by who gives their values: who answers for their offices, or whom they delegated them
 * to. One mail each, in their own right where they have any of theirs.
 */
export async function byOfficer<T extends { readonly indicator: string; readonly office: string }>(
  facts: WaveFacts,
  indicators: readonly T[],
): Promise<readonly { readonly to: Holder; readonly indicators: readonly T[] }[]> {
  const acting = await facts.acting();
  const ref = { cycle: cycleId(facts.wave.ref), checkpoint: facts.wave.step.id };
  const delegated = await delegatedAt(facts.db, ref, facts.on, acting);
  const groups = new Map<string, { to: Holder; indicators: T[] }>();
  for (const office of new Set(indicators.map((i) => i.office))) {
    const answering = acting.of(officeRole(office)).map(({ id, actingFor }) => ({ person: id, actingFor }));
    for (const asked of indicators.filter((i) => i.office === office)) {
      for (const { person: id, actingFor } of whoGives(asked.indicator, answering, delegated)) {
        const person = acting.person(id);
        if (person === undefined) continue;
        const group = groups.get(id) ?? { to: { ...person, actingFor }, indicators: [] };
        // A link for one of those they act for would open nothing of the others.
        if (group.to.actingFor !== actingFor) group.to = { ...person, actingFor: undefined };
        group.indicators.push(asked);
        groups.set(id, group);
      }
    }
  }
  return [...groups.values()];
}
