import type { AmountClause } from './clause.js';
import { holds, isDuration } from './holding.js';
import { type NameHints, nameEvidence } from './name.js';
import { offersTime } from './names/times.js';
import { namesBurden } from './nouns.js';
import { compareDecimals } from './numbers.js';
import type { Reason } from './outcome.js';
import { reason } from './reasons.js';
import type { Operator, Unit } from './types.js';
import { sameUnit } from './units.js';

type Sense = 'more' | 'less';

export interface Decision {
  /** Most plausible first; one and no doubts when it is certain. */
  readonly operators: readonly Operator[];
  readonly doubts: readonly Reason[];
  /** What the comparison rests on, when it is not written: then the reading is proposed. */
  readonly notes: readonly Reason[];
}

/** What is known beside the amount itself. */
interface Evidence {
  readonly hints: NameHints;
  readonly name: string | undefined;
  /** The direction of what the target's own words count or share, when they say. */
  readonly sense: Sense | undefined;
  /** The target's own words name something worth the time it lasts: `8 ore di formazione`. */
  readonly offers: boolean;
  readonly unit: Unit;
  readonly value: string;
  /** The comparison of the year before, when it was written out and for the same unit. */
  readonly previous: { readonly operator: Operator; readonly text: string } | undefined;
}

export const senseOf = (operator: Operator): Sense =>
  operator === '>=' || operator === '>' || operator === '=' ? 'more' : 'less';

const flipped: Readonly<Record<Operator, Operator>> = { '>=': '<=', '>': '<', '<=': '>=', '<': '>', '=': '=' };

/** Which comparison the target asks for: as written when it is, else from what the words and the name say for certain. */
export function decideOperator(amount: AmountClause, evidence: Evidence): Decision {
  const { operator } = amount;
  if (operator === undefined || operator === '=') return nakedOperator(operator === '=', evidence);
  const { hints, name = '' } = evidence;
  const sense = senseOf(operator);
  const doubts: Reason[] = beyondScale(evidence);
  // `almeno € 10.000` for `Risparmio …`: of money not spent, more; nobody wants a cost of at least as much.
  const saved = sense === 'more' && evidence.unit.kind === 'euro';
  if (hints.change === 'reduction' && !saved) doubts.push(reason('reduction-name', name));
  // `non più del 10% di pratiche respinte`: the text says itself what it counts, whatever the name is about.
  const own = evidence.sense === sense;
  const against = !own && hints.direction !== undefined && hints.direction !== sense && holds(hints, evidence.unit);
  if (hints.counter && evidence.unit.kind === 'percent') doubts.push(reason('unit-against-name'));
  const nounAgainst = evidence.sense !== undefined && evidence.sense !== sense;
  if (against || nounAgainst) {
    const expected = sense === 'more' ? 'ci si aspetterebbe un massimo' : 'ci si aspetterebbe un minimo';
    doubts.push(reason('direction-against-name', expected));
  }
  return { operators: doubts.length === 0 ? [operator] : [operator, flipped[operator]], doubts, notes: [] };
}

function nakedOperator(exact: boolean, evidence: Evidence): Decision {
  const { hints, name, unit, value, previous } = evidence;
  const [beyond] = beyondScale(evidence);
  if (beyond !== undefined) return ask(beyond, evidence);
  if (hints.change !== undefined) {
    const code = hints.change === 'reduction' ? 'reduction-name' : 'increase-name';
    return { operators: ['>=', '<='], doubts: [reason(code, name)], notes: [] };
  }
  if (hints.counter && unit.kind === 'percent') return ask(reason('unit-against-name'), evidence);
  const senses = new Set<Sense>();
  if (evidence.sense !== undefined) senses.add(evidence.sense);
  if (hints.direction !== undefined && holds(hints, unit)) senses.add(hints.direction);
  // Of what is counted nobody wants to reach none.
  if (value === '0' && senses.has('less')) senses.delete('more');
  if (senses.size > 1) return ask(reason('direction-against-name', 'il testo e il nome dicono cose diverse'), evidence);
  const [sense] = senses;
  if (exact && nothingBeyond(evidence, sense)) return { operators: ['='], doubts: [], notes: [] };
  if (sense === undefined) {
    if (unit.kind === 'percent' && value === '100' && !namesBurden(hints)) {
      return { operators: ['>='], doubts: [], notes: [reason('operator-all')] };
    }
    if (exact) return { operators: ['>=', '<=', '='], doubts: [reason('exact-value', value)], notes: [] };
    const written = fromPrevious(evidence);
    if (written !== undefined) return written;
    // `0 sanzioni`, `nessun ricorso accolto`: of what is counted there is never less than none.
    if (value === '0' && unit.kind === 'count')
      return { operators: ['<='], doubts: [], notes: [reason('operator-none')] };
    return ask(reason('operator-missing'), evidence);
  }
  // Nobody sets nothing as a goal to reach; a zero that should grow is an empty cell.
  if (value === '0' && sense === 'more')
    return { operators: ['<=', '>='], doubts: [reason('operator-missing')], notes: [] };
  const operator: Operator = sense === 'more' ? '>=' : '<=';
  const notes =
    evidence.sense !== sense
      ? [fromName(name)]
      : [reason(sense === 'more' ? 'operator-from-noun' : 'operator-from-trouble')];
  if (exact && !(unit.kind === 'percent' && value === '100') && value !== '0') {
    return { operators: [operator, '='], doubts: [reason('exact-value', value)], notes: [] };
  }
  if (previous !== undefined && senseOf(previous.operator) !== sense)
    return ask(reason('direction-against-name', `il target precedente era «${previous.text}»`), evidence);
  const strict = previous?.operator === '>' || previous?.operator === '<';
  return (strict ? fromPrevious(evidence) : undefined) ?? { operators: [operator], doubts: [], notes };
}

