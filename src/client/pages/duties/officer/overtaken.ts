import type { FormRow } from '../../../../forms/form.js';
import { italianMoment } from '../../../../words/format.js';
import { officerWords as words } from '../../../../words/officer.js';
import type { Site } from '../../kit/site.js';
import type { Answered, FieldError } from './answers.js';
import { nameOf, type OfficerPageData } from './page-data.js';
import { valueText } from './parts.js';
import type { Posted } from './posted.js';
import { sentBefore } from './send.js';
import { standingOf } from './standing.js';

/** The answers that would take the place of what the page did not show. */
export async function overtakenIn(
  site: Site,
  data: OfficerPageData,
  posted: Posted,
  fresh: readonly Answered[],
): Promise<readonly FieldError[]> {
  const changed = fresh.filter(({ row }) => {
    const seen = posted.seen.get(row.code);
    return seen !== undefined && seen !== standingOf(row);
  });
  if (changed.length === 0) return [];
  // Who goes back and corrects what this same page has sent knows what stands.
  const before = await sentBefore(site, data, posted.id);
  const own = ({ current }: FormRow): boolean => before.length > 0 && current?.officer === data.duty.person.id;
  return changed.flatMap(({ row }) =>
    own(row) ? [] : [{ code: row.code, field: 'value' as const, message: nowOf(data, row) }],
  );
}

/** What stands of an indicator that has become another since the page was shown: who sends the page again is not asked again. */
function nowOf(data: OfficerPageData, row: FormRow): string {
  const { current, returned } = row;
  if (current !== undefined)
    return words.errors.changed(
      valueText(current.actual, row),
      nameOf(data, current.officer),
      italianMoment(current.at),
    );
  return returned === undefined ? words.errors.gone : words.errors.returned(nameOf(data, returned.by), returned.remark);
}
