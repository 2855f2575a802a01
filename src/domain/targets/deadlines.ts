import { addDays, yearOf } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/types.js';
import { never } from '../result.js';
import type { Solid } from './clause.js';
import { ofTheThings } from './dated.js';
import { type Draft, doubtful } from './draft.js';
import type { Reason } from './outcome.js';
import { isWord } from './phrases.js';
import { isEvidence, reason } from './reasons.js';
import { resolveDate } from './resolve-date.js';
import { hasWords } from './roles.js';
import type { Prose } from './spans.js';
import { threshold } from './threshold.js';
import type { Reading } from './types.js';
import type { Work } from './work.js';

/** `almeno 3 incontri entro il 30/06/2016`, in either order. */
export function withDeadline(work: Work, a: Solid, b: Solid, prose: Prose): Draft | undefined {
  const amount = a.kind === 'amount' ? a : b.kind === 'amount' ? b : undefined;
  const date = a.kind === 'date' ? a : b.kind === 'date' ? b : undefined;
  if (amount === undefined || date === undefined || (amount.sign !== undefined && amount.operator === undefined))
    return undefined;
  const shown = work.show([date.from, date.to]);
  const { date: by, doubts: dateDoubts, notes } = resolveDate(date.date, work.context, shown);
  if (by !== undefined && date.marker === 'before' && amount.unit?.kind === 'days' && prose.after(a) === undefined) {
    const days = Number(amount.value.values[0] ?? 0);
    const reading: Reading = { kind: 'by-date', by: addDays(by, -days), strict: false };
    return doubtful([...dateDoubts, reason('before-date', work.text)], Number.isInteger(days) ? [reading] : []);
  }
  // `entro 3 mesi e comunque entro il 31/12`: two times not to pass.
  if (amount.within && date.marker === 'by' && by !== undefined) {
    const alone = threshold(work, { amount, at: [amount.from, amount.to] }).readings.slice(0, 1);
    return doubtful([...dateDoubts, reason('several-targets')], [{ kind: 'by-date', by, strict: false }, ...alone]);
  }
  const doubts: Reason[] = [...dateDoubts, ...markerDoubts(date, by, work, shown)];
  const amountFirst = a.kind === 'amount';
  const gap = prose.after(a);
  const outer = amountFirst ? prose.after(b) : prose.before(a);
  // `… entro il 30/11?`: somebody asked.
  const asks = outer !== undefined && !work.tokens.slice(...outer).every((t) => /^[.,;:()-]$/.test(t.text));
  if (outer !== undefined && (asks || hasWords(work.tokens, ...outer)))
    doubts.push(reason('not-understood', work.show(outer)));
  const lead = amountFirst ? undefined : work.tokens[b.from - 1];
  // `entro il 30/09 con almeno 2 operatori`, `… in almeno 3 sedi`: what is done by then may be more than that.
  const place = isWord(lead, 'con', 'in', 'su', 'presso') ? [reason('words-around', work.text)] : [];
  const before = amountFirst ? prose.before(a) : gap;
  const after = amountFirst ? gap : prose.after(b);
  const draft = threshold(work, {
    amount,
    at: [amount.from, amount.to],
    before,
    after,
    by,
  });
  const notHere = work.context.year !== undefined && by !== undefined && yearOf(by) !== work.context.year;
  // A value to be reached in another year says nothing of this one.
  const elsewhere =
    notHere && date.marker === 'by' && !notes.some(isEvidence)
      ? [reason('term-of-another-year', String(yearOf(by)))]
      : [];
  const theirs = ofTheThings(work, date.from) ? [reason('words-around', work.text)] : [];
  return {
    readings: draft.readings,
    doubts: [...doubts, ...draft.doubts],
    notes: [...notes, ...draft.notes, ...theirs, ...elsewhere, ...place],
  };
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
