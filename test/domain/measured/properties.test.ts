import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTyped } from '../../../src/client/pages/duties/officer/answers.js';
import { typedOf } from '../../../src/client/pages/duties/officer/typed.js';
import { createAssessor } from '../../../src/domain/achievement/assess.js';
import type { Actual } from '../../../src/domain/achievement/types.js';
import { addDays } from '../../../src/domain/calendar/civil-date.js';
import type { CivilDate } from '../../../src/domain/calendar/types.js';
import type { Measure } from '../../../src/domain/measured/measure.js';
import { oddities } from '../../../src/domain/measured/odd.js';
import { readValue } from '../../../src/domain/measured/read-value.js';
import { refuseActual } from '../../../src/domain/measured/refuse-actual.js';
import type { Reading, Unit } from '../../../src/domain/targets/types.js';
import { readAnswer, weigh } from '../../../src/forms/answer.js';
import { form, row } from '../../sheets/forms.js';
import { seedPolicy } from '../achievement/policy-fixture.js';

const decimal = fc
  .tuple(
    fc.bigInt({ min: -999_999n, max: 999_999_999n }),
    fc.integer({ min: 0, max: 6 }),
    fc.integer({ min: 0, max: 999_999 }),
  )
  .map(([whole, places, parts]) => {
    const fraction = String(parts).padStart(6, '0').slice(0, places).replace(/0+$/, '');
    return fraction === '' ? String(whole) : `${whole}.${fraction}`;
  });
const day = fc.integer({ min: -400, max: 500 }).map((n): CivilDate => addDays('2016-01-01', n));
const unit = fc.constantFrom<Unit>(
  { kind: 'number' },
  { kind: 'percent' },
  { kind: 'percentage-points' },
  { kind: 'euro' },
  { kind: 'days' },
  { kind: 'hours' },
  { kind: 'months' },
  { kind: 'count', noun: 'incontri' },
  { kind: 'count', noun: 'minuti' },
  { kind: 'count', noun: 'kWh/mq' },
  { kind: 'score', outOf: '10' },
);
const reading: fc.Arbitrary<Reading> = fc.oneof(
  fc
    .record({
      value: decimal,
      unit,
      more: fc.boolean(),
      accumulates: fc.boolean(),
      by: fc.option(day, { nil: undefined }),
    })
    .map(
      ({ value, unit: one, more, accumulates, by }): Reading => ({
        kind: 'threshold',
        operator: more ? '>=' : '<=',
        value,
        unit: one,
        direction: more ? 'more-is-better' : 'less-is-better',
        accumulation: accumulates ? 'accumulates' : 'level',
        ...(by === undefined ? {} : { by }),
      }),
    ),
  fc.record({ kind: fc.constant('range' as const), from: decimal, to: decimal, unit }),
  fc.record({ kind: fc.constant('by-date' as const), by: day, strict: fc.boolean() }),
  fc.record({
    kind: fc.constant('within-period' as const),
    amount: fc.integer({ min: 1, max: 60 }),
    unit: fc.constantFrom('working-days', 'hours', 'days', 'weeks', 'months' as const),
    event: fc.constant('richiesta'),
  }),
  fc.constant<Reading>({ kind: 'throughout', from: '2016-01-01', to: '2016-12-31' }),
  fc.constantFrom<Reading>({ kind: 'yes-no', expected: true }, { kind: 'yes-no', expected: false }),
);
const name = fc.constantFrom(
  'Indicatore',
  'Numero di incontri',
  'Utenti soddisfatti sul totale',
  'Variazione delle entrate',
  'Tempo medio',
);
const text = fc.oneof(
  fc.stringMatching(/^[-+]?[0-9][0-9.,' ]{0,9}(%| €| giorni| minuti| incontri| kWh\/mq)?$/),
  fc.stringMatching(/^[0-9]{1,3}( su |\/)[0-9]{1,3}$/),
  fc.stringMatching(/^[0-3]?[0-9][/.-](0?[1-9]|1[0-2]|giu|dic)[/.-](20)?1[56]$/),
  fc.constantFrom('sì', 'no', 'non ancora', '3 il 28/06/2016', '300 giorni', '95%', '8.500%', '1.5', 'n.d.'),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const moment = fc.constantFrom(
  { exercise: 2016, at: '2016-04-30', today: '2016-05-10' } as const,
  { exercise: 2016, at: '2016-12-31', today: '2017-01-20' } as const,
);

describe('whatever is written for whatever target', () => {
  it('is refused in words, or is a value that is judged without a fault', () => {
    const assessor = createAssessor(seedPolicy());
    fc.assert(
      fc.property(reading, name, text, moment, (one, named, written, when) => {
        const measure: Measure = { name: named, reading: one, moment: when };
        const read = readValue(written, measure);
        if (!read.ok) {
          expect(read.error.length).toBeGreaterThan(10);
          return;
        }
        for (const question of oddities(read.value, measure)) expect(question).toMatch(/^\S.{5,}/);
        const judged = assessor.assess({
          indicator: 'x',
          reading: one,
          actual: read.value,
          period: { exercise: when.exercise, at: when.at },
        });
        expect(judged.achievement === undefined).toBe(judged.state !== 'assessed');
      }),
      { numRuns: 4000 },
    );
  });

  it('what the form takes, the register takes', () => {
    fc.assert(
      fc.property(reading, name, text, (one, named, written) => {
        const asked = row('A-1', one, { name: named });
        const answered = readAnswer(asked, { ...RAW, value: written }, form());
        if (!answered.ok || answered.value === 'empty') return;
        weigh(asked, answered.value, form());
        expect(refuseActual(answered.value, { ...asked, moment: { today: form().today } })).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a value that stands', () => {
  const actual: fc.Arbitrary<Actual> = fc.oneof(
    fc.record({ kind: fc.constant('number' as const), value: decimal }),
    fc.record({ kind: fc.constant('ratio' as const), numerator: decimal, denominator: decimal }),
    fc.record({ kind: fc.constant('date' as const), on: day }),
    fc.record({ kind: fc.constant('yes-no' as const), value: fc.boolean() }),
    fc.constant<Actual>({ kind: 'not-yet' }),
  );

  it('is read back from the fields of the form exactly as it is', () => {
    fc.assert(
      fc.property(reading, actual, (one, value) => {
        const asked = row('A-1', one);
        if (one.kind === 'throughout' && value.kind === 'number') return;
        if (refuseActual(value, { ...asked, moment: { exercise: 2016, today: form().today } }) !== undefined) return;
        const again = readTyped(asked, typedOf(asked.entry, value), form());
        expect(again.ok ? again.value : again.error).toMatchObject({ actual: value });
      }),
      { numRuns: 3000 },
    );
  });
});

const RAW = {
  mode: '',
  value: '',
  numerator: '',
  denominator: '',
  reachedOn: '',
  note: '',
  reason: '',
} as const;
