import { canonical } from './numbers.js';
import { decimal, keyOf, NUMBER, QUOTED, UNIT, unit, unquote } from './read-pieces.js';
import { COMPARED, DIRECTION, OPERATOR } from './sentence.js';
import type { Baseline, DecimalText, Operator, Reading } from './types.js';

type Relative = Extract<Reading, { kind: 'relative' }>;

const DIRECTIONS = Object.values(DIRECTION).join('|');
const BASELINE = `al valore del [0-9]{4}|al target dell'anno prima|a una base da precisare|a ${QUOTED}`;
const MEASURE = `(?:, misura in(${UNIT}| %))?`;
const RELATIVE = new RegExp(
  `^(${Object.values(OPERATOR).join('|')}) ([+-])(${NUMBER})(%| punti percentuali| in valore assoluto) rispetto (${BASELINE})${MEASURE}: (${DIRECTIONS})$`,
);
const SAME = new RegExp(`^(${Object.values(COMPARED).join('|')}) (${BASELINE})${MEASURE}: (${DIRECTIONS})$`);

/** Reads the sentence of a change: `almeno +5% rispetto al valore del 2015: …`. */
export function relative(text: string): Relative | undefined {
  const same = SAME.exec(text);
  if (same !== null) return relativeOf(keyOf(COMPARED, same[1]), '0', 'percent', same.slice(2));
  const m = RELATIVE.exec(text);
  if (m === null) return undefined;
  const change = canonical(`${m[2] === '-' ? '-' : ''}${decimal(m[3])}`);
  const changeUnit = m[4] === '%' ? 'percent' : m[4] === ' punti percentuali' ? 'percentage-points' : 'absolute';
  return relativeOf(keyOf(OPERATOR, m[1]), change, changeUnit, m.slice(5));
}

function relativeOf(
  operator: Operator | undefined,
  change: DecimalText,
  changeUnit: Relative['changeUnit'],
  [base, measure, said]: readonly (string | undefined)[],
): Relative | undefined {
  const direction = keyOf(DIRECTION, said);
  if (operator === undefined || direction === undefined) return undefined;
  return {
    kind: 'relative',
    operator,
    change,
    changeUnit,
    baseline: baseline(base ?? ''),
    direction,
    unit: unit(measure),
  };
}

function baseline(text: string): Baseline {
  if (text === "al target dell'anno prima") return { kind: 'previous-target' };
  if (text.startsWith('al valore del ')) return { kind: 'year', year: Number(text.slice(-4)) };
  return text.startsWith('a «') ? { kind: 'named', what: unquote(text.slice(2)) } : { kind: 'unknown' };
}
