import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadIndices, loadQuestionnaire } from '../../src/seeds/analysis.js';

const folder = mkdtempSync(join(tmpdir(), 'ciclo-analisi-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const of = (name: string, text: string): string => {
  const body = join(folder, String(Math.random()).slice(2));
  mkdirSync(body);
  writeFileSync(join(body, name), text);
  return body;
};
const INDICES = `version: "1"
source: prova
accounts:
  - { id: a, group: g, title: A }
indices:
  - { id: i, group: g, title: I, formula: FORMULA, unit: percent, decimals: 1 }
valueAdded:
  - { id: v, group: g, title: V, formula: a }
`;

describe('the definitions of the financial analysis', () => {
  test('are a body’s own where it has a file, else those that come with the program', () => {
    const own = loadIndices(of('indices.yaml', INDICES.replace('FORMULA', 'a / a')));
    expect(own.ok && own.value.indices.map(({ id }) => id)).toEqual(['i']);
    const packaged = loadIndices(join(folder, 'nessuna'));
    expect(packaged.ok && packaged.value.indices[0]?.id).toBe('rigidita');
  });

  test.each([
    ['a name nobody defines', 'a / b', 'b'],
    ['itself', 'a / i', 'i'],
    ['what is no formula', 'a /', 'finisce a metà'],
    ['what has a word too many', '"a a"', 'fuori posto'],
  ])('refuse a formula with %s, at its line', (_, formula, says) => {
    const read = loadIndices(of('indices.yaml', INDICES.replace('FORMULA', formula)));
    if (read.ok) throw new Error('taken');
    expect(read.error[0]).toMatchObject({ line: 6, message: expect.stringContaining(says) });
  });

  test('refuse an id given twice', () => {
    const read = loadIndices(of('indices.yaml', INDICES.replace('id: v', 'id: a').replace('FORMULA', 'a')));
    expect(read.ok ? [] : read.error.map(({ line }) => line)).toEqual([8]);
  });
});

describe('the questionnaire of the check-up', () => {
  test('refuses a requirement given twice, at its line', () => {
    const body = join(folder, 'doppio');
    mkdirSync(body);
    writeFileSync(
      join(body, 'check-up.yaml'),
      `version: "1"
source: prova
degrees: [{ id: no, title: No, gap: true }]
requirements:
  - { id: a, area: A, text: t, norm: n, evidence: e }
  - { id: a, area: A, text: t, norm: n, evidence: e }
`,
    );
    const read = loadQuestionnaire(body);
    expect(read.ok ? [] : read.error.map(({ line }) => line)).toEqual([6]);
  });
});
