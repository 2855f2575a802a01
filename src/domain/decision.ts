import { withArticle } from './article.js';
import { formatItalian } from './calendar/civil-date.js';
import type { BoardTask, CivilDate, Instant } from './calendar/types.js';
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

/**
 * Why a decision cannot be taken now, in Italian, or undefined when it can.
 * Four eyes: who prepared the document does not decide on it, neither in person nor through a substitute
 * (D.Lgs. 165/2001, art. 4: the boards decide, the offices prepare).
 * @param asked what the board is asked; absent: to approve
 */
export function refuseDecision(state: ApprovalState, decision: Decision, asked?: BoardTask): string | undefined {
  switch (state.phase) {
    case 'preparing':
      return 'il documento non è ancora stato trasmesso all’organo: la decisione si registra dopo la trasmissione';
    case 'recording':
      return 'un’altra decisione su questo documento è in corso di registrazione: riaprire la pagina tra qualche secondo';
    case 'to-revise':
      return `il documento è stato respinto (${state.remarks}) e attende la nuova trasmissione da parte degli uffici`;
    case 'approved':
      return state.decision.outcome === 'noted'
        ? `l’organo ha già preso atto del documento con atto n. ${actOf(state.decision)}: questa seconda registrazione non ha effetto`
        : `il documento è già approvato con atto n. ${actOf(state.decision)}: questa seconda registrazione non ha effetto`;
    case 'before-board':
      if (decision.knows !== undefined && decision.knows !== (state.deferral ?? '')) {
        return `nel frattempo risulta registrato un rinvio ${withArticle('al', italianDate(state.deferredTo))}: questa registrazione non ha effetto`;
      }
      return refuseOutcome(decision, asked) ?? refuseContent(state.document, decision);
    default:
      return never(state);
  }
}

/** A person, with the address their mail goes to. */
export interface Reader {
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

const actOf = ({ actNumber, actDate }: Decision): string => `${actNumber} ${withArticle('del', italianDate(actDate))}`;

function refuseOutcome({ outcome }: Decision, asked: BoardTask | undefined): string | undefined {
  if (outcomesOf(asked).includes(outcome)) return undefined;
  return asked === 'note'
    ? 'di questo documento l’organo prende atto o rinvia l’esame: non lo approva e non lo respinge'
    : 'di questo documento non si prende atto: si approva, si respinge o si rinvia';
}

function refuseContent(document: FrozenDocument, decision: Decision): string | undefined {
  const today = decision.recordedOn;
  if (decision.documentHash !== document.hash) {
    return `l’impronta del documento (${decision.documentHash.slice(0, 12) || 'assente'}) non è quella del documento trasmesso (${document.hash.slice(0, 12)}): riaprire il documento e decidere su quello`;
  }
  const preparer = [decision.decidedBy, decision.actingFor].find(
    (p) => p !== undefined && document.preparedBy.includes(p),
  );
  if (preparer !== undefined)
    return `chi ha preparato il documento (${preparer}) non può registrarne la decisione, nemmeno come sostituto`;
  const votes = refuseVotes(decision);
  if (votes !== undefined) return votes;
  switch (decision.outcome) {
    case 'approved':
      return refuseAct(document, decision, today, 'approvare');
    case 'noted':
      return refuseAct(document, decision, today, 'prendere atto');
    case 'rejected':
      if (isBlank(decision.remarks))
        return 'un documento si respinge con osservazioni scritte: il campo osservazioni è vuoto';
      return decision.actDate === undefined ? undefined : refuseActDate(document, decision.actDate, today);
    case 'deferred':
      if (decision.deferredTo === undefined) return 'un rinvio indica la data della nuova seduta: la data manca';
      if (decision.deferredTo <= today) {
        return `la data di rinvio ${italianDate(decision.deferredTo)} deve essere successiva a oggi, ${italianDate(today)}`;
      }
      return undefined;
    default:
      return never(decision.outcome);
  }
}

function refuseAct(
  document: FrozenDocument,
  decision: Decision,
  today: CivilDate,
  doing: 'approvare' | 'prendere atto',
): string | undefined {
  if (isBlank(decision.actNumber)) return `per ${doing} serve il numero dell’atto: il campo è vuoto`;
  if (decision.actDate === undefined) return `per ${doing} serve la data dell’atto: il campo è vuoto`;
  return refuseActDate(document, decision.actDate, today);
}

function refuseActDate(document: FrozenDocument, actDate: CivilDate, today: CivilDate): string | undefined {
  if (actDate > today)
    return `la data dell’atto ${italianDate(actDate)} è nel futuro (oggi è ${withArticle('il', italianDate(today))})`;
  if (actDate < document.frozenOn) {
    return `la data dell’atto ${italianDate(actDate)} precede la trasmissione del documento all’organo, avvenuta ${withArticle('il', italianDate(document.frozenOn))}`;
  }
  return undefined;
}

function refuseVotes(decision: Decision): string | undefined {
  const votes = decision.votes;
  if (votes === undefined) return undefined;
  const { present, inFavour, against, abstained } = votes;
  const wrong = [present, inFavour, against, abstained].find((n) => !Number.isInteger(n) || n < 0);
  if (wrong !== undefined) return `i voti sono numeri interi non negativi: si è letto ${wrong}`;
  if (inFavour + against + abstained > present) {
    return `favorevoli ${inFavour}, contrari ${against} e astenuti ${abstained} superano i presenti, ${present}`;
  }
  return undefined;
}

/** `31/01/2016`; a date that is missing is said to be so. */
const italianDate = (date: CivilDate | undefined): string =>
  date === undefined ? 'data non indicata' : formatItalian(date);

const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

/** Instant at which a deferred document is brought back, beside the receipt of the decision. */
export interface DecisionReceipt {
  readonly key: string;
  readonly outcome: DecisionOutcome;
  readonly round: number;
  readonly askAgainAt?: Instant;
  /** The same decision was already on record: this request has changed nothing. */
  readonly repeated?: true;
}
