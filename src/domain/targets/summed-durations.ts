import type { Amount } from './clause.js';
import { senseOf } from './decide.js';
import { canonical } from './numbers.js';
import type { Reading, Unit } from './types.js';
import { unitSuffix } from './units.js';

interface TwoUnits {
  readonly whole: string;
  readonly part: string;
  /** How many of the smaller unit make one of the larger. */
  readonly each: number;
  readonly inParts: Unit;
  /** Absent where nobody would write it so. */
  readonly inWholes?: Unit;
}

const HOURS: TwoUnits = {
  whole: 'ore',
  part: 'minuti',
  each: 60,
  inParts: { kind: 'count', noun: 'minuti' },
  inWholes: { kind: 'hours' },
};

const DURATIONS: readonly TwoUnits[] = [
  { whole: 'giorni', part: 'ore', each: 24, inParts: { kind: 'hours' }, inWholes: { kind: 'days' } },
  { whole: 'settimane', part: 'giorni', each: 7, inParts: { kind: 'days' } },
  { whole: 'mesi', part: 'giorni', each: 30, inParts: { kind: 'days' } },
  { whole: 'anni', part: 'mesi', each: 12, inParts: { kind: 'months' } },
  { whole: 'minuti', part: 'secondi', each: 60, inParts: { kind: 'count', noun: 'secondi' } },
];

const unitName = ({ unit }: Amount): string => (unit === undefined ? '' : unitSuffix(unit).trim());

/** `1h 30m`, `2 giorni e 12 ore`: one time in two units, which somebody must write in one. */
export function sumOfDurations(a: Amount, b: Amount): readonly Reading[] {
  const [whole, part] = [Number(a.value.values[0]), Number(b.value.values[0])];
  const minutes = b.value.needsEuro || (b.unit?.kind === 'count' && /^min/.test(b.unit.noun));
  const hours = a.unit?.kind === 'hours' && b.operator === undefined && (minutes || b.unit === undefined);
  const rest = b.value.needsEuro ? part / 1_000_000 : part;
  const larger = hours ? HOURS : DURATIONS.find(({ whole: w, part: p }) => w === unitName(a) && p === unitName(b));
  if (larger === undefined) return [];
  const { each, inParts, inWholes } = larger;
  const total: readonly (readonly [number, Unit])[] = [
    [whole * each + rest, inParts],
    ...(inWholes === undefined ? [] : [[(whole * each + rest) / each, inWholes] as const]),
  ];
  const operator = a.operator ?? '<=';
  const direction = senseOf(operator) === 'more' ? 'more-is-better' : 'less-is-better';
  return total.map(([value, unit]) => ({
    kind: 'threshold',
    operator,
    value: canonical(String(Math.round(value * 100) / 100)),
    unit,
    direction,
  }));
}
