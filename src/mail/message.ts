import type { Actual } from '../domain/achievement/types.js';
import type { CivilDate, Instant, StepKind } from '../domain/calendar/types.js';
import type { DecisionOutcome } from '../domain/decision.js';
import type { FollowedKind } from '../domain/follow-up.js';
import type { AskMoment } from '../domain/individual/asks.js';
import type { Passage } from '../domain/individual/stages.js';
import type { OivTask } from '../domain/oiv/asked.js';
import type { Scope } from '../domain/token.js';
import type { Entry } from '../forms/entry.js';

/**
 * What a mail says, as data: one kind per template. It is kept in the ledger, so that a mail sent later says what it
 * would have said then. Titles, names, units and figures are texts ready to be shown; links are absolute.
 */
export type Message =
  | StepOpening
  | StepReminder
  | StepDueToday
  | StepLate
  | Escalation
  | CheckpointRequest
  | DecisionRequest
  | DecisionResult
  | ValueReturned
  | CorrectiveAction
  | NotComputed
  | ComputationFailed
  | Published
  | DraftSections
  | DraftRemarks
  | StepTrouble
  | FollowUpReminder
  | EvaluationAsked
  | TroubleNotice
  | CommunicationMail
  | PhaseNotice
  | ReportReady
  | CycleSummary
  | SignIn
  | TokenNotice;

export type MessageKind = Message['kind'];

/** What every mail knows. */
export interface MessageBase {
  readonly entity: { readonly id: string; readonly name: string };
  readonly exercise: number;
  /** Name of who receives it. */
  readonly recipient: string;
  /** Name of the absent person the recipient stands in for. */
  readonly actingFor?: string;
  /** The data are simulated: a rehearsal. */
  readonly simulated: boolean;
  /** Calendar instant the mail speaks at. */
  readonly at: Instant;
}

/** The step a mail is about. */
export interface StepFacts {
  readonly id: string;
  readonly title: string;
  readonly phase: string;
  /** As written in the source: `Ott-Gen`. */
  readonly window: string;
  readonly dueOn: CivilDate;
  /** The norm of the deadline as cited in a document. */
  readonly norm: string;
  readonly force: 'law' | 'body';
  /** It ends by itself, when people's sheets are where they must be. */
  readonly endsByItself?: boolean;
  /** What the recipient can do on its page; a mail composed before kinds were told has none. */
  readonly kind?: StepKind;
}

interface AboutStep extends MessageBase {
  readonly step: StepFacts;
  readonly link: string;
}

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

/** One indicator an officer is asked for. */
export interface IndicatorAsked {
  readonly code: string;
  readonly name: string;
  /** `%`, `incontri`, `data`. */
  readonly unit: string;
  /** The last value on record and when: `82,5% al 31/12/2015`. */
  readonly last?: string;
  /** As approved, verbatim. */
  readonly target: string;
  /** How it is read: `almeno 25: più è alto, meglio è`. */
  readonly reading?: string;
  /** What an automatic source gives, to be confirmed: `9, letto da «Rassegna stampa» il 02/05/2016…`. */
  readonly proposed?: string;
  /** Why its automatic source gave nothing. */
  readonly failed?: string;
  /** Why its last value came back. */
  readonly remark?: string;
  /** What its answer looks like, for the data sheet. */
  readonly entry?: Entry;
  /** The value its source gave, for the data sheet: to be confirmed or changed. */
  readonly value?: Actual;
  /** The term of its target, once it is over, for the data sheet: the day on which it was reached is asked. */
  readonly term?: CivilDate;
}

/** To an officer, one mail with everything they are asked for. */
export interface CheckpointRequest extends AboutStep {
  readonly kind: 'checkpoint-request';
  readonly moment: 'opening' | 'reminder' | 'due-today' | 'late';
  /** Reference date of the checkpoint. */
  readonly period: CivilDate;
  /** All at the opening; then what is still missing. */
  readonly indicators: readonly IndicatorAsked[];
  /** What is not asked yet, each as a sentence with when it will be; none in a mail composed before. */
  readonly later?: readonly string[];
  /** What the data sheet beside the mail is known by when it comes back: id of its officer, hash of the plan. */
  readonly sheet?: { readonly person: string; readonly planHash: string };
}

