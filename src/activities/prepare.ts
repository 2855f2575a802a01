import { createHash } from 'node:crypto';
import { type Actor, SYSTEM } from '../domain/acting.js';
import { approvesPlan } from '../domain/calendar/approves-plan.js';
import { yearOf } from '../domain/calendar/civil-date.js';
import type { CivilDate, DatedCalendar, Instant } from '../domain/calendar/types.js';
import { withoutReport } from '../domain/calendar/without-report.js';
import { romeDate, romeInstant, timeOfDay } from '../domain/calendar/zone.js';
import { cycleId } from '../domain/cycle-id.js';
import type { CycleInput, StepStanding } from '../domain/cycle-input.js';
import { asDated } from '../office/as-dated.js';
import type { Deps } from '../office/deps.js';
import { beginDrafts } from '../office/drafting/begin.js';
import { isExamplePlan } from '../office/example-plan.js';
import { saveBody } from '../register/body.js';
import { type Cycle, holdCycle, saveCycle, setCycleStatus } from '../register/cycles.js';
import { type Db, inTransaction } from '../register/database.js';
import { roundsSettled } from '../register/decisions.js';
import { earlierKey, earlierSteps } from '../register/earlier-steps.js';
import { keepEnclosures } from '../register/enclosures.js';
import { saveEntity } from '../register/entities.js';
import { appendLog } from '../register/log.js';
import { saveOutlines } from '../register/outlines.js';
import { ownRulesOf } from '../register/own-rules.js';
import { ownTermsOf } from '../register/own-terms.js';
import { listPlanVersions, planVersion, savePlanVersion } from '../register/plans.js';
import { saveSteps, setStepState, stepsOf } from '../register/steps.js';
import { earlierStepWords } from '../words/earlier-steps.js';
import { ownRuleWords } from '../words/own-rules.js';
import { refused } from './refused.js';
import type { RemoteActivities } from './types.js';

/**
 * Plans a cycle: the dated calendar and the policy are pinned in the register from the first day. Of a cycle that is there
 * already nothing changes: what is answered is where it stands, so that one that broke down goes on from there.
 */
