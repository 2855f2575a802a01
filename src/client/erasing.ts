import { ADMINISTRATOR, STEERING } from '../access/roles.js';
import type { Instant } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import { err, ok, type Result } from '../domain/result.js';
import type { ErasureOrder } from '../domain/retention.js';
import { refuseText } from '../register/accept.js';
import { type Db, inTransaction } from '../register/database.js';
import { eraseFile, eraseLogTexts, eraseMails, eraseTexts } from '../register/erasures.js';
import { appendLog } from '../register/log.js';
import { capacitiesOf } from '../register/people.js';
import { filesSentBy, isFileOfCycle, linesWithTexts, mailsOf, textsOf } from '../register/personal.js';
import { retentionWords } from '../words/retention.js';

const words = retentionWords.erase;

/** An erasure as somebody orders it. */
export interface AskedErasure {
  readonly entity: string;
  /** Who orders it: controllo di gestione, or who administers accesses. */
  readonly by: string;
  readonly reason: string;
  readonly act: string;
  readonly at: Instant;
}

/** How much went. */
export interface PersonErased {
  readonly texts: number;
  readonly mails: number;
  readonly files: number;
}

/**
 * Takes a file away that should not have been sent: its bytes and its name. That it was sent, by whom, when, and its hash
 * stay, with the act.
 * @param cycle that it was sent in
 * @returns why not, in Italian
 */
export async function takeFileAway(
  db: Db,
  asked: AskedErasure,
  cycle: string,
  hash: string,
): Promise<Result<void, string>> {
  const refusal = await refuse(db, asked);
  if (refusal !== undefined) return err(refusal);
  if (!/^[0-9a-f]{64}$/.test(hash)) return err(words.notHash(hash));
  return await inTransaction(db, async (tx) => {
    if (!(await isFileOfCycle(tx, cycle, hash))) return err(words.noFile(hash, cycle));
    await eraseFile(tx, hash, orderOf(asked, 'wrong-upload'));
    await logErasure(tx, asked, 'file-erased', hash, { hash }, cycle);
    return ok(undefined);
  });
}

/**
 * Erases what a person wrote and was written in all years of a body: notes, remarks and reasons, mails to them, files they sent.
 * What they did, and decisions of boards, stay.
 * @returns why not, in Italian
 */
export async function erasePerson(db: Db, asked: AskedErasure, person: string): Promise<Result<PersonErased, string>> {
  const refusal = await refuse(db, asked);
  if (refusal !== undefined) return err(refusal);
  const order = orderOf(asked, 'request');
  return await inTransaction(db, async (tx) => {
    const rows = await tx.selectFrom('cycles').select('id').where('entity', '=', asked.entity).execute();
    const cycles = rows.map((row) => row.id);
    let texts = await eraseLogTexts(tx, await linesWithTexts(tx, cycles, person), order);
    for (const { of, keys } of await textsOf(tx, cycles, person)) texts += await eraseTexts(tx, of, keys, order);
    const mails = await eraseMails(tx, await mailsOf(tx, asked.entity, person), order);
    const hashes = await filesSentBy(tx, cycles, person);
    for (const hash of hashes) await eraseFile(tx, hash, order);
    const erased = { texts, mails, files: hashes.length };
    if (texts + mails + hashes.length === 0) return err(words.nothing(person));
    await logErasure(tx, asked, 'person-erased', person, erased);
    return ok(erased);
  });
}

const orderOf = ({ reason, act, by, at }: AskedErasure, basis: 'wrong-upload' | 'request'): ErasureOrder => ({
  basis,
  reason,
  act,
  by,
  at,
});

/** The line of the log says what and by which act, and repeats nothing of what is gone. */
async function logErasure(
  tx: Db,
  { by, act, at }: AskedErasure,
  action: string,
  subject: string,
  what: object,
  cycle?: string,
): Promise<void> {
  const where = cycle === undefined ? {} : { cycle };
  await appendLog(tx, { at, actor: by, action, subject, detail: { act, ...what }, ...where });
}

async function refuse(db: Db, { entity, by, reason, act, at }: AskedErasure): Promise<string | undefined> {
  const held = await capacitiesOf(db, entity, by, romeDate(at));
  if (!held.some(({ role }) => role === STEERING || role === ADMINISTRATOR)) return words.notTheirs(by);
  if (reason.trim() === '') return words.noReason;
  if (act.trim() === '') return words.noAct;
  return refuseText(reason) ?? refuseText(act);
}
