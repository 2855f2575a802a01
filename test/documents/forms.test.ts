import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import readXlsx from 'read-excel-file/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Block, type Cell, type DocumentContent, tablesOf } from '../../src/documents/content.js';
import { csvForm, harmless } from '../../src/documents/forms/csv.js';
import { type Dataset, datasetsOf } from '../../src/documents/forms/datasets.js';
import { htmlForm } from '../../src/documents/forms/html.js';
import { pdfForm } from '../../src/documents/forms/pdf.js';
import { xlsxForm } from '../../src/documents/forms/xlsx.js';
import { zipForm } from '../../src/documents/forms/zip.js';
import { budgetContent } from '../../src/documents/programmazione.js';
import { takeSnapshot } from '../../src/documents/snapshot.js';
import { readPdf } from './read-pdf.js';
import { heading, pianoOfTheSeed, plan } from './seed.js';

const piano = takeSnapshot(pianoOfTheSeed());
const budget = takeSnapshot(budgetContent(heading('budget', 'Budget direzionale 2016'), plan()));

/** A table whose texts a spreadsheet would run. */
const HOSTILE: DocumentContent = {
  ...heading('prova', 'Tabella ostile'),
  landscape: false,
  sections: [
    {
      level: 2,
      title: 'Testi',
      blocks: [
        {
          kind: 'table',
          dataset: 'ostile',
          caption: 'Testi <script>alert(1)</script>',
          columns: [
            { title: 'Testo', heads: true },
            { title: 'Valore', figures: true },
          ],
          rows: [
            { cells: ['=HYPERLINK("http://esempio.example";"clic")', { kind: 'number', value: '-12.5' }] },
            { cells: ['@SUM(A1:A9)', '+5%'] },
            { cells: ['+cmd|calc', '-3.242,35'] },
            { cells: ['\t=1+1', 'a;b "c"\nd'] },
            { cells: ['#let x = 1; $a$ *b* <label> @ref', '<b>grassetto</b>'] },
          ],
        },
      ],
    },
  ],
};
const hostile = takeSnapshot(HOSTILE);

const paragraph = (text: string): Block => ({ kind: 'paragraph', text: [text] });

const dataset = (content: DocumentContent, name: string): Dataset => {
  const found = datasetsOf(content).find((one) => one.name === name);
  if (found === undefined) throw new Error(`no dataset ${name}`);
  return found;
};

describe('every form prints the hash of the snapshot', () => {
  test('the JSON is the snapshot: its SHA-256 is the hash', () => {
    expect(createHash('sha256').update(piano.bytes).digest('hex')).toBe(piano.hash);
  });

  test('the page', async () => {
    expect((await htmlForm(budget)).toString('utf8')).toContain(`<code>${budget.hash}</code>`);
  });

  test('the workbook, on its last sheet: it opens on its first table', async () => {
    const sheets = await readXlsx(await xlsxForm(budget));
    expect(sheets[0]?.sheet).toBe(datasetsOf(budget.content)[0]?.name);
    expect(sheets.at(-1)?.sheet).toBe('Documento');
    expect(sheets.at(-1)?.data).toContainEqual(['Impronta SHA-256', budget.hash]);
    expect(sheets.at(-1)?.data).toContainEqual(['Esercizio', budget.content.exercise]);
  });

  test('the zip of tables, in its note', () => {
    expect(strFromU8(unzipSync(zipForm(budget))['leggimi.txt'] ?? new Uint8Array())).toContain(budget.hash);
  });
});

describe('figures in every form are those of the snapshot', () => {
  test('on the page, as Italian writes them', async () => {
    const page = (await htmlForm(piano)).toString('utf8');
    const text = page
      .replace(/<[^>]*>/g, ' ')
      .replaceAll('&#39;', "'")
      .replaceAll('&gt;', '>')
      .replaceAll('&lt;', '<')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
    for (const table of datasetsOf(piano.content)) {
      for (const cell of table.rows.flat()) {
        if (typeof cell !== 'string') expect(text).toContain(italian(cell));
      }
    }
  });

  test('in the workbook, cell by cell', async () => {
    const sheets = await readXlsx(await xlsxForm(piano));
    const datasets = datasetsOf(piano.content);
    expect(sheets.slice(0, -1).map((sheet) => sheet.sheet)).toEqual(datasets.map((one) => one.name.slice(0, 31)));
    for (const [at, one] of datasets.entries()) {
      const rows = sheets[at]?.data ?? [];
      expect(rows[0]).toEqual(one.columns.map((column) => column.title));
      expect(rows.slice(1).map((row) => row.map(String))).toEqual(one.rows.map((row) => row.map(inExcel)));
    }
  });

  test('in the csv, cell by cell', () => {
    for (const one of datasetsOf(piano.content)) {
      const rows: readonly string[][] = parse(csvForm(one), { delimiter: ';', bom: true });
      expect(rows[0]).toEqual(one.columns.map((column) => column.title));
      expect(rows.slice(1)).toEqual(one.rows.map((row) => row.map(inCsv)));
    }
  });

  test('in the PDF, as Italian writes them', async () => {
    const { text } = await readPdf(await pdfForm(budget));
    for (const cell of dataset(budget.content, 'allegato-2').rows.flat()) {
      if (typeof cell !== 'string') expect(text).toContain(italian(cell).replaceAll(/\s/g, ''));
    }
  });
});

