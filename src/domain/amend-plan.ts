import type { Indicator, Plan } from './plan.js';

/** The same plan with every indicator passed through `change`: scorecard, programme sheets, individual objectives. */
export function mapIndicators(plan: Plan, change: (indicator: Indicator) => Indicator): Plan {
  return {
    ...plan,
    areas: plan.areas.map((area) => ({
      ...area,
      objectives: area.objectives.map((objective) => ({
        ...objective,
        programmes: objective.programmes.map((programme) => ({
          ...programme,
          indicators: programme.indicators.map(change),
        })),
      })),
    })),
    sheets: plan.sheets.map((sheet) => ({ ...sheet, indicators: sheet.indicators.map(change) })),
    individual: plan.individual.map((objective) => ({ ...objective, indicators: objective.indicators.map(change) })),
  };
}

/** A new text for the target of one year; the reading confirmed for the old text goes with it. */
export function withTarget(indicator: Indicator, year: number, text: string): Indicator {
  const others = indicator.targets.filter((t) => t.year !== year);
  return { ...indicator, targets: [...others, { year, text }].sort((a, b) => a.year - b.year) };
}
