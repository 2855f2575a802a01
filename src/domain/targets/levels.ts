import type { Amount, Solid } from './clause.js';
import { senseOf } from './decide.js';
import { type Draft, doubtful } from './draft.js';
import type { Reason } from './outcome.js';
import { isWord } from './phrases.js';
import { arrival } from './ranges.js';
import { reason } from './reasons.js';
import { relative } from './relative.js';
import type { Prose } from './spans.js';
import { threshold } from './threshold.js';
import type { Work } from './work.js';

/**
 * A change word that leads to a level: `mantenere almeno l'80%`, `ridurre i tempi a 20 giorni`, `incremento fino al 70%`.
 * Nothing when the amount is the change itself: `riduzione del 5%`.
 */
export function levelReached(work: Work, solids: readonly Solid[], prose: Prose): Draft | undefined {
  const [change, amount, baseline] = solids;
  if (change?.kind === 'change' && amount?.kind === 'range' && baseline === undefined) return fromTo(work, amount);
  if (change?.kind !== 'change' || amount?.kind !== 'amount' || solids.length > 3) return undefined;
  if (amount.sign !== undefined || (baseline !== undefined && baseline.kind !== 'baseline')) return undefined;
  // `contenimento entro il 2%`: of the rise, or of the level.
  if (isWord(work.tokens[change.from], 'contenimento') && amount.unit?.kind === 'percent')
    return contained(work, amount);
  const keeps = change.sense === 'keep';
  const leads = leadsTo(work, amount);
  if (!keeps && !leads) return undefined;
  if (keeps && amount.operator === undefined && baseline !== undefined) return undefined;
  const down = change.sense === 'down';
  const told = amount.operator !== undefined && !amount.upTo && !amount.within;
  const operator = told || keeps ? amount.operator : down ? ('<=' as const) : ('>=' as const);
  const after = prose.after(amount);
  const gap = prose.after(change);
  const draft = threshold(work, {
    amount: { ...amount, operator, upTo: false, within: amount.within && keeps },
    at: [amount.from, amount.to],
    before: gap === undefined || isLink(work, gap) ? undefined : gap,
    after,
  });
  const doubts: Reason[] = [...draft.doubts];
  const notes: Reason[] = [...draft.notes];
  const shown = work.show([change.from, amount.to]);
  if (!told && !keeps) notes.push(reason('operator-from-change', shown));
  if (told && !keeps && change.sense !== 'better' && (senseOf(amount.operator ?? '>=') === 'less') !== down)
    doubts.push(reason('level-or-change', shown));
  if (change.sense === 'better') doubts.push(reason('level-or-change', shown));
  if (baseline === undefined) return { ...draft, doubts, notes };
  // `ridurre a 20 giorni rispetto al 2015`: the level, or the change.
  const moved = relative(work, { sense: change.sense, amount, baseline: baseline.baseline });
  return {
    readings: [...draft.readings.slice(0, 1), ...moved.readings],
    doubts: [...doubts, reason('level-or-change', work.text)],
    notes,
  };
}

function contained(work: Work, amount: Amount): Draft {
  const { operator: _, ...size } = amount;
  const rise = relative(work, { sense: 'up', amount: { ...size, operator: '<=', within: false } });
  const level = threshold(work, { amount: { ...amount, operator: '<=' }, at: [amount.from, amount.to] });
  return doubtful([reason('level-or-change', work.text), ...rise.doubts], [...rise.readings, ...level.readings]);
}

/** `riduzione da 60 a 45 giorni`: the level to be reached. */
const fromTo = (work: Work, clause: Extract<Solid, { kind: 'range' }>): Draft =>
  doubtful(
    [reason('level-or-change', work.text)],
    arrival(clause, clause.unit ?? work.hints.unit ?? { kind: 'number' }),
  );

const TO = ['a', 'ad', 'al', "all'", 'allo', 'alla', 'ai', 'alle', 'sotto', 'sopra', 'entro'] as const;

/** `a`, `al`, `fino al`, `a meno di` before the amount. */
const leadsTo = (work: Work, amount: Amount): boolean =>
  amount.upTo ||
  amount.within ||
  isWord(work.tokens[amount.from], ...TO) ||
  (isWord(work.tokens[amount.from - 1], ...TO) && amount.from > 0);

const isLink = (work: Work, [from, to]: readonly [number, number]): boolean =>
  to - from === 1 && isWord(work.tokens[from], ...TO, 'di');
