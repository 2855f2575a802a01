import type { BoardTask } from './board-task.js';
import type { CivilDate, Instant } from './calendar/types.js';
import { never } from './result.js';
import type { Via } from './via.js';

/** `noted`: the board takes note (presa d'atto), where that is all it is asked. */
export type DecisionOutcome = 'approved' | 'noted' | 'rejected' | 'deferred';

/** What a board may decide, by what it is asked: who takes note neither approves nor sends back. */
export function outcomesOf(asked: BoardTask = 'approve'): readonly DecisionOutcome[] {
  switch (asked) {
    case 'approve':
      return ['approved', 'rejected', 'deferred'];
    case 'note':
      return ['noted', 'deferred'];
    default:
      return never(asked);
  }
}

/** Whether a decision ends what the board was asked: only a rejection and a deferral do not. */
export function isSettling(outcome: DecisionOutcome): outcome is 'approved' | 'noted' {
  return outcome === 'approved' || outcome === 'noted';
}

/** What the secretary of a board records. */
export interface Decision {
  /** Chosen by whoever sends it: the same key sent twice is the same decision. */
  readonly key: string;
  readonly outcome: DecisionOutcome;
  /** Person who records it, and whom they stand in for. */
  readonly decidedBy: string;
  readonly actingFor?: string;
  /** Hash of the document the board had before it. */
  readonly documentHash: string;
  /** Day in Europe/Rome on which it is recorded; set by the edge that receives it, never by the person. */
  readonly recordedOn: CivilDate;
  readonly actNumber?: string;
  readonly actDate?: CivilDate;
  readonly remarks?: string;
  readonly deferredTo?: CivilDate;
  /** Key of the last deferral that whoever decides has seen, `''` for none; absent where it does not matter. */
  readonly knows?: string;
  /** By which way it came, for the log. */
  readonly via?: Via;
  readonly votes?: {
    readonly present: number;
    readonly inFavour: number;
    readonly against: number;
    readonly abstained: number;
  };
}

/** A document as it lies before a board: frozen, with its hash and who prepared it. */
export interface FrozenDocument {
  readonly kind: string;
  readonly title: string;
  readonly hash: string;
  readonly frozenOn: CivilDate;
  readonly preparedBy: readonly string[];
  /** Plan version it is written from: approved, that version comes into force. */
  readonly planVersion?: number;
}

/** Where an approval stands. */
export type ApprovalState =
  | { readonly phase: 'preparing'; readonly round: number }
  | {
      readonly phase: 'before-board';
      readonly round: number;
      readonly document: FrozenDocument;
      readonly deferredTo?: CivilDate;
      /** Key of the last deferral. */
      readonly deferral?: string;
    }
  | { readonly phase: 'recording'; readonly round: number; readonly key: string }
  | { readonly phase: 'to-revise'; readonly round: number; readonly remarks: string }
  | { readonly phase: 'approved'; readonly round: number; readonly decision: Decision };

/** A person, with the address their mail goes to. */
interface Reader {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/**
 * Four eyes where ids do not tell: who reads the mailbox of somebody who prepared the document may be that somebody.
 * @param preparers who had a hand in the document, in person or for somebody absent
 * @param deciders who records the decision, and whom they stand in for
 * @returns why the decision cannot be recorded by them, in Italian; undefined when it can
 */
export function refuseFourEyes(preparers: readonly Reader[], deciders: readonly Reader[]): string | undefined {
  for (const decider of deciders) {
    const same = preparers.find((p) => p.id === decider.id);
    if (same !== undefined)
      return `chi ha preparato il documento (${same.name}) non può registrarne la decisione, nemmeno come sostituto`;
    const shared = preparers.find((p) => mailbox(p) === mailbox(decider));
    if (shared !== undefined)
      return `${decider.name} usa la stessa casella di posta (${mailbox(decider)}) di chi ha preparato il documento, ${shared.name}: la decisione la registra un’altra persona`;
  }
  return undefined;
}

const mailbox = (reader: Reader): string => reader.email.trim().toLowerCase();

/** Instant at which a deferred document is brought back, beside the receipt of the decision. */
export interface DecisionReceipt {
  readonly key: string;
  readonly outcome: DecisionOutcome;
  readonly round: number;
  readonly askAgainAt?: Instant;
  /** The same decision was already on record: this request has changed nothing. */
  readonly repeated?: true;
}
