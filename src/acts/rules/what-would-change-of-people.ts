import type { CivilDate } from '../../domain/calendar/types.js';
import type { Entity } from '../../domain/entity.js';
import { groupOn } from '../../domain/individual/groups.js';
import type { Dictionary, EvaluatedGroup, ScorePart } from '../../domain/individual/types.js';
import type { Policy } from '../../domain/policy.js';
import { add, divide, exactText, HUNDRED, multiply, type Rational, rational, ZERO } from '../../domain/rational.js';
import { sameValue } from '../../domain/same-value.js';
import { italianPercent } from '../../words/format.js';
import { ownRuleWords } from '../../words/own-rules.js';
import type { CheckedFact } from '../act.js';

const words = ownRuleWords.whatIf;

/**
 * Whom a change of how people are evaluated touches, and an example of what a score would become. What people scored is not asked: few
 * know it, and a rule is not made for somebody.
 */
export function evaluationFacts(
  people: Entity['people'],
  today: CivilDate,
  before: Policy,
  after: Policy,
): readonly CheckedFact[] {
  const { groups = [], dictionaries = [] } = after.individual ?? {};
  const ofDictionaries = dictionaries.flatMap((will) => {
    const was = before.individual?.dictionaries.find(({ id }) => id === will.id);
    return was === undefined || sameValue(was, will) ? [] : [{ was, will }];
  });
  const ofGroups = groups.flatMap((will) => {
    const was = before.individual?.groups.find(({ id }) => id === will.id);
    return was === undefined || sameValue(was, will) ? [] : [{ was, will }];
  });
  const touched = new Set([
    ...ofGroups.map(({ will }) => will.id),
    ...groups.filter((group) => ofDictionaries.some(({ will }) => uses(group, will))).map(({ id }) => id),
  ]);
  const names = people.flatMap((person) => {
    const group = after.individual && groupOn(after.individual, person, today);
    return group !== undefined && touched.has(group.id) ? [person.name] : [];
  });
  const examples = [
    ...ofGroups.flatMap(({ was, will }) => partExample(was, will)),
    ...ofDictionaries.flatMap(({ was, will }) => behaviourExample(was, will)),
  ];
  return [
    { label: words.concerned, value: names.length === 0 ? words.nobody : names },
    ...examples.map((value) => ({ label: words.example, value })),
  ];
}

const uses = ({ parts }: EvaluatedGroup, { id }: Dictionary): boolean =>
  parts.some((part) => part.kind === 'behaviours' && part.dictionary === id);

/** Results somebody could have, percent: a round figure for each kind of part. */
const COULD_HAVE: Readonly<Record<ScorePart['kind'], Rational>> = {
  organisational: rational('90'),
  objectives: rational('80'),
  behaviours: rational('70'),
};

function partExample({ parts: was }: EvaluatedGroup, { parts: will }: EvaluatedGroup): readonly string[] {
  if (sameValue(was, will)) return [];
  const kinds = [...new Set([...was, ...will].map(({ kind }) => kind))];
  const had = kinds.map((kind) => `${percent(COULD_HAVE[kind])} ${words.ofPart[kind]}`).join(', ');
  const score = (parts: readonly ScorePart[]) => weighed(parts.map((part) => [part.weight, COULD_HAVE[part.kind]]));
  return [words.ofParts(had, score(was), score(will))];
}

/** The best step in the first behaviour, the middle one in the rest. */
function behaviourExample(was: Dictionary, will: Dictionary): readonly string[] {
  const [first] = will.behaviours;
  const best = will.scale.at(-1);
  const middle = will.scale[Math.floor(will.scale.length / 2)];
  if (first === undefined || best === undefined || middle === undefined) return [];
  const score = ({ behaviours, scale }: Dictionary) =>
    weighed(
      behaviours.map(({ id, weight }) => {
        const step = id === first.id ? best : middle;
        return [weight, rational(scale.find((one) => one.id === step.id)?.score ?? step.score)];
      }),
    );
  return [words.ofBehaviours(middle.title, best.title, first.title, score(was), score(will))];
}

const weighed = (lines: readonly (readonly [string, Rational])[]): string =>
  percent(lines.reduce((sum, [weight, value]) => add(sum, divide(multiply(rational(weight), value), HUNDRED)), ZERO));

const percent = (value: Rational): string => italianPercent(exactText(value));
