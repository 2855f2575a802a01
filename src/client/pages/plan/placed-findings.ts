import { bySeverity, type Finding } from '../../../domain/findings/finding.js';
import { allIndicators } from '../../../domain/findings/walk.js';
import type { Plan } from '../../../domain/plan.js';
import type { ListId } from '../../../domain/plan-lists.js';

/** Findings by what they concern: `indicator:<list>/<code>`, `programme:1.1.1`, `objective:1.1`, `area:1`, `plan`. */
export type PlacedFindings = ReadonlyMap<string, readonly Finding[]>;

export const indicatorKey = (list: ListId, code: string): string => `indicator:${list}/${code}`;

/** Puts each finding beside the row it concerns; what is about no row is the plan's. */
export function placeFindings(plan: Plan, findings: readonly Finding[]): PlacedFindings {
  const keys = keysByPath(plan);
  const placed = new Map<string, Finding[]>();
  for (const one of bySeverity(findings)) {
    const key = keyOf(one, keys);
    placed.set(key, [...(placed.get(key) ?? []), one]);
  }
  return placed;
}

function keyOf({ path }: Finding, keys: ReadonlyMap<string, string>): string {
  for (let length = path.length; length > 0; length--) {
    const key = keys.get(path.slice(0, length).join('/'));
    if (key !== undefined) return key;
  }
  return 'plan';
}

function keysByPath(plan: Plan): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  const codes = { sheets: plan.sheets.map((s) => s.programme), individual: plan.individual.map((o) => o.code) };
  for (const { list, path, node, programme } of allIndicators(plan)) {
    const owner = list === 'individual' ? (codes.individual[Number(path[1])] ?? '') : programme;
    keys.set(path.join('/'), indicatorKey(`${list}:${owner}`, node.code));
  }
  for (const [a, area] of plan.areas.entries()) {
    keys.set(`areas/${a}`, `area:${area.code}`);
    for (const [o, objective] of area.objectives.entries()) {
      keys.set(`areas/${a}/objectives/${o}`, `objective:${objective.code}`);
      for (const [p, programme] of objective.programmes.entries())
        keys.set(`areas/${a}/objectives/${o}/programmes/${p}`, `programme:${programme.code}`);
    }
  }
  for (const [i, code] of codes.sheets.entries()) keys.set(`sheets/${i}`, `sheet:${code}`);
  for (const [i, code] of codes.individual.entries()) keys.set(`individual/${i}`, `individual:${code}`);
  for (const [i, perspective] of plan.perspectives.entries())
    keys.set(`perspectives/${i}`, `perspective:${perspective.id}`);
  return keys;
}
