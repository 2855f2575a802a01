import type { Context } from 'hono';
import { speakersOn, spokenOf } from '../../../acts/step/remark-step.js';
import type { MissingSection } from '../../../domain/drafting/section.js';
import { OIV } from '../../../domain/entity.js';
import { leftToConsider } from '../../../domain/voices/strategic-feedback.js';
import { attachmentsOf, type FileRecord } from '../../../register/acts.js';
import type { Db } from '../../../register/database.js';
import { type DecisionRecord, decisionsOf } from '../../../register/decisions.js';
import type { LogRecord } from '../../../register/log.js';
import { logReader } from '../../../register/log-reader.js';
import { awaitedOffices } from '../../../register/reading/awaited-offices.js';
import { awaitedSections } from '../../../register/reading/awaited-sections.js';
import { type CheckpointContent, checkpointContent } from '../../../register/reading/checkpoint.js';
import { phasesOf, stepRows } from '../../../register/reading/cycle.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import type { Directory } from '../../../register/reading/directory.js';
import { directoryOf } from '../../../register/reading/directory-of.js';
import { type DocumentLine, stepDocuments } from '../../../register/reading/documents.js';
import { type ReadingsWaiting, readingsWaiting } from '../../../register/reading/readings-waiting.js';
import { type NoticeLine, stepHistory, stepNotices } from '../../../register/reading/step-history.js';
import { type StepView, stepView } from '../../../register/reading/step-view.js';
import { strategicFeedback } from '../../../register/reading/strategic-feedback.js';
import { type StepRemark, stepRemarksOf } from '../../../register/step-remarks.js';
import { consoleWords as words } from '../../../words/console.js';
import { voiceWords } from '../../../words/voices.js';
import { type Frame, frameOf } from '../kit/frame.js';
import { cycleIdIn, type Site } from '../kit/site.js';
import { takesAway } from '../kit/table/table-file.js';
import { allows } from '../kit/viewer.js';
import { hasPart } from './files.js';

/** More than any step has. */
const ALL = 1_000_000;
/** How many lines of its history a step's page shows. */
export const HISTORY_LINES = 200;
const NOTICE_LINES = 100;

/** Everything on record about a step, as its page shows it. */
export interface StepPageData {
  readonly frame: Frame;
  readonly cycle: CycleName;
  readonly step: StepView;
  readonly phaseTitle: string;
  /** Whether who reads may act on the step. */
  readonly steers: boolean;
  /** Whether they may put a fact of it on record. */
  readonly notes: boolean;
  /** What was attached to it; empty for who has no part in it. */
  readonly files: readonly FileRecord[];
  /** Whether they have part in what colleagues say of it, and what that is. */
  readonly speaks: boolean;
  readonly stepRemarks: readonly StepRemark[];
  /** Whether who asks may remark on the report of a checkpoint. */
  readonly remarksToo: boolean;
  /** All steps of the cycle. */
  readonly steps: readonly StepView[];
  readonly directory: Directory;
  readonly history: readonly LogRecord[];
  readonly ledger: { readonly total: number; readonly notices: readonly NoticeLine[] };
  readonly decisions: readonly DecisionRecord[];
  readonly documents: readonly DocumentLine[];
  /** Undefined for a step that is not a checkpoint, or one not yet open. */
  readonly checkpoint: CheckpointContent | undefined;
  /** Readings that nobody has confirmed: at a checkpoint, for who steers. */
  readonly waiting: ReadingsWaiting | undefined;
  /** Sections of the document it waits for that lack the data they are computed from. */
  readonly lacking: readonly MissingSection[];
  /** How much of the strategic feedback is left to consider; undefined where it is not read. */
  readonly toConsider: string | undefined;
}

/** Undefined when the address names no step. */
export async function stepPageData({ deps, assets }: Site, c: Context): Promise<StepPageData | undefined> {
  const frame = await frameOf(deps, assets, c, cycleIdIn(c));
  const { cycle } = frame;
  const id = c.req.param('step');
  if (cycle === undefined || id === undefined) return undefined;
  const { db } = deps.register;
  const whole = takesAway(c);
  const [phases, rows, directory, awaited, history, ledger, decisions, documents, stepRemarks, indicators] =
    await Promise.all([
      phasesOf(db, cycle.id),
      stepRows(db, cycle.id),
      directoryOf(db, cycle.entity, frame.today),
      awaitedOffices(db, cycle.id),
      stepHistory(db, await logReader(db, cycle, allows(c, 'read-individual')), id, whole ? ALL : HISTORY_LINES),
      stepNotices(db, cycle.id, id, whole ? ALL : NOTICE_LINES),
      decisionsOf(db, cycle.id, id),
      stepDocuments(db, cycle.id, id),
      stepRemarksOf(db, cycle.id, { step: id }),
      spokenOf(db, cycle, id),
    ]);
  const steps = rows.map((row) => stepView(row, frame.today, awaited.get(row.id)));
  const step = steps.find((one) => one.id === id);
  if (step === undefined) return undefined;
  const { planned } = step;
  const isCheckpoint = planned.kind === 'checkpoint';
  const steers = allows(c, 'steer');
  const holds = new Set(c.get('standing')?.capacities.map(({ role }) => role));
  const phase = phases.find((one) => one.id === planned.phase);
  const notes = hasPart(c, planned);
  return {
    ...{ frame, cycle, step, steps, directory, history, ledger, decisions, documents, stepRemarks, steers },
    phaseTitle: phase === undefined ? planned.phase : words.cycle.phase(phase.number, phase.title),
    notes,
    files: notes ? await attachmentsOf(db, cycle.id, id) : [],
    speaks: speakersOn(planned, indicators).some((role) => holds.has(role)),
    remarksToo: holds.has(OIV),
    checkpoint: isCheckpoint
      ? await checkpointContent(db, { cycle: cycle.id, checkpoint: id }, cycle.entity, cycle.exercise)
      : undefined,
    waiting: steers && isCheckpoint ? await readingsWaiting(db, cycle) : undefined,
    lacking: await lackingAt(db, cycle.id, step),
    toConsider: await toConsider(db, cycle, step),
  };
}

async function lackingAt(db: Db, cycle: string, { planned, status }: StepView): Promise<readonly MissingSection[]> {
  if (status !== 'open' && status !== 'late') return [];
  const [awaited] = [...(await awaitedSections(db, [{ cycle, planned }])).values()];
  return (awaited?.sections ?? []).filter(({ needs }) => needs !== undefined);
}

/** While the exercise is being planned: how much of what last cycle left is still to be considered. */
async function toConsider(db: Db, { entity, exercise }: CycleName, { planned }: StepView): Promise<string | undefined> {
  if (planned.kind !== 'task' || planned.opensOn >= `${exercise}-01-01`) return undefined;
  const items = await strategicFeedback(db, entity, exercise);
  return items.length === 0 ? undefined : voiceWords.left(leftToConsider(items), items.length);
}
