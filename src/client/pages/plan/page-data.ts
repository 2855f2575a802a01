import type { Context } from 'hono';
import { amend } from '../../../acts/plan/amend.js';
import type { AmendmentSubject } from '../../../acts/plan/amendment.js';
import { baselinesOf, type LastYear } from '../../../domain/achievement/baseline.js';
import type { Actor } from '../../../domain/acting.js';
import { checkPlan } from '../../../domain/findings/check-plan.js';
import { editorsOf } from '../../../domain/plan-editors.js';
import { type PlanPart, partsOf } from '../../../domain/plan-outline.js';
import { draftIn, type PlanWork, planWork } from '../../../domain/plan-work.js';
import type { Policy } from '../../../domain/policy.js';
import type { DecimalText } from '../../../domain/targets/types.js';
import { withReadings } from '../../../register/confirmed-readings.js';
import { cycleOf } from '../../../register/cycles.js';
import { type EarlierStep, earlierApproval } from '../../../register/earlier-steps.js';
import { entityOf } from '../../../register/entities.js';
import { measuredInTheEnd } from '../../../register/last-year.js';
import { listPlanVersions, type PlanVersion, planVersion } from '../../../register/plans.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import type { Directory } from '../../../register/reading/directory.js';
import { directoryOf } from '../../../register/reading/directory-of.js';
import { amendmentWords } from '../../../words/amendment.js';
import { planningWords } from '../../../words/planning.js';
import { actorIn } from '../kit/actor.js';
import { type Frame, frameOf } from '../kit/frame.js';
import type { Crumb } from '../kit/layout.js';
import { AMENDMENT_PATH, planPath } from '../kit/paths.js';
import { cycleIdIn, type Site } from '../kit/site.js';
import { allows } from '../kit/viewer.js';
import { type PlacedFindings, placeFindings } from './placed-findings.js';

declare module 'hono' {
  interface ContextVariableMap {
    /** Whether the page is one of the amendment of a plan; absent: of the plan itself. */
    amends?: boolean;
  }
}

/** What the pages of the plan editor are made from. */
export interface PlanPageData {
  readonly frame: Frame;
  readonly cycle: CycleName;
  readonly directory: Directory;
  readonly offices: readonly { readonly id: string; readonly title: string }[];
  readonly versions: readonly Omit<PlanVersion, 'plan'>[];
  /** Where the work on the plan stands. */
  readonly work: PlanWork;
  /** Whether the pages are of the amendment. */
  readonly amends: boolean;
  /** The step by which the Piano was approved before Ciclo, while nothing is in force. */
  readonly approvedEarlier: EarlierStep | undefined;
  /** The step that takes amendments, once the plan's calendar has one. */
  readonly amendment: AmendmentSubject | undefined;
  /**
   * Of the plan the version in force, or else the working draft; of the amendment its draft, or what is before the board. Absent
   * when there is none.
   */
  readonly shown?: PlanVersion;
  readonly parts: readonly PlanPart[];
  readonly findings: PlacedFindings;
  /** Whether who looks may begin, edit and propose an amendment. */
  readonly mayAmend: boolean;
  /** Who looks, as one who may edit what is shown here; absent when they may not. */
  readonly editor: Actor | undefined;
  /** Whether who looks may change the plan here and now. */
  readonly edits: boolean;
  /** Whether who looks may say how targets are read: also of a plan in force, whose promises that does not change. */
  readonly confirms: boolean;
  /** The rules the cycle is pinned to. */
  readonly policy: Policy;
  /** What the changes promised by the plan start from, by indicator. */
  readonly baselines: ReadonlyMap<string, DecimalText>;
  /** Whether who looks may see individual objectives. */
  readonly seesIndividual: boolean;
  /** Address of a page of the plan, or of its amendment. */
  path(below?: string): string;
}

/** Undefined when the address names no cycle. */
export async function planPageData({ deps, assets }: Site, c: Context): Promise<PlanPageData | undefined> {
  const frame = await frameOf(deps, assets, c, cycleIdIn(c));
  const { cycle } = frame;
  if (cycle === undefined) return undefined;
  const { db } = deps.register;
  const [versions, directory, entity, record, lastYear, amendment] = await Promise.all([
    listPlanVersions(db, cycle.entity, cycle.exercise),
    directoryOf(db, cycle.entity, frame.today),
    entityOf(db, cycle.entity),
    cycleOf(db, cycle.id),
    measuredInTheEnd(db, cycle.entity, cycle.exercise - 1),
    amend.on.find(deps.register, { entity: cycle.entity, exercise: cycle.exercise, name: '' }),
  ]);
  if (record === undefined) return undefined;
  const work = planWork(versions);
  const amends = c.get('amends') === true;
  const chosen = versionShown(work, amends);
  const found = chosen === 0 ? undefined : await planVersion(db, cycle.entity, cycle.exercise, chosen);
  const shown = found === undefined ? undefined : await withReadings(db, found);
  const offices = entity?.offices ?? [];
  const seesIndividual = allows(c, 'read-individual');
  const amender = amendment && actorIn(c, editorsOf(amendment.step.planned));
  const editor = amends ? amender : actorIn(c, editorsOf());
  const running = cycle.status !== 'closed' && cycle.status !== 'cancelled';
  const edits = editor !== undefined && running && work.kind === (amends ? 'amending' : 'first');
  const parts = shown === undefined ? [] : partsOf(shown.plan);
  return {
    frame,
    cycle,
    directory,
    offices,
    versions,
    work,
    amends,
    approvedEarlier: work.kind === 'first' ? await earlierApproval(db, cycle.id) : undefined,
    amendment,
    shown,
    parts: seesIndividual ? parts : parts.filter((part) => part.kind !== 'individual'),
    findings: shown === undefined ? new Map() : findingsOf(shown, offices, seesIndividual, lastYear),
    mayAmend: amender !== undefined,
    editor,
    edits,
    confirms: amends ? edits : editor !== undefined && shown !== undefined && running,
    policy: record.policy,
    baselines: shown === undefined ? new Map() : baselinesOf(shown.plan, lastYear),
    seesIndividual,
    path: (below = '') => planPath(cycle, `${amends ? AMENDMENT_PATH : ''}${below}`),
  };
}

/** 0: none. */
function versionShown(work: PlanWork, amends: boolean): number {
  if (work.kind === 'first') return amends ? 0 : work.draft;
  if (!amends) return work.inForce;
  return work.kind === 'proposed' ? work.proposed : draftIn(work);
}

/** The way back to the plan, and to its amendment, above pages under them. */
export const planCrumbs = ({ cycle, amends, path }: PlanPageData): readonly Crumb[] => [
  { title: planningWords.title(cycle.exercise), href: planPath(cycle) },
  ...(amends ? [{ title: amendmentWords.title, href: path() }] : []),
];

/** Individual objectives count only for who may see them. */
function findingsOf(
  { plan }: PlanVersion,
  offices: PlanPageData['offices'],
  withIndividual: boolean,
  lastYear: LastYear,
): PlacedFindings {
  const visible = withIndividual ? plan : { ...plan, individual: [] };
  return placeFindings(visible, checkPlan(visible, { offices: offices.map((o) => o.id), lastYear }));
}
