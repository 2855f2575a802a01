import { addDays, civilDate, compareDates, yearOf } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/types.js';
import type { Clause } from './clause.js';
import { certain, type Draft, doubtful } from './draft.js';
import { nothingLeft } from './elimination.js';
import { excerpt, isSymbol, isWord } from './phrases.js';
import { reason } from './reasons.js';
import { remainder } from './remainder.js';
import { resolveDate } from './resolve-date.js';
import { ARTICLES, isDegree, isDoing, isDone, PRODUCT } from './role-words.js';
import { hasWords, offendingAt } from './roles.js';
import { LONGEST_WHAT } from './surroundings.js';
import { fold, type Token } from './tokens.js';
import type { Reading, Reason } from './types.js';
import { UNDOING } from './vetting.js';
import type { Span, Work } from './work.js';
import { MONTHS_AS_WRITTEN } from './written-date.js';

type ClauseOf<K extends Clause['kind']> = Extract<Clause, { kind: K }>;

/** Reads a deadline: `entro il 31/12/2016`, `31/03/2016`, `approvazione del Piano entro febbraio`. */
export function byDate(work: Work, clause: ClauseOf<'date'>, prose: readonly Span[]): Draft {
  const shown = work.show([clause.from, clause.to]);
  const { date, doubts: dateDoubts, notes } = resolveDate(clause.date, work.context, shown);
  const doubts: Reason[] = [...dateDoubts];
  const extra: Reason[] = [];
  const what = describe(work, prose, doubts, extra);
  // `da definire entro marzo`: by then somebody will say what is promised.
  if (UNSETTLED.test(fold(what))) doubts.push(reason('vague', what));
  const remark = prose.find((span) => isRemark(work, span));
  // `attivazione sperimentale entro …`, `parte delle sedi entro …`: done in part, or not in earnest.
  const part = prose.find(([from, to]) =>
    work.tokens.slice(from, to).some((t, i) => isDegree(t, work.tokens[from + i - 1])),
  );
  if (part !== undefined) extra.push(reason('words-around', work.show(part)));
  // `domande presentate entro il 30/06`: the day by which they came, or by which they are dealt with.
  if (ofTheThings(work, clause.from)) extra.push(reason('words-around', work.text));
  // `entro il 30/06 relazione`: work may follow its date; other words may say more about the date.
  const follows = prose.find(
    ([from, to]) => from >= clause.to && hasWords(work.tokens, from, to) && !namesWork(work.tokens.slice(from, to)),
  );
  if (follows !== undefined && remark === undefined) extra.push(reason('words-around', work.show(follows)));
  // `dic-23` alone in its cell: the month, as a spreadsheet writes it.
  const month = clause.marker === 'none' && clause.date.year !== undefined && prose.length === 0;
  if (clause.marker === 'after') doubts.unshift(reason('date-after', shown.replace(/^[<>= ]+/, '')));
  else if (clause.marker === 'until') doubts.push(reason('date-marker-unclear', shown));
  else if (clause.date.day === undefined && !month && (clause.marker === 'none' || clause.marker === 'on'))
    doubts.push(reason('date-marker-unclear', shown));
  // `arretrato al 31/12/2015` in the targets of 2016 is what there was.
  else if (clause.marker === 'on' && date !== undefined && earlier(date, work))
    doubts.push(reason('date-marker-unclear', shown));
  else if (clause.marker === 'none' || clause.marker === 'on') extra.push(reason('naked-date'));
  const { hints } = work;
  // `entro 1/6` for a ratio, `entro 4/5` for a mark.
  const figure = clause.date.year === undefined && MARKED.test(fold(work.context.name ?? ''));
  if (hints.counter || hints.percent || hints.holdsFor === 'time' || figure) doubts.push(reason('date-against-name'));
  // `non prima del 30/06`: said in words it is a first day, by which nothing can be judged; `>= 30/06` is a slip.
  const firstDay = clause.marker === 'after' && work.tokens[clause.from]?.kind === 'word';
  if (date === undefined || firstDay) return doubtful(doubts);
  const reading = (by: CivilDate): Reading => ({
    kind: 'by-date',
    by,
    strict: clause.marker === 'before',
    ...(what === '' ? {} : { what }),
  });
  // `il prossimo giugno`: of the year after, or of the exercise for who writes before it begins.
  const { counted, yearOffset, ...own } = clause.date;
  const nearer =
    counted && yearOffset !== 0 ? resolveDate({ ...own, yearOffset: 0 }, work.context, shown).date : undefined;
  const dated = [date, nearer].filter((d) => d !== undefined).map(reading);
  const none = doubts.length > 0 ? nothingLeft(work) : [];
  return { readings: [...none, ...dated], doubts, notes: [...notes, ...extra] };
}

