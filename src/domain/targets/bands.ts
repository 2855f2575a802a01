import { amountAt, rangeAt } from './amounts.js';
import { certain, type Draft, doubtful } from './draft.js';
import { compareDecimals } from './numbers.js';
import { isSymbol, isWord } from './phrases.js';
import { reason } from './reasons.js';
import type { Match, Token } from './tokens.js';
import type { Band, DecimalText, Reading, Unit } from './types.js';
import { sameUnit } from './units.js';
import { valueAt } from './value.js';

interface Scored {
  readonly band: Band;
  readonly unit?: Unit;
  /** The score carries a percent sign. */
  readonly percent: boolean;
}

/**
 * Reads bands with scores: `<= 5: 100%; da 6 a 10: 50%; oltre 10: 0%`, `100% se < 5 gg, 80% se tra 5 e 7, 0 oltre 7`.
 * Nothing unless every piece is a band with its score, so that plain lists of targets are left to others.
 */
export function bandsIn(tokens: readonly Token[]): Draft | undefined {
  const pieces = split(tokens, (t) => t.kind === 'break' || isSymbol(t, ';', '|'));
  const scored = read(pieces) ?? (pieces.length === 1 ? read(split(tokens, (t) => isSymbol(t, ','))) : undefined);
  if (scored === undefined) return undefined;
  const units = scored.flatMap((s) => (s.unit === undefined ? [] : [s.unit]));
  const [unit = { kind: 'number' } as const] = units;
  if (units.some((u) => !sameUnit(u, unit))) return undefined;
  return judge(scored, unit);
}

/** Cuts tokens at separators, without the separators; empty pieces are dropped. */
export function split(tokens: readonly Token[], separates: (token: Token) => boolean): readonly (readonly Token[])[] {
  const pieces: Token[][] = [[]];
  for (const token of tokens) {
    if (separates(token)) pieces.push([]);
    else pieces.at(-1)?.push(token);
  }
  return pieces.filter((p) => p.length > 0);
}

function read(pieces: readonly (readonly Token[])[]): readonly Scored[] | undefined {
  if (pieces.length < 2 || pieces.length > 20) return undefined;
  const all = pieces.map(bandThenScore).map((found, i) => found ?? scoreThenBand(pieces[i] ?? []));
  return all.every((s) => s !== undefined) ? all : undefined;
}

/** `da 5 a 7 giorni: 80%`, `< 5 = 100`, `oltre 10 -> 0 punti`, `tra 5 e 7 (80%)`. */
function bandThenScore(tokens: readonly Token[]): Scored | undefined {
  const condition = conditionAt(tokens, 0);
  if (condition === undefined) return undefined;
  let at = condition.next;
  const bracket = isSymbol(tokens[at], '(');
  if (!bracket && !isSymbol(tokens[at], ':', '=', '->', '-') && !isWord(tokens[at], 'vale', 'valgono'))
    return undefined;
  at += 1;
  const score = scoreAt(tokens, at);
  if (score === undefined) return undefined;
  at = score.next;
  if (bracket && isSymbol(tokens[at], ')')) at += 1;
  return ended(tokens, at) ? { ...condition.value, ...withScore(condition.value.band, score.value) } : undefined;
}

/** `100% se < 5 giorni`, `80 punti per valori tra 5 e 7`, `0% oltre 7`. */
function scoreThenBand(tokens: readonly Token[]): Scored | undefined {
  const score = scoreAt(tokens, 0);
  if (score === undefined) return undefined;
  let at = score.next;
  const linked = isSymbol(tokens[at], ':') || isWord(tokens[at], 'se', 'per', 'con');
  if (linked) at += 1;
  while (isWord(tokens[at], 'valori', 'valore', 'il')) at += 1;
  const condition = conditionAt(tokens, at);
  if (
    condition === undefined ||
    !ended(tokens, condition.next) ||
    (!linked && condition.value.band.from === condition.value.band.to)
  )
    return undefined;
  return { ...condition.value, ...withScore(condition.value.band, score.value) };
}

