import { addDays, yearOf } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/types.js';
import { never } from '../result.js';
import type { Solid } from './clause.js';
import { senseOf } from './decide.js';
import { type Draft, doubtful } from './draft.js';
import { canonical } from './numbers.js';
import { closedBy, range } from './ranges.js';
import { reason } from './reasons.js';
import { relative } from './relative.js';
import { remainder } from './remainder.js';
import { resolveDate } from './resolve-date.js';
import { hasWords } from './roles.js';
import { shareInTime } from './share-in-time.js';
import type { Prose } from './spans.js';
import { threshold } from './threshold.js';
import { fold } from './tokens.js';
import type { Reading, Reason, Unit } from './types.js';
import { unitSuffix } from './units.js';
import type { Span, Work } from './work.js';

type Amount = Extract<Solid, { kind: 'amount' }>;

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
  // `2015 + 5%`: the year is the base of the change.
  const year = a.unit === undefined && a.operator === undefined ? Number(a.value.values[0]) : 0;
  if (b.sign !== undefined && joined && work.looksLikeYear(String(year)))
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
  const share = a.unit?.kind === 'percent' && a.sign === undefined && before === undefined;
  const inTime = b.within || (b.operator === undefined && gap !== undefined && work.show(gap) === 'in');
  const timed = inTime && ['days', 'hours', 'months', 'count'].includes(b.unit?.kind ?? '') && b.sign === undefined;
  if (!share || !timed) return undefined;
  return shareInTime(work, a, [a.from, a.to], [a.to, work.tokens.length]);
}

const withDoubt = (draft: Draft, doubt: Reason): Draft => ({ ...draft, doubts: [...draft.doubts, doubt] });

interface TwoUnits {
  readonly whole: string;
  readonly part: string;
  /** How many of the smaller unit make one of the larger. */
  readonly each: number;
  readonly inParts: Unit;
  /** Absent where nobody would write it so. */
  readonly inWholes?: Unit;
}

const HOURS: TwoUnits = {
  whole: 'ore',
  part: 'minuti',
  each: 60,
  inParts: { kind: 'count', noun: 'minuti' },
  inWholes: { kind: 'hours' },
};

const DURATIONS: readonly TwoUnits[] = [
  { whole: 'giorni', part: 'ore', each: 24, inParts: { kind: 'hours' }, inWholes: { kind: 'days' } },
  { whole: 'settimane', part: 'giorni', each: 7, inParts: { kind: 'days' } },
  { whole: 'mesi', part: 'giorni', each: 30, inParts: { kind: 'days' } },
  { whole: 'anni', part: 'mesi', each: 12, inParts: { kind: 'months' } },
  { whole: 'minuti', part: 'secondi', each: 60, inParts: { kind: 'count', noun: 'secondi' } },
];

const unitName = ({ unit }: Amount): string => (unit === undefined ? '' : unitSuffix(unit).trim());

/** `1h 30m`, `2 giorni e 12 ore`: one time in two units, which somebody must write in one. */
function sumOfDurations(a: Amount, b: Amount): readonly Reading[] {
  const [whole, part] = [Number(a.value.values[0]), Number(b.value.values[0])];
  const minutes = b.value.needsEuro || (b.unit?.kind === 'count' && /^min/.test(b.unit.noun));
  const hours = a.unit?.kind === 'hours' && b.operator === undefined && (minutes || b.unit === undefined);
  const rest = b.value.needsEuro ? part / 1_000_000 : part;
  const larger = hours ? HOURS : DURATIONS.find(({ whole: w, part: p }) => w === unitName(a) && p === unitName(b));
  if (larger === undefined) return [];
  const { each, inParts, inWholes } = larger;
  const total: readonly (readonly [number, Unit])[] = [
    [whole * each + rest, inParts],
    ...(inWholes === undefined ? [] : [[(whole * each + rest) / each, inWholes] as const]),
  ];
  const operator = a.operator ?? '<=';
  const direction = senseOf(operator) === 'more' ? 'more-is-better' : 'less-is-better';
  return total.map(([value, unit]) => ({
    kind: 'threshold',
    operator,
    value: canonical(String(Math.round(value * 100) / 100)),
    unit,
    direction,
  }));
}

