import type { BudgetTotal, Plan, ResourceLine } from '../domain/plan.js';
import { sheetWords } from '../words/sheets.js';
import type { Lines } from './plan-lines.js';
import { accounting, given, need, orNone } from './plan-lines.js';
import { PLAN_TABLES as T } from './plan-tables.js';

const words = sheetWords.plan;

const LEVELS: readonly BudgetTotal['level'][] = ['programme', 'objective', 'area', 'total'];

/** The budget of a plan: lines, totals and details, as its tables say them. */
export function budgetIn(lines: Lines): Plan['budget'] {
  const items = lines(T.items);
  const details = lines(T.details).map(({ values: v }) => ({
    ...accounting(v),
    items: items
      .filter((item) => item.values.number === v.number)
      .map(({ values: i }) => ({
        description: need(i.description),
        amount: need(i.amount),
        ...given({ note: i.note }),
        source: need(i.source),
      })),
  }));
  return {
    lines: lines(T.budget).map(({ values: v }) => ({
      area: need(v.area),
      objective: need(v.objective),
      ...given({ programme: v.programme }),
      ...accounting(v),
    })),
    totals: lines(T.totals).map(({ values: v, fail }) => {
      const level = LEVELS.find((one) => one === v.level);
      if (level === undefined) fail('level', words.noTotal(v.level ?? '', LEVELS.join(', ')));
      const [of, amount, source] = [need(v.of), need(v.amount), need(v.source)];
      return { of, level: level ?? 'total', ...given({ title: v.title }), amount, source };
    }),
    ...given({ details: orNone(details) }),
  };
}

/** The other resources of a plan. */
export function ledgerIn(lines: Lines): readonly ResourceLine[] {
  return lines(T.ledger).map(({ values: v, fail }) => {
    const nature = (['cost', 'investment'] as const).find((one) => words.natures[one] === v.nature);
    if (nature === undefined) fail('nature', words.noNature(v.nature ?? ''));
    return {
      programme: need(v.programme),
      nature: nature ?? 'cost',
      year: Number(v.year),
      description: need(v.description),
      amount: need(v.amount),
      ...given({ function: v.function, costCentre: v.costCentre, product: v.product, note: v.note }),
      source: need(v.source),
    };
  });
}
