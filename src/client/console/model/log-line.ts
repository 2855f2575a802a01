import { formatItalian, parseCivilDate } from '../../../domain/calendar/civil-date.js';
import type { LogRecord } from '../../../register/log.js';
import { logDetails, logSentences, consoleWords as words } from '../../../words/console.js';
import { italianPercent } from '../../../words/format.js';
import type { Directory } from './directory.js';

/** A line of the log in words. */
export interface LogLine {
  readonly what: string;
  /** What it was done to, when the sentence does not say it already. */
  readonly subject?: string;
  readonly facts: readonly string[];
  readonly who: string;
  readonly onBehalfOf?: string;
}

const SYSTEM = 'sistema';
const PERCENTAGES: ReadonlySet<string> = new Set(['achievement', 'coverage']);

/** @param own title of the step whose page it is: not repeated on every line */
export function logLine(record: LogRecord, directory: Directory, own: string): LogLine {
  return {
    what: logSentences[record.action] ?? record.action,
    ...(record.subject === own || record.subject === record.step ? {} : { subject: record.subject }),
    facts: factsOf(record.detail),
    who: record.actor === SYSTEM ? words.stepPage.system : directory.person(record.actor),
    ...(record.actingFor === null ? {} : { onBehalfOf: directory.person(record.actingFor) }),
  };
}

/** The facts of a detail that are for people, in a fixed order; the rest is for programs. */
function factsOf(detail: object): readonly string[] {
  const values = new Map(Object.entries(detail));
  return Object.entries(logDetails).flatMap(([field, label]) => {
    const value: unknown = values.get(field);
    if (typeof value !== 'string' && typeof value !== 'number') return [];
    const said = PERCENTAGES.has(field) ? italianPercent(String(value)) : italian(String(value));
    return value === '' ? [] : [`${label} ${said}`];
  });
}

function italian(value: string): string {
  const date = parseCivilDate(value);
  return date.ok ? formatItalian(date.value) : value;
}
