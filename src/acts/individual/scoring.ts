import type { ScoreTrace } from '../../domain/individual/score.js';
import type { Judgement } from '../../domain/individual/types.js';
import type { Result } from '../../domain/result.js';
import { scoreOnRecord } from '../../office/individual-score.js';
import type { Db } from '../../register/database.js';
import { entityOf } from '../../register/entities.js';
import type { SheetSubject } from './a-sheet.js';

/** The score that judgements give with the results on record now; why there is none, in Italian. */
export async function scoreWith(
  tx: Db,
  { ref, sheet, rules, group }: SheetSubject,
  judgements: readonly Judgement[],
  absentDays: number,
): Promise<Result<ScoreTrace, string>> {
  const person = (await entityOf(tx, ref.entity))?.people.find(({ id }) => id === sheet.person);
  return await scoreOnRecord(tx, {
    cycle: sheet.cycle,
    exercise: ref.exercise,
    rules,
    group,
    from: sheet.from,
    to: sheet.to,
    objectives: sheet.objectives,
    offices: person?.offices ?? [],
    judgements,
    absentDays,
  });
}

/** Days of absence that the evaluation of a sheet took off. */
export const absentDaysOf = ({ passages }: SheetSubject['sheet']): number =>
  passages.findLast(({ absentDays }) => absentDays !== null)?.absentDays ?? 0;