describe('the PDF on paper', () => {
  const bare = (text: string): string => text.replaceAll(/\s/g, '');
  // Sixty pages are composed once.
  let pianoOnPaper: Awaited<ReturnType<typeof readPdf>>;
  beforeAll(async () => {
    pianoOnPaper = await readPdf(await pdfForm(piano));
  }, 120_000);

  test('has the hash on every page, with the number of the page', async () => {
    const { texts } = pianoOnPaper;
    for (const [at, text] of texts.entries()) {
      expect(text).toContain(piano.hash);
      expect(text).toContain(`pagina${at + 1}di${texts.length}`);
    }
  });

  test('has each programme sheet whole on one page, from its title to its last indicator', async () => {
    const { texts } = pianoOnPaper;
    for (const { programme, title, indicators } of plan().sheets) {
      const last = indicators.at(-1)?.name ?? '';
      const pages = texts.filter(
        (text) => text.includes(bare(`Programma ${programme}: ${title}`)) && !text.includes('....'),
      );
      expect(pages, programme).toHaveLength(1);
      // A name may be broken by a hyphen at the end of a line.
      expect(pages[0]?.replaceAll(/[-\u00ad]/g, '')).toContain(bare(last.slice(-12)).replaceAll('-', ''));
    }
  });

  test('says once what heading and caption both say; the page hides the second, and keeps it for who hears it', async () => {
    const twice = takeSnapshot({
      ...HOSTILE,
      sections: HOSTILE.sections.map((section) => ({ ...section, title: 'Testi <script>alert(1)</script>' })),
    });
    const { text } = await readPdf(await pdfForm(twice));
    expect(text.split('Testi<script>').length - 1).toBe(1);
    expect((await htmlForm(twice)).toString('utf8')).toContain('<caption class="level">Testi');
    expect((await htmlForm(hostile)).toString('utf8')).toContain('<caption>Testi');
  });
});

describe('the PDF', () => {
  test('is tagged, in Italian, titled, and claims PDF/UA-1', async () => {
    const bytes = await pdfForm(budget);
    expect(await readPdf(bytes)).toMatchObject({
      tagged: true,
      language: 'it-IT',
      title: 'Budget direzionale 2016 – Camera di Commercio di Massa-Carrara',
    });
    expect(bytes.toString('latin1')).toContain('/StructTreeRoot');
    expect(bytes.toString('latin1')).toContain('pdfuaid:part');
  });

  test('has the tables of the document, each with its caption and a heading for each column', async () => {
    const { roles } = await readPdf(await pdfForm(budget));
    const tables = tablesOf(budget.content);
    expect(roles.Table).toBeGreaterThanOrEqual(tables.length);
    expect(roles.Caption).toBe(tables.length);
    const headings = tables.flatMap((table) => table.columns.filter((column) => column.dataOnly !== true)).length;
    expect(roles.TH).toBeGreaterThanOrEqual(headings);
    expect(roles.H1).toBe(1);
    expect(roles.H2).toBe(budget.content.sections.filter(({ level }) => level === 2).length);
    expect(roles.H3).toBe(budget.content.sections.filter(({ level }) => level === 3).length);
  });

  test('a chapter and the line that introduces it are on the page where its first section begins', async () => {
    const chapters = Array.from({ length: 40 }, (_, n) => [
      { level: 2 as const, title: `Capitolo (${n})`, blocks: [paragraph(`Che cosa dice il capitolo ${n}.`)] },
      {
        level: 3 as const,
        title: `Parte prima (${n})`,
        blocks: Array.from({ length: 1 + (n % 5) }, () => paragraph('Parole che riempiono la pagina. '.repeat(9 + n))),
      },
    ]);
    const { texts } = await readPdf(await pdfForm(takeSnapshot({ ...HOSTILE, sections: chapters.flat() })));
    const pageOf = (words: string): number => texts.findLastIndex((page) => page.includes(words));
    const apart = chapters.flatMap((_, n) => (pageOf(`Capitolo(${n})`) === pageOf(`Parteprima(${n})`) ? [] : [n]));
    expect(texts.length).toBeGreaterThan(10);
    expect(apart).toEqual([]);
  });

  test('prints the hash on every page', async () => {
    const { texts } = await readPdf(await pdfForm(budget));
    for (const text of texts) expect(text).toContain(budget.hash);
  });

  test('is the same bytes for the same snapshot', async () => {
    expect((await pdfForm(budget)).equals(await pdfForm(budget))).toBe(true);
  });

  test('takes a text for a text, whatever it looks like', async () => {
    const { text } = await readPdf(await pdfForm(hostile));
    expect(text).toContain('#letx=1;$a$*b*<label>@ref');
  });

  test('of several documents asked at once is each its own', async () => {
    const [a, b] = await Promise.all([pdfForm(budget), pdfForm(hostile)]);
    expect((await readPdf(a)).text).toContain(budget.hash);
    expect((await readPdf(b)).text).toContain(hostile.hash);
  });
});

