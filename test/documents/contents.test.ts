import { describe, expect, test } from 'vitest';
import { executiveSections } from '../../src/documents/about-body.js';
import type { Block, Cell, DocumentContent, Section, Table } from '../../src/documents/content.js';
import { tablesOf } from '../../src/documents/content.js';
import { individualContent } from '../../src/documents/individuale.js';
import { pianoContent } from '../../src/documents/piano.js';
import { budgetContent, piraContent, rppContent } from '../../src/documents/programmazione.js';
import { sheetSections } from '../../src/documents/schede.js';
import { readSnapshot, takeSnapshot } from '../../src/documents/snapshot.js';
import { heading, pianoOfTheSeed, plan, seedBodies, titleOf } from './seed.js';

const texts = (content: DocumentContent): readonly string[] =>
  content.sections.map((section) => `${'#'.repeat(section.level)} ${section.title}`);
const table = (content: DocumentContent, dataset: string): readonly Table[] =>
  tablesOf(content).filter((one) => one.dataset === dataset);
const amount = (cell: Cell | undefined): string => (typeof cell === 'object' ? cell.value : '');

test('a body without programme sheets has no heading for them', () => {
  const none = { ...plan(), sheets: [] };
  expect(texts(pianoContent(heading('piano'), none)).filter((title) => title.includes('4.3'))).toEqual([]);
  expect(texts(pianoContent(heading('piano'), plan())).filter((title) => title.startsWith('### 4.3'))).toHaveLength(1);
});

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
    ]);
  });

  test('numbers its sections as the reference Piano, and ends with its three annexes', () => {
    expect(texts(piano).filter((title) => /^###+ (\d\.\d|Allegato)/.test(title))).toEqual([
      '### 1.2 Il portafoglio dei servizi',
      '### 2.1 L’ente in cifre',
      '### 3.2.1 Lo stato di salute',
      '### 4.1 L’albero della performance',
      '#### 4.1.2 Le aree strategiche',
      '#### 4.1.3 La mappa strategica',
      '### 4.2 Gli obiettivi strategici: il cruscotto',
      '### 4.3 Dagli obiettivi strategici agli obiettivi operativi: le schede di programmazione',
      '### 6.1 Fasi, soggetti e tempi',
      '### 6.2 Coerenza con la programmazione economico-finanziaria',
      '### 6.3 Check-up e piano di miglioramento',
      '### 6.4 Trasparenza: stato d’attuazione degli obblighi di pubblicazione al 31/12/2015',
      '### Allegato 1. Documenti propedeutici',
      '### Allegato 2. La programmazione economica per obiettivi strategici 2016',
      '### Allegato 3. Check-up e piano di miglioramento',
    ]);
  });

  test('has the tables of chapters 2 and 3 in the order of the reference Piano', () => {
    const names = tablesOf(piano).flatMap(({ dataset }) => (dataset.startsWith('serie-') ? [dataset.slice(6)] : []));
    expect(names).toEqual([
      'outputs',
      ...['category', 'age', 'seniority', 'contract', 'functions', 'education', 'per-thousand'],
      ...['sex', 'education-sex', 'category-sex', 'isr-staff', 'isr-contribution', 'isr-indices'],
      ...['registrations', 'sectors', 'indices', 'balance', 'proceeds', 'charges', 'result'],
      ...['va', 'va-distribution', 'staff-indices', 'quality'],
    ]);
  });

  test('says of an index how it is composed, and where the comparison comes from', () => {
    const [indices] = table(piano, 'serie-indices');
    expect(indices?.caption).toBe('Indici economici (Media Toscana: progetto Benchmarking operativo)');
    expect(indices?.columns.slice(0, 3).map((column) => column.title)).toEqual(['Indice', 'Composizione', 'Ente 2014']);
    expect(indices?.rows[1]?.cells.slice(0, 3)).toEqual([
      '2. Indice "risorse umane"',
      'Costi del personale / Oneri Correnti',
      '28,1%',
    ]);
  });

  test('draws the map by perspective and objective, every programme once', () => {
    const [map] = table(piano, 'mappa');
    expect(map?.rows.map((row) => row.cells[0])).toEqual(plan().perspectives.map((p) => p.title));
    const codes = (map?.rows ?? []).flatMap((row) => String(row.cells.slice(1).join(' ')).match(/\d\.\d\.\d/g) ?? []);
    expect(codes).toHaveLength(16);
    expect(new Set(codes).size).toBe(16);
  });

  test('tells the process phase by phase, with the activities of table 6.1', () => {
    const phases = table(piano, 'fasi');
    expect(phases.map((phase) => [phase.caption, phase.rows.length]).slice(0, 4)).toEqual([
      ['Analisi propedeutiche', 4],
      ['Pianificazione strategica', 3],
      ['Programmazione e controllo', 5],
      ['Redazione del Piano', 8],
    ]);
    expect(phases[0]?.columns.map((column) => column.title)).toEqual([
      ...['N.', 'Attività', 'Tempi', 'Entro', 'Attori coinvolti'],
    ]);
  });

  test('has in Allegato 1 the acts it rests on; the others stand where it cites them', () => {
    expect(table(piano, 'atti')[0]?.rows.map((row) => row.cells[0])).toEqual([
      'Programma Pluriennale di Mandato 2015/2019',
      'Relazione Previsionale e Programmatica 2016',
    ]);
    const blocksOf = (title: string) => JSON.stringify(piano.sections.find((s) => s.title.startsWith(title))?.blocks);
    expect(blocksOf('Allegato 2.')).toContain('Giunta camerale, delibera n. 7, in data 11/01/2016');
    expect(blocksOf('Assegnazione')).toContain('Giunta camerale, in data 29/01/2016');
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

  test('prints the objectives of the dirigenti with weights and targets, and no result', () => {
    const [objectives] = table(piano, 'obiettivi-dirigenti');
    expect(objectives?.columns.map(({ title }) => title)).toEqual([
      ...['Obiettivo', 'Programma', 'Peso', 'Indicatore', 'Target 2016'],
    ]);
    expect(objectives?.rows.map(({ cells }) => amount(cells[2])).filter(Boolean)).toEqual(['30', '40', '30']);
    expect(objectives?.rows).toHaveLength(12);
    expect(objectives?.rows[0]?.cells.slice(3)).toEqual([
      'coordinamento attività e iniziative del programma “Carrara Città del marmo”. Definizione progetto esecutivo',
      'entro 31 ottobre 2016',
    ]);
  });

  test('never names the objectives of who is no dirigente', () => {
    const [first] = plan().individual;
    if (first === undefined) throw new Error('the seed has individual objectives');
    const other = { ...plan(), individual: [{ ...first, role: 'posizioni-organizzative', title: 'di una persona' }] };
    const roles = seedBodies.entity('ccms').roles;
    expect(executiveSections(other, roles)).toEqual([]);
    expect(executiveSections(plan(), roles)).toHaveLength(1);
  });

  test('says who the body is, and what depends on what', () => {
    expect(table(piano, 'ente-organo')[0]?.rows[1]?.cells[2]).toEqual({ kind: 'number', value: '22' });
    expect(table(piano, 'ente-sede')[0]?.rows).toHaveLength(4);
    expect(
      table(piano, 'organigramma')[0]
        ?.rows.slice(0, 2)
        .map(({ cells }) => cells[0]),
    ).toEqual(['Segretario Generale', '– ISR - Istituto di Studi e Ricerche']);
  });

  test('says that it declares no links between objectives, or what they are', () => {
    const map = (of: DocumentContent) => of.sections.find(({ title }) => title.startsWith('4.1.3'))?.blocks;
    expect(JSON.stringify(map(piano))).toContain('Il Piano non dichiara collegamenti fra obiettivi.');
    const linked = { ...plan(), links: [{ from: '2.1', to: '3.1', reason: 'meno tempi, più servizi' }] };
    const [links] = table(pianoContent(heading('piano'), linked), 'collegamenti');
    expect(links?.rows.map(({ cells }) => cells[2])).toEqual(['meno tempi, più servizi']);
  });

  test('carries the body’s chapters, and nothing of their comments', () => {
    const text = JSON.stringify(piano);
    expect(text).toContain('che cosa la Camera si propone di ottenere');
    expect(text).not.toContain('da sostituire');
  });
});

