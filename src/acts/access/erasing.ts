import type { Instant } from '../../domain/calendar/types.js';
import { romeDate } from '../../domain/calendar/zone.js';
import { ADMINISTRATOR, STEERING } from '../../domain/entity.js';
import { err, ok, type Result } from '../../domain/result.js';
import type { ErasureOrder } from '../../domain/retention.js';
import { refuseText } from '../../register/accept.js';
import { listCycles } from '../../register/cycles.js';
import { type Db, inTransaction } from '../../register/database.js';
import { eraseFile, eraseLogTexts, eraseMails, eraseTexts } from '../../register/erasures.js';
import { appendLog } from '../../register/log.js';
import { capacitiesOf } from '../../register/people.js';
import { cycleOfFile, filesSentBy, linesWithTexts, mailsOf, textsOf } from '../../register/personal.js';
import { retentionWords } from '../../words/retention.js';

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

/** Why nothing was erased, in Italian, and what of the order it is about. */
export interface ErasureRefusal {
  readonly field: 'by' | 'reason' | 'act' | 'file' | 'person';
  readonly text: string;
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
 * @param written its hash, or an address that ends with it
 * @returns its hash, or why not, in Italian
 */
export async function takeFileAway(
  db: Db,
  asked: AskedErasure,
  written: string,
): Promise<Result<string, ErasureRefusal>> {
  const refusal = await refuse(db, asked);
  if (refusal !== undefined) return err(refusal);
  const hash = /(?:^|\/)([0-9a-f]{64})$/.exec(written.trim())?.[1];
  if (hash === undefined) return err({ field: 'file', text: words.notHash(written) });
  return await inTransaction(db, async (tx) => {
    const cycle = await cycleOfFile(tx, asked.entity, hash);
    if (cycle === undefined) return err({ field: 'file' as const, text: words.noFile(hash, asked.entity) });
    if ((await eraseFile(tx, hash, orderOf(asked, 'wrong-upload'))) === 0)
      return err({ field: 'file' as const, text: words.shared(hash) });
    await logErasure(tx, asked, 'file-erased', hash, { hash }, cycle);
    return ok(hash);
  });
}

/**
 * Erases what a person wrote and was written in all years of a body: notes, remarks and reasons, mails to them, files they sent.
 * What they did, and decisions of boards, stay.
 * @returns why not, in Italian
 */
export async function erasePerson(
  db: Db,
  asked: AskedErasure,
  person: string,
): Promise<Result<PersonErased, ErasureRefusal>> {
  const refusal = await refuse(db, asked);
  if (refusal !== undefined) return err(refusal);
  const order = orderOf(asked, 'request');
  return await inTransaction(db, async (tx) => {
    const cycles = (await listCycles(tx, asked.entity)).map(({ id }) => id);
    let texts = await eraseLogTexts(tx, await linesWithTexts(tx, cycles, person), order);
    for (const { of, keys } of await textsOf(tx, cycles, person)) texts += await eraseTexts(tx, of, keys, order);
    const mails = await eraseMails(tx, await mailsOf(tx, asked.entity, person), order);
    const hashes = await filesSentBy(tx, cycles, person);
    let files = 0;
    for (const hash of hashes) if ((await eraseFile(tx, hash, order)) > 0) files++;
    const erased = { texts, mails, files };
    if (texts + mails + files === 0) return err({ field: 'person' as const, text: words.nothing(person) });
    await logErasure(tx, asked, 'person-erased', person, erased);
    return ok(erased);
  });
}

const orderOf = ({ entity, reason, act, by, at }: AskedErasure, basis: 'wrong-upload' | 'request'): ErasureOrder => ({
  entity,
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
  await appendLog(tx, { at, actor: by, action, subject, detail: { act, ...what }, cycle });
}

async function refuse(db: Db, { entity, by, reason, act, at }: AskedErasure): Promise<ErasureRefusal | undefined> {
  const held = await capacitiesOf(db, entity, by, romeDate(at));
  if (!held.some(({ role }) => role === STEERING || role === ADMINISTRATOR))
    return { field: 'by', text: words.notTheirs(by) };
  const noReason = reason.trim() === '' ? words.noReason : refuseText(reason);
  if (noReason !== undefined) return { field: 'reason', text: noReason };
  const noAct = act.trim() === '' ? words.noAct : refuseText(act);
  return noAct === undefined ? undefined : { field: 'act', text: noAct };
}
