import { describe, expect, it } from 'vitest';
import { candidatesOf } from '../../../src/domain/targets/outcome.js';
import { parseTarget } from '../../../src/domain/targets/parse.js';
import { type BlindRow, blindThreeHundred } from './blind-three-hundred.js';
import { type Meaning, meaningOf, means } from './meaning.js';

/**
 * Rows whose label asks for a person and whose text nevertheless says it all: each with the meaning it is read in.
 */
const writtenAllTheSame: Readonly<Record<string, { readonly because: string; readonly meaning: Meaning }>> = {
  '> anno precedente': {
    because: 'the comparison and the base are both written; only the size is free',
    meaning: { op: 'rel', value: '0', sign: '+', base: '2022' },
  },
  'almeno il 90% delle istanze entro 30 giorni': {
    because: 'a floor for a share, and the share is of what is done in time',
    meaning: { op: '>=', value: '90', unit: '%' },
  },
  'entro 30 gg dal DM di assegnazione FFO': {
    because: 'a time that runs from an event: the day of the event is a measure of the year, not of the target',
    meaning: { op: 'within', value: '30', unit: 'gg' },
  },
  "entro 60 gg dall'approvazione del bilancio": {
    because: 'a time that runs from an event, as above',
    meaning: { op: 'within', value: '60', unit: 'gg' },
  },
  'entro il 30 aprile 2020': {
    because: 'the year is written, and a note says that it is not the exercise',
    meaning: { op: 'by', by: '2020-04-30' },
  },
};

const parse = ({ text, name, year }: BlindRow) => parseTarget(text, { name, year });
const label = ({ text, name, year }: BlindRow): string => `«${text}» for «${name}» ${year}`;
const share = (rows: readonly BlindRow[], right: (row: BlindRow) => boolean): number =>
  rows.filter(right).length / rows.length;

describe('three hundred targets of thirteen kinds of body, labelled before the parser saw them', () => {
  it('are three hundred and thirty', () => expect(blindThreeHundred).toHaveLength(330));

  it.each(blindThreeHundred.map((row) => [label(row), row] as const))('%s is not read as something else', (_, row) => {
    const outcome = parse(row);
    if (outcome.outcome !== 'parsed') return;
    const expected = row.label === 'written' ? row.meaning : writtenAllTheSame[row.text]?.meaning;
    expect(expected, `read as «${outcome.sentence}», and it should be asked`).toBeDefined();
    expect(expected !== undefined && means(outcome.reading, expected), `read as «${outcome.sentence}»`).toBe(true);
  });

  it('that are taken as written against their label are still read so', () => {
    const contested = blindThreeHundred.filter((row) => Object.hasOwn(writtenAllTheSame, row.text));
    expect(contested).toHaveLength(Object.keys(writtenAllTheSame).length);
    expect(contested.map((row) => parse(row).outcome)).toEqual(contested.map(() => 'parsed'));
  });

  it('of those written at least 97 in 100 are read: misspelt ones may be asked, a date without «entro» is proposed', () => {
    const written = blindThreeHundred.filter(
      (row) => row.label === 'written' && row.kind !== 'plain-typo' && row.kind !== 'plain-date-bare',
    );
    expect(share(written, (row) => parse(row).outcome === 'parsed')).toBeGreaterThanOrEqual(0.97);
  });

  it('of the bare values with a name that tells, at least 9 in 10 have the right comparison first', () => {
    const bare = blindThreeHundred.filter((row) => row.label === 'bare' && row.op !== '?');
    const right = (row: BlindRow): boolean => {
      const [first] = candidatesOf(parse(row));
      const op = first === undefined ? undefined : meaningOf(first.reading).op;
      return row.label === 'bare' && (op === row.op || (op === 'within' && row.op === '<='));
    };
    expect(share(bare, right)).toBeGreaterThanOrEqual(0.9);
  });

  it('of the bare values with a name that does not tell, at least 9 in 10 are asked', () => {
    const open = blindThreeHundred.filter((row) => row.label === 'bare' && row.op === '?');
    expect(share(open, (row) => parse(row).outcome === 'ambiguous')).toBeGreaterThanOrEqual(0.9);
  });

  it('of those asked, at least 95 in 100 offer the reading meant', () => {
    const asked = blindThreeHundred.filter((row) => row.label === 'asked' && row.candidate !== undefined);
    const offered = (row: BlindRow): boolean => {
      const meant = row.label === 'asked' ? row.candidate : undefined;
      return meant !== undefined && candidatesOf(parse(row)).some(({ reading }) => means(reading, meant));
    };
    expect(share(asked, offered)).toBeGreaterThanOrEqual(0.95);
  });

  it('of those that promise nothing, none is read or proposed and at least 8 in 10 are not measurable', () => {
    const silent = blindThreeHundred.filter((row) => row.label === 'silent');
    expect(silent.filter((row) => ['parsed', 'proposed'].includes(parse(row).outcome))).toEqual([]);
    expect(share(silent, (row) => parse(row).outcome === 'not-measurable')).toBeGreaterThanOrEqual(0.8);
  });
});