describe('a programme sheet', () => {
  const sheetOf = (sections: readonly Section[], code: string) =>
    sections.find((section) => section.title.startsWith(`Programma ${code}:`))?.blocks ?? [];
  const heads = (blocks: readonly Block[]) =>
    blocks.map((block) => {
      if (block.kind === 'facts') return block.facts.map((fact) => fact.label).join(', ');
      if (block.kind === 'table') return block.columns.map((column) => column.title).join(', ');
      return block.kind === 'list' ? block.title : block.kind;
    });

  test('has its parts in the order of the reference Piano', () => {
    expect(heads(sheetOf(sheetSections(plan()), '1.2.3'))).toEqual([
      'Area strategica, Linea strategica',
      'paragraph',
      'Azioni',
      'Risultati attesi',
      'Risorse, di cui, A preventivo, A consuntivo, Soggetto responsabile',
      'Codice, Indicatore, Risultato 2015 (se disponibile), Risultato 2016, Target 2016, % Realizzazione, Target 2017, Target 2018',
    ]);
  });

  test('of a plan that does not say actions and expected results leaves them out', () => {
    const silent = plan().sheets.map(({ actions: _, expectedResults: __, ...sheet }) => sheet);
    expect(heads(sheetOf(sheetSections({ ...plan(), sheets: silent }), '1.2.3'))).toHaveLength(3);
  });

  test('shows what is on record as spent, and else what the plan writes', () => {
    const spent = new Map([['1.2.3', { amount: '9750.50', upTo: '2016-12-31' as const }]]);
    const sections = sheetSections(plan(), undefined, spent);
    expect(JSON.stringify(sheetOf(sections, '1.2.3'))).toContain('9.750,50 € al 31/12/2016');
    expect(JSON.stringify(sheetOf(sections, '1.2.1'))).toContain('€ -');
  });

  test('beside results says that nothing is on record as spent, where nothing is', () => {
    const sections = sheetSections(plan(), new Map(), new Map());
    expect(JSON.stringify(sheetOf(sections, '1.2.3'))).toContain('{"label":"A consuntivo","value":"non registrata"}');
    expect(JSON.stringify(sheetOf(sections, '1.2.3'))).not.toContain('€ -');
  });
});

