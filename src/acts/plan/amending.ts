import { createHash } from 'node:crypto';
import { periodOf } from '../../domain/achievement/assess.js';
import type { Actor, CycleRef } from '../../domain/acting.js';
import type { CivilDate, Instant } from '../../domain/calendar/types.js';
import { type ConfirmedReading, withCorrected } from '../../domain/confirmed-readings.js';
import type { Plan } from '../../domain/plan.js';
import type { MeasuredSoFar } from '../../domain/plan-effect.js';
import type { Policy } from '../../domain/policy.js';
import { err, ok, type Result } from '../../domain/result.js';
import { checkpointOf } from '../../register/checkpoints.js';
import { confirmedReadingsOf } from '../../register/confirmed-readings.js';
import { cycleId, cycleOf } from '../../register/cycles.js';
import { type Db, inTransaction } from '../../register/database.js';
import { measuredInTheEnd } from '../../register/last-year.js';
import { appendLog } from '../../register/log.js';
import { currentMeasurements } from '../../register/measurements.js';
import { asOverride, holdResults, overridesOf } from '../../register/overrides.js';
import { listPlanVersions, type PlanVersion, planVersion, savePlanVersion } from '../../register/plans.js';
import { amendmentWords } from '../../words/amendment.js';
import type { Actions } from '../actions.js';
import { planLogKey } from './planning.js';

/**
 * The version of the plan an amendment starts from, with the readings of its own that were corrected since; undefined before
 * the first is in force.
 */
export async function planToAmend(db: Db, ref: CycleRef): Promise<PlanVersion | undefined> {
  const inForce = (await listPlanVersions(db, ref.entity, ref.exercise)).findLast((v) => v.status === 'in-force');
  const version = inForce === undefined ? undefined : await planVersion(db, ref.entity, ref.exercise, inForce.version);
  if (version === undefined) return undefined;
  const said = await confirmedReadingsOf(db, cycleId(ref.entity, ref.exercise), version);
  return { ...version, plan: withCorrected(version.plan, said) };
}

/** An amended plan as somebody proposes it. */
export interface Proposal {
  /** Of the page it comes from: sent twice it is one proposal. */
  readonly id: string;
  readonly plan: Plan;
  /** Version in force it was made from. */
  readonly from: number;
  readonly reason: string;
  readonly actor: Actor;
  readonly at: Instant;
}

/** A proposal before the board. */
export interface Proposed {
  readonly version: number;
  /** It was there already: this request has changed nothing. */
  readonly repeated: boolean;
}

/**
 * Saves an amended plan as a draft and brings it before the board.
 * @returns the draft's version, or why it was not proposed, in Italian
 */
export async function proposeAmendment(
  db: Db,
  actions: Pick<Actions, 'propose'>,
  ref: CycleRef,
  step: string,
  proposal: Proposal,
): Promise<Result<Proposed, string>> {
  const saved = await inTransaction(db, (tx) => saveAmended(tx, ref, proposal));
  if (!saved.ok) return saved;
  const { id, actor, reason } = proposal;
  const sent = await actions.propose(ref, step, { key: id, actor, planVersion: saved.value.version, reason });
  return sent.ok ? saved : sent;
}

async function saveAmended(tx: Db, ref: CycleRef, proposal: Proposal): Promise<Result<Proposed, string>> {
  const cycle = cycleId(ref.entity, ref.exercise);
  const key = `${cycle}/amendment/${proposal.id}`;
  await holdResults(tx, cycle);
  const before = await tx.selectFrom('log').select('detail').where('key', '=', key).executeTakeFirst();
  const there = before === undefined ? undefined : versionIn(before.detail);
  if (there !== undefined) return ok({ version: there, repeated: true });
  const versions = await listPlanVersions(tx, ref.entity, ref.exercise);
  const inForce = versions.findLast((v) => v.status === 'in-force')?.version ?? 0;
  if (inForce !== proposal.from) return err(amendmentWords.errors.overtaken(inForce));
  const version = (versions.at(-1)?.version ?? 0) + 1;
  await savePlanVersion(tx, {
    entity: ref.entity,
    exercise: ref.exercise,
    version,
    plan: proposal.plan,
    hash: createHash('sha256').update(JSON.stringify(proposal.plan)).digest('hex'),
    inForceFrom: null,
    decisionKey: null,
    status: 'draft',
  });
  const line = {
    at: proposal.at,
    actor: proposal.actor.person,
    ...(proposal.actor.actingFor === undefined ? {} : { actingFor: proposal.actor.actingFor }),
    action: 'plan-drafted',
    subject: `Piano versione ${version}`,
    cycle,
  };
  const detail = { reason: proposal.reason, from: proposal.from, planVersion: version };
  await appendLog(tx, { ...line, key: planLogKey(cycle, version), detail });
  await appendLog(tx, { ...line, key, action: 'amendment-prepared', detail });
  return ok({ version, repeated: false });
}

function versionIn(detail: object): number | undefined {
  return 'planVersion' in detail && typeof detail.planVersion === 'number' ? detail.planVersion : undefined;
}

/** What was measured so far, and at which checkpoint. */
export interface CurrentData extends MeasuredSoFar {
  readonly checkpoint: string;
  readonly to: CivilDate;
  /** Confirmed since the plan came into force. */
  readonly readings: readonly ConfirmedReading[];
}

/** The latest values of a cycle, to try a plan on; undefined before any. */
export async function currentData(db: Db, ref: CycleRef): Promise<CurrentData | undefined> {
  const cycle = cycleId(ref.entity, ref.exercise);
  const record = await cycleOf(db, cycle);
  if (record === undefined) return undefined;
  const checkpoints = record.calendar.steps.filter((step) => step.kind === 'checkpoint').toReversed();
  for (const step of checkpoints) {
    const target = { cycle, checkpoint: step.id };
    const [opened, measured, lastYear] = await Promise.all([
      checkpointOf(db, target),
      currentMeasurements(db, target),
      measuredInTheEnd(db, ref.entity, ref.exercise - 1),
    ]);
    if (opened === undefined || measured.length === 0) continue;
    return {
      checkpoint: step.title,
      to: opened.to,
      period: periodOf(opened),
      actuals: new Map(measured.map((m) => [m.indicator, m.actual])),
      // Saved from a validated policy file when the cycle was planned, and never changed.
      policy: record.policy as Policy,
      overrides: (await overridesOf(db, cycle)).map(asOverride),
      lastYear,
      readings: await confirmedReadingsOf(db, cycle),
    };
  }
  return undefined;
}
