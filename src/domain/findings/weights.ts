import type { Plan, Programme, StrategicObjective } from '../plan.js';
import { absolute, add, equal, exactText, HUNDRED, type Rational, rational, subtract, ZERO } from '../rational.js';
import type { DecimalText } from '../targets/types.js';
import { type Finding, type FindingPath, finding } from './finding.js';
import { percent, sum } from './number.js';
import { shapeOf } from './text.js';
import { individualOf, programmesOf, scorecardIndicators, targetText } from './walk.js';
import { checkWeightLimits, isPossible } from './weight-limits.js';
import { isRounding } from './weight-rounding.js';
import { slippedFrom, yearsOf } from './years.js';

/** Weights level by level: indicators in the programme, programmes in the objective, objectives in the perspective, all in 100. */
export function checkWeights(plan: Plan): readonly Finding[] {
  const inProgrammes = programmes(plan);
  const inObjectives = objectives(plan);
  const inPerspectives = perspectives(plan);
  return [
    ...checkWeightLimits(plan),
    ...alone(plan),
    ...withConsequences(inProgrammes, inObjectives, inPerspectives, total(plan)),
    ...individual(plan),
    ...withoutTarget(plan),
  ];
}

/** A sum that does not come out. */
interface Off {
  readonly finding: Finding;
  /** What the parts are over the whole. */
  readonly by: Rational;
  /** Codes of what the sum is of, the smallest first: programme, objective, perspective. */
  readonly of: readonly string[];
}

/**
 * One wrong weight breaks the sums above it too: each sum that is off by just what those below it are off is told with
 * them, not beside them.
 */
function withConsequences(...levels: readonly (readonly Off[])[]): readonly Finding[] {
  let kept: readonly Off[] = [];
  const follow = new Map<Off, readonly string[]>();
  for (const off of levels.flat()) {
    const below = kept.filter((k) => off.of.every((code) => k.of.includes(code)));
    const explained = below.reduce((all, k) => add(all, k.by), ZERO);
    const [cause] = below;
    if (cause === undefined || !equal(absolute(explained), absolute(off.by))) {
      kept = [...kept, off];
    } else if (off.of.length === 0 && below.every((k) => k.of.length === 1)) {
      // Nothing below the perspectives is off: what counts is that the whole is not 100.
      follow.set(
        off,
        below.map((k) => k.finding.place),
      );
      kept = [...kept.filter((k) => !below.includes(k)), off];
    } else {
      follow.set(cause, [...(follow.get(cause) ?? []), off.finding.place]);
    }
  }
  return kept.map((off) => {
    const after = follow.get(off);
    const { finding: found } = off;
    if (after === undefined) return found;
    return { ...found, fact: `${found.fact} Per lo stesso scarto non torna la somma di: ${after.join(', ')}.` };
  });
}

/** Programmes that stand under a perspective in which their objective weighs nothing. */
const isStranger = (objective: StrategicObjective, programme: Programme): boolean =>
  programme.perspective !== undefined &&
  objective.weights.length > 0 &&
  !objective.weights.some((w) => w.perspective === programme.perspective);

/** What concerns one programme or one indicator by itself: a weight or a perspective that is not like those beside it. */
function alone(plan: Plan): readonly Finding[] {
  return programmesOf(plan).flatMap(({ node, objective, place, path }) => {
    if (isStranger(objective, node)) {
      const fact = `Il programma è nella prospettiva «${node.perspective}», sotto la quale l’obiettivo ${objective.code} non ha peso.`;
      return [finding('perspective-differs', place, path, fact, node.source)];
    }
    return node.indicators.flatMap((indicator, i) => {
      const found: Finding[] = [];
      const at = [...path, 'indicators', i];
      if (indicator.weight === undefined && node.indicators.some((other) => other.weight !== undefined)) {
        const fact = 'L’indicatore non ha un peso, mentre altri dello stesso programma lo hanno.';
        found.push(finding('weight-missing', `cruscotto ${indicator.code}`, at, fact, indicator.source));
      }
      if (
        indicator.perspective !== undefined &&
        node.perspective !== undefined &&
        indicator.perspective !== node.perspective
      ) {
        const fact = `L’indicatore è nella prospettiva «${indicator.perspective}», il suo programma nella prospettiva «${node.perspective}».`;
        found.push(finding('perspective-differs', `cruscotto ${indicator.code}`, at, fact, indicator.source));
      }
      return found;
    });
  });
}

