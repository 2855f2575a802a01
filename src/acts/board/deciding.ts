import { actNumbered } from '../../domain/act-number.js';
import type { CycleRef } from '../../domain/acting.js';
import { withArticle } from '../../domain/article.js';
import { formatItalian } from '../../domain/calendar/civil-date.js';
import { cycleId } from '../../domain/cycle-id.js';
import { type Decision, type DecisionReceipt, isSettling, refuseFourEyes } from '../../domain/decision.js';
import { Refused } from '../../domain/refusal.js';
import type { Db } from '../../register/database.js';
import { type DecisionRecord, decisionByKey, decisionsOf } from '../../register/decisions.js';
import { type Person, personById } from '../../register/people.js';
import { preparersOf } from '../../register/preparers.js';
import { awaitedWords } from '../../words/awaited.js';

/**
 * Records a decision so that it counts once and four eyes hold: what is on record under its key is answered without asking
 * again, and who prepared the document, or shares a mailbox with who did, is refused.
 * @param send answers `ended` when nobody carries it out any more: the step has ended
 * @throws a `Refused` with the sentence for the person
 */
export async function decideOnce(
  db: Db,
  ref: CycleRef,
  step: string,
  decision: Omit<Decision, 'recordedOn'>,
  send: (decision: Omit<Decision, 'recordedOn'>) => Promise<DecisionReceipt | 'ended'>,
): Promise<DecisionReceipt> {
  const there = await decisionByKey(db, decision.key);
  if (there !== undefined) return receiptOf(there);
  const refusal = await barredByFourEyes(db, ref, step, decision);
  if (refusal !== undefined) throw new Refused({ text: refusal });
  const receipt = await send(decision);
  if (receipt !== 'ended') return receipt;
  // By this very decision, sent twice, or by another.
  const before = await decisionByKey(db, decision.key);
  if (before !== undefined) return receiptOf(before);
  const settled = (await decisionsOf(db, cycleId(ref), step)).at(-1);
  if (settled === undefined || !isSettling(settled.outcome)) throw new Refused({ text: awaitedWords.ended });
  const by = await personById(db, ref.entity, settled.decidedBy);
  throw new Refused({ text: alreadyApproved(settled, by?.name ?? settled.decidedBy) });
}

/** Why a person may not decide on a document, in Italian: they, or who shares their mailbox, had a hand in it. */
export async function barredByFourEyes(
  db: Db,
  ref: CycleRef,
  step: string,
  { decidedBy, actingFor, documentHash }: Pick<Decision, 'decidedBy' | 'actingFor' | 'documentHash'>,
): Promise<string | undefined> {
  const prepared = await preparersOf(db, { cycle: cycleId(ref), step, hash: documentHash });
  const deciders = [decidedBy, ...(actingFor === undefined ? [] : [actingFor])];
  return refuseFourEyes(await people(db, ref.entity, prepared), await people(db, ref.entity, deciders));
}

async function people(db: Db, entity: string, ids: readonly string[]): Promise<readonly Person[]> {
  return (await Promise.all(ids.map((id) => personById(db, entity, id)))).filter((p) => p !== undefined);
}

const receiptOf = ({ key, outcome, round }: Pick<DecisionRecord, 'key' | 'outcome' | 'round'>): DecisionReceipt => ({
  key,
  outcome,
  round,
  repeated: true,
});

const alreadyApproved = ({ outcome, actNumber, actDate }: DecisionRecord, by: string): string =>
  `${outcome === 'noted' ? 'l’organo ha già preso atto del documento' : 'il documento è già approvato'} con atto ${actNumbered(actNumber ?? '–')} ${actDate === null ? 'senza data' : withArticle('del', formatItalian(actDate))}, registrato da ${by}: questa seconda registrazione non ha effetto`;
