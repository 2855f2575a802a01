import type { Indicator, Plan } from '../plan.js';
import { type Finding, finding } from './finding.js';
import { type PlacedIndicator, scorecardIndicators, targetText } from './walk.js';

/** Years away from the exercise beyond which no plan promises anything: 2052 is a slip for 2025. */
const FAR = 5;

export const isFar = (year: number, exercise: number): boolean => Math.abs(year - exercise) > FAR;

/**
 * The years for which the plan has a column of targets, in order: its exercise and those in which most indicators have
 * one. A year that stands beside a few alone asks nothing of the others, and one far away is no year of the plan.
 */
export const yearsOf = (plan: Plan): readonly number[] =>
  [...new Set([plan.exercise, ...common(plan)])]
    .filter((year) => year !== plan.exercise || anyAt(plan, year))
    .filter((year) => !isFar(year, plan.exercise))
    .sort((a, b) => a - b);

const anyAt = (plan: Plan, year: number): boolean =>
  scorecardIndicators(plan).some(({ node }) => targetText(node, year) !== '');

/** The years in which most indicators of the scorecard have a target. */
function common(plan: Plan): readonly number[] {
  const indicators = scorecardIndicators(plan);
  const given = indicators.flatMap(({ node }) => writtenYears(node));
  return [...new Set(given)].filter((year) => given.filter((y) => y === year).length * 2 > indicators.length);
}

export const writtenYears = (node: Indicator): readonly number[] =>
  node.targets.flatMap((t) => (t.text.trim() === '' ? [] : [t.year]));

/** The one year an indicator lacks because its target stands beside a far one. */
export function slippedFrom(node: Indicator, exercise: number, columns: readonly number[]): number | undefined {
  const written = writtenYears(node);
  const absent = columns.filter((year) => !written.includes(year));
  return absent.length === 1 && written.filter((year) => isFar(year, exercise)).length === 1 ? absent[0] : undefined;
}

/** Targets for a year outside the plan's three that nobody else has: most likely a slip in writing it. */
export function strayYears(
  { node, place, path }: PlacedIndicator,
  plan: Plan,
  columns: readonly number[],
): readonly Finding[] {
  const { exercise } = plan;
  const headings = common(plan);
  const slipped = slippedFrom(node, exercise, columns);
  return node.targets.flatMap(({ year, text }) => {
    const isExpected = columns.includes(year) || (year >= exercise && year <= exercise + 2);
    if (text.trim() === '' || isExpected || headings.includes(year)) return [];
    // Where it is the only one, that the year's own is missing says both.
    if (writtenYears(node).length === 1) return [];
    const lacking = slipped === undefined ? '' : ` Manca invece quello del ${slipped}.`;
    const fact = `C’è un target per il ${year}, «${text}», anno per cui nel Piano quasi nessun altro indicatore ne ha.${lacking}`;
    return [finding('year-stray', place, [...path, 'targets', year], fact, node.source)];
  });
}

/** A whole column of targets, or results, headed with a year that can not be theirs: told once, not at every cell. */
export function strayColumns(plan: Plan): readonly Finding[] {
  const { exercise } = plan;
  const all = scorecardIndicators(plan);
  const targets = common(plan)
    .filter((year) => isFar(year, exercise))
    .map((year) => {
      const holding = all.filter(({ node }) => targetText(node, year) !== '').length;
      const fact = `La colonna dei target ${year} (${holding} indicatori) è di un anno lontano dall’esercizio ${exercise}: è probabile che l’intestazione sia sbagliata.`;
      return finding('year-stray', `piano, target ${year}`, ['areas'], fact);
    });
  const years = all.flatMap(({ node }) => (node.results ?? []).filter((r) => r.text.trim() !== '').map((r) => r.year));
  const results = [...new Set(years)]
    .filter((year) => year > exercise)
    .map((year) => {
      const holding = all.filter(({ node }) => node.results?.some((r) => r.year === year && r.text.trim() !== ''));
      const codes = holding.map(({ node }) => node.code).join(', ');
      const fact = `C’è un risultato per il ${year}, dopo l’esercizio ${exercise}: ${codes}.`;
      return finding('year-stray', `piano, risultato ${year}`, ['areas'], fact);
    });
  return [...targets, ...results];
}
