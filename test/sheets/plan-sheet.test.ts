import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Indicator, Plan } from '../../src/domain/plan.js';
import type { Reading } from '../../src/domain/targets/types.js';
import { readPlanSheet, writePlanSheet } from '../../src/sheets/plan-sheet.js';
import { seedPlan } from '../domain/plan/seed.js';
import { atLeast } from './forms.js';
import { packed, partsOf, typed } from './workbooks.js';

const read = async (workbook: Buffer): Promise<Plan> => {
  const back = await readPlanSheet(workbook);
  if (!back.ok) throw new Error(back.error.map((e) => e.message).join('\n'));
  return back.value;
};
const there = (plan: Plan): Promise<Plan> => read(writePlanSheet(plan));

/** The plan as it was before it had notes, actions and expected results. */
function withoutLater(plan: Plan): Plan {
  return {
    ...plan,
    sheets: plan.sheets.map(({ actions: _, expectedResults: __, ...sheet }) => sheet),
    budget: {
      ...plan.budget,
      lines: plan.budget.lines.map(({ note: _, ...line }) => line),
      details: (plan.budget.details ?? []).map(({ note: _, ...detail }) => ({
        ...detail,
        items: detail.items.map(({ note: __, ...item }) => item),
      })),
    },
  };
}

/** The plan with its first scorecard indicator changed. */
function withFirst(plan: Plan, change: (indicator: Indicator) => Indicator): Plan {
  let done = false;
  return {
    ...plan,
    areas: plan.areas.map((area) => ({
      ...area,
      objectives: area.objectives.map((objective) => ({
        ...objective,
        programmes: objective.programmes.map((programme) => ({
          ...programme,
          indicators: programme.indicators.map((indicator) => {
            if (done) return indicator;
            done = true;
            return change(indicator);
          }),
        })),
      })),
    })),
  };
}

describe('a plan goes to a workbook and comes back', () => {
  it('the reference plan, whole', async () => {
    const plan = seedPlan();
    expect(await there(plan)).toEqual(plan);
  });

  it('from when the value of an indicator can be known', async () => {
    const plan = withFirst(seedPlan(), (indicator) => ({ ...indicator, knownFrom: '2017-02-15' }));
    expect(await there(plan)).toEqual(plan);
  });

  it('with the decimals its weights were written with, and texts that look like something else', async () => {
    const plan = withFirst(seedPlan(), (i) => ({
      ...i,
      weight: '12.125',
      name: '=SOMMA(A1) _x0041_ <b> & "c"\n\u0007',
    }));
    expect(await there(plan)).toEqual(plan);
  });

  it.each<Reading>([
    { ...atLeast({ kind: 'count', noun: 'presenze' }, '25'), accumulation: 'accumulates' } as Reading,
    { kind: 'by-date', by: '2016-12-31', strict: true, what: 'avvio' },
    { kind: 'range', from: '3', to: '5.5', unit: { kind: 'percent' } },
    { kind: 'yes-no', expected: true },
  ])('with a reading somebody has confirmed: $kind', async (confirmed) => {
    const plan = withFirst(seedPlan(), (i) => ({
      ...i,
      targets: [{ year: 2016, text: 'almeno 25', confirmed, confirmedBy: 'anna' }, ...i.targets.slice(1)],
    }));
    expect(await there(plan)).toEqual(plan);
  });

  it('of before there were notes, actions and expected results, without them', async () => {
    const parts = await partsOf(writePlanSheet(seedPlan()));
    const older = Object.entries(parts).map(([name, xml]) => [
      name,
      xml.replaceAll('>Note<', '>Appunti<').replace('name="Azioni e risultati attesi"', 'name="Altro"'),
    ]);
    expect(await read(packed(Object.fromEntries(older)))).toEqual(withoutLater(seedPlan()));
  });

  it('whatever its texts are', async () => {
    const plan = seedPlan();
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }).filter((s) => s.trim() !== '');
    await fc.assert(
      fc.asyncProperty(text, text, text, async (name, target, result) => {
        const changed = withFirst(plan, (i) => ({
          ...i,
          name,
          targets: [
            { year: 2016, text: target },
            { year: 2018, text: '' },
          ],
          results: [{ year: 2015, text: result }],
        }));
        expect(await there(changed)).toEqual(changed);
      }),
      { numRuns: 25 },
    );
  });
});

