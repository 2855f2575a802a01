import { sendByPrincipal } from '../../../../acts/checkpoint/sending.js';
import { keyOf } from '../../../../acts/digest.js';
import { ok, type Result } from '../../../../domain/result.js';
import type { Channel } from '../../../../register/checkpoint-tables.js';
import type { NewEvidence } from '../../../../register/evidence.js';
import type { SubmissionRefusal } from '../../../../register/measurements.js';
import { submissionsByKey } from '../../../../register/receipts.js';
import type { Site } from '../../kit/site.js';
import type { Answered } from './answers.js';
import type { OfficerPageData } from './page-data.js';

interface Sending {
  /** Of the page or of the sheet: what is sent again with the same id and the same content counts once. */
  readonly id: string;
  readonly channel: Channel;
  readonly answers: readonly Answered[];
  /** Attached now: kept with the values they belong to. */
  readonly files?: readonly NewEvidence[];
  readonly lateReason?: string;
}

/**
 * Sends answers: one submission for each person they are given for.
 * @returns numbers of the submissions, or the first refusal
 */
export async function send(
  { deps }: Site,
  { duty, form }: OfficerPageData,
  { id, channel, answers, files, lateReason }: Sending,
): Promise<Result<readonly number[], SubmissionRefusal>> {
  const receipts = await sendByPrincipal((submission) => deps.actions.submit(duty.ref, submission), {
    form,
    officer: duty.person.id,
    channel,
    answers: answers.map(({ row, ...given }) => ({ code: row.code, ...given })),
    files,
    lateReason,
    // A page sent again with other values is another form.
    keyOf: (actingFor, rows) => pageKey({ duty, form }, id) + keyOf([actingFor, rows]),
  });
  return receipts.ok ? ok(receipts.value.map((receipt) => receipt.submission)) : receipts;
}

/** Numbers of what was already sent from the same page: a second click may come when the first has its receipt. */
export function sentBefore({ deps }: Site, { duty, form }: OfficerPageData, id: string): Promise<readonly number[]> {
  return submissionsByKey(deps.register.db, form, duty.person.id, pageKey({ duty, form }, id));
}

/** Somebody's own: nobody else's form can have it. */
const pageKey = ({ duty, form }: Pick<OfficerPageData, 'duty' | 'form'>, id: string): string =>
  `modulo/${keyOf([form.cycle, form.checkpoint, duty.person.id, id])}/`;
