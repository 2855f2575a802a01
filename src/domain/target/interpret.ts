import { yearOf } from '../calendar/civil-date.js';
import { answer } from './answers.js';
import type { Clause } from './clause.js';
import { byDate, throughout, within } from './dated.js';
import { resolveDate } from './dates.js';
import { type Draft, doubtful } from './draft.js';
import { isWord } from './phrases.js';
import { hasWords } from './prose.js';
import { closedBy, range } from './ranges.js';
import { reason } from './reasons.js';
import { relative } from './relative.js';
import { scan } from './scan.js';
import { shareInTime, threshold } from './threshold.js';
import type { Reason } from './types.js';
import type { Span, Work } from './work.js';

type Solid = Exclude<Clause, { kind: 'prose' | 'year' }>;

/**
 * Reads one target. The clauses found in the text must form one of the shapes below, and every word outside them must
 * be harmless: whatever does not fit is asked.
 */
export function interpret(work: Work): Draft {
  const clauses = scan(work.text, work.tokens);
  const solids = clauses.filter((c): c is Solid => c.kind !== 'prose' && c.kind !== 'year');
  const draft = shape(work, clauses, solids);
  const elsewhere = clauses.find(
    (c) => c.kind === 'year' && work.context.year !== undefined && c.year !== work.context.year,
  );
  if (elsewhere === undefined) return draft;
  return { ...draft, doubts: [...draft.doubts, reason('no-target-for-year', String(work.context.year))] };
}

function shape(work: Work, clauses: readonly Clause[], solids: readonly Solid[]): Draft {
  const [a, b, c] = solids;
  if (a === undefined) return answer(work);
  const prose = spansBetween(clauses);
  const [before, after] = [prose.before(a), prose.after(solids.at(-1) ?? a)];
  const around = [before, after].filter((s) => s !== undefined);
  const gaps = solids.slice(1).map((s, i) => prose.between(solids[i] ?? s, s));
  const closeTogether = gaps.every((g) => g === undefined || !hasWords(work.tokens, ...g));
  if (b === undefined) return single(work, a, before, after, around);
  if (c === undefined && a.kind === 'amount' && b.kind === 'amount') {
    return twoAmounts(work, [a, b], before, gaps[0], after) ?? several(work, solids, prose);
  }
  if (
    c === undefined &&
    a.kind === 'amount' &&
    b.kind === 'period' &&
    a.unit?.kind === 'percent' &&
    before === undefined
  ) {
    return shareInTime(work, a, [a.from, a.to], [a.to, work.tokens.length]);
  }
  if (c === undefined) {
    const dated = withDeadline(work, a, b, prose);
    if (dated !== undefined) return dated;
  }
  return changed(work, solids, { before, after, closeTogether }) ?? several(work, solids, prose);
}

function single(
  work: Work,
  a: Solid,
  before: Span | undefined,
  after: Span | undefined,
  around: readonly Span[],
): Draft {
  switch (a.kind) {
    case 'amount':
      // A plus always announces a change; a minus does unless a comparison makes it a negative value.
      if (a.sign === '+' || (a.sign === '-' && a.operator === undefined)) {
        const draft = relative(work, { amount: a });
        return around.length === 0 ? draft : noted(draft, around, work);
      }
      return threshold(work, {
        amount: a,
        at: [a.from, a.to],
        ...(before ? { before } : {}),
        ...(after ? { after } : {}),
      });
    case 'range':
      return range(work, a, [a.from, a.to], before, after);
    case 'date':
      return byDate(work, a, around);
    case 'period':
      return within(work, a, around);
    case 'throughout':
      return throughout(work, a, around);
    case 'change':
      return noted(relative(work, { sense: a.sense }), around, work);
    case 'compare': {
      const draft = noted(relative(work, { sense: 'keep', baseline: a.baseline }), around, work);
      return compared(work, a, draft);
    }
    case 'baseline':
      return doubtful([reason('not-understood', work.text)]);
  }
}

