import type { DocumentContent, DocumentHeading } from '../documents/content.js';
import { writeDocument } from '../documents/write.js';
import { type CycleRef, SYSTEM } from '../domain/acting.js';
import type { DatedStep, Instant } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import { cycleId } from '../domain/cycle-id.js';
import type { FrozenDocument } from '../domain/decision.js';
import { checkpointOf } from '../register/checkpoints.js';
import { atOneMoment, type Db, inTransaction } from '../register/database.js';
import { decisionsOf } from '../register/decisions.js';
import { documentOf, documentsOf, type NewForm, saveDocument } from '../register/documents.js';
import { type DraftedDocument, draftedOf } from '../register/drafting.js';
import { draftFile, standInOf } from '../register/drafting-files.js';
import { type Transmission, type Transmitted, transmittedIn } from '../register/drafting-transmissions.js';
import { bringBefore } from '../register/hearing-acts.js';
import { hearingsOf } from '../register/hearings.js';
import { appendLog, loggedUnder } from '../register/log.js';
import { holdersOf } from '../register/people.js';
import { planToWrite } from '../register/plan-to-write.js';
import { withSharedMailboxes } from '../register/preparers.js';
import { setStepState } from '../register/steps.js';
import type { Bodies } from '../seeds/bodies.js';
import { deposited } from './deposit.js';
import type { Deps } from './deps.js';
import { standInContent } from './drafting/compose.js';
import { contentNow } from './drafting/content-now.js';
import { preparersOfDraft } from './drafting/preparers.js';
import { sectionsTransmitted } from './drafting/standing.js';
import { picturesOf } from './forms.js';
import { headingOf } from './heading.js';

/** Writes a step's document from one snapshot and freezes it, once per step and round. */
export async function freezeDocument(
  { register, bodies }: Pick<Deps, 'register' | 'bodies'>,
  ref: CycleRef,
  step: DatedStep,
  round: number,
  at: Instant,
  proposedVersion?: number,
): Promise<FrozenDocument> {
  const kind = step.document;
  if (kind === undefined) throw new Error(`step ${step.id} goes before a board without a document`);
  return await deposited(async () => {
    const key = `${cycleId(ref)}/${step.id}/document/${round}`;
    const found = await atOneMoment(register.db, async (tx) => {
      const prepared = await preparers(tx, ref, step, at);
      const preparedBy = await keptFromDeciding(tx, ref, prepared);
      const there =
        (await alreadyApproved(tx, ref, step, kind)) ??
        (await frozenAs(tx, key)) ??
        (await reportOnRecord(tx, ref, kind));
      if (there !== undefined) return { there: { ...there, preparedBy } };
      return {
        prepared,
        preparedBy,
        toWrite: await toWrite({ db: tx, bodies }, ref, step, { kind, round, at, proposedVersion }),
      };
    });
    const before = { cycle: cycleId(ref), step: step.id, round, at };
    if (found.there !== undefined) {
      const { hash: documentHash, planVersion } = found.there;
      await bringBefore(register.db, { ...before, documentHash, planVersion });
      await waitForBoard(register.db, ref, step);
      return found.there;
    }
    const { prepared, preparedBy, toWrite: draft } = found;
    const document = await writeDocument(draft.content, await picturesOf(register.db, draft));
    const forms = [...document.forms, ...draft.forms];
    const carried = kind === 'piano' ? draft.plan?.version : undefined;
    const result: Omit<FrozenDocument, 'preparedBy'> = {
      kind,
      title: document.title,
      hash: document.hash,
      frozenOn: romeDate(at),
      planVersion: carried,
    };
    return await inTransaction(register.db, async (tx) => {
      await waitForBoard(tx, ref, step);
      // Another attempt at the same activity may have been quicker: what it froze stays.
      const there = await frozenAs(tx, key);
      if (there !== undefined) return { ...there, preparedBy };
      await saveDocument(tx, {
        cycle: cycleId(ref),
        kind,
        version: draft.version,
        title: document.title,
        mime: document.mime,
        bytes: document.bytes,
        forms,
        preparedBy: prepared,
        planVersion: carried,
        simulated: draft.simulated,
        frozenAt: at,
      });
      const reason = await reasonProposed(tx, ref, step, carried);
      await bringBefore(tx, { ...before, documentHash: document.hash, planVersion: carried, reason });
      await appendLog(tx, {
        key,
        at,
        actor: SYSTEM,
        action: 'document-frozen',
        subject: document.title,
        cycle: cycleId(ref),
        step: step.id,
        detail: result,
      });
      return { ...result, preparedBy };
    });
  });
}

/** Why an amendment is proposed, as its proposal says. */
async function reasonProposed(
  db: Db,
  ref: CycleRef,
  step: DatedStep,
  version: number | undefined,
): Promise<string | undefined> {
  if (step.kind !== 'amendment' || version === undefined) return undefined;
  const key = await proposalKey(db, cycleId(ref), step.id, version);
  const [line] = await loggedUnder(db, [key]);
  const reason: unknown = line && Reflect.get(line.detail, 'reason');
  return typeof reason === 'string' ? reason : undefined;
}

/** Key of the line of the log that says that a version was proposed: of one taken back and proposed again, another. */
export async function proposalKey(db: Db, cycle: string, step: string, version: number): Promise<string> {
  const key = `${cycle}/${step}/proposal/${version}`;
  const takenBack = (await hearingsOf(db, cycle, step)).filter(
    (one) => one.planVersion === version && one.withdrawnAt !== null,
  );
  return takenBack.length === 0 ? key : `${key}/${takenBack.length + 1}`;
}

