import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { CivilDate, Instant } from '../domain/calendar/types.js';
import type { Verdict } from '../domain/oiv/checklist.js';
import type { About } from '../domain/oiv/remarks.js';

/** Who wrote a row, for whom, and when in calendar time. */
interface Written {
  actor: string;
  actingFor: string | null;
  at: Instant;
  recordedAt: ColumnType<Instant, never, never>;
}

/** The tables of `058_oiv.sql`. */
export interface OivTables {
  oivJudgements: Written & {
    id: GeneratedAlways<number>;
    cycle: string;
    kind: 'requirement' | 'figure';
    subject: string;
    verdict: Verdict;
    note: Generated<string>;
    simulated: boolean;
  };
  oivInterviews: Written & {
    id: GeneratedAlways<number>;
    cycle: string;
    heldOn: CivilDate;
    office: string;
    notes: string;
    simulated: boolean;
  };
  oivRemarks: Written & {
    id: GeneratedAlways<number>;
    cycle: string;
    about: About;
    text: string;
    simulated: boolean;
  };
  oivAnswers: Written & { remark: number; text: string };
}
