import { compare, HUNDRED, isNegative, rational } from '../rational.js';
import { bandProblems } from './bands.js';
import type { Dictionary, EvaluatedGroup, IndividualRules } from './types.js';
import { refuseWeights } from './weights.js';

/** What is wrong in the rules, at which field. `message` is in Italian. */
interface RulesProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Everything in the rules of evaluation that does not hold together by itself; roles are checked against the body (`unknownRoles`). */
export function rulesProblems(rules: IndividualRules): readonly RulesProblem[] {
  return [
    ...twice(rules.dictionaries, ['dictionaries']),
    ...rules.dictionaries.flatMap((one, i) => at(['dictionaries', i], dictionaryProblems(one))),
    ...twice(rules.groups, ['groups']),
    ...rules.groups.flatMap((one, i) => at(['groups', i], groupProblems(one, rules))),
    ...differentiationProblems(rules),
  ];
}

/** Roles the rules name that a body does not have. */
export function unknownRoles(rules: IndividualRules, knows: (role: string) => boolean): readonly string[] {
  const named = rules.groups.flatMap(({ who, evaluator, secondInstance, conciliation }) => [
    ...(who.kind === 'role' ? [who.role] : []),
    ...(evaluator.kind === 'board' ? [evaluator.proposes, evaluator.decides] : []),
    secondInstance,
    conciliation,
  ]);
  return [...new Set(named)].filter((role) => !knows(role));
}

function dictionaryProblems({ behaviours, scale }: Dictionary): readonly RulesProblem[] {
  const weights = refuseWeights(
    'i comportamenti',
    behaviours.map(({ weight }) => weight),
  );
  const rising = scale.flatMap(({ score }, i): RulesProblem[] => {
    const before = scale[i - 1];
    if (isNegative(rational(score)) || compare(rational(score), HUNDRED) > 0)
      return [{ path: ['scale', i, 'score'], message: 'il punteggio di un grado va da 0 a 100' }];
    if (before === undefined || compare(rational(score), rational(before.score)) > 0) return [];
    return [
      {
        path: ['scale', i, 'score'],
        message: 'i gradi della scala vanno dal più basso al più alto, con punteggi crescenti',
      },
    ];
  });
  return [
    ...(weights === undefined ? [] : [{ path: ['behaviours'], message: weights }]),
    ...twice(behaviours, ['behaviours']),
    ...twice(scale, ['scale']),
    ...rising,
  ];
}

function groupProblems(group: EvaluatedGroup, { dictionaries }: IndividualRules): readonly RulesProblem[] {
  const { parts, bands, evaluator, secondInstance, conciliation } = group;
  const weights = refuseWeights(
    'le parti del punteggio',
    parts.map(({ weight }) => weight),
  );
  const judging = evaluator.kind === 'board' ? [evaluator.proposes, evaluator.decides] : [];
  return [
    ...(weights === undefined ? [] : [{ path: ['parts'], message: weights }]),
    ...parts.flatMap((part, i) =>
      part.kind === 'behaviours' && !dictionaries.some(({ id }) => id === part.dictionary)
        ? [{ path: ['parts', i, 'dictionary'], message: `il dizionario «${part.dictionary}» non c’è` }]
        : [],
    ),
    ...parts.flatMap((part, i) =>
      parts.findIndex(({ kind }) => kind === part.kind) === i || part.kind === 'organisational'
        ? []
        : [{ path: ['parts', i], message: 'obiettivi e comportamenti sono una parte sola ciascuno' }],
    ),
    ...bandProblems(bands).map(({ index, message }) => ({ path: ['bands', index], message })),
    ...(judging.includes(secondInstance)
      ? [{ path: ['secondInstance'], message: 'la seconda istanza non può essere di chi valuta' }]
      : []),
    ...(judging.includes(conciliation) || conciliation === secondInstance
      ? [{ path: ['conciliation'], message: 'la conciliazione non può essere di chi ha già deciso' }]
      : []),
  ];
}

function differentiationProblems({ differentiation, groups }: IndividualRules): readonly RulesProblem[] {
  if (differentiation === undefined) return [];
  const group = groups.find(({ id }) => id === differentiation.group);
  if (group === undefined)
    return [{ path: ['differentiation', 'group'], message: `il gruppo «${differentiation.group}» non c’è` }];
  if (group.bands.some(({ id }) => id === differentiation.band)) return [];
  return [{ path: ['differentiation', 'band'], message: `la fascia «${differentiation.band}» non c’è nel gruppo` }];
}

const twice = (
  items: readonly { readonly id: string }[],
  path: readonly (string | number)[],
): readonly RulesProblem[] =>
  items.flatMap(({ id }, i) =>
    items.findIndex((other) => other.id === id) === i
      ? []
      : [{ path: [...path, i, 'id'], message: `«${id}» è scritto due volte` }],
  );

const at = (path: readonly (string | number)[], problems: readonly RulesProblem[]): readonly RulesProblem[] =>
  problems.map((one) => ({ ...one, path: [...path, ...one.path] }));
