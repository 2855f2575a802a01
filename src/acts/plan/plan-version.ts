import { accessRoles, may } from '../../access/roles.js';
import type { CycleRef } from '../../domain/acting.js';
import { cycleId } from '../../domain/cycle-id.js';
import type { Plan } from '../../domain/plan.js';
import { editorsOf } from '../../domain/plan-editors.js';
import { type PlanPart, partsOf } from '../../domain/plan-outline.js';
import { draftIn, type PlanWork, planWork } from '../../domain/plan-work.js';
import type { Policy } from '../../domain/policy.js';
import { wholeNumber } from '../../domain/whole-number.js';
import { cycleOf } from '../../register/cycles.js';
import type { Db, Register } from '../../register/database.js';
import { type EarlierStep, earlierApproval } from '../../register/earlier-steps.js';
import { capacitiesOf } from '../../register/people.js';
import { draftSavedBy } from '../../register/plan-stories.js';
import { listPlanVersions } from '../../register/plans.js';
import { stepsOf } from '../../register/steps.js';
import { planningWords } from '../../words/planning.js';
import { readingWords } from '../../words/readings.js';
import type { Acting } from '../act.js';
import type { Named, Subject } from '../subject.js';

const { refused } = planningWords.wrong;

/** A version of a cycle's plan, as whoever changes it has read it; 0: the plan that nobody has begun. */
export interface PlanVersionSubject {
  readonly ref: CycleRef;
  readonly cycle: string;
  readonly version: number;
  /** Where the work on the plan stands. */
  readonly work: PlanWork;
  /** Who has saved the draft that stands, by name; empty when it came from files, or there is none. */
  readonly savedBy: string;
  /** Roles that may change it. */
  readonly editors: readonly string[];
  /** Whether the cycle is over. */
  readonly over: boolean;
  /** The rules the cycle is pinned to. */
  readonly policy: Policy;
  /** The step by which the Piano was approved before Ciclo, while nothing is in force. */
  readonly approvedEarlier: EarlierStep | undefined;
}

/** A version of a cycle's plan. Who changes one names it: what somebody else has saved since is not overwritten unseen. */
export const aPlanVersion: Subject<PlanVersionSubject> = {
  api: '/cycles/{entity}/{exercise}/plan/versions/{version}',
  argument: { name: 'versione', help: 'versione del Piano: quella in vigore o la bozza (si veda ciclo readings list)' },
  ofCycle: true,
  find: versionSubject,
  names: async ({ db }, { entity, exercise = 0 }) =>
    (await listPlanVersions(db, entity, exercise)).map(({ version }) => String(version)),
  unknown: (name) => planningWords.noVersion(name),
  title: ({ version }) => planningWords.versionTitle(version),
  id: ({ cycle, version }) => `${cycle}/plan/${version}`,
};

async function versionSubject(
  { db, schema }: Register,
  { entity, exercise = 0, name }: Named,
): Promise<PlanVersionSubject | undefined> {
  const version = wholeNumber(name);
  if (version === undefined) return undefined;
  const cycle = cycleId({ entity, exercise });
  const [record, versions, steps] = await Promise.all([
    cycleOf(db, cycle),
    listPlanVersions(db, entity, exercise),
    stepsOf(db, cycle),
  ]);
  if (record === undefined || (version !== 0 && !versions.some((one) => one.version === version))) return undefined;
  const work = planWork(versions);
  const amendment = steps.find(({ planned }) => planned.kind === 'amendment');
  const amends = work.kind !== 'first' && version > work.inForce;
  return {
    ref: { space: schema, entity, exercise },
    cycle,
    version,
    work,
    savedBy: await draftSavedBy(db, entity, cycle, draftIn(work)),
    editors: amends && amendment !== undefined ? editorsOf(amendment.planned) : editorsOf(),
    over: record.status === 'closed' || record.status === 'cancelled',
    // Saved from a validated policy file when the cycle was planned, and never changed.
    policy: record.policy as Policy,
    approvedEarlier: work.kind === 'first' ? await earlierApproval(db, cycle) : undefined,
  };
}

export const mayEdit = ({ editors }: PlanVersionSubject): readonly string[] => editors;

/** Whether it is the version in force: its promises stay, its readings can be said. */
export const isInForce = ({ work, version }: PlanVersionSubject): boolean =>
  work.kind !== 'first' && work.inForce === version;

/** Why a version is not edited, whoever asks; undefined of the draft that is worked on. */
export function notEditing(subject: PlanVersionSubject): string | undefined {
  const { work, version, over, savedBy } = subject;
  if (over) return planningWords.overCycle;
  if (isInForce(subject) || work.kind === 'in-force') return refused['in-force'];
  if (work.kind === 'proposed') return refused.proposed;
  return work.draft === version ? undefined : refused.overtaken(work.draft, savedBy);
}

/** The same of its readings: those of the version in force can be said too. */
export function notReading(subject: PlanVersionSubject): string | undefined {
  if (subject.over) return planningWords.overCycle;
  if (isInForce(subject)) return undefined;
  return subject.work.kind === 'in-force' ? readingWords.refused.overtaken : notEditing(subject);
}

/** The parts of a plan that whoever acts may see: others’ individual objectives are not for everybody. */
export async function partsFor(tx: Db, acting: Acting<unknown>, plan: Plan): Promise<readonly PlanPart[]> {
  const held = await capacitiesOf(tx, acting.entity, acting.actor.person, acting.today);
  const all = may(accessRoles(held, new Set()), 'read-individual');
  return partsOf(plan).filter(({ kind }) => all || kind !== 'individual');
}
