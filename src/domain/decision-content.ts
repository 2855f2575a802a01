import { withArticle } from './article.js';
import { addDays, formatItalian } from './calendar/civil-date.js';
import type { CivilDate } from './calendar/types.js';
import { type Decision, type DecisionOutcome, outcomesOf } from './decision.js';
import type { Refusal } from './refusal.js';
import { never } from './result.js';

type Said = 'outcome' | 'actNumber' | 'actDate' | 'votes' | 'remarks' | 'deferredTo';

/** What the secretary of a board has written, as far as it could be read. */
export type WrittenDecision = Partial<Pick<Decision, Said>>;

/** What a decision is judged against. */
export interface DecisionGround {
  /** In Rome. */
  readonly today: CivilDate;
  /** When the document came before the board. */
  readonly frozenOn: CivilDate;
  readonly asked: Parameters<typeof outcomesOf>[0];
  /** The last day of the law, where one sets the term. */
  readonly legalTerm?: CivilDate;
}

/**
 * Everything that makes a decision one that no board can have taken, or that lacks what its outcome wants, each at its field in the order
 * in which a form asks. Of a tie nothing is said: the vote of who presides may prevail (L. 580/1993 leaves it to the statute).
 * @param misread fields in which something was written that could not be read: they are not missing
 */
export function decisionFaults(
  said: WrittenDecision,
  on: DecisionGround,
  misread: ReadonlySet<string> = new Set(),
): readonly Refusal[] {
  const { outcome } = said;
  const faults: readonly (readonly [Said, string | undefined])[] = [
    ['outcome', outcome && strangeOutcome(outcome, on.asked)],
    ['actNumber', settles(outcome) && isBlank(said.actNumber) ? wanted(outcome, 'il numero') : undefined],
    ['actDate', faultOfDate(said, on)],
    ['votes', faultOfVotes(said)],
    ['remarks', faultOfRemarks(said, on)],
    ['deferredTo', faultOfDeferral(said, on)],
  ];
  return faults.flatMap(([field, text]) => (text === undefined || misread.has(field) ? [] : [{ field, text }]));
}

const settles = (outcome: DecisionOutcome | undefined): outcome is 'approved' | 'noted' =>
  outcome === 'approved' || outcome === 'noted';

const wanted = (outcome: 'approved' | 'noted', what: string): string =>
  `per ${outcome === 'approved' ? 'approvare' : 'prendere atto'} serve ${what} dell’atto: il campo è vuoto`;

function strangeOutcome(outcome: DecisionOutcome, asked: DecisionGround['asked']): string | undefined {
  if (outcomesOf(asked).includes(outcome)) return undefined;
  return asked === 'note'
    ? 'di questo documento l’organo prende atto o rinvia l’esame: non lo approva e non lo respinge'
    : 'di questo documento non si prende atto: si approva, si respinge o si rinvia';
}

const faultOfDate = ({ outcome, actDate }: WrittenDecision, on: DecisionGround): string | undefined =>
  actDate === undefined ? (settles(outcome) ? wanted(outcome, 'la data') : undefined) : faultOfActDate(actDate, on);

/** Why no board can have taken an act on that day, in Italian: it is to come, or before the document was there. */
export function faultOfActDate(
  actDate: CivilDate,
  { today, frozenOn }: Pick<DecisionGround, 'today' | 'frozenOn'>,
): string | undefined {
  if (actDate > today)
    return `la data dell’atto ${formatItalian(actDate)} è nel futuro (oggi è ${withArticle('il', formatItalian(today))})`;
  if (actDate < frozenOn)
    return `la data dell’atto ${formatItalian(actDate)} precede la trasmissione del documento all’organo, avvenuta ${withArticle('il', formatItalian(frozenOn))}`;
  return undefined;
}

function faultOfVotes({ outcome, votes }: WrittenDecision): string | undefined {
  if (votes === undefined) return undefined;
  const { present, inFavour, against, abstained } = votes;
  const wrong = [present, inFavour, against, abstained].find((n) => !Number.isInteger(n) || n < 0);
  if (wrong !== undefined) return `i voti sono numeri interi non negativi: si è letto ${wrong}`;
  if (inFavour + against + abstained > present)
    return `favorevoli ${inFavour}, contrari ${against} e astenuti ${abstained} superano i presenti, ${present}`;
  if (!settles(outcome)) return undefined;
  const done = outcome === 'approved' ? 'il documento non risulta approvato' : 'non risulta che se ne sia preso atto';
  if (inFavour === 0) return `nessun voto favorevole: ${done}`;
  if (inFavour < against) return `favorevoli ${inFavour} e contrari ${against}: ${done}`;
  return undefined;
}

function faultOfRemarks({ outcome, remarks, deferredTo }: WrittenDecision, on: DecisionGround): string | undefined {
  if (!isBlank(remarks)) return undefined;
  if (outcome === 'rejected') return 'un documento si respinge con osservazioni scritte: il campo osservazioni è vuoto';
  if (outcome !== 'deferred' || deferredTo === undefined || on.legalTerm === undefined) return undefined;
  if (deferredTo <= on.legalTerm) return undefined;
  return `il rinvio ${withArticle('al', formatItalian(deferredTo))} va oltre il termine di legge, ${formatItalian(on.legalTerm)}: se è così, scriverne il motivo nelle osservazioni`;
}

/** No board puts a matter off by more: a day further away has the wrong year. */
const A_YEAR = 366;

function faultOfDeferral({ outcome, deferredTo }: WrittenDecision, { today }: DecisionGround): string | undefined {
  switch (outcome) {
    case 'approved':
    case 'noted':
    case 'rejected':
      return deferredTo === undefined
        ? undefined
        : `la data di rinvio, ${formatItalian(deferredTo)}, si indica solo per un rinvio: toglierla, o scegliere il rinvio come esito`;
    case 'deferred':
      if (deferredTo === undefined) return 'per un rinvio serve il giorno in cui l’esame riprende: la data manca';
      if (deferredTo <= today)
        return `la data di rinvio ${formatItalian(deferredTo)} deve essere successiva a oggi, ${formatItalian(today)}`;
      return deferredTo > addDays(today, A_YEAR)
        ? `la data di rinvio ${formatItalian(deferredTo)} è oltre un anno da oggi: controllare l’anno`
        : undefined;
    case undefined:
      return undefined;
    default:
      return never(outcome);
  }
}

const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === '';
