import { expect, test } from 'vitest';
import { assignedTable } from '../../src/documents/assigned-objectives.js';
import type { AssignedObjective } from '../../src/domain/individual/types.js';
import { seedPlan } from '../domain/plan/seed.js';

const objectives: readonly AssignedObjective[] = [
  { id: '1', title: 'Promuovere il territorio', weight: '50', result: { kind: 'programme', code: '3.1.3' } },
  { id: '2', title: 'Iniziative', weight: '30', result: { kind: 'indicator', code: '3.1.3-01' } },
  { id: '3', title: 'Piano di rotazione', weight: '20', result: { kind: 'own', expected: 'adottato entro ottobre' } },
];

const percentOf = (value: string) => ({ kind: 'percent', value });

test('what a dirigente was assigned is told with weight and target, and no column has room for a result', () => {
  const table = assignedTable(seedPlan(), { name: 'Leandro Prova', group: 'Dirigenti', objectives });
  expect(table.caption).toBe('Obiettivi assegnati: Dirigenti, Leandro Prova');
  expect(table.columns.map(({ title }) => title)).toEqual(['Obiettivo', 'Peso', 'Target 2016']);
  expect(table.rows.map(({ cells }) => cells)).toEqual([
    ['3.1.3 Promuovere il territorio', percentOf('50'), 'realizzazione del programma, misurata sui suoi indicatori'],
    ['3.1.3-01 Iniziative', percentOf('30'), '>=5'],
    ['Piano di rotazione', percentOf('20'), 'adottato entro ottobre'],
  ]);
});