/** To who records a board's decisions: a document is before the board. */
export interface DecisionRequest extends AboutStep {
  readonly kind: 'decision-request';
  readonly moment: 'opening' | 'reminder' | 'due-today' | 'late' | 'deferred-again';
  /** What the OIV is asked, where it is the board. */
  readonly asked?: OivTask | undefined;
  readonly board: string;
  readonly document: { readonly title: string; readonly hash: string; readonly frozenOn: CivilDate };
  /** 1 the first time it is before the board. */
  readonly round: number;
  /** What changed since the last version, or why it came back. */
  readonly changes?: string;
}

/** To who prepared a document: what the board decided. */
export interface DecisionResult extends AboutStep {
  readonly kind: 'decision-result';
  /** What the OIV was asked, where it is the board. */
  readonly asked?: OivTask | undefined;
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

/** To an officer: a value came back. */
export interface ValueReturned extends AboutStep {
  readonly kind: 'value-returned';
  readonly indicators: readonly IndicatorAsked[];
  readonly remark: string;
  readonly returnedBy: string;
}

/** To an officer: what is behind its target asks for a corrective action. */
export interface CorrectiveAction extends AboutStep {
  readonly kind: 'corrective-action';
  readonly period: CivilDate;
  readonly indicators: readonly {
    readonly code: string;
    readonly name: string;
    readonly target: string;
    readonly actual: string;
    readonly achievement: string;
  }[];
}

/** To controllo di gestione: results are there, but some indicators broke the computation and count as missing. */
export interface NotComputed extends AboutStep {
  readonly kind: 'not-computed';
  readonly period: CivilDate;
  readonly indicators: readonly { readonly code: string; readonly name: string; readonly reason: string }[];
}

/** To controllo di gestione: a checkpoint could not be computed at all; the system goes on trying. */
export interface ComputationFailed extends AboutStep {
  readonly kind: 'computation-failed';
  readonly reason: string;
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

/** An obligation of publication or an action that is due soon, or late. */
export interface FollowedAsked {
  readonly kind: FollowedKind;
  readonly text: string;
  readonly state: string;
  readonly dueOn: CivilDate;
  /** 0 when it is not late. */
  readonly lateDays: number;
  /** Title of the role or office that answers for it. */
  readonly owner: string;
  readonly norm?: string;
  readonly link: string;
}

/** To who answers for what the body follows, one mail with everything; to a manager, what their people have left. */
export interface FollowUpReminder extends MessageBase {
  readonly kind: 'follow-up-reminder';
  readonly link: string;
  readonly own: readonly FollowedAsked[];
  readonly others: readonly FollowedAsked[];
}

/** Something that waits for who is written to in the evaluation of people: of a sheet its number alone. */
export interface EvaluationAsk {
  /** What it is known by, to be told once: `12/accept/2016-02-03`. */
  readonly ask: string;
  readonly passage: Passage;
  readonly moment: AskMoment;
  /** Absent where sheets are still to be proposed. */
  readonly sheet?: number;
  /** How many sheets are to be proposed. */
  readonly toPropose?: number;
  readonly dueOn?: CivilDate;
  /** A right that may be left unused. */
  readonly right: boolean;
  readonly link: string;
}

/** To who has something to do in the evaluation of people: one mail with everything that is new. */
export interface EvaluationAsked extends MessageBase {
  readonly kind: 'evaluation';
  /** The form of the one thing asked; of several the page with all of them. */
  readonly link: string;
  readonly items: readonly EvaluationAsk[];
}

/** To who is to mend it: what is stuck, as it begins and once a week. */
export interface TroubleNotice extends MessageBase {
  readonly kind: 'troubles';
  readonly moment: 'begun' | 'weekly';
  /** The longest first. */
  readonly troubles: readonly {
    readonly title: string;
    /** `31/01/2016 alle 09:05` */
    readonly since: string;
    readonly reason: string;
    readonly remedy: string;
  }[];
  readonly link: string;
}

/** To whoever the body tells something of its cycle: staff, stakeholders. Nothing is asked. */
export interface CommunicationMail extends MessageBase {
  readonly kind: 'communication';
  readonly about: string;
  /** What the body writes beside. */
  readonly text?: string;
  readonly document?: { readonly title: string; readonly hash: string };
  readonly link: string;
}

/** To the participants of a phase who are not asked for anything: it has opened, or its result is there. */
export interface PhaseNotice extends MessageBase {
  readonly kind: 'phase';
  readonly moment: 'opened' | 'concluded';
  /** `Fase 1, Analisi propedeutiche` */
  readonly phase: string;
  readonly steps: readonly { readonly title: string; readonly dueOn: CivilDate }[];
  /** What the phase leaves, once it is concluded. */
  readonly documents: readonly string[];
  readonly link: string;
}

/** To the OIV: the report of a checkpoint is there, and may be remarked on. */
export interface ReportReady extends MessageBase {
  readonly kind: 'report-ready';
  /** Title of the report, as it is deposited. */
  readonly report: string;
  /** More than 1 where the results were computed again. */
  readonly version: number;
  readonly link: string;
}

/** How one of a body's cycles stands. */
export interface CycleStanding {
  readonly exercise: number;
  readonly done: number;
  readonly total: number;
  /** Percent as shown, with the share of weight it stands on. */
  readonly achievement?: { readonly value: string; readonly coverage: string; readonly checkpoint: string };
}

/** A step that is late or due soon. */
export interface SummaryStep {
  readonly title: string;
  readonly exercise: number;
  readonly dueOn: CivilDate;
  readonly waitingFor: readonly string[];
  readonly link: string;
}

/** Once a week, to the head of the body and controllo di gestione: how its cycles stand, and where to go for each thing. */
export interface CycleSummary extends MessageBase {
  readonly kind: 'cycle-summary';
  readonly on: CivilDate;
  readonly link: string;
  readonly cycles: readonly CycleStanding[];
  readonly late: readonly SummaryStep[];
  readonly due: readonly SummaryStep[];
  /** Results far from their target, now or on course for it at the end of the year. */
  readonly red: readonly {
    readonly name: string;
    readonly code: string;
    readonly exercise: number;
    /** `36,00% al Monitoraggio al 30 aprile` */
    readonly found: string;
    /** `9 (36,00%, rosso): in proporzione…` */
    readonly forecast?: string;
    readonly link: string;
  }[];
  /** Values an open checkpoint still lacks. */
  readonly unsent: readonly {
    readonly title: string;
    readonly exercise: number;
    readonly missing: number;
    /** Offices, by title. */
    readonly offices: readonly string[];
    readonly dueOn: CivilDate;
    readonly link: string;
  }[];
  /** Readings of targets nobody has confirmed: what they are of is not computed. */
  readonly unconfirmed: readonly { readonly exercise: number; readonly count: number; readonly link: string }[];
}

/** To who asked to sign in: a link that lets them in once. It is never in the ledger. */
export interface SignIn extends MessageBase {
  readonly kind: 'sign-in';
  readonly link: string;
  /** How long the link lasts. */
  readonly minutes: number;
}

/** To the person a token acts for: somebody asks for one, it is issued, it is used. */
export interface TokenNotice extends MessageBase {
  readonly kind: 'token';
  readonly moment: 'to-confirm' | 'issued' | 'used';
  /** What it is for. */
  readonly title: string;
  readonly scopes: readonly Scope[];
  /** Name of who asked for it. */
  readonly requestedBy: string;
  /** How many days it lasts once confirmed. */
  readonly days?: number;
  /** What people call it by, once it lives. */
  readonly reference?: string;
  /** Where it is confirmed; then where tokens are told of. */
  readonly link: string;
}
