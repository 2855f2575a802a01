import { never } from '../../../src/domain/result.js';
import type { Reading, Unit } from '../../../src/domain/targets/types.js';

/** What a target means, as a reader who never saw the parser wrote it down. Absent is: not said. */
export interface Meaning {
  readonly op: '>=' | '>' | '<=' | '<' | '=' | 'range' | 'bands' | 'by' | 'within' | 'throughout' | 'rel' | 'yes';
  /** Plain decimal; of an interval the lower end, of a change its size. */
  readonly value?: string;
  /** The upper end of an interval. */
  readonly to?: string;
  /** `n` is any count, mark or index. */
  readonly unit?: '%' | 'n' | 'gg' | 'gglav' | 'ore' | 'minuti' | 'mesi' | 'eur';
  /** Last day in time. */
  readonly by?: string;
  readonly sign?: '+' | '-';
  /** As the text names it; four digits are a year. */
  readonly base?: string;
  /** The change is in percentage points. */
  readonly points?: true;
}

const OPERATORS = ['>=', '>', '<=', '<', '='] as const;
const KINDS = ['range', 'bands', 'by', 'within', 'throughout', 'rel', 'yes'] as const;
const UNITS = ['%', 'n', 'gg', 'gglav', 'ore', 'minuti', 'mesi', 'eur'] as const;

const oneOf = <T extends string>(all: readonly T[], word: string | undefined): T | undefined =>
  all.find((w) => w === word);

/**
 * A meaning in short: `>= 95 %`, `<= 2 n by 2024-12-31`, `range 5 7`, `by 2024-06-30`, `within 30 gg`, `rel - 5 % 2023`,
 * `rel + 3 pp`, `yes`.
 */
export function meaning(short: string): Meaning {
  const words = short.split(' ');
  const [op, first, second, third, fourth] = words;
  const at = words.indexOf('by');
  const by = at < 0 ? {} : { by: words[at + 1] ?? '' };
  const kind = oneOf(OPERATORS, op) ?? oneOf(KINDS, op);
  if (kind === undefined) throw new Error(`no such meaning: ${short}`);
  const unit = (word: string | undefined): Pick<Meaning, 'unit'> => {
    const known = oneOf(UNITS, word);
    return known === undefined ? {} : { unit: known };
  };
  const value = (word: string | undefined): Pick<Meaning, 'value'> => (word === undefined ? {} : { value: word });
  switch (kind) {
    case 'by':
      return { op: kind, ...by };
    case 'range':
      return { op: kind, ...value(first), ...(second === undefined ? {} : { to: second }), ...unit(third) };
    case 'rel':
      return {
        op: kind,
        ...(first === '-' || first === '+' ? { sign: first } : {}),
        ...value(second),
        ...(third === 'pp' ? { points: true } : unit(third)),
        ...(fourth === undefined ? {} : { base: fourth }),
      };
    case 'bands':
    case 'throughout':
    case 'yes':
      return { op: kind };
    default:
      return { op: kind, ...value(first), ...unit(second), ...by };
  }
}

const unitOf = (unit: Unit): string => {
  switch (unit.kind) {
    case 'percent':
      return '%';
    case 'percentage-points':
      return 'pp';
    case 'euro':
      return 'eur';
    case 'days':
      return 'gg';
    case 'hours':
      return 'ore';
    case 'months':
      return 'mesi';
    case 'number':
    case 'score':
      return 'n';
    case 'count':
      return unit.noun === 'giorni lavorativi' ? 'gglav' : unit.noun === 'minuti' ? 'minuti' : 'n';
    default:
      return never(unit);
  }
};

const WITHIN = { 'working-days': 'gglav', hours: 'ore', days: 'gg', weeks: 'settimane', months: 'mesi' } as const;

/** A reading in the words of the labels. */
export function meaningOf(reading: Reading): Readonly<Partial<Record<keyof Meaning, unknown>>> {
  switch (reading.kind) {
    case 'threshold': {
      const { operator, value, unit, by } = reading;
      return { op: operator, value, unit: unitOf(unit), ...(by === undefined ? {} : { by }) };
    }
    case 'range':
      return { op: 'range', value: reading.from, to: reading.to, unit: unitOf(reading.unit) };
    case 'bands':
      return { op: 'bands' };
    case 'by-date':
      return { op: 'by', by: reading.by };
    case 'within-period':
      return { op: 'within', value: String(reading.amount), unit: WITHIN[reading.unit] };
    case 'throughout':
      return { op: 'throughout' };
    case 'relative': {
      const { change, changeUnit, baseline, direction, unit } = reading;
      const down = change.startsWith('-') || (change === '0' && direction === 'less-is-better');
      return {
        op: 'rel',
        value: change.replace('-', ''),
        unit: changeUnit === 'percent' ? '%' : changeUnit === 'absolute' ? unitOf(unit) : 'pp',
        sign: down ? '-' : '+',
        ...(baseline.kind === 'year' ? { base: String(baseline.year) } : {}),
      };
    }
    case 'yes-no':
      return { op: 'yes' };
    default:
      return never(reading);
  }
}

/** Whether a reading is what the label says, where a time for each case is a ceiling and nothing at most is exactly nothing. */
export function means(reading: Reading, expected: Meaning): boolean {
  const found = meaningOf(reading);
  const same = (op: unknown): unknown => (op === 'within' || (op === '=' && expected.value === '0') ? '<=' : op);
  const unit = expected.points === true ? 'pp' : expected.unit;
  const year = /^[0-9]{4}$/.test(expected.base ?? '');
  return (
    same(found.op) === same(expected.op) &&
    (expected.value === undefined || found.value === expected.value) &&
    (expected.to === undefined || found.to === expected.to) &&
    (unit === undefined || found.value === '0' || expected.op === 'range' || found.unit === unit) &&
    found.by === expected.by &&
    found.sign === expected.sign &&
    (!year || found.base === expected.base)
  );
}