/** `pari a 0` of what can not be less, `pari al 100%` of what is wanted whole: exact and at the end of the scale. */
function nothingBeyond({ hints, unit, value }: Evidence, sense: Sense | undefined): boolean {
  if (value === '0') return sense !== 'more' && !hints.signed;
  return value === '100' && unit.kind === 'percent' && sense !== 'less' && !namesBurden(hints);
}

/** That the name says which way, in the words of the name where they can be quoted. */
function fromName(name: string | undefined): Reason {
  const plain = reason('operator-from-name');
  const [seen] = nameEvidence(name);
  return seen === undefined ? plain : { ...plain, message: seen.message };
}

/** Asks. Likeliest is what was written the year before, then a ceiling of nothing, what the name leans to, a short time. */
function ask(doubt: Reason, { unit, hints, name, value, previous, sense, offers }: Evidence): Decision {
  const written = previous === undefined ? undefined : senseOf(previous.operator);
  const first = hints.view?.steps[0]?.shown ?? '';
  // A name that does not measure days says nothing of days: they are a time not to pass.
  const offered = offers || offersTime(first);
  const inDays =
    !offered &&
    isDuration(unit) &&
    unit.kind !== 'hours' &&
    unit.kind !== 'count' &&
    (hints.unit === undefined || !sameUnit(hints.unit, unit));
  const leaning =
    written ??
    (value === '0' ? 'less' : sense) ??
    // A ceiling at the whole promises nothing, where the name is not sure of wanting few.
    (value === '100' && unit.kind === 'percent' && !hints.cost && hints.view?.trust === 'weak' ? 'more' : undefined) ??
    // `48 ore` for `Rilascio del certificato`: how long it takes to be had.
    ((isDuration(unit) && hints.holdsFor !== 'time' && HANDED_OVER.test(first)) || (inDays && hints.holdsFor !== 'time')
      ? 'less'
      : (hints.leaning ?? (isDuration(unit) && !offered ? 'less' : 'more')));
  const seen = doubt.code === 'operator-missing' ? nameEvidence(name) : [];
  return { operators: leaning === 'less' ? ['<=', '>='] : ['>=', '<='], doubts: [doubt, ...seen], notes: [] };
}

/** What is done for who asked, or to what broke: the time beside it is the time it takes. */
const HANDED_OVER =
  /^(?:rilasci|consegn|rispost|ripristin|riscontr|liquidazion|emission|refertazion|interven|riparazion|sostituzion)/;

/** A mark over the top of its scale is no mark. */
function beyondScale({ unit, value }: Evidence): Reason[] {
  return unit.kind === 'score' && compareDecimals(value, unit.outOf) > 0 ? [reason('beyond-scale', unit.outOf)] : [];
}

function fromPrevious({ previous }: Evidence): Decision | undefined {
  if (previous === undefined) return undefined;
  const { operator, text } = previous;
  if (operator === '>=' || operator === '<=')
    return { operators: [operator], doubts: [], notes: [reason('operator-from-previous')] };
  const loose: Operator = operator === '>' ? '>=' : '<=';
  return { operators: [loose, operator], doubts: [reason('operator-previous-strict', text)], notes: [] };
}
