import { createHash } from 'node:crypto';
import { parse } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import type { Block, DocumentContent, Section } from '../../src/documents/content.js';
import { datasetsOf } from '../../src/documents/forms/datasets.js';
import { htmlForm } from '../../src/documents/forms/html.js';
import { pdfForm } from '../../src/documents/forms/pdf.js';
import type { Pictures } from '../../src/documents/forms/pictures.js';
import { type Named, namedIn, readMarkdown } from '../../src/documents/markdown.js';
import { chartNamed } from '../../src/documents/named-chart.js';
import { takeSnapshot } from '../../src/documents/snapshot.js';
import type { SeriesTable } from '../../src/domain/series.js';
import { acceptFigure } from '../../src/files/figure.js';
import { jpeg, photograph, png } from '../files/pictures.js';
import { readPdf } from './read-pdf.js';

const SERIES: SeriesTable = {
  id: 'imprese',
  title: 'Imprese',
  source: 'cap. 3',
  benchmark: { subject: 'toscana', title: 'Media Toscana' },
  columns: [
    { subject: 'ccms', year: 2015 },
    { subject: 'ccms', year: 2014 },
    { subject: 'toscana', year: 2015 },
    { subject: 'toscana', year: 2014 },
  ],
  rows: [
    { id: 'attive', name: 'Imprese attive', cells: ['17.171', 'nd', '12.000', '11.500,5'] },
    { id: 'cessate', name: 'Imprese cessate', cells: ['900', '1.000', '800', '850'] },
    { id: 'ignote', name: 'Ignote', cells: ['nd', 'nd', 'nd', 'nd'] },
  ],
};

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const picture = png(120, 60);
const drawing = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60"><rect width="90" height="60"/></svg>',
);
const photo = photograph(6, 'x');
const FIGURES = { png: picture, jpg: jpeg(), turned: photo, svg: drawing } as const;
const MIMES = { png: 'image/png', jpg: 'image/jpeg', turned: 'image/jpeg', svg: 'image/svg+xml' } as const;
const id = (bytes: Uint8Array): string => hashOf(bytes).slice(0, 10);
const pictures: Pictures = new Map(
  Object.entries(FIGURES).map(([kind, bytes]) => [hashOf(bytes), { mime: MIMES[kind as keyof typeof MIMES], bytes }]),
);

const NAMED: Named = {
  figure: (asked) => {
    const found = Object.entries(FIGURES).find(([, bytes]) => id(bytes) === asked);
    if (found === undefined) return undefined;
    const [kind, bytes] = found;
    return { hash: hashOf(bytes), mime: MIMES[kind as keyof typeof MIMES], width: 120, height: 60 };
  },
  chart: (name) => chartNamed(name, [SERIES], 'ccms'),
};

const read = (text: string) => readMarkdown(text, { id: 'contesto', title: 'Contesto' }, NAMED);
const blocks = (text: string): readonly Block[] => read(text).parts.flatMap((part) => part.blocks);

