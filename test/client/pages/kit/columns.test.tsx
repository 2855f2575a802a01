import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { Hono } from 'hono';
import readXlsx from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { answer } from '../../../../src/client/pages/kit/site.js';
import { columnsOf } from '../../../../src/client/pages/kit/table/column.js';
import { DataTable } from '../../../../src/client/pages/kit/table/data-table.js';
import { TableAway } from '../../../../src/client/pages/kit/table/table-away.js';
import { useTables } from '../../../../src/client/pages/kit/table/tables-of-page.js';
import type { Instant } from '../../../../src/domain/calendar/types.js';
import { textOf } from '../site.js';

interface Expense {
  readonly what: string;
  readonly on: '2016-03-01' | undefined;
  readonly at: Instant | undefined;
  readonly amount: string | undefined;
  readonly share: string | undefined;
  readonly pieces: number | undefined;
  readonly printed: string;
}

const ROWS: readonly Expense[] = [
  {
    what: 'Carta; e «buste»',
    on: '2016-03-01',
    at: '2016-07-10T07:05:09Z',
    amount: '1234.50',
    share: '12.5',
    pieces: 3,
    printed: '- 3.242,35',
  },
  {
    what: '=1+1',
    on: undefined,
    at: undefined,
    amount: undefined,
    share: undefined,
    pieces: undefined,
    printed: 'nd',
  },
];

const { text, day, instant, euro, percent, count, printed, act } = columnsOf<Expense>();

const COLUMNS = [
  text('Spesa', ({ what }) => what, { show: ({ what }) => <b>{what}</b> }),
  day('Giorno', ({ on }) => on),
  instant('Registrata', ({ at }) => at),
  euro('Importo', ({ amount }) => amount),
  percent('Quota', ({ share }) => share),
  count('Pezzi', ({ pieces }) => pieces, { only: 'file' }),
  printed('Serie', (row) => row.printed),
  act('Azioni', () => <button type="button">Togli</button>),
];

function Page({ rows }: { readonly rows: readonly Expense[] }) {
  useTables()?.headed({
    title: 'Spese',
    entity: 'Camera di prova',
    exercise: 2016,
    on: '2016-09-20',
    simulated: false,
  });
  useTables()?.filteredBy('Filtrato per ufficio «Economato».');
  return (
    <main>
      <DataTable name="spese" caption="Spese" columns={COLUMNS} rows={rows} empty={<p>Nessuna spesa.</p>} />
      {['Primo', 'Secondo'].map((value) => (
        <DataTable
          name="parti"
          caption={value}
          part={{ column: 'Trimestre', value }}
          columns={COLUMNS.slice(0, 2)}
          rows={rows}
        />
      ))}
      <TableAway name="parti" caption="Parti" />
    </main>
  );
}

const app = new Hono()
  .get('/:entity/:exercise/spese', (c) => answer(c, <Page rows={c.req.query('vuota') === undefined ? ROWS : []} />))
  .post('/:entity/:exercise/spese', (c) => answer(c, <Page rows={ROWS} />, 422));

const HERE = '/ccms/2016/spese';
const csvAt = async (path: string): Promise<readonly string[][]> =>
  parse(await (await app.request(path)).text(), { delimiter: ';', bom: true });

