import type { DecisionOutcome } from '../../domain/decision.js';
import { oivTaskOf } from '../../domain/oiv/asked.js';
import { toDoOf } from '../../domain/oiv/checklist.js';
import type { Refusal } from '../../domain/refusal.js';
import { judgedNow } from '../../office/desk.js';
import type { Db } from '../../register/database.js';
import { judgementsOf } from '../../register/oiv.js';
import { oivWords as words } from '../../words/oiv.js';
import type { StepSubject } from '../subject.js';
import { figuresThere } from './subjects.js';

/**
 * Why a Relazione can not be validated yet: the check-list has gaps, nothing was looked at, or no reasons are given. A refusal needs only
 * its reasons, which a rejection needs anyway: what is wrong may be plain before the list is through.
 */
export async function barredByChecklist(
  db: Db,
  { ref, step }: StepSubject,
  { outcome, remarks }: { readonly outcome?: DecisionOutcome; readonly remarks?: string | undefined },
): Promise<readonly Refusal[]> {
  if (outcome !== 'approved' || oivTaskOf(step.planned) !== 'validation') return [];
  const judged = await judgedNow(db, ref);
  if (judged.length === 0) return [];
  const [sampled, there] = await Promise.all([judgementsOf(db, step.cycle, 'figure'), figuresThere(db, step.cycle)]);
  const left = words.checklist.left(toDoOf(judged, sampled.length, there.length));
  return [
    ...(left === '' ? [] : [{ text: words.refused.list(left) }]),
    ...(remarks === undefined ? [{ field: 'remarks', text: words.refused.reasons }] : []),
  ];
}
