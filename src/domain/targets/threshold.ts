import type { CivilDate } from '../calendar/types.js';
import type { AmountClause } from './clause.js';
import { withClosing } from './closing.js';
import { type Decision, decideOperator, senseOf } from './decide.js';
import type { Draft } from './draft.js';
import { type NameHints, nameHints } from './name.js';
import { unitEvidence } from './names/evidence.js';
import { shareOf } from './number-words.js';
import { canonical, compareDecimals, negate } from './numbers.js';
import { excerpt, isWord } from './phrases.js';
import { reason } from './reasons.js';
import { rhythmIn } from './rhythm.js';
import { scaled } from './scale.js';
import { spellingOf } from './spelling.js';
import { surroundings, withoutPreposition } from './surroundings.js';
import type { DecimalText, Operator, Reading, Reason, Unit } from './types.js';
import type { Span, Work } from './work.js';

export interface ThresholdParts {
  readonly amount: AmountClause;
  /** The amount's own place. */
  readonly at: Span;
  readonly before?: Span;
  readonly after?: Span;
  readonly by?: CivilDate;
}

/** Reads an amount with the words around it as a threshold. */
export function threshold(work: Work, written: ThresholdParts): Draft {
  const parts = withClosing(work, written);
  const unclear: Reason[] = [];
  const amount = scaled(work, parts.amount, parts.after, unclear);
  // `entro il giorno 15`, `entro le ore 12`, `entro il mese 6`: when, not how long.
  const when = isDayOrHour(work, parts.at);
  if (when) unclear.push(reason('date-or-number', work.show(parts.at)));
  const spelling = spellingOf(work, { ...parts, amount });
  const doubts: Reason[] = [...unclear, ...spelling.doubts];
  const notes: Reason[] = [...spelling.notes];
  const { hints } = work;
  const words = surroundings(work, amount, parts.before, parts.after);
  doubts.push(...words.doubts);
  notes.push(...words.notes);
  const unit = unitOf(amount, words.noun, hints, notes, doubts);
  const [shown = ''] = amount.value.values;
  if (amount.contradictory) doubts.push(reason('not-understood', work.show(parts.at)));
  if (amount.within && !['percent', 'euro', 'days', 'hours', 'months'].includes(unit.kind) && !isDuration(unit)) {
    doubts.push(reason('not-understood', work.show(parts.at)));
  }
  if (amount.within && (isDuration(unit) || unit.kind === 'days')) notes.push(reason('within-duration'));
  if (unit.kind === 'percent' && hints.share && hints.direction === 'more' && compareDecimals(shown, '100') > 0) {
    doubts.push(reason('beyond-hundred', `${shown}%`));
  }
  // `fino a 500 imprese`: at most five hundred, or as many as that?
  if (amount.upTo && !isDuration(unit) && unit.kind !== 'days') doubts.push(reason('direction-unknown'));
  // `Percentuale di …` with `3 report`: one of the two is wrong.
  const inPercent = ['percent', 'percentage-points', 'number'].includes(unit.kind);
  if (hints.counter && hints.view?.time === undefined && ['days', 'hours', 'months'].includes(unit.kind))
    doubts.push(reason('time-against-name'));
  if (hints.percent && !inPercent) doubts.push(reason('unit-unknown', work.show(parts.at)));
  // `5 min` are minutes where a time is measured, and at least five elsewhere.
  const minutes = amount.operator === undefined && work.tokens.some((t) => isWord(t, 'min'));
  if (minutes && hints.view?.time === undefined) doubts.push(reason('not-understood', work.show(parts.at)));
  const values = signed(amount, hints.signed, doubts);
  const evidence = {
    hints,
    name: work.context.name,
    sense: words.sense,
    unit,
    value: shown,
    previous: work.previousOperator(unit),
  };
  const decision = words.negated ? mustNot(amount) : decideOperator(amount, evidence);
  doubts.push(...decision.doubts);
  notes.push(...decision.notes);
  const extra = {
    ...accumulation(hints, unit, words.what),
    ...(parts.by === undefined ? {} : { by: parts.by }),
    ...(words.what === '' ? {} : { what: words.what }),
  };
  const readings = values.flatMap((value) =>
    decision.operators.map((operator) => reading(operator, value, unit, hints, extra)),
  );
  const share = doubts.length > 0 && !hints.opinion ? asShare(amount, unit, decision.operators) : [];
  const shareFirst = hints.percent || hints.share;
  const yearly = inTheYear(work, parts, amount);
  const days = amount.within && unit.kind === 'number' ? inDays(readings) : [];
  return {
    readings: when
      ? []
      : [
          ...(shareFirst ? share : []),
          ...inAdvance(work, parts, readings),
          ...yearly,
          ...days,
          ...readings,
          ...(shareFirst ? [] : share),
        ],
    doubts,
    notes,
  };
}

/** A single day or month before its number, or an article before `ore`: a place in the calendar, not a time that passes. */
function isDayOrHour({ tokens }: Work, [from, to]: Span): boolean {
  const at = tokens.findIndex((t, i) => i >= from && i < to && t.kind === 'number');
  const unit = tokens[at - 1];
  return (
    isWord(unit, 'giorno', 'mese') || (isWord(unit, 'ore', 'ora', 'h') && isWord(tokens[at - 2], 'le', 'alle', "l'"))
  );
}

