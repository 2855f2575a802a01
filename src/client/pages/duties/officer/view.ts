import type { FormRow } from '../../../../forms/form.js';
import type { Preview } from '../../../../forms/preview.js';
import { previewOf } from '../../../../forms/preview.js';
import { newFormId } from '../../kit/form-id.js';
import { type FieldError, readTyped } from './answers.js';
import type { OfficerPageData } from './page-data.js';
import { fromDraft } from './posted.js';
import { type AllTyped, prefilled, type Typed } from './typed.js';

/** What the form's page shows beside the register's facts: what is in the fields, what is wrong, what it would give. */
export interface FormView {
  readonly id: string;
  readonly typed: AllTyped;
  readonly lateReason: string;
  readonly errors: readonly FieldError[];
  /** What is odd about answers and still to be said to be right, by indicator. */
  readonly questions: ReadonlyMap<string, readonly string[]>;
  /** Indicators whose why and what next are asked now. */
  readonly why: ReadonlySet<string>;
  /** Those of them that are new in this answer. */
  readonly asks?: ReadonlySet<string>;
  /** How many answers are right beside those that are wrong, and can be sent without them. */
  readonly good?: number;
  /** What is wrong with the form as a whole. */
  readonly general: readonly string[];
  readonly previews: ReadonlyMap<string, Preview>;
  /** Whether the fields hold what was typed and neither sent nor kept: leaving the page asks. */
  readonly typedHere?: boolean;
  /** What was just done, or how the fields came to be as they are. */
  readonly notice?: string;
}

/** The form as it opens: the draft where there is one, otherwise what stands. */
export function openingView(data: OfficerPageData, notice?: string): FormView {
  const { form, draft } = data;
  const typed = new Map(
    form.rows.map((row) => {
      const kept = draft?.answers[row.code];
      return [row.code, kept === undefined ? prefilled(row) : fromDraft(row, kept)];
    }),
  );
  return {
    id: newFormId(),
    typed,
    lateReason: draft?.lateReason ?? '',
    errors: [],
    questions: new Map(),
    why: new Set(),
    general: [],
    previews: previewsOf(data, typed),
    notice,
  };
}

/** What each readable answer would give. */
export function previewsOf(data: OfficerPageData, typed: AllTyped): ReadonlyMap<string, Preview> {
  return new Map(
    data.form.rows.flatMap((row) => {
      const preview = previewIn(data, row, typed.get(row.code) ?? prefilled(row));
      return preview === undefined ? [] : [[row.code, preview] as const];
    }),
  );
}

function previewIn({ form, period }: OfficerPageData, row: FormRow, typed: Typed): Preview | undefined {
  const read = readTyped(row, { ...typed, collected: true }, form);
  if (!read.ok || read.value === 'empty') return undefined;
  return previewOf(row, read.value.actual, form.policy, period);
}
