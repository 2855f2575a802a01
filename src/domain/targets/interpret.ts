import { answer } from './answers.js';
import { saysMore } from './base-names.js';
import { changed } from './changed.js';
import type { Amount, Clause, Solid } from './clause.js';
import { compared } from './compared.js';
import { withDeadline } from './deadlines.js';
import { type Draft, doubtful } from './draft.js';
import { levelReached } from './levels.js';
import { ofThatYear } from './other-exercise.js';
import { isSymbol } from './phrases.js';
import { reason } from './reasons.js';
import { relative } from './relative.js';
import { rhythmIn } from './rhythm.js';
import { hasWords } from './roles.js';
import { several } from './several.js';
import { allInTime, shareInTime } from './share-in-time.js';
import { single } from './single-clause.js';
import { Prose } from './spans.js';
import { atLeast } from './suggested.js';
import { thoseBeyond } from './those-beyond.js';
import { threshold } from './threshold.js';
import { twoAmounts } from './two-amounts.js';
import type { Span, Work } from './work.js';

/**
 * Reads one target. The clauses found in the text must form one of the shapes below, and every word outside them must
 * be harmless: whatever does not fit is asked.
 */
export function interpret(work: Work): Draft {
  const { clauses } = work;
  const solids = clauses.filter((c): c is Solid => c.kind !== 'prose' && c.kind !== 'year');
  const beyond = thoseBeyond(work, solids, shape(work, clauses, solids));
  const draft = cutShort(work, hedged(work, solids, allInTime(work, solids, beyond)));
  const elsewhere = clauses.find(
    (c) => c.kind === 'year' && work.context.year !== undefined && c.year !== work.context.year,
  );
  if (elsewhere === undefined) return draft;
  const against = elsewhere.kind === 'year' ? ofThatYear(work, solids, elsewhere) : [];
  return {
    ...draft,
    readings: [...against, ...draft.readings],
    doubts: [...draft.doubts, reason('no-target-for-year', String(work.context.year))],
  };
}

/** `almeno 15 convenzioni …`: dots say that something was left out. */
const cutShort = (work: Work, draft: Draft): Draft =>
  work.text.endsWith('..') ? { ...draft, notes: [...draft.notes, reason('cut-short')] } : draft;

/** A base that is more than the name of one: what hangs on it is shown to whoever confirms. */
function hedged(work: Work, solids: readonly Solid[], draft: Draft): Draft {
  const base = solids.find(
    (s) => (s.kind === 'baseline' || s.kind === 'compare') && s.baseline.kind === 'named' && saysMore(work.tokens, s),
  );
  return base === undefined
    ? draft
    : { ...draft, notes: [...draft.notes, reason('words-around', work.show([base.from, base.to]))] };
}

function shape(work: Work, clauses: readonly Clause[], solids: readonly Solid[]): Draft {
  const [a, b, c] = solids;
  if (a === undefined) return answer(work);
  const trend = solids.find((s): s is Change => s.kind === 'change' && s.trend === true);
  if (trend !== undefined) return levelAndTrend(work, clauses, solids, trend);
  const prose = new Prose(clauses);
  const [before, after] = [prose.before(a), prose.after(solids.at(-1) ?? a)];
  const around = [before, after].filter((s) => s !== undefined);
  if (b === undefined) return everySoOften(work, a) ?? single(work, a, before, after, around);
  const gaps = solids.slice(0, -1).map((s) => prose.after(s));
  const closeTogether = gaps.every((g) => g === undefined || !hasWords(work.tokens, ...g));
  if (c === undefined && a.kind === 'compare' && b.kind === 'amount') {
    const inBrackets = isSymbol(work.tokens[b.from - 1], '(') && isSymbol(work.tokens.at(-1), ')');
    if (inBrackets) return baseSaid(work, a, b, after);
  }
  if (c === undefined && a.kind === 'amount' && b.kind === 'amount') {
    return (
      twoAmounts(work, [a, b], before, gaps[0], after) ??
      several(work, solids, prose, (s, span) => single(work, s, undefined, span, []).readings)
    );
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
  const level = levelReached(work, solids, prose);
  if (level !== undefined) return level;
  return (
    changed(work, solids, { before, after, closeTogether }) ??
    several(work, solids, prose, (s, span) => single(work, s, undefined, span, []).readings)
  );
}

type Compare = Extract<Solid, { kind: 'compare' }>;

/** `> dato 2022 (1.240 utenti)`: the base and, beside it, what it was, which is the level to hold against. */
function baseSaid(work: Work, compare: Compare, amount: Amount, after: Span | undefined): Draft {
  const level = threshold(work, {
    amount: { ...amount, operator: compare.operator },
    at: [amount.from, amount.to],
    after: after && [after[0], after[1] - 1],
  });
  const moved = compared(work, compare, relative(work, { sense: 'keep', baseline: compare.baseline }));
  return doubtful(
    [reason('base-said', work.show([amount.from, amount.to]))],
    [...level.readings.slice(0, 1), ...moved.readings],
  );
}

type Change = Extract<Solid, { kind: 'change' }>;

/** `≥ 80% e comunque in aumento`: two promises, of which the level is the likelier one to be paid by. */
function levelAndTrend(work: Work, clauses: readonly Clause[], solids: readonly Solid[], trend: Change): Draft {
  const level = shape(
    work,
    clauses.filter((c) => c.from < trend.from),
    solids.filter((s) => s.from < trend.from),
  );
  const base = solids.find((s) => s.kind === 'baseline' && s.from >= trend.to);
  const moved = relative(work, {
    sense: trend.sense,
    baseline: base?.kind === 'baseline' ? base.baseline : undefined,
  });
  return doubtful([reason('several-targets'), ...level.doubts], [...level.readings, ...moved.readings]);
}

/** `ogni 15 giorni`: a rhythm, which makes a number of times in the year. */
function everySoOften(work: Work, a: Solid): Draft | undefined {
  const rhythm = a.kind === 'amount' ? rhythmIn(work.tokens, 0, work.tokens.length) : undefined;
  if (rhythm === undefined || rhythm.from >= a.from || rhythm.to < a.to) return undefined;
  return doubtful([reason('periodic', work.show([rhythm.from, rhythm.to]))], [atLeast(String(rhythm.times))]);
}
