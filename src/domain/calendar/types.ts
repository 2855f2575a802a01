import type { BoardTask } from '../board-task.js';
import type { SheetGoal } from '../individual/sheet-goal.js';

/** A day with no time and no zone, ISO text: `2016-01-31`. */
export type CivilDate = `${number}-${number}-${number}`;

/** A point in time, ISO text in UTC with seconds: `2016-01-31T22:59:59Z`. Two instants compare as text. */
export type Instant = `${number}-${number}-${number}T${string}Z`;

export type StepKind = 'task' | 'approval' | 'checkpoint' | 'publication' | 'amendment';

/** What happens when a deadline falls on a non-working day. */
export type OnHoliday = 'stays' | 'next-working-day' | 'previous-working-day';

/** The source of a deadline: a law, or a decision of the body. Every deadline has one. */
export interface Norm {
  readonly id: string;
  /** As cited in a document: `D.Lgs. 150/2009, art. 10, c. 1, lett. a)`. */
  readonly citation: string;
  readonly validFrom: CivilDate;
  /** Absent while in force. */
  readonly validTo?: CivilDate;
  /** `law` is a legal deadline (term of law); `body` is the body's own organisation (SMVP, seed table 6.1). */
  readonly force: 'law' | 'body';
}

export type NoticeKind = 'opening' | 'reminder' | 'due-today' | 'late' | 'escalation-manager' | 'escalation-head';

/** When a notice about a step leaves: on a working day, at a decent hour of Europe/Rome. */
export interface PlannedNotice {
  readonly kind: NoticeKind;
  readonly on: CivilDate;
  readonly at: Instant;
}

/** The decision a deadline counts from: the planned day holds until its board decides, then the day of its act. */
export interface CountedFrom {
  /** The approval. */
  readonly step: string;
  readonly amount: number;
  readonly unit: 'days' | 'working-days';
  /** Days after the same act from which it opens; absent: it opens on a day of its own. */
  readonly opensAfter?: number | undefined;
}

export interface DatedPhase {
  readonly id: string;
  readonly number: number;
  readonly title: string;
}

/** The period a checkpoint looks at. */
export interface CheckpointPeriod {
  /** Within the exercise, from 1. */
  readonly ordinal: number;
  readonly from: CivilDate;
  /** The reference date: 30 April, 31 August, 31 December. */
  readonly to: CivilDate;
  /** The collection of the year's final values: those of the checkpoint before it are provisional. Absent: it is none. */
  readonly final?: boolean;
}

/** One step of one cycle with all its dates computed: what a workflow needs to run it, as data. */
export interface DatedStep {
  /** Readable and stable: `piano-approvazione`. Unique in the cycle. */
  readonly id: string;
  readonly phase: string;
  /** As the source numbers it; not unique (the seed has two steps numbered 7). */
  readonly number: string;
  readonly title: string;
  readonly kind: StepKind;
  /** As written in the source: `Giu-Set`, `Ott-Gen`, `In itinere`. */
  readonly window: string;
  readonly opensOn: CivilDate;
  /** The deadline after any move for holidays. */
  readonly dueOn: CivilDate;
  /** The deadline before any move. */
  readonly nominalDueOn: CivilDate;
  /** The day the law sets; absent where it sets none, and in calendars planned before it was written with them. */
  readonly legalTerm?: CivilDate;
  readonly onHoliday: OnHoliday;
  /** Why the deadline moves or stays when it falls on a day off, in Italian; always present on a legal deadline. */
  readonly holidayReason?: string;
  /** 08:00 of `opensOn` in Europe/Rome. */
  readonly opensAt: Instant;
  /** The last second of `dueOn` in Europe/Rome. */
  readonly dueAt: Instant;
  /** Roles that must act. Who holds them is looked up when a notice leaves. */
  readonly owners: readonly string[];
  /** Other actors named by the source: kept informed, not prompted. */
  readonly participants: readonly string[];
  /** Role that decides; only on `approval` and `amendment`. */
  readonly board?: string;
  /** Role that records the board's decision: `segreteria-giunta`. Present with `board`. */
  readonly recorder?: string;
  /** The document that goes to the board or is published: `rpp`, `preventivo`, `budget`, `piano`, `relazione`. */
  readonly document?: string;
  /** What the board is asked; absent: to approve. */
  readonly asks?: BoardTask;
  /** The document goes before the board when its preparers transmit it; absent: as the step opens. Of cycles planned since there are drafts. */
  readonly transmits?: boolean;
  /** A task: the document it prepares, whose sections must be ready for it to end. */
  readonly prepares?: string;
  /** Sections of it that must be; absent: all that are required. */
  readonly preparesSections?: readonly string[];
  /** A task that ends by itself: what it waits for of the sheets people are evaluated on. Of cycles planned since it is said. */
  readonly sheets?: SheetGoal;
  /** Steps that must be done before this one opens. */
  readonly after: readonly string[];
  /** The act its term counts from; absent: none, and in cycles planned before it was said. */
  readonly countsFrom?: CountedFrom;
  readonly norm: Norm;
  readonly notices: readonly PlannedNotice[];
  readonly checkpoint?: CheckpointPeriod;
  /**
   * Days a checkpoint that has every value stays open, for controllo di gestione to look at them, before it closes by itself;
   * absent: it closes at once.
   */
  readonly review?: number;
}

/** A template made concrete for an entity and an exercise: the input of a cycle. */
export interface DatedCalendar {
  readonly template: string;
  readonly templateVersion: string;
  readonly entity: string;
  readonly exercise: number;
  readonly opensAt: Instant;
  /** What documents are called, by kind, where it is not their usual name. */
  readonly documents?: Readonly<Record<string, string>>;
  readonly phases: readonly DatedPhase[];
  readonly steps: readonly DatedStep[];
}
