import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BesidePlan, checkPlan } from '../../../src/domain/findings/check-plan.js';
import type { FindingCode } from '../../../src/domain/findings/finding.js';
import { checkSeries } from '../../../src/domain/findings/series.js';
import type { Indicator, Plan, Programme, ProgrammeSheet } from '../../../src/domain/plan.js';
import type { Series, SeriesTable } from '../../../src/domain/series.js';
import { cleanPlan, cleanSeries, type Draft } from './clean-plan.js';

type Plot = Draft<Plan>;

/** The item at `i`, which a test knows to be there. */
function at<T>(items: T[] | undefined, i: number): T {
  const item = items?.[i];
  if (item === undefined) throw new Error(`no item ${i}`);
  return item;
}

const programme = (p: Plot, objective = 0): Draft<Programme> =>
  at(at(at(p.areas, 0).objectives, objective).programmes, 0);
const indicator = (p: Plot, i = 0, objective = 0): Draft<Indicator> => at(programme(p, objective).indicators, i);
const sheet = (p: Plot, i = 0): Draft<ProgrammeSheet> => at(p.sheets, i);
const found = (plan: Plan, beside?: BesidePlan): readonly string[] =>
  checkPlan(plan, beside).map((f) => `${f.code} @ ${f.place}`);

/** Rewrites an indicator's target in the scorecard and in its sheet, so that the two still agree. */
function promise(p: Plot, i: number, ...targets: Draft<Indicator>['targets']): void {
  indicator(p, i).targets = targets;
  at(sheet(p).indicators, i).targets = targets;
}

test('a plan in which nothing contradicts anything has no findings', () => {
  expect(found(cleanPlan(), { offices: ['sportello', 'informatica', 'direzione'], steps: [] })).toEqual([]);
});

