import { describe, expect, it } from 'vitest';
import { changeKeys } from '../../src/domain/step-change.js';

describe('the key of a change of a step', () => {
  it('is the same when a task is tried again and something else came before it', () => {
    const first = changeKeys('run');
    const again = changeKeys('run');
    const completed = first('completed');
    again('late');
    expect(again('completed')).toBe(completed);
  });

  it('tells two changes of one kind apart, and those of two runs', () => {
    const keyOf = changeKeys('run');
    expect(new Set([keyOf('reminded'), keyOf('reminded'), changeKeys('other')('reminded')]).size).toBe(3);
  });
});