describe('what a spreadsheet would run', () => {
  test('gets an apostrophe in the csv; plain numbers and percents stay as they are', () => {
    const rows: readonly string[][] = parse(csvForm(dataset(HOSTILE, 'ostile')), { delimiter: ';', bom: true });
    expect(rows.slice(1)).toEqual([
      [`'=HYPERLINK("http://esempio.example";"clic")`, '-12,5'],
      ["'@SUM(A1:A9)", '+5%'],
      ["'+cmd|calc", '-3.242,35'],
      ["'\t=1+1", 'a;b "c"\nd'],
      ['#let x = 1; $a$ *b* <label> @ref', '<b>grassetto</b>'],
    ]);
  });

  test.each(['=1', '+a', '-a', '@a', ' =1', '\t1', '\r1', '=5%', '-'])('%j is never left as it is', (text) => {
    expect(harmless(text)).toBe(`'${text}`);
  });

  test.each(['+5%', '-3.242,35', '5', '>= 15', '- x'.slice(2), '€ -'])('%j is left as it is', (text) => {
    expect(harmless(text)).toBe(text);
  });

  test('is text in the workbook: no cell holds a formula', async () => {
    const files = unzipSync(await xlsxForm(hostile));
    const sheets = Object.entries(files).filter(([name]) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name));
    expect(sheets.length).toBe(2);
    for (const [, bytes] of sheets) expect(strFromU8(bytes)).not.toMatch(/<f[ >]/);
    const read = await readXlsx(await xlsxForm(hostile));
    expect(read[0]?.data[1]?.[0]).toBe('=HYPERLINK("http://esempio.example";"clic")');
  });

  test('is text on the page', async () => {
    const page = (await htmlForm(hostile)).toString('utf8');
    expect(page).not.toContain('<script>');
    expect(page).toContain('&lt;script&gt;');
  });
});

describe('the page', () => {
  test('heads every table with a caption and column headings, and every row with its own', async () => {
    const page = (await htmlForm(piano)).toString('utf8');
    const tables = page.split('<table>').slice(1);
    expect(tables.length).toBeGreaterThan(40);
    for (const table of tables) {
      expect(table).toMatch(/^<caption>[^<]+<\/caption><thead><tr><th scope="col"/);
      const rows = table.slice(0, table.indexOf('</table>')).split('<tr').slice(2);
      for (const row of rows) expect(row).toContain('<th scope="row"');
    }
  });

  test('loads nothing and runs nothing', async () => {
    const page = (await htmlForm(piano)).toString('utf8');
    expect(page).not.toMatch(/<(script|link|img|iframe)\b|url\(/);
  });
});

function italian(cell: Exclude<Cell, string>): string {
  if (cell.kind === 'day') return cell.value.split('-').reverse().join('/');
  const [whole = '', fraction = ''] = cell.value.split('.');
  const grouped = whole.replace('-', '−').replace(/\B(?=(\d{3})+$)/g, '.');
  if (cell.kind === 'euro') return `${grouped},${fraction.padEnd(2, '0')} €`;
  const number = fraction === '' ? grouped : `${grouped},${fraction}`;
  return cell.kind === 'percent' ? `${number}%` : number;
}

function inExcel(cell: Cell): string {
  if (typeof cell === 'string') return cell === '' ? 'null' : cell;
  if (cell.kind === 'day') return String(new Date(`${cell.value}T00:00:00Z`));
  return String(cell.kind === 'percent' ? Number(`${cell.value}e-2`) : Number(cell.value));
}

function inCsv(cell: Cell): string {
  if (typeof cell === 'string') return harmless(cell);
  if (cell.kind === 'day') return cell.value;
  return cell.value.replace('.', ',') + (cell.kind === 'percent' ? '%' : '');
}
