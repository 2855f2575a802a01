import { conditionAt } from './band-conditions.js';
import { hasHole, overlap } from './band-order.js';
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
function split(tokens: readonly Token[], separates: (token: Token) => boolean): readonly (readonly Token[])[] {
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
