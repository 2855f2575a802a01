import { fromInteger, multiply, rational, roundedText } from '../rational.js';
import type { AmountClause } from './clause.js';
import { withClosing } from './closing.js';
import { type Decision, decideOperator } from './decide.js';
import type { Draft } from './draft.js';
import { nothingLeft } from './elimination.js';
import { isLongest, unitDoubts, unitOf } from './measured-unit.js';
import { isOffered } from './names/times.js';
import { noneOfTheName } from './none-of-the-name.js';
import { canonical } from './numbers.js';
import { asHundredths, asMinutes, asShare, inAdvance, inClock, inDays } from './other-senses.js';
import type { Reason } from './outcome.js';
import { isWord } from './phrases.js';
import { reason } from './reasons.js';
import { rhythmIn } from './rhythm.js';
import { scaled } from './scale.js';
import { spellingOf } from './spelling.js';
import { type Surroundings, surroundings } from './surroundings.js';
import type { ThresholdParts } from './threshold-parts.js';
import { extraOf, reading, signed } from './threshold-reading.js';
import { fold } from './tokens.js';
import type { Reading, Unit } from './types.js';
import type { Span, Work } from './work.js';

/** Reads an amount with the words around it as a threshold. */
export function threshold(work: Work, written: ThresholdParts): Draft {
  const parts = withClosing(work, written);
  const { at } = parts;
  const doubts: Reason[] = [];
  const notes: Reason[] = [];
  const amount = scaled(work, parts.amount, parts.after, doubts);
  // `entro il giorno 15`, `entro le ore 12`, `entro il mese 6`: when, not how long.
  const when = isDayOrHour(work, at);
  if (when) doubts.push(reason('date-or-number', work.show(at)));
  if (parts.eitherWay !== undefined) notes.push(reason('words-around', work.show(parts.eitherWay)));
  const spoken = amount === parts.amount ? parts : { ...parts, amount };
  spellingOf(work, spoken, doubts, notes);
  const words = surroundings(work, amount, parts.before, parts.after);
  add(words, doubts, notes);
  const unit = unitOf(amount, words.noun, work.hints, notes, doubts);
  unitDoubts(work, amount, unit, at, doubts);
  // `oltre ai 5 controlli previsti`: besides those, and not more than so many.
  if (
    isWord(work.tokens[at[0]], 'oltre') &&
    isWord(work.tokens[at[0] + 1], 'a', 'ad', 'ai', 'alle', 'agli', 'al', 'alla')
  )
    doubts.push(reason('not-understood', work.show(at)));
  const clock = inClock(work, at, unit);
  if (clock !== undefined) doubts.push(reason('hours-or-minutes', work.show(at)));
  if (isLongest(amount, unit)) notes.push(reason('within-duration'));
  const values = signed(amount, work.hints.signed, doubts);
  const decision = words.negated ? mustNot(amount) : decided(work, amount, unit, words);
  add(noneOfTheName(work, at, decision, words) ? { doubts: [], notes: [] } : decision, doubts, notes);
  if (when) return { readings: [], doubts, notes };
  const extra = extraOf(work.hints, unit, words.what, parts.by);
  const readings: Reading[] = [];
  for (const value of values)
    for (const operator of decision.operators) readings.push(reading(operator, value, unit, work.hints, extra));
  const none = words.negated ? nothingLeft(work) : [];
  const minutes = clock === undefined ? [] : asMinutes(clock, readings);
  const senses = allSenses(work, spoken, unit, readings, doubts.length > 0);
  if (none.length === 0 && minutes.length === 0) return { readings: senses, doubts, notes };
  // Where the name counts, what must not be is counted; elsewhere its limit is likelier what is measured.
  const likelier = work.hints.counter ? 0 : 1;
  return { readings: [...senses.slice(0, likelier), ...none, ...minutes, ...senses.slice(likelier)], doubts, notes };
}

/** Nothing is added most often, and nothing is copied then. */
function add(found: Pick<Draft, 'doubts' | 'notes'>, doubts: Reason[], notes: Reason[]): void {
  if (found.doubts.length > 0) doubts.push(...found.doubts);
  if (found.notes.length > 0) notes.push(...found.notes);
}

/** The readings of the amount's own words, among the others it may mean. */
function allSenses(
  work: Work,
  parts: ThresholdParts,
  unit: Unit,
  readings: readonly Reading[],
  doubted: boolean,
): readonly Reading[] {
  const { amount } = parts;
  const { hints } = work;
  const others =
    parts.after === undefined ? NO_OTHERS : [...inAdvance(work, parts, readings), ...inTheYear(work, parts, amount)];
  const days = amount.within && unit.kind === 'number' ? inDays(readings) : NO_OTHERS;
  const share =
    doubted && !hints.opinion
      ? [...asHundredths(amount, hints, readings), ...asShare(amount, unit, readings)]
      : NO_OTHERS;
  if (others.length === 0 && days.length === 0 && share.length === 0) return readings;
  return hints.percent || hints.share
    ? [...share, ...others, ...days, ...readings]
    : [...others, ...days, ...readings, ...share];
}

const NO_OTHERS: readonly Reading[] = [];

const decided = (work: Work, amount: AmountClause, unit: Unit, { sense, what }: Surroundings): Decision =>
  decideOperator(amount, {
    hints: work.hints,
    name: work.context.name,
    sense,
    offers: isOffered(fold(what).split(' ')),
    unit,
    value: amount.value.values[0] ?? '',
    previous: work.previousOperator(unit),
  });

/** A single day or month before its number, or an article before `ore`: a place in the calendar, not a time that passes. */
function isDayOrHour({ tokens }: Work, [from, to]: Span): boolean {
  const at = tokens.findIndex((t, i) => i >= from && i < to && t.kind === 'number');
  const unit = tokens[at - 1];
  // `h 24`: round the clock.
  if (isWord(unit, 'h') && tokens[at]?.text === '24') return true;
  return (
    isWord(unit, 'giorno', 'mese') || (isWord(unit, 'ore', 'ora', 'h') && isWord(tokens[at - 2], 'le', 'alle', "l'"))
  );
}

/** `2 report al mese` are twenty-four in the year: the likelier figure, for a person to take or leave. */
function inTheYear(work: Work, parts: ThresholdParts, amount: AmountClause): readonly Reading[] {
  const rhythm = parts.after === undefined ? undefined : rhythmIn(work.tokens, ...parts.after);
  const [value] = amount.value.values;
  if (parts.after === undefined || rhythm === undefined || value === undefined) return [];
  if (rhythm.adjective && String(rhythm.times) === value) return [];
  if (amount.unit !== undefined && amount.unit.kind !== 'euro') return [];
  const inYear = multiply(rational(value), fromInteger(rhythm.times));
  const total = canonical(roundedText(inYear, { decimals: 2, mode: 'half-up' }));
  const rest: Span = [parts.after[0], rhythm.from];
  return threshold(work, {
    ...parts,
    amount: { ...amount, value: { ...amount.value, values: [total] } },
    after: rest[1] > rest[0] ? rest : undefined,
  }).readings.slice(0, 1);
}

/** What must not be is a limit on the other side: no delay *over* five days is five days at most. */
function mustNot({ operator }: AmountClause): Decision {
  const floor = operator === '<' || operator === '<=';
  return { operators: floor ? ['>=', '<='] : ['<=', '>='], doubts: [], notes: [] };
}
