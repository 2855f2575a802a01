import type { Amount } from './clause.js';
import { type Draft, doubtful } from './draft.js';
import { reason } from './reasons.js';
import { relative } from './relative.js';
import { threshold } from './threshold.js';
import { fold } from './tokens.js';
import type { Work } from './work.js';

export const isSigned = (work: Work, { bullet, unit }: Amount): boolean =>
  work.hints.signed && !bullet && unit?.kind !== 'percent';

/** `min -5%` of something that is never below zero: a change, or a slip. */
export function changeOrLevel(work: Work, amount: Amount): Draft {
  const moved = relative(work, { amount });
  const level = threshold(work, { amount, at: [amount.from, amount.to] });
  return doubtful([reason('signed-value'), ...moved.doubts], [...moved.readings, ...level.readings.slice(0, 1)]);
}

/** `-5` for a delay is a level below zero; `meno 10%` may be less than ten, `+15` that many more of what is new. */
export function orLevel(work: Work, amount: Amount, draft: Draft): Draft {
  const { sign, ...unsigned } = amount;
  const operator = amount.spokenSign ? (sign === '-' ? '<' : '>') : sign === '-' ? '<=' : '>=';
  if (draft.doubts.length === 0) return draft;
  const level = threshold(work, {
    amount: amount.spokenSign || sign === '+' ? { ...unsigned, operator } : { ...amount, operator, bullet: false },
    at: [amount.from, amount.to],
  }).readings.slice(0, 1);
  const below = /tempestivit|ritard/.test(fold(work.context.name ?? ''));
  return { ...draft, readings: below ? [...level, ...draft.readings] : [...draft.readings, ...level] };
}
