import type { Indicator, Plan } from '../plan.js';
import { compare, HUNDRED, isNegative, type Rational, rational } from '../rational.js';
import type { DecimalText } from '../targets/types.js';
import { type Finding, type FindingPath, finding } from './finding.js';
import { percent } from './number.js';
import { individualOf, programmesOf } from './walk.js';

/** Weights that no share can have, even where they sum right: told once for those that stand together. */
export function checkWeightLimits(plan: Plan): readonly Finding[] {
  const programmes = programmesOf(plan);
  const people = individualOf(plan);
  const groups: readonly (readonly Weighed[])[] = [
    plan.perspectives.map((p, i) => weighed(`prospettiva ${p.id}`, ['perspectives', i, 'weight'], p, p.source)),
    plan.areas.flatMap((area, a) =>
      area.objectives.flatMap((o, i) =>
        o.weights.map((w, k) =>
          weighed(
            `obiettivo ${o.code}`,
            ['areas', a, 'objectives', i, 'weights', k, 'weight'],
            w,
            w.source ?? o.source,
          ),
        ),
      ),
    ),
    programmes.map(({ node, place, path }) => weighed(place, [...path, 'weight'], node, node.source)),
    ...programmes.map(({ node, path }) => ofIndicators('cruscotto', node.indicators, path)),
    people.map(({ node, place, path }) => weighed(place, [...path, 'weight'], node, node.source)),
    ...people.map(({ node, path }) => ofIndicators('individuale', node.indicators, path)),
  ];
  return groups.flatMap((group) => {
    const odd = group.filter(
      ({ weight }) => weight !== undefined && (isNegative(weight) || compare(weight, HUNDRED) > 0),
    );
    const [first] = odd;
    if (first === undefined) return [];
    const listed = odd.map(({ place, weight }) => `${place} ${percent(weight ?? '0')}`).join(', ');
    const fact = `Un peso va da 0% a 100%: ${listed}.`;
    return [finding('weight-impossible', first.place, first.path, fact, first.source)];
  });
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
