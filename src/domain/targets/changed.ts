import type { Amount, Solid } from './clause.js';
import type { Draft } from './draft.js';
import { inName } from './in-name.js';
import type { Reason } from './outcome.js';
import { isWord } from './phrases.js';
import { reason } from './reasons.js';
import { relative } from './relative.js';
import { remainder } from './remainder.js';
import { hasWords } from './roles.js';
import { threshold } from './threshold.js';
import { fold } from './tokens.js';
import type { Reading } from './types.js';
import type { Span, Work } from './work.js';

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
    sense: change?.sense,
    // `- 5 punti rispetto al 2015`: set against a base, a dash is a minus.
    amount: amount && limitedBy(change, baseline === undefined ? amount : { ...amount, bullet: false }),
    baseline: baseline?.baseline,
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
  const gap = solids.slice(1).map((s, i): Span => [solids[i]?.to ?? 0, s.from]);
  const unsaid = gap.find((span) => hasWords(work.tokens, ...span) && !inName(work, span) && !isUnits(work, span));
  const around = unsaid === undefined ? [] : [reason('words-around', work.show(unsaid))];
  return { ...draft, notes: [...draft.notes, ...around], doubts: [...draft.doubts, ...extra] };
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

/** `20 unità`: so many of what is counted, whatever it is. */
const isUnits = ({ tokens }: Work, [from, to]: Span): boolean => to === from + 1 && isWord(tokens[from], 'unita');

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