const ended = (tokens: readonly Token[], at: number): boolean => tokens.slice(at).every((t) => isSymbol(t, '.', ','));

const withScore = (band: Band, score: { value: DecimalText; percent: boolean }): Pick<Scored, 'band' | 'percent'> => ({
  band: { ...band, score: score.value },
  percent: score.percent,
});

function scoreAt(tokens: readonly Token[], at: number): Match<{ value: DecimalText; percent: boolean }> | undefined {
  const number = valueAt(tokens, at, false);
  const [value] = number?.value.values ?? [];
  if (number === undefined || value === undefined || number.value.doubt !== undefined || number.value.needsEuro)
    return undefined;
  const percent = isSymbol(tokens[number.next], '%');
  const marked = percent || isWord(tokens[number.next], 'punti', 'punto', 'pt', 'p');
  return { value: { value, percent }, next: marked ? number.next + 1 : number.next };
}

function conditionAt(tokens: readonly Token[], at: number): Match<{ band: Band; unit?: Unit }> | undefined {
  const range = rangeAt(tokens, at);
  if (range !== undefined) {
    const { low, high, unit } = range.value;
    const [from] = low.values;
    const [to] = high.values;
    if (from === undefined || to === undefined || low.doubt !== undefined || high.doubt !== undefined) return undefined;
    const band = { from, fromInclusive: true, to, toInclusive: true, score: '' };
    return { value: { band, ...(unit === undefined ? {} : { unit }) }, next: range.next };
  }
  return closedAt(tokens, at) ?? oneEndAt(tokens, at) ?? fromUp(tokens, at);
}

type Condition = { band: Band; unit?: Unit };

/** `>= 70% e < 90%`, `da 80% a meno di 90%`, `70% <= x < 90%`: two comparisons that close a band. */
function closedAt(tokens: readonly Token[], at: number): Match<Condition> | undefined {
  const bare = isWord(tokens[at], 'da', 'dal', "dall'") ? at + 1 : at;
  const first = oneEndAt(tokens, bare);
  if (first === undefined) return undefined;
  let next = first.next;
  const lead = bare > at;
  if (lead ? isWord(tokens[next], 'a', 'al', "all'") : isWord(tokens[next], 'e', 'ed', 'ma')) next += 1;
  else if (lead) return undefined;
  const second = oneEndAt(tokens, next);
  if (second === undefined) return undefined;
  const [a, b] = [first.value, second.value];
  // `da 80%` has no comparison of its own: it is the lower end.
  const low = lead && a.band.from === a.band.to ? { ...a.band, toInclusive: false } : a.band;
  const open = lead ? { from: low.from, fromInclusive: low.fromInclusive } : undefined;
  const ends = [open ?? low, b.band];
  const floor = ends.find((e) => e.from !== undefined && !('to' in e && e.to !== undefined));
  const ceiling = [b.band, a.band].find((e) => e.to !== undefined && e.from === undefined);
  if (floor?.from === undefined || ceiling?.to === undefined) return undefined;
  const unit = a.unit ?? b.unit;
  if (a.unit !== undefined && b.unit !== undefined && !sameUnit(a.unit, b.unit)) return undefined;
  const { from, fromInclusive } = floor;
  const band: Band = { from, fromInclusive, to: ceiling.to, toInclusive: ceiling.toInclusive, score: '' };
  return { value: { band, ...(unit === undefined ? {} : { unit }) }, next: second.next };
}

/** `da 80% in su`, `dall'80% in poi`. */
function fromUp(tokens: readonly Token[], at: number): Match<Condition> | undefined {
  if (!isWord(tokens[at], 'da', 'dal', "dall'")) return undefined;
  const found = oneEndAt(tokens, at + 1);
  const { from, to } = found?.value.band ?? {};
  return from === undefined || to !== undefined ? undefined : found;
}

