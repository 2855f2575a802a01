import { describe, expect, it } from 'vitest';
import { candidatesOf, type TargetOutcome } from '../../../src/domain/targets/outcome.js';
import { parseTarget } from '../../../src/domain/targets/parse.js';
import { eightBodies, eightBodiesAgain, saidAll } from './blind-eight-bodies.js';
import type { BlindTuple } from './blind-piao.js';
import { sixBodies } from './blind-six-bodies.js';
import { meaning, meaningOf, means } from './meaning.js';

const read = (tuples: readonly BlindTuple[]) =>
  tuples.map(([label, text, name, year, meant]) => ({
    label,
    text,
    name,
    meant,
    outcome: parseTarget(text, { name, year }),
  }));
type Read = ReturnType<typeof read>[number];

const offers = ({ outcome, meant = '' }: Read): boolean =>
  candidatesOf(outcome).some((c) => means(c.reading, meaning(meant)));

const firstComparison = (outcome: TargetOutcome): unknown => {
  const [candidate] = candidatesOf(outcome);
  if (candidate === undefined) return undefined;
  const { op, value } = meaningOf(candidate.reading);
  return op === 'within' || (op === '=' && value === '0') ? '<=' : op;
};

const share = (rows: readonly Read[], right: (row: Read) => boolean): number => rows.filter(right).length / rows.length;

describe.each([
  ['three hundred targets of eight kinds of body', read(eightBodies), 300],
  ['a hundred and nine more', read(eightBodiesAgain), 109],
  ['a hundred and fifty-three of six kinds of body', read(sixBodies), 153],
] as const)('%s, labelled before the parser saw them', (_, rows, many) => {
  it('are all there', () => expect(rows).toHaveLength(many));

  it.each(rows)('$label: «$text» for «$name» is not read as something else', ({ label, text, meant, outcome }) => {
    if (outcome.outcome !== 'parsed') return;
    const expected = label === 'written' ? meant : saidAll[text];
    expect(expected, `read as «${outcome.sentence}», and it should be asked`).toBeDefined();
    expect(means(outcome.reading, meaning(expected ?? '')), `read as «${outcome.sentence}»`).toBe(true);
  });

  it('of those written, 97 in a hundred are read, and the others offer what is meant', () => {
    const written = rows.filter((row) => row.label === 'written');
    expect(share(written, (row) => row.outcome.outcome === 'parsed')).toBeGreaterThanOrEqual(0.97);
    expect(written.filter((row) => !offers(row)).map(({ text }) => text)).toEqual([]);
  });

  it('of the bare values with a name that tells, 9 in 10 have the right comparison first, and 19 in 20 have it', () => {
    const told = rows.filter((row) => row.label === 'bare' && row.meant !== '?');
    expect(share(told, (row) => firstComparison(row.outcome) === row.meant)).toBeGreaterThanOrEqual(0.9);
    const way = (row: Read) => candidatesOf(row.outcome).map((c) => meaningOf(c.reading).op);
    expect(share(told, (row) => way(row).some((op) => op === row.meant || op === 'within'))).toBeGreaterThanOrEqual(
      0.95,
    );
  });

  it('of those asked, 19 in 20 offer the reading meant', () => {
    const asked = rows.filter((row) => row.label === 'asked' && row.meant !== undefined);
    expect(share(asked, offers)).toBeGreaterThanOrEqual(0.95);
  });

  it('of those that say nothing, none is read', () => {
    const silent = rows.filter((row) => row.label === 'silent' && row.outcome.outcome !== 'not-measurable');
    expect(silent.map(({ text }) => text)).toEqual([]);
  });
});
