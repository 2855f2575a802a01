import { SYSTEM } from '../../../../domain/acting.js';
import type { Instant } from '../../../../domain/calendar/types.js';
import { completionNote } from '../../../../domain/completion-note.js';
import { attachmentsOf, type FileRecord } from '../../../../register/acts.js';
import type { Db } from '../../../../register/database.js';
import { logOf } from '../../../../register/log.js';
import { type StepRecord, stepsOf } from '../../../../register/steps.js';

/** How a step ended, as the log has it. */
interface Completion {
  readonly at: Instant;
  /** Undefined where it ended by itself. */
  readonly by?: string;
  readonly actingFor?: string;
  readonly note: string;
}

/** What stands on record of a task. */
export interface TaskRecord {
  readonly completion: Completion | undefined;
  readonly files: readonly FileRecord[];
  /** Titles of the steps it waits for. */
  readonly waitsFor: readonly string[];
}

export async function taskRecord(db: Db, step: StepRecord): Promise<TaskRecord> {
  const [entries, files, steps] = await Promise.all([
    logOf(db, { cycle: step.cycle, step: step.id }),
    attachmentsOf(db, step.cycle, step.id),
    step.status === 'waiting' ? stepsOf(db, step.cycle) : [],
  ]);
  const entry = step.status === 'done' ? entries.find((e) => e.action === 'step-completed') : undefined;
  return {
    completion: entry === undefined ? undefined : completionOf(entry),
    files,
    waitsFor: steps
      .filter((other) => step.planned.after.includes(other.id) && other.status !== 'done')
      .map((other) => other.planned.title),
  };
}

function completionOf(entry: Awaited<ReturnType<typeof logOf>>[number]): Completion {
  const reason = 'reason' in entry.detail && typeof entry.detail.reason === 'string' ? entry.detail.reason : '';
  // The workflow says who before what; the page says who in a line of its own.
  const note = completionNote(reason);
  return {
    at: entry.at,
    note,
    by: entry.actor === SYSTEM ? undefined : entry.actor,
    actingFor: entry.actingFor ?? undefined,
  };
}
