import type { Generated, GeneratedAlways } from 'kysely';
import type { CivilDate } from '../domain/calendar/types.js';
import type { Verdict } from '../domain/oiv/checklist.js';
import type { About } from '../domain/oiv/remarks.js';
import type { Written } from './column-types.js';

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