export function preparing({ register, bodies, rehearsalSeed }: Deps): Pick<RemoteActivities, 'prepareCycle'> {
  return {
    prepareCycle: async (input, firedAt) => {
      const exercise = input.exercise ?? yearOf(romeDate(firedAt)) + 1;
      const ref = { space: input.space, entity: input.entity, exercise };
      return await inTransaction(register.db, async (tx): Promise<CycleInput> => {
        const id = cycleId({ entity: ref.entity, exercise });
        const there = await holdCycle(tx, id);
        if (there !== undefined && there.status !== 'planned') {
          if (there.status === 'running') await firstDraft(tx, ref);
          return { ref, calendar: there.calendar, clock: input.clock, ...(await standingOf(tx, there)) };
        }
        const calendar = await plan(tx, ref, firedAt, input.actor);
        const earlier = await beganEarlier(tx, id, calendar, firedAt);
        const now = earlier ? await holdCycle(tx, id) : undefined;
        return { ref, calendar, clock: input.clock, ...(now && (await standingOf(tx, now))) };
      });
    },
  };

  async function plan(
    tx: Db,
    { entity, exercise }: CycleInput['ref'],
    at: Instant,
    actor: Actor | undefined,
  ): Promise<DatedCalendar> {
    const rules = await ownRulesOf(tx, entity, exercise);
    const changed = bodies.rules(entity, rules);
    if (!changed.ok) throw refused({ text: ownRuleWords.unsound(exercise, changed.error) });
    const { policy } = changed.value;
    const planned = bodies.calendar(entity, exercise, undefined, await ownTermsOf(tx, entity, exercise), rules);
    if (!planned.ok) {
      const reasons = planned.error.map((p) => p.message).join('; ');
      throw refused({ text: `il calendario ${exercise} non si può programmare: ${reasons}` });
    }
    const calendar = planned.value;
    await saveEntity(tx, bodies.entity(entity));
    await saveBody(tx, entity, bodies.body(entity));
    await saveOutlines(
      tx,
      entity,
      bodies.outlines(entity).map(({ value }) => value),
    );
    const id = await saveCycle(tx, {
      entity,
      exercise,
      template: calendar.template,
      templateVersion: calendar.templateVersion,
      calendar,
      policy,
      simulated: rehearsalSeed !== undefined,
      seed: rehearsalSeed,
    });
    await saveSteps(tx, id, calendar.steps);
    await firstDraft(tx, { entity, exercise });
    await beginDrafts({ db: tx, bodies }, { space: register.schema, entity, exercise }, at);
    await setCycleStatus(tx, id, 'running', at);
    await appendLog(tx, {
      key: `${id}/opened`,
      at,
      actor: actor?.person ?? SYSTEM,
      actingFor: actor?.actingFor,
      via: actor?.via,
      action: 'cycle-opened',
      subject: id,
      cycle: id,
      detail: { template: calendar.template, policy: policy.version },
    });
    return calendar;
  }

  /** Steps done before Ciclo are done from the first day, when they were, with the files of their acts; an approved Piano is in force. @returns whether there are any */
  async function beganEarlier(tx: Db, id: string, { entity, exercise, steps }: DatedCalendar, at: Instant) {
    const earlier = await earlierSteps(tx, id);
    const [stuck] = withoutReport(steps, new Set(earlier.map(({ step }) => step)));
    if (stuck !== undefined)
      throw refused({ text: earlierStepWords.withoutReport(stuck.step.title, stuck.checkpoint.title) });
    for (const { step: name, on, act, note } of earlier) {
      const step = steps.find((one) => one.id === name);
      if (step === undefined) throw refused({ text: earlierStepWords.unknown(name) });
      if (approvesPlan(step)) await inForceFrom(tx, { entity, exercise, on });
      const done = romeInstant(on, timeOfDay(12));
      await setStepState(tx, id, name, {
        status: 'done',
        run: 1,
        openedAt: done,
        completedAt: done,
        note: earlierStepWords.note(act, note),
      });
      await keepEnclosures(tx, earlierKey(id, name));
      await appendLog(tx, {
        key: earlierKey(id, name),
        at,
        actor: SYSTEM,
        action: 'step-done-earlier',
        subject: step.title,
        cycle: id,
        step: name,
        detail: { reason: earlierStepWords.note(act, note) },
      });
    }
    return earlier.length > 0;
  }

  /** The Piano among the data files is the one that was approved; without one, or with the example alone, an act brings it into force. */
  async function inForceFrom(
    tx: Db,
    { entity, exercise, on }: Pick<CycleInput['ref'], 'entity' | 'exercise'> & { readonly on: CivilDate },
  ): Promise<void> {
    const [first] = await listPlanVersions(tx, entity, exercise);
    const there = first && (await planVersion(tx, entity, exercise, first.version));
    if (there === undefined || isExamplePlan(there.plan)) return;
    await savePlanVersion(tx, { ...there, inForceFrom: on, status: 'in-force' });
  }

  /** The plan among the data files is the first draft, where nobody has worked on one yet. */
  async function firstDraft(tx: Db, { entity, exercise }: Pick<CycleInput['ref'], 'entity' | 'exercise'>) {
    const onFile = bodies.plan(entity, exercise);
    if (onFile === undefined || (await listPlanVersions(tx, entity, exercise)).length > 0) return;
    const hash = createHash('sha256').update(JSON.stringify(onFile)).digest('hex');
    const version = { entity, exercise, version: 1, plan: onFile, hash };
    await savePlanVersion(tx, { ...version, inForceFrom: null, decisionKey: null, status: 'draft' });
  }

  async function standingOf(tx: Db, cycle: Cycle): Promise<Pick<CycleInput, 'ended' | 'standing'>> {
    if (cycle.status === 'closed' || cycle.status === 'cancelled') return { ended: cycle.status };
    const standing: StepStanding[] = [];
    const rules = await ownRulesOf(tx, cycle.entity, cycle.exercise);
    for (const step of await stepsOf(tx, cycle.id)) {
      const waits = step.status === 'waiting';
      standing.push({
        step: asDated(bodies, cycle.entity, step, rules),
        status: step.status === 'deferred' ? 'open' : step.status,
        run: waits ? 0 : Math.max(1, step.run),
        roundsHeld: await roundsSettled(tx, cycle.id, step.id),
      });
    }
    return { standing };
  }
}
