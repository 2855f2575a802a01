import { actNumbered } from './act-number.js';
import { withArticle } from './article.js';
import { formatItalian } from './calendar/civil-date.js';
import type { CivilDate } from './calendar/types.js';
import type { ApprovalState, Decision, FrozenDocument } from './decision.js';
import { type DecisionGround, decisionFaults } from './decision-content.js';
import type { Refusal } from './refusal.js';
import { never } from './result.js';

/**
 * Why a decision cannot be taken now, everything at once and each at its field; nothing when it can.
 * Four eyes: who prepared the document does not decide on it, neither in person nor through a substitute
 * (D.Lgs. 165/2001, art. 4: the boards decide, the offices prepare).
 * @param asked what the board is asked; absent: to approve
 */
export function refuseDecision(
  state: ApprovalState,
  decision: Decision,
  asked?: DecisionGround['asked'],
): readonly Refusal[] {
  switch (state.phase) {
    case 'preparing':
      return whole(
        'il documento non è ancora stato trasmesso all’organo: la decisione si registra dopo la trasmissione',
      );
    case 'recording':
      return whole(
        'un’altra decisione su questo documento è in corso di registrazione: riaprire la pagina tra qualche secondo',
      );
    case 'to-revise':
      return whole(
        `il documento è stato respinto (${state.remarks}) e attende la nuova trasmissione da parte degli uffici`,
      );
    case 'approved':
      return whole(
        state.decision.outcome === 'noted'
          ? `l’organo ha già preso atto del documento con atto ${actOf(state.decision)}: questa seconda registrazione non ha effetto`
          : `il documento è già approvato con atto ${actOf(state.decision)}: questa seconda registrazione non ha effetto`,
      );
    case 'before-board':
      if (decision.knows !== undefined && decision.knows !== (state.deferral ?? '')) {
        return whole(
          `nel frattempo risulta registrato un rinvio ${withArticle('al', italianDate(state.deferredTo))}: questa registrazione non ha effetto`,
        );
      }
      return [
        ...refuseMatter(state.document, decision),
        ...decisionFaults(decision, { today: decision.recordedOn, frozenOn: state.document.frozenOn, asked }),
      ];
    default:
      return never(state);
  }
}

const whole = (text: string): readonly Refusal[] => [{ text }];

const actOf = ({ actNumber, actDate }: Decision): string =>
  `${actNumbered(actNumber ?? '–')} ${withArticle('del', italianDate(actDate))}`;

/** Another document than the one that is before the board, or somebody who had a hand in it. */
function refuseMatter(document: FrozenDocument, decision: Decision): readonly Refusal[] {
  if (decision.documentHash !== document.hash) {
    return whole(
      `l’impronta del documento (${decision.documentHash.slice(0, 12) || 'assente'}) non è quella del documento trasmesso (${document.hash.slice(0, 12)}): riaprire il documento e decidere su quello`,
    );
  }
  const preparer = [decision.decidedBy, decision.actingFor].find(
    (p) => p !== undefined && document.preparedBy.includes(p),
  );
  return preparer === undefined
    ? []
    : whole('chi ha preparato il documento non può registrarne la decisione, nemmeno come sostituto');
}

/** `31/01/2016`; a date that is missing is said to be so. */
const italianDate = (date: CivilDate | undefined): string =>
  date === undefined ? 'data non indicata' : formatItalian(date);