/** What a document of a step says: what was transmitted in the round or, where nothing was, what its draft says now. */
export async function toWrite(
  { db, bodies }: { readonly db: Db; readonly bodies: Bodies },
  ref: CycleRef,
  step: Pick<DatedStep, 'id'>,
  {
    kind,
    round,
    at,
    proposedVersion,
  }: {
    readonly kind: string;
    readonly round: number;
    readonly at: Instant;
    readonly proposedVersion?: number | undefined;
  },
) {
  const heading = await headingOf({ db, bodies }, ref, kind, at);
  const { version, simulated } = heading;
  const transmitted = await transmittedIn(db, { cycle: cycleId(ref), step: step.id, round });
  const plan = await planToWrite(db, ref, proposedVersion ?? transmitted?.planVersion ?? undefined);
  const draft = await draftedOf(db, { cycle: cycleId(ref), document: kind });
  const said = draft && transmitted && (await asTransmitted(db, heading, draft, transmitted));
  if (said !== undefined) return { ...said, version, plan, simulated };
  const content = await contentNow({ db, bodies }, ref, heading, plan);
  return { content, version, plan, simulated, forms: draft === undefined ? [] : await ownFile(db, draft) };
}

/** What was transmitted, whatever was written since; undefined where only its hash was kept. */
async function asTransmitted(
  db: Db,
  heading: DocumentHeading,
  draft: DraftedDocument,
  transmitted: Transmitted & Pick<Transmission, 'contentHash'>,
): Promise<{ readonly content: DocumentContent; readonly forms: readonly NewForm[] } | undefined> {
  const sections = sectionsTransmitted(transmitted);
  if (sections !== undefined)
    return { content: { ...heading, landscape: draft.outline.landscape, sections }, forms: [] };
  const { contentHash } = transmitted;
  const file = await draftFile(db, draft.cycle, contentHash);
  if (file === undefined) return undefined;
  const forms = [{ form: 'pdf', mime: file.mime, bytes: file.bytes }] as const;
  return { content: standInContent(heading, { name: file.name, hash: contentHash }), forms };
}

/** The body's own file that stands in for the document: it is its PDF. */
async function ownFile(db: Db, draft: DraftedDocument): Promise<readonly NewForm[]> {
  const standing = await standInOf(db, draft);
  const file = standing && (await draftFile(db, draft.cycle, standing.hash));
  if (standing !== undefined && file === undefined)
    throw new Error(`the file ${standing.hash} of ${draft.cycle} is gone`);
  return file === undefined ? [] : [{ form: 'pdf', mime: file.mime, bytes: file.bytes }];
}

/** What was transmitted waits for its board, also where a step goes on that had stopped. */
async function waitForBoard(db: Db, ref: CycleRef, { id, transmits, board }: DatedStep): Promise<void> {
  if (transmits === true && board !== undefined) await setStepState(db, cycleId(ref), id, { waitingFor: [board] });
}

async function preparers(db: Db, ref: CycleRef, step: DatedStep, at: Instant): Promise<readonly string[]> {
  const draft =
    step.transmits === true && step.document !== undefined
      ? await draftedOf(db, { cycle: cycleId(ref), document: step.document })
      : undefined;
  if (draft !== undefined) return await preparersOfDraft(db, step, draft);
  const owners = step.owners.filter((role) => role !== step.board);
  const holders = await Promise.all(owners.map((role) => holdersOf(db, ref.entity, role, romeDate(at))));
  return [...new Set(holders.flat().flatMap((h) => [h.id, ...(h.actingFor === undefined ? [] : [h.actingFor])]))];
}

/** Who may not decide on the document: its preparers and whoever shares a mailbox with one of them. */
async function keptFromDeciding(db: Db, ref: CycleRef, preparedBy: readonly string[]): Promise<readonly string[]> {
  return [...new Set([...preparedBy, ...(await withSharedMailboxes(db, ref.entity, preparedBy)).map((p) => p.id)])];
}

/** The document another step's board has approved: the OIV validates the very Relazione the Giunta approved. */
async function alreadyApproved(
  db: Db,
  ref: CycleRef,
  step: DatedStep,
  kind: string,
): Promise<Omit<FrozenDocument, 'preparedBy'> | undefined> {
  if (step.kind === 'amendment') return undefined;
  const decisions = await decisionsOf(db, cycleId(ref));
  const documents = (await documentsOf(db, cycleId(ref))).filter((d) => d.kind === kind);
  const found = decisions
    .filter((d) => d.outcome === 'approved' && d.step !== step.id)
    .map((d) => documents.find((document) => document.hash === d.documentHash))
    .findLast((document) => document !== undefined);
  return found === undefined
    ? undefined
    : { kind, title: found.title, hash: found.hash, frozenOn: romeDate(found.frozenAt) };
}

/** The report of a checkpoint goes before its board as it was written when the checkpoint closed. */
async function reportOnRecord(
  db: Db,
  ref: CycleRef,
  kind: string,
): Promise<Omit<FrozenDocument, 'preparedBy'> | undefined> {
  if ((await checkpointOf(db, { cycle: cycleId(ref), checkpoint: kind })) === undefined) return undefined;
  const report = await documentOf(db, cycleId(ref), kind);
  if (report === undefined) throw new Error(`il rapporto di «${kind}» non è ancora tra i documenti del ciclo`);
  return { kind, title: report.title, hash: report.hash, frozenOn: romeDate(report.frozenAt) };
}

async function frozenAs(db: Db, key: string): Promise<Omit<FrozenDocument, 'preparedBy'> | undefined> {
  const [row] = await loggedUnder(db, [key]);
  // Written by this file and never changed: the log is append-only.
  return row === undefined ? undefined : (row.detail as Omit<FrozenDocument, 'preparedBy'>);
}