function oneEndAt(tokens: readonly Token[], at: number): Match<Condition> | undefined {
  const amount = amountAt(tokens, at);
  const [value] = amount?.value.value.values ?? [];
  if (
    amount === undefined ||
    value === undefined ||
    amount.value.value.doubt !== undefined ||
    amount.value.sign !== undefined ||
    amount.value.contradictory
  )
    return undefined;
  const { operator, unit } = amount.value;
  const ends = {
    '>=': { from: value, fromInclusive: true, toInclusive: false },
    '>': { from: value, fromInclusive: false, toInclusive: false },
    '<=': { to: value, fromInclusive: false, toInclusive: true },
    '<': { to: value, fromInclusive: false, toInclusive: false },
    '=': { from: value, to: value, fromInclusive: true, toInclusive: true },
  }[operator ?? '='];
  return { value: { band: { ...ends, score: '' }, ...(unit === undefined ? {} : { unit }) }, next: amount.next };
}

function judge(scored: readonly Scored[], unit: Unit): Draft {
  const bands = scored.map((s) => s.band);
  const doubts = [];
  // Points only translate to percent when the best band is worth a hundred.
  if (!scored.every((s) => s.percent) && !bands.some((b) => b.score === '100')) doubts.push(reason('bands-score'));
  if (bands.some((b) => b.from !== undefined && b.to !== undefined && compareDecimals(b.from, b.to) > 0))
    doubts.push(reason('bands-overlap'));
  else if (bands.some((a, i) => bands.some((b, j) => i < j && overlap(a, b)))) doubts.push(reason('bands-overlap'));
  else if (hasHole(bands, unit)) doubts.push(reason('bands-hole'));
  const reading: Reading = { kind: 'bands', unit, bands };
  return doubts.length === 0 ? certain(reading) : doubtful(doubts, [reading, ...fullScore(bands, unit)]);
}

/** The condition of the best band, when it has one end: what the target comes to without the lesser scores. */
function fullScore(bands: readonly Band[], unit: Unit): readonly Reading[] {
  const [best] = [...bands].sort((a, b) => compareDecimals(b.score, a.score));
  if (best === undefined || (best.from === undefined) === (best.to === undefined)) return [];
  const { from, fromInclusive, to = '', toInclusive } = best;
  return from === undefined
    ? [{ kind: 'threshold', operator: toInclusive ? '<=' : '<', value: to, unit, direction: 'less-is-better' }]
    : [{ kind: 'threshold', operator: fromInclusive ? '>=' : '>', value: from, unit, direction: 'more-is-better' }];
}

/** Some value between two bands has no score: `>= 90: 100; 80-89: 70` leaves out 89,5 unless only whole numbers exist. */
function hasHole(bands: readonly Band[], unit: Unit): boolean {
  const rising = [...bands].sort((a, b) =>
    a.from === undefined ? -1 : b.from === undefined ? 1 : compareDecimals(a.from, b.from),
  );
  return rising.slice(1).some((band, i) => {
    const below = rising[i];
    if (below?.to === undefined || band.from === undefined) return false;
    const gap = Number(band.from) - Number(below.to);
    if (gap === 0) return !below.toInclusive && !band.fromInclusive;
    const whole = unit.kind !== 'percent' && unit.kind !== 'euro' && unit.kind !== 'score';
    return gap > (whole ? 1 : 0.011);
  });
}

function overlap(a: Band, b: Band): boolean {
  return startsBeforeEnd(a, b) && startsBeforeEnd(b, a);
}

/** `a` begins before `b` ends, or exactly where `b` still holds. */
function startsBeforeEnd(a: Band, b: Band): boolean {
  if (a.from === undefined || b.to === undefined) return true;
  const order = compareDecimals(a.from, b.to);
  return order < 0 || (order === 0 && a.fromInclusive && b.toInclusive);
}
