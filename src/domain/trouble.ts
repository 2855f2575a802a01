import type { Instant } from './calendar/types.js';
import { cycleId } from './cycle-id.js';
import { never } from './result.js';
import type { Retained } from './retention.js';

/** A body, one of its exercises, and a step of it where the trouble is of one. */
export interface OfCycle {
  readonly entity: string;
  readonly exercise: number;
  readonly step?: string;
}

/** A workflow as it is called within its space: `ccms/2016/piano-approvazione`. */
interface OfWorkflow {
  readonly entity: string;
  readonly workflow: string;
  /** How often it was tried. */
  readonly attempts: number;
  /** What the last try failed with. */
  readonly failure: string;
}

/** Mails of a body, in numbers. */
interface OfMails {
  readonly entity: string;
  readonly mails: number;
  readonly since: Instant;
  /** What the server said of the last. */
  readonly failure?: string;
}

/** Something that is stuck and does not mend by itself. What has no `entity` concerns the whole installation. */
export type Trouble =
  /** The register says that it runs, Temporal does not. */
  | ({ readonly kind: 'process-missing' } & OfCycle)
  /** Temporal runs it, the register says that it is over or does not know it. */
  | { readonly kind: 'process-stray'; readonly entity: string; readonly workflow: string }
  /** What a workflow asked for fails again and again. */
  | ({ readonly kind: 'activity-retrying'; readonly activity: string } & OfWorkflow)
  /** A workflow cannot go on: its code or its history is at fault. */
  | ({ readonly kind: 'task-failing' } & OfWorkflow)
  /** Refused by a mail server, or reported as not delivered. */
  | ({ readonly kind: 'mail-refused' } & OfMails)
  /** Nobody knows whether the server took them. */
  | ({ readonly kind: 'mail-uncertain' } & OfMails)
  /** Due for long and still here. */
  | ({ readonly kind: 'mail-unsent' } & OfMails)
  | {
      readonly kind: 'source-failing';
      readonly entity: string;
      readonly exercise: number;
      readonly step: string;
      readonly indicator: string;
      readonly source: string;
      readonly since: Instant;
      readonly attempts: number;
      readonly failure: string;
    }
  | {
      readonly kind: 'readings-unconfirmed';
      readonly entity: string;
      readonly exercise: number;
      readonly readings: number;
      /** Percent of the scorecard's weight; absent where it has none. */
      readonly share?: string;
      readonly inForce: boolean;
    }
  /** An act somebody asked for is kept and sent again and again; `failure`: what the last try failed with, absent for silence. */
  | ({
      readonly kind: 'act-waiting';
      /** What it is sent under. */
      readonly id: string;
      /** `extend` */
      readonly act: string;
      readonly since: Instant;
      readonly failure?: string;
    } & OfCycle)
  /** The servers of our own have no backup, or an old one. */
  | { readonly kind: 'backup-old'; readonly days: number; readonly last?: Instant }
  /** What people write goes as it is to a Temporal server that is not this machine's. */
  | { readonly kind: 'texts-in-clear'; readonly address: string }
  /** Nobody carries out what is due. */
  | { readonly kind: 'worker-absent'; readonly lastSeen?: Instant }
  /** Program and register are of different versions. */
  | { readonly kind: 'migration-pending'; readonly pending: readonly string[]; readonly foreign: readonly string[] }
  /** A step needs the Piano of the exercise, and there is none. */
  | ({ readonly kind: 'plan-missing'; readonly title: string } & OfCycle)
  /** The day of its board has come, and sections of the document of a step are not ready. */
  | ({
      readonly kind: 'sections-missing';
      readonly title: string;
      /** `piano` */
      readonly document: string;
      readonly sections: readonly string[];
    } & OfCycle)
  /** What was published is not where it should be, or not as it was made. */
  | ({ readonly kind: 'publication-unverified'; readonly title: string; readonly failure: string } & OfCycle)
  /** The yearly start of the cycle did not do its work. */
  | { readonly kind: 'launch-failing'; readonly entity: string; readonly since: Instant; readonly failure?: string }
  /**
   * A data file cannot be read: the last good version goes on; `leftOut` when there is none. `holds`: it says how long something
   * is kept, and nothing is erased by it meanwhile.
   */
  | {
      readonly kind: 'file-unreadable';
      readonly entity?: string;
      readonly file: string;
      readonly failure: string;
      readonly leftOut?: true;
      readonly holds?: 'erasing';
    }
  /** What is past its term is still there: erasing it fails. Without a body it is of the whole installation. */
  | { readonly kind: 'erasing-failing'; readonly entity?: string; readonly what: Retained; readonly failure: string }
  /** A worker's machine and the database do not agree what time it is. */
  | { readonly kind: 'clock-doubted'; readonly machine: string; readonly doubt: string }
  /** What a step needs keeps failing, and is tried again by itself. */
  | ({ readonly kind: 'step-stuck'; readonly title: string; readonly failure: string } & OfCycle)
  /** A step broke off, and somebody has to start it again. */
  | ({ readonly kind: 'step-failed'; readonly title: string; readonly failure: string } & OfCycle)
  /** Results that are not there: of a checkpoint, or of some of its indicators. */
  | ({
      readonly kind: 'not-computed';
      readonly title: string;
      readonly since: Instant;
      readonly indicators: readonly string[];
      readonly failure?: string;
    } & OfCycle);

