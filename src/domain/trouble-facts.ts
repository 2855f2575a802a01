import type { CivilDate, Instant } from './calendar/types.js';
import type { OfCycle, TroubleOf } from './trouble.js';

/** What a look at a part of the system saw. */
export type Facts =
  | ProcessFacts
  | AttemptFacts
  | { readonly about: 'mails'; readonly mails: readonly TroubleOf<'mail-refused' | 'mail-uncertain' | 'mail-unsent'>[] }
  | { readonly about: 'sources'; readonly failing: readonly Omit<TroubleOf<'source-failing'>, 'kind'>[] }
  | {
      readonly about: 'plans';
      readonly now: Instant;
      readonly cycles: readonly PlanFacts[];
      /** Cycles whose Piano could not be read this time. */
      readonly unseen: readonly string[];
    }
  | {
      readonly about: 'drafts';
      readonly drafts: readonly Omit<TroubleOf<'sections-missing'>, 'kind'>[];
      /** Steps whose document could not be looked at this time. */
      readonly unseen: readonly string[];
    }
  | {
      readonly about: 'publications';
      readonly failed: readonly Omit<TroubleOf<'publication-unverified'>, 'kind'>[];
    }
  | { readonly about: 'acts'; readonly acts: readonly Omit<TroubleOf<'act-waiting'>, 'kind'>[] }
  | BackupFacts
  | PayloadFacts
  | { readonly about: 'steps'; readonly steps: readonly StepFacts[] }
  | { readonly about: 'results'; readonly results: readonly Omit<TroubleOf<'not-computed'>, 'kind'>[] }
  | LaunchFacts
  | { readonly about: 'workers'; readonly now: Instant; readonly lastSeen?: Instant }
  | { readonly about: 'schema'; readonly pending: readonly string[]; readonly foreign: readonly string[] };

/** What runs by the register and what runs in Temporal, by the names both have in a space. */
export interface ProcessFacts {
  readonly about: 'processes';
  readonly register: readonly string[];
  readonly temporal: readonly string[];
  /** What did not agree at the look before: a step that is just beginning or ending disagrees for a moment. */
  readonly doubted: ReadonlySet<string>;
  /** Steps that ended a short while ago: their workflows may still wait for mails that were under way. */
  readonly ending: readonly string[];
}

/** How often a workflow's own task, and what it asked for, has been tried. */
export interface WorkflowAttempts {
  readonly workflow: string;
  readonly task?: { readonly attempts: number; readonly failure: string };
  readonly activities: readonly { readonly activity: string; readonly attempts: number; readonly failure: string }[];
}

interface AttemptFacts {
  readonly about: 'attempts';
  readonly running: readonly string[];
  /** Those looked at this time: there may be too many for one look. */
  readonly examined: readonly WorkflowAttempts[];
}

/** A running cycle and its Piano. */
export interface PlanFacts extends Omit<OfCycle, 'step'> {
  /** Absent: the exercise has none. */
  readonly plan?: { readonly inForce: boolean; readonly readings: number; readonly share?: string };
  /** Steps that are not over and are made from the Piano, in the order of the calendar. */
  readonly needing: readonly {
    readonly step: string;
    readonly title: string;
    readonly opensOn: CivilDate;
    readonly isCheckpoint: boolean;
  }[];
}

/** A step that something is wrong with. */
export interface StepFacts extends Required<OfCycle> {
  readonly title: string;
  readonly failed: boolean;
  readonly failure: string;
}

/** Backups of the servers of our own. */
export interface BackupFacts {
  readonly about: 'backups';
  readonly now: Instant;
  /** Days after which the last is too old. */
  readonly days: number;
  /** Since when there has been something to back up. */
  readonly installed: Instant;
  readonly last?: Instant;
}

/** How what people write gets to Temporal. */
export interface PayloadFacts {
  readonly about: 'payloads';
  /** `host:port` of the server. */
  readonly address: string;
  /** Whether there is a key they are encrypted with. */
  readonly encrypted: boolean;
}

/** The last yearly start that was due, and the bodies that should have begun their cycle then. */
export interface LaunchFacts {
  readonly about: 'launches';
  readonly dueAt: Instant;
  readonly now: Instant;
  readonly bodies: readonly { readonly entity: string; readonly begun: boolean; readonly failure?: string }[];
}
