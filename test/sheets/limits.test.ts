import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Budget } from '../../src/files/budget.js';
import { FILE_LIMITS as LIMITS } from '../../src/files/limits.js';
import { parseYaml } from '../../src/seeds/read-yaml.js';
import { readOfficerSheet, writeOfficerSheet } from '../../src/sheets/officer-sheet.js';
import { readPastedPlan, readPlanSheet } from '../../src/sheets/plan-sheet.js';
import { allGrids, openSheetFile } from '../../src/sheets/read-file.js';
import { form } from './forms.js';
import { ods, odsFile } from './open-document.js';
import { filled, number, type Parts, packed, partsOf, said, typed } from './workbooks.js';

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="http://x/${type}" Target="${target}"/>`;

/** A workbook whose index lists sheets, each with the part it refers to. */
function workbook(sheets: readonly string[], parts: Parts): Buffer {
  const targets = [...new Set(sheets)];
  return packed({
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${sheets.map((part, i) => `<sheet name="f${i}" sheetId="${i + 1}" r:id="${part}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${targets.map((part) => relation(part, 'worksheet', `${part}.xml`)).join('')}${relation('s', 'sharedStrings', 'strings.xml')}${relation('y', 'styles', 'styles.xml')}</Relationships>`,
    ...Object.fromEntries(Object.entries(parts).map(([name, content]) => [`xl/${name}.xml`, content])),
  });
}
const sheetOf = (inside: string): string => `<worksheet><sheetData>${inside}</sheetData></worksheet>`;
const cells = (count: number): string => `<row>${'<c><v>1</v></c>'.repeat(100)}</row>`.repeat(count / 100);
const HEAD = `<row r="1">${typed('A1', 'Codice')}${typed('B1', 'Valore')}</row>`;

async function reading(bytes: Buffer): Promise<{ readonly refused: string; readonly spent: Budget['spent'] }> {
  const budget = new Budget();
  const read = await readOfficerSheet(bytes, form(), budget);
  return { refused: read.ok ? '' : read.error, spent: budget.spent };
}

