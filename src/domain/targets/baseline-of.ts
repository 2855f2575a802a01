import { baselineAt } from './baselines.js';
import type { WrittenBaseline } from './clause.js';
import { normalise } from './normalise.js';
import type { Reason, TargetContext } from './outcome.js';
import { reason } from './reasons.js';
import { tokenise } from './tokens.js';
import type { Baseline } from './types.js';

export function baselines(
  context: TargetContext,
  stated: WrittenBaseline | undefined,
  doubts: Reason[],
  notes: Reason[],
): readonly Baseline[] {
  const written = stated ?? baselineInName(context.name);
  if (stated === undefined && written !== undefined) notes.push(reason('baseline-from-name'));
  if (written === undefined) {
    doubts.push(reason('baseline-unknown'));
    const lastYear = lastYearOf(context);
    return (context.previous ?? '').trim() === ''
      ? [lastYear, { kind: 'previous-target' }]
      : [{ kind: 'previous-target' }, lastYear];
  }
  if (written.kind === 'previous-year') return [lastYearOf(context)];
  if (written.kind === 'year' && context.year !== undefined && written.year >= context.year) {
    doubts.push(reason('baseline-not-past', String(written.year)));
  }
  return [written];
}

const lastYearOf = (context: TargetContext): Baseline =>
  context.year === undefined ? { kind: 'named', what: 'anno precedente' } : { kind: 'year', year: context.year - 1 };

/** `Riduzione degli oneri … rispetto all'anno 2015`: the name can carry the baseline. */
function baselineInName(name: string | undefined): WrittenBaseline | undefined {
  if (name === undefined) return undefined;
  const text = normalise(name.slice(0, 600));
  const tokens = tokenise(text);
  for (let at = 0; at < tokens.length; at++) {
    const found = baselineAt(text, tokens, at);
    if (found !== undefined) return found.value.baseline;
  }
  return undefined;
}
