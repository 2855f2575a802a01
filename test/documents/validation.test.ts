import { describe, expect, test } from 'vitest';
import { tablesOf } from '../../src/documents/content.js';
import { type ValidationData, validationContent } from '../../src/documents/validation.js';
import { heading } from './seed.js';

const judgement = {
  of: 'fonti',
  verdict: 'partly',
  note: 'due su tre',
  actor: 'zeno',
  at: '2017-06-01T08:00:00Z',
} as const;
const DATA: ValidationData = {
  approved: false,
  relazione: { title: 'Relazione sulla performance 2016', hash: 'a'.repeat(64) },
  board: 'Organismo Indipendente di Valutazione',
  reasons: 'gli scostamenti non hanno cause',
  act: { number: undefined, on: undefined },
  checks: [
    {
      requirement: {
        id: 'fonti',
        criterion: 'Attendibilità',
        question: 'I valori corrispondono alle fonti?',
        norm: 'art. 14',
        register: 'coverage',
      },
      judgement,
      answer: 'yes',
      evidence: '90 indicatori su 97',
    },
  ],
  figures: [{ name: 'Tempi medi', value: '4,5', achievement: '90', judgement: { ...judgement, of: '1.1.1-01' } }],
  remarks: [
    { id: 1, about: 'dati', text: 'fonti non indicate', actor: 'zeno', at: '2017-06-01T08:00:00Z', answer: undefined },
  ],
  interviews: [{ heldOn: '2017-05-20', office: 'Ufficio Registro Imprese' }],
};
const cells = (data: ValidationData, dataset: string) =>
  tablesOf(validationContent(heading('validazione'), data))
    .filter((table) => table.dataset === dataset)
    .flatMap(({ rows }) => rows.map((row) => row.cells.map((cell) => (typeof cell === 'string' ? cell : cell.value))));

describe('the document of validation', () => {
  test('says whether the Relazione is validated and why, also when it is not', () => {
    const refused = JSON.stringify(validationContent(heading('validazione'), DATA));
    expect(refused).toContain('non lo valida');
    expect(refused).toContain('gli scostamenti non hanno cause');
    const given = JSON.stringify(validationContent(heading('validazione'), { ...DATA, approved: true }));
    expect(given).toContain('e lo valida ai sensi');
    expect(given).not.toContain('non lo valida');
  });

  test('carries the check-list with what the register answered and what the OIV said', () => {
    expect(cells(DATA, 'lista-di-controllo')).toEqual([
      [
        'Attendibilità',
        'I valori corrispondono alle fonti?',
        'art. 14',
        'sì: 90 indicatori su 97',
        'in parte',
        'due su tre',
      ],
    ]);
  });

  test('has the figures that were looked at, the remarks with what is still to be answered, and with whom the OIV met', () => {
    expect(cells(DATA, 'dati-verificati')).toEqual([['Tempi medi', '4,5', '90', 'in parte', 'due su tre']]);
    expect(cells(DATA, 'osservazioni')).toEqual([['Dati e fonti', 'fonti non indicate', 'attende risposta']]);
    expect(cells(DATA, 'incontri')).toEqual([['2017-05-20', 'Ufficio Registro Imprese']]);
  });
});
