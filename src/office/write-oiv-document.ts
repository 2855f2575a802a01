import type { DocumentContent, DocumentHeading } from '../documents/content.js';
import { opinionContent } from '../documents/opinion.js';
import { validationContent } from '../documents/validation.js';
import { writeDocument } from '../documents/write.js';
import type { CycleRef } from '../domain/acting.js';
import type { DatedStep, Instant } from '../domain/calendar/types.js';
import { cycleId } from '../domain/cycle-id.js';
import type { Decision, FrozenDocument } from '../domain/decision.js';
import { type OivTask, oivTaskOf } from '../domain/oiv/asked.js';
import { never } from '../domain/result.js';
import { isLogged } from '../register/log.js';
import { interviewsOf, oivRemarksOf } from '../register/oiv.js';
import { titlesOf } from '../register/people.js';
import { type Sources, titles } from './contents.js';
import { keepOnce } from './deposit.js';
import { deskOf } from './desk.js';
import { headingOf } from './heading.js';

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
  const { db } = sources;
  const cycle = cycleId(ref);
  const kind = OIV_DOCUMENTS[task];
  const key = `${cycle}/${step.id}/${kind}/${decision.key}`;
  if (await isLogged(db, key)) return;
  const heading = await headingOf(sources, ref, kind, at);
  const { version, simulated } = heading;
  const written = await writeDocument(await contentOf(sources, ref, task, made, heading));
  const { title, mime, bytes, forms } = written;
  const document = { cycle, kind, version, title, mime, bytes, forms, simulated, frozenAt: at };
  await keepOnce(db, { key, step: step.id }, document);
}

async function contentOf(
  { db }: Sources,
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
    board: (await titles(db, ref.entity))(step.board ?? ''),
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
