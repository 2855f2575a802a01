import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actual } from '../../src/domain/achievement/types.js';
import { italianDecimal } from '../../src/domain/targets/numbers.js';
import { readOfficerSheet } from '../../src/sheets/officer-sheet.js';
import { atLeast, form, ROWS, row } from './forms.js';
import { ods, odsFile } from './open-document.js';
import { number, ooxml, packed, typed } from './workbooks.js';

const KEY = 'Chiave del foglio (non modificare): M | Anna | ccms/2016 | monitoraggio-aprile | anna | abcdef012345';
const HEAD = ['Codice', 'Indicatore', 'Valore', 'Nota'];

/** One value as three programs would keep it. */
interface Kept {
  readonly xlsx: (place: string) => string;
  readonly ods: string;
  readonly csv: string;
}

const asText = (text: string): Kept => ({ xlsx: (place) => typed(place, text), ods: ods.text(text), csv: text });
const plain = (value: string): Kept => ({
  xlsx: (place) => number(place, value),
  ods: ods.number(value),
  csv: italianDecimal(value),
});
const percent = (hundredths: number): Kept => {
  const value = (hundredths / 10_000).toFixed(4);
  const shown = `${italianDecimal(String(hundredths / 100))}%`;
  return { xlsx: (place) => number(place, value, 'entry-percent'), ods: ods.percent(value), csv: shown };
};
const DAYS = 42_370;
const day = (after: number): Kept => {
  const iso = new Date(Date.UTC(2016, 0, 1 + after)).toISOString().slice(0, 10);
  const [year, month, date] = iso.split('-');
  return {
    xlsx: (place) => number(place, String(DAYS + after), 'entry-date'),
    ods: ods.date(iso),
    csv: `${date}/${month}/${year}`,
  };
};

const value: fc.Arbitrary<Kept> = fc.oneof(
  fc.integer({ min: -20, max: 999 }).map((n) => plain(String(n))),
  fc.integer({ min: 0, max: 99_999 }).map((n) => plain(String(n / 100))),
  fc.integer({ min: 0, max: 20_000 }).map(percent),
  fc.integer({ min: 0, max: 365 }).map(day),
  fc
    .constantFrom('sì', 'no', 'non ancora', '17 su 20', 'molti', '€ 1.234,50', '12 giorni', '1', '1%', '0,8')
    .map(asText),
);
const note = fc.constantFrom('', 'fonte: l’albo – € 3', 'più righe\ne spazi   in mezzo', '«"virgolette"»; e altro');
const lines = fc.array(fc.record({ at: fc.nat(ROWS.length - 1), value, note }), { minLength: 1, maxLength: 8 });
type Lines = readonly { readonly at: number; readonly value: Kept; readonly note: string }[];

const codeAt = (at: number): string => ROWS[at]?.code ?? '';
const nameAt = (at: number): string => ROWS[at]?.name ?? '';

function workbook(rows: Lines): Buffer {
  const texts = (at: number, cells: readonly string[]): string =>
    `<row r="${at}">${cells.map((text, i) => typed(`${'ABCD'[i]}${at}`, text)).join('')}</row>`;
  const body = rows.map(({ at, value: kept, note: said }, i) => {
    const r = i + 3;
    const noted = said === '' ? '' : typed(`D${r}`, said);
    return `<row r="${r}">${typed(`A${r}`, codeAt(at))}${typed(`B${r}`, nameAt(at))}${kept.xlsx(`C${r}`)}${noted}</row>`;
  });
  return packed(ooxml(`${texts(1, [KEY])}${texts(2, HEAD)}${body.join('')}`));
}

const document = (rows: Lines): Buffer =>
  odsFile([
    ods.table('Dati', [
      ods.row([ods.text(KEY)]),
      ods.row(HEAD.map(ods.text)),
      ...rows.map((line) =>
        ods.row([
          ods.text(codeAt(line.at)),
          ods.text(nameAt(line.at)),
          line.value.ods,
          line.note === '' ? ods.empty() : ods.text(line.note),
        ]),
      ),
      ods.emptyRows(1_048_000),
    ]),
  ]);

const quotedCell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const csvText = (rows: Lines, separator: string): string =>
  [[KEY], HEAD, ...rows.map((line) => [codeAt(line.at), nameAt(line.at), line.value.csv, line.note])]
    .map((cells) => cells.map(quotedCell).join(separator))
    .join('\r\n');

/** What a file says, the same for all programs: rows, values, notes and messages. */
async function told(bytes: Uint8Array) {
  const read = await readOfficerSheet(bytes, form());
  if (!read.ok) return { refused: read.error };
  const { answers, errors, unanswered } = read.value;
  return {
    answers: answers.map(({ code, row: at, actual, note: said }): readonly [string, number, Actual, string] => [
      code,
      at,
      actual,
      said ?? '',
    ]),
    errors: errors.map(({ message }) => message),
    unanswered,
  };
}

describe('Excel, LibreOffice and a CSV with the same cells', () => {
  it('say the same', async () => {
    await fc.assert(
      fc.asyncProperty(lines, async (rows) => {
        const expected = await told(workbook(rows));
        expect(await told(document(rows))).toEqual(expected);
        expect(await told(Buffer.from(csvText(rows, ';')))).toEqual(expected);
        expect(await told(Buffer.from(`\uFEFF${csvText(rows, '\t')}`, 'utf16le'))).toEqual(expected);
        expect(await told(inWindows(csvText(rows, ';')))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('a «1» in a row of percentages is asked about by all of them', async () => {
    const one: Lines = [{ at: 0, value: plain('1'), note: '' }];
    for (const file of [workbook(one), document(one), Buffer.from(csvText(one, ','))]) {
      expect(await told(file)).toMatchObject({
        answers: [],
        errors: [
          'riga 3, colonna «Valore» (C3): «1» in una cella senza il segno % si può leggere 1% o 100%: scrivere «1%» oppure «100%»',
        ],
      });
    }
  });

  it('a count takes the same numbers from all of them', async () => {
    const of = form([row('a', atLeast({ kind: 'count', noun: 'incontri' }))]);
    const csv = await readOfficerSheet(Buffer.from('Codice;Valore\na;1\n'), of);
    expect(csv.ok && csv.value.answers[0]?.actual).toEqual({ kind: 'number', value: '1' });
  });
});

/** As an Italian Windows writes it: its characters between 80 and 9F are these. */
function inWindows(text: string): Buffer {
  const own: Readonly<Record<string, number>> = { '€': 0x80, '–': 0x96, '’': 0x92 };
  return Buffer.from([...text].map((c) => own[c] ?? c.charCodeAt(0)));
}
