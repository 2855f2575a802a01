import type { Actual } from '../../../domain/achievement/types.js';
import { amendPlan, NO_AMENDMENT, readAmended } from '../../../domain/amend-plan.js';
import { allIndicators, readingAt } from '../../../domain/findings/walk.js';
import { readValue } from '../../../domain/measured/read-value.js';
import type { Indicator, Plan } from '../../../domain/plan.js';
import { candidatesOf, type TargetOutcome } from '../../../domain/targets/outcome.js';
import { sentence } from '../../../domain/targets/sentence.js';
import type { DecimalText, Reading } from '../../../domain/targets/types.js';
import { readWeight } from '../../../sheets/decimals.js';
import { italianPercent } from '../../../words/format.js';
import { planningWords } from '../../../words/planning.js';
import { readingWords } from '../../../words/readings.js';
import type { Problem } from '../kit/refusals.js';
import { chosenReading } from './readings.js';

const words = planningWords.results;

/** Most hypotheses a page takes. */
export const MOST = 12;

/** One line of the form, as written. */
export interface WrittenHypothesis {
  /** From 1: the end of the names of its fields. */
  readonly n: number;
  readonly code: string;
  readonly target: string;
  readonly weight: string;
  readonly value: string;
  /** Number of the reading chosen, and the text it was chosen for. */
  readonly reading: string;
  readonly readFor: string;
}

/** What a page of hypotheses says, understood. */
export interface Understood {
  readonly plan: Plan;
  readonly values: ReadonlyMap<string, Actual>;
  /** In words, by indicator. */
  readonly said: ReadonlyMap<string, readonly string[]>;
  readonly problems: readonly Problem[];
  /** Targets that can be read in several ways, by line. */
  readonly asking: ReadonlyMap<number, TargetOutcome>;
}

export const isWritten = (line: WrittenHypothesis): boolean =>
  [line.code, line.target, line.weight, line.value].some((text) => text !== '');

/** Understands the hypotheses on a plan. What is wrong or open in any of them leaves the plan as it is. */
export function understand(plan: Plan, written: readonly WrittenHypothesis[]): Understood {
  const known = new Map(allIndicators(plan).map(({ node }) => [node.code, node]));
  const problems: Problem[] = [];
  const [targets, readings] = [new Map<string, string>(), new Map<string, Reading>()];
  const [weights, values] = [new Map<string, DecimalText>(), new Map<string, Actual>()];
  const [said, asking] = [new Map<string, string[]>(), new Map<number, TargetOutcome>()];
  for (const line of written.filter(isWritten)) {
    const wrong = (field: string, text: string) => problems.push({ field: `${field}${line.n}`, text });
    const indicator = known.get(line.code);
    if (indicator === undefined) {
      wrong('c', line.code === '' ? words.noCode : words.unknown(line.code.slice(0, 40)));
      continue;
    }
    const { code } = indicator;
    if (said.has(code)) {
      wrong('c', words.twice(code));
      continue;
    }
    const tell: string[] = [];
    said.set(code, tell);
    if (line.target === '' && line.weight === '' && line.value === '') wrong('t', words.nothing(code));
    if (line.target !== '') {
      const read = readTarget(plan, indicator, line);
      targets.set(code, line.target);
      if ('reading' in read) {
        readings.set(code, read.reading);
        tell.push(words.newTarget(line.target, sentence(read.reading)));
        if ('outcome' in read) tell.push(readingWords.supposedOne);
      } else if (read.outcome === 'not-measurable') {
        wrong('t', words.notMeasurable(line.target.slice(0, 60), read.reason.message));
      } else {
        wrong(candidatesOf(read).length === 0 ? 't' : 'l', words.unread(line.target.slice(0, 60)));
        asking.set(line.n, read);
      }
    }
    if (line.weight !== '') {
      const weight = readWeight(line.weight);
      if (weight === undefined) wrong('p', words.badWeight(line.weight.slice(0, 40)));
      else if (indicator.weight === undefined) wrong('p', words.noWeight(code));
      else {
        weights.set(code, weight);
        tell.push(words.newWeight(italianPercent(indicator.weight), italianPercent(weight)));
      }
    }
    if (line.value !== '') {
      const reading = readings.get(code) ?? readingAt(indicator, plan.exercise);
      const value = readValue(line.value, {
        name: indicator.name,
        moment: { exercise: plan.exercise },
        reading,
      });
      if (!value.ok) wrong('v', value.error);
      else {
        values.set(code, value.value);
        tell.push(words.supposed(line.value));
      }
    }
  }
  const amended = amendPlan(plan, { ...NO_AMENDMENT, targets, readings, weights, resum: weights.size > 0 }, words.by);
  // Every code is one of the plan: an amendment of targets and weights alone has nothing else to be refused for.
  if (!amended.ok) throw new Error(amended.error.join('; '));
  return { plan: problems.length === 0 ? amended.value : plan, values, said, problems, asking };
}

type ReadTarget = { readonly reading: Reading } | TargetOutcome;

function readTarget(plan: Plan, { code }: Indicator, line: WrittenHypothesis): ReadTarget {
  const changed = amendPlan(plan, { ...NO_AMENDMENT, targets: new Map([[code, line.target]]) }, words.by);
  const outcome = changed.ok ? readAmended(changed.value, new Set([code])).get(code) : undefined;
  if (outcome === undefined) throw new Error(`the target of ${code} is not in the plan`);
  if (outcome.outcome === 'parsed' || outcome.outcome === 'proposed') return outcome;
  const chosen = line.readFor === line.target ? chosenReading(outcome, line.reading) : undefined;
  return chosen ?? outcome;
}
