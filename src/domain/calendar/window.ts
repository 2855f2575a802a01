import { err, ok, type Result } from '../result.js';
import { civilDate, isValidDate, lastDateOfMonth } from './civil-date.js';
import type { YearOffset } from './date-rule.js';
import { checkDay, MONTH_NAMES, parseMonth } from './months.js';
import type { CivilDate } from './types.js';

interface WindowEnd {
  /** Absent: the whole month. */
  readonly day?: number;
  readonly month: number;
}

/** The column *tempi* of the source, read: `Giu-Set`, `Gen - Feb`, `Dic`, `31 Dic - 15 Gen`, `In itinere`. */
type Window =
  | { readonly kind: 'ongoing' }
  | { readonly kind: 'span'; readonly from: WindowEnd; readonly to: WindowEnd };

/** Reads a window as the source writes it; the text itself is kept beside it and printed verbatim. */
export function parseWindow(text: string): Result<Window, string> {
  const written = text.trim().replace(/\s+/g, ' ');
  if (written.length > 60) return err('i tempi scritti sono troppo lunghi per essere una finestra');
  if (/^in itinere$/i.test(written)) return ok({ kind: 'ongoing' });
  const ends = written.split(/ ?[-–—] ?/);
  if (ends.length > 2) return err(`«${text}» ha più di due estremi: si attende «Giu-Set» o «Dic»`);
  const from = parseEnd(ends[0] ?? '');
  if (!from.ok) return err(`tempi «${text}»: ${from.error}`);
  const to = ends.length === 1 ? from : parseEnd(ends[1] ?? '');
  if (!to.ok) return err(`tempi «${text}»: ${to.error}`);
  return ok({ kind: 'span', from: from.value, to: to.value });
}

function parseEnd(text: string): Result<WindowEnd, string> {
  const match = /^(?:(\d{1,2})°? )?(\p{L}+\.?)$/u.exec(text);
  if (match === null) return err(`«${text}» non è né un mese né un giorno: si attende «Giu» o «30 aprile»`);
  const month = parseMonth(match[2] ?? '');
  if (!month.ok) return month;
  if (match[1] === undefined) return ok({ month: month.value });
  const day = checkDay(Number(match[1]), month.value);
  return day.ok ? ok({ day: day.value, month: month.value }) : day;
}

/**
 * The first and last day of a window.
 * @param year the calendar year of its first end; a window whose second end comes earlier in the year (`Ott-Gen`) ends
 *   in the next
 */
export function windowDates(
  window: Extract<Window, { kind: 'span' }>,
  year: number,
): Result<{ readonly opensOn: CivilDate; readonly dueOn: CivilDate }, string> {
  const { from, to } = window;
  const wraps = to.month < from.month || (to.month === from.month && (to.day ?? 31) < (from.day ?? 1));
  const endYear = year + (wraps ? 1 : 0);
  const opens = { year, month: from.month, day: from.day ?? 1 };
  const due = to.day === undefined ? undefined : { year: endYear, month: to.month, day: to.day };
  for (const parts of due === undefined ? [opens] : [opens, due]) {
    if (!isValidDate(parts)) {
      return err(`il ${parts.day} ${MONTH_NAMES[parts.month - 1]} ${parts.year} non esiste: scrivere il solo mese`);
    }
  }
  return ok({
    opensOn: civilDate(opens.year, opens.month, opens.day),
    dueOn: due === undefined ? lastDateOfMonth(endYear, to.month) : civilDate(due.year, due.month, due.day),
  });
}

export const yearOffset = (text: 'Y-1' | 'Y' | 'Y+1'): YearOffset => (text === 'Y-1' ? -1 : text === 'Y' ? 0 : 1);
