import { describe, expect, it } from 'vitest';
import { candidatesOf } from '../../../src/domain/targets/outcome.js';
import { parseTarget } from '../../../src/domain/targets/parse.js';
import { blindHundred } from './blind-hundred.js';
import { meaning, meaningOf, means } from './meaning.js';

const rows = blindHundred.map(([label, text, name, year, meant]) => ({ label, text, name, year, meant }));
const of = (label: string) => rows.filter((row) => row.label === label);
type Row = (typeof rows)[number];

const offered = (row: Row): boolean =>
  candidatesOf(parseTarget(row.text, row)).some((c) => means(c.reading, meaning(row.meant ?? '')));

/** Written, and asked all the same: where a half ends, and what a third comes to, is for a person to say. */
const CONFIRMED_ONE_BY_ONE = ['entro la prima metà di ottobre', 'non meno dei due terzi dei dipendenti'];

describe('a hundred targets of five kinds of body, labelled before the parser saw them', () => {
  it('are a hundred', () => expect(rows).toHaveLength(100));

  it.each(of('written'))('«$text» for «$name» is read as meant', (row) => {
    expect(parseTarget(row.text, row).outcome).toBe(CONFIRMED_ONE_BY_ONE.includes(row.text) ? 'ambiguous' : 'parsed');
    expect(offered(row)).toBe(true);
  });

  it.each(of('bare'))('«$text» for «$name» has its likelier comparison first, and is never taken as written', (row) => {
    const outcome = parseTarget(row.text, row);
    expect(outcome.outcome).not.toBe('parsed');
    const [first] = candidatesOf(outcome);
    if (row.meant === '?') expect(outcome.outcome).toBe('ambiguous');
    else expect(first && meaningOf(first.reading).op).toBe(row.meant);
  });

  it.each(of('asked'))('«$text» for «$name» is asked or proposed, and offers what was meant', (row) => {
    expect(parseTarget(row.text, row).outcome).toMatch(/^(?:ambiguous|proposed)$/);
    if (row.meant !== undefined) expect(offered(row)).toBe(true);
  });

  it.each(of('silent'))('«$text» offers no reading', (row) =>
    expect(candidatesOf(parseTarget(row.text, row))).toEqual([]),
  );
});
