import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { historyOf, nextYear, withValues } from '../../../src/domain/context/series-years.js';
import type { SeriesTable } from '../../../src/domain/series.js';

const aTable = (columns: SeriesTable['columns'], cells: readonly string[]): SeriesTable => ({
  id: 'prova',
  title: 'Prova',
  source: 'cap. 1',
  columns,
  rows: [{ id: 'a', name: 'A', cells }],
});
const years = (...of: number[]) => of.map((year) => ({ subject: 'ccms', year }));
const shown = ({ columns }: SeriesTable) => columns.map(({ subject, year }) => `${subject} ${year}`);
const value = (year: number, printed: string, subject = 'ccms') => ({ row: 'a', subject, year, printed });

describe('a series with values put on record', () => {
  test('without any is the very table of the file', () => {
    const table = aTable(years(2015, 2014), ['2', '1']);
    expect(withValues(table, [])).toBe(table);
  });

  test.each([
    ['the last year first', years(2015, 2014), ['ccms 2016', 'ccms 2015', 'ccms 2014']],
    ['the first year first', years(2014, 2015), ['ccms 2014', 'ccms 2015', 'ccms 2016']],
    ['one year alone', years(2015), ['ccms 2015', 'ccms 2016']],
  ])('goes on in the order of its columns: %s', (_, columns, after) => {
    expect(
      shown(
        withValues(
          aTable(
            columns,
            columns.map(() => '1'),
          ),
          [value(2016, '9')],
        ),
      ),
    ).toEqual(after);
  });

  test('puts the year of each subject beside its own', () => {
    const columns = [...years(2014, 2013), { subject: 'media', year: 2014 }, { subject: 'media', year: 2013 }];
    const table = withValues(aTable(columns, ['4', '3', '2', '1']), [value(2015, '5'), value(2015, '9', 'media')]);
    expect(shown(table)).toEqual(['ccms 2015', 'ccms 2014', 'ccms 2013', 'media 2015', 'media 2014', 'media 2013']);
    expect(table.rows[0]?.cells).toEqual(['5', '4', '3', '9', '2', '1']);
  });

  test('keeps subjects together in each year where they stand so', () => {
    const columns = [2014, 2015].flatMap((year) => ['donne', 'uomini'].map((subject) => ({ subject, year })));
    const table = withValues(aTable(columns, ['1', '2', '3', '4']), [
      value(2016, '5', 'donne'),
      value(2016, '6', 'uomini'),
    ]);
    expect(shown(table).slice(-2)).toEqual(['donne 2016', 'uomini 2016']);
  });

  test('has the corrected value in the place of the file’s, and the last of several', () => {
    const table = withValues(aTable(years(2014, 2015), ['1', '2']), [value(2015, '3'), value(2015, 'nd')]);
    expect(table.rows[0]?.cells).toEqual(['1', 'nd']);
  });

  test('passes over a row that the table no longer has', () => {
    const table = aTable(years(2014), ['1']);
    expect(withValues(table, [{ ...value(2015, '2'), row: 'tolta' }])).toBe(table);
  });

  test('loses no cell of the file and says every value once, whatever is added', () => {
    const added = fc.array(
      fc.record({ year: fc.integer({ min: 2010, max: 2020 }), printed: fc.constantFrom('1', '7', 'nd') }),
    );
    fc.assert(
      fc.property(added, fc.boolean(), (values, falling) => {
        const own = falling ? years(2015, 2013) : years(2013, 2015);
        const table = withValues(
          aTable(own, ['10', '20']),
          values.map(({ year, printed }) => value(year, printed)),
        );
        const last = new Map([
          ...own.map(({ year }, i) => [year, ['10', '20'][i]] as const),
          ...values.map((v) => [v.year, v.printed] as const),
        ]);
        const found = historyOf(table, 'a', 'ccms');
        expect(found).toEqual([...last].sort(([a], [b]) => a - b).map(([year, printed]) => ({ year, printed })));
        const order = table.columns.map(({ year }) => year);
        expect(order).toEqual([...new Set(order)].sort((a, b) => (falling ? b - a : a - b)));
      }),
    );
  });

  test('waits for the year after its last', () => {
    expect(nextYear(aTable(years(2015, 2014), ['1', '2']))).toBe(2016);
  });
});
