import { describe, expect, test } from 'vitest';
import { type OpinionData, opinionContent } from '../../src/documents/opinion.js';
import { heading } from './seed.js';

const DATA: OpinionData = {
  favourable: true,
  board: 'Organismo Indipendente di Valutazione',
  norm: 'D.Lgs. 150/2009, art. 7, c. 1',
  examined: { title: 'Sistema di misurazione 2018', hash: 'b'.repeat(64) },
  reasons: '',
  act: { number: '4', on: '2017-11-20' },
  remarks: [],
};
const written = (data: Partial<OpinionData> = {}): string =>
  JSON.stringify(opinionContent(heading('parere-smvp'), { ...DATA, ...data }));

describe('the opinion on the Sistema', () => {
  test('is favourable under its norm, with its act and no reasons where none were given', () => {
    expect(written()).toContain('esprime parere favorevole.');
    expect(written()).toMatch(/Norma.*D\.Lgs\. 150\/2009, art\. 7, c\. 1/);
    expect(written()).toContain('n. 4 del 20/11/2017');
    expect(written()).not.toContain('Ragioni');
    expect(written()).toContain('Nessuna osservazione');
  });

  test('is contrary with its reasons and without an act', () => {
    const contrary = written({
      favourable: false,
      reasons: 'i pesi non sommano',
      act: { number: undefined, on: undefined },
    });
    expect(contrary).toContain('esprime parere contrario');
    expect(contrary).toContain('i pesi non sommano');
    expect(contrary).not.toContain('"Atto"');
  });

  test('carries the remarks with their answers', () => {
    const answer = { text: 'dal 2018', actor: 'bruno', at: '2017-11-12T08:00:00Z' } as const;
    const remark = {
      id: 1,
      about: 'sistema',
      text: 'pesi da rivedere',
      actor: 'zeno',
      at: '2017-11-10T08:00:00Z',
    } as const;
    expect(written({ remarks: [{ ...remark, answer }] })).toMatch(/pesi da rivedere.*dal 2018/);
  });
});
