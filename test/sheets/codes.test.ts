import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/domain/plan.js';
import { readPlanSheet, writePlanSheet } from '../../src/sheets/plan-sheet.js';
import { seedPlan } from '../domain/plan/seed.js';
import { atLeast, form, row } from './forms.js';
import { ods, odsFile } from './open-document.js';
import { filled, number, packed, partsOf, said, typed } from './workbooks.js';

const CODES = ['1.1', '1.10', '01', '1', '1-2', '7'];
const of = form(
  CODES.map((code) => row(code, atLeast({ kind: 'count', noun: 'incontri' }), { name: `Incontri ${code}` })),
);
const FIRST = 7;
const at = (code: string): number => FIRST + CODES.indexOf(code);
const asked = 'può essere un codice cambiato dal foglio di calcolo';

/** The form's sheet with one code as a spreadsheet left it, and five meetings beside it. */
const changed = (code: string, cell: (place: string) => string, name?: string): Promise<Buffer> =>
  filled(
    {
      [`A${at(code)}`]: cell(`A${at(code)}`),
      [`G${at(code)}`]: number(`G${at(code)}`, '5'),
      ...(name === undefined ? {} : { [`B${at(code)}`]: name === '' ? '' : typed(`B${at(code)}`, name) }),
    },
    of,
  );
const FIVE = { kind: 'number', value: '5' };

describe('a code that a spreadsheet has changed', () => {
  it.each<[string, string, (place: string) => string]>([
    ['1.10 become 1,1', '1.10', (place) => number(place, '1.1')],
    ['1.1 become 1,1', '1.1', (place) => number(place, '1.1')],
    ['01 become 1', '01', (place) => number(place, '1')],
    ['1 become a number', '1', (place) => number(place, '1')],
    ['1-2 become a day', '1-2', (place) => number(place, '42371', 'entry-date')],
    ['1-2 become the text of a day', '1-2', (place) => typed(place, '01-feb')],
    ['a number that is only itself', '7', (place) => number(place, '7')],
  ])('is known by the name beside it: %s', async (_, code, cell) => {
    const read = await said(await changed(code, cell), of);
    expect(read).toMatchObject({ values: { [code]: FIVE }, errors: [] });
    expect(Object.keys(read.values ?? {})).toEqual([code]);
  });

  it.each<[string, string, (place: string) => string, string]>([
    ['without a name', '1.10', (place) => number(place, '1.1'), ''],
    ['with a name of nobody', '1.10', (place) => number(place, '1.1'), 'Riunioni'],
    ['with the name of one it can not be', '1.10', (place) => number(place, '1.1'), 'Incontri 7'],
    ['01 without a name', '01', (place) => number(place, '1'), ''],
    ['a day without a name', '1-2', (place) => number(place, '42371', 'entry-date'), ''],
    ['a day with a name of nobody', '1-2', (place) => typed(place, '02/01/2016'), 'Riunioni'],
    ['a number with a name of nobody', '7', (place) => number(place, '7'), 'Riunioni'],
  ])('is asked about, and no value moves: %s', async (_, code, cell, name) => {
    const read = await said(await changed(code, cell, name), of);
    expect(read.values).toEqual({});
    expect(read.errors).toHaveLength(1);
    expect(read.errors?.[0]).toContain(asked);
  });

  it('is what it is where nothing else can be meant', async () => {
    const one = form([row('1.1', atLeast({ kind: 'count', noun: 'incontri' }), { name: 'Incontri' })]);
    const bytes = await filled({ A7: number('A7', '1.1'), B7: '', G7: number('G7', '5') }, one);
    expect(await said(bytes, one)).toMatchObject({ values: { '1.1': FIVE }, errors: [] });
  });

  it('and the name of another indicator: the two are told apart by who wrote them', async () => {
    const read = await said(await changed('1.1', (place) => typed(place, '1.1'), 'Incontri 7'), of);
    expect(read.values).toEqual({});
    expect(read.errors?.[0]).toContain('il codice è «1.1», ma il nome accanto è dell’indicatore «7»');
  });
});

describe('a code in a CSV, where everything is a text', () => {
  const csv = (...lines: readonly string[]) => said(Buffer.from(`Codice;Indicatore;Valore\n${lines.join('\n')}\n`), of);

  it('is known by its name, whatever a spreadsheet made of it', async () => {
    const read = await csv('1,1;Incontri 1.10;5', '1.1;Incontri 1.1;6', '1;Incontri 01;7', '01/02/2016;Incontri 1-2;8');
    expect(read.errors).toEqual([]);
    expect(
      Object.entries(read.values ?? {}).map(([code, value]) => [code, 'value' in value ? value.value : '']),
    ).toEqual([
      ['1.10', '5'],
      ['1.1', '6'],
      ['01', '7'],
      ['1-2', '8'],
    ]);
  });

  it('without names is taken where the others stand as they are written, and asked about where they do not', async () => {
    const whole = await csv('1.1;;5', '1.10;;6');
    expect(whole).toMatchObject({ values: { '1.1': FIVE, '1.10': { value: '6' } }, errors: [] });
    const alone = await csv('1.1;;5');
    expect(alone.values).toEqual({});
    expect(alone.errors?.[0]).toContain('era «1.1» o «1.10»?');
  });
});

