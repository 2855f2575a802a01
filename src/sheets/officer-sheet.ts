import type { Actual } from '../domain/achievement/types.js';
import type { CivilDate } from '../domain/calendar/types.js';
import type { Result } from '../domain/result.js';
import type { RawAnswer } from '../forms/answer.js';
import type { Entry } from '../forms/entry.js';
import type { OfficerForm } from '../forms/form.js';

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
  readonly target: string;
  readonly reading?: string;
  /** `9 al 31/12/2015` */
  readonly last?: string;
  /** Why its last value came back. */
  readonly remark?: string;
  /** What is already there, to be changed or confirmed. */
  readonly value?: Actual;
  readonly note?: string;
}

/** A data sheet as data: what is written to a file, from a form or from a mail of the ledger. */
export interface SheetData {
  readonly key: SheetKey;
  readonly entity: string;
  readonly exercise: number;
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
  /** `riga 7, colonna «Valore» (G7): «abc» …` */
  readonly message: string;
}

/** What a sheet says: whether good answers are taken while there are errors is for the caller to choose. */
export interface SheetReading {
  readonly answers: readonly SheetAnswer[];
  readonly errors: readonly CellError[];
  /** Codes of the form's indicators that the sheet leaves empty or does not have. */
  readonly unanswered: readonly string[];
}

/** The sheet of a form. The same form always gives the same bytes. */
export declare function writeOfficerSheet(form: OfficerForm): Promise<Buffer>;

/**
 * Reads a sheet an officer sent back, `.xlsx` or `.csv`.
 * @returns answers and errors, or, of a file that can not be taken as a whole (other type, other checkpoint, too large), why
 */
export declare function readOfficerSheet(bytes: Uint8Array, form: OfficerForm): Promise<Result<SheetReading, string>>;