/** `entro 10 giorni precedenti la seduta`: notice to be given, of which more is better. */
function inAdvance(work: Work, { amount, after }: ThresholdParts, readings: readonly Reading[]): readonly Reading[] {
  const [first] = readings;
  const ahead = after !== undefined && isWord(work.tokens[after[0]], 'prima', 'precedenti', 'antecedenti', 'anteriori');
  if (!ahead || !amount.within || first?.kind !== 'threshold') return [];
  return [{ ...first, operator: '>=', direction: 'more-is-better' }];
}

/** `2 report al mese` are twenty-four in the year: the likelier figure, for a person to take or leave. */
function inTheYear(work: Work, parts: ThresholdParts, amount: AmountClause): readonly Reading[] {
  const rhythm = parts.after === undefined ? undefined : rhythmIn(work.tokens, ...parts.after);
  const [value] = amount.value.values;
  if (parts.after === undefined || rhythm === undefined || value === undefined) return [];
  if (rhythm.adjective && String(rhythm.times) === value) return [];
  if (amount.unit !== undefined && amount.unit.kind !== 'euro') return [];
  const total = canonical(String(Math.round(Number(value) * rhythm.times * 100) / 100));
  const { after: _, ...others } = parts;
  const rest: Span = [parts.after[0], rhythm.from];
  return threshold(work, {
    ...others,
    amount: { ...amount, value: { ...amount.value, values: [total] } },
    ...(rest[1] > rest[0] ? { after: rest } : {}),
  }).readings.slice(0, 1);
}

/** `entro 60`: days, if it is a time. */
const inDays = (readings: readonly Reading[]): readonly Reading[] =>
  readings.slice(0, 1).map((r) => (r.kind === 'threshold' ? { ...r, unit: { kind: 'days' } } : r));

/** `3 su 4` may be a mark or a share of cases. */
function asShare({ value }: AmountClause, unit: Unit, [operator]: readonly Operator[]): readonly Reading[] {
  const [first] = value.values;
  if (unit.kind !== 'score' || first === undefined || operator === undefined) return [];
  const share = shareOf(Number(first), Number(unit.outOf));
  return [reading(operator, share, { kind: 'percent' }, nameHints(undefined), {})];
}

/** What must not be is a limit on the other side: no delay *over* five days is five days at most. */
function mustNot({ operator }: AmountClause): Decision {
  const floor = operator === '<' || operator === '<=';
  return { operators: floor ? ['>=', '<='] : ['<=', '>='], doubts: [], notes: [] };
}

type Extra = Partial<Pick<Extract<Reading, { kind: 'threshold' }>, 'accumulation' | 'by' | 'what'>>;

const reading = (operator: Operator, value: DecimalText, unit: Unit, hints: NameHints, extra: Extra): Reading => {
  const sense = operator === '=' ? (value === '0' ? 'less' : (hints.direction ?? 'more')) : senseOf(operator);
  return {
    kind: 'threshold',
    operator,
    value,
    unit,
    direction: sense === 'more' ? 'more-is-better' : 'less-is-better',
    ...extra,
  };
};

function signed(amount: AmountClause, belowZero: boolean, doubts: Reason[]): readonly DecimalText[] {
  const { values } = amount.value;
  if (amount.sign === undefined) return values;
  if (amount.sign === '+') {
    doubts.push(reason('signed-value'));
    return values;
  }
  if (amount.bullet) doubts.push(reason('sign-or-bullet'));
  else if (amount.operator === undefined && !belowZero) doubts.push(reason('signed-value'));
  return amount.bullet ? values : values.map(negate);
}

function unitOf(amount: AmountClause, noun: string, hints: NameHints, notes: Reason[], doubts: Reason[]): Unit {
  if (amount.unit !== undefined) return amount.unit;
  if (noun !== '') return { kind: 'count', noun };
  const [value = '0'] = amount.value.values;
  if (hints.percent && hints.direction !== 'less' && !amount.counted) {
    if (compareDecimals(value, '1') > 0 && compareDecimals(value, '100') <= 0) {
      notes.push(reason('unit-from-name'));
      return { kind: 'percent' };
    }
    doubts.push(reason('unit-unknown', value));
  }
  if (hints.unit !== undefined && !amount.counted) {
    notes.push(unitEvidence(hints.unit));
    return hints.unit;
  }
  return { kind: 'number' };
}

const isDuration = (unit: Unit): boolean =>
  unit.kind === 'months' ||
  unit.kind === 'hours' ||
  (unit.kind === 'count' && /^(giorni lavorativi|settiman|minut|anni|anno)/.test(unit.noun));

function accumulation(hints: NameHints, unit: Unit, what: string): Extra {
  if (hints.accumulation === undefined || what !== '') return {};
  if (hints.accumulation === 'accumulates' && unit.kind !== 'number' && unit.kind !== 'count') return {};
  return { accumulation: hints.accumulation };
}

/** A percent of what was done within a time: `95% delle pratiche entro 5 giorni`. The whole phrase is the object. */
export function shareInTime(work: Work, amount: AmountClause, at: Span, rest: Span): Draft {
  const { name: _, ...others } = work.context;
  // `Tempi di attesa` with `90% entro 10 giorni`: the target says itself what the percent is of.
  const timed = work.hints.holdsFor === 'time';
  const about = timed ? { ...work, context: others, hints: nameHints(undefined) } : work;
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
function withObject({ accumulation: _, ...rest }: Extract<Reading, { kind: 'threshold' }>, what: string): Reading {
  return { ...rest, what };
}
