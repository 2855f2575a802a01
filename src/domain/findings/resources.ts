import type { Plan } from '../plan.js';
import { compare, divide, fromInteger, HUNDRED, larger } from '../rational.js';
import { type Finding, finding } from './finding.js';
import { euro, percent, sum } from './number.js';
import { distinctWords } from './text.js';
import { type PlacedProgramme, programmesOf } from './walk.js';

/** Money and what it is for: a line that speaks of another programme, an objective that weighs much and has none. */
export function checkResources(plan: Plan): readonly Finding[] {
  return plan.budget.lines.length === 0 ? [] : [...elsewhere(plan), ...unfunded(plan)];
}

/** How many words of a title a description must share before it is thought to speak of the same thing. */
const SHARED = 2;

/** A line whose description names another programme, one that has no line of its own, and nothing of the one it is under. */
function elsewhere(plan: Plan): readonly Finding[] {
  const programmes = programmesOf(plan);
  const funded = new Set(plan.budget.lines.map((l) => l.programme));
  return plan.budget.lines.flatMap((line, i) => {
    const said = distinctWords(line.description);
    const own = programmes.find((p) => p.node.code === line.programme);
    if (own === undefined || shared(said, wordsOf(own)).length > 0) return [];
    const meant = programmes.find(
      (p) => !funded.has(p.node.code) && shared(said, distinctWords(p.node.title)).length >= SHARED,
    );
    if (meant === undefined) return [];
    const { node } = meant;
    const cited = plan.sheets
      .filter((s) => s.programme !== node.code && s.programme !== line.programme)
      .filter((s) => (s.actions ?? []).some((action) => shared(said, distinctWords(action)).length >= SHARED))
      .map((s) => ` Ne parla anche la scheda ${s.programme}.`);
    const fact = `«${line.description}», ${euro(line.amount)}, sta sotto il programma ${own.node.code} («${line.heading}»), ma parla del programma ${node.code} «${node.title}», che nel budget non ha righe.${cited.join('')}`;
    return [finding('resources-elsewhere', `budget ${line.product}`, ['budget', 'lines', i], fact, line.source)];
  });
}

const wordsOf = ({ node }: PlacedProgramme): ReadonlySet<string> =>
  distinctWords([node.title, ...node.indicators.map((i) => i.name)].join(' '));

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): readonly string[] =>
  [...a].filter((word) => b.has(word));

/** Under this an objective may well be reached by work alone. */
const HEAVY = fromInteger(20);

/** An objective that weighs more than its share and for which no intervention is budgeted or asked. */
function unfunded(plan: Plan): readonly Finding[] {
  const objectives = plan.areas.flatMap((area, a) =>
    area.objectives.map((node, o) => ({ node, path: ['areas', a, 'objectives', o] })),
  );
  if (objectives.length < 3) return [];
  return objectives.flatMap(({ node, path }) => {
    const weight = sum(node.weights.map((w) => w.weight));
    if (compare(weight, larger(HEAVY, divide(HUNDRED, fromInteger(objectives.length)))) < 0) return [];
    const codes = new Set(node.programmes.map((p) => p.code));
    const funded = plan.budget.lines.some((l) => l.objective === node.code || codes.has(l.programme ?? ''));
    // A sheet that asks for interventions the budget has not is told by itself.
    const asks = plan.sheets.some(
      (s) => codes.has(s.programme) && s.resources.parts.some((p) => /interventi/i.test(p.name)),
    );
    if (funded || asks) return [];
    const all = sum(plan.budget.lines.map((l) => l.amount));
    const fact = `L’obiettivo pesa ${percent(weight)} del cruscotto e nel budget, che è di ${euro(all)}, non ha nessuna riga.`;
    return [finding('weight-without-money', `obiettivo ${node.code}`, [...path, 'weights'], fact, node.source)];
  });
}
