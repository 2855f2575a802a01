import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../src/domain/calendar/types.js';
import { dateOfSerial, serialOf } from '../../src/sheets/excel-dates.js';
import { cellName, cellPlace } from '../../src/sheets/grid.js';
import { readOfficerSheet, writeOfficerSheet } from '../../src/sheets/officer-sheet.js';
import { readPastedPlan } from '../../src/sheets/plan-sheet.js';
import { fromOoxmlText, ooxmlText } from '../../src/sheets/xml-text.js';
import { form, ROWS } from './forms.js';
import { filled, number, packed, partsOf, typed } from './workbooks.js';

const CODES = new Set(ROWS.map((row) => row.code));

/** A file is read, or refused with a sentence; what is read is of the form. */
async function holds(bytes: Uint8Array): Promise<void> {
  const read = await readOfficerSheet(bytes, form());
  if (!read.ok) {
    expect(read.error.length).toBeGreaterThan(10);
    return;
  }
  for (const answer of read.value.answers) expect(CODES.has(answer.code)).toBe(true);
  for (const error of read.value.errors) expect(error.message).toContain(error.cell);
}

describe('a reader of files does not break', () => {
  it('on any bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), holds), { numRuns: 300 });
  });

  it('on a sheet with some of its bytes changed', async () => {
    const whole = await filled({ G7: number('G7', '0.82', 'entry-percent'), G8: number('G8', '12') });
    const flips = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(flips, async (changes) => {
        const bytes = Buffer.from(whole);
        for (const [at, to] of changes) bytes[at] = to;
        await holds(bytes);
      }),
      { numRuns: 300 },
    );
  });

  it('on a sheet with something else in its parts', async () => {
    const parts = await partsOf(writeOfficerSheet(form()));
    const names = Object.keys(parts);
    const junk = fc.constantFrom(
      '',
      '<',
      '&',
      '&#0;',
      ' r="ZZZZ9"',
      ' r="x"',
      ' s="9999"',
      ' t="s"',
      ' t="e"',
      '<v>NaN</v>',
      '<v>1e999</v>',
      '<f/>',
      '</row>',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.double({ min: 0, max: 1, noNaN: true }),
        junk,
        async (name, where, text) => {
          const part = parts[name] ?? '';
          const at = Math.floor(where * part.length);
          await holds(packed({ ...parts, [name]: part.slice(0, at) + text + part.slice(at + text.length) }));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('on any texts in any cells', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(text, text, text, async (value, reason, note) => {
        await holds(
          await filled({
            G7: typed('G7', value),
            J8: typed('J8', reason),
            K9: typed('K9', note),
            A10: typed('A10', note),
          }),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('on any pasted text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('\t', '\n', '  ', 'Peso', 'Target 2016', '1.1 A', '1.1.1 B', '6,00%', 'x', '032/002')),
        (pieces) => {
          for (const error of readPastedPlan(pieces.join('')).errors) expect(error.message.length).toBeGreaterThan(5);
        },
      ),
    );
  });
});

describe('what a spreadsheet writes in its own way', () => {
  it('any text comes back as it was', () => {
    const unescaped = (xml: string): string =>
      xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fromOoxmlText(unescaped(ooxmlText(text)))).toBe(text);
      }),
    );
    expect(fromOoxmlText(unescaped(ooxmlText('_x000D_\uD800\0')))).toBe('_x000D_\uD800\0');
  });

  it.each<[CivilDate, number]>([
    ['1900-03-01', 61],
    ['2016-06-30', 42551],
    ['2024-02-29', 45351],
  ])('%s is %d', (date, serial) => {
    expect(serialOf(date)).toBe(serial);
    expect(dateOfSerial(serial, false)).toBe(date);
  });

  it.each([0, 1, 60, -5, Number.NaN, 3e9])('%d is no day', (serial) => {
    expect(dateOfSerial(serial, false)).toBeUndefined();
  });

  it('places have the names people see', () => {
    expect([cellName(0, 1), cellName(25, 7), cellName(26, 7), cellName(701, 2), cellName(702, 3)]).toEqual([
      'A1',
      'Z7',
      'AA7',
      'ZZ2',
      'AAA3',
    ]);
    fc.assert(
      fc.property(fc.nat(18_277), fc.integer({ min: 1, max: 9_999_999 }), (column, row) => {
        expect(cellPlace(cellName(column, row))).toEqual({ column, row });
      }),
    );
    expect(['', 'A0', '7', 'AAAA1', 'a1'].map(cellPlace)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