/** One thing spoilt, one finding: the whole answer is compared, so that nothing else is reported with it. */
const planted: readonly [FindingCode, string, (p: Plot) => void][] = [
  [
    'weights-do-not-sum',
    'programma 1.1.1',
    (p) => {
      indicator(p).weight = '45.4';
    },
  ],
  [
    'weights-do-not-sum',
    'obiettivi individuali dirigente',
    (p) => {
      at(p.individual, 0).weight = '90';
    },
  ],
  [
    'weights-do-not-sum',
    'prospettiva utenti',
    (p) => {
      at(p.perspectives, 0).weight = '70';
    },
  ],
  [
    'weight-missing',
    'obiettivo individuale D-1',
    (p) => {
      const o = at(p.individual, 0);
      o.indicators.push({ ...at(o.indicators, 0), code: 'D-1-02', name: 'Altra relazione' });
    },
  ],
  [
    'no-target',
    'individuale D-1-01',
    (p) => {
      at(at(p.individual, 0).indicators, 0).targets = [{ year: 2024, text: '' }];
    },
  ],
  [
    'excel-zero-date',
    'cruscotto 1.2.1-01',
    (p) => {
      indicator(p, 0, 1).results = [{ year: 2024, text: '00/01/1900' }];
    },
  ],
  [
    'impossible-date',
    'cruscotto 1.2.1-01',
    (p) => {
      indicator(p, 0, 1).results = [{ year: 2023, text: '31/06/2023' }];
    },
  ],
  [
    'result-unit-differs',
    'cruscotto 1.1.1-01',
    (p) => {
      indicator(p).results = [{ year: 2024, text: '0%' }];
    },
  ],
  [
    'date-without-year',
    'individuale D-1-01',
    (p) => {
      at(at(p.individual, 0).indicators, 0).targets = [{ year: 2024, text: 'entro il 30/11' }];
    },
  ],
  [
    'date-outside-exercise',
    'individuale D-1-01',
    (p) => {
      at(at(p.individual, 0).indicators, 0).targets = [{ year: 2024, text: 'entro il 31/01/2025' }];
    },
  ],
  [
    'deadline-written-as-after',
    'individuale D-1-01',
    (p) => {
      at(at(p.individual, 0).indicators, 0).targets = [{ year: 2024, text: '>= 30 novembre 2024' }];
    },
  ],
  [
    'deadline-before-approval',
    'individuale D-1-01',
    (p) => {
      at(at(p.individual, 0).indicators, 0).targets = [{ year: 2024, text: 'entro il 28/01/2024' }];
    },
  ],
  [
    'direction-against-name',
    'cruscotto 1.1.1-02',
    (p) => {
      promise(p, 1, { year: 2024, text: '>= 7' });
    },
  ],
  [
    'range-reversed',
    'cruscotto 1.1.1-01',
    (p) => {
      promise(p, 0, { year: 2024, text: 'tra 7 e 5' });
    },
  ],
  [
    'units-differ-between-years',
    'cruscotto 1.2.1-01',
    (p) => {
      indicator(p, 0, 1).targets.push({ year: 2025, text: '90%' });
      at(sheet(p, 1).indicators, 0).targets.push({ year: 2025, text: '90%' });
      promise(p, 0, { year: 2024, text: 'almeno 25' }, { year: 2025, text: 'almeno 26' });
      promise(p, 1, { year: 2024, text: '<= 7' }, { year: 2025, text: '<= 6' });
    },
  ],
  [
    'targets-differ',
    'scheda 1.1.1-s01',
    (p) => {
      at(sheet(p).indicators, 0).targets = [{ year: 2024, text: 'almeno 30' }];
    },
  ],
  [
    'same-name-twice',
    'individuale D-1-02',
    (p) => {
      const o = at(p.individual, 0);
      o.indicators = [
        { ...at(o.indicators, 0), weight: '50' },
        { ...at(o.indicators, 0), code: 'D-1-02', weight: '50' },
      ];
    },
  ],
  [
    'title-differs',
    'programma 1.1.1',
    (p) => {
      sheet(p).title = 'Sportello polifunzionale';
    },
  ],
  [
    'office-name-differs',
    'ufficio sportello',
    (p) => {
      sheet(p, 1).offices = ['sportello'];
    },
  ],
  [
    'office-unknown',
    'cruscotto 1.2.1-01',
    (p) => {
      indicator(p, 0, 1).office = 'ufficio-ignoto';
    },
  ],
  [
    'missione-differs',
    'cruscotto 1.2.1-01',
    (p) => {
      indicator(p, 0, 1).missioneProgramma = '011/005';
    },
  ],
  [
    'code-mismatch',
    'obiettivo individuale D-1',
    (p) => {
      at(p.individual, 0).area = '2';
    },
  ],
  [
    'placement-contradicted',
    'prospettiva utenti',
    (p) => {
      at(p.placements, 0).perspective = 'utenti';
    },
  ],
  [
    'strategic-indicator-not-in-sheet',
    'cruscotto 1.1.1-02',
    (p) => {
      sheet(p).indicators.pop();
    },
  ],
  [
    'sheet-parts-do-not-add-up',
    'scheda 1.1.1',
    (p) => {
      at(sheet(p).resources.parts, 1).amount = '500.01';
    },
  ],
  [
    'sheet-planned-differs',
    'scheda 1.1.1',
    (p) => {
      sheet(p).resources.planned = '1400.00';
    },
  ],
  [
    'budget-total-differs',
    'budget 1',
    (p) => {
      at(p.budget.totals, 2).amount = '1200.01';
    },
  ],
  [
    'budget-total-without-lines',
    'budget 1.1.9',
    (p) => {
      p.budget.totals.push({ of: '1.1.9', level: 'programme', amount: '5.00', source: 'all. 2' });
    },
  ],
  [
    'budget-detail-differs',
    'budget, dettaglio B1010102',
    (p) => {
      at(at(p.budget.details, 0).items, 0).amount = '99.94';
    },
  ],
  [
    'budget-detail-heading',
    'budget, dettaglio B1010102',
    (p) => {
      at(p.budget.details, 0).heading = 'Procedure telematiche';
    },
  ],
  [
    'budget-line-misplaced',
    'budget B1020101',
    (p) => {
      at(p.budget.lines, 0).product = 'B1020101';
    },
  ],
  [
    'function-against-missione',
    'missione 012/004',
    (p) => {
      at(p.budget.lines, 0).function = 'D';
    },
  ],
  [
    'act-late',
    'atto piano',
    (p) => {
      if (p.approval !== undefined) p.approval.date = '2024-02-01';
    },
  ],
  [
    'act-without-number',
    'atto piano',
    (p) => {
      if (p.approval !== undefined) p.approval.number = '';
    },
  ],
  [
    'periods-differ',
    'periodo mandato',
    (p) => {
      p.periods = [
        { of: 'mandato', title: 'Consiglio', from: 2020, to: 2024, source: 'cap. 1' },
        { of: 'mandato', title: 'Programma', from: 2020, to: 2025, source: 'cap. 1' },
        { of: 'triennio', title: 'Piano', from: 2024, to: 2026, source: 'cap. 1' },
      ];
    },
  ],
  [
    'legend-without-thresholds',
    'legenda',
    (p) => {
      p.legend?.entries.push({ label: 'non raggiunto', threshold: ' ' });
    },
  ],
];