describe('a workbook costs what it holds', () => {
  it('twenty thousand sheets of one part are refused before any is read', async () => {
    const bomb = workbook(Array(20_000).fill('a'), { a: sheetOf(cells(99_000)) });
    const { refused, spent } = await reading(bomb);
    expect(refused).toContain('più di 100 fogli');
    expect(spent.cells).toBe(0);
    expect(spent.elements).toBeLessThan(200);
  });

  it('a part that many sheets refer to is read once', async () => {
    const part = sheetOf(cells(50_000));
    const once = await reading(workbook(['a'], { a: part }));
    const often = await reading(workbook(Array(100).fill('a'), { a: part }));
    expect(once.spent.cells).toBe(50_000);
    expect(often.spent.cells).toBe(50_000);
    expect(often.spent.elements - once.spent.elements).toBe(99);
  });

  it('the sheets after the form’s are not read', async () => {
    const rows = `${HEAD}<row r="2">${typed('A2', '1.1.1-01')}${typed('B2', '82%')}</row>`;
    const { spent } = await reading(
      workbook(['form', 'large'], { form: sheetOf(rows), large: sheetOf(cells(99_000)) }),
    );
    expect(spent.cells).toBe(4);
  });

  it('cells count over all the sheets', async () => {
    const parts = { a: sheetOf(cells(90_000)), b: sheetOf(cells(90_000)), c: sheetOf(cells(90_000)) };
    const { refused, spent } = await reading(workbook(['a', 'b', 'c'], parts));
    expect(refused).toContain('troppe celle');
    expect(spent.cells).toBeLessThanOrEqual(LIMITS.cells + 1);
    const plan = await readPlanSheet(workbook(['a', 'b', 'c'], parts));
    expect(plan.ok ? '' : plan.error[0]?.message).toContain('troppe celle');
  });

  it.each<[string, () => Buffer, string]>([
    ['XML nested without end', () => workbook(['a'], { a: '<a>'.repeat(5_000) }), 'troppo grande'],
    [
      'an element of a million attributes',
      () => workbook(['a'], { a: `<a ${Array.from({ length: 100_000 }, (_, i) => `a${i}=""`).join(' ')}/>` }),
      'troppo grande',
    ],
    ['elements without end', () => workbook(['a'], { a: sheetOf('<c/>'.repeat(LIMITS.elements)) }), 'troppo grande'],
    ['one text without end', () => workbook(['a'], { a: sheetOf('a'.repeat(9_000_000)) }), 'troppo grande'],
    [
      'one comment without end',
      () => workbook(['a'], { a: sheetOf(`<!--${'a'.repeat(9_000_000)}-->`) }),
      'troppo grande',
    ],
    [
      'texts without end',
      () =>
        workbook(['a'], {
          a: sheetOf(`<row>${`<c t="inlineStr"><is><t>${'a'.repeat(500_000)}</t></is></c>`.repeat(40)}</row>`),
        }),
      'troppo grande',
    ],
    [
      'one cell of many texts',
      () => workbook(['a'], { a: sheetOf(`<row><c t="str">${`<v>${'a'.repeat(500_000)}</v>`.repeat(40)}</c></row>`) }),
      'troppo grande',
    ],
    [
      'formats without end',
      () => workbook(['a'], { a: sheetOf(''), styles: `<s><cellXfs>${'<xf/>'.repeat(200_000)}</cellXfs></s>` }),
      'troppo grande',
    ],
    [
      'shared strings that unpack to more than they may',
      () => workbook(['a'], { a: sheetOf(''), strings: `<sst>${' '.repeat(11_000_000)}</sst>` }),
      'troppo grande',
    ],
    [
      'entities that explode',
      () => workbook(['a'], { a: '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>' }),
      'danneggiato',
    ],
    ['a document of many tables', () => odsFile(Array(101).fill(ods.table('x', []))), 'più di 100 fogli'],
    [
      'a CSV of one line',
      () => Buffer.from(`Codice;Valore\n1;${'9'.repeat(2_000_000)}`),
      'la riga 2 del file è troppo lunga',
    ],
    [
      'a CSV of one cell over many lines',
      () => Buffer.from(`Codice;Valore\n1;"${'9\n'.repeat(2_000_000)}"`),
      'CSV non si può leggere',
    ],
    ['a CSV of lines with nothing in them', () => Buffer.from(`a;b\n${';\n'.repeat(300_000)}c;d`), 'troppe celle'],
    ['a CSV of too many rows', () => Buffer.from('1;2\n'.repeat(30_000)), 'troppe celle'],
  ])('%s is refused', async (_, file, message) => {
    expect((await reading(file())).refused).toContain(message);
  });

  it('an archive in the place of a part is no part, and is not opened', async () => {
    const inner = packed({ 'xl/workbook.xml': 'a'.repeat(9_000_000) }).toString('latin1');
    expect((await reading(workbook(['a'], { a: inner }))).refused).toContain('danneggiato');
  });
});

describe('what is only formatted is not there', () => {
  const form7 = { G7: number('G7', '0.82', 'entry-percent') };
  const SHEET = 'xl/worksheets/sheet1.xml';
  const below = async (rows: string): Promise<Buffer> => {
    const parts = await partsOf(await filled(form7));
    return packed({ ...parts, [SHEET]: (parts[SHEET] ?? '').replace('</sheetData>', `${rows}</sheetData>`) });
  };
  it.each([
    ['one hidden row at the end', '<row r="1048576" hidden="1"/>'],
    [
      'formatted cells without anything in them',
      '<row r="1048575"><c r="A1048575" s="3"/><c r="XFD1048575" s="3"/></row>',
    ],
    [
      'a column formatted to the end',
      Array.from({ length: 400_000 }, (_, i) => `<row r="${i + 100}"><c r="G${i + 100}" s="8"/></row>`).join(''),
    ],
    ['a cell with only spaces', `<row r="900000">${typed('B900000', '   ')}</row>`],
    ['a drawing far away', '<row r="500000" ht="200" customHeight="1"/>'],
  ])('%s', async (_, rows) => {
    expect(await said(await below(rows))).toMatchObject({
      values: { '1.1.1-01': { kind: 'number', value: '82' } },
      errors: [],
    });
  });

  it('in a CSV too', async () => {
    const csv = `Codice;Valore;Nota\r\n1.1.1-01;82%;\r\n${';;\r\n'.repeat(50_000)}1.1.1-02;27;\r\n${';;\r\n'.repeat(900_000)}`;
    const read = await readOfficerSheet(Buffer.from(csv), form());
    expect(read.ok && read.value.answers.map(({ code, row }) => [code, row])).toEqual([
      ['1.1.1-01', 2],
      ['1.1.1-02', 50_003],
    ]);
  });
});

