import { describe, expect, test } from 'vitest';
import { type DocumentContent, tablesOf } from '../../src/documents/content.js';
import { pdfForm } from '../../src/documents/forms/pdf.js';
import { NO_PICTURES } from '../../src/documents/forms/pictures.js';
import { type EvaluationData, evaluationContent } from '../../src/documents/individuale-valutazione.js';
import { takeSnapshot } from '../../src/documents/snapshot.js';
import { scoreOf } from '../../src/domain/individual/score.js';
import type { AssignedObjective } from '../../src/domain/individual/types.js';
import { fromInteger, HUNDRED } from '../../src/domain/rational.js';
import { seedGroup, seedRules } from '../domain/individual/rules-fixture.js';
import { readPdf } from './read-pdf.js';
import { heading } from './seed.js';

const rules = seedRules();
const group = seedGroup('dirigenti');
const [dictionary] = rules.dictionaries;
const OBJECTIVES: readonly AssignedObjective[] = [
  {
    id: '1',
    title: 'Ridurre i tempi del Registro imprese',
    weight: '60',
    result: { kind: 'programme', code: '3.1.3' },
  },
  {
    id: '2',
    title: 'Riordino degli archivi',
    weight: '40',
    result: { kind: 'own', expected: 'archivio di deposito ordinato entro l’anno' },
  },
];
const trace = (entity?: number, coverage = 100) =>
  scoreOf({
    exercise: 2016,
    group,
    dictionaries: rules.dictionaries,
    objectives: OBJECTIVES,
    results: new Map([['1', { value: fromInteger(104), coverage: HUNDRED }]]),
    organisational:
      entity === undefined ? {} : { entity: { value: fromInteger(entity), coverage: fromInteger(coverage) } },
    judgements: [
      { of: 'obiettivo-2', value: '80', sentence: 'Ordinati due archivi su tre.' },
      ...(dictionary?.behaviours ?? []).map(({ id }) => ({ of: id, value: 'buono', sentence: 'Sempre puntuale.' })),
    ],
    partYear: rules.partYear,
    days: 335,
  });

const data = (over: Partial<EvaluationData> = {}): EvaluationData => ({
  person: 'Leandro Passalacqua',
  group: group.title,
  evaluator: 'Ottavia Brandini',
  stage: 'firmata',
  from: '2016-02-01',
  to: '2016-12-31',
  objectives: OBJECTIVES,
  behaviours: (dictionary?.behaviours ?? []).map(({ title, descriptor, weight }) => ({
    title,
    descriptor,
    weight,
    self: 'Eccellente',
    judged: 'Buono',
    sentence: 'Sempre puntuale.',
  })),
  scale: dictionary?.scale ?? [],
  sees: { self: true, judged: true },
  trace: trace(90),
  passages: [{ on: '2017-04-20', who: 'Ottavia Brandini', what: 'Valutazione', text: 'Anno positivo.' }],
  ...over,
});
const content = (over: Partial<EvaluationData> = {}) => evaluationContent(heading('valutazione'), data(over));
const cells = (of: DocumentContent, dataset: string) =>
  tablesOf(of)
    .filter((table) => table.dataset === dataset)
    .flatMap((table) =>
      table.rows.map((row) => row.cells.map((cell) => (typeof cell === 'string' ? cell : cell.value))),
    );
const said = (of: DocumentContent): string => JSON.stringify(of.sections);

describe('the evaluation of one person', () => {
  test('has every part of the score with what it was made from, and where each result comes from', () => {
    const whole = content();
    expect(cells(whole, 'obiettivi-assegnati')).toEqual([
      ['Ridurre i tempi del Registro imprese', 'programma 3.1.3, calcolato dai monitoraggi', '60', '100.00'],
      [
        'Riordino degli archivi',
        'giudizio di chi valuta; risultato atteso: archivio di deposito ordinato entro l’anno',
        '40',
        '80.00',
      ],
    ]);
    expect(cells(whole, 'punteggio').map(([title, , value]) => [title, value])).toEqual([
      ['Performance organizzativa dell’ente', '90.00'],
      ['Risultato dell’ente', '90.00'],
      ['Obiettivi individuali', '92.00'],
      ['Ridurre i tempi del Registro imprese (rilevato 104,00%, conta come indicato)', '100.00'],
      ['Riordino degli archivi', '80.00'],
      ['Comportamenti e competenze', '85.00'],
      ...(dictionary?.behaviours ?? []).map(({ title }) => [title, '85.00']),
    ]);
    // 30% di 90, 45% di 92, 25% di 85; 335 giorni su 366.
    expect(said(whole)).toContain('"value":"89.65"');
    expect(said(whole)).toContain('80% della fascia per 91,53% dell’anno');
  });

  test('has the sentence of an objective that somebody judged, where its reader may see it', () => {
    const objectives = OBJECTIVES.map((one) =>
      one.id === '2' ? { ...one, sentence: 'Ordinati due archivi su tre.' } : one,
    );
    expect(cells(content({ objectives }), 'obiettivi-assegnati').map((row) => row.at(-1))).toEqual([
      '',
      'Ordinati due archivi su tre.',
    ]);
  });

  test('says on how much it stands while something is not known, and gives no band', () => {
    const partial = content({ trace: trace() });
    expect(said(partial)).toContain('Il punteggio poggia sul 70,00% del peso');
    expect(said(partial)).not.toContain('Quota della retribuzione');
  });

  test('says of a result of the plan on how much it stands, and of which checkpoint it is', () => {
    const of = { title: 'Raccolta finale dei risultati', to: '2016-12-31' } as const;
    const partial = content({ trace: { ...trace(90, 98), results: of } });
    expect(cells(partial, 'punteggio').map(([title]) => title)).toContain(
      'Risultato dell’ente (noto per il 98,00% del suo peso)',
    );
    expect(said(partial)).toContain(
      'I risultati del Piano sono quelli di «Raccolta finale dei risultati», con dati al 31/12/2016.',
    );
    expect(said(partial)).toContain('La fascia è la stessa in ogni caso.');
    expect(said(partial)).toContain('Quota della retribuzione');
  });

  test('leaves out what its reader may not see', () => {
    const seen = content({ sees: { self: false, judged: false } });
    expect(said(seen)).not.toMatch(/Sempre puntuale/);
    expect(cells(seen, 'comportamenti')[0]).toHaveLength(2);
  });

  test('prints as a tagged PDF', async () => {
    const bytes = await pdfForm(takeSnapshot(content()), NO_PICTURES);
    const pdf = await readPdf(bytes);
    expect(pdf.tagged).toBe(true);
    expect(pdf.text).toContain('Riservato:nonsipubblica');
  }, 60_000);
});