describe('the ledger of resources', () => {
  const last = (content: DocumentContent, dataset: string) =>
    table(content, dataset).map((part) => part.rows.at(-1)?.cells.flatMap((cell) => amount(cell) || []));
  const documents = {
    rpp: rppContent(heading('rpp'), plan()),
    budget: budgetContent(heading('budget'), plan()),
  };

  test('stands in the Piano, which prints the sheets too, with the difference said; alone where there is none', () => {
    expect(last(pianoOfTheSeed(), 'riconciliazione')).toEqual([['1010000', '595000', '415000']]);
    const agreed = { ...plan(), sheets: [] };
    expect(table(pianoContent(heading('piano'), agreed), 'riconciliazione')).toEqual([]);
    expect(table(pianoContent(heading('piano'), agreed), 'risorse-aree')).toHaveLength(1);
  });

  test.each(Object.entries(documents))(
    'gives the %s its areas and one total of costs and investments',
    (_, content) => {
      expect(last(content, 'programmi')).toEqual([
        ['300000', '0', '300000'],
        ['5000', '185000', '190000'],
        ['495000', '25000', '520000'],
      ]);
      expect(last(content, 'risorse-aree')).toEqual([['800000', '210000', '1010000']]);
    },
  );

  test('gives the PIRA the same total, each programme under one missione', () => {
    const pira = piraContent(heading('pira'), plan(), seedBodies.kindOf('ccms').missions);
    expect(last(pira, 'pira-risorse')).toEqual([['800000', '210000', '1010000']]);
  });

  test.each(Object.entries(documents))('stands in the %s beside the sheets, with the difference said', (_, content) => {
    const [reconciled] = table(content, 'riconciliazione');
    const row = (code: string) =>
      reconciled?.rows
        .find(({ cells }) => String(cells[0]).startsWith(code))
        ?.cells.map((cell) => (typeof cell === 'string' ? cell : String(Number(amount(cell)))))
        .slice(1);
    expect(row('1.1.1')).toEqual(['250000', '250000', '0', 'coincidono']);
    expect(row('1.2.3')).toEqual(['0', '15000', '-15000', 'la scheda non ha righe di risorse']);
    expect(row('3.1.3')).toEqual(['434000', '', '434000', 'il programma non ha una scheda']);
    expect(row('3.1.4')).toEqual(['25000', '49000', '-24000', 'la scheda ha un importo diverso']);
    expect(last(content, 'riconciliazione')).toEqual([['1010000', '595000', '415000']]);
  });

  test('is printed line by line in the budget, with what was spent where some is on record', () => {
    expect(table(documents.budget, 'risorse-righe')[0]?.rows).toHaveLength(21);
    expect(table(documents.budget, 'spesa')).toEqual([]);
    const spent = new Map([['3.1.3', { amount: '1200.50', upTo: '2016-08-31' as const }]]);
    const [spending] = table(budgetContent(heading('budget'), plan(), spent), 'spesa');
    expect(spending?.rows.at(-1)?.cells.slice(1, 3)).toEqual([
      { kind: 'euro', value: '1010000' },
      { kind: 'euro', value: '1200.5' },
    ]);
  });
});

