import { describe, expect, test } from 'vitest';
import {
  contradicts,
  type Judgement,
  judgedOf,
  needsNote,
  type RegisterSays,
  toDoOf,
  VERDICTS,
} from '../../../src/domain/oiv/checklist.js';
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
    const judged = judgedOf(list, [judgement('metodo', 'not-met', 'manca'), judgement('metodo', 'met')], []);
    expect(judged.map(({ judgement: said }) => said?.verdict)).toEqual(['met', undefined]);
    expect(toDoOf(judged, 0, 10)).toEqual({ requirements: 1, unexplained: 0, figures: true });
  });

  test('is through when everything is judged and a figure was looked at, or there is none to look at', () => {
    const judged = judgedOf(list, [judgement('metodo', 'met'), judgement('fonti', 'partly', 'due su tre')], []);
    expect(toDoOf(judged, 1, 10)).toEqual({ requirements: 0, unexplained: 0, figures: false });
    expect(toDoOf(judged, 0, 0)).toEqual({ requirements: 0, unexplained: 0, figures: false });
  });

  test('wants a reason for each verdict that is not a yes, and for each the register does not bear out', () => {
    const answers: readonly RegisterSays[] = ['yes', 'no', 'not-known'];
    const against = VERDICTS.flatMap((verdict) =>
      answers.filter((one) => contradicts(verdict, one)).map((one) => [verdict, one]),
    );
    expect(against).toEqual([
      ['met', 'no'],
      ['not-met', 'yes'],
    ]);
    const unsaid = VERDICTS.flatMap((verdict) =>
      answers.filter((one) => !needsNote(verdict, one)).map((one) => [verdict, one]),
    );
    expect(unsaid).toEqual([
      ['met', 'yes'],
      ['met', 'not-known'],
    ]);
  });

  test('is not through while a verdict contradicts what the register answers today and nobody said why', () => {
    const asked = { ...list, requirements: list.requirements.map((one) => ({ ...one, register: 'byHand' as const })) };
    const judgements = [judgement('metodo', 'met'), judgement('fonti', 'met', 'il motivo è agli atti')];
    const byHand = (answer: RegisterSays) => [{ id: 'byHand' as const, answer, evidence: 'chiusi a mano: aprile' }];
    expect(toDoOf(judgedOf(asked, judgements, byHand('no')), 1, 10)).toMatchObject({ unexplained: 1 });
    expect(toDoOf(judgedOf(asked, judgements, byHand('yes')), 1, 10)).toMatchObject({ unexplained: 0 });
    expect(judgedOf(asked, judgements, byHand('no')).map(({ evidence }) => evidence)).toEqual([
      'chiusi a mano: aprile',
      'chiusi a mano: aprile',
    ]);
  });

  test('that comes with the program is sound', () => {
    const read = loadChecklist('nessuna');
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect(new Set(read.value.requirements.map(({ criterion }) => criterion))).toEqual(
      new Set(['Conformità', 'Attendibilità', 'Comprensibilità']),
    );
  });
});
