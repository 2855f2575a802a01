import { yearOf } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/types.js';
import type { Clause } from './clause.js';
import { type Draft, doubtful } from './draft.js';
import { nothingLeft } from './elimination.js';
import type { Reason } from './outcome.js';
import { unlessEmpty } from './phrases.js';
import { reason } from './reasons.js';
import { resolveDate } from './resolve-date.js';
import { isDegree } from './role-words.js';
import { hasWords } from './roles.js';
import { fold } from './tokens.js';
import type { Reading } from './types.js';
import { describe, isRemark, namesWork } from './what-is-done.js';
import type { Span, Work } from './work.js';

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
  if (clause.marker === 'after') doubts.unshift(reason('date-after', shown));
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
    what: unlessEmpty(what),
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
