import { baselineAt } from './baselines.js';
import type { WrittenBaseline } from './clause.js';
import { stems } from './in-name.js';
import { normalise } from './normalise.js';
import type { Reason, TargetContext } from './outcome.js';
import { reason } from './reasons.js';
import { PREPOSITIONS } from './role-words.js';
import { fold, tokenise } from './tokens.js';
import type { Baseline } from './types.js';

export function baselines(
  context: TargetContext,
  stated: WrittenBaseline | undefined,
  doubts: Reason[],
  notes: Reason[],
): readonly Baseline[] {
  const written = (stated === undefined ? undefined : ofTheMeasure(stated, context)) ?? baselineInName(context.name);
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

const MEASURED_IN =
  /^(.+?)(?: (?:nel|del|dell'anno|nell'anno|anno|dell'esercizio))? ([0-9]{4}|(?:dell')?anno precedente)$/;

/** Not what was measured, even where the name has the word. */
const OTHER_FIGURE = /\b(?:medi[ao]|target|obiettiv[oi]|preventiv[oi]|prevision[ei]|stanziament[oi]|budget)\b/;

/** `rispetto al consumo 2021` for an indicator of consumption: its own value of that year, and no base by another name. */
function ofTheMeasure(stated: WrittenBaseline, { name }: TargetContext): WrittenBaseline {
  if (stated.kind !== 'named' || name === undefined) return stated;
  const [, what = '', when = ''] = MEASURED_IN.exec(fold(stated.what)) ?? [];
  const words = what.split(/[ ']/).filter((word) => !PREPOSITIONS.has(word) && !PREPOSITIONS.has(`${word}'`));
  const own = new Set(stems(name));
  const measured = words.every((word) => word === 'numero' || stems(word).every((stem) => own.has(stem)));
  if (what === '' || words.length === 0 || !measured || OTHER_FIGURE.test(what)) return stated;
  return when.endsWith('precedente') ? { kind: 'previous-year' } : { kind: 'year', year: Number(when) };
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
