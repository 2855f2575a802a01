import { join } from 'node:path';
import { type Assessor, createAssessor } from '../src/domain/achievement/assess.js';
import { percentUnits } from '../src/domain/achievement/rounding.js';
import type { Actual } from '../src/domain/achievement/types.js';
import type { Policy } from '../src/domain/policy.js';
import { type Card, prepareCard } from '../src/domain/scorecard/card.js';
import type { CardNode } from '../src/domain/scorecard/card-node.js';
import { rollUpCard, sumCard } from '../src/domain/scorecard/roll-up.js';
import type { LeafState, Totals } from '../src/domain/scorecard/totals.js';
import { seedsFolder } from '../src/seeds/locate.js';
import { loadPlan } from '../src/seeds/plan.js';
import { loadPolicy } from '../src/seeds/policy.js';
import { measure, numbers, type ReadIndicator, readScorecard } from './measured-values.js';
import { type Figures, openSheet, readFigures, sheetOf, writeActuals } from './spreadsheet.js';

const PERIOD = { exercise: 2016, at: '2016-12-31' } as const;
const TIMED = 2_000;
const REBUILT = 200;
const BODIES = 20_000;
const TOLERANCE = 1e-9;
const NO_FIGURE = -1;

interface Scorecard2016 {
  readonly policy: Policy;
  readonly assessor: Assessor;
  readonly card: Card;
  readonly read: readonly ReadIndicator[];
  /** What both sides compute: every node above the indicators, in every view of the scorecard. */
  readonly nodes: readonly CardNode[];
}

/** Achievement and roll-up of the 2016 scorecard, here and in a spreadsheet engine. */
export function run(): void {
  const scorecard = load2016();
  const { read, card, nodes } = scorecard;
  const next = numbers(2016);
  const sets = Array.from({ length: TIMED }, () => measure(read, next));
  const content = sheetOf(read, card, nodes);
  const sheet = openSheet(content);
  const inSheet = (actuals: readonly Actual[]): readonly Figures[] => {
    writeActuals(sheet, actuals);
    return readFigures(sheet, read.length, nodes.length);
  };

  checkEqual(scorecard, sets.slice(0, 200), inSheet);
  say(`${read.length} indicators, ${nodes.length} totals (tree, perspectives, offices, missioni), four figures each`);
  say(`equal in both, to ${TOLERANCE}, on 200 sets of values`);

  const ours = timed(sets, (actuals) => figures(scorecard, actuals));
  const explained = timed(sets, (actuals) => explain(scorecard, actuals));
  const engine = timed(sets, inSheet);
  const rebuilt = timed(sets.slice(0, REBUILT), (actuals) => {
    const fresh = openSheet(content);
    writeActuals(fresh, actuals);
    readFigures(fresh, read.length, nodes.length);
    fresh.destroy();
  });
  row('Ciclo, exact figures', ours);
  row('Ciclo, with traces, contributions, all views', explained);
  row('HyperFormula, one sheet kept open', engine, ours);
  row('HyperFormula, a sheet per scorecard', rebuilt, ours);
  sheet.destroy();

  manyBodies(scorecard);
}

function load2016(): Scorecard2016 {
  const plan = loadPlan(join(seedsFolder(), 'massa-carrara-2016'));
  const policy = loadPolicy(join(seedsFolder(), 'policies', 'smvp-2016.yaml'));
  if (!plan.ok || !policy.ok) throw new Error('the data files of 2016 do not load');
  const card = prepareCard(plan.value.plan);
  const groups = [card.entity, ...card.perspectives, ...card.offices, ...card.missioni].flatMap(aboveLeaves);
  return {
    policy: policy.value.value,
    assessor: createAssessor(policy.value.value),
    card,
    read: readScorecard(plan.value.plan),
    nodes: groups,
  };
}

const aboveLeaves = (node: CardNode): readonly CardNode[] =>
  node.leaf === undefined ? [node, ...node.children.flatMap(aboveLeaves)] : [];

