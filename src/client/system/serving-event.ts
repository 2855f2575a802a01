import { never } from '../../domain/result.js';
import { systemWords as words } from '../../words/system.js';

/** What a system in real time tells, whole or one process at a time. */
export type ServingEvent =
  | {
      readonly event: 'serving';
      readonly console: string;
      readonly entities: readonly { readonly id: string; readonly name: string }[];
      /** Folder where mail stays; absent where it really leaves. */
      readonly mailbox?: string;
    }
  | { readonly event: 'worker-ready' }
  | { readonly event: 'console-ready'; readonly console: string }
  | { readonly event: 'stopped' };

/** The same for people. */
export function servingSentences(told: ServingEvent): readonly string[] {
  switch (told.event) {
    case 'serving': {
      const names = told.entities.map(({ name }) => name);
      const mail = told.mailbox === undefined ? [] : [words.mailStays(told.mailbox)];
      return [...words.serving(told.console, names), ...mail];
    }
    case 'worker-ready':
      return [words.workerReady];
    case 'console-ready':
      return [words.consoleReady(told.console)];
    case 'stopped':
      // Who pressed Ctrl-C has been told by what stops.
      return [];
    default:
      return never(told);
  }
}
