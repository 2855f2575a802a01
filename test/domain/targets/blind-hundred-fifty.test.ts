import { describe, expect, it } from 'vitest';
import { candidatesOf } from '../../../src/domain/targets/outcome.js';
import { parseTarget } from '../../../src/domain/targets/parse.js';
import { blindHundredFifty, saidAll } from './blind-hundred-fifty.js';
import { meaning, meaningOf, means } from './meaning.js';

const of = (label: string) =>
  blindHundredFifty
    .filter(([is]) => is === label)
    .map(([, text, name, year, meant]) => ({ text, meant, outcome: parseTarget(text, { name, year }) }));

const share = <T>(rows: readonly T[], right: (row: T) => boolean): number => rows.filter(right).length / rows.length;

describe('a hundred and fifty targets of seven kinds of body, labelled before the parser saw them', () => {
  it('are a hundred and fifty-seven', () => expect(blindHundredFifty).toHaveLength(157));

  const rows = blindHundredFifty.map(([label, text, name, year, meant]) => ({ label, text, name, year, meant }));

  it.each(rows)('$label: «$text» for «$name» $year is not read as something else', (row) => {
    const { label, text, name, year, meant } = row;
    const outcome = parseTarget(text, { name, year });
    if (outcome.outcome !== 'parsed') return;
    const expected = label === 'written' ? meant : saidAll[text];
    expect(expected, `read as «${outcome.sentence}», and it should be asked`).toBeDefined();
    expect(means(outcome.reading, meaning(expected ?? '')), `read as «${outcome.sentence}»`).toBe(true);
  });

  it('of those written, all are read or proposed as meant', () => {
    const others = of('written').filter(
      ({ outcome, meant }) =>
        outcome.outcome === 'ambiguous' || !candidatesOf(outcome).some((c) => means(c.reading, meaning(meant ?? ''))),
    );
    expect(others.map(({ text }) => text)).toEqual([]);
  });

  it('of the bare values with a name that tells, at least 9 in 10 have the right comparison first', () => {
    const told = of('bare').filter(({ meant }) => meant !== '?');
    const first = (outcome: ReturnType<typeof parseTarget>): unknown => {
      const [candidate] = candidatesOf(outcome);
      const op = candidate === undefined ? undefined : meaningOf(candidate.reading).op;
      return op === 'within' ? '<=' : op;
    };
    expect(share(told, ({ outcome, meant }) => first(outcome) === meant)).toBeGreaterThanOrEqual(0.9);
  });

  it('of those asked, at least 9 in 10 offer the reading meant', () => {
    const meant = of('asked').filter((row) => row.meant !== undefined);
    expect(
      share(meant, (row) => candidatesOf(row.outcome).some((c) => means(c.reading, meaning(row.meant ?? '')))),
    ).toBeGreaterThanOrEqual(0.9);
  });
});
