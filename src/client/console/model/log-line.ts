import type { LogRecord } from '../../../register/log.js';
import { logSentences, consoleWords as words } from '../../../words/console.js';
import { logFacts } from '../../../words/log-facts.js';
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

/** @param own title of the step whose page it is: not repeated on every line */
export function logLine(record: LogRecord, directory: Directory, own: string): LogLine {
  return {
    what: logSentences[record.action] ?? record.action,
    ...(record.subject === own || record.subject === record.step ? {} : { subject: record.subject }),
    facts: logFacts(record.detail).map((fact) => directory.named(fact)),
    who: record.actor === SYSTEM ? words.stepPage.system : directory.person(record.actor),
    ...(record.actingFor === null ? {} : { onBehalfOf: directory.person(record.actingFor) }),
  };
}