describe('a column described once', () => {
  test('is a cell of the page, as its kind is written', async () => {
    const page = await (await app.request(HERE)).text();
    const [table = ''] = /<table\b.*?<\/table>/s.exec(page) ?? [];
    expect(textOf(table)).toBe(
      'Spese Spesa Giorno Registrata Importo Quota Serie Azioni ' +
        'Carta; e «buste» 01/03/2016 10/07/2016 alle 09:05 1.234,50 € 12,5% - 3.242,35 Togli ' +
        '=1+1 – – – – nd Togli',
    );
    expect(table).toContain('<time datetime="2016-03-01">01/03/2016</time>');
    expect(table).not.toContain('Pezzi');
  });

  test('is a cell of the csv: figures that count, days that sort, no formula, nothing of what is done on the page', async () => {
    expect(await csvAt(`${HERE}?tabella=spese.csv`)).toEqual([
      ['Spesa', 'Giorno', 'Registrata', 'Importo', 'Quota', 'Pezzi', 'Serie'],
      ['Carta; e «buste»', '2016-03-01', '2016-07-10 09:05:09', '1234,50', '12,5%', '3', '-3242,35'],
      ["'=1+1", '', '', '', '', '', 'nd'],
    ]);
  });

  test('is a cell of the workbook: numbers as numbers, days as days, times as clocks in Italy show them', async () => {
    const bytes = await (await app.request(`${HERE}?tabella=spese.xlsx`)).arrayBuffer();
    const [table, about] = await readXlsx(Buffer.from(bytes));
    expect(about?.data).toContainEqual(['Filtri', 'Filtrato per ufficio «Economato».']);
    expect(about?.data).toContainEqual(['Ente', 'Camera di prova']);
    expect(table?.sheet).toBe('spese');
    expect(table?.data[1]).toEqual([
      'Carta; e «buste»',
      new Date('2016-03-01T00:00:00Z'),
      new Date('2016-07-10T09:05:09Z'),
      1234.5,
      0.125,
      3,
      -3242.35,
    ]);
    expect(table?.data[2]?.[0]).toBe('=1+1');
  });

  test('can be filtered and sorted in the workbook, under headings that stay in sight, as wide as what it holds', async () => {
    const files = unzipSync(new Uint8Array(await (await app.request(`${HERE}?tabella=spese.xlsx`)).arrayBuffer()));
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toContain('<autoFilter ref="A1:G3"/>');
    expect(sheet).toContain('<pane ySplit="1"');
    const widths = [...sheet.matchAll(/<col [^>]*width="(\d+)"/g)].map(([, width]) => Number(width));
    expect(widths).toHaveLength(7);
    expect(widths[0]).toBe('Carta; e «buste»'.length + 3);
    expect(strFromU8(files['xl/workbook.xml'] ?? new Uint8Array())).toContain("'spese'!$A$1:$G$3");
  });
});

describe('a table that is taken away', () => {
  test('is offered where it stands, with what the address asks for, but not which page of it or what was just done', async () => {
    const page = await (await app.request(`${HERE}?ufficio=a&pagina=3&fatto=si`)).text();
    expect(page).toContain(`href="${HERE}?ufficio=a&amp;tabella=spese.xlsx"`);
    expect(page).toContain('aria-label="Scarica «Spese» come foglio di calcolo"');
  });

  test('has its parts together, told apart by a column', async () => {
    const [head, ...rows] = await csvAt(`${HERE}?tabella=parti.csv`);
    expect(head).toEqual(['Trimestre', 'Spesa', 'Giorno']);
    expect(rows.map(([quarter]) => quarter)).toEqual(['Primo', 'Primo', 'Secondo', 'Secondo']);
    expect((await (await app.request(HERE)).text()).match(/tabella=parti\.csv/g)).toHaveLength(1);
  });

  test('without rows is its headings, and its page says that there is nothing', async () => {
    expect(await csvAt(`${HERE}?tabella=spese.csv&vuota`)).toHaveLength(1);
    const page = await (await app.request(`${HERE}?vuota`)).text();
    expect(page).toContain('Nessuna spesa.');
    expect(page).not.toContain('tabella=spese');
  });

  test('is called after the body and the exercise of its address', async () => {
    const file = await app.request(`${HERE}?tabella=spese.csv`);
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="spese-ccms-2016.csv"');
  });

  test('is not offered by an answer to what was sent, which can not be asked for again', async () => {
    const answered = await app.request(`${HERE}?tabella=spese.csv`, { method: 'POST' });
    expect(answered.status).toBe(422);
    expect(await answered.text()).not.toContain('tabella=');
  });
});
