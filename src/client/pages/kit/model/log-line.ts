import { SYSTEM } from '../../../../domain/acting.js';
import type { LogRecord } from '../../../../register/log.js';
import type { Directory } from '../../../../register/reading/directory.js';
import { consoleWords as words } from '../../../../words/console.js';
import { logSentence, logVia } from '../../../../words/log.js';
import { logFacts } from '../../../../words/log-facts.js';

/** A line of the log in words. */
export interface LogLine {
  readonly what: string;
  /** What it was done to, when the sentence does not say it already. */
  readonly subject?: string;
  readonly facts: readonly string[];
  readonly who: string;
  readonly onBehalfOf?: string;
}

/** Said where it is not the pages, by which people usually come. */
const wayOf = ({ channel, token }: LogRecord): string =>
  channel === 'token' || channel === 'mail-link' || channel === 'command-line'
    ? ` (${logVia(channel, token ?? '')})`
    : '';

/** @param own title of the step whose page it is: not repeated on every line */
export function logLine(record: LogRecord, directory: Directory, own: string): LogLine {
  return {
    what: logSentence(record.action),
    subject: record.subject === own || record.subject === record.step ? undefined : record.subject,
    facts: logFacts(record.detail).map((fact) => directory.named(fact)),
    who: record.actor === SYSTEM ? words.stepPage.system : `${directory.person(record.actor)}${wayOf(record)}`,
    onBehalfOf: record.actingFor === null ? undefined : directory.person(record.actingFor),
  };
}
