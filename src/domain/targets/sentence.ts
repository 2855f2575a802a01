import { withArticle } from '../article.js';
import { formatItalian } from '../calendar/civil-date.js';
import { never } from '../result.js';
import { italianDecimal } from './numbers.js';
import type { Band, Baseline, Operator, Reading, Unit } from './types.js';
import { noneSuffix, SINGULARS, singularSuffix, unitSuffix } from './units.js';

type Of<K extends Reading['kind']> = Extract<Reading, { kind: K }>;

/** How each comparison is said before a value. */
export const OPERATOR: Readonly<Record<Operator, string>> = {
  '>=': 'almeno',
  '>': 'più di',
  '<=': 'al massimo',
  '<': 'meno di',
  '=': 'esattamente',
};

/** How each comparison is said before a baseline. */
export const COMPARED: Readonly<Record<Operator, string>> = {
  '>=': 'almeno uguale',
  '>': 'superiore',
  '<=': 'al massimo uguale',
  '<': 'inferiore',
  '=': 'uguale',
};

/** How each direction is said; the sentence reader knows a confirmed reading by these words. */
export const DIRECTION = {
  'more-is-better': 'più è alto, meglio è',
  'less-is-better': 'più è basso, meglio è',
} as const;

export const ACCUMULATION = {
  accumulates: 'si accumula nell’anno',
  level: 'non si accumula nell’anno',
} as const;

/**
 * The Italian sentence by which a manager confirms a reading. `parseTarget` reads it back to the same reading.
 * @example `almeno 25: più è alto, meglio è`
 */
export function sentence(reading: Reading): string {
  switch (reading.kind) {
    case 'threshold':
      return thresholdSentence(reading);
    case 'range':
      return `da ${quantity(reading.from, reading.unit)} a ${quantity(reading.to, reading.unit)}, estremi compresi${accumulated(reading)}`;
    case 'bands':
      return `a fasce: ${reading.bands.map((b) => bandSentence(b, reading.unit)).join('; ')}${accumulated(reading)}`;
    case 'by-date':
      return reading.strict
        ? `prima ${withArticle('del', formatItalian(reading.by))}, escluso${object(reading.what)}`
        : `entro ${withArticle('il', formatItalian(reading.by))}, compreso${object(reading.what)}`;
    case 'within-period':
      return `entro ${reading.amount} ${PERIODS[reading.unit][reading.amount === 1 ? 0 : 1]} da «${reading.event}»${object(reading.what)}`;
    case 'throughout':
      return `per tutto il periodo ${withArticle('dal', formatItalian(reading.from))} ${withArticle('al', formatItalian(reading.to))}`;
    case 'relative':
      return `${relativeSentence(reading)}${accumulated(reading)}`;
    case 'yes-no':
      return `${reading.expected ? 'sì: deve' : 'no: non deve'} risultare ${reading.what === undefined ? 'fatto' : `«${reading.what}»`}`;
    default:
      return never(reading);
  }
}

/** Singular and plural. */
export const PERIODS: Readonly<Record<Of<'within-period'>['unit'], readonly [string, string]>> = {
  'working-days': ['giorno lavorativo', 'giorni lavorativi'],
  hours: ['ora', 'ore'],
  days: ['giorno', 'giorni'],
  weeks: ['settimana', 'settimane'],
  months: ['mese', 'mesi'],
};

const object = (what: string | undefined): string => (what === undefined ? '' : `, per «${what}»`);

function thresholdSentence(r: Of<'threshold'>): string {
  const by = r.by === undefined ? '' : `, entro ${withArticle('il', formatItalian(r.by))}`;
  return `${OPERATOR[r.operator]} ${quantity(r.value, r.unit)}${object(r.what)}${by}: ${DIRECTION[r.direction]}${accumulated(r)}`;
}

const accumulated = ({ accumulation }: Pick<Of<'threshold'>, 'accumulation'>): string =>
  accumulation === undefined ? '' : `; ${ACCUMULATION[accumulation]}`;

function quantity(value: string, unit: Unit): string {
  const one = value === '1' || value === '-1' ? singularSuffix(unit) : undefined;
  return `${italianDecimal(value)}${one ?? noneSuffix(value, unit) ?? spokenUnit(unit)}`;
}

/** As it stands after a number, with Italian figures. A counted noun is quoted unless it is made of plain words. */
function spokenUnit(unit: Unit): string {
  if (unit.kind === 'score') return ` su ${italianDecimal(unit.outOf)}`;
  if (unit.kind === 'count' && !isPlainNoun(unit.noun)) return ` «${unit.noun}»`;
  return unitSuffix(unit);
}

const OWN_UNITS = new Set(['punti percentuali', 'euro', 'giorni', 'ore', 'mesi', ...SINGULARS.values()]);

/** One to six lower- or upper-case words that are not a unit and can not be mistaken for the rest of the sentence. */
export const isPlainNoun = (noun: string): boolean =>
  noun.length <= 60 &&
  /^[a-zA-Zàèéìòù]{2,}( [a-zA-Zàèéìòù]{2,}){0,5}$/.test(noun) &&
  !OWN_UNITS.has(noun) &&
  !/^(su|di|entro|rispetto) | (entro|rispetto|compreso|escluso) /.test(`${noun} `);

function bandSentence(band: Band, unit: Unit): string {
  const from =
    band.from === undefined ? '' : `da ${quantity(band.from, unit)} ${band.fromInclusive ? 'compreso' : 'escluso'}`;
  const to =
    band.to === undefined ? '' : `fino a ${quantity(band.to, unit)} ${band.toInclusive ? 'compreso' : 'escluso'}`;
  const span = [from, to].filter((s) => s !== '').join(' ');
  return `${span === '' ? 'ogni valore' : span} vale ${italianDecimal(band.score)}%`;
}

function relativeSentence(r: Of<'relative'>): string {
  const measured = `, misura${measureUnit(r.unit)}`;
  const tail = `${measured === ', misura' ? '' : measured}: ${DIRECTION[r.direction]}`;
  if (r.change === '0' && r.changeUnit === 'percent') return `${COMPARED[r.operator]} ${baseline(r.baseline)}${tail}`;
  const change = `${r.change.startsWith('-') ? '' : '+'}${italianDecimal(r.change)}`;
  const unit =
    r.changeUnit === 'percent'
      ? '%'
      : r.changeUnit === 'percentage-points'
        ? ' punti percentuali'
        : ' in valore assoluto';
  return `${OPERATOR[r.operator]} ${change}${unit} rispetto ${baseline(r.baseline)}${tail}`;
}

/** ` in giorni`, ` in «pratiche»`; nothing for a plain number. */
function measureUnit(unit: Unit): string {
  if (unit.kind === 'number') return '';
  return unit.kind === 'percent' ? ' in %' : ` in${spokenUnit(unit)}`;
}

function baseline(base: Baseline): string {
  switch (base.kind) {
    case 'year':
      return `al valore del ${base.year}`;
    case 'previous-target':
      return 'al target dell’anno prima';
    case 'named':
      return `a «${base.what}»`;
    case 'unknown':
      return 'a una base da precisare';
    default:
      return never(base);
  }
}