/** `almeno 3 incontri entro il 30/06/2016`, in either order. */
export function withDeadline(work: Work, a: Solid, b: Solid, prose: Prose): Draft | undefined {
  const amount = a.kind === 'amount' ? a : b.kind === 'amount' ? b : undefined;
  const date = a.kind === 'date' ? a : b.kind === 'date' ? b : undefined;
  if (amount === undefined || date === undefined || (amount.sign !== undefined && amount.operator === undefined))
    return undefined;
  const shown = work.show([date.from, date.to]);
  const { date: by, doubts: dateDoubts, notes } = resolveDate(date.date, work.context, shown);
  if (
    by !== undefined &&
    date.marker === 'before' &&
    amount.unit?.kind === 'days' &&
    prose.between(a, b) === undefined
  ) {
    const days = Number(amount.value.values[0] ?? 0);
    const reading: Reading = { kind: 'by-date', by: addDays(by, -days), strict: false };
    return doubtful([...dateDoubts, reason('before-date', work.text)], Number.isInteger(days) ? [reading] : []);
  }
  // `entro 3 mesi e comunque entro il 31/12`: two times not to pass.
  if (amount.within && date.marker === 'by' && by !== undefined && prose.between(a, b) !== undefined) {
    const alone = threshold(work, { amount, at: [amount.from, amount.to] }).readings.slice(0, 1);
    return doubtful([...dateDoubts, reason('several-targets')], [{ kind: 'by-date', by, strict: false }, ...alone]);
  }
  const doubts: Reason[] = [...dateDoubts, ...markerDoubts(date, by, work, shown)];
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

function markerDoubts(
  date: Extract<Solid, { kind: 'date' }>,
  by: CivilDate | undefined,
  work: Work,
  shown: string,
): readonly Reason[] {
  const exercise = work.context.year;
  switch (date.marker) {
    case 'by':
      return [];
    case 'after':
      return [reason('date-after', shown)];
    case 'before':
      return [reason('second-condition', shown)];
    case 'on': {
      // `al 31/12/2015` in the targets of 2016 is a value already had.
      const elsewhere = by !== undefined && exercise !== undefined && yearOf(by) !== exercise;
      return elsewhere || date.date.day === undefined ? [reason('date-marker-unclear', shown)] : [];
    }
    case 'until':
    case 'none':
      return [reason('date-marker-unclear', shown)];
    default:
      return never(date.marker);
  }
}

interface Around {
  readonly before: Span | undefined;
  readonly after: Span | undefined;
  readonly closeTogether: boolean;
}

/** `riduzione [dei costi] del 5% rispetto al 2015`, `+5% rispetto al 2015`, `mantenimento dei livelli 2015`. */
export function changed(
  work: Work,
  solids: readonly Solid[],
  { before, after, closeTogether }: Around,
): Draft | undefined {
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
    // `- 5 punti rispetto al 2015`: set against a base, a dash is a minus.
    ...(amount === undefined
      ? {}
      : { amount: limitedBy(change, baseline === undefined ? amount : { ...amount, bullet: false }) }),
    ...(baseline === undefined ? {} : { baseline: baseline.baseline }),
  };
  const moved = relative(work, parts);
  const whole =
    change === undefined && !signed && amount !== undefined && baseline !== undefined
      ? ofTheWhole(work, amount, baseline)
      : [];
  const draft = { ...moved, readings: [...whole, ...moved.readings] };
  const extra: Reason[] = [];
  // `80% rispetto al 2015`: without a sign the number can be the change or the level.
  if (change === undefined && !signed) extra.push(reason('signed-value'));
  if (before !== undefined && hasWords(work.tokens, ...before)) extra.push(reason('not-understood', work.show(before)));
  if (after !== undefined && hasWords(work.tokens, ...after)) extra.push(reason('not-understood', work.show(after)));
  if (!closeTogether) {
    const inner: Span = [solids[0]?.to ?? 0, solids.at(-1)?.from ?? 0];
    const named = change !== undefined || (signed && namesTheSame(work, inner));
    if (!named || gapsOffend(work, solids)) extra.push(reason('not-understood', work.show(inner)));
  }
  return { ...draft, doubts: [...draft.doubts, ...extra] };
}

/** `al massimo una riduzione del 5%`: the comparison before the change is that of its size. */
const limitedBy = (change: Extract<Solid, { kind: 'change' }> | undefined, amount: Amount): Amount =>
  change?.operator === undefined
    ? amount
    : { ...amount, operator: amount.operator ?? change.operator, contradictory: amount.operator !== undefined };

const WHOLE = /^(?:totale|complesso|insieme|numero (?:totale|complessivo)|totalita|monte|organico|previst|programmat)/;

/** `il 10% rispetto al totale delle pratiche`: a share of a whole, and no change. */
function ofTheWhole(
  work: Work,
  amount: Amount,
  { baseline }: Extract<Solid, { kind: 'baseline' }>,
): readonly Reading[] {
  if (amount.unit?.kind !== 'percent' || baseline.kind !== 'named' || !WHOLE.test(fold(baseline.what))) return [];
  const level = threshold(work, { amount, at: [amount.from, amount.to] });
  return level.readings.slice(0, 1).map((r) => (r.kind === 'threshold' ? { ...r, what: baseline.what } : r));
}

const gapsOffend = (work: Work, solids: readonly Solid[]): boolean =>
  solids
    .slice(1)
    .some((s, i) => ['spoils', 'second'].includes(remainder(work.tokens, solids[i]?.to ?? 0, s.from).kind));

/** `+5% presenze rispetto al 2015`: the words between are the indicator's own, or there is no indicator to differ from. */
function namesTheSame(work: Work, span: Span): boolean {
  const name = fold(work.context.name ?? '');
  const words = work.tokens.slice(...span).filter((t) => t.kind === 'word' && t.text.length >= 4);
  return name === '' || words.some((w) => name.includes(w.text.slice(0, 6)));
}