function programmes(plan: Plan): readonly Off[] {
  return programmesOf(plan).flatMap(({ node, objective, place, path }) => {
    const weights = written(node.indicators);
    // Of one without a weight it has been said already.
    if (node.weight === undefined || weights.length === 0 || weights.length < node.indicators.length) return [];
    const of = [node.code, objective.code, node.perspective ?? ''];
    return compare(
      weights,
      node.weight,
      ['gli indicatori', 'il programma'],
      place,
      [...path, 'weight'],
      node.source,
      of,
    );
  });
}

function objectives(plan: Plan): readonly Off[] {
  return plan.areas.flatMap((area, a) =>
    area.objectives.flatMap((objective, o) => {
      if (objective.programmes.some((p) => isStranger(objective, p))) return [];
      return objective.weights.flatMap((w, i) => {
        const under = objective.programmes.filter(
          (p) => p.perspective === w.perspective || (p.perspective === undefined && objective.weights.length === 1),
        );
        const weights = under.flatMap((p) => weightOf(p) ?? []);
        // A plan that gives no weights to its programmes has nothing here that could contradict the objective's.
        if (weights.length === 0 || weights.length < under.length) return [];
        return compare(
          weights,
          w.weight,
          ['i programmi', `l’obiettivo nella prospettiva «${w.perspective}»`],
          `obiettivo ${objective.code}`,
          ['areas', a, 'objectives', o, 'weights', i, 'weight'],
          w.source ?? objective.source,
          [objective.code, w.perspective],
        );
      });
    }),
  );
}

/** A programme's own weight, or what its indicators weigh when all of them say it and can weigh so much. */
function weightOf(programme: Programme): DecimalText | undefined {
  if (programme.weight !== undefined) return programme.weight;
  const weights = written(programme.indicators).filter(isPossible);
  return weights.length > 0 && weights.length === programme.indicators.length ? exactText(sum(weights)) : undefined;
}

function perspectives(plan: Plan): readonly Off[] {
  return plan.perspectives.flatMap((perspective, i) => {
    if (perspective.weight === undefined) return [];
    const weights = plan.areas.flatMap((a) =>
      a.objectives.flatMap((o) => o.weights.filter((w) => w.perspective === perspective.id).map((w) => w.weight)),
    );
    return compare(
      weights,
      perspective.weight,
      ['gli obiettivi', 'la prospettiva'],
      `prospettiva ${perspective.id}`,
      ['perspectives', i, 'weight'],
      perspective.source,
      [perspective.id],
    );
  });
}

function total(plan: Plan): readonly Off[] {
  const weights = plan.areas.flatMap((a) => a.objectives.flatMap((o) => o.weights.map((w) => w.weight)));
  const all = sum(weights);
  if (weights.length === 0 || comesOut(weights, '100')) return [];
  const fact = `I pesi degli obiettivi strategici sommano a ${percent(all)} invece di 100%.`;
  return [{ finding: finding('weights-do-not-sum', 'piano', ['areas'], fact), by: subtract(all, HUNDRED), of: [] }];
}

