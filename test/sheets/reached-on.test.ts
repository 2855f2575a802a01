import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import type { Actual } from '../../src/domain/achievement/types.js';
import type { Reading } from '../../src/domain/targets/types.js';
import { entryOf } from '../../src/forms/entry.js';
import { renderMessage } from '../../src/mail/render.js';
import { writeOfficerSheet } from '../../src/sheets/officer-sheet.js';
import { checkpoint } from '../mail/messages.js';
import { COUNT, form, row } from './forms.js';
import { ods, odsFile } from './open-document.js';
import { filled, number, said, typed } from './workbooks.js';

/** At least three meetings by the end of June, of which somebody answers in July. */
const BY_JUNE: Reading = {
  kind: 'threshold',
  operator: '>=',
  value: '3',
  unit: { kind: 'count', noun: 'incontri' },
  direction: 'more-is-better',
  by: '2016-06-30',
};
const MEETINGS = row('1.1.1-09', BY_JUNE, { name: 'Incontri' });
const CLOSED = { period: { from: '2016-01-01', to: '2016-07-10' } } as const;
const FORM = form([MEETINGS, COUNT], CLOSED);
const REACHED: Actual = { kind: 'number', value: '3', reachedOn: '2016-06-28' };

const head = async (bytes: Buffer): Promise<readonly unknown[]> => (await readSheet(bytes))[5] ?? [];

describe('the day on which a target with a term of its own was reached', () => {
  it('has a column in the sheet of a form that asks for it, and in no other', async () => {
    expect(await head(writeOfficerSheet(FORM))).toEqual(expect.arrayContaining(['Nota', 'Raggiunto il']));
    expect(await head(writeOfficerSheet(form([MEETINGS, COUNT])))).not.toContain('Raggiunto il');
    expect(await head(writeOfficerSheet(form([COUNT], CLOSED)))).not.toContain('Raggiunto il');
  });

  it('is explained above the table', async () => {
    const rows = await readSheet(writeOfficerSheet(FORM));
    expect(rows[3]?.[0]).toContain('scrivere anche il giorno in cui è stato raggiunto');
  });

  it('that stands is written, and read back as it is', async () => {
    const current = { evidence: [], officer: 'anna', at: '2016-07-03T08:00:00Z', actual: REACHED } as const;
    const of = form([{ ...MEETINGS, current }, COUNT], CLOSED);
    expect(await said(writeOfficerSheet(of), of)).toMatchObject({ values: { [MEETINGS.code]: REACHED }, errors: [] });
  });

  it.each([
    ['as Excel keeps it', number('L7', '42549', 'entry-date')],
    ['as text', typed('L7', '28/06/2016')],
  ])('is read from a workbook, %s', async (_, day) => {
    const bytes = await filled({ G7: number('G7', '3'), L7: day }, FORM);
    expect(await said(bytes, FORM)).toMatchObject({ values: { [MEETINGS.code]: REACHED }, errors: [] });
  });

  it('is read from a CSV and from LibreOffice alike', async () => {
    const csv = Buffer.from(`Codice;Indicatore;Valore;Raggiunto il\n${MEETINGS.code};Incontri;3;28/06/2016\n`);
    expect(await said(csv, FORM)).toMatchObject({ values: { [MEETINGS.code]: REACHED }, errors: [] });
    const key = 'Chiave del foglio (non modificare): M | Anna | ccms/2016 | monitoraggio-aprile | anna | abcdef012345';
    const file = odsFile([
      ods.table('Dati', [
        ods.row([ods.text(key)]),
        ods.row(['Codice', 'Indicatore', 'Valore', 'Raggiunto il'].map(ods.text)),
        ods.row([ods.text(MEETINGS.code), ods.text('Incontri'), ods.number('3'), ods.date('2016-06-28')]),
      ]),
    ]);
    expect(await said(file, FORM)).toMatchObject({ values: { [MEETINGS.code]: REACHED }, errors: [] });
  });

  it.each([
    ['30/02/2016', 'riga 7, colonna «Raggiunto il» (L7): il giorno 30/02/2016 non esiste'],
    ['presto', 'riga 7, colonna «Raggiunto il» (L7): «presto» non è un giorno: serve una data, per esempio 30/06/2016'],
    ['20/07/2016', 'riga 7, colonna «Raggiunto il» (L7)'],
  ])('«%s» is refused in its own cell', async (day, message) => {
    const bytes = await filled({ G7: number('G7', '3'), L7: typed('L7', day) }, FORM);
    expect((await said(bytes, FORM)).errors).toEqual([expect.stringContaining(message)]);
  });

  it('without its value is refused where the value should be', async () => {
    const bytes = await filled({ L7: typed('L7', '28/06/2016') }, FORM);
    expect((await said(bytes, FORM)).errors).toEqual([
      expect.stringContaining('riga 7, colonna «Valore» (G7): il valore manca'),
    ]);
  });

  it('is asked in the sheet that goes by mail too', async () => {
    const { sheet } = renderMessage({
      ...checkpoint,
      period: CLOSED.period.to,
      sheet: { person: 'anna', planHash: FORM.planHash },
      indicators: [
        {
          code: MEETINGS.code,
          name: MEETINGS.name,
          unit: MEETINGS.unitText,
          entry: entryOf(MEETINGS),
          target: MEETINGS.target,
          term: '2016-06-30',
        },
      ],
    });
    expect(await head(sheet?.bytes ?? Buffer.alloc(0))).toContain('Raggiunto il');
  });
});
