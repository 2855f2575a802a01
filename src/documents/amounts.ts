import { decimalText } from '../domain/achievement/format.js';
import { add, rational, ZERO } from '../domain/rational.js';
import type { DecimalText } from '../domain/targets/types.js';

/** The exact sum of some amounts. */
export const totalOf = (amounts: readonly DecimalText[]): DecimalText =>
  decimalText(amounts.reduce((sum, amount) => add(sum, rational(amount)), ZERO));
