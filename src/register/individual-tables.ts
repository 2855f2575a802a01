import type { ColumnType, GeneratedAlways } from 'kysely';
import type { CivilDate } from '../domain/calendar/types.js';
import type { ScoreTrace } from '../domain/individual/score.js';
import type { Passage } from '../domain/individual/stages.js';
import type { AssignedObjective, SheetStage } from '../domain/individual/types.js';
import type { Json, RecordedAt, Written } from './column-types.js';

/** The tables of `061_sheets.sql`. */
export interface IndividualTables {
  sheets: Written & {
    id: GeneratedAlways<number>;
    cycle: string;
    person: string;
    evaluatedGroup: string;
    fromDay: CivilDate;
    toDay: CivilDate;
    evaluatorPerson: string | null;
    evaluatorRole: string | null;
    simulated: boolean;
  };
  sheetVersions: Written & {
    sheet: number;
    number: number;
    objectives: Json<readonly AssignedObjective[]>;
    reason: string;
  };
  sheetPassages: Written & {
    id: GeneratedAlways<number>;
    sheet: number;
    passage: Passage;
    stage: SheetStage;
    text: string;
    outcome: 'confirmed' | 'changed' | null;
    actNumber: string | null;
    actDate: CivilDate | null;
    heldOn: CivilDate | null;
    absentDays: number | null;
  };
  sheetJudgements: { sheetPassage: number; judged: string; value: string; sentence: string };
  sheetScores: { sheetPassage: number; trace: Json<ScoreTrace>; band: string | null };
  sheetAggregates: {
    id: GeneratedAlways<number>;
    cycle: ColumnType<string, never, never>;
    evaluatedGroup: ColumnType<string, never, never>;
    band: ColumnType<string | null, never, never>;
    people: ColumnType<number, never, never>;
    recordedAt: RecordedAt;
  };
}
