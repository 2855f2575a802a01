import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fractionText, fromInteger, rational } from '../../../src/domain/achievement/rational.js';
import { evaluate, formulaText, namesIn, parseFormula } from '../../../src/domain/finance/formula.js';

const parsed = (text: string) => {
  const read = parseFormula(text);
  if (!read.ok) throw new Error(read.error);
  return read.value;
};
const over = (amounts: Readonly<Record<string, string>>) => (name: string) =>
  amounts[name] === undefined ? undefined : rational(amounts[name]);

describe('a formula', () => {
  test.each([
    ['a + b * 2', '7'],
    ['(a + b) * 2', '8'],
    ['a - b - b', '-5'],
    ['a - (b - b)', '1'],
    ['a / b / 2', '1/6'],
    ['0.5 * b', '3/2'],
  ])('%s of a = 1, b = 3 is %s', (text, value) => {
    const result = evaluate(parsed(text), over({ a: '1', b: '3' }));
    expect(result.kind === 'computed' ? fractionText(result.value) : result).toBe(value);
  });

  test.each(['', 'a +', '(a', 'a b', 'a)', '+ a', 'A + b', 'a ! b', 'a--b'])(
    '«%s» is refused with what is wrong',
    (text) => {
      expect(parseFormula(text)).toMatchObject({ ok: false, error: expect.stringMatching(/\S/) });
    },
  );

  test('names what is missing, each once: missing is not zero', () => {
    expect(evaluate(parsed('(a - b) / (a + c)'), over({ b: '1' }))).toEqual({ kind: 'missing', names: ['a', 'c'] });
  });

  test('divided by zero is not a figure', () => {
    expect(evaluate(parsed('a / (b - b)'), over({ a: '1', b: '2' }))).toEqual({ kind: 'no-divisor' });
  });

  test('reads a hyphen as part of a name, and with a space before it as a minus', () => {
    expect(namesIn(parsed('oneri-correnti - interventi-economici'))).toEqual([
      'oneri-correnti',
      'interventi-economici',
    ]);
  });

  test('exactly as another reckoning of the same expression, whatever it is', () => {
    const amounts = fc.record({
      a: fc.integer({ min: -999, max: 999 }),
      b: fc.integer({ min: -999, max: 999 }),
      c: fc.integer({ min: 1, max: 999 }),
    });
    // An expression as text beside the same as a function on whole numerators over one divisor.
    const expression = fc.letrec<{ sum: Made; term: Made }>((tie) => ({
      term: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom<Made>(
          { text: 'a', of: ({ a }) => [BigInt(a), 1n] },
          { text: 'b', of: ({ b }) => [BigInt(b), 1n] },
          { text: 'c', of: ({ c }) => [BigInt(c), 1n] },
        ),
        tie('sum').map(({ text, of }): Made => ({ text: `(${text})`, of })),
      ),
      sum: fc.tuple(tie('term'), fc.constantFrom('+', '-', '*', '/'), tie('term')).map(
        ([x, sign, y]): Made => ({
          text: `${x.text} ${sign} ${y.text}`,
          of: (v) => {
            const [l, r] = [x.of(v), y.of(v)];
            if (l === undefined || r === undefined) return undefined;
            const [[n, d], [m, e]] = [l, r];
            if (sign === '+') return [n * e + m * d, d * e];
            if (sign === '-') return [n * e - m * d, d * e];
            if (sign === '*') return [n * m, d * e];
            return m === 0n ? undefined : [n * e, d * m];
          },
        }),
      ),
    })).sum;
    fc.assert(
      fc.property(expression, amounts, ({ text, of }, values) => {
        const result = evaluate(parsed(text), (name) => fromInteger(values[name as 'a' | 'b' | 'c']));
        const expected = of(values);
        if (expected === undefined) expect(result.kind).toBe('no-divisor');
        else if (result.kind === 'computed') expect(result.value.n * expected[1]).toBe(expected[0] * result.value.d);
        else expect(result.kind).toBe('computed');
      }),
    );
  });

  test('in words means what it meant', () => {
    const texts = ['a - (b - c)', '(a + b) / c', 'a / (b * c)', 'a + b - c', 'a * (b + c)'];
    for (const text of texts)
      expect(formulaText(parsed(text), (name) => name)).toBe(text.replace(/-/g, '−').replace(/\*/g, '×'));
  });
});

interface Made {
  readonly text: string;
  readonly of: (values: {
    readonly a: number;
    readonly b: number;
    readonly c: number;
  }) => readonly [bigint, bigint] | undefined;
}
