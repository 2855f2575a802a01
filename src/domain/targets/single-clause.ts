import { civilDate } from '../calendar/civil-date.js';
import type { Amount, Solid } from './clause.js';
import { compared } from './compared.js';
import { byDate } from './dated.js';
import { type Draft, doubtful } from './draft.js';
import { inName } from './in-name.js';
import { multiple } from './multiples.js';
import { compareDecimals } from './numbers.js';
import { tidy } from './phrases.js';
import { range } from './ranges.js';
import { reason } from './reasons.js';
import { relative } from './relative.js';
import { hasWords } from './roles.js';
import { changeOrLevel, isSigned, orLevel } from './signed-amounts.js';
import { threshold } from './threshold.js';
import { throughout, within } from './timespans.js';
import type { Reading } from './types.js';
import type { Span, Work } from './work.js';

type Change = Extract<Solid, { kind: 'change' }>;

/** Reads a target in which one clause alone promises something, with the words before, after and around it. */
export function single(
  work: Work,
  a: Solid,
  before: Span | undefined,
  after: Span | undefined,
  around: readonly Span[],
): Draft {
  switch (a.kind) {
    case 'amount':
      // A plus always announces a change; a minus does unless a comparison makes it a negative value.
      // Days before a payment is due, and balances, are below zero as levels.
      if (a.sign === '+' || (a.sign === '-' && (a.operator === undefined || a.spokenSign) && !isSigned(work, a))) {
        if (before !== undefined && isLinked(work, a)) return besides(work, a, after);
        const draft = orLevel(work, a, relative(work, { amount: a }));
        return around.length === 0 ? draft : noted(draft, around, work);
      }
      if (isExercise(work, a)) return yearItself(work, a);
      if (a.sign === '-' && a.operator !== undefined && a.unit?.kind === 'percent' && !a.bullet && !work.hints.signed)
        return changeOrLevel(work, a);
      return eitherWay(work, a, threshold(work, { amount: a, at: [a.from, a.to], before, after }));
    case 'range':
      return range(work, a, [a.from, a.to], before, after);
    case 'date':
      return byDate(work, a, around);
    case 'period':
      return within(work, a, around);
    case 'throughout':
      return throughout(work, a, around);
    case 'change':
      // `al massimo un aumento`: of how much, nobody says.
      return a.operator === undefined
        ? noted(kept(work, a, relative(work, { sense: a.sense })), around, work)
        : doubtful([reason('not-understood', work.text)], relative(work, { sense: a.sense }).readings);
    case 'compare': {
      const draft = noted(relative(work, { sense: 'keep', baseline: a.baseline }), around, work);
      return compared(work, a, draft);
    }
    case 'baseline':
      // A base with nothing to hold against it is asked.
      return doubtful([reason('not-understood', work.text)], multiple(work, a.baseline));
  }
}

/** `± 3%`: as far below as above; of a distance that has no sign it is the same ceiling. */
function eitherWay({ tokens }: Work, { from, value, unit }: Amount, draft: Draft): Draft {
  const [size = ''] = value.values;
  if (tokens[from - 1]?.text !== '±' || draft.doubts.length === 0 || compareDecimals(size, '0') === 0) return draft;
  const about: Reading = { kind: 'range', from: `-${size}`, to: size, unit: unit ?? { kind: 'number' } };
  return { ...draft, readings: [about, ...draft.readings] };
}

/** The plus of `attivazione + 300 visite` stands apart from its number, and joins. */
const isLinked = ({ tokens }: Work, { from, sign }: Amount): boolean =>
  sign === '+' && tokens[from]?.text === '+' && tokens[from + 1]?.glued === false;

/** Two promises, one of which has a figure: what it would be alone, and the change it may be all the same. */
function besides(work: Work, amount: Amount, after: Span | undefined): Draft {
  const { sign: _, ...plain } = amount;
  const level = threshold(work, { amount: plain, at: [amount.from, amount.to], after });
  return doubtful([reason('several-targets')], [...level.readings, ...relative(work, { amount }).readings]);
}

/** `mantenimento` of what is there or is not: a certificate, a membership. */
const kept = (work: Work, { sense }: Change, draft: Draft): Draft =>
  sense === 'keep' && draft.doubts.length > 0
    ? { ...draft, readings: [...draft.readings, { kind: 'yes-no', expected: true, what: tidy(work.text) }] }
    : draft;

/** `2016` alone in the targets of 2016. */
const isExercise = ({ tokens, context: { year } }: Work, { value }: Amount): boolean =>
  tokens.length === 1 && year !== undefined && value.values[0] === String(year);

function yearItself(work: Work, amount: Amount): Draft {
  const draft = threshold(work, { amount, at: [amount.from, amount.to] });
  const by = civilDate(work.context.year ?? 0, 12, 31);
  return { ...draft, readings: [{ kind: 'by-date', by, strict: false }, ...draft.readings] };
}

/** Words beside a change that were not read: let through only when they are harmless. */
function noted(draft: Draft, spans: readonly Span[], work: Work): Draft {
  const loaded = spans.find((s) => hasWords(work.tokens, ...s) && work.offending(s) !== undefined);
  if (loaded !== undefined) return { ...draft, doubts: [...draft.doubts, reason('not-understood', work.show(loaded))] };
  // A change has no place for the words beside it: those the name does not hold are shown to whoever confirms.
  const unsaid = spans.find((s) => hasWords(work.tokens, ...s) && !inName(work, s));
  return unsaid === undefined
    ? draft
    : { ...draft, notes: [...draft.notes, reason('words-around', work.show(unsaid))] };
}
