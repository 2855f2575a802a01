import type { Actual } from '../../domain/achievement/types.js';
import { ok, type Result } from '../../domain/result.js';
import { byPrincipal, type OfficerForm } from '../../forms/form.js';
import type { Channel } from '../../register/checkpoint-tables.js';
import { documentHash } from '../../register/documents.js';
import type { NewEvidence } from '../../register/evidence.js';
import type { Receipt, SubmissionRefusal } from '../../register/measurements.js';
import type { MeasurementRow, Submission } from '../../register/submission.js';

/** An answer that has been read, ready to be sent. */
export interface ReadAnswer {
  readonly code: string;
  readonly actual: Actual;
  readonly note?: string;
  /** Of a value far from its target: why, and what is to be done next. */
  readonly cause?: string;
  readonly next?: string;
  readonly evidence?: readonly string[];
}

export interface Sending {
  readonly form: OfficerForm;
  readonly officer: string;
  readonly channel: Channel;
  readonly answers: readonly ReadAnswer[];
  /** Attached now: each is kept with the values it belongs to. */
  readonly files?: readonly NewEvidence[];
  readonly lateReason?: string;
  /** What makes one submission the same when it is sent again. `actingFor` is empty for the officer's own. */
  keyOf(actingFor: string, rows: readonly MeasurementRow[]): string;
}

/** Takes one submission into the register. */
export type Submit = (form: Omit<Submission, 'cycle' | 'at'>) => Promise<Result<Receipt, SubmissionRefusal>>;

/**
 * Sends answers: one submission for each person they are given for, each whole or not at all.
 * @returns the receipts, or the first refusal
 */
export async function sendByPrincipal(
  submit: Submit,
  { form, officer, channel, answers, files = [], lateReason, keyOf }: Sending,
): Promise<Result<readonly Receipt[], SubmissionRefusal>> {
  const byCode = new Map(answers.map((answer) => [answer.code, answer]));
  const receipts: Receipt[] = [];
  for (const { actingFor, codes } of byPrincipal(form, [...byCode.keys()])) {
    const rows = codes.flatMap((code): readonly MeasurementRow[] => {
      const answer = byCode.get(code);
      if (answer === undefined) return [];
      const { actual, evidence, note, cause, next } = answer;
      return [
        {
          indicator: code,
          actual,
          evidence,
          note,
          cause,
          next,
        },
      ];
    });
    const receipt = await submit({
      key: keyOf(actingFor ?? '', rows),
      checkpoint: form.checkpoint,
      officer,
      actingFor,
      simulated: form.simulated,
      channel,
      lateReason,
      rows,
      files: files.filter(({ bytes }) => rows.some((row) => row.evidence?.includes(documentHash(bytes)))),
    });
    if (!receipt.ok) return receipt;
    receipts.push(receipt.value);
  }
  return ok(receipts);
}