/** A comparison with a year sets the operator; a bare year may still be a quantity. */
function compared(work: Work, clause: Extract<Solid, { kind: 'compare' }>, draft: Draft): Draft {
  const { operator, baseline, certainty } = clause;
  const direction = operator === '<=' || operator === '<' ? ('less-is-better' as const) : ('more-is-better' as const);
  const readings = draft.readings.slice(0, 1).map((r) => (r.kind === 'relative' ? { ...r, operator, direction } : r));
  const kept = draft.doubts.filter((d) => operator === '=' || d.code !== 'direction-unknown');
  const year = baseline.kind === 'year' ? baseline.year : undefined;
  const near =
    year !== undefined && work.context.year !== undefined && year < work.context.year && work.context.year - year <= 3;
  const sure = certainty === 'sure' || (certainty === 'with-exercise' && near);
  return {
    ...draft,
    readings,
    doubts: sure || year === undefined ? kept : [...kept, reason('year-or-number', String(year))],
  };
}

/** Words beside a change that were not read: let through only when they are harmless. */
function noted(draft: Draft, spans: readonly Span[], work: Work): Draft {
  const loaded = spans.find((s) => hasWords(work.tokens, ...s) && work.offending(s) !== undefined);
  return loaded === undefined
    ? draft
    : { ...draft, doubts: [...draft.doubts, reason('not-understood', work.show(loaded))] };
}

type Amount = Extract<Solid, { kind: 'amount' }>;

/** `>= 90% e <= 95%` is an interval; `95% delle pratiche entro 5 giorni` is a share of what was done in time. */
function twoAmounts(
  work: Work,
  [a, b]: readonly [Amount, Amount],
  before: Span | undefined,
  gap: Span | undefined,
  after: Span | undefined,
): Draft | undefined {
  const joined =
    gap === undefined || work.tokens.slice(...gap).every((t) => ['e', 'ed', 'ma', ',', '-', '/'].includes(t.text));
  const closed = joined ? closedBy(a, b) : undefined;
  if (closed !== undefined) {
    const draft = range(work, closed.clause, [a.from, b.to], before, after);
    return closed.strict ? { ...draft, doubts: [...draft.doubts, reason('range-exclusive')] } : draft;
  }
  const share = a.unit?.kind === 'percent' && a.sign === undefined && before === undefined;
  const inTime = b.within || (b.operator === undefined && gap !== undefined && work.show(gap) === 'in');
  const timed = inTime && ['days', 'hours', 'months', 'count'].includes(b.unit?.kind ?? '') && b.sign === undefined;
  if (!share || !timed) return undefined;
  return shareInTime(work, a, [a.from, a.to], [a.to, work.tokens.length]);
}

/** `almeno 3 incontri entro il 30/06/2016`, in either order. */
function withDeadline(work: Work, a: Solid, b: Solid, prose: Prose): Draft | undefined {
  const amount = a.kind === 'amount' ? a : b.kind === 'amount' ? b : undefined;
  const date = a.kind === 'date' ? a : b.kind === 'date' ? b : undefined;
  if (amount === undefined || date === undefined || (amount.sign !== undefined && amount.operator === undefined))
    return undefined;
  const shown = work.show([date.from, date.to]);
  const { date: by, doubts: dateDoubts, notes } = resolveDate(date.date, work.context, shown);
  const doubts: Reason[] = [...dateDoubts];
  if (date.marker === 'after') doubts.push(reason('date-after', shown));
  else if (date.marker === 'until') doubts.push(reason('date-marker-unclear', shown));
  else if (
    date.marker === 'on' &&
    by !== undefined &&
    work.context.year !== undefined &&
    yearOf(by) !== work.context.year
  ) {
    // `al 31/12/2015`: a value already had.
    doubts.push(reason('date-marker-unclear', shown));
  } else if (date.marker === 'before') doubts.push(reason('second-condition', shown));
  else if (date.marker === 'none' || (date.marker === 'on' && date.date.day === undefined))
    doubts.push(reason('date-marker-unclear', shown));
  const amountFirst = a.kind === 'amount';
  const gap = prose.between(a, b);
  const outer = amountFirst ? prose.after(b) : prose.before(a);
  if (outer !== undefined && hasWords(work.tokens, ...outer)) doubts.push(reason('not-understood', work.show(outer)));
  const before = amountFirst ? prose.before(a) : gap;
  const after = amountFirst ? gap : prose.after(b);
  const draft = threshold(work, {
    amount,
    at: [amount.from, amount.to],
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
    ...(by === undefined ? {} : { by }),
  });
  return { readings: draft.readings, doubts: [...doubts, ...draft.doubts], notes: [...notes, ...draft.notes] };
}

interface Around {
  readonly before: Span | undefined;
  readonly after: Span | undefined;
  readonly closeTogether: boolean;
}