describe('one thing spoilt is one finding', () => {
  test.each(planted)('%s at %s', (code, place, spoil) => {
    const plan = cleanPlan();
    spoil(plan);
    const offices = ['sportello', 'informatica', 'direzione'];
    expect(found(plan, { offices })).toEqual([`${code} @ ${place}`]);
  });

  test('an objective that outweighs its programmes also breaks perspective and total, and is told once', () => {
    const plan = cleanPlan();
    at(at(at(plan.areas, 0).objectives, 0).weights, 0).weight = '61';
    expect(checkPlan(plan).map((f) => `${f.place}: ${f.fact}`)).toEqual([
      'obiettivo 1.1: Pesi che non sommano: i programmi 60%, l’obiettivo nella prospettiva «utenti» 61%. Per lo stesso scarto non torna la somma di: prospettiva utenti, piano.',
    ]);
  });

  test('a programme under a perspective its objective has no weight in', () => {
    const plan = cleanPlan();
    programme(plan).perspective = 'processi';
    expect(found(plan)).toContain('perspective-differs @ programma 1.1.1');
  });

  test('a sheet of a programme that is not there names the programme it leaves without', () => {
    const plan = cleanPlan();
    sheet(plan).programme = '1.1.2';
    expect(checkPlan(plan).map((f) => `${f.place}: ${f.fact}`)).toEqual([
      'scheda 1.1.2: La scheda è del programma 1.1.2, che nel cruscotto non c’è. Dal titolo è quella del programma 1.1.1, che ne è senza.',
    ]);
  });

  test('a plan without any sheet misses none', () => {
    expect(found({ ...cleanPlan(), sheets: [] })).toEqual([]);
  });

  test('a budget that gives a programme less than its sheet, and one that gives it nothing', () => {
    const less = cleanPlan();
    sheet(less, 1).resources = {
      total: '300.00',
      parts: [{ name: 'Interventi economici', amount: '300.00' }],
      planned: '300.00',
    };
    expect(found(less)).toEqual(['sheet-budget-differs @ scheda 1.2.1']);
    const nothing = cleanPlan();
    nothing.budget = { lines: nothing.budget.lines.slice(0, 2), totals: [] };
    expect(found(nothing)).toEqual(['sheet-amount-not-in-budget @ scheda 1.2.1']);
  });

  test('overlapping bands are found through the reading of the target', () => {
    const plan = cleanPlan();
    const reason = { code: 'bands-overlap', message: 'Le fasce si sovrappongono.' };
    const readTarget = (text: string) => ({ outcome: 'ambiguous' as const, text, reasons: [reason], candidates: [] });
    const bands = checkPlan(plan, { readTarget }).filter((f) => f.code === 'bands-overlap');
    expect(bands.map((f) => f.place)).toEqual([
      'cruscotto 1.1.1-01',
      'cruscotto 1.1.1-02',
      'cruscotto 1.2.1-01',
      'individuale D-1-01',
    ]);
  });

  test('two steps of one phase with one number; the same number in two phases is no finding', () => {
    const step = (id: string, phase: string, number: string) => ({ id, phase, number, title: id });
    const steps = [step('a', 'uno', '7.'), step('b', 'uno', '7'), step('c', 'due', '7')];
    expect(found(cleanPlan(), { steps })).toEqual(['step-number-twice @ attività b']);
  });
});

