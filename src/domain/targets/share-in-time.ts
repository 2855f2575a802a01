import type { AmountClause, Solid } from './clause.js';
import type { Draft } from './draft.js';
import { isDuration } from './holding.js';
import { excerpt, isWord, skipArticles } from './phrases.js';
import { reason } from './reasons.js';
import { hasWords } from './roles.js';
import { atLeast } from './suggested.js';
import { withoutPreposition } from './surroundings.js';
import { threshold } from './threshold.js';
import type { Reading } from './types.js';
import type { Span, Work } from './work.js';

/** A percent of what was done within a time: `95% delle pratiche entro 5 giorni`. The whole phrase is the object. */
export function shareInTime(work: Work, amount: AmountClause, at: Span, rest: Span): Draft {
  // `Tempi di attesa` with `90% entro 10 giorni`: the target says itself what the percent is of.
  const timed = work.hints.holdsFor === 'time';
  const about = timed ? work.withoutName() : work;
  const written = threshold(about, { amount: { ...amount, operator: amount.operator ?? '>=' }, at });
  const draft =
    amount.operator === undefined ? { ...written, notes: [...written.notes, reason('operator-from-noun')] } : written;
  const what = withoutPreposition(excerpt(work.text, work.tokens, ...rest));
  const readings = draft.readings.map((r) => (r.kind === 'threshold' ? withObject(r, what) : r));
  const hidden = work.offending(rest, 'entro');
  const doubts = hidden === undefined ? draft.doubts : [...draft.doubts, reason('not-understood', what)];
  return { ...draft, readings, doubts };
}

/** With an object of its own, the measure is no longer the one the name describes. */
export function withObject(
  { accumulation: _, ...rest }: Extract<Reading, { kind: 'threshold' }>,
  what: string,
): Reading {
  return { ...rest, what };
}

/** `tutte le domande entro 10 giorni`: the share done in that time, or the longest of their times; only a person knows which is measured. */
export function allInTime(work: Work, solids: readonly Solid[], draft: Draft): Draft {
  const [time, other] = solids;
  if (time === undefined || other !== undefined || !isTime(time)) return draft;
  const { text, tokens } = work;
  const all = tokens.findIndex((t, at) => at < time.from && isWord(t, 'tutti', 'tutte', 'ogni', 'ciascun', 'ciascuna'));
  if (all < 0 || !hasWords(tokens, all + 1, time.from)) return draft;
  const what = excerpt(text, tokens, skipArticles(tokens, all + 1), tokens.length);
  const share: Reading = { ...atLeast('100', { kind: 'percent' }), what };
  return { ...draft, readings: [share, ...draft.readings], doubts: [...draft.doubts, reason('everyone', what)] };
}

const isTime = (solid: Solid): boolean =>
  solid.kind === 'period' || (solid.kind === 'amount' && solid.unit !== undefined && isDuration(solid.unit));
