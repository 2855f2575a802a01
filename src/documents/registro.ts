import type { Instant } from '../domain/calendar/types.js';
import type { LogChannel } from '../domain/via.js';
import { documentWords as words } from '../words/documents.js';
import { logAction, logVia } from '../words/log.js';
import { type DocumentContent, type DocumentHeading, instant } from './content.js';

/** A line of the log as it is given to the OIV; ids already have their names. */
export interface LogLine {
  readonly id: number;
  readonly at: Instant;
  /** Wall time, which in a rehearsal is another. */
  readonly recordedAt: Instant;
  readonly actor: string;
  readonly actingFor: string;
  readonly action: string;
  readonly subject: string;
  readonly step: string;
  /** The detail in words. */
  readonly facts: readonly string[];
  /** By which way it came, as the register has it, and with which token. */
  readonly via: LogChannel;
  readonly token: string;
  /** The detail whole, for programs. */
  readonly detail: object;
}

/** Who did what when, from the first line: the log of a cycle, whole, for who must check it. */
export function logContent(heading: DocumentHeading, lines: readonly LogLine[]): DocumentContent {
  return {
    ...heading,
    landscape: true,
    sections: [
      {
        level: 2,
        title: words.titles.registro ?? '',
        blocks: [
          {
            kind: 'table',
            dataset: 'registro',
            caption: words.titles.registro ?? '',
            columns: [
              { title: words.log.order, figures: true, share: 0.8 },
              { title: words.log.at, share: 2, heads: true },
              { title: words.log.recorded, dataOnly: true },
              { title: words.log.who, share: 2 },
              { title: words.log.actingFor, share: 1.5 },
              { title: words.log.what, share: 2 },
              { title: words.log.subject, share: 3 },
              { title: words.log.step, share: 2 },
              { title: words.log.via, share: 1.2 },
              { title: words.log.detail, share: 4 },
              { title: words.log.data, dataOnly: true },
            ],
            rows: lines.map((line) => ({
              cells: [
                { kind: 'number', value: String(line.id) },
                instant(line.at),
                instant(line.recordedAt),
                line.actor,
                line.actingFor,
                logAction(line.action),
                line.subject,
                line.step,
                logVia(line.via, line.token),
                line.facts.join('; '),
                Object.keys(line.detail).length === 0 ? '' : JSON.stringify(line.detail),
              ],
            })),
          },
        ],
      },
    ],
  };
}
