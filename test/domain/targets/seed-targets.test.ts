import { describe, expect, it } from 'vitest';
import { normalise } from '../../../src/domain/targets/normalise.js';
import { loadPlan } from '../../../src/seeds/plan.js';
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
    expect(sheets).toHaveLength(57);
    expect(individualObjectives).toHaveLength(12);
  });
});

describe('the reviewed table and the data files of the Piano', () => {
  const loaded = loadPlan('seeds/massa-carrara-2016');
  const indicators = loaded.ok
    ? [
        ...loaded.value.plan.areas.flatMap((a) =>
          a.objectives.flatMap((o) => o.programmes.flatMap((p) => p.indicators)),
        ),
        ...loaded.value.plan.sheets.flatMap((s) => s.indicators),
        ...loaded.value.plan.individual.flatMap((o) => o.indicators),
      ]
    : [];
  const key = (name: string | undefined, year: number | undefined, text: string): string =>
    `${year} · ${plainSpelling(name ?? '')} · ${plainSpelling(text)}`;

  it('hold the same targets, word for word', () => {
    const inFiles = indicators.flatMap((i) =>
      i.targets.filter((t) => t.text !== '').map((t) => key(i.name, t.year, t.text)),
    );
    const reviewed = new Set(seedTargets.map((r) => key(r.context.name, r.context.year, r.text)));
    expect(indicators.length).toBeGreaterThan(90);
    expect(inFiles.filter((k) => !reviewed.has(k))).toEqual([]);
  });
});

/** Capitals, quotes, spaces and a closing stop are spelt differently in the two; the words are not. */
function plainSpelling(text: string): string {
  return normalise(text)
    .replace(/[;.]+$/, '')
    .replaceAll('"', '')
    .replace(/ ?([<>]=?) ?/g, '$1')
    .trim()
    .toLowerCase();
}
