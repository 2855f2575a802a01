import { describe, expect, test } from 'vitest';
import { matchOffice } from '../../src/domain/match-office.js';

const OFFICES = [
  { id: 'demografici', title: 'Servizi demografici' },
  { id: 'lavori', title: 'Settore Lavori pubblici' },
  { id: 'ragioneria', title: 'Ragioneria e tributi' },
];

describe('the office a file means', () => {
  test.each([
    ['its title', 'settore lavori PUBBLICI', { kind: 'sure', office: 'lavori' }],
    ['its id', 'Ragioneria', { kind: 'sure', office: 'ragioneria' }],
    ['its title but for what every office is', 'Ufficio Demografici', { kind: 'sure', office: 'demografici' }],
    ['words cut short', 'Lavori pubbl.', { kind: 'doubtful', office: 'lavori' }],
    ['one of its words among others', 'LL. Lavori pubbl.', { kind: 'doubtful', office: 'lavori' }],
    ['a word of one office alone, cut short', 'Ragion. generale', { kind: 'doubtful', office: 'ragioneria' }],
    ['a word each of two', 'Canoni per lavori, tributi locali e polizia', { kind: 'unknown' }],
    ['part of its title', 'Tributi', { kind: 'doubtful', office: 'ragioneria' }],
    ['a slip', 'Lavori publici', { kind: 'doubtful', office: 'lavori' }],
    ['nothing like one', 'Polizia locale', { kind: 'unknown' }],
  ])('%s', (_, written, match) => {
    expect(matchOffice(written, OFFICES)).toEqual(match);
  });

  test('what somebody has said of it before is sure, as long as the office is there', () => {
    const said = new Map([['polizia locale', 'lavori']]);
    expect(matchOffice('Polizia  locale', OFFICES, said)).toEqual({ kind: 'sure', office: 'lavori' });
    expect(matchOffice('Polizia locale', [], said)).toEqual({ kind: 'unknown' });
  });
});
