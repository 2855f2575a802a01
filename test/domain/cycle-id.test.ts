import { describe, expect, test } from 'vitest';
import { cycleId, cycleKey } from '../../src/domain/cycle-id.js';

describe('the id of a cycle', () => {
  test('says its body and its exercise, and is read back', () => {
    const cycle = { entity: 'comune-di-prova', exercise: 2016 };
    expect(cycleId(cycle)).toBe('comune-di-prova/2016');
    expect(cycleKey(cycleId(cycle))).toEqual(cycle);
  });
  test.each(['', 'ccms', 'ccms/', '/2016', 'ccms/sedici', 'ccms/2016/piano-approvazione', 'prova_1/ccms/2016'])(
    '«%s» is none',
    (id) => {
      expect(() => cycleKey(id)).toThrow('is the id of no cycle');
    },
  );
});