export type TroubleKind = Trouble['kind'];
export type TroubleOf<K extends TroubleKind> = Extract<Trouble, { readonly kind: K }>;

/** What names one trouble of a kind: found again, it is the same one. Within its body, if it has one. */
export function subjectOf(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'process-missing':
    case 'plan-missing':
    case 'sections-missing':
    case 'publication-unverified':
    case 'step-stuck':
    case 'step-failed':
    case 'not-computed':
      return placeOf(trouble);
    case 'process-stray':
    case 'activity-retrying':
    case 'task-failing':
      return trouble.workflow;
    case 'source-failing':
      return `${placeOf(trouble)}/${trouble.indicator}`;
    case 'readings-unconfirmed':
      return cycleId(trouble);
    case 'mail-refused':
    case 'mail-uncertain':
    case 'mail-unsent':
    case 'launch-failing':
      return trouble.entity;
    case 'file-unreadable':
      return trouble.file;
    case 'act-waiting':
      return trouble.id;
    case 'erasing-failing':
      return trouble.what;
    case 'clock-doubted':
      return trouble.machine;
    case 'worker-absent':
    case 'migration-pending':
    case 'backup-old':
    case 'texts-in-clear':
      return '';
    default:
      return never(trouble);
  }
}

/** `ccms/2016`, `ccms/2016/piano-approvazione`: the name of a cycle or a step in the register, and of its workflow in a space. */
const placeOf = ({ entity, exercise, step }: OfCycle): string =>
  `${cycleId({ entity, exercise })}${step === undefined ? '' : `/${step}`}`;

/** The cycle and the step a workflow is of; undefined for one that is of no cycle. */
export function ofWorkflow(workflow: string): OfCycle | undefined {
  const [entity = '', exercise = '', ...step] = workflow.split('/');
  if (entity === '' || !/^\d{4}$/.test(exercise)) return undefined;
  return { entity, exercise: Number(exercise), step: step.length === 0 ? undefined : step.join('/') };
}

/** Body of a trouble; undefined when it concerns the whole installation. */
export const entityOf = (trouble: Trouble): string | undefined => ('entity' in trouble ? trouble.entity : undefined);

/**
 * Who is to mend it: the office that steers the cycle, or who keeps the machines. The one who is told; both see it.
 */
export function mendedBy(kind: TroubleKind): 'steering' | 'administrator' {
  switch (kind) {
    case 'mail-refused':
    case 'mail-uncertain':
    case 'source-failing':
    case 'readings-unconfirmed':
    case 'plan-missing':
    case 'sections-missing':
    case 'step-stuck':
    case 'step-failed':
    case 'not-computed':
      return 'steering';
    case 'process-missing':
    case 'process-stray':
    case 'activity-retrying':
    case 'task-failing':
    case 'mail-unsent':
    case 'worker-absent':
    case 'migration-pending':
    case 'publication-unverified':
    case 'launch-failing':
    case 'file-unreadable':
    case 'erasing-failing':
    case 'clock-doubted':
    case 'act-waiting':
    case 'backup-old':
    case 'texts-in-clear':
      return 'administrator';
    default:
      return never(kind);
  }
}

/** Their workflow has already written to who is to mend them: a second mail would say the same. */
export const TOLD_ELSEWHERE: readonly TroubleKind[] = ['step-stuck', 'step-failed', 'not-computed'];

/** What the people of a body are to do themselves, and its first page says at once with the way there. */
export const ON_FIRST_PAGE: readonly TroubleKind[] = ['plan-missing', 'sections-missing'];
