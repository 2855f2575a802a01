import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lasting, type Mend, mendsOf, type TwoRecords } from '../../src/domain/repair.js';

type Status = 'planned' | 'running' | 'closed' | 'cancelled';

const records = (cycles: Record<string, Status>, register: readonly string[], temporal: readonly string[]) => ({
  cycles: new Map(Object.entries(cycles)),
  register,
  temporal,
});

const said = (found: readonly Mend[]): readonly string[] =>
  found.map(({ kind, cycle, ends }) => [kind, cycle, ...ends].join(' '));

describe('what is mended where register and Temporal do not agree', () => {
  test.each<[string, TwoRecords, readonly string[]]>([
    ['nothing where they agree', records({ 'a/2016': 'running' }, ['a/2016', 'a/2016/x'], ['a/2016', 'a/2016/x']), []],
    ['a cycle that Temporal has lost is started', records({ 'a/2016': 'running' }, ['a/2016'], []), ['start a/2016']],
    [
      'one whose steps have outlived it ends them first',
      records({ 'a/2016': 'running' }, ['a/2016', 'a/2016/x'], ['a/2016/x']),
      ['start a/2016 a/2016/x'],
    ],
    [
      'one whose step Temporal has lost is rebuilt, the cycle ending before its steps',
      records({ 'a/2016': 'running' }, ['a/2016', 'a/2016/x', 'a/2016/y'], ['a/2016/y', 'a/2016']),
      ['rebuild a/2016 a/2016 a/2016/y'],
    ],
    [
      'one of which Temporal runs a step that the register has done is rebuilt',
      records({ 'a/2016': 'running' }, ['a/2016'], ['a/2016', 'a/2016/x']),
      ['rebuild a/2016 a/2016 a/2016/x'],
    ],
    [
      'one that is closed ends',
      records({ 'a/2016': 'closed' }, [], ['a/2016', 'a/2016/x']),
      ['end a/2016 a/2016 a/2016/x'],
    ],
    ['one that the register has never heard of ends', records({}, [], ['a/2016']), ['end a/2016 a/2016']],
    [
      'one whose step has just ended waits for its mails',
      { ...records({ 'a/2016': 'running' }, ['a/2016'], ['a/2016', 'a/2016/x']), ending: ['a/2016/x'] },
      [],
    ],
    [
      'one that has ended and is running again, by the register, is not waiting for mails',
      { ...records({ 'a/2016': 'running' }, ['a/2016', 'a/2016/x'], ['a/2016']), ending: ['a/2016/x'] },
      ['rebuild a/2016 a/2016'],
    ],
    ['a cycle that is being planned is left alone', records({ 'a/2016': 'planned' }, [], ['a/2016']), []],
    ['what starts cycles is none', records({}, [], ['a/avvio', 'a/2016/avvio', 'a/avvio-2026-06-01T06:00:00Z']), []],
    ['one that is being started again waits', records({ 'a/2016': 'running' }, ['a/2016'], ['a/2016/avvio']), []],
  ])('%s', (_, two, expected) => {
    expect(said(mendsOf(two))).toEqual(expected);
  });

  test('carried out, it leaves nothing to mend', () => {
    const names = fc.subarray(['a/2016', 'a/2016/x', 'a/2016/y', 'b/2016', 'b/2016/x', 'c/2017', 'c/2017/z']);
    const status = fc.constantFrom<Status>('running', 'closed', 'cancelled');
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('a/2016', 'b/2016', 'c/2017'), status),
        names,
        names,
        (of, all, temporal) => {
          const cycles = new Map(Object.entries(of));
          const cycleOf = (name: string): string => name.split('/').slice(0, 2).join('/');
          const running = all.filter((name) => cycles.get(cycleOf(name)) === 'running');
          // A running cycle is among what the register says runs.
          const register = [
            ...new Set([...running, ...[...cycles].flatMap(([id, s]) => (s === 'running' ? [id] : []))]),
          ];
          const mends = mendsOf({ cycles, register, temporal });
          const ended = new Set(mends.flatMap((mend) => mend.ends));
          const begun = mends.filter((mend) => mend.kind !== 'end').map((mend) => mend.cycle);
          const after = [
            ...temporal.filter((name) => !ended.has(name)),
            ...register.filter((name) => begun.includes(cycleOf(name))),
          ];
          expect(mendsOf({ cycles, register, temporal: [...new Set(after)] })).toEqual([]);
        },
      ),
    );
  });

  test('what passed between two looks is not told', () => {
    const at = (...register: string[]) =>
      mendsOf(records({ 'a/2016': 'running' }, ['a/2016', ...register], ['a/2016']));
    expect(lasting(at('a/2016/x'), at())).toEqual([]);
    expect(lasting(at('a/2016/x'), at('a/2016/y'))).toEqual([]);
    expect(lasting(at('a/2016/x', 'a/2016/y'), at('a/2016/y', 'a/2016/z')).map((one) => one.missing)).toEqual([
      ['a/2016/y'],
    ]);
  });
});