describe('the text of a section', () => {
  test.each([
    ['quotations without end', '> '.repeat(40_000)],
    ['stress that never ends', '_a'.repeat(49_000)],
    ['pictures that never end', `${'!['.repeat(2_000)}\n\n`.repeat(24)],
  ])('that nobody could read in time is answered with why: %s', (_, text) => {
    const began = performance.now();
    namedIn(text);
    const { parts, problems } = read(text);
    expect(performance.now() - began).toBeLessThan(4_000);
    expect(parts.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThan(2);
  });

  test('has tables, named by the paragraph before them or by their heading', () => {
    const found = blocks(
      'Tabella: Imprese\n\n| Voce | 2015 |\n| --- | --- |\n| Attive | 17.171 |\n\n## Altro\n\n| A | B |\n|---|---|\n| x | y |\n',
    );
    expect(found).toMatchObject([
      {
        kind: 'table',
        dataset: 'testo-contesto-1',
        caption: 'Imprese',
        columns: [
          { title: 'Voce', figures: false },
          { title: '2015', figures: true },
        ],
        rows: [{ cells: ['Attive', '17.171'] }],
      },
      { kind: 'table', dataset: 'testo-contesto-2', caption: 'Altro', columns: [{}, { figures: false }] },
    ]);
  });

  test('has figures between what stands before and after them', () => {
    const found = blocks(`Prima ![Il marmo](figura:${id(picture)} "Cave") dopo.`);
    expect(found.map(({ kind }) => kind)).toEqual(['paragraph', 'figure', 'paragraph']);
    expect(found[1]).toMatchObject({ alt: 'Il marmo', caption: 'Cave', hash: hashOf(picture), width: 120 });
  });

  test('has charts: one row with what it is compared with, several of the body alone', () => {
    expect(blocks('![Crescono](grafico:imprese/attive "Imprese")')).toMatchObject([
      {
        kind: 'chart',
        labels: ['2014', '2015'],
        lines: [
          { title: 'Ente', values: [null, '17171'] },
          { title: 'Media Toscana', values: ['11500.5', '12000'] },
        ],
      },
    ]);
    expect(blocks('![Due](grafico:imprese/attive,cessate "Imprese")')).toMatchObject([
      { lines: [{ title: 'Imprese attive' }, { title: 'Imprese cessate', values: ['1000', '900'] }] },
    ]);
  });

  test.each([
    ['a figure that is not there', '![a](figura:0000000000 "b")', 'non è tra quelle allegate'],
    ['a figure without words for who does not see it', `![](figura:${id(picture)} "b")`, 'testo alternativo'],
    ['a figure without a caption', `![a](figura:${id(picture)})`, 'didascalia'],
    ['a figure from elsewhere', '![a](https://esempio.example/x.png "b")', 'non carica nulla da fuori'],
    ['a figure in a list', `- ![a](figura:${id(picture)} "b")`, 'dentro un elenco'],
    ['a row that is not there', '![a](grafico:imprese/altre "b")', 'non c’è'],
    ['a row without values', '![a](grafico:imprese/ignote "b")', 'non c’è'],
    [
      'a table too large',
      `|${'a|'.repeat(10)}\n|${'---|'.repeat(10)}\n${`|${'a|'.repeat(10)}\n`.repeat(600)}`,
      '5.000',
    ],
  ])('says of %s what is wrong', (_, text, why) => {
    expect(read(text).problems.join('; ')).toContain(why);
  });
});

const section = (title: string, of: readonly Block[], level: 2 | 3 = 3): Section => ({ level, title, blocks: of });

const TEXT = `
![Il marmo](figura:${id(picture)} "Le cave")

![Una foto](figura:${id(jpeg())} "La foto")

![Una foto girata](figura:${id(photo)} "La foto girata")

![Un disegno](figura:${id(drawing)} "Il disegno")

![Crescono](grafico:imprese/attive "Imprese attive")

| Voce | 2015 |
| --- | ---: |
| Attive | 17.171 |
`;

const contentOf = (landscape: boolean): DocumentContent => ({
  kind: 'contesto',
  title: 'Analisi del contesto',
  entity: 'Camera di Commercio',
  exercise: 2016,
  version: 1,
  on: '2015-09-30',
  simulated: false,
  landscape,
  sections: [section('Capitolo', [], 2), section('Contesto', blocks(TEXT))],
});

describe('a document with figures, charts and tables', () => {
  const snapshot = takeSnapshot(contentOf(true));

  test('holds the hashes of its pictures, not their bytes', () => {
    const text = snapshot.bytes.toString();
    expect(text).toContain(hashOf(picture));
    expect(text).not.toContain(picture.toString('base64').slice(0, 40));
  });

  test('is a page that loads nothing, with the words of each picture and the figures of each chart', async () => {
    const page = parse((await htmlForm(snapshot, pictures)).toString());
    expect(page.querySelectorAll('img').map((img) => img.getAttribute('alt'))).toEqual([
      'Il marmo',
      'Una foto',
      'Una foto girata',
      'Un disegno',
    ]);
    expect(page.querySelectorAll('img').every((img) => img.getAttribute('src')?.startsWith('data:image/'))).toBe(true);
    expect(page.querySelector('[role="img"]')?.getAttribute('aria-label')).toBe('Crescono');
    expect(page.querySelector('figure table')?.text).toContain('11.500,5');
  });

  test.each([true, false])('is a tagged PDF that says them aloud (landscape: %s)', async (landscape) => {
    const pdf = await readPdf(await pdfForm(takeSnapshot(contentOf(landscape)), pictures));
    expect(pdf.tagged).toBe(true);
    expect(pdf.alternatives).toEqual(['Il marmo', 'Una foto', 'Una foto girata', 'Un disegno', 'Crescono']);
    expect(pdf.roles.Figure).toBe(5);
    expect(pdf.roles.Table).toBe(2);
    expect(pdf.text).toContain('17.171');
  });

  test('gives its tables away, those of its charts too', () => {
    expect(datasetsOf(snapshot.content).map(({ name, rows }) => [name, rows.length])).toEqual([
      ['grafico-1', 2],
      ['testo-contesto-1', 1],
    ]);
  });

  test('says in words what stood where a picture was erased', async () => {
    const page = (await htmlForm(snapshot, new Map())).toString();
    expect(page).toContain('Figura rimossa: Il marmo');
    expect((await readPdf(await pdfForm(snapshot, new Map()))).text).toContain('Figurarimossa:Ilmarmo');
  });

  test('that is not damaged by a photograph whose points are', async () => {
    const bytes = Buffer.from(jpeg());
    bytes.fill(0x55, bytes.length - 14, bytes.length - 6);
    const taken = await acceptFigure('a.jpg', bytes);
    expect(taken.ok).toBe(true);
    const hash = hashOf(bytes);
    const figure: Block = { kind: 'figure', hash, mime: 'image/jpeg', width: 32, height: 16, alt: 'x', caption: 'y' };
    const content = { ...contentOf(true), sections: [section('Capitolo', [figure], 2)] };
    const pdf = await pdfForm(takeSnapshot(content), new Map([[hash, { mime: 'image/jpeg', bytes }]]));
    expect((await readPdf(pdf)).alternatives).toEqual(['x']);
  });
});
