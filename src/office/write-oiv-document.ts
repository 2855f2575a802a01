import type { DocumentContent, DocumentHeading } from '../documents/content.js';
import { opinionContent } from '../documents/opinion.js';
import { validationContent } from '../documents/validation.js';
import { writeDocument } from '../documents/write.js';
import { type CycleRef, SYSTEM } from '../domain/acting.js';
import type { DatedStep, Instant } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import { cycleId } from '../domain/cycle-id.js';
import type { Decision, FrozenDocument } from '../domain/decision.js';
import { type OivTask, oivTaskOf } from '../domain/oiv/asked.js';
import { never } from '../domain/result.js';
import { inTransaction } from '../register/database.js';
import { documentOf, saveDocument } from '../register/documents.js';
import { appendLog, isLogged } from '../register/log.js';
import { interviewsOf, oivRemarksOf } from '../register/oiv.js';
import { titlesOf } from '../register/people.js';
import { type Sources, titles } from './contents.js';
import { cycleFacts } from './cycle-facts.js';
import { deskOf } from './desk.js';
import { titleOf } from './title-of.js';

/** Kind of the document that comes of what the OIV decides. */
export const OIV_DOCUMENTS: Readonly<Record<OivTask, string>> = {
  validation: 'validazione',
  opinion: 'parere-smvp',
};

/** A decision of the OIV, at its step. */
interface OivDecision {
  readonly step: DatedStep;
  readonly document: FrozenDocument;
  readonly decision: Decision;
}

/**
 * Freezes the document of what the OIV decided, a validation or an opinion, also when it refuses: its reasons, and what they rest on as
 * it is now. Once per decision; nothing for any other decision, nor for one that only puts the matter off.
 */
export async function writeOivDocument(sources: Sources, ref: CycleRef, made: OivDecision, at: Instant): Promise<void> {
  const { step, decision } = made;
  const task = oivTaskOf(step);
  if (task === undefined || decision.outcome === 'deferred') return;
  const { db, bodies } = sources;
  const cycle = cycleId(ref);
  const kind = OIV_DOCUMENTS[task];
  const key = `${cycle}/${step.id}/${kind}/${decision.key}`;
  if (await isLogged(db, key)) return;
  const [{ simulated, documents }, before] = await Promise.all([cycleFacts(db, ref), documentOf(db, cycle, kind)]);
  const version = (before?.version ?? 0) + 1;
  const heading: DocumentHeading = {
    kind,
    title: titleOf(kind, ref.exercise, documents),
    entity: bodies.entity(ref.entity).name,
    exercise: ref.exercise,
    version,
    on: romeDate(at),
    simulated,
  };
  const written = await writeDocument(await contentOf(sources, ref, task, made, heading));
  await inTransaction(db, async (tx) => {
    if (await isLogged(tx, key)) return;
    const { title, mime, bytes, forms, hash } = written;
    await saveDocument(tx, { cycle, kind, version, title, mime, bytes, forms, simulated, frozenAt: at });
    await appendLog(tx, {
      key,
      at,
      actor: SYSTEM,
      action: 'document-frozen',
      subject: title,
      cycle,
      step: step.id,
      detail: { kind, title, hash },
    });
  });
}

async function contentOf(
  { db, bodies }: Sources,
  ref: CycleRef,
  task: OivTask,
  { step, document, decision }: OivDecision,
  heading: DocumentHeading,
): Promise<DocumentContent> {
  const cycle = cycleId(ref);
  const remarks = await oivRemarksOf(db, cycle);
  const examined = { title: document.title, hash: document.hash };
  const approved = decision.outcome === 'approved';
  const decided = {
    board: titles(bodies, ref.entity)(step.board ?? ''),
    reasons: decision.remarks ?? '',
    act: { number: decision.actNumber, on: decision.actDate },
  };
  switch (task) {
    case 'opinion':
      return opinionContent(heading, {
        ...decided,
        examined,
        favourable: approved,
        norm: step.norm.citation,
        remarks: remarks.filter(({ about }) => about === 'sistema'),
      });
    case 'validation': {
      const [desk, interviews, offices] = await Promise.all([
        deskOf(db, ref),
        interviewsOf(db, cycle),
        titlesOf(db, ref.entity),
      ]);
      return validationContent(heading, {
        ...decided,
        approved,
        relazione: examined,
        checks: desk.checks,
        figures: desk.figures.flatMap(({ judgement, ...one }) =>
          judgement === undefined ? [] : [{ ...one, judgement }],
        ),
        remarks,
        interviews: interviews.map(({ heldOn, office }) => ({ heldOn, office: offices.get(office) ?? office })),
      });
    }
    default:
      return never(task);
  }
}
