import { allIndicators, contextOf, targetText } from '../../../domain/findings/walk.js';
import { parseTarget } from '../../../domain/targets/parse.js';
import { shortPath } from '../../../seeds/locate.js';
import type { LoadedPlan } from '../../../seeds/plan.js';

/** A target of the plan's exercise that no value can be compared with. */
export interface LooseTarget {
  readonly code: string;
  readonly file: string;
  readonly line: number;
  /** As it is written; absent where there is none for the exercise, and there is for another year. */
  readonly text?: string;
}

/**
 * The targets of the exercise that wait for somebody: written so that they can be read in several ways or in none, with no reading
 * confirmed, or only given for other years. Rows that repeat an indicator are looked at where it stands.
 */
export function looseTargets({ plan, places }: Pick<LoadedPlan, 'plan' | 'places'>): readonly LooseTarget[] {
  const { exercise } = plan;
  return allIndicators(plan).flatMap(({ node, path }): readonly LooseTarget[] => {
    if (node.repeats !== undefined) return [];
    const { file, line } = places.of([...path, 'targets']);
    const at = { code: node.code, file: shortPath(file), line };
    const text = targetText(node, exercise);
    if (text === '') return node.targets.some((t) => t.text.trim() !== '') ? [at] : [];
    const confirmed = node.targets.find((t) => t.year === exercise)?.confirmed;
    const read = confirmed !== undefined || parseTarget(text, contextOf(node, exercise)).outcome === 'parsed';
    return read ? [] : [{ ...at, text }];
  });
}