/** Every total, exact. Leaves beyond the scorecard (sheets, personal objectives) take no part in these nodes. */
function figures(
  { assessor, card, read, nodes, policy }: Scorecard2016,
  actuals: readonly Actual[],
): readonly Totals[] {
  const states = card.leaves.map((_leaf, i): LeafState => {
    const [known, actual] = [read[i], actuals[i]];
    if (known === undefined || actual === undefined) return { kind: 'open', why: 'not-yet' };
    const counted = assessor.count({ indicator: known.indicator.code, reading: known.reading, actual, period: PERIOD });
    return counted.state === 'assessed'
      ? { kind: 'assessed', counts: counted.counts }
      : { kind: 'open', why: 'missing' };
  });
  const sum = sumCard(card, states, policy);
  return nodes.map(sum);
}

function explain({ assessor, card, read, policy }: Scorecard2016, actuals: readonly Actual[]): void {
  const assessments = read.map(({ indicator, reading }, i) =>
    assessor.assess({ indicator: indicator.code, reading, actual: actuals[i] ?? { kind: 'missing' }, period: PERIOD }),
  );
  if (!rollUpCard(card, assessments, policy).ok) throw new Error('no overrides were given');
}

function checkEqual(
  scorecard: Scorecard2016,
  sets: readonly (readonly Actual[])[],
  inSheet: (actuals: readonly Actual[]) => readonly Figures[],
): void {
  for (const actuals of sets) {
    const theirs = inSheet(actuals);
    figures(scorecard, actuals).forEach((totals, i) => {
      const own = [totals.achievement, totals.coverage, totals.worst, totals.best].map((r) =>
        r === undefined ? undefined : Number((r.n * 10n ** 15n) / r.d) / 1e15,
      );
      own.forEach((value, k) => {
        const other = theirs[i]?.[k];
        const same =
          value === undefined || other === undefined ? value === other : Math.abs(value - other) <= TOLERANCE;
        if (!same) throw new Error(`${scorecard.nodes[i]?.id}, figure ${k}: ${value} here, ${other} in the sheet`);
      });
    });
  }
}

/** Microseconds per set, after a first pass that warms the code up. */
function timed(sets: readonly (readonly Actual[])[], work: (actuals: readonly Actual[]) => unknown): number {
  for (const actuals of sets.slice(0, Math.ceil(sets.length / 10))) work(actuals);
  const start = performance.now();
  for (const actuals of sets) work(actuals);
  return ((performance.now() - start) * 1000) / sets.length;
}

/** The scorecards of many bodies in one process, every printed figure of every body kept. */
function manyBodies(scorecard: Scorecard2016): void {
  const { nodes, policy } = scorecard;
  const next = numbers(BODIES);
  const bodies = Array.from({ length: BODIES }, () => measure(scorecard.read, next));
  const before = process.memoryUsage().rss;
  const start = performance.now();
  const kept = new Int32Array(BODIES * nodes.length * 4).fill(NO_FIGURE);
  bodies.forEach((actuals, body) => {
    figures(scorecard, actuals).forEach(({ achievement, coverage, worst, best }, node) => {
      [achievement, coverage, worst, best].forEach((figure, i) => {
        if (figure !== undefined)
          kept[(body * nodes.length + node) * 4 + i] = Number(percentUnits(figure, policy.rounding));
      });
    });
  });
  const seconds = (performance.now() - start) / 1000;
  const figuresKept = kept.reduce((count, units) => count + (units === NO_FIGURE ? 0 : 1), 0);
  const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;
  say(
    `${BODIES} bodies in one go: ${seconds.toFixed(1)} s, ${Math.round(BODIES / seconds)} scorecards/s, ${figuresKept} rounded figures kept; ` +
      `memory ${megabytes(before)} with the values read, peak ${megabytes(process.resourceUsage().maxRSS * 1024)}`,
  );
}

function row(label: string, microseconds: number, base?: number): void {
  const ratio = base === undefined ? '' : `   ${(microseconds / base).toFixed(1)} times Ciclo's figures`;
  say(`${label.padEnd(46)}${microseconds.toFixed(0).padStart(7)} µs per scorecard${ratio}`);
}

const say = (line: string): void => void process.stdout.write(`  ${line}\n`);
