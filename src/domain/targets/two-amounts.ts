import type { Amount } from './clause.js';
import { closedBy } from './closed-range.js';
import { type Draft, doubtful } from './draft.js';
import type { Reason } from './outcome.js';
import { isWord } from './phrases.js';
import { range } from './ranges.js';
import { reason } from './reasons.js';
import { relative } from './relative.js';
import { shareOf } from './rough-numbers.js';
import { shareInTime } from './share-in-time.js';
import { sumOfDurations } from './summed-durations.js';
import { threshold } from './threshold.js';
import type { Span, Work } from './work.js';

/** `>= 90% e <= 95%` is an interval; `95% delle pratiche entro 5 giorni` is a share of what was done in time. */
export function twoAmounts(
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
  const part = partOfWhole(work, a, b, gap);
  if (part !== undefined) return part;
  // `2015 + 5%`: the year is the base of the change; the second year of `VQR 2020-2024` is no fall by two thousand.
  const year = a.unit === undefined && a.operator === undefined ? Number(a.value.values[0]) : 0;
  if (b.sign !== undefined && joined && work.looksLikeYear(String(year)) && !work.isYear(b))
    return withDoubt(
      relative(work, { amount: b, baseline: { kind: 'year', year } }),
      reason('year-or-number', String(year)),
    );
  // `nessuna pratica oltre i 30 giorni`: thirty days is the limit.
  if (a.value.values[0] === '0' && a.value.inWords && (b.operator === '>' || b.operator === '>=')) {
    const { operator: _, ...limit } = b;
    const limited = threshold(work, { amount: { ...limit, operator: '<=' }, at: [b.from, b.to] });
    const none = threshold(work, {
      amount: { ...a, operator: '<=' },
      at: [a.from, a.to],
      after: [a.to, work.tokens.length],
    });
    return doubtful([reason('negated', work.text)], [...limited.readings, ...none.readings]);
  }
  const twice = gap === undefined || joined ? sumOfDurations(a, b) : [];
  if (twice.length > 0) return doubtful([reason('two-durations', work.text)], twice);
  const share =
    a.unit?.kind === 'percent' && a.sign === undefined && (before === undefined || /^nell?'?$/.test(work.show(before)));
  const inTime = b.within || (b.operator === undefined && gap !== undefined && work.show(gap) === 'in');
  const timed = inTime && ['days', 'hours', 'months', 'count'].includes(b.unit?.kind ?? '') && b.sign === undefined;
  if (!share || !timed) return undefined;
  return shareInTime(work, a, [a.from, a.to], [a.to, work.tokens.length]);
}

/** `due su tre`, `nove pazienti su dieci`: a part of a whole is a share, and no two promises. */
function partOfWhole(work: Work, a: Amount, b: Amount, gap: Span | undefined): Draft | undefined {
  const [part, whole] = [a, b].map(({ value }) => Number(value.values[0]));
  const bare = a.sign === undefined && [a.unit, b.unit, b.operator, b.sign].every((said) => said === undefined);
  if (!bare || gap === undefined || !isWord(work.tokens[gap[1] - 1], 'su', 'ogni')) return undefined;
  if (part === undefined || whole === undefined || !(part > 0 && part <= whole)) return undefined;
  const share: Amount = { ...a, value: { ...a.value, values: [shareOf(part, whole)] }, unit: { kind: 'percent' } };
  const { readings } = threshold(work, { amount: share, at: [a.from, b.to], after: [b.to, work.tokens.length] });
  return doubtful([reason('fraction', work.show([a.from, b.to]))], readings);
}

const withDoubt = (draft: Draft, doubt: Reason): Draft => ({ ...draft, doubts: [...draft.doubts, doubt] });
