import type { CivilDate } from '../../domain/calendar/types.js';
import type { Summary } from './summary.js';

/** What a rehearsal tells while it runs. Days are those of its calendar. */
export type RehearsalEvent =
  /** An interrupted rehearsal of another body or exercise is left as it is. */
  | { readonly event: 'left-aside'; readonly entity: string; readonly exercise: number }
  /** An interrupted rehearsal goes on from this day. */
  | {
      readonly event: 'resuming';
      readonly exercise: number;
      readonly on: CivilDate;
      /** Files that have changed since it began: it goes on with what they held then. */
      readonly changedFiles: readonly string[];
      /** `--from` was asked for: it counts only for a rehearsal that begins. */
      readonly fromIgnored: boolean;
    }
  | {
      readonly event: 'ready';
      readonly entity: string;
      readonly exercise: number;
      readonly space: string;
      /** Measured values are made up. */
      readonly simulated: true;
      readonly console: string;
      readonly mailbox: string;
      /** Temporal's own pages, where the server has them. */
      readonly temporal?: string;
      /** Calendar seconds per second. */
      readonly speed: number;
    }
  /** A line of the register's log: `step-opened`, `step-completed`, `decision-approved`… */
  | {
      readonly event: 'logged';
      readonly on: CivilDate;
      readonly action: string;
      readonly subject: string;
      readonly step?: string;
      readonly title?: string;
      /** Id of a person; `system` for what happens by itself. */
      readonly actor: string;
      /** Their name. */
      readonly who?: string;
      readonly detail: object;
    }
  /** Where the cycle stands, every ten seconds. */
  | {
      readonly event: 'state';
      readonly on: CivilDate;
      /** Title of the phase the last open step is of. */
      readonly phase?: string;
      readonly open: readonly string[];
      readonly late: readonly { readonly step: string; readonly title: string }[];
      readonly mailsSent: number;
    }
  /** What somebody of the cast did, or was refused. */
  | { readonly event: 'acted'; readonly said: string }
  | ({ readonly event: 'summary' } & Summary)
  /** The cycle is over; the console stays open unless `--once`. */
  | { readonly event: 'ended'; readonly console: string; readonly staysOpen: boolean }
  | { readonly event: 'stopped' };
