import { compare, HUNDRED, rational } from '../rational.js';
import type { Unit } from '../targets/types.js';
import { type Measure, targetNumber } from './measure.js';
import { canonicalNoun } from './written-unit.js';

/** What is measured and not counted, whatever of it: it has decimals. */
const MEASURES =
  /^(?:giorn[io]|giornat[ae]|or[ae]|mes[ei]|minuti|settimane|anni|secondi|m[qc]?|[kdcm]m|ha|ettari|kg|g|t|q|tonnellate|quintali|litri|l|ml|[kmg]?w[hp]?|t ?co2(?:eq)?|db|bar|[kmg]bps|[mgt]b|gj|tep|fte|ula|metri|chilometri|euro|migliaia)(?:[ /-].*)?$|^(?:punti|gradi|volte)$/;
/** An average, an index or a quantity shared out has decimals whatever is counted. */
const SHARED_OUT =
  /\bmedi[aoe]?\b|\bmediament|\bpro[ -]?capite\b|\bper (?:ogni|ciascun|abitante|addetto|dipendente|unità|1\.?000|cento|mille)|\bindice\b|\bindicatore sintetico\b|\brapporto\b|\btasso\b|\bincidenza\b|\bpunteggio\b|\bvoto\b|\bgiudizio\b|\bmedian[ao]\b|\bpesat[oaie]\b|\bponderat[oaie]\b|\bequivalent[ie]\b/iu;
const QUANTITY =
  /\bor[ae]\b|\btemp[oi]\b|\bdurat[ae]\b|\bminut[io]\b|\bgiorn[io]\b|\bcost[oi]\b|\bspes[ae]\b|\bimport[oi]\b|\bvalor[ei]\b|\bsuperfici[e]?\b|\bconsum[oi]\b|\bemissioni\b|\bkwh\b|\bmq\b|\btonnellat[ae]\b|\blitri\b|\bkm\b|\beuro\b|€|\bpercentual[ei]\b|%|\bquota\b/iu;
