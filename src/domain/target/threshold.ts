import type { CivilDate } from '../calendar/types.js';
import type { AmountClause } from './clause.js';
import { decideOperator, senseOf } from './decide.js';
import type { Draft } from './draft.js';
import { type NameHints, nameHints, nounSense, shareSense } from './name.js';
import { compareDecimals, negate } from './numbers.js';
import { excerpt, isSymbol, tidy } from './phrases.js';
import { cadence, hasWords } from './prose.js';
import { reason } from './reasons.js';
import type { DecimalText, Operator, Reading, Reason, Unit } from './types.js';
import type { Work } from './work.js';

/** A span of tokens, end excluded. */
export type Span = readonly [number, number];

const LONGEST_NOUN = 14;
const LONGEST_WHAT = 240;

export interface ThresholdParts {
  readonly amount: AmountClause;
  /** The amount's own place. */
  readonly at: Span;
  readonly before?: Span;
  readonly after?: Span;
  readonly by?: CivilDate;
}

/** Reads an amount with the words around it as a threshold. */
export function threshold(work: Work, parts: ThresholdParts): Draft {
  const { amount } = parts;
  const doubts: Reason[] = [...numberDoubts(work, parts)];
  const notes: Reason[] = [];
  const hints = nameHints(work.context.name);
  const words = surroundings(work, parts);
  doubts.push(...words.doubts);
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
  const values = signed(amount, doubts);
  const evidence = {
    hints,
    name: work.context.name,
    sense: words.sense,
    unit,
    value: shown,
    previous: work.previousOperator(unit),
  };
  const decision = decideOperator(amount, evidence);
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
  return { readings: values.length === 0 ? [] : readings, doubts, notes };
}

type Extra = Partial<Pick<Extract<Reading, { kind: 'threshold' }>, 'accumulation' | 'by' | 'what'>>;

const reading = (operator: Operator, value: DecimalText, unit: Unit, hints: NameHints, extra: Extra): Reading => {
  const sense = operator === '=' ? (hints.direction ?? 'more') : senseOf(operator);
  return {
    kind: 'threshold',
    operator,
    value,
    unit,
    direction: sense === 'more' ? 'more-is-better' : 'less-is-better',
    ...extra,
  };
};

function signed(amount: AmountClause, doubts: Reason[]): readonly DecimalText[] {
  const { values } = amount.value;
  if (amount.sign === undefined) return values;
  if (amount.sign === '+') {
    doubts.push(reason('signed-value'));
    return values;
  }
  if (amount.bullet) doubts.push(reason('sign-or-bullet'));
  else if (amount.operator === undefined) doubts.push(reason('signed-value'));
  return amount.bullet ? values : values.map(negate);
}

