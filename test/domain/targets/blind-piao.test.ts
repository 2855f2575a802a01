import { describe, expect, it } from 'vitest';
import { candidatesOf } from '../../../src/domain/targets/outcome.js';
import { parseTarget } from '../../../src/domain/targets/parse.js';
import { blindPiao, saidAll } from './blind-piao.js';
import { meaning, meaningOf, means } from './meaning.js';

const rows = blindPiao.map(([label, text, name, year, meant]) => ({ label, text, name, year, meant }));
const of = (label: string) => rows.filter((row) => row.label === label);

describe('sixty targets as plans of activity and organisation write them, labelled before the parser saw them', () => {
  it('are sixty', () => expect(rows).toHaveLength(60));

  it.each(rows)('$label: «$text» for «$name» $year is not read as something else', (row) => {
    const outcome = parseTarget(row.text, row);
    if (outcome.outcome !== 'parsed') return;
    const expected = row.label === 'written' ? row.meant : saidAll[row.text];
    expect(expected, `read as «${outcome.sentence}», and it should be asked`).toBeDefined();
    expect(means(outcome.reading, meaning(expected ?? '')), `read as «${outcome.sentence}»`).toBe(true);
  });

  it.each(of('written'))('«$text» for «$name» is read or proposed as meant', (row) => {
    const outcome = parseTarget(row.text, row);
    expect(outcome.outcome).toMatch(/^(?:parsed|proposed)$/);
    expect(candidatesOf(outcome).some((c) => means(c.reading, meaning(row.meant ?? '')))).toBe(true);
  });

  it.each(of('bare'))('«$text» for «$name» is proposed with its likelier comparison', (row) => {
    const outcome = parseTarget(row.text, row);
    expect(outcome.outcome).toBe('proposed');
    expect(candidatesOf(outcome).map((c) => meaningOf(c.reading).op)).toEqual([row.meant]);
  });

  it.each(of('silent'))('«$text» says nothing', (row) =>
    expect(parseTarget(row.text, row).outcome).toBe('not-measurable'),
  );
});
