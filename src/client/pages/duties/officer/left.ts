import type { DraftAnswer } from '../../../../register/draft-answer.js';
import { deleteDraft, saveDraft } from '../../../../register/drafts.js';
import type { Site } from '../../kit/site.js';
import type { Answered } from './answers.js';
import type { OfficerPageData } from './page-data.js';
import { fromDraft } from './posted.js';
import { type AllTyped, prefilled, sameTyped } from './typed.js';

/** What was written of indicators that were not sent: a note without its value, a value that is still to be corrected. */
export const leftIn = ({ form }: Pick<OfficerPageData, 'form'>, typed: AllTyped, sent: readonly Answered[]): AllTyped =>
  new Map(
    form.rows.flatMap((row) => {
      const fields = typed.get(row.code);
      const isLeft = fields !== undefined && !sent.some((one) => one.row === row) && !sameTyped(fields, prefilled(row));
      return isLeft ? [[row.code, fields] as const] : [];
    }),
  );

/** Takes what was sent by another way out of the draft; with nothing left there is none. */
export async function dropSent({ deps }: Site, data: OfficerPageData, sent: readonly Answered[]): Promise<void> {
  const { form, draft, draftRef } = data;
  const { db } = deps.register;
  if (draft === undefined) return;
  const typed = new Map(
    form.rows.flatMap((row) => {
      const kept = draft.answers[row.code];
      return kept === undefined ? [] : [[row.code, fromDraft(row, kept)] as const];
    }),
  );
  const left: Readonly<Record<string, DraftAnswer>> = Object.fromEntries(leftIn(data, typed, sent));
  if (Object.keys(left).length === 0) await deleteDraft(db, draftRef);
  else await saveDraft(db, draftRef, { ...draft, answers: left });
}
