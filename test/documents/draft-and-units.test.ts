import { expect, test } from 'vitest';
import { htmlForm } from '../../src/documents/forms/html.js';
import { NO_PICTURES } from '../../src/documents/forms/pictures.js';
import { seriesBlocks } from '../../src/documents/serie.js';
import { takeSnapshot } from '../../src/documents/snapshot.js';
import type { SeriesTable } from '../../src/domain/series.js';
import { bodiesOnFile } from '../setup/bodies.js';

const snapshot = takeSnapshot({
  kind: 'rpp',
  title: 'Relazione previsionale e programmatica',
  entity: 'Camera di Prova',
  exercise: 2016,
  version: 1,
  on: '2015-10-12',
  simulated: false,
  landscape: false,
  sections: [{ level: 2, title: 'Indirizzi', blocks: [{ kind: 'paragraph', text: ['Testo.'] }] }],
});

test('a draft read whole says that it is one, leads back to it, and has no hash to be known by', async () => {
  const draft = (await htmlForm(snapshot, NO_PICTURES, { back: '/cicli/prova/2016/documenti/rpp/bozza' })).toString();
  expect(draft).toContain('Bozza, composta ora');
  expect(draft).toContain('href="/cicli/prova/2016/documenti/rpp/bozza"');
  expect(draft).not.toContain(snapshot.hash);
  const frozen = (await htmlForm(snapshot)).toString();
  expect(frozen).toContain(snapshot.hash);
  expect(frozen).not.toContain('Bozza');
});

test('a table of sums of money and the charts of a series say what they are counted in', () => {
  const table: SeriesTable = {
    id: 'va',
    title: 'Valore aggiunto',
    source: 'cap. 3',
    unit: 'euro',
    columns: [
      { subject: 'prova', year: 2014 },
      { subject: 'prova', year: 2015 },
    ],
    rows: [
      { id: 'a', name: 'Ricavi', cells: ['10,00', '11,00'] },
      { id: 'b', name: 'Giorni di cassa', unit: 'giorni', cells: ['3', '4'] },
    ],
    charts: [['a'], ['b'], ['a', 'b']],
  };
  const captions = seriesBlocks('prova', table).map((block) => ('caption' in block ? block.caption : ''));
  expect(captions).toEqual([
    'Valore aggiunto (euro)',
    'Valore aggiunto: Ricavi (euro)',
    'Valore aggiunto: Giorni di cassa (giorni)',
    // Two units are none.
    'Valore aggiunto',
  ]);
});

test('a figure whose sign its own sum contradicts is printed as the source has it, and said to be wrong right below', () => {
  const series = bodiesOnFile().beside('ccms').series;
  const said = (id: string): readonly unknown[] =>
    (series?.tables ?? [])
      .filter((table) => table.id === id)
      .flatMap((table) => seriesBlocks('ccms', table, series?.relations))
      .flatMap((block) => (block.kind === 'paragraph' ? block.text : []));
  expect(said('result')).toEqual([
    expect.stringMatching(
      /come la fonte li stampa\. 2014, .*«Risultato della gestione corrente» è 267%, ma le voci sommano a 100% solo con -267%/,
    ),
  ]);
  expect(said('proceeds')).toEqual([]);
});
