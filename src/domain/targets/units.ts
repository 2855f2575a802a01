import { isSymbol, isWord, matchPhrase, phrases } from './phrases.js';
import type { Match, Token } from './tokens.js';
import type { Unit } from './types.js';

const spell = (unit: Unit, words: string): [string, Unit][] => words.split('|').map((w) => [w, unit]);
const count = (noun: string): Unit => ({ kind: 'count', noun });

/** Units with a spelling of their own; any other noun after a number is a count of that noun. */
export const UNITS = phrases<Unit>([
  ...spell({ kind: 'percent' }, '%|per cento|percento'),
  ...spell(
    { kind: 'percentage-points' },
    'punti percentuali|punto percentuale|punti %|punti di percentuale|p . p .|p . p|pp .|pp',
  ),
  ...spell({ kind: 'euro' }, '€|euro|eur'),
  ...spell(
    count('giorni lavorativi'),
    'giorni lavorativi|giorno lavorativo|gg lavorativi|gg . lavorativi|gg . lav .|gg lav .|gg lav',
  ),
  ...spell(count('giorni lavorativi'), 'giorni feriali|gg . lav|giorni lav .|gg feriali'),
  ...spell({ kind: 'days' }, 'giorni|giorno|gg .|gg|g . g .'),
  // Every day counts, said in so many words.
  ...['giorni', 'giorno', 'gg .', 'gg'].flatMap((day) =>
    ['di calendario', 'solari', 'naturali', 'naturali e consecutivi', 'naturali consecutivi', 'consecutivi'].map(
      (which): [string, Unit] => [`${day} ${which}`, { kind: 'days' }],
    ),
  ),
  ...spell({ kind: 'hours' }, 'ore|ora|h'),
  ...spell({ kind: 'months' }, 'mesi|mese'),
  ...spell(count('minuti'), 'minuti|minuto'),
  ...spell(count('settimane'), 'settimane|settimana'),
]);

/** The unit right after a number; `/6` and `su 10` make it a score. */
export function unitAt(tokens: readonly Token[], at: number): Match<Unit> | undefined {
  const named = matchPhrase(UNITS, tokens, at);
  if (named !== undefined) {
    // `9 milioni di euro` reaches here at `di`; `€.` is a habit.
    return {
      value: named.value,
      next: isSymbol(tokens[named.next], '.') && named.value.kind === 'euro' ? named.next + 1 : named.next,
    };
  }
  if (isWord(tokens[at], 'di') && isWord(tokens[at + 1], 'euro')) return { value: { kind: 'euro' }, next: at + 2 };
  return undefined;
}

/** `€`, `euro`, `eur` before an amount. */
export const euroBefore = (token: Token | undefined): boolean => isSymbol(token, '€') || isWord(token, 'euro', 'eur');

/** `gg. 12`, `giorni 30`, `ore 20`: a unit of time before its number. */
export function unitBefore(tokens: readonly Token[], at: number): Match<Unit> | undefined {
  const unit = matchPhrase(UNITS, tokens, at);
  if (unit === undefined || tokens[unit.next]?.kind !== 'number') return undefined;
  return ['days', 'hours', 'months', 'count'].includes(unit.value.kind) ? unit : undefined;
}

/** `gg. ≤ 15`, `% ≥ 80`: a unit at the head of a target, for a comparison to follow. */
export function unitAtHead(tokens: readonly Token[]): Match<Unit> | undefined {
  const unit = matchPhrase(UNITS, tokens, 0);
  return unit === undefined || tokens[unit.next]?.kind === 'number' ? undefined : unit;
}

/** How a unit is written after a number in a sentence, with its leading space where it takes one. */
export function unitSuffix(unit: Unit): string {
  switch (unit.kind) {
    case 'number':
      return '';
    case 'percent':
      return '%';
    case 'percentage-points':
      return ' punti percentuali';
    case 'euro':
      return ' euro';
    case 'days':
      return ' giorni';
    case 'hours':
      return ' ore';
    case 'months':
      return ' mesi';
    case 'count':
      return ` ${unit.noun}`;
    case 'score':
      return ` su ${unit.outOf}`;
  }
}

/** What stands after a one, for the units with a kind of their own and for the nouns whose singular is known. */
const OF_KINDS = [
  ['punti percentuali', 'punto percentuale'],
  ['giorni', 'giorno'],
  ['ore', 'ora'],
  ['mesi', 'mese'],
] as const;
const OF_NOUNS: ReadonlyMap<string, string> = new Map([
  ['minuti', 'minuto'],
  ['settimane', 'settimana'],
  ['giorni lavorativi', 'giorno lavorativo'],
]);
export const SINGULARS: ReadonlyMap<string, string> = new Map([...OF_KINDS, ...OF_NOUNS]);

/** ` giorno`, ` minuto`; undefined where the unit does not change, or nobody knows how. */
export function singularSuffix(unit: Unit): string | undefined {
  // A noun that is spelt like a unit stays as it was written.
  const known = unit.kind === 'count' ? OF_NOUNS.get(unit.noun) : SINGULARS.get(unitSuffix(unit).trim());
  return known === undefined ? undefined : ` ${known}`;
}

/** Nouns of one thing, as far as their ending tells: `reclamo`, `sanzione`, `multa`, `errore`. */
const OF_ONE = /^(?:[\p{L}]+[oa]|[\p{L}]+ione|[\p{L}]{2,}ore)(?: |$)/u;

/** ` casi di «reclamo»`: how none is said of what `nessun reclamo` names one of; undefined where the noun already says several. */
export const noneSuffix = (value: string, unit: Unit): string | undefined =>
  value === '0' && unit.kind === 'count' && OF_ONE.test(unit.noun) ? ` casi di «${unit.noun}»` : undefined;

/** After a figure that nobody wrote with its unit: a noun that can not be made to agree with a one is left out. */
export function agreeingSuffix(value: string, unit: Unit): string {
  if (value !== '1' && value !== '-1') return unitSuffix(unit);
  return singularSuffix(unit) ?? (unit.kind === 'count' ? '' : unitSuffix(unit));
}

export const sameUnit = (a: Unit, b: Unit): boolean => unitSuffix(a) === unitSuffix(b);
