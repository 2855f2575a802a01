import type { Plan } from '../plan.js';
import type { DecimalText } from '../targets/types.js';
import { type Finding, type FindingPath, finding } from './finding.js';
import { percent, same, sum } from './number.js';
import { individualOf, programmesOf, scorecardIndicators, targetText, yearsOf } from './walk.js';

/** Weights level by level: indicators in the programme, programmes in the objective, objectives in the perspective, all in 100. */
export function checkWeights(plan: Plan): readonly Finding[] {
  return [
    ...programmes(plan),
    ...objectives(plan),
    ...perspectives(plan),
    ...total(plan),
    ...individual(plan),
    ...withoutTarget(plan),
  ];
}

function programmes(plan: Plan): readonly Finding[] {
  return programmesOf(plan).flatMap(({ node, place, path }) => {
    const found: Finding[] = [];
    for (const [i, indicator] of node.indicators.entries()) {
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
    }
    const weights = written(node.indicators);
    if (node.weight !== undefined && weights.length > 0) {
      found.push(
        ...compare(weights, node.weight, 'gli indicatori', 'il programma', place, [...path, 'weight'], node.source),
      );
    }
    return found;
  });
}

function objectives(plan: Plan): readonly Finding[] {
  return plan.areas.flatMap((area, a) =>
    area.objectives.flatMap((objective, o) => {
      const path = ['areas', a, 'objectives', o];
      const place = `obiettivo ${objective.code}`;
      const sums = objective.weights.flatMap((w, i) => {
        const weights = written(objective.programmes.filter((p) => p.perspective === w.perspective));
        const whole = `l’obiettivo nella prospettiva «${w.perspective}»`;
        return compare(
          weights,
          w.weight,
          'i programmi',
          whole,
          place,
          [...path, 'weights', i, 'weight'],
          w.source ?? objective.source,
        );
      });
      const strangers = objective.programmes.flatMap((programme, p) => {
        if (
          programme.perspective === undefined ||
          objective.weights.some((w) => w.perspective === programme.perspective)
        )
          return [];
        const fact = `Il programma è nella prospettiva «${programme.perspective}», sotto la quale l’obiettivo ${objective.code} non ha peso.`;
        return [
          finding(
            'perspective-differs',
            `programma ${programme.code}`,
            [...path, 'programmes', p],
            fact,
            programme.source,
          ),
        ];
      });
      return [...sums, ...strangers];
    }),
  );
}

function perspectives(plan: Plan): readonly Finding[] {
  return plan.perspectives.flatMap((perspective, i) => {
    if (perspective.weight === undefined) return [];
    const weights = plan.areas.flatMap((a) =>
      a.objectives.flatMap((o) => o.weights.filter((w) => w.perspective === perspective.id).map((w) => w.weight)),
    );
    const place = `prospettiva ${perspective.id}`;
    return compare(
      weights,
      perspective.weight,
      'gli obiettivi',
      'la prospettiva',
      place,
      ['perspectives', i, 'weight'],
      perspective.source,
    );
  });
}

function total(plan: Plan): readonly Finding[] {
  const weights = plan.areas.flatMap((a) => a.objectives.flatMap((o) => o.weights.map((w) => w.weight)));
  const all = sum(weights);
  if (same(all, '100')) return [];
  return [
    finding(
      'weights-do-not-sum',
      'piano',
      ['areas'],
      `I pesi degli obiettivi strategici sommano a ${percent(all)} invece di 100%.`,
    ),
  ];
}

function individual(plan: Plan): readonly Finding[] {
  const objectivesOf = individualOf(plan);
  const roles = [...new Set(objectivesOf.map((o) => o.node.role))];
  const totals = roles.flatMap((role) => {
    const all = sum(objectivesOf.filter((o) => o.node.role === role).map((o) => o.node.weight));
    if (same(all, '100')) return [];
    const fact = `Gli obiettivi individuali di «${role}» pesano in tutto ${percent(all)} invece di 100%.`;
    return [finding('weights-do-not-sum', `obiettivi individuali ${role}`, ['individual'], fact)];
  });
  const within = objectivesOf.flatMap(({ node, place, path }) => {
    const weights = written(node.indicators);
    if (weights.length === node.indicators.length) {
      if (same(sum(weights), '100')) return [];
      return compare(weights, node.weight, 'gli indicatori', 'l’obiettivo', place, [...path, 'weight'], node.source);
    }
    if (node.indicators.length < 2) return [];
    const fact = `L’obiettivo pesa ${percent(node.weight)} ma non dice quanto pesa ciascuno dei suoi ${node.indicators.length} indicatori.`;
    return [finding('weight-missing', place, [...path, 'indicators'], fact, node.source)];
  });
  return [...totals, ...within];
}

/** What share of the scorecard nothing can be measured against in a year for which the plan has targets. */
function withoutTarget(plan: Plan): readonly Finding[] {
  const indicators = scorecardIndicators(plan);
  return yearsOf(plan).flatMap((year) => {
    const silent = indicators.filter((i) => targetText(i.node, year) === '');
    if (silent.length === 0) return [];
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
  partsName: string,
  wholeName: string,
  place: string,
  path: FindingPath,
  source: string | undefined,
): readonly Finding[] {
  const all = sum(parts);
  if (same(all, whole)) return [];
  const fact = `Pesi che non sommano: ${partsName} ${percent(all)}, ${wholeName} ${percent(whole)}.`;
  return [finding('weights-do-not-sum', place, path, fact, source)];
}
