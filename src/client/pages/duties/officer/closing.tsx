import { officerWords } from '../../../../words/officer.js';
import type { OfficerPageData } from './page-data.js';

/** When the checkpoint closes by itself, while it is open: it may well be before the deadline. */
export function Closing({ data: { form, duty, lateDays } }: { readonly data: OfficerPageData }) {
  if (form.state !== 'collecting' || form.rows.length === 0) return null;
  return <p>{officerWords.closes(duty.step.planned.review ?? 0, lateDays > 0)}</p>;
}
