import { stepPath } from '../access/cycle-path.js';
import type { Instant } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import { completionNote } from '../domain/completion-note.js';
import { unitAsked } from '../domain/measured/asked-unit.js';
import type { ReceiptMail } from '../mail/message.js';
import type { Db } from '../register/database.js';
import { type NewNotice, planNotices } from '../register/notices.js';
import { personById } from '../register/people.js';
import { RECEIPT_NOTICE, type ReceiptToTell, receiptsToTell } from '../register/reading/receipts-to-tell.js';
import { logAction } from '../words/log.js';
import { mailWords } from '../words/mail.js';
import { amountText } from '../words/measure.js';
import { eachApart, throwAll } from './each-apart.js';

/** Receipts written in one round. */
const MOST = 500;

/**
 * Writes to who has sent, recorded or concluded something that it is on record, one mail for each thing done; to who had been asked for
 * it too, that it is done, by whom and what they said. Idempotent: the occasion is the receipt. The link leads to a page that asks who
 * one is: a receipt asks nothing, and lets nobody in.
 */
export async function planReceiptNotices(
  db: Db,
  post: { readonly domain: string; readonly consoleUrl: string },
  now: Instant,
): Promise<void> {
  const notices: NewNotice[] = [];
  const failures = await eachApart(
    await receiptsToTell(db, MOST),
    ({ cycle, occasion }) => `${cycle}/${occasion}`,
    async (receipt) => {
      const notice = await noticeOf(db, post.consoleUrl, receipt, now);
      if (notice !== undefined) notices.push(notice);
    },
  );
  await planNotices(db, notices, post.domain);
  throwAll(failures);
}

async function noticeOf(
  db: Db,
  consoleUrl: string,
  receipt: ReceiptToTell,
  now: Instant,
): Promise<NewNotice | undefined> {
  const { cycle, step, entity, exercise, simulated, occasion, kind, number } = receipt;
  const to = await personById(db, entity, receipt.person);
  if (to === undefined) return undefined;
  const absent = receipt.actingFor === null ? undefined : await personById(db, entity, receipt.actingFor);
  const message: ReceiptMail = {
    kind: RECEIPT_NOTICE,
    entity: { id: entity, name: receipt.name },
    exercise,
    recipient: to.name,
    actingFor: absent?.name,
    simulated,
    at: now,
    of: kind,
    doneBy: await otherWho(db, entity, receipt),
    number: number ?? undefined,
    title: receipt.title,
    doneAt: receipt.at,
    values: (receipt.values ?? []).map(({ code, name, unit, reading, actual }) => ({
      code,
      name,
      value: amountText(actual, unitAsked({ unit: unit ?? undefined, reading: reading ?? undefined })),
    })),
    link: `${consoleUrl}${stepPath(receipt, step)}/adempimento${number === null ? '' : `/ricevuta/${number}`}`,
  };
  return {
    ...{ cycle, step, kind: message.kind, on: romeDate(now), person: to.id, occasion },
    actingFor: receipt.actingFor ?? undefined,
    to: { name: to.name, address: to.email },
    message,
    simulated,
    dueAt: now,
  };
}

/** Who did it, by name, and what they said of it. */
async function otherWho(db: Db, entity: string, { by, kind }: ReceiptToTell): Promise<ReceiptMail['doneBy']> {
  if (by === null) return undefined;
  const [who, absent] = await Promise.all([
    personById(db, entity, by.person),
    by.actingFor === null ? undefined : personById(db, entity, by.actingFor),
  ]);
  const name = who?.name ?? by.person;
  return {
    name: absent === undefined ? name : mailWords.standIn(name, absent.name),
    said: completionNote(by.said ?? '') || undefined,
    decided: kind === 'decision' ? logAction(by.action) : undefined,
  };
}
