import fc from 'fast-check';
import { civilDate, lastDayOfMonth } from '../../../src/domain/calendar/civil-date.js';
import type { CivilDate } from '../../../src/domain/calendar/types.js';
import { normalise } from '../../../src/domain/targets/normalise.js';
import { canonical } from '../../../src/domain/targets/numbers.js';
import { tidy } from '../../../src/domain/targets/phrases.js';
import type { Band, Baseline, Reading, Unit } from '../../../src/domain/targets/types.js';

const decimal = fc
  .tuple(fc.nat(99_999_999), fc.option(fc.nat(999), { nil: undefined }))
  .map(([whole, part]) => canonical(part === undefined ? String(whole) : `${whole}.${part}`));
const signedDecimal = fc.tuple(fc.boolean(), decimal).map(([negative, d]) => canonical(negative ? `-${d}` : d));

/** Free text as the parser stores it: any characters, brought to the one spelling readings keep. */
const words = fc
  .oneof(
    fc.string({ maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom(
      'evento',
      'incontri con «gli stakeholder»',
      'L. 190/2012, art. 5',
      'più è alto, meglio è',
      'a & b; c: 5% $x$',
    ),
  )
  .map((text) => tidy(normalise(tidy(normalise(text)))))
  .filter((text) => text !== '' && text.length <= 200);

const date: fc.Arbitrary<CivilDate> = fc
  .tuple(fc.integer({ min: 2001, max: 2099 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([y, m, d]) => civilDate(y, m, Math.min(d, lastDayOfMonth(y, m))));

const unit: fc.Arbitrary<Unit> = fc.oneof(
  fc.constantFrom<Unit>(
    { kind: 'number' },
    { kind: 'percent' },
    { kind: 'percentage-points' },
    { kind: 'euro' },
    { kind: 'days' },
    { kind: 'hours' },
    { kind: 'months' },
    { kind: 'count', noun: 'giorni lavorativi' },
    { kind: 'count', noun: 'giorni' },
    { kind: 'count', noun: 'su 10' },
  ),
  words.map((noun): Unit => ({ kind: 'count', noun })),
  decimal.map((outOf): Unit => ({ kind: 'score', outOf })),
);

const operator = fc.constantFrom('>=', '>', '<=', '<', '=' as const);
const direction = fc.constantFrom('more-is-better', 'less-is-better' as const);
const what = fc.option(words, { nil: undefined });
const optional = <K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } =>
  // A computed key widens to string; the record has this one key.
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: T };

const threshold: fc.Arbitrary<Reading> = fc
  .record({
    operator,
    value: signedDecimal,
    unit,
    direction,
    accumulation: fc.constantFrom(undefined, 'accumulates', 'level' as const),
    by: fc.option(date, { nil: undefined }),
    what,
  })
  .map(({ accumulation, by, what: of, ...rest }) => ({
    kind: 'threshold',
    ...rest,
    ...optional('accumulation', accumulation),
    ...optional('by', by),
    ...optional('what', of),
  }));

const range: fc.Arbitrary<Reading> = fc.record({
  kind: fc.constant('range' as const),
  from: signedDecimal,
  to: signedDecimal,
  unit,
});

const band: fc.Arbitrary<Band> = fc
  .record({
    from: fc.option(signedDecimal, { nil: undefined }),
    fromInclusive: fc.boolean(),
    to: fc.option(signedDecimal, { nil: undefined }),
    toInclusive: fc.boolean(),
    score: decimal,
  })
  .map(({ from, to, fromInclusive, toInclusive, score }) => ({
    ...optional('from', from),
    // An open end has no boundary to include.
    fromInclusive: from !== undefined && fromInclusive,
    ...optional('to', to),
    toInclusive: to !== undefined && toInclusive,
    score,
  }));

const bands: fc.Arbitrary<Reading> = fc
  .record({
    unit: fc.oneof(fc.constant<Unit>({ kind: 'number' }), unit),
    bands: fc.array(band, { minLength: 1, maxLength: 5 }),
  })
  .map(({ unit: u, bands: list }) => ({
    kind: 'bands',
    // Bands without any end say nothing of a unit.
    unit: list.some((b) => b.from !== undefined || b.to !== undefined) ? u : { kind: 'number' },
    bands: list,
  }));

const byDate: fc.Arbitrary<Reading> = fc
  .record({ by: date, strict: fc.boolean(), what })
  .map(({ what: of, ...rest }) => ({ kind: 'by-date', ...rest, ...optional('what', of) }));

const withinPeriod: fc.Arbitrary<Reading> = fc
  .record({
    amount: fc.integer({ min: 1, max: 9_999 }),
    unit: fc.constantFrom('working-days', 'hours', 'days', 'weeks', 'months' as const),
    event: words,
    what,
  })
  .map(({ what: of, ...rest }) => ({ kind: 'within-period', ...rest, ...optional('what', of) }));

const throughout: fc.Arbitrary<Reading> = fc.record({ kind: fc.constant('throughout' as const), from: date, to: date });

const baseline: fc.Arbitrary<Baseline> = fc.oneof(
  fc.integer({ min: 1950, max: 2099 }).map((year): Baseline => ({ kind: 'year', year })),
  fc.constantFrom<Baseline>({ kind: 'previous-target' }, { kind: 'unknown' }),
  words.map((named): Baseline => ({ kind: 'named', what: named })),
);

const relative: fc.Arbitrary<Reading> = fc.record({
  kind: fc.constant('relative' as const),
  operator,
  change: fc.oneof(fc.constant('0'), signedDecimal),
  changeUnit: fc.constantFrom('percent', 'percentage-points', 'absolute' as const),
  baseline,
  direction,
  unit,
});

const yesNo: fc.Arbitrary<Reading> = fc
  .record({ expected: fc.boolean(), what })
  .map(({ expected, what: of }) => ({ kind: 'yes-no', expected, ...optional('what', of) }));

/** Any reading the parser could produce or a person could confirm. */
export const anyReading = fc.oneof(threshold, range, bands, byDate, withinPeriod, throughout, relative, yesNo);
