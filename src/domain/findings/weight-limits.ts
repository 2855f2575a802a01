import type { Indicator, Plan } from '../plan.js';
import { compare, HUNDRED, isNegative, isZero, type Rational, rational } from '../rational.js';
import type { DecimalText } from '../targets/types.js';
import { type Finding, type FindingPath, finding } from './finding.js';
import { percent, sum } from './number.js';
import { individualOf, programmesOf } from './walk.js';

/**
 * Weights that no share can have, even where they sum right, and weights of nothing: told once for those that stand
 * together.
 */
export function checkWeightLimits(plan: Plan): readonly Finding[] {
  const programmes = programmesOf(plan);
  const people = individualOf(plan);
  const groups: readonly (readonly Weighed[])[] = [
    plan.perspectives.map((p, i) => weighed(`prospettiva ${p.id}`, ['perspectives', i, 'weight'], p, p.source)),
    programmes.map(({ node, place, path }) => weighed(place, [...path, 'weight'], node, node.source)),
    ...programmes.map(({ node, path }) => ofIndicators('cruscotto', node.indicators, path)),
    people.map(({ node, place, path }) => weighed(place, [...path, 'weight'], node, node.source)),
    ...people.map(({ node, path }) => ofIndicators('individuale', node.indicators, path)),
  ];
  return [...[...groups, underPerspectives(plan)].flatMap(impossible), ...ofNothing([...groups, objectivesOf(plan)])];
}

/** The weights of objectives, one for each perspective. */
const underPerspectives = (plan: Plan): readonly Weighed[] =>
  plan.areas.flatMap((area, a) =>
    area.objectives.flatMap((o, i) =>
      o.weights.map((w, k) =>
        weighed(`obiettivo ${o.code}`, ['areas', a, 'objectives', i, 'weights', k, 'weight'], w, w.source ?? o.source),
      ),
    ),
  );

/** Objectives with all that they weigh: under one perspective it may well be nothing. */
const objectivesOf = (plan: Plan): readonly Weighed[] =>
  plan.areas.flatMap((area, a) =>
    area.objectives.map(({ code, weights, source }, i) => ({
      place: `obiettivo ${code}`,
      path: ['areas', a, 'objectives', i, 'weights'],
      weight: weights.length === 0 ? undefined : sum(weights.map((w) => w.weight)),
      source,
    })),
  );

const isOdd = (weight: Rational): boolean => isNegative(weight) || compare(weight, HUNDRED) > 0;

/** Whether a share can weigh so much. */
export const isPossible = (weight: DecimalText): boolean => !isOdd(rational(weight));

function impossible(group: readonly Weighed[]): readonly Finding[] {
  const odd = group.filter(({ weight }) => weight !== undefined && isOdd(weight));
  const [first] = odd;
  if (first === undefined) return [];
  const listed = odd.map(({ place, weight }) => `${place} ${percent(weight ?? '0')}`).join(', ');
  return [finding('weight-impossible', first.place, first.path, `Un peso va da 0% a 100%: ${listed}.`, first.source)];
}

/** One thing that weighs nothing brings what is in it along: all of them are one cause. */
function ofNothing(groups: readonly (readonly Weighed[])[]): readonly Finding[] {
  const isNone = ({ weight }: Weighed): boolean => weight === undefined || isZero(weight);
  // Where nothing of a group weighs, it is what they are in, or the sum that does not come out.
  const none = groups
    .filter((group) => !group.every(isNone))
    .flatMap((group) => group.filter((one) => one.weight !== undefined && isZero(one.weight)));
  const [first] = none;
  if (first === undefined) return [];
  const listed = none.map(({ place }) => place).join(', ');
  const fact = `Con un peso di 0% il risultato non conta in nessuna somma: ${listed}.`;
  return [finding('weight-zero', first.place, first.path, fact, first.source)];
}

interface Weighed {
  readonly place: string;
  readonly path: FindingPath;
  readonly weight: Rational | undefined;
  readonly source: string | undefined;
}

function weighed(
  place: string,
  path: FindingPath,
  { weight }: { readonly weight?: DecimalText },
  source: string | undefined,
): Weighed {
  return { place, path, weight: weight === undefined ? undefined : rational(weight), source };
}

const ofIndicators = (list: string, indicators: readonly Indicator[], path: FindingPath): readonly Weighed[] =>
  indicators.map((i, k) => weighed(`${list} ${i.code}`, [...path, 'indicators', k, 'weight'], i, i.source));
