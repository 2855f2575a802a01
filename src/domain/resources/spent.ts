import type { CivilDate } from '../calendar/types.js';
import type { DecimalText } from '../targets/types.js';
import { sumOf } from './ledger.js';

/** The latest figure on record of a programme, or of one line of its resources, in euro since the beginning of the exercise. */
export interface SpentFigure {
  readonly programme: string;
  /** Absent: of the programme as a whole. */
  readonly line?: string;
  readonly amount: DecimalText;
  readonly upTo: CivilDate;
  readonly note: string;
  readonly actor: string;
}

/** What a programme has spent. */
export interface ProgrammeSpent {
  readonly programme: string;
  readonly amount: DecimalText;
  /** Of the latest of its figures. */
  readonly upTo: CivilDate;
  readonly note: string;
  readonly actor: string;
  /** Line by line; empty where only the whole is on record. */
  readonly lines: readonly SpentFigure[];
}

/**
 * What programmes have spent: once lines of one are on record they are what counts, and the figure of the whole no longer does.
 * @param figures the latest one of each programme and line
 */
export function spentByProgramme(figures: readonly SpentFigure[]): readonly ProgrammeSpent[] {
  const programmes = [...new Set(figures.map(({ programme }) => programme))].sort();
  return programmes.flatMap((programme) => {
    const mine = figures.filter((one) => one.programme === programme);
    const lines = mine.filter(({ line }) => line !== undefined);
    const counting = lines.length > 0 ? lines : mine;
    const [latest] = counting.toSorted((a, b) => (a.upTo < b.upTo ? 1 : -1));
    if (latest === undefined) return [];
    const { upTo, note, actor } = latest;
    return [{ programme, amount: sumOf(counting.map(({ amount }) => amount)), upTo, note, actor, lines }];
  });
}