function individual(plan: Plan): readonly Finding[] {
  const objectivesOf = individualOf(plan);
  const roles = [...new Set(objectivesOf.map((o) => o.node.role))];
  const totals = roles.flatMap((role) => {
    const all = sum(objectivesOf.filter((o) => o.node.role === role).map((o) => o.node.weight));
    const each = objectivesOf.filter((o) => o.node.role === role).map((o) => o.node.weight);
    if (comesOut(each, '100')) return [];
    const fact = `Gli obiettivi individuali di «${role}» pesano in tutto ${percent(all)} invece di 100%.`;
    return [finding('weights-do-not-sum', `obiettivi individuali ${role}`, ['individual'], fact)];
  });
  const within = objectivesOf.flatMap(({ node, place, path }) => {
    const weights = written(node.indicators);
    if (weights.length < node.indicators.length || comesOut(weights, '100')) return [];
    const names = ['gli indicatori', 'l’obiettivo'] as const;
    return compare(weights, node.weight, names, place, [...path, 'weight'], node.source, []).map((off) => off.finding);
  });
  return [...totals, ...within, ...unweighted(objectivesOf)];
}

/** Objectives of several indicators that do not say how much each of them weighs: one remark, however many they are. */
function unweighted(all: ReturnType<typeof individualOf>): readonly Finding[] {
  const silent = all.filter(
    (o) => o.node.indicators.length > 1 && o.node.indicators.some((i) => i.weight === undefined),
  );
  const [first] = silent;
  if (first === undefined) return [];
  const { node, place, path } = first;
  const at = [...path, 'indicators'];
  if (silent.length === 1) {
    const fact = `L’obiettivo pesa ${percent(node.weight)} ma non dice quanto pesa ciascuno dei suoi ${node.indicators.length} indicatori.`;
    return [finding('weight-missing', place, at, fact, node.source)];
  }
  const each = silent.map((o) => `${o.node.code} (${percent(o.node.weight)}, ${o.node.indicators.length} indicatori)`);
  const fact = `Gli obiettivi individuali non dicono quanto pesa ciascuno dei loro indicatori: ${each.join(', ')}.`;
  return [
    finding(
      'weight-missing',
      `obiettivi individuali ${silent.map((o) => o.node.code).join(', ')}`,
      at,
      fact,
      node.source,
    ),
  ];
}

/** What share of the scorecard nothing can be measured against in a year for which the plan has targets. */
function withoutTarget(plan: Plan): readonly Finding[] {
  const years = yearsOf(plan);
  // Of a target that stands beside a year far away it is said where it stands.
  const indicators = scorecardIndicators(plan).filter((i) => slippedFrom(i.node, plan.exercise, years) === undefined);
  return years.flatMap((year) => {
    // Of one without any target that is said, and what it weighs stands beside it.
    const silent = indicators.filter(
      (i) => targetText(i.node, year) === '' && i.node.targets.some((t) => t.text.trim() !== ''),
    );
    // What is done by a date has nothing left to promise.
    if (silent.every((i) => shapeOf(targetText(i.node, plan.exercise)).kind === 'date')) return [];
    const codes = silent.map((i) => i.node.code).join(', ');
    const fact = `Nel ${year} è senza target il ${percent(sum(written(silent.map((i) => i.node))))} del peso del cruscotto: ${codes}.`;
    return [finding('weight-without-target', `piano, ${year}`, ['areas'], fact)];
  });
}

function written(weighed: readonly { readonly weight?: DecimalText }[]): readonly DecimalText[] {
  return weighed.flatMap((w) => (w.weight === undefined ? [] : [w.weight]));
}

function compare(
  parts: readonly DecimalText[],
  whole: DecimalText,
  [partsName, wholeName]: readonly [string, string],
  place: string,
  path: FindingPath,
  source: string | undefined,
  of: readonly string[],
): readonly Off[] {
  if (comesOut(parts, whole)) return [];
  const all = sum(parts);
  const fact = `Pesi che non sommano: ${partsName} ${percent(all)}, ${wholeName} ${percent(whole)}.`;
  return [
    { finding: finding('weights-do-not-sum', place, path, fact, source), by: subtract(all, rational(whole)), of },
  ];
}

/** Whether nothing is to be said of a sum: it is right, or rounded, or holds a weight no share can have, which is told as such. */
const comesOut = (parts: readonly DecimalText[], whole: DecimalText): boolean =>
  equal(sum(parts), rational(whole)) || isRounding(parts, whole) || ![...parts, whole].every(isPossible);