describe('relations among historical rows', () => {
  const cell = (s: Draft<Series>, row: string, column: number, text: string): void => {
    const table: Draft<SeriesTable> = at(s.tables, 0);
    at(
      table.rows,
      table.rows.findIndex((r) => r.id === row),
    ).cells[column] = text;
  };
  const places = (s: Series): readonly string[] => checkSeries(s).map((f) => `${f.code} @ ${f.place}`);

  test('all hold in a clean table, and a missing value contradicts nothing', () => {
    expect(places(cleanSeries())).toEqual([]);
    const missing = cleanSeries();
    for (const row of ['donne', 'quota-a', 'pratiche']) cell(missing, row, 0, 'nd');
    expect(places(missing)).toEqual([]);
  });

  test.each([
    ['donne', 0, '24', ['sum-differs @ serie t/totale, 2023']],
    ['quota-a', 1, '52%', ['composition-not-hundred @ serie t, 2022']],
    ['pratiche', 0, '100', ['stock-falls @ serie t/pratiche, 2023']],
    ['pratiche', 1, '0', ['zero-for-missing @ serie t/pratiche, 2022']],
  ])('%s in column %i becomes %s', (row, column, text, expected) => {
    const series = cleanSeries();
    cell(series, row, column, text);
    expect(places(series)).toEqual(expected);
  });

  test('a composition that only rounding moves away from 100 holds', () => {
    const series = cleanSeries();
    cell(series, 'quota-a', 1, '51%');
    expect(places(series)).toEqual([]);
  });

  test('a part above its whole, a jump, classes that overlap or leave a gap', () => {
    const series = cleanSeries();
    cell(series, 'donne', 0, '2.000');
    expect(places(series)).toEqual(['sum-differs @ serie t/totale, 2023', 'part-above-whole @ serie t/donne, 2023']);
    const jump = cleanSeries();
    cell(jump, 'totale', 0, '1.300');
    expect(places(jump)).toEqual(['sum-differs @ serie t/totale, 2023', 'series-jumps @ serie t/totale, 2023']);
    const named = (from: string, to: string): Series => {
      const s = cleanSeries();
      const table = at(s.tables, 0);
      at(
        table.rows,
        table.rows.findIndex((r) => r.id === from),
      ).name = to;
      return s;
    };
    expect(places(named('6-10', '5-10'))).toEqual(['classes-overlap @ serie t/0-5 t/6-10']);
    expect(places(named('6-10', '7-10'))).toEqual(['classes-gap @ serie t/0-5 t/6-10']);
  });
});

describe('properties', () => {
  test('no target or result text makes the check throw, and every finding says something', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60, unit: 'binary' }), fc.string({ maxLength: 30 }), (text, result) => {
        const plan = cleanPlan();
        indicator(plan).targets = [
          { year: 2024, text },
          { year: 2025, text: result },
        ];
        indicator(plan).results = [{ year: 2024, text: result }];
        for (const f of checkPlan(plan)) expect(f.fact.length).toBeGreaterThan(10);
      }),
      { numRuns: 100 },
    );
  });

  test('weights split to the hundredth sum exactly; a hundredth less is always found', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 2, max: 999 }), { minLength: 1, maxLength: 12 }),
        fc.nat(),
        (parts, which) => {
          const plan = cleanPlan();
          const total = 6000;
          const last = total - parts.reduce((s, n) => s + n, 0);
          fc.pre(last > 1);
          const hundredths = (n: number): string => (n / 100).toFixed(2);
          const p = programme(plan);
          p.indicators = [...parts, last].map((n, i) => ({
            ...indicator(plan),
            code: `1.1.1-${i + 1}`,
            name: `Misura ${i + 1}`,
            weight: hundredths(n),
          }));
          plan.sheets = [];
          expect(found(plan)).toEqual([]);
          const one = at(p.indicators, which % p.indicators.length);
          one.weight = hundredths(Math.round(Number(one.weight) * 100) - 1);
          expect(found(plan)).toEqual(['weights-do-not-sum @ programma 1.1.1']);
        },
      ),
      { numRuns: 100 },
    );
  });
});