/** Names of what is a ratio or a mark. */
const MARKED = /^(?:rapporto|indice|voto|punteggio|media|tasso)/;

const CAME =
  /^(?:presentat|pervenut|ricevut|protocollat|iscritt|assunt|avviat|depositat|inoltrat|arrivat|raccolt|registrat|conclus|servizio)/;

/** Whether the date follows at once what came or began by it, which then is not the day of the promise. */
export function ofTheThings({ tokens }: Work, at: number): boolean {
  const word = tokens[at - 1];
  const before = tokens.slice(0, at - 1).findLast((t) => t.kind === 'word');
  return word?.kind === 'word' && CAME.test(word.text) && /(?:[ie]|servizio)$/.test(word.text) && before !== undefined;
}

const earlier = (date: CivilDate, { context: { year } }: Work): boolean => year !== undefined && yearOf(date) < year;

const UNSETTLED = /^da (?:definir|individuar|stabilir|determinar|quantificar|concordar|precisar|fissar|valorizzar)/;

/** `approvazione entro il 30/06 (bozza)`: the bracket may say less than the whole. */
const isRemark = ({ tokens }: Work, [from, to]: Span): boolean =>
  from > 0 && isSymbol(tokens[from], '(') && hasWords(tokens, from, to);

/** `no approvazione`, `divieto di apertura`: what must not be has no last day. */
const BARRED = /^(?:no|niente|assenza|divieto|stop)$/;

/** What is to be done, in its own words; what of them is a second condition, or may make it less, is added to doubts and notes. */
function describe(work: Work, prose: readonly Span[], doubts: Reason[], notes: Reason[]): string {
  const pieces: string[] = [];
  for (const span of prose) {
    const words = excerpt(work.text, work.tokens, ...span);
    const spoken = work.tokens.slice(...span).filter((t) => t.kind === 'word');
    if (spoken.some((t) => BARRED.test(t.text))) doubts.push(reason('negated', words));
    // `revoca`, `proroga`, `approvazione in bozza`; a draft may be all that is promised.
    const undone = spoken.some((t, at) => UNDOING.test(t.text) && !(at === 0 && /^(?:bozz|propost)/.test(t.text)));
    const ofSchool = span[0] > 0 && work.tokens.slice(...span).some((t) => t.text === '#schoolYear');
    if (undone || ofSchool || isRemark(work, span)) notes.push(reason('words-around', words));
    const hidden = work.offending(span);
    const goesOn = isSecond(work.tokens[span[0]]) && span[0] > 0 && hasWords(work.tokens, ...span);
    const meaning = work.tokens.slice(...span).some((t) => t.kind !== 'word' || t.text.length > 2 || isWord(t, 'si'));
    // A number nobody read: `entro l'anno 2016/2017`.
    const unread = work.tokens.slice(...span).some((t) => t.kind === 'number');
    if (hidden !== undefined || unread || goesOn || (hasWords(work.tokens, ...span) && !meaning))
      doubts.push(reason('second-condition', words));
    else if (hasWords(work.tokens, ...span)) pieces.push(words);
  }
  const what = pieces.join(' ');
  if (what.length > LONGEST_WHAT) doubts.push(reason('too-long'));
  return what;
}

const namesWork = (tokens: readonly Token[]): boolean => {
  const first = tokens.find((t) => t.kind === 'word' && !ARTICLES.has(t.text));
  return first !== undefined && (isDoing(first.text) || isDone(first.text) || PRODUCT.test(first.text));
};

/** `entro il 30/6 con relazione finale`, `…, e avvio`: another thing is promised after the date. */
const isSecond = (token: Token | undefined): boolean =>
  isWord(token, 'e', 'ed', 'con', 'nonche', 'poi', 'quindi') || isSymbol(token, '&', '+', ',', '/');

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
    ...(what === '' ? {} : { what }),
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
  const first = resolveDate(
    { ...start, ...(year === undefined ? {} : { year }), day: start.day ?? 1 },
    work.context,
    shown,
  );
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