describe('what is wrong in a plan’s workbook has its sheet, row and column', () => {
  const broken = async (part: string, change: (xml: string) => string): Promise<readonly string[]> => {
    const parts = await partsOf(writePlanSheet(seedPlan()));
    const path = `xl/worksheets/sheet${SHEETS.indexOf(part) + 1}.xml`;
    const before = parts[path] ?? '';
    const after = change(before);
    if (after === before) throw new Error('nothing was changed');
    const back = await readPlanSheet(packed({ ...parts, [path]: after }));
    return back.ok ? [] : back.error.map((e) => e.message);
  };
  const SHEETS = ['Indicatori', 'Piano', 'Prospettive', 'Struttura', 'Schede', 'Risorse', 'Azioni e risultati attesi'];
  const put = (place: string, cell: string) => (xml: string) =>
    xml.replace(new RegExp(`<c r="${place}"(?:[^>]*/>|.*?</c>)`), () => cell);

  it.each([
    [
      'a weight in words',
      'Struttura',
      put('E3', typed('E3', 'molto')),
      'foglio «Struttura», riga 3, colonna «Peso %» (E3): «molto» non è un numero',
    ],
    [
      'an unknown level',
      'Struttura',
      put('A2', typed('A2', 'ramo')),
      'foglio «Struttura», riga 2, colonna «Livello» (A2): «ramo» non è un livello',
    ],
    ['an indicator without its office', 'Indicatori', put('R2', ''), 'colonna «Ufficio» (R2): il valore manca'],
    [
      'an indicator under a programme that is not there',
      'Indicatori',
      put('B2', typed('B2', '9.9.9')),
      'il programma «9.9.9» non è nel foglio «Struttura»',
    ],
    [
      'a reading that is a guess',
      'Indicatori',
      put('H2', typed('H2', 'circa 25')),
      'colonna «Lettura 2016» (H2): «circa 25» non è una frase di lettura',
    ],
    ['a column cut away', 'Schede', put('A1', typed('A1', 'Altro')), 'foglio «Schede»: manca la colonna «Programma»'],
    [
      'an empty sheet',
      'Prospettive',
      () => '<worksheet><sheetData/></worksheet>',
      'foglio «Prospettive»: il foglio manca o è vuoto',
    ],
    [
      'an action of no sheet',
      'Azioni e risultati attesi',
      put('A2', typed('A2', '9.9.9')),
      'riga 2, colonna «Programma» (A2): la scheda «9.9.9» non è nel foglio «Schede»',
    ],
    [
      'what is neither action nor expected result',
      'Azioni e risultati attesi',
      put('B2', typed('B2', 'obiettivo')),
      'colonna «Che cosa è» (B2): «obiettivo» non va bene: attesi azione, risultato atteso',
    ],
    ['a year that is none', 'Piano', put('B3', typed('B3', 'quest’anno')), '«quest’anno» non è un esercizio'],
  ])('%s', async (_, sheet, change, message) => {
    expect((await broken(sheet, change)).join('\n')).toContain(message);
  });

  it('a weight typed anew keeps the decimals its cell shows', async () => {
    const parts = await partsOf(writePlanSheet(seedPlan()));
    const path = 'xl/worksheets/sheet1.xml';
    const sheet = (parts[path] ?? '').replace('<v>6.00</v>', '<v>7.5</v>');
    const back = await readPlanSheet(packed({ ...parts, [path]: sheet }));
    expect(back.ok && back.value.areas[0]?.objectives[0]?.programmes[0]?.indicators[0]?.weight).toBe('7.50');
  });

  it('a CSV is no plan', async () => {
    const back = await readPlanSheet(Buffer.from('a;b;c\n1;2;3'));
    expect(back.ok ? '' : back.error[0]?.message).toContain('si importa da una cartella di Excel');
  });
});
