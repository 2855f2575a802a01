import type { Instant } from '../../domain/calendar/types.js';
import { romeDate } from '../../domain/calendar/zone.js';
import { err, ok, type Result } from '../../domain/result.js';
import type { ErasureOrder } from '../../domain/retention.js';
import { capacityFor } from '../../domain/who-acts.js';
import { refuseText } from '../../register/accept.js';
import { listCycles } from '../../register/cycles.js';
import { type Db, inTransaction } from '../../register/database.js';
import { dropTypedBy } from '../../register/drafting-typing.js';
import { dropEnclosuresBy } from '../../register/enclosures.js';
import { eraseFile, eraseLogTexts, eraseMails, eraseTexts } from '../../register/erasures.js';
import { appendLog } from '../../register/log.js';
import { capacitiesOf } from '../../register/people.js';
import {
  cycleOfFile,
  eraseReasonsOnVoices,
  filesSentBy,
  linesOfPerson,
  mailsOf,
  textsOf,
} from '../../register/personal.js';
import { retentionWords } from '../../words/retention.js';
import { administering } from '../parts.js';

const words = retentionWords.erase;

/** An erasure as somebody orders it. */
interface AskedErasure {
  readonly entity: string;
  /** Who orders it: controllo di gestione, or who administers accesses. */
  readonly by: string;
  readonly reason: string;
  readonly act: string;
  readonly at: Instant;
}

/** Why nothing was erased, in Italian, and what of the order it is about. */
interface ErasureRefusal {
  readonly field: 'by' | 'reason' | 'act' | 'file' | 'person';
  readonly text: string;
}

/** How much went. */
interface PersonErased {
  readonly texts: number;
  readonly mails: number;
  readonly files: number;
}

/**
 * Takes a file away: its bytes and its name. In the transaction of whoever calls.
 * @param written its hash, or an address that ends with it
 * @returns its hash and a cycle in which it was sent, or why not, in Italian
 */
export async function eraseFileIn(
  tx: Db,
  asked: AskedErasure,
  written: string,
): Promise<Result<{ readonly file: string; readonly cycle: string }, ErasureRefusal>> {
  const hash = /(?:^|\/)([0-9a-f]{64})$/.exec(written.trim())?.[1];
  if (hash === undefined) return err({ field: 'file', text: words.notHash(written) });
  const cycle = await cycleOfFile(tx, asked.entity, hash);
  if (cycle === undefined) return err({ field: 'file', text: words.noFile(hash, asked.entity) });
  if ((await eraseFile(tx, hash, orderOf(asked, 'wrong-upload'))) === 0)
    return err({ field: 'file', text: words.shared(hash) });
  return ok({ file: hash, cycle });
}

/** Erases what a person wrote and was written in all years of a body. In the transaction of whoever calls. @returns why not, in Italian */
export async function erasePersonIn(
  tx: Db,
  asked: AskedErasure,
  person: string,
): Promise<Result<PersonErased, ErasureRefusal>> {
  const order = orderOf(asked, 'request');
  const cycles = (await listCycles(tx, asked.entity)).map(({ id }) => id);
  // Of some the log alone says who wrote them: they are looked for before its own texts go.
  const written = await textsOf(tx, cycles, person);
  let texts = await eraseLogTexts(tx, await linesOfPerson(tx, asked.entity, person), order);
  texts += await eraseReasonsOnVoices(tx, asked.entity, { examinedBy: person });
  texts += await dropTypedBy(tx, cycles, person);
  for (const { of, keys } of written) texts += await eraseTexts(tx, of, keys, order);
  const mails = await eraseMails(tx, await mailsOf(tx, asked.entity, person), order);
  let files = await dropEnclosuresBy(tx, asked.entity, person);
  for (const hash of await filesSentBy(tx, cycles, person)) if ((await eraseFile(tx, hash, order)) > 0) files++;
  const erased = { texts, mails, files };
  return texts + mails + files === 0 ? err({ field: 'person', text: words.nothing(person) }) : ok(erased);
}

/** The same at the terminal, where nothing else is at work. */
export async function takeFileAway(
  db: Db,
  asked: AskedErasure,
  written: string,
): Promise<Result<string, ErasureRefusal>> {
  return await ordered(db, asked, async (tx, actingFor) => {
    const done = await eraseFileIn(tx, asked, written);
    if (!done.ok) return done;
    const { file: hash, cycle } = done.value;
    await logErasure(tx, { ...asked, actingFor }, 'file-erased', hash, { hash }, cycle);
    return ok(hash);
  });
}

/** The same at the terminal, of a person. */
export async function erasePerson(
  db: Db,
  asked: AskedErasure,
  person: string,
): Promise<Result<PersonErased, ErasureRefusal>> {
  return await ordered(db, asked, async (tx, actingFor) => {
    const done = await erasePersonIn(tx, asked, person);
    if (done.ok) await logErasure(tx, { ...asked, actingFor }, 'person-erased', person, done.value);
    return done;
  });
}

/** Carries an order out for who may give it today, with whom they stand in for. */
async function ordered<T>(
  db: Db,
  asked: AskedErasure,
  work: (tx: Db, actingFor: string | undefined) => Promise<Result<T, ErasureRefusal>>,
): Promise<Result<T, ErasureRefusal>> {
  const { entity, by, reason, act, at } = asked;
  const held = await capacitiesOf(db, entity, by, romeDate(at));
  const capacity = capacityFor(held, (role) => administering().includes(role));
  if (capacity === undefined) return err({ field: 'by', text: words.notTheirs(by) });
  const noReason = reason.trim() === '' ? words.noReason : refuseText(reason);
  if (noReason !== undefined) return err({ field: 'reason', text: noReason });
  const noAct = act.trim() === '' ? words.noAct : refuseText(act);
  if (noAct !== undefined) return err({ field: 'act', text: noAct });
  return await inTransaction(db, (tx) => work(tx, capacity.actingFor));
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
  { by, actingFor, act, at }: AskedErasure & { readonly actingFor: string | undefined },
  action: string,
  subject: string,
  what: object,
  cycle?: string,
): Promise<void> {
  await appendLog(tx, { at, actor: by, actingFor, action, subject, detail: { act, ...what }, cycle });
}
