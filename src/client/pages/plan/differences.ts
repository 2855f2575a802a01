import type { Change } from '../../../domain/change.js';
import { withSupposed } from '../../../domain/confirmed-readings.js';
import { checkPlan } from '../../../domain/findings/check-plan.js';
import type { Finding } from '../../../domain/findings/finding.js';
import type { Plan } from '../../../domain/plan.js';
import { diffPlans, isEmptyDiff } from '../../../domain/plan-diff.js';
import { resultsOf } from '../../../domain/plan-effect.js';
import { unreadChanges } from '../../../domain/proposal.js';
import type { CurrentData } from '../../../register/reading/measured-so-far.js';
import { amendmentWords as words } from '../../../words/amendment.js';
import { italianPercent } from '../../../words/format.js';
import { planChanges, planChangesInWords } from '../../../words/plan-changes.js';

/** A figure with the plan in force and with the draft. */
export interface Effect {
  readonly title: string;
  readonly now: string;
  readonly proposed: string;
  readonly differs: boolean;
}

/** What the draft of an amendment would change: its text, its consistency, the results on the data that are there. */
export interface Differences {
  readonly empty: boolean;
  readonly summary: string;
  readonly changes: readonly Change[];
  /** Contradictions that the plan in force does not have. */
  readonly findings: readonly Finding[];
  /** How many of those in force go away. */
  readonly solved: number;
  readonly effect?: {
    readonly checkpoint: string;
    readonly on: CurrentData['to'];
    readonly lines: readonly Effect[];
    readonly supposed: boolean;
  };
}

/**
 * Compares the draft of an amendment with the plan in force, each with the readings on record. Of a new target that nobody has
 * confirmed the one reading it has is supposed.
 */
export function differencesOf(
  inForce: Plan,
  draft: Plan,
  data: CurrentData | undefined,
  officeTitle: (office: string) => string,
): Differences {
  const diff = diffPlans(inForce, draft);
  const unread = unreadChanges(inForce, draft);
  const supposed = withSupposed(draft, new Set(unread === 'nothing-changed' ? [] : unread));
  const [before, after] = [checkPlan(inForce), checkPlan(draft)];
  const old = new Set(before.map(nameOf));
  const standing = new Set(after.map(placeOf));
  return {
    empty: isEmptyDiff(diff),
    summary: planChangesInWords(diff),
    changes: planChanges(diff, officeTitle),
    findings: after.filter((f) => !old.has(nameOf(f))),
    solved: before.filter((f) => !standing.has(placeOf(f))).length,
    effect:
      data === undefined
        ? undefined
        : {
            checkpoint: data.checkpoint,
            on: data.to,
            lines: effects(inForce, supposed.plan, data),
            supposed: supposed.supposed.size > 0,
          },
  };
}

const placeOf = (finding: Finding): string => `${finding.code}/${finding.place}`;
const nameOf = (finding: Finding): string => `${placeOf(finding)}/${finding.fact}`;

function effects(inForce: Plan, draft: Plan, data: CurrentData): readonly Effect[] {
  const [before, after] = [resultsOf(inForce, data), resultsOf(draft, data)];
  const nodes = [before.entity, ...before.entity.children].map((node) => {
    const is = [after.entity, ...after.entity.children].find((other) => other.node === node.node);
    return line(node.node === 'entity' ? words.preview.entity : node.title, figure(node), figure(is));
  });
  const touched = diffPlans(inForce, draft)
    .indicators.filter((change) => !change.list.startsWith('individual:'))
    .map((change) => (change.kind === 'changed' ? change.after : change.indicator));
  const indicators = touched.map(({ code, name }) =>
    line(`${code} ${name}`, achieved(before.indicators.get(code)), achieved(after.indicators.get(code))),
  );
  return [...nodes, ...indicators.filter((one, i, all) => all.findIndex((o) => o.title === one.title) === i)];
}

const line = (title: string, now: string, proposed: string): Effect => ({
  title,
  now,
  proposed,
  differs: now !== proposed,
});

function figure(node: { readonly achievement?: string; readonly coverage: string } | undefined): string {
  if (node === undefined) return '–';
  return `${achieved(node)}, ${words.preview.coverage(italianPercent(node.coverage))}`;
}

const achieved = (result: { readonly achievement?: string } | undefined): string => {
  if (result === undefined) return '–';
  return result.achievement === undefined ? words.preview.notComputable : italianPercent(result.achievement);
};
