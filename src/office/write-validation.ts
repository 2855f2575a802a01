import type { DocumentHeading } from '../documents/content.js';
import { validationContent } from '../documents/validation.js';
import { writeDocument } from '../documents/write.js';
import { type CycleRef, SYSTEM } from '../domain/acting.js';
import type { DatedStep, Instant } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import type { Decision, FrozenDocument } from '../domain/decision.js';
import { isValidation } from '../domain/oiv/checklist.js';
import { inTransaction } from '../register/database.js';
import { documentOf, saveDocument } from '../register/documents.js';
import { appendLog, isLogged } from '../register/log.js';
import { interviewsOf, oivRemarksOf } from '../register/oiv.js';
import { titlesOf } from '../register/people.js';
import { type Sources, titles } from './contents.js';
import { cycleFacts, idOf } from './cycle-facts.js';
import { deskOf } from './desk.js';
import { titleOf } from './title-of.js';

/** Kind of the document that says whether a Relazione is validated, and why. */
export const VALIDATION = 'validazione';

/**
 * Freezes the document of validation of a decision on the Relazione: its reasons, and the check-list, figures and remarks as they are
 * now. Once per decision; nothing for any other decision, nor for one that only puts the matter off.
 */
export async function writeValidation(
  sources: Sources,
  ref: CycleRef,
  step: DatedStep,
  document: FrozenDocument,
  decision: Decision,
  at: Instant,
): Promise<void> {
  if (!isValidation(step) || decision.outcome === 'deferred') return;
  const { db, bodies } = sources;
  const cycle = idOf(ref);
  const key = `${cycle}/${step.id}/validation/${decision.key}`;
  if (await isLogged(db, key)) return;
  const [{ simulated, documents }, desk, remarks, interviews, officeTitles, before] = await Promise.all([
    cycleFacts(db, ref),
    deskOf(db, ref),
    oivRemarksOf(db, cycle),
    interviewsOf(db, cycle),
    titlesOf(db, ref.entity),
    documentOf(db, cycle, VALIDATION),
  ]);
  const version = (before?.version ?? 0) + 1;
  const heading: DocumentHeading = {
    kind: VALIDATION,
    title: titleOf(VALIDATION, ref.exercise, documents),
    entity: bodies.entity(ref.entity).name,
    exercise: ref.exercise,
    version,
    on: romeDate(at),
    simulated,
  };
  const content = validationContent(heading, {
    approved: decision.outcome === 'approved',
    relazione: { title: document.title, hash: document.hash },
    board: titles(bodies, ref.entity)(step.board ?? ''),
    reasons: decision.remarks ?? '',
    act: { number: decision.actNumber, on: decision.actDate },
    checks: desk.checks,
    figures: desk.figures.flatMap(({ judgement, ...one }) => (judgement === undefined ? [] : [{ ...one, judgement }])),
    remarks,
    interviews: interviews.map(({ heldOn, office }) => ({ heldOn, office: officeTitles.get(office) ?? office })),
  });
  const written = await writeDocument(content);
  await inTransaction(db, async (tx) => {
    if (await isLogged(tx, key)) return;
    await saveDocument(tx, {
      cycle,
      kind: VALIDATION,
      version,
      title: written.title,
      mime: written.mime,
      bytes: written.bytes,
      forms: written.forms,
      simulated,
      frozenAt: at,
    });
    await appendLog(tx, {
      key,
      at,
      actor: SYSTEM,
      action: 'document-frozen',
      subject: written.title,
      cycle,
      step: step.id,
      detail: { kind: VALIDATION, title: written.title, hash: written.hash },
    });
  });
}
