import type { Logger } from 'pino';
import { type Log, terminalLog } from '../../platform/log.js';

/** Where a running system tells what happens. */
export interface Teller<E extends { readonly event: string }> {
  /** Something that happened. */
  tell(event: E): void;
  /** Progress of long work, and prose. */
  readonly log: Log;
}

/** Tells a collector of logs: whatever is told is one object a line of the journal, sentences as its message. */
export function collectedTeller<E extends { readonly event: string }>(
  journal: Logger,
  sentencesOf: (event: E) => readonly string[],
): Teller<E> {
  return {
    log: terminalLog({ write: (text) => journal.info(text.trimEnd()) }),
    tell: (event) => {
      const fields: object = event;
      journal.info(fields, sentencesOf(event).join(' '));
    },
  };
}

/**
 * Tells people in sentences. With `json`, programs have one object a line on the standard output and nothing else there: progress
 * and prose go to the standard error.
 */
export function teller<E extends { readonly event: string }>(
  json: boolean,
  sentencesOf: (event: E) => readonly string[],
): Teller<E> {
  if (json)
    return { log: terminalLog(process.stderr), tell: (e) => void process.stdout.write(`${JSON.stringify(e)}\n`) };
  const log = terminalLog(process.stdout);
  return {
    log,
    tell: (event) => {
      for (const sentence of sentencesOf(event)) log.line(sentence);
    },
  };
}
