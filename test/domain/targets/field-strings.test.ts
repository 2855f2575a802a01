import { describe, expect, it } from 'vitest';
import { candidatesOf, type TargetOutcome } from '../../../src/domain/targets/outcome.js';
import { parseTarget } from '../../../src/domain/targets/parse.js';
import { checkSentences } from './check-row.js';
import { type FieldRow, furtherTargets, plainTargets, trickyTargets } from './field-strings.js';
import { meaningOf, means } from './meaning.js';

const parse = ({ text, name, year }: FieldRow): TargetOutcome => parseTarget(text, { name, year });
const firstMeans = (row: FieldRow): boolean => {
  const [first] = candidatesOf(parse(row));
  if (first === undefined || row.label === 'silent') return false;
  if (row.label !== 'bare') return row.meaning !== undefined && means(first.reading, row.meaning);
  const { op } = meaningOf(first.reading);
  return op === row.op || (op === 'within' && row.op === '<=');
};

describe.each([
  ['usual ones', plainTargets],
  ['tricky ones', trickyTargets],
  ['further ones', furtherTargets],
])('targets labelled before they were read: %s', (_, rows) => {
  const of = <L extends FieldRow['label']>(label: L) =>
    rows.filter((row): row is Extract<FieldRow, { label: L }> => row.label === label);
  const labelled = (row: FieldRow) => [`«${row.text}» for «${row.name}»`, row] as const;

  it.each(rows.map(labelled))('%s is never read as something else', (_label, row) => {
    const outcome = parse(row);
    checkSentences(outcome);
    if (outcome.outcome !== 'parsed') return;
    expect(firstMeans(row), `read as «${outcome.sentence}»`).toBe(true);
  });

  it.each(of('written').map(labelled))('%s says what it means', (_label, row) => {
    expect(firstMeans(row)).toBe(true);
    expect(['parsed', 'proposed']).toContain(parse(row).outcome);
  });

  it('of those written at least 95 in 100 rest on their own words alone', () => {
    const written = of('written');
    expect(written.filter((row) => parse(row).outcome === 'parsed').length / written.length).toBeGreaterThan(0.94);
  });

  it.each(of('bare').map(labelled))('%s leans the right way', (_label, row) => {
    expect(firstMeans(row)).toBe(true);
    expect(parse(row).outcome).not.toBe('parsed');
  });

  it.each(
    of('asked').flatMap((row) =>
      row.meaning === undefined ? [] : [[`«${row.text}» for «${row.name}»`, row, row.meaning] as const],
    ),
  )('%s offers what is meant', (_label, row, meant) => {
    expect(candidatesOf(parse(row)).some(({ reading }) => means(reading, meant))).toBe(true);
  });

  it.each(of('silent').map(labelled))('%s is nothing to measure', (_label, row) => {
    expect(parse(row).outcome).toBe('not-measurable');
  });
});
