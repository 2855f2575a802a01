import type { CivilDate } from '../domain/calendar/types.js';
import type { ScoreTrace } from '../domain/individual/score.js';
import type { Passage } from '../domain/individual/stages.js';
import type { AssignedObjective, Judgement, SheetEvaluator, SheetStage } from '../domain/individual/types.js';
import type { Db } from './database.js';
import type { Doing } from './follow-up.js';
import { json } from './json.js';

/** A sheet as it begins: proposed, with its first objectives. */
interface NewSheet {
  readonly cycle: string;
  readonly person: string;
  readonly group: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly evaluator: SheetEvaluator;
  readonly objectives: readonly AssignedObjective[];
}

/** Begins a sheet. @returns its number */
export async function addSheet(tx: Db, doing: Doing, sheet: NewSheet): Promise<number> {
  const { cycle, person, group, from, to, evaluator, objectives } = sheet;
  const { id } = await tx
    .insertInto('sheets')
    .values({
      ...written(doing),
      cycle,
      person,
      evaluatedGroup: group,
      fromDay: from,
      toDay: to,
      evaluatorPerson: evaluator.kind === 'person' ? evaluator.person : null,
      evaluatorRole: evaluator.kind === 'role' ? evaluator.role : null,
      simulated: doing.simulated,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await addVersion(tx, doing, id, 1, objectives, '');
  await addPassage(tx, doing, id, { passage: 'propose', stage: 'proposed' });
  return id;
}

/** Writes another version of a sheet's objectives. @param number the one after the last */
export async function addVersion(
  tx: Db,
  doing: Doing,
  sheet: number,
  number: number,
  objectives: readonly AssignedObjective[],
  reason: string,
): Promise<void> {
  await tx
    .insertInto('sheetVersions')
    .values({ ...written(doing), sheet, number, objectives: json(objectives), reason })
    .execute();
}

/** Something that was done to a sheet. */
export interface NewPassage {
  readonly passage: Passage;
  /** Where it leaves the sheet. */
  readonly stage: SheetStage;
  readonly text?: string;
  readonly outcome?: 'confirmed' | 'changed';
  readonly act?: { readonly number: string; readonly date: CivilDate };
  readonly heldOn?: CivilDate;
  readonly absentDays?: number;
  readonly judgements?: readonly Judgement[];
  readonly score?: ScoreTrace;
}

/** Puts on record what was done to a sheet, how it was judged and what it scored. */
export async function addPassage(tx: Db, doing: Doing, sheet: number, made: NewPassage): Promise<void> {
  const { passage, stage, text = '', outcome, act, heldOn, absentDays, judgements = [], score } = made;
  const { id } = await tx
    .insertInto('sheetPassages')
    .values({
      ...written(doing),
      sheet,
      passage,
      stage,
      text,
      outcome: outcome ?? null,
      actNumber: act?.number ?? null,
      actDate: act?.date ?? null,
      heldOn: heldOn ?? null,
      absentDays: absentDays ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const rows = judgements.map(({ of, value, sentence }) => ({ sheetPassage: id, judged: of, value, sentence }));
  if (rows.length > 0) await tx.insertInto('sheetJudgements').values(rows).execute();
  if (score === undefined) return;
  const band = score.band?.id ?? null;
  await tx
    .insertInto('sheetScores')
    .values({ sheetPassage: id, trace: json(score), band })
    .execute();
}

const written = ({ actor, actingFor, at }: Doing) => ({ actor, actingFor: actingFor ?? null, at });
