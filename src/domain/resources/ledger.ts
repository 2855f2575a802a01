import { decimalText } from '../achievement/format.js';
import type { Plan, ResourceNature, SourcePlace } from '../plan.js';
import { add, rational, ZERO } from '../rational.js';
import type { DecimalText } from '../targets/types.js';
import { investmentPart } from './nature.js';

/** A line of the one ledger of resources, wherever in the plan it is written. */
export interface LedgerLine {
  /** Stable within the plan: product and activity (`B3010303/2`), or programme and ordinal (`2.1.2/i1`). */
  readonly id: string;
  readonly area: string;
  readonly objective: string;
  readonly programme: string;
  readonly nature: ResourceNature;
  readonly year: number;
  readonly activity: string;
  readonly function: string;
  readonly costCentre: string;
  readonly product: string;
  readonly description: string;
  /** Euro. */
  readonly amount: DecimalText;
  readonly source: SourcePlace;
}

/**
 * All resources of a plan, line by line: the economic interventions of Allegato 2 (costs of the exercise), then the other lines. A plan
 * that has neither has its sheets' amounts for lines, so that there is one ledger and one total in any case.
 */
export function ledgerOf(plan: Plan): readonly LedgerLine[] {
  const others = (plan.resources?.lines ?? []).map((line, at): LedgerLine => {
    const { area, objective } = above(plan, line.programme);
    const { nature, year, description, amount, source } = line;
    return {
      id: otherId(line.programme, nature, at, line.product),
      ...{ area, objective, programme: line.programme, nature, year, description, amount, source },
      activity: '',
      function: line.function ?? '',
      costCentre: line.costCentre ?? '',
      product: line.product ?? '',
    };
  });
  const all = numbered([...interventions(plan), ...others]);
  return all.length > 0 ? all : fromSheets(plan);
}

const interventions = (plan: Plan): readonly LedgerLine[] =>
  plan.budget.lines.map(({ heading: _, note: __, ...line }) => ({
    ...line,
    id: line.activity === '' ? line.product : `${line.product}/${line.activity}`,
    programme: line.programme ?? '',
    nature: 'cost',
    year: plan.exercise,
  }));

/** Two lines of one product and activity are told apart by their order. */
function numbered(lines: readonly LedgerLine[]): readonly LedgerLine[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const times = (seen.get(line.id) ?? 0) + 1;
    seen.set(line.id, times);
    return times === 1 ? line : { ...line, id: `${line.id}/${times}` };
  });
}

function fromSheets(plan: Plan): readonly LedgerLine[] {
  return plan.sheets.flatMap((sheet) => {
    const { planned, parts, source = sheet.source } = sheet.resources;
    const written = parts.length > 0 && sumOf(parts.map((p) => p.amount)) === sumOf([planned]);
    const amounts = written ? parts : [{ name: sheet.title, amount: planned }];
    return amounts.map(
      ({ name, amount }, at): LedgerLine => ({
        id: `${sheet.programme}/s${at + 1}`,
        ...above(plan, sheet.programme),
        programme: sheet.programme,
        nature: investmentPart(name) ? 'investment' : 'cost',
        year: plan.exercise,
        ...{ activity: '', function: '', costCentre: '', product: '', description: name, amount, source },
      }),
    );
  });
}

const otherId = (programme: string, nature: ResourceNature, at: number, product: string | undefined): string =>
  product ?? `${programme}/${nature === 'investment' ? 'i' : 'c'}${at + 1}`;

/** Area and objective a programme stands under; empty for one the plan has not. */
function above(plan: Plan, programme: string): { readonly area: string; readonly objective: string } {
  for (const area of plan.areas)
    for (const objective of area.objectives)
      if (objective.programmes.some(({ code }) => code === programme))
        return { area: area.code, objective: objective.code };
  return { area: '', objective: '' };
}

/** The exact sum of amounts, in euro. */
export const sumOf = (amounts: readonly DecimalText[]): DecimalText =>
  decimalText(amounts.reduce((sum, amount) => add(sum, rational(amount)), ZERO));

/** What some lines come to: costs, investments, and both together. */
export interface Totals {
  readonly cost: DecimalText;
  readonly investment: DecimalText;
  readonly all: DecimalText;
}

/** The totals of some lines of the ledger. */
export function totalsOf(lines: readonly LedgerLine[]): Totals {
  const of = (nature: ResourceNature) => sumOf(lines.flatMap((l) => (l.nature === nature ? [l.amount] : [])));
  return { cost: of('cost'), investment: of('investment'), all: sumOf(lines.map((l) => l.amount)) };
}
