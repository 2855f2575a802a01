import type { AmountClause, ChangeSense } from './clause.js';
import { negate } from './numbers.js';
import type { Reason } from './outcome.js';
import { reason } from './reasons.js';
import type { Relative, RelativeParts } from './relative-parts.js';
import { OPERATOR } from './sentence.js';
import type { DecimalText, Operator } from './types.js';

type Move = Pick<Relative, 'operator' | 'change' | 'direction'>;

const move = (operator: Operator, change: DecimalText): Move => ({
  operator,
  change,
  direction: operator === '>=' || operator === '>' ? 'more-is-better' : 'less-is-better',
});

export function withoutAmount(
  sense: ChangeSense,
  direction: 'more' | 'less' | undefined,
  doubts: Reason[],
  notes: Reason[],
): readonly Move[] {
  const strict = sense !== 'keep';
  const up = move(strict ? '>' : '>=', '0');
  const down = move(strict ? '<' : '<=', '0');
  if (sense === 'keep' || sense === 'better') {
    if (direction === undefined) {
      doubts.push(reason('direction-unknown'));
      return [up, down];
    }
    notes.push(reason('direction-from-name'));
    return [direction === 'more' ? up : down];
  }
  if (direction !== undefined && direction !== (sense === 'up' ? 'more' : 'less')) {
    doubts.push(
      reason(
        'direction-against-name',
        sense === 'up' ? 'il nome fa pensare a un calo' : 'il nome fa pensare a una crescita',
      ),
    );
  }
  return [sense === 'up' ? up : down];
}

export function withAmount(
  parts: RelativeParts,
  amount: AmountClause,
  direction: 'more' | 'less' | undefined,
  costly: boolean,
  doubts: Reason[],
  notes: Reason[],
): readonly Move[] {
  const [value] = amount.value.values;
  if (value === undefined || amount.value.doubt !== undefined)
    doubts.push(
      reason(
        amount.value.doubt === undefined || amount.value.doubt === 'malformed'
          ? 'malformed-number'
          : amount.value.doubt,
        value ?? '',
      ),
    );
  if (value === undefined) return [];
  if (amount.value.vague !== undefined) doubts.push(reason(amount.value.vague, value));
  if (amount.contradictory) doubts.push(reason('level-or-change', value));
  if (amount.bullet) doubts.push(reason('sign-or-bullet'));
  const sense = senseOfChange(parts.sense, amount.sign, direction, doubts, notes);
  const up = sense === 'up';
  const change = up ? value : negate(value);
  const capped = cap(amount, up, parts.sense !== undefined, direction, doubts);
  if (capped !== undefined) return capped.map((o) => move(o, change));
  const operator = changeOperator(amount, up);
  if (up && costly) doubts.push(reason('direction-against-name', 'è una spesa, e se ne chiede l’aumento'));
  const result = move(operator, change);
  const wanted = result.direction === 'more-is-better' ? 'more' : 'less';
  if (direction !== undefined && direction !== wanted) {
    doubts.push(
      reason('direction-against-name', up ? 'il nome fa pensare a un calo' : 'il nome fa pensare a una crescita'),
    );
  }
  return [result];
}

function senseOfChange(
  sense: ChangeSense | undefined,
  sign: '+' | '-' | undefined,
  direction: 'more' | 'less' | undefined,
  doubts: Reason[],
  notes: Reason[],
): 'up' | 'down' {
  const signed = sign === undefined ? undefined : sign === '+' ? 'up' : 'down';
  if (sense === 'up' || sense === 'down') {
    if (signed === 'up' && sense === 'down') doubts.push(reason('signed-value'));
    if (signed === 'down' && sense === 'up') doubts.push(reason('signed-value'));
    return sense;
  }
  if (signed !== undefined) return signed;
  if (sense === 'keep') doubts.push(reason('baseline-unknown'));
  if (direction === undefined) doubts.push(reason('direction-unknown'));
  else notes.push(reason('direction-from-name'));
  return direction === 'less' ? 'down' : 'up';
}

/**
 * `incremento non superiore al 2%`, `riduzione massima del 5%`, `>= -5%`: a limit to the change, whose better side the
 * text does not say. Candidates for the operator, or nothing when there is no limit.
 */
function cap(
  amount: AmountClause,
  up: boolean,
  spoken: boolean,
  direction: 'more' | 'less' | undefined,
  doubts: Reason[],
): readonly Operator[] | undefined {
  const { operator, sign } = amount;
  const ceiling = operator === '<=' || operator === '<';
  const floor = operator === '>=' || operator === '>';
  if (up && ceiling) {
    doubts.push(reason('capped-change', OPERATOR[operator]));
    return [operator, '>='];
  }
  if (up) return undefined;
  // `al massimo 5% in meno` limits the fall, `almeno il 5% in meno` asks for it: said in words, either may be a slip.
  if (!spoken && amount.spokenSign && (ceiling || floor)) {
    doubts.push(reason('signed-value'));
    return ceiling ? ['>=', '<='] : ['<=', '>='];
  }
  // `massimo -5%`: no more than five less, or five less at the least.
  if (!spoken && ceiling && amount.worded) {
    doubts.push(reason('signed-value'));
    return direction === 'less' ? ['<=', '>='] : ['>=', '<='];
  }
  // A reduction of at most 5% is a change of at least -5%.
  const limited = spoken && sign === undefined ? ceiling : floor;
  if (!limited) return undefined;
  doubts.push(reason('signed-value'));
  return ['>=', '<='];
}

/** A reduction of at least 5% is a change of at most -5%. */
function changeOperator({ operator }: AmountClause, up: boolean): Operator {
  if (operator === undefined || operator === '=') return up ? '>=' : '<=';
  if (up) return operator;
  return operator === '>' || operator === '<' ? '<' : '<=';
}
