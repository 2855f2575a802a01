import { describe, expect, test } from 'vitest';
import { oddSeriesCell, readSeriesCell, type SeriesPlace } from '../../../src/domain/context/series-cell.js';
import type { SeriesRelation } from '../../../src/domain/series.js';

const place = (before: readonly string[], kind?: 'positive' | 'never-falls' | 'composition'): SeriesPlace => {
  const row = { negative: false, table: 't', row: 'r' };
  const relations: readonly SeriesRelation[] =
    kind === undefined ? [] : [kind === 'composition' ? { kind, rows: [row] } : { kind, row }];
  return { table: 't', row: 'r', before, relations };
};

describe('a value of a series', () => {
  test.each([
    ['1234', ['900'], '1.234'],
    ['1.234', ['900'], '1.234'],
    ['1234,50', ['900,10'], '1.234,50'],
    ['12', ['10%', '11%'], '12%'],
    ['12%', ['10%'], '12%'],
    ['12,5 %', [], '12,5%'],
    ['€ 1.000', ['2'], '1.000'],
    ['- 3.242,35', ['1'], '-3.242,35'],
    ['nd', ['1'], 'nd'],
    ['N.D.', ['1'], 'nd'],
    ['5', ['nd'], '5'],
  ])('«%s» after %j is printed as %s', (written, before, printed) => {
    expect(readSeriesCell(written, place(before))).toEqual({ ok: true, value: printed });
  });

  test.each([
    ['tanti', ['1'], undefined, 'non è un numero'],
    ['1.5', ['1'], undefined, 'si può leggere in due modi'],
    ['12%', ['100'], undefined, 'percentuale'],
    ['-3', ['5'], 'positive' as const, 'meno di zero'],
    ['140', ['40%'], 'composition' as const, 'non è una parte di un intero'],
  ])('«%s» after %j is refused', (written, before, kind, why) => {
    const read = readSeriesCell(written, place(before, kind));
    expect(read.ok ? read.value : read.error).toContain(why);
  });

  test('a share of a result that has been over the whole may be so again', () => {
    expect(readSeriesCell('300', place(['267%'], 'composition'))).toEqual({ ok: true, value: '300%' });
  });

  test.each([
    ['40', ['435', '841'], 'never-falls' as const, 2],
    ['840', ['435', '841'], 'never-falls' as const, 1],
    ['0', ['12'], 'positive' as const, 1],
    ['1.200', ['nd', '100'], undefined, 1],
    ['10', ['100'], undefined, 1],
    ['10,5', ['9', '11'], undefined, 1],
    ['110', ['100'], undefined, 0],
    ['nd', ['100'], undefined, 0],
    ['5', [], undefined, 0],
  ])('%s after %j has %i oddities', (printed, before, kind, count) => {
    expect(oddSeriesCell(printed, place(before, kind))).toHaveLength(count);
  });
});
