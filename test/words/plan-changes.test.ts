import { expect, test } from 'vitest';
import type { Indicator } from '../../src/domain/plan.js';
import { planChanges } from '../../src/words/plan-changes.js';

const INDICATOR: Indicator = { code: '1.1.1-01', name: 'Incontri', office: 'isr', targets: [], source: 'cap. 4' };

test.each([
  ['3.00', '4', '3,00%', '4,00%'],
  ['3', '4.5', '3,0%', '4,5%'],
  ['3', '4', '3%', '4%'],
  [undefined, '4', undefined, '4%'],
])('a weight that goes from %s to %s is said with as many decimals on both sides', (before, after, was, is) => {
  const diff = {
    indicators: [
      {
        kind: 'changed',
        list: 'scorecard:1.1.1',
        before: INDICATOR,
        after: INDICATOR,
        fields: [{ field: 'weight', before, after }],
      },
    ],
    nodes: [
      {
        kind: 'weight',
        node: { id: 'programme:1.1.1', level: 'programme', code: '1.1.1', title: 'Analisi', weight: after },
        before,
        after,
      },
    ],
    parts: [],
    orders: [],
    perspectives: new Map(),
  } as const;
  expect(planChanges(diff, (office) => office).map((change) => [change.before, change.after])).toEqual([
    [was, is],
    [was, is],
  ]);
});

test('an office and a perspective are called by their titles, not by their ids', () => {
  const indicator = { code: '1', name: 'Uno', office: 'tecnico', targets: [], source: '' };
  const fields = [
    { field: 'office', before: 'tecnico', after: 'anagrafe' },
    { field: 'perspective', before: 'processi', after: 'utenti' },
  ] as const;
  const node = { id: 'objective:1.1/utenti', level: 'objective', code: '1.1', title: 'Sportelli' } as const;
  const diff = {
    indicators: [{ kind: 'changed', list: 'scorecard:1.1.1', before: indicator, after: indicator, fields }],
    nodes: [{ kind: 'added', node: { ...node, perspective: 'utenti' } }],
    ...{ parts: [], orders: [] },
    perspectives: new Map([
      ['processi', 'Processi interni'],
      ['utenti', 'Cittadini e utenti'],
    ]),
  } as const;
  expect(planChanges(diff, (office) => `Ufficio ${office}`)).toMatchObject([
    { before: 'Ufficio tecnico', after: 'Ufficio anagrafe' },
    { before: 'Processi interni', after: 'Cittadini e utenti' },
    { where: 'Cittadini e utenti' },
  ]);
});
