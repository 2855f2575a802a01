import { describe, expect, test } from 'vitest';
import { allIndicators, programmesOf, scorecardIndicators } from '../../../src/domain/findings/walk.js';
import { seedBeside, seedImprovement, seedPlan, seedTransparency } from './seed.js';

// Every count below was taken from the Piano della Performance 2016-2018 by hand, table by table.
const plan = seedPlan();
const { series, offices } = seedBeside();
const count = <T>(items: readonly T[], key: (item: T) => string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
  return counts;
};

describe('the tree and the strategic scorecard (chapters 4.1.2, 4.1.3, 4.2)', () => {
  test('3 areas, 6 objectives, 16 programmes (4.1.3, the map), 30 indicators (4.2)', () => {
    expect(plan.areas).toHaveLength(3);
    expect(plan.areas.flatMap((a) => a.objectives.map((o) => o.code))).toEqual([
      '1.1',
      '1.2',
      '2.1',
      '2.2',
      '3.1',
      '3.2',
    ]);
    expect(programmesOf(plan)).toHaveLength(16);
    expect(scorecardIndicators(plan)).toHaveLength(30);
  });

  test('indicators by perspective, as the four blocks of the scorecard hold them', () => {
    expect(count(scorecardIndicators(plan), (i) => i.node.perspective ?? '')).toEqual({
      'imprese-consumatori-territorio': 17,
      'processi-interni': 6,
      'innovazione-crescita': 4,
      'economico-finanziaria': 3,
    });
  });

  test('objectives weigh 62 + 15 + 9 + 14 by perspective; two objectives stand under two perspectives', () => {
    const weights = plan.areas.flatMap((a) => a.objectives.flatMap((o) => o.weights));
    const of = (perspective: string): number =>
      weights.filter((w) => w.perspective === perspective).reduce((sum, w) => sum + Number(w.weight), 0);
    expect(plan.perspectives.map((p) => of(p.id))).toEqual([62, 15, 9, 14]);
    expect(weights).toHaveLength(8);
  });

  test('every programme and indicator is linked to the PIRA by missione and programma: five codes in all', () => {
    const codes = programmesOf(plan).map((p) => p.node.missioneProgramma);
    expect(codes).not.toContain(undefined);
    expect(scorecardIndicators(plan).every((i) => i.node.missioneProgramma !== undefined)).toBe(true);
    expect([...new Set(codes)].sort()).toEqual(['011/005', '012/004', '016/005', '032/002', '032/004']);
  });

  test('three targets and two results per indicator; 9 target cells are empty, and all the 2015 results', () => {
    const targets = scorecardIndicators(plan).flatMap((i) => i.node.targets);
    const results = scorecardIndicators(plan).flatMap((i) => i.node.results ?? []);
    expect(targets).toHaveLength(90);
    expect(
      count(
        targets.filter((t) => t.text === ''),
        (t) => String(t.year),
      ),
    ).toEqual({ 2017: 4, 2018: 5 });
    expect(count(results, (r) => `${r.year} ${r.text}`)).toEqual({
      '2015 ': 30,
      '2016 0': 16,
      '2016 0%': 12,
      '2016 00/01/1900': 1,
      '2016 00/01/00': 1,
    });
  });

  test.each([
    ['1.1.1-01', ['almeno 25', '+5%', '+5%']],
    ['1.2.3-01', ['>= 15', '>=15', '>= 15']],
    ['2.1.3-01', ['>60%', '65%', '65%']],
    ['2.2.1-03', ['50%', '90%', '']],
    ['3.1.3-01', ['>=5', '6', '7']],
    ['3.2.1-02', ['entro 31/12/2016', '', '']],
    ['3.2.2-01', ['< =2', '< =2', '< =2']],
  ])('the targets of %s stand as printed, spaces and all', (code, texts) => {
    const indicator = scorecardIndicators(plan).find((i) => i.node.code === code);
    expect(indicator?.node.targets).toEqual(texts.map((text, i) => ({ year: 2016 + i, text })));
  });
});

