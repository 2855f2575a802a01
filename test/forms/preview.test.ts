import { describe, expect, it } from 'vitest';
import { assessIndicator } from '../../src/domain/achievement/assess.js';
import { previewOf } from '../../src/forms/preview.js';
import { seedPolicy, YEAR_END } from '../domain/achievement/policy-fixture.js';
import { COUNT, OPEN, PERCENT } from '../sheets/forms.js';

const POLICY = seedPolicy();

describe('what an answer would give', () => {
  it('is what the checkpoint will compute, in words', () => {
    const actual = { kind: 'number', value: '40' } as const;
    const preview = previewOf(PERCENT, actual, POLICY, YEAR_END);
    if (PERCENT.reading === undefined) throw new Error('the row has a reading');
    expect(preview.assessment).toEqual(
      assessIndicator({ indicator: PERCENT.code, reading: PERCENT.reading, actual, period: YEAR_END, policy: POLICY }),
    );
    expect(preview.achievement).toMatch(/^50(,0+)?%$/);
    expect(preview.light).toBe('rosso');
    expect(preview.sentences.join('\n')).toContain('Valore rilevato: 40');
  });

  it('is no figure where the target has no reading, and says why', () => {
    const preview = previewOf(OPEN, { kind: 'number', value: '3' }, POLICY, YEAR_END);
    expect(preview.assessment.achievement).toBeUndefined();
    expect(preview.achievement).not.toContain('%');
    expect(preview.sentences.some((s) => s.startsWith('Motivo: '))).toBe(true);
  });

  it('is no figure of a target that is plain but that nobody has confirmed', () => {
    const plain = { ...OPEN, target: 'almeno 80%' };
    const preview = previewOf(plain, { kind: 'number', value: '90' }, POLICY, YEAR_END);
    expect(preview.assessment).toMatchObject({ state: 'doubtful', light: 'none' });
    expect(preview.sentences.join(' ')).toContain('lettura del target da confermare');
  });

  it('speaks of what can not be measured', () => {
    const preview = previewOf(COUNT, { kind: 'not-assessable', reason: 'banca dati ferma' }, POLICY, YEAR_END);
    expect(preview.achievement).toBe('non rilevabile');
    expect(preview.light).toBe('nessuno');
  });

  it('is beside what it is on course for at the end of the year, reckoned as the checkpoint will', () => {
    const actual = { kind: 'number', value: '40' } as const;
    const april = { exercise: YEAR_END.exercise, at: `${YEAR_END.exercise}-04-30` } as const;
    const earlier = [
      { exercise: 2015, at: { kind: 'number', value: '30' }, end: { kind: 'number', value: '50' } },
    ] as const;
    const level = {
      ...PERCENT,
      reading: {
        kind: 'threshold',
        operator: '>=',
        value: '80',
        unit: { kind: 'percent' },
        direction: 'more-is-better',
        accumulation: 'level',
      },
    } as const;
    const foreseen = previewOf({ ...level, earlier }, actual, POLICY, april);
    expect(foreseen.forecast).toMatchObject({ value: '60', how: { way: 'earlier-years', years: [2015] } });
    expect(previewOf({ ...level, earlier: [] }, actual, POLICY, april).forecast).toMatchObject({
      value: '40',
      how: { way: 'level' },
    });
    expect(previewOf({ ...level, earlier }, actual, POLICY, YEAR_END).forecast).toBeUndefined();
    expect(previewOf(level, actual, POLICY, april).forecast).toBeUndefined();
  });
});