describe('what is said of a file weighs little, however much is wrong', () => {
  const weight = (value: unknown): number => JSON.stringify(value).length;

  it('one text of a million letters in every row', async () => {
    const rows = Array.from(
      { length: 450 },
      (_, i) => `<row r="${i + 2}"><c r="A${i + 2}" t="s"><v>0</v></c><c r="B${i + 2}" t="s"><v>0</v></c></row>`,
    );
    const parts = {
      a: sheetOf(`${HEAD}${rows.join('')}`).replace('<sheetData>', '<sheetData>'),
      strings: `<sst><si><t>${'x'.repeat(999_000)}</t></si></sst>`,
    };
    const bytes = workbook(['a'], parts);
    const keyed = await partsOf(bytes);
    const key = /Chiave del foglio[^<]*/.exec(
      (await partsOf(writeOfficerSheet(form())))['xl/worksheets/sheet1.xml'] ?? '',
    )?.[0];
    const sheet = (keyed['xl/a.xml'] ?? '').replace(
      HEAD,
      `<row r="1">${typed('A1', 'Codice')}${typed('B1', 'Valore')}${typed('D1', key ?? '')}</row>`,
    );
    const read = await readOfficerSheet(packed({ ...keyed, 'xl/a.xml': sheet }), form());
    if (!read.ok) throw new Error(read.error);
    expect(read.value).toMatchObject({ more: 400, wrongRows: 450 });
    expect(read.value.errors).toHaveLength(LIMITS.messages);
    expect(weight(read.value)).toBeLessThan(60_000);
  });

  it('a million tiny errors', async () => {
    const read = await readOfficerSheet(Buffer.from(`Codice;Valore\n${'x;1\n'.repeat(19_999)}`), form());
    expect(read.ok && read.value).toMatchObject({ more: 19_949, wrongRows: 19_999 });
    expect(weight(read)).toBeLessThan(60_000);
    const pasted = readPastedPlan(`A\tPeso\tTarget 2016\n${'\t1\n'.repeat(100_000)}`);
    expect(pasted.errors).toHaveLength(LIMITS.messages + 1);
    expect(pasted.errors.at(-1)?.message).toBe('ci sono altri 99950 errori');
    const yaml = parseYaml('x.yaml', '- a\n'.repeat(20_000), z.array(z.number()));
    expect(yaml.ok ? 0 : yaml.error.length).toBe(LIMITS.messages + 1);
  });

  it('a plan with everything wrong in it', async () => {
    const parts = await partsOf(writeOfficerSheet(form()));
    const plan = await readPlanSheet(packed(parts));
    expect(plan.ok ? 0 : plan.error.length).toBeLessThanOrEqual(LIMITS.messages + 1);
  });
});

it('the sheets of a file are read only when they are asked for', async () => {
  const file = await openSheetFile(workbook(['a', 'b'], { a: sheetOf(cells(100)), b: '<broken' }));
  if (!file.ok) throw new Error(file.error);
  expect((await file.value.sheets[0]?.grid())?.ok).toBe(true);
  expect((await allGrids(file.value)).ok).toBe(false);
});
