import type { CheckpointContent, SubmissionLine } from '../../../register/reading/checkpoint.js';
import { groupBy } from '../../../register/reading/group.js';

/** Where an office stands at a checkpoint. */
export interface OfficeProgress {
  readonly office: string;
  readonly expected: number;
  /** With a value that stands. */
  readonly received: number;
  /** Never sent. */
  readonly missing: number;
  /** Sent back and not yet sent again. */
  readonly returned: number;
  readonly last?: SubmissionLine;
}

/** One row an office, in the order its first indicator has in the plan. */
export function officeProgress(
  content: Pick<CheckpointContent, 'frozen' | 'missing' | 'submissions'>,
): readonly OfficeProgress[] {
  const missing = groupBy(content.missing, (m) => m.office);
  return [...groupBy(content.frozen, (f) => f.office)].map(([office, indicators]) => {
    const without = missing.get(office) ?? [];
    const returned = without.filter((m) => m.remark !== null).length;
    const last = content.submissions.find((s) => s.offices.includes(office));
    return {
      office,
      expected: indicators.length,
      received: indicators.length - without.length,
      missing: without.length - returned,
      returned,
      ...(last === undefined ? {} : { last }),
    };
  });
}
