import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BudgetLine, Plan, ProgrammeSheet, ResourceLine } from '../../../src/domain/plan.js';
import { ledgerOf, sumOf, totalsOf } from '../../../src/domain/resources/ledger.js';
import { matchSpending } from '../../../src/domain/resources/match-spending.js';
import { reconcile } from '../../../src/domain/resources/reconcile.js';
import { type SpentFigure, spentByProgramme } from '../../../src/domain/resources/spent.js';
import { bodiesOnFile } from '../../setup/bodies.js';

const seed = bodiesOnFile().plan('ccms', 2016) as Plan;
const CODES = ['1.1.1', '1.1.2', '2.1.1'] as const;

/** Whole cents as the amount that is written in a plan. */
const euros = (cents: number): string => (cents / 100).toFixed(2);
const cents = (amount: string): number => Math.round(Number(amount) * 100);

const line = (programme: string, amount: string, product = 'P', activity = '1'): BudgetLine => ({
  ...{ area: programme.slice(0, 1), objective: programme.slice(0, 3), programme, heading: programme },
  ...{ activity, function: 'A', costCentre: 'C1', product, description: product, amount, source: 'prova' },
});

const sheet = (programme: string, planned: string): ProgrammeSheet => ({
  ...{ programme, title: programme, offices: ['uno'], indicators: [], source: 'prova' },
  resources: { total: planned, parts: [], planned },
});

function planWith(
  lines: readonly BudgetLine[],
  others: readonly ResourceLine[],
  sheets: readonly ProgrammeSheet[],
): Plan {
  const programme = (code: string) => ({ code, title: code, indicators: [], source: 'prova' });
  const area = (code: string, codes: readonly string[]) => ({
    ...{ code, title: code, source: 'prova' },
    objectives: [{ code: `${code}.1`, title: code, weights: [], programmes: codes.map(programme), source: 'prova' }],
  });
  return {
    ...{ entity: 'prova', exercise: 2016, title: 'Piano', perspectives: [], individual: [] },
    areas: [area('1', ['1.1.1', '1.1.2']), area('2', ['2.1.1'])],
    sheets,
    budget: { lines, totals: [] },
    resources: { lines: others },
  };
}

describe('the ledger of the seed', () => {
  test('has the eighteen economic interventions and the investments only sheets give', () => {
    const ledger = ledgerOf(seed);
    expect(ledger).toHaveLength(20);
    expect(totalsOf(ledger)).toEqual({ cost: '800000', investment: '210000', all: '1010000' });
    expect(new Set(ledger.map(({ id }) => id)).size).toBe(20);
  });

  test('agrees with the totals the annex prints, level by level', () => {
    const costs = ledgerOf(seed).filter(({ nature }) => nature === 'cost');
    for (const total of seed.budget.totals) {
      const mine = costs.filter((one) => total.level === 'total' || one[total.level] === total.of);
      expect([total.of, cents(sumOf(mine.map(({ amount }) => amount)))]).toEqual([total.of, cents(total.amount)]);
    }
  });

  test('has the nineteen items of the fairs, which come to their line', () => {
    const [detail] = seed.budget.details ?? [];
    expect(detail?.items).toHaveLength(19);
    expect(sumOf(detail?.items.map(({ amount }) => amount) ?? [])).toBe('400000');
  });
});

const amounts = fc.integer({ min: 0, max: 1_000_000_00 });
const programmes = fc.constantFrom(...CODES);
const plans = fc.record({
  lines: fc.array(fc.tuple(programmes, amounts), { minLength: 1, maxLength: 12 }),
  others: fc.array(fc.tuple(programmes, amounts, fc.constantFrom('cost' as const, 'investment' as const)), {
    maxLength: 6,
  }),
  sheets: fc.uniqueArray(fc.tuple(programmes, amounts), { selector: ([code]) => code }),
});

