import { describe, expect, it } from 'vitest';
import { checkRow } from './check-row.js';
import type { Row } from './expected.js';
import * as tables from './other-bodies.js';

const label = ({ text, context }: Row): string =>
  `«${text.replaceAll('\n', '⏎')}»${context.name === undefined ? '' : ` for «${context.name}»`}${context.year === undefined ? '' : ` in ${context.year}`}`;

const { otherBodies, ...groups } = tables;

describe.each(Object.entries(groups))('what other bodies write: %s', (_, rows) => {
  it.each(rows.map((row) => [label(row), row] as const))('%s', (_label, row) => checkRow(row));
});

it('the table holds more than two hundred forms, and none twice', () => {
  const keys = otherBodies.map((row) => JSON.stringify(row));
  expect(keys.length).toBeGreaterThan(300);
  expect(new Set(keys).size).toBe(keys.length);
});
