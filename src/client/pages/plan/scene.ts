import type { Context } from 'hono';
import { baselinesOf, type LastYear } from '../../../domain/achievement/baseline.js';
import { checkPlan } from '../../../domain/findings/check-plan.js';
import { type PlanPart, partsOf } from '../../../domain/plan-outline.js';
import type { Policy } from '../../../domain/policy.js';
import type { DecimalText } from '../../../domain/targets/types.js';
import { withReadings } from '../../../register/confirmed-readings.js';
import { cycleOf } from '../../../register/cycles.js';
import { entityOf } from '../../../register/entities.js';
import { measuredInTheEnd } from '../../../register/last-year.js';
import { listPlanVersions, type PlanVersion, planVersion } from '../../../register/plans.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import type { Directory } from '../../../register/reading/directory.js';
import { directoryOf } from '../../../register/reading/directory-of.js';
import { steeringActor } from '../kit/actor.js';
import { type Frame, frameOf } from '../kit/frame.js';
import { planPath } from '../kit/paths.js';
import { cycleIdIn, type Site } from '../kit/site.js';
import { allows } from '../kit/viewer.js';
import { type PlacedFindings, placeFindings } from './placed-findings.js';

/** What the pages of the plan editor are made from. */
export interface PlanningScene {
  readonly frame: Frame;
  readonly cycle: CycleName;
  readonly directory: Directory;
  readonly offices: readonly { readonly id: string; readonly title: string }[];
  readonly versions: readonly Omit<PlanVersion, 'plan'>[];
  /** The version in force or else the working draft; absent when the exercise has no plan yet. */
  readonly shown?: PlanVersion;
  readonly parts: readonly PlanPart[];
  readonly findings: PlacedFindings;
  /** Whether who looks may change the plan here and now. */
  readonly edits: boolean;
  /** Whether who looks may say how targets are read: also of a plan in force, whose promises that does not change. */
  readonly confirms: boolean;
  /** The rules the cycle is pinned to. */
  readonly policy: Policy;
  /** What the changes promised by the plan start from, by indicator. */
  readonly baselines: ReadonlyMap<string, DecimalText>;
  /** Whether who looks steers the body, also when the plan changes by amendment only. */
  readonly steers: boolean;
  /** Whether who looks may see individual objectives. */
  readonly seesIndividual: boolean;
}

/** Undefined when the address names no cycle. */
export async function planningScene({ deps, assets }: Site, c: Context): Promise<PlanningScene | undefined> {
  const frame = await frameOf(deps, assets, c, cycleIdIn(c));
  const { cycle } = frame;
  if (cycle === undefined) return undefined;
  const { db } = deps.register;
  const [versions, directory, entity, record, lastYear] = await Promise.all([
    listPlanVersions(db, cycle.entity, cycle.exercise),
    directoryOf(db, cycle.entity, frame.today),
    entityOf(db, cycle.entity),
    cycleOf(db, cycle.id),
    measuredInTheEnd(db, cycle.entity, cycle.exercise - 1),
  ]);
  if (record === undefined) return undefined;
  const inForce = versions.findLast((v) => v.status === 'in-force');
  const chosen = inForce ?? versions.findLast((v) => v.status === 'draft');
  const found = chosen === undefined ? undefined : await planVersion(db, cycle.entity, cycle.exercise, chosen.version);
  const shown = found === undefined ? undefined : await withReadings(db, found);
  const offices = entity?.offices ?? [];
  const seesIndividual = allows(c, 'read-individual');
  const steers = steeringActor(c) !== undefined;
  const running = cycle.status !== 'closed' && cycle.status !== 'cancelled';
  const parts = shown === undefined ? [] : partsOf(shown.plan);
  return {
    frame,
    cycle,
    directory,
    offices,
    versions,
    ...(shown === undefined ? {} : { shown }),
    parts: seesIndividual ? parts : parts.filter((part) => part.kind !== 'individual'),
    findings: shown === undefined ? new Map() : findingsOf(shown, offices, seesIndividual, lastYear),
    edits: steers && inForce === undefined && running,
    confirms: steers && shown !== undefined && running,
    // Saved from a validated policy file when the cycle was planned, and never changed.
    policy: record.policy as Policy,
    baselines: shown === undefined ? new Map() : baselinesOf(shown.plan, lastYear),
    steers,
    seesIndividual,
  };
}

/** Individual objectives count only for who may see them. */
function findingsOf(
  { plan }: PlanVersion,
  offices: PlanningScene['offices'],
  withIndividual: boolean,
  lastYear: LastYear,
): PlacedFindings {
  const visible = withIndividual ? plan : { ...plan, individual: [] };
  return placeFindings(visible, checkPlan(visible, { offices: offices.map((o) => o.id), lastYear }));
}

export const indicatorEditPath = (cycle: CycleName, list: string, code: string): string =>
  planPath(cycle, `/indicatori/${encodeURIComponent(list)}/${encodeURIComponent(code)}`);
