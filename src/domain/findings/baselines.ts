import { type LastYear, startOf } from '../achievement/baseline.js';
import { baselineName } from '../achievement/judge/level.js';
import type { Plan } from '../plan.js';
import type { Reading } from '../targets/types.js';
import { type Finding, finding } from './finding.js';
import { type ReadTarget, readingsAt } from './readings.js';
import { allIndicators, originalOf, type PlacedIndicator, scorecardIndicators, targetText } from './walk.js';

type Relative = Extract<Reading, { kind: 'relative' }>;

/**
 * Targets of the exercise that are a change from a value that neither the plan nor the year before gives: without it nothing is computed. What
 * several lack for one reason is told once, with all of them.
 */
export function checkBaselines(plan: Plan, readTarget: ReadTarget, lastYear: LastYear): readonly Finding[] {
  const strategic = scorecardIndicators(plan);
  const lacking = new Map<string, { readonly placed: PlacedIndicator; readonly reading: Relative }[]>();
  for (const placed of allIndicators(plan)) {
    // A row that repeats an indicator of the scorecard is measured with it.
    const original = originalOf(strategic, placed);
    if (original !== undefined && targetText(original.node, plan.exercise) === targetText(placed.node, plan.exercise)) {
      continue;
    }
    const readings = readingsAt(placed.node, plan.exercise, readTarget);
    const changes = readings.filter((one) => one.kind === 'relative');
    const [reading] = changes;
    if (reading === undefined || changes.length < readings.length) continue;
    const known = changes.some(
      (one) => startOf(one.baseline, placed.node, plan.exercise, one.unit, lastYear) !== undefined,
    );
    if (known) continue;
    const why = baselineName(reading.baseline);
    lacking.set(why, [...(lacking.get(why) ?? []), { placed, reading }]);
  }
  return [...lacking].flatMap(([why, all]) => {
    const [first, ...others] = all;
    if (first === undefined) return [];
    const { node, place, path } = first.placed;
    const text = targetText(node, plan.exercise);
    const { baseline } = first.reading;
    const measured =
      baseline.kind === 'year' && baseline.year === plan.exercise - 1
        ? ` Il risultato si calcola solo se quel valore è stato misurato alla fine dell’esercizio ${baseline.year}.`
        : ' Senza, il risultato non si calcola.';
    const more = others.length === 0 ? '' : ` Lo stesso vale per: ${others.map((o) => o.placed.place).join(', ')}.`;
    const fact = `Il target «${text}» parte da un valore che il Piano non dà (${why}).${measured}${more}`;
    return [finding('baseline-missing', place, [...path, 'targets', plan.exercise], fact, node.source)];
  });
}
