import { describe, expect, it } from 'vitest';
import { type Candidate, candidatesOf } from '../../../src/domain/targets/outcome.js';
import { parseTarget } from '../../../src/domain/targets/parse.js';
import type { NamedValue } from './named-value.js';
import * as development from './names-development.js';
import * as heldOut from './names-held-out.js';
import { kinds } from './names-kinds.js';

const label = ({ text, name, way }: NamedValue): string => `«${text}» for «${name}»: ${way}`;

const wayOf = (candidate: Candidate | undefined): 'more' | 'less' | undefined => {
  const reading = candidate?.reading;
  if (reading?.kind !== 'threshold') return undefined;
  return reading.direction === 'more-is-better' ? 'more' : 'less';
};

const read = ({ text, name }: NamedValue): { asked: boolean; candidates: readonly Candidate[] } => {
  const outcome = parseTarget(text, { name, year: 2023 });
  return { asked: outcome.outcome === 'ambiguous', candidates: candidatesOf(outcome) };
};

describe.each(Object.entries({ ...development, kinds }))('a bare value with a name as those of %s', (_, rows) => {
  it.each(rows.map((row) => [label(row), row] as const))('%s', (_label, row) => {
    const { asked, candidates } = read(row);
    const ways = candidates.map(wayOf);
    if (row.way === 'asked') {
      expect(asked).toBe(true);
      expect(new Set(ways)).toEqual(new Set(['more', 'less']));
    } else expect(ways[0]).toBe(row.way);
    if (row.unit !== undefined) expect(candidates[0]?.reading).toMatchObject({ unit: row.unit });
  });
});

describe('bare values with names the rule was not made with', () => {
  const rows = Object.values(heldOut).flat();
  const settled = rows.filter((row) => row.way !== 'asked');
  const share = (right: readonly NamedValue[], all: readonly NamedValue[]): number => right.length / all.length;

  it('are proposed the right way first nine times in ten', () => {
    const right = settled.filter((row) => wayOf(read(row).candidates[0]) === row.way);
    expect(share(right, settled)).toBeGreaterThanOrEqual(0.9);
  });

  it('have the right way among the candidates nineteen times in twenty', () => {
    const present = settled.filter((row) => read(row).candidates.some((c) => wayOf(c) === row.way));
    expect(share(present, settled)).toBeGreaterThanOrEqual(0.95);
  });

  it('are asked where the name settles nothing', () => {
    const proposed = rows.filter((row) => row.way === 'asked' && !read(row).asked);
    expect(proposed.map(label)).toEqual([]);
  });

  it('have the unit their name says nine times in ten', () => {
    const named = rows.filter((row) => row.unit !== undefined);
    const right = named.filter((row) => {
      const reading = read(row).candidates[0]?.reading;
      return reading?.kind === 'threshold' && JSON.stringify(reading.unit) === JSON.stringify(row.unit);
    });
    expect(share(right, named)).toBeGreaterThanOrEqual(0.9);
  });
});

it('the tables hold five hundred values, and none in two of them', () => {
  const names = [...Object.values(development), ...Object.values(heldOut), kinds].flat().map((row) => row.name);
  expect(names.length).toBeGreaterThan(500);
  expect(new Set(names).size).toBe(names.length);
});
