import type { CivilDate, Instant } from '../domain/calendar/types.js';
import type { FollowedKind } from '../domain/follow-up.js';
import type { AskMoment } from '../domain/individual/asks.js';
import type { Passage } from '../domain/individual/stages.js';
import type { Scope } from '../domain/token.js';
import type { OwnReceipt } from '../register/reading/own-receipts.js';
import type {
  CheckpointRequest,
  ComputationFailed,
  CorrectiveAction,
  NotComputed,
  ValueReturned,
} from './checkpoint-messages.js';
import type { Appointed, DelegationTold, SubstitutionBegun } from './mandate-messages.js';
import type { MessageBase } from './message-base.js';
import type {
  DecisionRequest,
  DecisionResult,
  DraftRemarks,
  DraftSections,
  Escalation,
  ProposalWithdrawn,
  Published,
  StepDueToday,
  StepLate,
  StepOpening,
  StepReminder,
  StepTrouble,
} from './step-messages.js';

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
  | ProposalWithdrawn
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
  | SubstitutionBegun
  | DelegationTold
  | Appointed
  | ReceiptMail
  | StepRemarkMail
  | SignIn
  | TokenNotice
  | AddressChanged;

export type MessageKind = Message['kind'];

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

/** To who has sent, recorded or concluded something, or had been asked for it too: it is on record. Nothing is asked. */
export interface ReceiptMail extends MessageBase {
  readonly kind: 'receipt';
  readonly of: OwnReceipt['kind'];
  /** Who did it, where who is written to did not: their name, what they said of it, and what was decided. */
  readonly doneBy?: { readonly name: string; readonly said?: string; readonly decided?: string };
  /** Of values, the number of the receipt. */
  readonly number?: number;
  /** Title of the step it was done at. */
  readonly title: string;
  /** When it was done. */
  readonly doneAt: Instant;
  /** Of values, as they were understood: `{ name: 'Eventi', code: '1.1', value: '12 eventi' }`. */
  readonly values: readonly { readonly code: string; readonly name: string; readonly value: string }[];
  readonly link: string;
}

/** To who is called in what a colleague said about a step, has spoken there before, or answers for it. */
export interface StepRemarkMail extends MessageBase {
  readonly kind: 'step-remark';
  /** Title of the step. */
  readonly title: string;
  /** Code of the indicator it is about; absent: the step as a whole. */
  readonly indicator?: string;
  /** Name of who said it. */
  readonly by: string;
  readonly said: string;
  readonly why: 'called' | 'replied' | 'said';
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

/** To the address a person had: somebody has put another in its place. */
export interface AddressChanged extends MessageBase {
  readonly kind: 'address-changed';
  readonly to: string;
  /** Name of who changed it. */
  readonly by: string;
}
