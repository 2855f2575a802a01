import { refusePromise } from '../measured/refuse-promise.js';
import { never } from '../result.js';
import type { YearCells } from './cells.js';
import { cellOf, type Single, singleOf } from './cut.js';
import type { Draft } from './draft.js';
import { interpret } from './interpret.js';
import { type Candidate, candidatesOf, type Reason, type TargetContext, type TargetOutcome } from './outcome.js';
import { isEvidence, reason } from './reasons.js';
import { sentence } from './sentence.js';
import type { Reading } from './types.js';
import { type PreviousReader, Work } from './work.js';

const MOST_CANDIDATES = 6;
const MOST_PARTS = 12;

/**
 * Reads a target as an Italian office writes it.
 * @param text the cell, verbatim; any string is accepted and none makes it throw
 * @param context the indicator's name, the exercise, last year's target: they make a reading proposed or doubtful, never written
 * @returns `parsed` with one reading when it is all written in the text; `proposed` with one reading that rests on more,
 *   and its evidence; `ambiguous` with reasons and the readings to choose
 *   among, most plausible first (and `parts`, when the cell holds several targets); `not-measurable` when it says nothing
 */
export function parseTarget(text: string, context: TargetContext = {}): TargetOutcome {
  return parse(text, plausible(context));
}

/** An exercise no body can have is no knowledge at all. */
function plausible(context: TargetContext): TargetContext {
  const { year } = context;
  if (year === undefined || (Number.isInteger(year) && year >= 1950 && year <= 2099)) return context;
  const { year: _, ...rest } = context;
  return rest;
}

function parse(text: string, context: TargetContext): TargetOutcome {
  const cell = cellOf(text);
  switch (cell.kind) {
    case 'confirmed':
      return { outcome: 'parsed', text, reading: cell.reading, sentence: sentence(cell.reading), notes: [] };
    case 'too-long':
      return ambiguous(text, [reason('too-long')], []);
    case 'years':
      return byYear(text, cell.cells, context);
    case 'bands':
      return conclude(text, cell.draft, context);
    case 'list':
      return several(text, cell.plain, cell.pieces, context);
    case 'silent':
    case 'piece':
      return read(text, cell, context);
    default:
      return never(cell);
  }
}

const single = (text: string, piece: string, context: TargetContext): TargetOutcome =>
  read(text, singleOf(piece), context);

const read = (text: string, cell: Single, context: TargetContext): TargetOutcome =>
  cell.kind === 'silent'
    ? { outcome: 'not-measurable', text, reason: cell.why }
    : conclude(text, interpret(new Work(cell.piece, context, previousReading)), context);

function several(text: string, plain: string, list: readonly string[], context: TargetContext): TargetOutcome {
  const parts = list.slice(0, MOST_PARTS).map((piece) => single(piece, piece, context));
  // A line break inside one target: the first line means nothing without the second.
  if (!/[;|]/.test(plain) && !/^\S\)/.test(plain) && parts[0]?.outcome !== 'parsed') {
    const joined = single(text, plain.replaceAll('\n', ' '), context);
    if (joined.outcome === 'parsed' || joined.outcome === 'proposed') return joined;
  }
  const values = parts.filter((p) => /^[<>= 0-9.,%]*$/.test(p.text) || p.outcome === 'not-measurable');
  const years = parts.length >= 3 && values.length === parts.length;
  return ambiguous(text, [reason(years ? 'several-years' : 'several-targets')], parts.flatMap(proposals), parts);
}

/** What a part proposes on its own: its reading, or the first of its candidates. */
function proposals(part: TargetOutcome): readonly Candidate[] {
  return candidatesOf(part).slice(0, 1);
}

function byYear(text: string, cells: YearCells, context: TargetContext): TargetOutcome {
  if (context.year !== undefined) {
    const cell = cells.find((c) => c.year === context.year);
    const missing = reason('no-target-for-year', String(context.year));
    if (cell === undefined) return { outcome: 'not-measurable', text, reason: missing };
    const own = parseTarget(cell.text, context);
    if (own.outcome === 'not-measurable') return { outcome: 'not-measurable', text, reason: missing };
    if (own.outcome === 'ambiguous') return { ...own, text };
    return { ...own, text, notes: [...own.notes, reason('year-label', String(context.year))] };
  }
  const [only, another] = cells;
  if (only !== undefined && another === undefined)
    return { ...parse(only.text, { ...context, year: only.year }), text };
  const parts = cells.slice(0, MOST_PARTS).map((cell) => single(cell.text, cell.text, { ...context, year: cell.year }));
  return ambiguous(text, [reason('several-years')], parts.flatMap(proposals), parts);
}

/** Last year's comparison counts only where it was written out. */
const previousReading: PreviousReader = (text) => {
  const before = parseTarget(text);
  if (before.outcome !== 'parsed' || before.reading.kind !== 'threshold') return undefined;
  return { operator: before.reading.operator, unit: before.reading.unit };
};

function conclude(text: string, draft: Draft, { name }: TargetContext): TargetOutcome {
  const [reading] = draft.readings;
  if (reading !== undefined && draft.readings.length === 1 && draft.doubts.length === 0) {
    const refusal = refusePromise(reading, name);
    if (refusal !== undefined) return ambiguous(text, [reason('impossible', refusal)], [asCandidate(reading)]);
    const notes = draft.notes.filter((n) => !isEvidence(n));
    const evidence = draft.notes.filter(isEvidence);
    const read = { text, reading, sentence: sentence(reading), notes };
    return evidence.length === 0 ? { outcome: 'parsed', ...read } : { outcome: 'proposed', ...read, evidence };
  }
  const doubts = draft.doubts.length > 0 ? draft.doubts : [reason('not-understood', text)];
  return ambiguous(text, doubts, draft.readings.map(asCandidate), draft.parts);
}

const asCandidate = (reading: Reading): Candidate => ({ reading, sentence: sentence(reading) });

function ambiguous(
  text: string,
  reasons: readonly Reason[],
  candidates: readonly Candidate[],
  parts?: readonly TargetOutcome[],
): TargetOutcome {
  const distinct = candidates.filter((c, i) => candidates.findIndex((d) => d.sentence === c.sentence) === i);
  const once = reasons.filter((r, i) => reasons.findIndex((s) => s.message === r.message) === i);
  return { outcome: 'ambiguous', text, reasons: once, candidates: distinct.slice(0, MOST_CANDIDATES), parts };
}
