import type { Draft } from './draft.js';
import { interpret } from './interpret.js';
import { normalise } from './normalise.js';
import { saysNothing } from './nothing.js';
import { reason } from './reasons.js';
import { sentence } from './sentence.js';
import { tokenise } from './tokens.js';
import type { Candidate, Reading, TargetContext, TargetOutcome } from './types.js';
import { workOn } from './work.js';

/** A cell longer than this is a paragraph: it is asked, whatever it says. */
export const LONGEST_TARGET = 1_000;

/**
 * Reads a target as an Italian office writes it.
 * @param text the cell, verbatim; any string is accepted and none makes it throw
 * @param context the indicator's name, the exercise, last year's target: used only where they leave no doubt
 * @returns `parsed` with one reading when no other is reasonable; `ambiguous` with reasons and the readings to choose
 *   among, most plausible first; `not-measurable` when the cell says nothing
 */
export function parseTarget(text: string, context: TargetContext = {}): TargetOutcome {
  const plain = normalise(text);
  const nothing = saysNothing(plain);
  if (nothing !== undefined) return { outcome: 'not-measurable', text, reason: nothing };
  if (plain.length > LONGEST_TARGET)
    return { outcome: 'ambiguous', text, reasons: [reason('too-long')], candidates: [] };
  const work = workOn(plain, tokenise(plain), context, previousReading);
  return conclude(text, interpret(work));
}

function previousReading(text: string):
  | {
      operator: Extract<Reading, { kind: 'threshold' }>['operator'];
      unit: Extract<Reading, { kind: 'threshold' }>['unit'];
    }
  | undefined {
  const outcome = parseTarget(text);
  if (
    outcome.outcome !== 'parsed' ||
    outcome.reading.kind !== 'threshold' ||
    outcome.notes.some((n) => n.code.startsWith('operator-'))
  )
    return undefined;
  return { operator: outcome.reading.operator, unit: outcome.reading.unit };
}

const MOST_CANDIDATES = 6;

function conclude(text: string, draft: Draft): TargetOutcome {
  const [reading] = draft.readings;
  if (reading !== undefined && draft.readings.length === 1 && draft.doubts.length === 0) {
    return { outcome: 'parsed', text, reading, sentence: sentence(reading), notes: draft.notes };
  }
  const candidates: Candidate[] = [];
  for (const r of draft.readings) {
    const said = sentence(r);
    if (candidates.length < MOST_CANDIDATES && candidates.every((c) => c.sentence !== said))
      candidates.push({ reading: r, sentence: said });
  }
  const reasons = draft.doubts.length > 0 ? draft.doubts : [reason('not-understood', text)];
  return {
    outcome: 'ambiguous',
    text,
    reasons,
    candidates,
    ...(draft.parts === undefined ? {} : { parts: draft.parts }),
  };
}
