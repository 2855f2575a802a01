import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { loadConfig } from '../../config.js';
import { readDeliveryReport } from '../../mail/delivery-report.js';
import { Failure } from '../../platform/errors.js';
import { presentIn } from '../../register/clock.js';
import { type ReportedMail, type ReportReceipt, recordMailReport } from '../../register/mail-reports.js';
import { EVERY_BODY } from '../../register/sight.js';
import { unsettledMailWords } from '../../words/unsettled-mail.js';
import { withRegister } from '../system/with-register.js';

const words = unsettledMailWords.bounce;
const MOST_MEGABYTES = 20;

interface Bounce {
  readonly file?: string;
  readonly space?: string;
  readonly json: boolean;
}

/** Reads a report and puts it on record. @returns the exit code: 0 when it was about a mail of this register */
export async function recordBounce({ file, space, json }: Bounce): Promise<number> {
  const reports = await readDeliveryReport(
    await bytesOf(file === undefined ? process.stdin : createReadStream(file), file),
  );
  if (!reports.ok) throw new Failure(1, words.noReport[reports.error]);
  // A report does not say whose mail it is about.
  const receipts = await withRegister(loadConfig(), space, EVERY_BODY, async ({ db }) => {
    const at = await presentIn(db);
    const kept: { report: ReportedMail; receipt: ReportReceipt }[] = [];
    for (const report of reports.value) kept.push({ report, receipt: await recordMailReport(db, report, at) });
    return kept;
  });
  const ours = receipts.filter(({ receipt }) => receipt !== 'unknown');
  if (json) {
    const mails = receipts.map(({ report: { recipient, outcome, status, reason }, receipt }) => ({
      recipient,
      outcome,
      status: status ?? null,
      reason,
      receipt,
    }));
    process.stdout.write(`${JSON.stringify({ ok: ours.length > 0, mails })}\n`);
  } else process.stdout.write(`${receipts.map(({ report, receipt }) => said(report, receipt)).join('\n')}\n`);
  return ours.length > 0 ? 0 : 1;
}

function said({ recipient, outcome, reason }: ReportedMail, receipt: ReportReceipt): string {
  if (receipt !== 'recorded') return words.receipts[receipt](recipient);
  return outcome === 'failed' ? words.receipts.recorded(recipient, reason) : words.delayed(recipient, reason);
}

async function bytesOf(stream: Readable, file: string | undefined): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk);
      size += bytes.length;
      if (size > MOST_MEGABYTES * 1_000_000) throw new Failure(2, words.tooLarge(MOST_MEGABYTES));
      chunks.push(bytes);
    }
  } catch (cause) {
    if (cause instanceof Failure || file === undefined) throw cause;
    throw new Failure(2, words.unreadable(file, cause instanceof Error ? cause.message : String(cause)));
  }
  return Buffer.concat(chunks);
}