test('whatever the plan, ledger, sheets and difference come to what an independent sum in whole cents does', () => {
  fc.assert(
    fc.property(plans, ({ lines, others, sheets }) => {
      const plan = planWith(
        lines.map(([code, amount], at) => line(code, euros(amount), `P${at}`)),
        others.map(([programme, amount, nature]) => ({
          ...{ programme, nature, year: 2016, description: 'x', amount: euros(amount), source: 'prova' },
        })),
        sheets.map(([code, amount]) => sheet(code, euros(amount))),
      );
      const { ledger, sheets: planned, difference, programmes: reconciled } = reconcile(plan);
      const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0);
      const investment = sum(others.filter(([, , nature]) => nature === 'investment').map(([, amount]) => amount));
      const all = sum([...lines, ...others].map(([, amount]) => amount));
      const written = sum(sheets.map(([, amount]) => amount));
      expect([cents(ledger.all), cents(ledger.investment), cents(ledger.cost)]).toEqual([
        all,
        investment,
        all - investment,
      ]);
      expect([cents(planned), cents(difference)]).toEqual([written, all - written]);
      expect(sum(reconciled.map((one) => cents(one.difference)))).toBe(all - written);
      for (const one of reconciled) {
        const agrees = one.sheet !== undefined && cents(one.difference) === 0;
        expect(one.agreement === 'same').toBe(agrees);
      }
    }),
  );
});

test.each([
  [
    'a plan with no lines takes its sheets’ amounts for lines, once',
    planWith([], [], [sheet('1.1.1', '10.50')]),
    '10.5',
    'same',
  ],
  [
    'another year is not of this exercise',
    planWith([line('1.1.1', '5.00')], [{ ...other(), year: 2017 }], [sheet('1.1.1', '5.00')]),
    '5',
    'same',
  ],
] as const)('%s', (_, plan, all, agreement) => {
  const { ledger, programmes: reconciled } = reconcile(plan);
  expect([ledger.all, reconciled[0]?.agreement]).toEqual([all, agreement]);
});

function other(): ResourceLine {
  return { programme: '1.1.1', nature: 'cost', year: 2016, description: 'x', amount: '7.00', source: 'prova' };
}

test('two lines of one product and activity are two, each with its own id', () => {
  const plan = planWith([line('1.1.1', '1.00'), line('1.1.1', '2.00')], [], []);
  expect(ledgerOf(plan).map(({ id }) => id)).toEqual(['P/1', 'P/1/2']);
});

describe('a row of an accounting file', () => {
  const ledger = ledgerOf(seed);
  const named = (key: Partial<Parameters<typeof matchSpending>[1]>) =>
    matchSpending(ledger, { line: '', product: '', activity: '', costCentre: '', programme: '', ...key });
  test.each([
    ['its product, where one line has it', { product: 'B3010303' }, 'B3010303/2'],
    ['product and activity', { product: 'b3020202', activity: '2' }, 'B3020202/2'],
    ['the line itself', { line: '2.1.2/i1' }, '2.1.2/i1'],
    ['its programme, where it has one line', { programme: '3.1.2' }, 'B3010201/1'],
  ])('is of the line named by %s', (_, key, id) => {
    const found = named(key);
    expect(found.ok && found.value.id).toBe(id);
  });

  test.each([
    ['a product of two lines', { product: 'B3020202' }, 'several'],
    ['a product the plan has not', { product: 'B9999999' }, 'unknown'],
    ['nothing at all', {}, 'nothing-named'],
  ])('is of none when it names %s', (_, key, why) => {
    const found = named(key);
    expect(!found.ok && found.error.why).toBe(why);
  });
});

describe('what a programme has spent', () => {
  const figure = (line: string | undefined, amount: string, upTo: SpentFigure['upTo']): SpentFigure => ({
    ...{ programme: '1.1.1', amount, upTo, note: '', actor: 'ada' },
    ...(line !== undefined && { line }),
  });
  test.each([
    ['the whole, while no line is on record', [figure(undefined, '10.00', '2016-04-30')], '10', '2016-04-30'],
    [
      'the sum of its lines, once one is: the whole no longer counts',
      [figure(undefined, '99.00', '2016-04-30'), figure('a', '1.10', '2016-08-31'), figure('b', '2.20', '2016-04-30')],
      '3.3',
      '2016-08-31',
    ],
  ])('is %s', (_, figures, amount, upTo) => {
    expect(spentByProgramme(figures)).toEqual([expect.objectContaining({ amount, upTo })]);
  });
});
