import { describe, expect, test } from 'vitest';
import { type Block, type DocumentContent, tablesOf } from '../../src/documents/content.js';
import { pdfForm } from '../../src/documents/forms/pdf.js';
import { NO_PICTURES } from '../../src/documents/forms/pictures.js';
import { rewardAmountsContent, rewardDataContent } from '../../src/documents/individuale-premi.js';
import { SUBSECTIONS } from '../../src/documents/site/labels.js';
import { takeSnapshot } from '../../src/documents/snapshot.js';
import { aggregatesOf, type Ended } from '../../src/domain/individual/aggregates.js';
import type { EvaluatedGroup, IndividualRules } from '../../src/domain/individual/types.js';
import { fromInteger } from '../../src/domain/rational.js';
import { readPdf } from './read-pdf.js';
import { heading } from './seed.js';

const group = (id: string, title: string): EvaluatedGroup => ({
  id,
  title,
  who: { kind: 'role', role: id },
  evaluator: { kind: 'superior' },
  secondInstance: 'oiv',
  conciliation: 'comitato-conciliazione',
  parts: [
    { kind: 'organisational', weight: '30', of: 'entity' },
    { kind: 'objectives', weight: '50' },
    { kind: 'behaviours', weight: '20', dictionary: 'dirigenza' },
  ],
  bands: [
    { id: 'prima', title: 'Prima', from: '85', pay: '100' },
    { id: 'seconda', title: 'Seconda', from: '0', pay: '50' },
  ],
  inPlan: false,
  terms: { acceptance: 10, selfEvaluation: 45, observations: 10, secondInstance: 15, conciliation: 15 },
});

const RULES: IndividualRules = {
  dictionaries: [],
  groups: [group('dirigenti', 'Dirigenti'), group('posizioni', 'Posizioni organizzative'), group('staff', 'Personale')],
  partYear: { minimumDays: 90, pay: 'by-days', countedAbsences: [] },
  differentiation: { group: 'staff', band: 'prima', atMost: '50' },
};
const people = (of: string, ...scores: readonly number[]): readonly Ended[] =>
  scores.map((score, i) => ({
    person: `${of}.${i}`,
    group: of,
    score: fromInteger(score),
    band: score >= 85 ? 'prima' : 'seconda',
  }));
const ENDED = [
  ...people('dirigenti', 92, 81),
  ...people('posizioni', 88, 70, 77),
  ...people('staff', 90, 86, 88, 70, 60, 61),
];
const AMOUNTS = RULES.groups.map(({ id }) => ({ group: id, allocated: '10000', paid: '9000.50' }));
const SYSTEM = 'Sistema di misurazione e valutazione 2016';
const dataOf = (ended: readonly Ended[] = ENDED, amounts = AMOUNTS) => ({
  rules: RULES,
  system: SYSTEM,
  aggregates: aggregatesOf(RULES.groups, ended, amounts, RULES.differentiation),
});
const shown = (content: DocumentContent): string => JSON.stringify(content.sections);
const cells = (content: DocumentContent, dataset: string) =>
  tablesOf(content)
    .filter((table) => table.dataset === dataset)
    .map((table) => table.rows.map((row) => row.cells.map((cell) => (typeof cell === 'string' ? cell : cell.value))));
const paragraphs = (content: DocumentContent): readonly string[] =>
  content.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block: Block) => (block.kind === 'paragraph' ? [block.text.join('')] : []));

describe('what is set aside and paid for results', () => {
  test('is told for small groups together, and in all', () => {
    const content = rewardAmountsContent(heading('premi'), dataOf());
    expect(cells(content, 'premi')).toEqual([
      [
        ['Dirigenti, Posizioni organizzative', '5', '20000.00', '18001.00'],
        ['Personale', '6', '10000.00', '9000.50'],
        ['Totale', '11', '30000.00', '27001.50'],
      ],
    ]);
  });

  test('is not told of fewer than five people, whatever is on record', () => {
    const content = rewardAmountsContent(heading('premi'), dataOf(people('dirigenti', 92, 81)));
    expect(tablesOf(content)).toEqual([]);
    expect(shown(content)).not.toMatch(/10000|9000/);
    expect(paragraphs(content).join(' ')).toContain('meno di 5');
  });

  test('says that amounts are not there where the body imports none', () => {
    expect(paragraphs(rewardAmountsContent(heading('premi'), dataOf(ENDED, [])))).toContain(
      'Gli importi non sono ancora disponibili.',
    );
  });
});

describe('how rewards are distributed', () => {
  const content = rewardDataContent(heading('dati-premi'), dataOf());

  test('is told with the criteria, the bands and how far evaluations differ', () => {
    expect(content.sections.map(({ title }) => title)).toEqual([
      'Criteri di assegnazione',
      'Distribuzione delle valutazioni',
      'Grado di differenziazione',
    ]);
    expect(cells(content, 'criteri')[0]).toHaveLength(9);
    expect(cells(content, 'distribuzione').map((rows) => rows.map((row) => row[2]))).toEqual([
      ['2', '3'],
      ['3', '3'],
      ['5', '6'],
    ]);
    expect(cells(content, 'differenziazione')[0]).toEqual([
      ['Dirigenti, Posizioni organizzative', '5', '81.60', '40.00', '2'],
      ['Personale', '6', '75.83', '50.00', '2'],
      ['Totale', '11', '78.45', '45.45', '2'],
    ]);
    expect(paragraphs(content).at(-1)).toBe(
      'Personale: nella fascia «Prima» è il 50,00% delle persone; il Sistema ne ammette al massimo il 50,00%. Il limite è rispettato.',
    );
  });

  test('says why nothing is told where people are too few', () => {
    const few = rewardDataContent(heading('dati-premi'), dataOf(people('staff', 90, 86, 88, 70)));
    expect(cells(few, 'distribuzione')).toEqual([]);
    expect(paragraphs(few).join(' ')).toContain('meno di 5');
  });

  test('names nobody', () => {
    expect(shown(content)).not.toMatch(/dirigenti\.|posizioni\.|staff\./);
  });

  test('prints as a tagged PDF', async () => {
    const pdf = await readPdf(await pdfForm(takeSnapshot(content), NO_PICTURES));
    expect(pdf.tagged).toBe(true);
    expect(pdf.text).toContain('Gradodidifferenziazione');
  }, 60_000);
});

test('each has its label of Amministrazione trasparente', () => {
  const labels = new Map(SUBSECTIONS.map(({ kind, label }) => [kind, label]));
  expect([labels.get('premi'), labels.get('dati-premi')]).toEqual([
    'Ammontare complessivo dei premi',
    'Dati relativi ai premi',
  ]);
});