/** `riduzione [dei costi] del 5% rispetto al 2015`, `+5% rispetto al 2015`, `mantenimento dei livelli 2015`. */
function changed(work: Work, solids: readonly Solid[], { before, after, closeTogether }: Around): Draft | undefined {
  const change = solids[0]?.kind === 'change' ? solids[0] : undefined;
  const rest = change === undefined ? solids : solids.slice(1);
  const amount = rest.find((s) => s.kind === 'amount');
  const baseline = rest.find((s) => s.kind === 'baseline') ?? rest.find((s) => s.kind === 'compare');
  if (rest.length !== (amount === undefined ? 0 : 1) + (baseline === undefined ? 0 : 1) || rest.length === 0)
    return undefined;
  if (baseline?.kind === 'compare') return undefined;
  const signed = amount?.sign !== undefined;
  if (change === undefined && (baseline === undefined || amount === undefined)) return undefined;
  const parts = {
    ...(change === undefined ? {} : { sense: change.sense }),
    ...(amount === undefined ? {} : { amount }),
    ...(baseline === undefined ? {} : { baseline: baseline.baseline }),
  };
  const draft = relative(work, parts);
  const extra: Reason[] = [];
  // `80% rispetto al 2015`: without a sign the number can be the change or the level.
  if (change === undefined && !signed) extra.push(reason('signed-value'));
  if (before !== undefined && hasWords(work.tokens, ...before)) extra.push(reason('not-understood', work.show(before)));
  if (after !== undefined && hasWords(work.tokens, ...after)) extra.push(reason('not-understood', work.show(after)));
  if (!closeTogether) {
    const inner: Span = [solids[0]?.to ?? 0, solids.at(-1)?.from ?? 0];
    if (change === undefined || gapsOffend(work, solids)) extra.push(reason('not-understood', work.show(inner)));
  }
  return { ...draft, doubts: [...draft.doubts, ...extra] };
}

const gapsOffend = (work: Work, solids: readonly Solid[]): boolean =>
  solids.slice(1).some((s, i) => work.offending([solids[i]?.to ?? 0, s.from]) !== undefined);

/** Several promises in one text: each is proposed on its own, with the words that follow it, and none is chosen. */
function several(work: Work, solids: readonly Solid[], prose: Prose): Draft {
  const promises = solids.filter((s) => ['amount', 'date', 'range', 'period', 'throughout'].includes(s.kind));
  if (promises.length < 2) return doubtful([reason('not-understood', work.text)]);
  const readings = promises
    .slice(0, MOST_PROMISES)
    .flatMap((s) => single(work, s, undefined, withoutLink(work, prose.after(s)), []).readings.slice(0, 1));
  const amounts = promises.filter((s) => s.kind === 'amount');
  const years = amounts.length === promises.length && amounts.length >= 3;
  return doubtful([reason(years ? 'several-years' : 'several-targets')], readings);
}

const MOST_PROMISES = 6;

/** `incontri e` → `incontri`. */
function withoutLink(work: Work, span: Span | undefined): Span | undefined {
  if (span === undefined) return undefined;
  const [from, to] = span;
  let end = to;
  while (end > from && (work.tokens[end - 1]?.kind === 'symbol' || isWord(work.tokens[end - 1], 'e', 'ed', 'o')))
    end -= 1;
  return end > from ? [from, end] : undefined;
}

interface Prose {
  before(c: Clause): Span | undefined;
  after(c: Clause): Span | undefined;
  between(a: Clause, b: Clause): Span | undefined;
}

/** The prose next to a clause; mentions of a year count as prose. */
function spansBetween(clauses: readonly Clause[]): Prose {
  const soft = (c: Clause | undefined): boolean => c !== undefined && (c.kind === 'prose' || c.kind === 'year');
  const run = (from: number, step: 1 | -1): Span | undefined => {
    let end = from;
    while (soft(clauses[end + step])) end += step;
    if (end === from) return undefined;
    const [low, high] = step === 1 ? [from + 1, end] : [end, from - 1];
    // `nel 2016` alone describes nothing.
    if (clauses.slice(low, high + 1).every((c) => c.kind === 'year')) return undefined;
    return [clauses[low]?.from ?? 0, clauses[high]?.to ?? 0];
  };
  return {
    before: (c) => run(clauses.indexOf(c), -1),
    after: (c) => run(clauses.indexOf(c), 1),
    between: (a) => run(clauses.indexOf(a), 1),
  };
}
