import { parse } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import { orgChartSections } from '../../src/documents/about-body.js';
import type { DocumentContent, Section } from '../../src/documents/content.js';
import { htmlForm } from '../../src/documents/forms/html.js';
import { pdfForm } from '../../src/documents/forms/pdf.js';
import { mapSections } from '../../src/documents/map.js';
import { treeBlocks } from '../../src/documents/piano-strategy.js';
import { takeSnapshot } from '../../src/documents/snapshot.js';
import { orgChart } from '../../src/domain/org-chart.js';
import { readPdf } from './read-pdf.js';
import { heading, plan, seedBodies } from './seed.js';

const linked = {
  ...plan(),
  links: [
    { from: '1.1', to: '3.1', reason: 'Conoscere l’economia locale orienta gli interventi' },
    { from: '2.2', to: '3.2', reason: 'Servizi digitali, imprese più forti' },
  ],
};
const sections: readonly Section[] = [
  { level: 2, title: 'Capitolo', blocks: [] },
  ...orgChartSections(orgChart(seedBodies.entity('ccms'))),
  { level: 3, title: 'L’albero', blocks: treeBlocks(linked, 'Camera di Commercio') },
  ...mapSections(linked, (role) => role),
];
const content: DocumentContent = { ...heading('piano', 'Piano'), landscape: true, sections };
const page = parse((await htmlForm(takeSnapshot(content))).toString());
const drawn = page.querySelectorAll('[role="img"]');

describe('what a document draws', () => {
  test('says in words what it shows: the organisation, the tree with as many areas on a page as it holds, the map with its links', () => {
    expect(drawn.map((one) => one.getAttribute('aria-label')?.split('.')[0])).toEqual([
      '3 organi, il vertice amministrativo e 12 uffici',
      'Disegno dell’albero della performance: 2 aree, 4 obiettivi strategici, 9 programmi, 16 indicatori',
      'Disegno dell’albero della performance: un’area, 2 obiettivi strategici, 7 programmi, 14 indicatori',
      'Disegno della mappa strategica: 3 aree, 6 obiettivi, 16 programmi',
    ]);
    expect(drawn.at(-1)?.getAttribute('aria-label')).toContain('2 collegamenti di causa ed effetto');
  });

  test('draws each link of the map as an arrow, and says what arrows and boxes mean', () => {
    const map = drawn.at(-1);
    expect(map?.querySelectorAll('.arrow title').map((one) => one.text)).toEqual([
      '1.1 → 3.1: Conoscere l’economia locale orienta gli interventi',
      '2.2 → 3.2: Servizi digitali, imprese più forti',
    ]);
    for (const word of ['Area strategica', 'Obiettivo strategico', 'Programma', 'Dalla causa all’effetto'])
      expect(map?.text).toContain(word);
  });

  test('draws every office, and leads nowhere', () => {
    const words = drawn[0]?.text.replace(/\s+/g, ' ') ?? '';
    for (const { title } of seedBodies.entity('ccms').offices) expect(words).toContain(title);
    expect(page.querySelectorAll('svg a')).toEqual([]);
  });

  test('says the same in tables beside the drawings', () => {
    const captions = page.querySelectorAll('caption').map((one) => one.text);
    expect(captions).toEqual(
      expect.arrayContaining(['Unità organizzative e da chi dipendono', 'Collegamenti di causa ed effetto']),
    );
  });

  test('prints drawings that are read aloud', async () => {
    const pdf = await readPdf(await pdfForm(takeSnapshot(content)));
    expect(pdf.roles.Figure).toBe(4);
    expect(pdf.alternatives).toEqual(drawn.map((one) => one.getAttribute('aria-label')));
    expect(pdf.text).toMatch(/aree\s*1\s*e\s*2/);
    expect(pdf.text.replaceAll(/\s/g, '')).toContain('UfficioMetrologialegale');
  });
});
