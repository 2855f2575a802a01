import { subsectionOf } from '../documents/site/labels.js';
import type { PublishedAct, PublishedBody } from '../documents/site/published.js';
import type { Snapshot } from '../documents/snapshot.js';
import type { CycleRef } from '../domain/acting.js';
import { SYSTEM } from '../domain/acting.js';
import type { DatedStep, Instant } from '../domain/calendar/types.js';
import { cycleId } from '../domain/cycle-id.js';
import { siteOf } from '../domain/entity.js';
import { type DecisionRecord, decisionsOf } from '../register/decisions.js';
import { type DocumentRecord, documentsOf } from '../register/documents.js';
import { appendLog } from '../register/log.js';
import { correctedAct } from '../words/act-correction.js';
import { siteWords as words } from '../words/site.js';
import { titles } from './contents.js';
import type { Deps } from './deps.js';
import { snapshotOf } from './forms.js';
import { type NewPublication, publishVersion } from './site.js';
import { verifyPublication } from './verify-publication.js';
import { OIV_DOCUMENTS } from './write-oiv-document.js';

type Publisher = Pick<Deps, 'register' | 'bodies' | 'publicDir' | 'siteStore'>;

/**
 * Publishes the document its board approved, in every form, below the label Amministrazione Trasparente prescribes. A new
 * version stands beside the old one, and is read back at once: where it is not found yet, it is looked for until it is. The Relazione is
 * not published before the OIV validated it, and the document of that goes with it.
 */
export async function publish(
  deps: Publisher,
  ref: CycleRef,
  step: DatedStep,
  run: number,
  at: Instant,
): Promise<Pick<DocumentRecord, 'title' | 'hash'> & { readonly verified: boolean }> {
  const { register } = deps;
  const kind = step.document;
  if (kind === undefined) throw new Error(`step ${step.id} publishes no document`);
  const cycle = cycleId(ref);
  const approvals = (await decisionsOf(register.db, cycle)).filter((d) => d.outcome === 'approved');
  const documents = await documentsOf(register.db, cycle);
  const document = approved(documents, approvals, kind);
  const validation = documents.findLast((one) => one.kind === OIV_DOCUMENTS.validation);
  let verified = true;
  for (const one of kind === 'relazione' && validation !== undefined ? [document, validation] : [document])
    verified = (await putOnSite(deps, ref, step, one, { approvals, run, at })) && verified;
  return { title: document.title, hash: document.hash, verified };
}

/** Publishes a document under its label, says so in the log and reads it back. @returns whether it was found */
export async function putOnSite(
  deps: Publisher,
  ref: CycleRef,
  step: Pick<DatedStep, 'id'>,
  document: DocumentRecord,
  { approvals, run, at }: { readonly approvals: readonly DecisionRecord[]; readonly run: number; readonly at: Instant },
): Promise<boolean> {
  const { register, publicDir } = deps;
  const cycle = cycleId(ref);
  const { hash, title, kind } = document;
  const subsection = subsectionOf(kind);
  if (subsection === undefined) throw new Error(`step ${step.id} publishes no known document`);
  const { body, snapshot, facts } = await publicationOf(deps, ref, document, approvals, at);
  await publishVersion(register.db, publicDir, body, snapshot, facts);
  await appendLog(register.db, {
    key: `${cycle}/${step.id}/published/${run}/${hash}`,
    at,
    actor: SYSTEM,
    action: 'document-published',
    subject: title,
    cycle,
    step: step.id,
    detail: { hash, label: subsection.label },
  });
  return await verifyPublication(deps, { cycle, step: step.id, hash }, at);
}

/** What a document is published as, with the acts it had been approved by at that moment. */
export async function publicationOf(
  { register, bodies }: Pick<Deps, 'register' | 'bodies'>,
  ref: Pick<CycleRef, 'entity'>,
  { hash, kind }: Pick<DocumentRecord, 'hash' | 'kind'>,
  approvals: readonly DecisionRecord[],
  at: Instant,
): Promise<{ readonly body: PublishedBody; readonly snapshot: Snapshot; readonly facts: NewPublication }> {
  const snapshot = await snapshotOf(register.db, hash);
  if (snapshot === undefined) throw new Error(`document ${hash} has no snapshot to publish`);
  const titleOf = await titles(register.db, ref.entity);
  const acts = approvals
    .filter((d) => d.documentHash === hash && d.at <= at)
    .map(
      (d): PublishedAct => ({
        board: titleOf(d.board),
        number: d.actNumber,
        date: d.actDate,
        corrected: correctedAct(d.corrected),
      }),
    );
  const entity = bodies.entity(ref.entity);
  const { name, ipa, contacts } = entity;
  const email = contacts?.email;
  const body: PublishedBody = {
    ...{ id: ref.entity, name, ipa },
    contact: email === undefined ? undefined : { name: contacts?.name ?? name, email },
    site: siteOf(entity),
  };
  return { body, snapshot, facts: { kind, publishedAt: at, acts } };
}

/** The last version a board approved. @throws saying why when there is none, or the OIV has not validated the Relazione */
function approved(
  documents: readonly DocumentRecord[],
  approvals: readonly DecisionRecord[],
  kind: string,
): DocumentRecord {
  const document = documents
    .filter((d) => d.kind === kind)
    .findLast((d) => approvals.some((a) => a.documentHash === d.hash));
  if (document === undefined) throw new Error(words.notApproved(kind));
  const validated = approvals.some((a) => a.board === 'oiv' && a.documentHash === document.hash);
  if (kind === 'relazione' && !validated) throw new Error(words.notValidated);
  return document;
}