describe('the programme sheets (chapter 4.3)', () => {
  test('nine sheets with 55 rows of indicators, 15 of which state a scorecard indicator again', () => {
    expect(plan.sheets.map((s) => [s.programme, s.indicators.length])).toEqual([
      ['1.1.1', 8],
      ['1.2.1', 5],
      ['1.2.3', 3],
      ['2.1.2', 4],
      ['2.2.1', 6],
      ['3.1.1', 9],
      ['3.1.4', 5],
      ['3.2.1', 8],
      ['3.2.2', 7],
    ]);
    expect(plan.sheets.flatMap((s) => s.indicators).filter((i) => i.repeats !== undefined)).toHaveLength(15);
  });

  test('the resources of each sheet, with the parts as printed', () => {
    expect(
      plan.sheets.map((s) => [
        s.programme,
        s.resources.total,
        s.resources.planned,
        ...s.resources.parts.map((p) => p.amount),
      ]),
    ).toEqual([
      ['1.1.1', '250000.00', '250000.00', '250000.00'],
      ['1.2.1', '50000.00', '50000.00', '50000.00'],
      ['1.2.3', '15000.00', '15000.00', '15000.00'],
      ['2.1.2', '185000.00', '185000.00', '185000.00'],
      ['2.2.1', '5000.00', '5000.00', '10000.00'],
      ['3.1.1', '20000.00', '20000.00', '20000.00'],
      ['3.1.4', '49000.00', '49000.00', '24000.00', '25000.00'],
      ['3.2.1', '10000.00', '10000.00', '10000.00'],
      ['3.2.2', '11000.00', '11000.00', '11000.00'],
    ]);
    expect(plan.sheets.every((s) => s.resources.spentAsWritten === '€ -')).toBe(true);
  });
});

describe('individual objectives (chapter 5)', () => {
  test('three objectives of the Segretario Generale weigh 30, 40 and 30, with 3, 6 and 3 indicators', () => {
    expect(plan.individual.map((o) => [o.code, o.weight, o.programme, o.indicators.length])).toEqual([
      ['SG-1', '30', '1.2.2', 3],
      ['SG-2', '40', '2.1.1', 6],
      ['SG-3', '30', '3.1.3', 3],
    ]);
  });
});

describe('economic programming (annex 2)', () => {
  test('18 lines, a total for each of 8 programmes, 5 objectives, 3 areas and one for all, 19 items of detail', () => {
    expect(plan.budget.lines).toHaveLength(18);
    expect(count(plan.budget.totals, (t) => t.level)).toEqual({ programme: 8, objective: 5, area: 3, total: 1 });
    expect(plan.budget.details?.map((d) => [d.product, d.amount, d.items.length])).toEqual([
      ['B3010303', '400000.00', 19],
    ]);
    expect(
      plan.budget.totals.filter((t) => t.level !== 'programme' && t.level !== 'objective').map((t) => t.amount),
    ).toEqual(['300000.00', '5000.00', '495000.00', '800000.00']);
  });
});

