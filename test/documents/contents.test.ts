import { describe, expect, test } from 'vitest';
import { titles } from '../../src/activities/contents.js';
import type { Cell, DocumentContent, Table } from '../../src/documents/content.js';
import { tablesOf } from '../../src/documents/content.js';
import { individualContent } from '../../src/documents/individuale.js';
import { budgetContent, piraContent } from '../../src/documents/programmazione.js';
import { readSnapshot, takeSnapshot } from '../../src/documents/snapshot.js';
import { heading, pianoOfTheSeed, plan, seedBodies } from './seed.js';

const texts = (content: DocumentContent): readonly string[] =>
  content.sections.map((section) => `${'#'.repeat(section.level)} ${section.title}`);
const table = (content: DocumentContent, dataset: string): readonly Table[] =>
  tablesOf(content).filter((one) => one.dataset === dataset);
const amount = (cell: Cell | undefined): string => (typeof cell === 'object' ? cell.value : '');

describe('the Piano', () => {
  const piano = pianoOfTheSeed();

  test('has the chapters of the reference Piano, in their order', () => {
    expect(texts(piano).filter((title) => title.startsWith('## '))).toEqual([
      '## Presentazione del Piano',
      '## 1. La Camera in sintesi',
      '## 2. Identità',
      '## 3. Analisi del contesto',
      '## 4. La performance organizzativa',
      '## 5. La performance individuale',
      '## 6. Il processo seguito e le azioni di miglioramento',
      '## 7. Allegati tecnici',
      '## Allegato 2. La programmazione economica per obiettivi strategici 2016',
    ]);
  });

  test('prints the scorecard by perspective, each row as the seed writes it', () => {
    const parts = table(piano, 'cruscotto');
    expect(parts.map((part) => part.part?.value)).toEqual([
      'Imprese, Territorio e Consumatori',
      'Processi Interni',
      'Apprendimento e Crescita',
      "Dimensione Economico-Finanziaria dell'Ente",
    ]);
    expect(parts.map((part) => part.rows.length)).toEqual([31, 9, 8, 6]);
    expect(parts[0]?.rows.slice(0, 3).map((row) => [row.level, ...row.cells])).toEqual([
      [
        'Obiettivo strategico',
        '1.1',
        "1.1 Consolidare il ruolo della Camera, per il tramite di ISR, quale osservatore privilegiato dell'economia locale",
        { kind: 'percent', value: '6.00' },
        '',
        '',
        '',
        '',
        '',
        '',
      ],
      [
        'Programma',
        '1.1.1',
        '1.1.1 Produrre e diffondere analisi e informazione economica',
        { kind: 'percent', value: '6.00' },
        '',
        '',
        '',
        '',
        '',
        '032/002',
      ],
      [
        'Indicatore',
        '1.1.1-01',
        'n. complessivo presenze sulla stampa della Camera anche con dati economici - statistici',
        { kind: 'percent', value: '6.00' },
        '',
        '',
        'almeno 25',
        '+5%',
        '+5%',
        '032/002',
      ],
    ]);
  });

  test('leaves the results of the exercise empty, for they are still to come', () => {
    const results = table(piano, 'cruscotto').flatMap((part) => part.rows.map((row) => row.cells[4]));
    expect(new Set(results)).toEqual(new Set(['']));
    expect(JSON.stringify(piano)).not.toContain('00/01/1900');
  });

  test('never names the objectives of a person', () => {
    const text = JSON.stringify(piano);
    for (const objective of plan().individual) {
      for (const indicator of objective.indicators) expect(text).not.toContain(JSON.stringify(indicator.name));
    }
  });

  test('carries the body’s chapters, and nothing of their comments', () => {
    const text = JSON.stringify(piano);
    expect(text).toContain('che cosa la Camera si propone di ottenere');
    expect(text).not.toContain('da sostituire');
  });
});

