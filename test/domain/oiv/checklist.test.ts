import { describe, expect, test } from 'vitest';
import { type Judgement, judgedOf, toDoOf } from '../../../src/domain/oiv/checklist.js';
import { loadChecklist } from '../../../src/seeds/analysis.js';

const list = {
  version: '1',
  sample: 2,
  requirements: ['metodo', 'fonti'].map((id) => ({ id, criterion: 'Conformità', question: `${id}?`, norm: 'art. 14' })),
};
const judgement = (of: string, verdict: Judgement['verdict'], note = ''): Judgement => ({
  of,
  verdict,
  note,
  actor: 'zeno',
  at: '2017-06-01T08:00:00Z',
});

describe('the check-list', () => {
  test('has of each requirement what was said last, and what nobody has judged', () => {
    const judged = judgedOf(list, [judgement('metodo', 'not-met', 'manca'), judgement('metodo', 'met')]);
    expect(judged.map(({ judgement: said }) => said?.verdict)).toEqual(['met', undefined]);
    expect(toDoOf(judged, 0, 10)).toEqual({ requirements: 1, figures: true });
  });

  test('is through when everything is judged and a figure was looked at, or there is none to look at', () => {
    const judged = judgedOf(list, [judgement('metodo', 'met'), judgement('fonti', 'partly', 'due su tre')]);
    expect(toDoOf(judged, 1, 10)).toEqual({ requirements: 0, figures: false });
    expect(toDoOf(judged, 0, 0)).toEqual({ requirements: 0, figures: false });
  });

  test('that comes with the program is sound', () => {
    const read = loadChecklist('nessuna');
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect(new Set(read.value.requirements.map(({ criterion }) => criterion))).toEqual(
      new Set(['Conformità', 'Attendibilità', 'Comprensibilità']),
    );
  });
});
