import { amountAt } from './amounts.js';
import { isWord } from './phrases.js';
import { rangeAt } from './range-clauses.js';
import type { Match, Token } from './tokens.js';
import type { Band, Unit } from './types.js';
import { sameUnit } from './units.js';

export function conditionAt(tokens: readonly Token[], at: number): Match<{ band: Band; unit?: Unit }> | undefined {
  const range = rangeAt(tokens, at);
  if (range !== undefined) {
    const { low, high, unit } = range.value;
    const [from] = low.values;
    const [to] = high.values;
    if (from === undefined || to === undefined || low.doubt !== undefined || high.doubt !== undefined) return undefined;
    const band = { from, fromInclusive: true, to, toInclusive: true, score: '' };
    return { value: { band, unit }, next: range.next };
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
  return { value: { band, unit }, next: second.next };
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
  return { value: { band: { ...ends, score: '' }, unit }, next: amount.next };
}
