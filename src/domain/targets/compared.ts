import type { Solid } from './clause.js';
import { senseOf } from './decide.js';
import type { Draft } from './draft.js';
import { reason } from './reasons.js';
import type { Work } from './work.js';

/** A comparison with a year sets the operator; a bare year may still be a quantity. */
export function compared(work: Work, clause: Extract<Solid, { kind: 'compare' }>, draft: Draft): Draft {
  const { operator, baseline, certainty } = clause;
  const equal = operator === '=';
  const direction = senseOf(operator) === 'more' ? ('more-is-better' as const) : ('less-is-better' as const);
  // Staying equal takes its direction from the name; the other comparisons say it themselves.
  const readings = draft.readings
    .slice(0, 1)
    .map((r) => (r.kind === 'relative' ? { ...r, operator, direction: equal ? r.direction : direction } : r));
  const doubts = draft.doubts.filter((d) => equal || d.code !== 'direction-unknown');
  const notes = draft.notes.filter((n) => equal || n.code !== 'direction-from-name');
  const named = work.hints.direction;
  if (!equal && named !== undefined && named !== senseOf(operator)) {
    doubts.push(reason('direction-against-name', 'il confronto chiede il contrario'));
  }
  const year = baseline.kind === 'year' ? baseline.year : undefined;
  const exercise = work.context.year;
  const near = year !== undefined && exercise !== undefined && year < exercise && exercise - year <= 3;
  const sure = certainty === 'sure' || (certainty === 'with-exercise' && near);
  if (!sure && year !== undefined) doubts.push(reason('year-or-number', String(year)));
  if (!sure && baseline.kind === 'named') doubts.push(reason('not-understood', work.text));
  return { ...draft, readings, doubts, notes };
}
