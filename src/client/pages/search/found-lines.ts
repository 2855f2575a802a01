import { plainText } from '../../../domain/plain-text.js';
import type { Db } from '../../../register/database.js';
import type { LogRecord } from '../../../register/log.js';
import { logReader } from '../../../register/log-reader.js';
import { stepRows } from '../../../register/reading/cycle.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import type { Directory } from '../../../register/reading/directory.js';
import { directoryOf } from '../../../register/reading/directory-of.js';
import { type Looking, linesSaying } from '../../../register/reading/search.js';
import { logActionsSaying } from '../../../words/log.js';
import type { Frame } from '../kit/frame.js';
import { type LogLine, logLine } from '../kit/model/log-line.js';

/** A line of the log that says what is looked for. */
export interface FoundLine {
  readonly cycle: CycleName;
  readonly record: LogRecord;
  readonly line: LogLine;
  /** Title of its step. */
  readonly step: string | undefined;
}

/** How many times as many lines are read as are wanted: some say the words only in what the reader is not to see. */
const READ_FOR_ONE = 5;

/**
 * The lines of a body's log whose sentences say all the words, the latest first: one more than is wanted where there are more. A few
 * queries for each cycle of the body until there are enough.
 */
export async function foundLines(db: Db, frame: Frame, looking: Looking): Promise<readonly FoundLine[]> {
  const { entity, words, individual, today, limit } = looking;
  const actions = new Map(words.map((word) => [word, logActionsSaying(word)]));
  const directory = await directoryOf(db, entity, today);
  const found: FoundLine[] = [];
  for (const cycle of frame.cycles.filter((one) => one.entity === entity)) {
    const reader = await logReader(db, cycle, individual);
    const records = await linesSaying(db, reader, { words, actions, limit: (limit + 1) * READ_FOR_ONE });
    const titles = records.length === 0 ? new Map() : await stepTitles(db, cycle.id);
    found.push(...records.map((record) => inWords(cycle, record, directory, titles)).filter((one) => says(one, words)));
    if (found.length > limit) break;
  }
  return found.slice(0, limit + 1);
}

async function stepTitles(db: Db, cycle: string): Promise<ReadonlyMap<string, string>> {
  const steps = await stepRows(db, cycle);
  return new Map(steps.map((step) => [step.id, step.planned.title]));
}

function inWords(
  cycle: CycleName,
  record: LogRecord,
  directory: Directory,
  titles: ReadonlyMap<string, string>,
): FoundLine {
  const step = record.step === null ? undefined : titles.get(record.step);
  return { cycle, record, line: logLine(record, directory, step ?? ''), step };
}

function says({ line, step, record }: FoundLine, words: readonly string[]): boolean {
  const { what, subject, facts, who, onBehalfOf } = line;
  const said = plainText([what, subject, ...facts, who, onBehalfOf, step, record.subject].join(' '));
  return words.every((word) => said.includes(word));
}