describe('Allegato 2', () => {
  const [annex] = table(budgetContent(heading('budget'), plan()), 'allegato-2');

  test('has lines and totals in the order of the seed', () => {
    expect(annex?.rows).toHaveLength(35);
    expect(annex?.rows.slice(0, 5).map((row) => [row.level, row.cells[3], amount(row.cells[5])])).toEqual([
      ['Prodotto', 'B1010101', '210000.00'],
      ['Prodotto', 'B1010102', '40000.00'],
      ['Totale programma', '1.1.1', '250000.00'],
      ['Totale obiettivo', '1.1', '250000.00'],
      ['Prodotto', 'B1020101', '50000.00'],
    ]);
    expect(annex?.rows.at(-1)).toMatchObject({
      level: 'Totale',
      cells: ['', '', '', '', 'TOTALE', euros('800000.00')],
    });
  });

  test('adds up to its total, line by line', () => {
    const lines = annex?.rows.filter((row) => row.level === 'Prodotto') ?? [];
    const sum = lines.reduce((total, row) => total + Number(amount(row.cells[5])), 0);
    expect(sum).toBe(800_000);
  });

  const euros = (value: string): Cell => ({ kind: 'euro', value });
});

describe('the PIRA', () => {
  const pira = piraContent(heading('pira'), plan());

  test('has every indicator of the scorecard once, under its missione and programma', () => {
    const codes = table(pira, 'pira').flatMap((part) => part.rows.map((row) => row.cells[0]));
    const scorecard = plan()
      .areas.flatMap((area) => area.objectives.flatMap((o) => o.programmes.flatMap((p) => p.indicators)))
      .map((indicator) => indicator.code);
    expect([...codes].sort()).toEqual([...scorecard].sort());
    expect(table(pira, 'pira').map((part) => part.part?.value)).toEqual([
      '011/005',
      '012/004',
      '016/005',
      '032/002',
      '032/004',
    ]);
  });

  test('totals the resources of its programmes', () => {
    const rows = table(pira, 'pira-risorse')[0]?.rows ?? [];
    const parts = rows.slice(0, -1).reduce((sum, row) => sum + Number(amount(row.cells[2])), 0);
    expect(Number(amount(rows.at(-1)?.cells[2]))).toBe(parts);
    expect(parts).toBeGreaterThan(0);
  });
});

describe('the individual sheet', () => {
  const sheet = individualContent(heading('individuale'), plan(), {
    id: 'segretario-generale',
    title: titles(seedBodies, 'ccms')('segretario-generale'),
  });

  test('says that it is not to be published, and is signed', () => {
    expect(JSON.stringify(sheet.sections[0])).toContain('non si pubblica');
    expect(sheet.sections.at(-1)?.blocks[0]).toMatchObject({ kind: 'signature' });
  });

  test('has the objectives of that role with their weights', () => {
    expect(texts(sheet).filter((title) => title.startsWith('### '))).toHaveLength(3);
    expect(JSON.stringify(sheet)).toContain('entro 31 ottobre 2016');
    expect(
      JSON.stringify(individualContent(heading('individuale'), plan(), { id: 'altri', title: 'Altri' })),
    ).not.toContain('entro 31 ottobre 2016');
  });
});

describe('a snapshot', () => {
  test('has the same bytes whatever the order its keys were set in', () => {
    const piano = pianoOfTheSeed();
    const shuffled = reversed(piano) as DocumentContent;
    expect(Object.keys(shuffled)[0]).not.toBe(Object.keys(piano)[0]);
    expect(takeSnapshot(shuffled).hash).toBe(takeSnapshot(piano).hash);
  });

  test('changes its hash with one figure', () => {
    const piano = pianoOfTheSeed();
    const other = { ...piano, version: 2 };
    expect(takeSnapshot(other).hash).not.toBe(takeSnapshot(piano).hash);
  });

  test('is read back as it was', () => {
    const { bytes, hash, content } = takeSnapshot(pianoOfTheSeed());
    expect(readSnapshot(bytes)).toMatchObject({ hash, content: JSON.parse(JSON.stringify(content)) });
  });

  test('is not anything else', () => {
    expect(() => readSnapshot(Buffer.from('{"kind":"piano"}'))).toThrow('not a snapshot');
  });
});

/** The same value with the keys of every object in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}
