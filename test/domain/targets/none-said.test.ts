import { describe, expect, test } from 'vitest';
import { withUnit } from '../../../src/domain/achievement/format.js';
import { rational } from '../../../src/domain/rational.js';
import { parseTarget } from '../../../src/domain/targets/parse.js';
import { sentence } from '../../../src/domain/targets/sentence.js';
import type { Reading } from '../../../src/domain/targets/types.js';

const none = (noun: string): Reading => ({
  kind: 'threshold',
  operator: '<=',
  value: '0',
  unit: { kind: 'count', noun },
  direction: 'less-is-better',
});

describe('none of what is counted', () => {
  test.each([
    ['reclamo', '0 casi di «reclamo»'],
    ['sanzione definitiva', '0 casi di «sanzione definitiva»'],
    ['multa', '0 casi di «multa»'],
    ['errore', '0 casi di «errore»'],
    ['reclami', '0 reclami'],
    ['sanzioni', '0 sanzioni'],
    ['ore', '0 «ore»'],
  ])('of «%s» is said %s, and read back', (noun, said) => {
    const reading = none(noun);
    expect(sentence(reading)).toBe(`al massimo ${said}: più è basso, meglio è`);
    expect(parseTarget(sentence(reading), { year: 2016 })).toMatchObject({ outcome: 'parsed', reading });
    expect(withUnit(rational('0'), reading.kind === 'threshold' ? reading.unit : undefined)).toBe(said);
  });

  test('of several it is as it was', () => {
    expect(sentence({ ...none('reclami'), value: '3' } as Reading)).toContain('al massimo 3 reclami:');
  });
});