describe('history and benchmark (chapters 1.2, 2.1, 3.2.1)', () => {
  test('every table with its rows and columns, in the order of the Piano', () => {
    expect(series.tables.map((t) => [t.id, t.rows.length, t.columns.length])).toEqual([
      ['outputs', 25, 6],
      ['category', 7, 5],
      ['age', 6, 5],
      ['seniority', 10, 5],
      ['contract', 3, 5],
      ['functions', 4, 8],
      ['education', 4, 5],
      ['per-thousand', 1, 4],
      ['sex', 3, 5],
      ['education-sex', 4, 10],
      ['category-sex', 7, 10],
      ['isr-staff', 1, 3],
      ['isr-contribution', 1, 1],
      ['isr-indices', 5, 3],
      ['registrations', 3, 6],
      ['sectors', 8, 6],
      ['indices', 4, 6],
      ['balance', 4, 5],
      ['proceeds', 5, 8],
      ['charges', 5, 6],
      ['result', 4, 5],
      ['va', 32, 2],
      ['va-distribution', 66, 1],
      ['staff-indices', 3, 6],
      ['quality', 4, 6],
    ]);
  });

  test('Media Toscana is beside the Chamber in six tables, for every year the Chamber has there', () => {
    const compared = series.tables.filter((t) => t.columns.some((c) => c.subject === 'media-toscana'));
    expect(compared.map((t) => t.id)).toEqual([
      'functions',
      'indices',
      'proceeds',
      'charges',
      'staff-indices',
      'quality',
    ]);
    for (const table of compared) {
      const years = (subject: string): readonly number[] =>
        table.columns.filter((c) => c.subject === subject).map((c) => c.year);
      expect(years('media-toscana')).toEqual(years('ccms'));
    }
  });

  test('process outputs by macro-process, from 2015 back to 2010', () => {
    const outputs = series.tables.find((t) => t.id === 'outputs');
    expect(outputs?.columns.map((c) => c.year)).toEqual([2015, 2014, 2013, 2012, 2011, 2010]);
    expect(count(outputs?.rows ?? [], (r) => r.group?.slice(0, 3) ?? '')).toEqual({
      P_1: 5,
      P_2: 4,
      P_3: 2,
      P_4: 2,
      P_5: 1,
      P_6: 1,
      P_7: 5,
      S_1: 2,
      S_3: 2,
      S_7: 1,
    });
  });

  test('indicators of the plan lead to the history they observe', () => {
    const linked = allIndicators(plan).filter((i) => i.node.history !== undefined);
    expect(linked.map((i) => [i.node.code, i.node.history])).toEqual([
      ['2.1.3-01', 'indices/riscossione'],
      ['2.2.1-01', 'quality/101'],
      ['2.2.1-02', 'quality/370'],
      ['3.2.2-02', 'outputs/brevetti-marchi'],
      ['1.2.3-s03', 'outputs/newsletter'],
    ]);
    for (const { node } of linked) {
      const [table, row] = node.history?.split('/') ?? [];
      expect(series.tables.find((t) => t.id === table)?.rows.some((r) => r.id === row)).toBe(true);
    }
  });
});

describe('transparency, improvement, acts', () => {
  test('30 obligations in five groups: 21 fulfilled, 8 being updated, one without state (chapter 6.4)', () => {
    const groups = seedTransparency().groups;
    expect(groups.map((g) => g.obligations.length)).toEqual([9, 5, 11, 3, 2]);
    expect(
      count(
        groups.flatMap((g) => g.obligations),
        (o) => o.state,
      ),
    ).toEqual({
      'Compliance con la normativa': 21,
      'In aggiornamento': 8,
      '': 1,
    });
  });

  test('11 improvements of six subjects (annex 3)', () => {
    expect(seedImprovement().map((i) => i.actions.length)).toEqual([1, 3, 3, 1, 1, 2]);
  });

  test('the acts the plan rests on, with number and date (front page, annexes 1 and 2, chapter 5)', () => {
    expect([plan.approval, ...(plan.acts ?? [])].map((a) => [a?.id, a?.number, a?.date])).toEqual([
      ['piano', '139', '2016-09-08'],
      ['programma-pluriennale', '18', '2014-11-14'],
      ['rpp', '13', '2015-11-11'],
      ['interventi-economici', '7', '2016-01-11'],
      ['obiettivi-segretario-generale', '', '2016-01-29'],
    ]);
  });
});

describe('the data as a whole', () => {
  test('every row cites its place in the Piano', () => {
    const rows = [
      ...allIndicators(plan).map((i) => i.node),
      ...plan.budget.lines,
      ...plan.budget.totals,
      ...series.tables,
    ];
    expect(rows.filter((r) => !/^(cap\.|allegato)/.test(r.source))).toEqual([]);
  });

  test('every office of the plan is one of the entity', () => {
    const used = new Set([...allIndicators(plan).map((i) => i.node.office), ...plan.sheets.flatMap((s) => s.offices)]);
    expect([...used].filter((office) => !offices?.includes(office))).toEqual([]);
  });

  test('an office is marked as attributed wherever the Piano does not name exactly one', () => {
    const named = new Map(plan.sheets.map((s) => [s.programme, s.offices]));
    for (const { node, programme, list } of allIndicators(plan)) {
      if (list === 'individual') continue;
      const offices = named.get(programme) ?? [];
      expect([node.code, node.attributed ?? false]).toEqual([node.code, offices.length !== 1]);
      if (offices.length > 0) expect(offices).toContain(node.office);
    }
  });
});
