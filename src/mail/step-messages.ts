import type { CivilDate } from '../domain/calendar/types.js';
import type { DecisionOutcome } from '../domain/decision.js';
import type { OivTask } from '../domain/oiv/asked.js';
import type { AboutStep, MessageBase } from './message-base.js';

/** To who must act: the step is open. */
export interface StepOpening extends AboutStep {
  readonly kind: 'step-opening';
}

/** To who must act: the deadline is near. */
export interface StepReminder extends AboutStep {
  readonly kind: 'step-reminder';
}

/** To who must act: the deadline is today. */
export interface StepDueToday extends AboutStep {
  readonly kind: 'step-due-today';
}

/** To who must act: the deadline has passed. */
export interface StepLate extends AboutStep {
  readonly kind: 'step-late';
}

/** To who owns sections of a document that goes to a board, or to controllo di gestione: what is not ready yet. */
export interface DraftSections extends AboutStep {
  readonly kind: 'draft-sections';
  readonly audience: 'owner' | 'steering';
  readonly document: string;
  readonly sections: readonly {
    readonly title: string;
    /** `da scrivere` */
    readonly state: string;
    /** Of one that forms itself: the data that is not there, with who brings it in and where. */
    readonly needs?: string | undefined;
    /** Roles or offices, by title. */
    readonly owners: string;
  }[];
}

/** To who wrote a section, or owns it: what a colleague or the board remarked. */
export interface DraftRemarks extends MessageBase {
  readonly kind: 'draft-remarks';
  readonly link: string;
  readonly document: string;
  readonly remarks: readonly {
    /** Title of the section; the whole document's has none. */
    readonly section?: string;
    readonly text: string;
    readonly by: string;
  }[];
}

/** To who can help: somebody else's step is late. */
export interface Escalation extends AboutStep {
  readonly kind: 'escalation';
  readonly to: 'manager' | 'head';
  /** Whom the step waits for, people or offices. */
  readonly waitingFor: readonly string[];
}

/** To who records a board's decisions: a document is before the board. */
export interface DecisionRequest extends AboutStep {
  readonly kind: 'decision-request';
  readonly moment: 'opening' | 'reminder' | 'due-today' | 'late' | 'deferred-again';
  /** What the OIV is asked, where it is the board. */
  readonly asked?: OivTask | undefined;
  /** An amendment of the Piano is proposed. */
  readonly amends?: true | undefined;
  readonly board: string;
  readonly document: { readonly title: string; readonly hash: string; readonly frozenOn: CivilDate };
  /** 1 the first time it is before the board. */
  readonly round: number;
  /** What changed since the last version, or why it came back; why an amendment is proposed and what it changes. */
  readonly changes?: string;
}

/** To who prepared a document: what the board decided. */
export interface DecisionResult extends AboutStep {
  readonly kind: 'decision-result';
  /** What the OIV was asked, where it is the board. */
  readonly asked?: OivTask | undefined;
  readonly amends?: true | undefined;
  readonly board: string;
  readonly document: string;
  readonly outcome: DecisionOutcome;
  readonly actNumber?: string;
  readonly actDate?: CivilDate;
  readonly remarks?: string;
  readonly deferredTo?: CivilDate;
  /** Nothing more is asked: a rejection that ends the matter. */
  readonly final?: boolean;
}

/** To who records a board's decisions: there is none to take on a proposal any more. */
export interface ProposalWithdrawn extends AboutStep {
  readonly kind: 'proposal-withdrawn';
  readonly board: string;
  readonly document: string;
  readonly reason: string;
  /** Name of who took it back. */
  readonly by: string;
}

/** To who took part: a document is published, or on its way. */
export interface Published extends AboutStep {
  readonly kind: 'published';
  readonly document: string;
  /** Whether it was found where it should be. */
  readonly verified: boolean;
  /** Section of Amministrazione Trasparente. */
  readonly section: string;
}

/** To who can mend it: a step does not go on because something broke, not because somebody has not acted. */
export interface StepTrouble extends AboutStep {
  readonly kind: 'step-trouble';
  /** `stuck`: it is tried again by itself; `failed`: somebody has to start it again. */
  readonly state: 'stuck' | 'failed';
  readonly reason: string;
}
