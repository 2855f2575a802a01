import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type DocumentContent, number, paragraph } from '../../src/documents/content.js';
import { xlsxForm } from '../../src/documents/forms/xlsx.js';
import { takeSnapshot } from '../../src/documents/snapshot.js';
import { writePlanSheet } from '../../src/sheets/plan-sheet.js';
import { writeTable } from '../../src/sheets/table.js';
import { writeWorkbook } from '../../src/sheets/workbook-write.js';
import { seedPlan } from '../domain/plan/seed.js';
import { partsOf } from './workbooks.js';

/** Who writes workbooks. What is to be filled in is a form, not a table: it is locked but for its yellow cells. */
const WRITERS: Readonly<Record<string, 'tables' | 'form'>> = {
  'documents/forms/xlsx.ts': 'tables',
  'sheets/plan-sheet.ts': 'tables',
  'sheets/officer-sheet.ts': 'form',
};

const CONTENT: DocumentContent = {
  kind: 'prova',
  title: 'Prova',
  entity: 'Camera di prova',
  exercise: 2016,
  version: 3,
  on: '2016-09-20',
  simulated: false,
  landscape: false,
  sections: [
    {
      level: 2,
      title: 'Prova',
      blocks: [
        paragraph('Prima della tabella.'),
        {
          kind: 'table',
          dataset: 'spese',
          caption: 'Spese',
          columns: [{ title: 'Voce' }, { title: 'Importo' }, { title: 'Giorno' }],
          rows: [{ cells: ['Carta', { kind: 'euro', value: '12.50' }, { kind: 'day', value: '2016-03-01' }] }],
        },
        {
          kind: 'table',
          dataset: 'pezzi',
          caption: 'Pezzi',
          columns: [{ title: 'Voce' }, { title: 'Pezzi' }],
          rows: [{ cells: ['Penne', number(3)] }],
        },
      ],
    },
  ],
};

interface Sheet {
  readonly name: string;
  readonly xml: string;
}

async function sheetsOf(workbook: Uint8Array): Promise<readonly Sheet[]> {
  const parts = await partsOf(workbook);
  const names = [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name ?? '');
  return names.map((name, i) => ({ name, xml: parts[`xl/worksheets/sheet${i + 1}.xml`] ?? '' }));
}

/** Texts of a sheet below its headings. */
const textsIn = ({ xml }: Sheet): readonly string[] =>
  [...xml.matchAll(/<c r="[A-Z]+(\d+)"[^>]*t="inlineStr"><is><t[^>]*>([^<]*)</g)].flatMap(([, row, text]) =>
    row === '1' ? [] : [text ?? ''],
  );

const DAY = /^\d{1,2}\/\d{1,2}\/(?:19|20)\d\d$|^(?:19|20)\d\d-\d\d-\d\d$/;

test('every workbook the product gives is known here', () => {
  const src = join(import.meta.dirname, '../../src');
  const writers = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('workbook-write.ts'))
    .filter((file) => readFileSync(join(src, file), 'utf8').includes('writeWorkbook('));
  expect(writers.toSorted()).toEqual(Object.keys(WRITERS).toSorted());
});

test('the tables of a document, or of a page: each can be filtered, the first of them is what opens', async () => {
  const sheets = await sheetsOf(xlsxForm(takeSnapshot(CONTENT)));
  expect(sheets.map(({ name }) => name)).toEqual(['spese', 'pezzi', 'Documento']);
  expect(sheets[0]?.xml).toContain('tabSelected="1"');
  for (const sheet of sheets.slice(0, -1)) {
    expect(sheet.xml).toContain('<autoFilter ');
    expect(sheet.xml).toContain('state="frozen"');
    for (const text of textsIn(sheet)) expect(text).not.toMatch(DAY);
  }
  const about = sheets.at(-1)?.xml ?? '';
  for (const figure of ['2016', '3']) expect(about).toContain(`<v>${figure}</v>`);
});

test('a plan: it opens on its indicators, each sheet can be filtered, days and figures are days and figures', async () => {
  const sheets = await sheetsOf(writePlanSheet(seedPlan()));
  expect(sheets[0]?.name).toBe('Indicatori');
  for (const sheet of sheets) expect(sheet.xml).toContain('<autoFilter ');
  const budget = sheets.find(({ xml }) => xml.includes('>Importo<'));
  expect(budget?.xml).toMatch(/<c r="[A-Z]+2" s="\d+"><v>-?\d+(?:\.\d+)?<\/v><\/c>/);
});

test('a day of a plan is a day, which a spreadsheet sorts', async () => {
  const table = { name: 'Atti', columns: { due: { title: 'Scadenza', kind: 'date' } } } as const;
  const [sheet] = await sheetsOf(writeWorkbook([writeTable(table, [{ due: '2016-01-31' }])]));
  expect(sheet?.xml).toContain('<v>42400</v>');
  expect(sheet && textsIn(sheet)).toEqual([]);
});
