import { describe, expect, test } from 'vitest';
import type { Block, Section } from '../../src/documents/content.js';
import { diffSections } from '../../src/documents/differences.js';

const paragraph = (text: string): Block => ({ kind: 'paragraph', text: [text] });
const section = (title: string, ...blocks: readonly Block[]): Section => ({ level: 2, title, blocks });
const table = (rows: readonly (readonly string[])[]): Block => ({
  kind: 'table',
  dataset: 'prova',
  caption: 'Risorse',
  columns: [{ title: 'Area', heads: true }, { title: 'Importo' }],
  rows: rows.map((cells) => ({ cells })),
});
const differences = (before: readonly Section[], after: readonly Section[]) =>
  diffSections({ sections: before }, { sections: after });

describe('what changed between two versions of a document', () => {
  test('is nothing where it is the same', () => {
    const same = [section('Presentazione', paragraph('Testo.'), table([['1', '10 €']]))];
    expect(differences(same, same)).toEqual([]);
  });

  test('is said section by section, in the order of the later one', () => {
    const before = [
      section('Presentazione', paragraph('Uno.')),
      section('Contesto', paragraph('x')),
      section('Vecchia'),
    ];
    const after = [section('Nuova'), section('Presentazione', paragraph('Due.')), section('Contesto', paragraph('x'))];
    expect(differences(before, after).map(({ title, kind }) => [title, kind])).toEqual([
      ['Nuova', 'added'],
      ['Presentazione', 'changed'],
      ['Vecchia', 'removed'],
    ]);
  });

  test('names the paragraph before and after, and the cell of the row it stands in', () => {
    const [changed] = differences(
      [section('Risorse', paragraph('Area 3: 90.000 €.'), table([['3', '90.000 €']]))],
      [section('Risorse', paragraph('Area 3: 495.000 €.'), table([['3', '495.000 €']]))],
    );
    expect(changed?.changes).toEqual([
      { head: 'Risorse', where: '', what: 'testo', before: 'Area 3: 90.000 €.', after: 'Area 3: 495.000 €.' },
      { head: '3', where: 'Risorse, Risorse', what: 'Importo', before: '90.000 €', after: '495.000 €' },
    ]);
  });
});
