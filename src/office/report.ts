import type { DocumentHeading } from '../documents/content.js';
import { writeMonitoring } from '../documents/monitoraggio.js';
import { romeDate } from '../domain/calendar/zone.js';
import { cycleKey } from '../domain/cycle-id.js';
import { type UnreportedResults, unreportedResults } from '../register/assessments.js';
import type { CheckpointRef } from '../register/checkpoints.js';
import { atOneMoment, type Db } from '../register/database.js';
import { saveDocument } from '../register/documents.js';
import { entityOf } from '../register/entities.js';
import { stepOf } from '../register/steps.js';
import { checkpointContent } from './checkpoint-results.js';

/**
 * Deposits the reports that results on record still lack: the first results of a checkpoint have version 1 of its report, and
 * so on. After the transaction that records results, never inside; what is lost between the two the watch writes. Done twice,
 * or by two at once, it changes nothing.
 * @param of one checkpoint; absent: all of running cycles
 */
export async function writeReports(db: Db, of?: CheckpointRef): Promise<void> {
  for (const results of await unreportedResults(db, of)) await writeReport(db, results);
}

async function writeReport(db: Db, results: UnreportedResults): Promise<void> {
  const { cycle, checkpoint, version, at, simulated } = results;
  const { heading, content } = await atOneMoment(db, async (tx) => {
    const { entity: entityId, exercise } = cycleKey(cycle);
    const [step, entity] = await Promise.all([stepOf(tx, cycle, checkpoint), entityOf(tx, entityId)]);
    const content = step === undefined ? undefined : await checkpointContent(tx, step, results.key);
    if (step === undefined || entity === undefined || content === undefined)
      throw new Error(`${checkpoint} of ${cycle} is not whole`);
    const heading: DocumentHeading = {
      kind: checkpoint,
      title: `Rapporto: ${step.planned.title.toLowerCase()} ${exercise}`,
      entity: entity.name,
      exercise,
      version,
      on: romeDate(at),
      simulated,
    };
    return { heading, content };
  });
  const { title, mime, bytes, forms } = await writeMonitoring(heading, content);
  await saveDocument(db, { cycle, kind: checkpoint, version, title, mime, bytes, forms, simulated, frozenAt: at });
}
