import type { DocumentHeading } from '../documents/content.js';
import type { CycleRef } from '../domain/acting.js';
import type { Instant } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import { cycleId } from '../domain/cycle-id.js';
import { documentOf } from '../register/documents.js';
import type { Sources } from './contents.js';
import { cycleFacts } from './cycle-facts.js';
import { titleOf } from './title-of.js';

/** What stands above a document of a cycle that is written at a moment, as its next version. @throws when the cycle is not in the register */
export async function headingOf(
  { db, bodies }: Sources,
  ref: CycleRef,
  kind: string,
  at: Instant,
): Promise<DocumentHeading> {
  const { simulated, documents } = await cycleFacts(db, ref);
  const last = await documentOf(db, cycleId(ref), kind);
  return {
    kind,
    title: titleOf(kind, ref.exercise, documents),
    entity: bodies.entity(ref.entity).name,
    exercise: ref.exercise,
    version: (last?.version ?? 0) + 1,
    on: romeDate(at),
    simulated,
  };
}
