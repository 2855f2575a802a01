import type { CycleRef } from '../../domain/acting.js';
import type { DatedStep, Instant } from '../../domain/calendar/types.js';
import { cycleId } from '../../domain/cycle-id.js';
import type { MissingSection } from '../../domain/drafting/section.js';
import { refuseTransmission, type TransmitCommand } from '../../domain/drafting/transmission.js';
import type { Refusal } from '../../domain/refusal.js';
import { err, ok, type Result } from '../../domain/result.js';
import { atOneMoment, inTransaction } from '../../register/database.js';
import { draftedOf } from '../../register/drafting.js';
import { addTransmission, transmissionsOf } from '../../register/drafting-transmissions.js';
import { transmitAgain } from '../../register/hearing-acts.js';
import { appendLog } from '../../register/log.js';
import { planToWrite } from '../../register/plan-to-write.js';
import { setStepState } from '../../register/steps.js';
import { draftingWords as words } from '../../words/drafting.js';
import type { Deps } from '../deps.js';
import { draftState } from './standing.js';

type OfOffice = Pick<Deps, 'register' | 'bodies'>;

/**
 * The preparers transmit the document of a step to its board, as the round that follows those it has had: complete and, after a
 * rejection, changed, unless they say why it is not. Once for each round.
 */
export async function transmitDocument(
  { register: { db }, bodies }: OfOffice,
  ref: CycleRef,
  step: DatedStep,
  round: number,
  command: TransmitCommand,
  at: Instant,
): Promise<Result<void, readonly Refusal[]>> {
  const cycle = cycleId(ref);
  const document = documentOf(step);
  const found = await atOneMoment(db, async (tx) => {
    const draft = await draftedOf(tx, { cycle, document });
    if (draft === undefined) return undefined;
    const earlier = await transmissionsOf(tx, cycle, step.id);
    const plan = await planToWrite(tx, ref, undefined);
    return { state: await draftState({ db: tx, bodies, plan }, ref, draft), plan, earlier };
  });
  if (found === undefined) return err([{ text: words.noDraft(document) }]);
  const { state, plan, earlier } = found;
  if (earlier.some((one) => one.round === round)) return ok(undefined);
  const before = earlier.findLast((one) => one.round < round)?.contentHash;
  const refusal = refuseTransmission({ ...state, before }, command);
  if (refusal !== undefined) return err([refusal]);
  const { actor, note, unchangedReason } = command;
  await inTransaction(db, async (tx) => {
    await addTransmission(tx, {
      cycle,
      step: step.id,
      round,
      document,
      by: actor.person,
      actingFor: actor.actingFor ?? null,
      at,
      note: note === '' ? null : note,
      unchangedReason: unchangedReason === '' ? null : unchangedReason,
      contentHash: state.contentHash,
      content: state.content,
      planVersion: plan?.version ?? null,
    });
    const said = [note, unchangedReason].filter((text) => text !== '').join('; ');
    const revision = said === '' ? undefined : said;
    if (round > 1) await transmitAgain(tx, { cycle, step: step.id, at, revision });
    await setStepState(tx, cycle, step.id, { waitingFor: step.board === undefined ? step.owners : [step.board] });
    await appendLog(tx, {
      key: `${cycle}/${step.id}/transmission/${round}`,
      at,
      actor: actor.person,
      actingFor: actor.actingFor,
      via: actor.via,
      action: round === 1 ? 'step-transmitted' : 'step-resubmitted',
      subject: step.title,
      cycle,
      step: step.id,
      detail: { round, document, reason: revision },
    });
  });
  return ok(undefined);
}

/** What keeps a task that prepares a document from ending: the sections it answers for that are not ready. */
export async function sectionsMissing(
  { register: { db }, bodies }: OfOffice,
  ref: CycleRef,
  step: DatedStep,
): Promise<readonly MissingSection[]> {
  if (step.prepares === undefined) return [];
  const document = step.prepares;
  return await atOneMoment(db, async (tx) => {
    const draft = await draftedOf(tx, { cycle: cycleId(ref), document });
    if (draft === undefined) return [];
    const plan = await planToWrite(tx, ref, undefined);
    const { missing } = await draftState({ db: tx, bodies, plan }, ref, draft);
    return missing.filter(({ id }) => step.preparesSections?.includes(id) !== false);
  });
}

/** The same of a step of either kind: what the document it transmits, or prepares, still lacks. */
export async function sectionsNotReady(
  office: OfOffice,
  ref: CycleRef,
  step: DatedStep,
): Promise<readonly MissingSection[]> {
  if (step.transmits !== true) return await sectionsMissing(office, ref, step);
  return await sectionsMissing(office, ref, { ...step, prepares: documentOf(step) });
}

/** Rounds of a step that were transmitted. */
export async function roundsTransmitted({ register: { db } }: OfOffice, ref: CycleRef, step: string): Promise<number> {
  return (await transmissionsOf(db, cycleId(ref), step)).at(-1)?.round ?? 0;
}

function documentOf(step: DatedStep): string {
  if (step.document === undefined) throw new Error(`step ${step.id} goes before a board without a document`);
  return step.document;
}