it('a code that LibreOffice made a number is known by its name too', async () => {
  const key = `Chiave del foglio (non modificare): M | Anna | ccms/2016 | monitoraggio-aprile | anna | abcdef012345`;
  const sheet = (name: string): Buffer =>
    odsFile([
      ods.table('Dati', [
        ods.row([ods.text(key)]),
        ods.row(['Codice', 'Indicatore', 'Valore'].map(ods.text)),
        ods.row([ods.number('1.1'), ods.text(name), ods.number('5')]),
      ]),
    ]);
  expect(await said(sheet('Incontri 1.10'), of)).toMatchObject({ values: { '1.10': FIVE }, errors: [] });
  expect((await said(sheet('altro'), of)).errors?.[0]).toContain(asked);
});

describe('a code in the workbook of a plan', () => {
  const withCell = async (sheet: number, place: string, cell: string): Promise<readonly string[]> => {
    const parts = await partsOf(writePlanSheet(seedPlan()));
    const path = `xl/worksheets/sheet${sheet}.xml`;
    const before = parts[path] ?? '';
    const after = before.replace(new RegExp(`<c r="${place}"(?:[^>]*/>|.*?</c>)`), () => cell);
    if (after === before) throw new Error('nothing was changed');
    const read = await readPlanSheet(packed({ ...parts, [path]: after }));
    return read.ok ? [] : read.error.map((e) => e.message);
  };

  it.each<[string, number, string, string]>([
    ['of an indicator', 1, 'C2', number('C2', '1.1')],
    ['of an area, 01 become 1', 4, 'B2', number('B2', '1')],
    ['of a programme become a day', 1, 'B2', number('B2', '36892', 'entry-date')],
    ['of a sheet', 5, 'A2', number('A2', '1.1')],
  ])('is never taken from a number or a day: %s', async (_, sheet, place, cell) => {
    expect((await withCell(sheet, place, cell)).join('\n')).toMatch(
      new RegExp(`\\(${place}\\): «[^»]+» non è un testo: il foglio di calcolo può aver cambiato il codice`),
    );
  });

  it('stays a text when it is typed in a new row', async () => {
    const structure = (await partsOf(writePlanSheet(seedPlan())))['xl/worksheets/sheet4.xml'] ?? '';
    expect(structure).toMatch(/<col min="2" max="2" width="[\d.]+" customWidth="1" style="\d+"\/>/);
  });

  const renamed = (code: string, other: string): Plan => ({
    ...seedPlan(),
    sheets: [],
    individual: [],
    budget: { lines: [], totals: [] },
    areas: seedPlan()
      .areas.slice(0, 1)
      .map((area) => ({
        ...area,
        objectives: area.objectives.slice(0, 1).map((objective) => ({
          ...objective,
          programmes: [0, 1].flatMap((i) =>
            objective.programmes.slice(0, 1).map((programme) => ({
              ...programme,
              code: i === 0 ? code : other,
              title: i === 0 ? 'Aprire ai giovani' : 'Aprire alle imprese',
              indicators: [],
            })),
          ),
        })),
      })),
  });

  /** The workbook of a plan whose second programme has lost its text, and the code it is read with. */
  async function secondProgramme(cell: (place: string) => string, known?: Plan): Promise<string> {
    const parts = await partsOf(writePlanSheet(renamed('1.1', '1.10')));
    const path = 'xl/worksheets/sheet4.xml';
    const place = /<c r="(B\d+)"[^>]*><is><t[^>]*>1\.10</.exec(parts[path] ?? '')?.[1] ?? '?';
    const sheet = (parts[path] ?? '').replace(new RegExp(`<c r="${place}"(?:[^>]*/>|.*?</c>)`), () => cell(place));
    const read = await readPlanSheet(packed({ ...parts, [path]: sheet }), known);
    if (!read.ok) return read.error.map((e) => e.message).join('; ');
    return read.value.areas[0]?.objectives[0]?.programmes[1]?.code ?? 'none';
  }

  it.each<[string, (place: string) => string, Plan]>([
    ['1.10 become 1,1', (place) => number(place, '1.1'), renamed('1.1', '1.10')],
    ['1-2 become a day', (place) => number(place, '42371', 'entry-date'), renamed('1.1', '1-2')],
  ])('is known by its title, where the plan before has one code of that title: %s', async (_, cell, known) => {
    expect(await secondProgramme(cell, known)).toBe(known.areas[0]?.objectives[0]?.programmes[1]?.code);
  });

  it('is asked about, with the codes it may have been, where no title decides', async () => {
    const other = renamed('1.1', '1.10');
    const untitled: Plan = JSON.parse(JSON.stringify(other).replaceAll('Aprire alle imprese', 'Aprire a tutti'));
    expect(await secondProgramme((place) => number(place, '1.1'), untitled)).toContain('(era «1.1» o «1.10»?)');
    const twice: Plan = JSON.parse(JSON.stringify(other).replaceAll('Aprire ai giovani', 'Aprire alle imprese'));
    expect(await secondProgramme((place) => number(place, '1.1'), twice)).toContain('(era «1.1» o «1.10»?)');
    expect(await secondProgramme((place) => number(place, '1.1'))).toContain('1.10 diventa 1,1');
  });
});
