import { expect, test } from 'vitest';
import { withOwnTable } from '../../src/acts/plan/own-plan.js';
import { allIndicators } from '../../src/domain/findings/walk.js';
import { loadBodies } from '../../src/seeds/bodies.js';
import type { OwnRow } from '../../src/sheets/own-rows.js';
import { exampleOf } from '../setup/example-body.js';

const row = (over: Partial<OwnRow>): OwnRow => ({
  row: 2,
  area: '',
  objective: 'Servizi in rete',
  programme: '',
  perspective: '',
  office: '',
  name: 'Pratiche concluse in rete',
  targets: [{ year: 2027, text: 'almeno 60' }],
  results: [],
  ...over,
});

test('what a new body has by way of example gives way to its own table, and what it has of its own stays', async () => {
  const bodies = loadBodies(await exampleOf('comune', 'comune'));
  const example = bodies.ok ? bodies.value.plan('valfiorita', 2027) : undefined;
  if (example === undefined) throw new Error('the new body has no plan');
  expect(allIndicators(example).map(({ node }) => node.name)[0]).toContain('d’esempio');
  const first = withOwnTable(example, [row({})], () => 'ufficio-tecnico', 'PEG');
  if (!first.ok) throw new Error(first.error.join('\n'));
  expect(allIndicators(first.value).map(({ node }) => node.name)).toEqual(['Pratiche concluse in rete']);
  const second = withOwnTable(first.value, [row({ objective: 'Biblioteca', name: 'Prestiti' })], () => '', 'PEG');
  if (!second.ok) throw new Error(second.error.join('\n'));
  expect(allIndicators(second.value).map(({ node }) => node.name)).toEqual(['Pratiche concluse in rete', 'Prestiti']);
});
