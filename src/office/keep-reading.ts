import type { Instant } from '../domain/calendar/types.js';
import type { Measure } from '../domain/measured/measure.js';
import { oddities } from '../domain/measured/odd.js';
import { type CheckpointRef, holdCheckpoint } from '../register/checkpoints.js';
import { type CollectedOutcome, recordCollected } from '../register/collected.js';
import { type Db, inTransaction } from '../register/database.js';
import { missingIndicators, submitMeasurements } from '../register/measurements.js';
import type { Source } from '../seeds/sources.js';
import { sourceWords } from '../words/sources.js';

/** Who submits a value that needs no confirmation. */
const AUTOMATIC = 'automatico';

/** What a value is read from, as the register names it. */
type ReadFrom = Pick<Source, 'id' | 'indicator' | 'title' | 'confirm'>;

/** Puts one reading on record and, when it needs no confirmation, submits it. A reading whose key is there changes nothing. */
export async function keepReading(
  db: Db,
  target: CheckpointRef,
  { source, measure }: { readonly source: ReadFrom; readonly measure: Measure },
  result: CollectedOutcome,
  key: string,
  at: Instant,
): Promise<void> {
  // What is odd is for a person to say: nobody else can be asked.
  const odd = result.outcome === 'read' && oddities(result.value, measure).length > 0;
  const toConfirm = odd || (source.confirm ?? true);
  await inTransaction(db, async (tx) => {
    // An officer's form waits for this: its value is never overtaken by an automatic one.
    await holdCheckpoint(tx, target);
    const isNew = await recordCollected(tx, {
      ...target,
      ...result,
      key,
      indicator: source.indicator,
      source: source.id,
      sourceTitle: source.title,
      toConfirm,
      at,
    });
    if (!isNew || result.outcome === 'failed' || toConfirm) return;
    // A value that came back with a remark is for its officer to answer: the source would only say it again.
    const unanswered = (await missingIndicators(tx, target)).some(
      (m) => m.indicator === source.indicator && m.remark === null,
    );
    if (!unanswered) return;
    // Refused when the checkpoint has been closed meanwhile: the reading stays on record, and nobody is asked any more.
    await submitMeasurements(tx, {
      ...target,
      key: `automatic/${key}`,
      officer: AUTOMATIC,
      at,
      simulated: false,
      channel: 'automatic',
      rows: [{ indicator: source.indicator, actual: result.value, note: sourceWords.note(source.title) }],
    });
  });
}
