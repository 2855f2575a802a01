import type { Context } from 'hono';
import {
  partsFor,
  type Relation,
  relationsTo,
  type SheetPart,
  type SightContext,
  sightContext,
  type Viewer,
  viewerOn,
} from '../../../access/individual-sight.js';
import { STEERING } from '../../../domain/entity.js';
import { type Next, nextOf } from '../../../domain/individual/next.js';
import { evaluatorRole, ownRole } from '../../../domain/individual/own-role.js';
import { roleOfPart } from '../../../domain/individual/stages.js';
import type { EvaluatedGroup, IndividualRules } from '../../../domain/individual/types.js';
import { policyOf } from '../../../register/cycles.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import type { Directory } from '../../../register/reading/directory.js';
import { directoryOf } from '../../../register/reading/directory-of.js';
import type { SheetSummary } from '../../../register/reading/sheets.js';
import { type Frame, frameOf } from '../kit/frame.js';
import { cycleIdIn, type Site } from '../kit/site.js';

/** What the pages of evaluation are made from. */
export interface EvaluationPageData {
  readonly frame: Frame;
  readonly cycle: CycleName;
  readonly rules: IndividualRules | undefined;
  readonly directory: Directory;
  readonly viewer: Viewer;
  readonly sight: SightContext;
}

/** Undefined where the address names no cycle, or nobody has signed in. */
export async function evaluationPageData({ deps, assets }: Site, c: Context): Promise<EvaluationPageData | undefined> {
  const standing = c.get('standing');
  const frame = await frameOf(deps, assets, c, cycleIdIn(c));
  const { cycle } = frame;
  if (cycle === undefined || standing === undefined) return undefined;
  const { db } = deps.register;
  const { individual: rules } = await policyOf(db, cycle.id);
  const [directory, viewer, sight] = await Promise.all([
    directoryOf(db, cycle.entity, frame.today),
    viewerOn(db, cycle.entity, standing.person.id, frame.today),
    sightContext(db, cycle.entity, rules?.groups ?? []),
  ]);
  return { frame, cycle, rules, directory, viewer, sight };
}

/** A sheet that somebody may see, with what they are to it. */
export interface SheetInSight {
  readonly sheet: SheetSummary;
  readonly group: EvaluatedGroup | undefined;
  readonly relations: readonly Relation[];
  readonly parts: ReadonlySet<SheetPart>;
  readonly next: Next | undefined;
  /** Whether it is the viewer it waits for. */
  readonly awaitsViewer: boolean;
}

/** What of the sheets of a cycle somebody may see. */
export async function inSight(
  data: EvaluationPageData,
  sheets: readonly SheetSummary[],
): Promise<readonly SheetInSight[]> {
  const all = await Promise.all(
    sheets.map(async (sheet) => ({ sheet, relations: await relationsTo(data.viewer, sheet, data.sight) })),
  );
  return all
    .filter(({ relations }) => partsFor(relations).has('stage'))
    .map(({ sheet, relations }) => {
      const group = data.sight.group(sheet.group);
      const next = group && nextOf(sheet, group.terms, data.frame.today);
      return {
        sheet,
        group,
        relations,
        parts: partsFor(relations),
        next,
        awaitsViewer: awaits(data, sheet, group, next),
      };
    });
}

function awaits(
  { viewer, sight }: EvaluationPageData,
  { person, evaluator }: SheetSummary,
  group: EvaluatedGroup | undefined,
  next: Next | undefined,
): boolean {
  if (next === undefined || group === undefined) return false;
  const role = roleOfPart(next.by, group, {
    person: ownRole(person),
    evaluator: evaluator.kind === 'person' ? evaluatorRole(evaluator.person) : evaluator.role,
    steering: STEERING,
    actsFor: sight.actsFor,
  });
  // Nobody is waited for to judge themselves, whoever they stand in for.
  return role !== undefined && viewer.roles.has(role) && (next.by === 'person' || viewer.person !== person);
}