const SAYS_COUNT =
  /^(?:il )?(?:n(?:umero|um\.?|r\.?|[.°º])?)(?:[ .]|$)(?! ?(?:indice|medio))|\bnumero (?:di|dei|degli|delle|d')/iu;
/** What goes up and down around zero. */
const SIGNED =
  /\bvariazion|\bdifferenz|\bsald[oi]\b|\bscostament|\brisultat[oi] (?:di|d'|economic|operativ|netto)|\bavanz|\bdisavanz|\bmargin[ei]\b|\bdelta\b|\bcrescit|\bincrement|\bdecrement|\briduzion|\btempestivit|\bscadenz|\britard|\banticip|\butil[ei]\b|\bperdit|\bsbilanci|\btemperatur/iu;
/** A percentage that may pass a hundred: of what is planned, received, earned, or of another year. */
const MAY_PASS =
  /\bvariazion|\bincrement|\bcrescit|\baument|\bscostament|\brispetto a|\bconfronto\b|\bcopertur|\bautofinanzi|\brendiment|\bredditiv|\bindice\b|\bentrat[ae]\b|\bricav|\bincass|\bprovent|\briscoss|\bintroit|\baccertat|\bpervenut|\bricevut|\bpresentat|\barretrat|\bgiacen|\bsmaltiment|\bprevist|\bprogrammat|\bpreventiv|\bpianificat|\bstimat|\bobiettiv|\battes[oaie]\b|\btarget\b|\bproduttiv|\bsaturazion/iu;
/** A percentage of a whole it is part of. */
const PART_OF_WHOLE = /\btotal[ei]\b|\bsul compless|\bin tempo\b|\bne[li]+ (?:termin|temp)|\bquota\b/iu;

/** Days before a term count below zero where what is paid has one; a name need not say it. */
const MAY_BE_EARLY = /\bpagament/iu;

/** What is said of a measure: its name, and what its reading counts. */
export const textOf = ({ name, reading }: Measure): string =>
  [name ?? '', reading !== undefined && 'what' in reading ? (reading.what ?? '') : ''].join(' ');

/** Whether what is measured is counted one by one: there is no half of it. */
export function isCounted(measure: Measure, unit: Unit | undefined): boolean {
  const text = textOf(measure);
  if (SHARED_OUT.test(text)) return false;
  if (unit?.kind === 'count') return !isMeasure(unit.noun);
  return unit?.kind === 'number' && SAYS_COUNT.test(text.trim()) && !QUANTITY.test(text);
}

/** Whether a plain number might be of things counted: nothing says that it has decimals, and its target has none. */
export function seemsCounted(measure: Measure, unit: Unit | undefined): boolean {
  const [text, target] = [textOf(measure), targetNumber(measure)];
  if (unit?.kind !== 'number' || measure.name === undefined || target === undefined || target.includes('.'))
    return false;
  return !SHARED_OUT.test(text) && !QUANTITY.test(text);
}

/** Whether a name begins with things in the plural, and says nothing of an amount of them: `Ricorsi accolti`. */
export const namesThings = (name: string): boolean =>
  /^\p{L}{3,}i(?!\p{L})|^\p{L}+(?<!ion)e \p{L}+te(?!\p{L})/iu.test(name.trim()) &&
  ![SHARED_OUT, QUANTITY, SIGNED].some((kind) => kind.test(name));

/** Whether a noun names a unit of measure, and not things: `minuti`, `mq`, `kWh/mq`, `incontri al mese`. */
export function isMeasure(noun: string): boolean {
  const plain = canonicalNoun(noun);
  return MEASURES.test(plain) || /\/| per |\bal (?:mese|giorno)\b|\ball'anno\b|\bmedi\b|\bmedie\b/.test(plain);
}

/** Whether less than nothing makes sense. Of a change that is promised it is the value that is measured, not the change. */
export function maySink(measure: Measure): boolean {
  const below = [targetNumber(measure), measure.baseline].some((one) => one?.startsWith('-') === true);
  return below || SIGNED.test(textOf(measure));
}

/** Whether days below zero can not be: of what is unnamed, of payments, and of a target of no days nobody can tell. */
export function takesNoEarlyDays(measure: Measure): boolean {
  if (measure.name === undefined || targetNumber(measure) === '0') return false;
  return !maySink(measure) && !MAY_BE_EARLY.test(textOf(measure));
}

/** Whether what is to change is surely not below zero: it is no balance, no index and no yield. */
export function changesAboveZero(measure: Measure): boolean {
  if (measure.reading?.kind !== 'relative' || measure.name === undefined || maySink(measure)) return false;
  return !SHARED_OUT.test(textOf(measure)) && !/\brendiment|\bredditiv/iu.test(textOf(measure));
}

/** Whether two numbers may stand for the value: what is measured is an average, an index, a share or one thing by another. */
export function isShared(measure: Measure, unit: Unit): boolean {
  const text = unit.kind === 'count' ? `${textOf(measure)} ${unit.noun}` : textOf(measure);
  return SHARED_OUT.test(text) || /\p{L} ?\/ ?\p{L}|\bpercentual|%|\bquota\b/iu.test(text);
}

/**
 * Whether a percentage can pass a hundred: surely, surely not, or nobody can tell from its name. Values that were measured
 * before say nothing here: what can not be is the same for whoever takes the value.
 */
export function passesHundred(measure: Measure): 'may' | 'never' | 'unknown' {
  const target = targetNumber(measure);
  const over = target !== undefined && compare(rational(target), HUNDRED) > 0;
  const text = textOf(measure);
  if (measure.reading?.kind === 'relative' || over || MAY_PASS.test(text)) return 'may';
  return PART_OF_WHOLE.test(text) ? 'never' : 'unknown';
}
