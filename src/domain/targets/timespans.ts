import { addDays, civilDate, compareDates, yearOf } from '../calendar/civil-date.js';
import type { Clause } from './clause.js';
import { certain, type Draft, doubtful } from './draft.js';
import type { Reason } from './outcome.js';
import { excerpt, isWord, unlessEmpty } from './phrases.js';
import { reason } from './reasons.js';
import { remainder } from './remainder.js';
import { resolveDate } from './resolve-date.js';
import { hasWords, offendingAt } from './roles.js';
import type { Reading } from './types.js';
import { describe } from './what-is-done.js';
import type { Span, Work } from './work.js';
import { MONTHS_AS_WRITTEN, OTHER_YEARS } from './written-date.js';

type ClauseOf<K extends Clause['kind']> = Extract<Clause, { kind: K }>;

/** A time or a period is no answer to a count or a share. */
function againstName(work: Work, doubts: Reason[]): void {
  const { counter, percent } = work.hints;
  if (counter || percent) doubts.push(reason('date-against-name'));
}

/** Reads `entro 1 mese dall'evento`. */
export function within(work: Work, clause: ClauseOf<'period'>, prose: readonly Span[]): Draft {
  const doubts: Reason[] = [];
  const unsaid: Reason[] = [];
  const what = describe(work, prose, doubts, unsaid);
  const event = excerpt(work.text, work.tokens, ...clause.event);
  const shown = work.show([clause.from, clause.to]);
  const around = remainder(work.tokens, ...clause.event);
  if (event === '' || work.offending(clause.event) !== undefined || around.kind === 'second' || !happens(work, clause))
    doubts.push(reason('event-missing'));
  // Only `entro` and its like give a last day; `almeno 30 giorni dalla …` sets a first one.
  if (clause.operator !== undefined && clause.operator !== '<=') doubts.push(reason('not-understood', shown));
  againstName(work, doubts);
  if (event === '') return doubtful(doubts);
  const reading: Reading = {
    kind: 'within-period',
    amount: clause.amount,
    unit: clause.unit,
    event,
    what: unlessEmpty(what),
  };
  // `dalla richiesta nei casi urgenti`: not of every request.
  // `entro 5 giorni dalla segnalazione - fase 1`: what stands after the event is no part of it.
  const after = prose.find(([from, to]) => from >= clause.to && hasWords(work.tokens, from, to));
  if (after !== undefined) unsaid.push(reason('words-around', work.show(after)));
  if (around.kind === 'loose' || offendingAt(work.tokens, ...clause.event, true) >= 0)
    unsaid.push(reason('words-around', event));
  return {
    readings: [reading],
    doubts,
    notes: [...(clause.operator === undefined ? [reason('naked-period')] : []), ...unsaid],
  };
}

/** `da rendicontare`, `a partire da aprile`: no event begins the time. */
const happens = ({ tokens }: Work, { event: [from] }: ClauseOf<'period'>): boolean => {
  const word = tokens[from]?.kind === 'word' ? (tokens[from]?.text ?? '') : '';
  return !(isWord(tokens[from - 1], 'da') && /[aei]r(?:e|si)$/.test(word)) && !MONTHS_AS_WRITTEN.has(word);
};

/** Reads `tutto l'anno 2016`, `dal 1/1/2016 al 31/12/2016`. */
export function throughout(work: Work, clause: ClauseOf<'throughout'>, prose: readonly Span[]): Draft {
  const doubts: Reason[] = [];
  describe(work, prose, doubts, []);
  againstName(work, doubts);
  // `tutto l'anno scolastico`: not the year that the exercise is.
  if (isWord(work.tokens[clause.to], ...OTHER_YEARS))
    doubts.push(reason('counted-date', work.show([clause.from, clause.to + 1])));
  const said = prose.find((span) => hasWords(work.tokens, ...span));
  const around = said === undefined ? [] : [reason('words-around', work.show(said))];
  if (clause.start !== undefined && clause.end !== undefined) return between(work, clause, doubts, around);
  const year = clause.year ?? work.context.year;
  if (year === undefined) return doubtful([...doubts, reason('year-missing', work.show([clause.from, clause.to]))]);
  if (clause.year !== undefined && work.context.year !== undefined && clause.year !== work.context.year) {
    doubts.push(reason('no-target-for-year', String(work.context.year)));
  }
  const reading: Reading = { kind: 'throughout', from: civilDate(year, 1, 1), to: civilDate(year, 12, 31) };
  const notes = clause.year === undefined ? [reason('year-from-exercise')] : [];
  return doubts.length === 0 ? certain(reading, [...notes, ...around]) : doubtful(doubts, [reading]);
}

function between(
  work: Work,
  { start, end, from, to }: ClauseOf<'throughout'>,
  doubts: Reason[],
  around: readonly Reason[],
): Draft {
  if (start === undefined || end === undefined) return doubtful(doubts);
  const shown = work.show([from, to]);
  // The year is often written once, at the end.
  const year = start.year ?? end.year;
  const first = resolveDate({ ...start, year, day: start.day ?? 1 }, work.context, shown);
  const last = resolveDate(end, work.context, shown);
  const all = [...doubts, ...first.doubts, ...last.doubts];
  if (first.date === undefined || last.date === undefined) return doubtful(all);
  if (compareDates(addDays(first.date, 1), last.date) > 0) return doubtful([...all, reason('range-reversed')]);
  const reading: Reading = { kind: 'throughout', from: first.date, to: last.date };
  // `da ottobre a dicembre`: all along, or at some time within.
  const months = start.day === undefined && end.day === undefined && yearOf(first.date) === yearOf(last.date);
  const part = months && (start.month !== 1 || end.month !== 12) ? [reason('naked-span')] : [];
  return all.length === 0 ? certain(reading, [...first.notes, ...part, ...around]) : doubtful(all, [reading]);
}