describe('Allegato 2', () => {
  const budget = budgetContent(heading('budget'), plan());
  const [annex] = table(budget, 'allegato-2');
  const [detail] = table(budget, 'allegato-2-dettaglio');

  test('has the columns of the seed, in its order, in both tables', () => {
    const columns = [
      ...['Cod. attività', 'Funz.', 'CDC', 'Prodotto', 'Descrizione prodotto', 'Previsione iniziale', 'Note'],
    ];
    for (const one of [annex, detail]) expect(one?.columns.map((column) => column.title)).toEqual(columns);
  });

  test('opens its detail with the heading of the seed, and has the notes beside the items', () => {
    expect(detail?.rows.slice(0, 3).map((row) => [row.level, row.cells[4], row.cells[6]])).toEqual([
      ['Intestazione', "Promozione dell'Occupazione e della Nascita di Nuova Imprenditorialità", ''],
      ['Prodotto', 'Partecipazione a Fiere, Mostre, Esposizioni, Missioni, Incoming:', ''],
      [
        'Voce di dettaglio',
        'Favorire gli interventi delle Associazioni di Categoria ed operatori economici locali;',
        'bando per corsi nel settore termoidraulico in bozza',
      ],
    ]);
    expect(detail?.rows.filter((row) => row.cells[6] !== '')).toHaveLength(9);
  });

  test('adds up in its detail to the product it explains', () => {
    const items = detail?.rows.filter((row) => row.level === 'Voce di dettaglio') ?? [];
    expect(items.reduce((sum, row) => sum + Number(amount(row.cells[5])), 0)).toBe(400_000);
  });

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
      cells: ['', '', '', '', 'TOTALE', euros('800000.00'), ''],
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
  const pira = piraContent(heading('pira'), plan(), seedBodies.kindOf('ccms').missions);

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
    title: titleOf('segretario-generale'),
  });

  test('says that it is not to be published, and is signed', () => {
    expect(JSON.stringify(sheet.sections[0])).toContain('non si pubblica');
    expect(sheet.sections.at(-1)?.blocks[0]).toMatchObject({ kind: 'signature' });
  });

  test('has the objectives of that role with their weights', () => {
    expect(texts(sheet).filter((title) => title.startsWith('### '))).toEqual([
      '### Obiettivo 1. LA CCIAA “CABINA DI REGIA” DEL TESSUTO ECONOMICO LOCALE',
      "### Obiettivo 2. CONTINUARE A CREARE VALORE NELLA GESTIONE DELL'ENTE",
      "### Obiettivo 3. PROMUOVERE LA COMPETITIVITA', L'INNOVAZIONE E LO SVILUPPO SOSTENIBILE DEL SISTEMA ECONOMICO LOCALE",
    ]);
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
