import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = 'src/client';
const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
const sourceOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** Who lays a table out by hand, because a plain grid of cells is not what it is; the description of its columns stays one. */
const BY_HAND = [
  'pages/kit/table/data-table.tsx',
  // Two rows of headings, and a drawing in each row.
  'pages/kit/parts/series-tables.tsx',
  // Rows of totals among those of the indicators.
  'pages/scorecard/scorecard-table.tsx',
];

describe('a table of a page', () => {
  test('is written from its columns, in one place', () => {
    expect(files.filter((file) => /<table\b/.test(sourceOf(file)) && !BY_HAND.includes(file))).toEqual([]);
  });

  test.each(BY_HAND.slice(1))('laid out by hand in %s tells its columns and offers itself all the same', (file) => {
    const source = sourceOf(file);
    expect(source).toContain('useTables()?.add(');
    expect(source).toContain('data-table={');
    expect(source).toContain('<TableAway');
  });
});

test('what a page is filtered by is asked by the description of its filters, in one place', () => {
  expect(files.filter((file) => /<FilterChoice\b/.test(sourceOf(file)))).toEqual(['pages/kit/filter/filters.tsx']);
});
