import { describe, expect, it } from 'vitest';
import { checkRow } from './check-row.js';
import { individualObjectives, type SeedRow, scorecard, seedTargets, sheets } from './seed-targets.js';

const label = (row: SeedRow): string =>
  `${row.place} · ${row.context.name?.slice(0, 60) ?? ''} · ${row.context.year} · «${row.text}»`;

describe('every target of the Piano 2016-2018 is read as reviewed', () => {
  it.each(seedTargets.map((row) => [label(row), row] as const))('%s', (_, row) => checkRow(row));
});

describe('the reviewed table', () => {
  it('holds thirty strategic indicators for three years, nine sheets and twelve individual indicators', () => {
    expect(scorecard).toHaveLength(90);
    expect(new Set(sheets.map((r) => r.place))).toHaveProperty('size', 9);
    expect(sheets).toHaveLength(55);
    expect(individualObjectives).toHaveLength(12);
  });
});