/** What the spelling of the number leaves open. */
function numberDoubts(work: Work, { amount, at, after }: ThresholdParts): readonly Reason[] {
  const { value, unit } = amount;
  const text = work.show(at);
  const [first] = value.values;
  if (first === undefined) return [reason('malformed-number', text)];
  const scaled = unit?.kind === 'percent' || unit?.kind === 'score';
  const doubts: Reason[] = [];
  const readableDecimal =
    value.doubt === 'decimal-point' && scaled && /^[1-9][0-9]{0,2}\.[0-9]{1,2}$|^0\.[0-9]{1,3}$|^[0-9]+$/.test(first);
  if (value.doubt !== undefined && value.doubt !== 'malformed' && !readableDecimal)
    doubts.push(reason(value.doubt, text));
  if (scaled && value.grouped) doubts.push(reason('decimal-point', text));
  if (value.needsEuro && unit?.kind !== 'euro') doubts.push(reason('scale-unclear', text));
  const bare = unit === undefined && !amount.counted && (after === undefined || !hasWords(work.tokens, ...after));
  if (bare && work.looksLikeYear(first)) doubts.push(reason('year-or-number', first));
  return doubts;
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
    notes.push(reason('unit-from-name'));
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

interface Surroundings {
  /** Counted noun, when the number has no unit of its own. */
  readonly noun: string;
  readonly what: string;
  /** The direction the target's own words give. */
  readonly sense: 'more' | 'less' | undefined;
  readonly doubts: readonly Reason[];
}

/** Vets the words around the amount and turns them into its noun and object. */
function surroundings(work: Work, { amount, before, after }: ThresholdParts): Surroundings {
  const { tokens, text } = work;
  const doubts: Reason[] = [];
  const [value = ''] = amount.value.values;
  for (const span of [before, after]) {
    if (span === undefined) continue;
    const rhythm = cadence(tokens, ...span);
    const matches = rhythm !== undefined && String(rhythm.times) === value;
    if (rhythm !== undefined && !matches) doubts.push(reason('periodic', rhythm.word));
    const word = work.offending(span, matches ? rhythm.word : undefined);
    if (word !== undefined && rhythm?.word !== word) {
      doubts.push(
        /^(circa|ca|indicativamente|approssimativamente|orientativamente|presumibilmente|stimat.)$/.test(word)
          ? reason('approximate', word)
          : reason('not-understood', work.show(span)),
      );
    }
  }
  const head = before === undefined ? '' : leading(text, work, before);
  const tail = after === undefined ? '' : excerpt(text, tokens, ...after);
  const tailWords = after !== undefined && hasWords(tokens, ...after);
  const remark = after !== undefined && isSymbol(tokens[after[0]], '(', ',', ':');
  const nounPossible = amount.unit === undefined && tailWords && !remark;
  if (nounPossible && (after?.[1] ?? 0) - (after?.[0] ?? 0) > LONGEST_NOUN) doubts.push(reason('not-understood', tail));
  const noun = nounPossible ? tail : '';
  const object = nounPossible || !tailWords ? '' : head === '' ? withoutPreposition(tail) : tail;
  const what = tidy(`${head} ${object}`);
  if (what.length > LONGEST_WHAT) doubts.push(reason('too-long'));
  if (head !== '' && amount.operator === undefined && amount.unit === undefined && nounSense(head) === undefined) {
    doubts.push(reason('not-understood', work.show(before ?? [0, 0])));
  }
  return { noun, what, sense: senseOfWords(noun, what, head, amount), doubts };
}

function senseOfWords(noun: string, what: string, head: string, amount: AmountClause): 'more' | 'less' | undefined {
  if (noun !== '') return nounSense(noun);
  if (amount.unit?.kind === 'percent') return shareSense(what);
  return amount.unit === undefined && head !== '' ? nounSense(head) : undefined;
}

const TRAILING = new Set([
  'per',
  'in',
  'con',
  'di',
  'del',
  'al',
  'pari',
  'a',
  'ad',
  'nel',
  'n',
  'dell',
  'della',
  'nella',
  'il',
]);

/** The words before an amount, without the preposition that leads to it. */
function leading(text: string, work: Work, [from, to]: Span): string {
  let end = to;
  while (end > from && (work.tokens[end - 1]?.kind === 'symbol' || isTrailing(work, end - 1))) end -= 1;
  return excerpt(text, work.tokens, from, end);
}

const isTrailing = (work: Work, at: number): boolean =>
  work.tokens[at]?.kind === 'word' && TRAILING.has((work.tokens[at]?.text ?? '').replace("'", ''));

const withoutPreposition = (text: string): string =>
  tidy(
    text.replace(/^\(?(di|del|dello|della|dei|degli|delle|dell')( |(?<='))/i, (m) => (m.startsWith('(') ? '(' : '')),
  );

/** A percent of what was done within a time: `95% delle pratiche entro 5 giorni`. The whole phrase is the object. */
export function shareInTime(work: Work, amount: AmountClause, at: Span, rest: Span): Draft {
  const draft = threshold(work, { amount: { ...amount, operator: amount.operator ?? '>=' }, at });
  const what = withoutPreposition(excerpt(work.text, work.tokens, ...rest));
  const readings = draft.readings.map((r) => (r.kind === 'threshold' ? { ...r, what } : r));
  const hidden = work.offending(rest, 'entro');
  const doubts = hidden === undefined ? draft.doubts : [...draft.doubts, reason('not-understood', what)];
  return { ...draft, readings, doubts };
}
