import type { Actual } from '../domain/achievement/types.js';
import { withArticle } from '../domain/article.js';
import type { CivilDate } from '../domain/calendar/types.js';
import { termOf } from '../domain/measured/term.js';
import type { Entry } from '../forms/entry.js';
import type { OfficerForm } from '../forms/form.js';
import type { RawAnswer } from '../forms/raw-answer.js';
import { italianDay } from '../words/format.js';
import { actualText } from '../words/measure.js';

/** What a sheet is for: a sheet of another checkpoint, person or plan is refused by these. */
export interface SheetKey {
  readonly cycle: string;
  readonly checkpoint: string;
  readonly person: string;
  readonly planHash: string;
}

/** One line of a data sheet. Texts are as people read them. */
export interface SheetRow {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly entry: Entry;
  /** Verbatim; empty when the plan says nothing for this exercise. */
  readonly target: string;
  readonly reading?: string;
  /** `9 al 31/12/2015` */
  readonly last?: string;
  /** Why its last value came back. */
  readonly remark?: string;
  /** What is already there, to be changed or confirmed. */
  readonly value?: Actual;
  readonly note?: string;
  /** The term of its target, once it is over: then the day on which it was reached is asked. */
  readonly term?: CivilDate;
}

/** A data sheet as data: what is written to a file, from a form or from a mail of the ledger. */
export interface SheetData {
  readonly key: SheetKey;
  readonly entity: string;
  readonly title: string;
  readonly officer: string;
  readonly period: CivilDate;
  readonly dueOn: CivilDate;
  readonly simulated: boolean;
  readonly rows: readonly SheetRow[];
}

/** One answer found in a sheet. */
export interface SheetAnswer {
  readonly code: string;
  /** Row of the sheet, from 1. */
  readonly row: number;
  /** As if typed in the form. */
  readonly raw: RawAnswer;
  readonly actual: Actual;
  readonly note?: string;
}

/** One thing wrong in a sheet, with its place. */
export interface CellError {
  readonly row: number;
  /** `G7`; of a CSV too, counting its columns. */
  readonly cell: string;
  /** Title of the column. */
  readonly column: string;
  /** As written. */
  readonly value: string;
  readonly code?: string;
  /** `«abc» …`, for who sees where it is. */
  readonly problem: string;
  /** `riga 7, colonna «Valore» (G7): «abc» …` */
  readonly message: string;
}

/** What a sheet says: whether good answers are taken while there are errors is for the caller to choose. */
export interface SheetReading {
  readonly answers: readonly SheetAnswer[];
  /** The first of them. */
  readonly errors: readonly CellError[];
  /** How many errors there are beside those. */
  readonly more: number;
  /** Rows of the sheet with something wrong. */
  readonly wrongRows: number;
  /** Codes of the form's indicators for which the sheet gives no good answer. */
  readonly unanswered: readonly string[];
}

/** The sheet of a form: with the values that stand or were found automatically, to be confirmed or changed. */
export const sheetOf = (form: OfficerForm): SheetData => ({
  key: { cycle: form.cycle, checkpoint: form.checkpoint, person: form.person.id, planHash: form.planHash },
  entity: form.entity.name,
  title: form.title,
  officer: form.person.name,
  period: form.period.to,
  dueOn: form.dueOn,
  simulated: form.simulated,
  rows: form.rows.map((row): SheetRow => {
    const value = row.current?.actual ?? row.proposed?.actual;
    const note = row.current?.note;
    const term = termOf(row.reading, form.period.to);
    return {
      code: row.code,
      name: row.name,
      unit: row.unitText,
      entry: row.entry,
      target: row.target,
      reading: row.readingSentence,
      last:
        row.last === undefined
          ? undefined
          : `${actualText(row.last.actual, row.unit)} ${withArticle('al', italianDay(row.last.on))}`,
      remark: row.returned?.remark,
      value,
      note,
      term,
    };
  }),
});
