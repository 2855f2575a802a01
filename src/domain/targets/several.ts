import type { Solid } from './clause.js';
import { withDeadline } from './deadlines.js';
import { type Draft, doubtful } from './draft.js';
import { excerpt, isWord, tidy } from './phrases.js';
import { reason } from './reasons.js';
import { shareInTime, withObject } from './share-in-time.js';
import type { Prose } from './spans.js';
import { atLeast } from './suggested.js';
import type { Reading } from './types.js';
import type { Span, Work } from './work.js';

const MOST_PROMISES = 6;

/** How one promise alone is read, with the words after it. */
type ReadAlone = (solid: Solid, after: Span | undefined) => readonly Reading[];

/** Several promises in one text: each is proposed on its own, with the words that follow it, and none is chosen. */
export function several(work: Work, solids: readonly Solid[], prose: Prose, alone: ReadAlone): Draft {
  const spans = solids.map((s) => spanOfYears(work, s)).filter((span) => span !== undefined);
  const written = solids.filter(
    (s) =>
      ['amount', 'date', 'range', 'period', 'throughout'].includes(s.kind) &&
      !isYear(work, s) &&
      spanOfYears(work, s) === undefined,
  );
  const after = (s: Solid): Span | undefined => withoutLink(work, before(spans, prose.after(s)));
  // `30 giorni nel 95% dei casi`: the share is what is promised, the days say of what.
  const share = written.find((s) => s.kind === 'amount' && s.unit?.kind === 'percent' && ofSome(work, s) > 0);
  const promises = share === undefined ? written : [share, ...written.filter((s) => s !== share)];
  if (promises.length < 2)
    return doubtful(
      [reason(spans.length > 0 ? 'several-years-total' : 'not-understood', work.text)],
      // `almeno 15 nel biennio 2024-2025`: the years are left out, and one promise is there.
      promises.length < solids.length ? promises.flatMap((s) => alone(s, after(s))) : [],
    );
  const amounts = promises.filter((s) => s.kind === 'amount');
  const years = amounts.length === promises.length && amounts.length >= 3;
  const each = promises.slice(0, MOST_PROMISES).map((s) => {
    const readings = alone(s, after(s)).slice(0, 1);
    return s === share && written.length === 2 ? readings.map((r) => ofThose(work, r, s)) : readings;
  });
  // Of several dates the last is when all is done.
  const ordered =
    promises.every((s) => s.kind === 'date') && !work.tokens.some((t) => /^(?:prorog|rinvi)/.test(t.text))
      ? each.toReversed()
      : each;
  return doubtful(
    [reason(years ? 'several-years' : 'several-targets')],
    [...milestones(work, written, prose), ...ordered.flat()],
  );
}

/** `2024` of `nel biennio 2024-2025` is no quantity. */
const isYear = (work: Work, s: Solid): boolean => s.kind === 'amount' && s.operator === undefined && work.isYear(s);

/** What leads to years over which the whole is counted, at the end of the words before them. */
const OVER = /(?:^| )((?:in|su|nei|negli|(?:nel corso|nell' arco|nello spazio) (?:di|dei))(?: prossim[ei])?)$/;

/** `in due anni` of `almeno 12 in due anni`: where it is; undefined of anything else. */
function spanOfYears({ tokens }: Work, s: Solid): Span | undefined {
  if (s.kind !== 'amount' || s.operator !== undefined || !isWord(tokens[s.to], 'anni', 'annualita')) return undefined;
  const words = tokens.slice(Math.max(0, s.from - 4), s.from).map((t) => t.text);
  const [, lead] = OVER.exec(words.join(' ')) ?? [];
  return lead === undefined ? undefined : [s.from - lead.split(' ').length, s.to + 1];
}

/** What of a span stands before the first of others that begins in it. */
function before(others: readonly Span[], span: Span | undefined): Span | undefined {
  const [begins] = others.find(([from]) => span !== undefined && from >= span[0] && from < span[1]) ?? [];
  return span === undefined || begins === undefined ? span : [span[0], begins];
}

/**
 * Of `entro 30 giorni nel 95% dei casi`, what the share is of: `casi: entro 30 giorni`. The name may want the days few:
 * the share of those that keep to them is wanted high.
 */
function ofThose(work: Work, reading: Reading, share: Solid): Reading {
  if (reading.kind !== 'threshold') return reading;
  const bare = share.kind === 'amount' && share.operator === undefined;
  const wanted = bare && reading.operator === '<=' ? atLeast(reading.value, reading.unit) : reading;
  const what = tidy(excerpt(work.text, work.tokens, 0, ofSome(work, share)));
  const things = reading.what === undefined ? what : `${reading.what}: ${what}`;
  return withObject(wanted, things);
}

/** Where `nel`, `per` or `in almeno il` leads to a share; 0 where none does, or nothing is before it. */
const ofSome = ({ tokens }: Work, { from }: Solid): number =>
  [from - 1, from].find((at) => isWord(tokens[at], 'nel', "nell'", 'in', 'per')) ?? 0;

/** `50% entro giugno, 100% entro dicembre`, `90% entro 30 giorni e 100% entro 60`: what goes together, the last step first. */
function milestones(work: Work, solids: readonly Solid[], prose: Prose): readonly Reading[] {
  if (solids.length < 4 || solids.length % 2 !== 0) return [];
  const pairs = solids.flatMap((a, i) => {
    const b = solids[i + 1];
    return i % 2 === 0 && b !== undefined ? [[a, b] as const] : [];
  });
  const read = pairs.map(([a, b], i) => {
    const end = pairs[i + 1]?.[0].from ?? work.tokens.length;
    return together(work, a, b, withoutLink(work, [a.to, end]) ?? [a.to, b.to], prose);
  });
  return read.every((r) => r.length > 0) ? read.toReversed().flat() : [];
}

function together(work: Work, a: Solid, b: Solid, rest: Span, prose: Prose): readonly Reading[] {
  if (a.kind === 'amount' && b.kind === 'amount') {
    const timed = ['days', 'hours', 'months'].includes(b.unit?.kind ?? '') && a.unit?.kind === 'percent';
    return timed ? shareInTime(work, a, [a.from, a.to], rest).readings.slice(0, 1) : [];
  }
  const amount = [a, b].some((s) => s.kind === 'amount');
  const date = [a, b].some((s) => s.kind === 'date');
  return amount && date ? (withDeadline(work, a, b, prose)?.readings.slice(0, 1) ?? []) : [];
}

/** `incontri e` → `incontri`. */
function withoutLink(work: Work, span: Span | undefined): Span | undefined {
  if (span === undefined) return undefined;
  const [from, to] = span;
  let end = to;
  while (end > from && (work.tokens[end - 1]?.kind === 'symbol' || isWord(work.tokens[end - 1], 'e', 'ed', 'o')))
    end -= 1;
  return end > from ? [from, end] : undefined;
}
