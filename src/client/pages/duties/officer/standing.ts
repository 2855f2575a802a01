import { createHash } from 'node:crypto';
import type { FormRow } from '../../../../forms/form.js';

/** The same as long as what an indicator has on record does: its value, or that it came back. */
export function standingOf({ current, returned }: FormRow): string {
  const stands = [
    current && [current.actual, current.note ?? '', current.evidence],
    returned && [returned.actual, returned.remark, returned.at],
  ];
  return createHash('sha256').update(JSON.stringify(stands)).digest('base64url').slice(0, 16);
}
