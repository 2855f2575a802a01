import { sheetWords } from '../words/sheets.js';
import type { Lines } from './plan-lines.js';
import { given, need, split } from './plan-lines.js';
import { PLAN_TABLES as T } from './plan-tables.js';

const words = sheetWords.plan;

/** What a plan says beside its figures: periods, placements, mission and vision, legend. */
export function statementsIn(lines: Lines) {
  const legend = lines(T.legend);
  const [first] = legend;
  return {
    periods: lines(T.periods).map(({ values: v }) => ({
      of: need(v.of),
      title: need(v.title),
      from: Number(v.from),
      ...given({ to: v.to === undefined ? undefined : Number(v.to) }),
      source: need(v.source),
    })),
    placements: lines(T.placements).map(({ values: v }) => ({
      about: need(v.about),
      perspective: need(v.perspective),
      indicators: split(v.indicators),
      source: need(v.source),
    })),
    identity: lines(T.identity).flatMap(({ values: v, fail }) => {
      const of = (['mission', 'vision'] as const).find((one) => words.identity[one] === v.of);
      if (of === undefined) fail('of', words.noIdentity(v.of ?? ''));
      return of === undefined ? [] : [{ of, text: need(v.text), source: need(v.source) }];
    }),
    legend:
      first === undefined
        ? undefined
        : {
            entries: legend.map(({ values: v }) => ({ label: need(v.label), threshold: need(v.threshold) })),
            source: need(first.values.source),
          },
  };
}
