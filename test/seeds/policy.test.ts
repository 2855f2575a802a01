import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { seedsFolder } from '../../src/seeds/locate.js';
import { parsePolicy } from '../../src/seeds/policy.js';
import { formatSeedError } from '../../src/seeds/read-yaml.js';
import { seedPolicy } from '../domain/achievement/policy-fixture.js';

const text = readFileSync(join(seedsFolder(), 'policies', 'smvp-2016.yaml'), 'utf8');

/** The errors of the seed file after one change, as lines. */
function errorsAfter(from: string | RegExp, to: string): readonly string[] {
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  const read = parsePolicy('regole.yaml', changed);
  return read.ok ? [] : read.error.map(formatSeedError);
}

const lineOf = (part: string): number => text.split('\n').findIndex((line) => line.includes(part)) + 1;

describe('the policy file of 2016', () => {
  test('is read with the numbers of the domain', () => {
    expect(seedPolicy()).toMatchObject({
      id: 'smvp-2016',
      version: '1',
      adoption: { status: 'not-adopted' },
      cap: '100',
      floor: '0',
      formulas: { decreasing: { formula: 'decreasing-ratio' } },
      rounding: { mode: 'half-up', decimals: 2, applied: 'printed-only', compare: 'exact' },
      lights: {
        minimumCoverage: '50',
        bands: [
          { light: 'red', to: '60', toInclusive: false },
          { light: 'yellow', from: '60', fromInclusive: true, to: '90', toInclusive: false },
          { light: 'green', from: '90', fromInclusive: true },
        ],
      },
      notices: { reminders: [10, 3], dueToday: true, late: [1, 5], escalateToManager: 3, escalateToHead: 8 },
    });
  });

  test('says that no adopting act is known rather than inventing one', () => {
    const { adoption } = seedPolicy();
    expect(adoption.status === 'not-adopted' && adoption.note).toContain('non ne riporta l');
  });
});

describe('a wrong policy file is refused with line, field and what was expected', () => {
  test.each([
    [
      'cap: 100%',
      'cap: 90%',
      'cap: il tetto deve essere almeno 100%: sotto, nessun target raggiunto varrebbe per intero',
    ],
    ['floor: 0%', 'floor: 100%', 'floor: il minimo deve essere sotto il tetto'],
    [
      'validFrom: 2016-01-01',
      'validFrom: 2016-01-01\nvalidTo: 2015-12-31',
      'validTo: la fine della validità viene prima dell’inizio',
    ],
    [
      'reminders: [10, 3]',
      'reminders: [3, 10]',
      'notices.reminders: i promemoria vanno dal più lontano al più vicino alla scadenza',
    ],
    [
      'late: [1, 5]',
      'late: [5, 5]',
      'notices.late: gli avvisi di ritardo vanno dal più vicino al più lontano dalla scadenza',
    ],
    [
      'decimals: 2',
      'decimals: 7',
      'rounding.decimals: atteso un numero intero di decimali, da 0 a 6, trovato il numero 7',
    ],
    [
      '- { kind: objectives, weight: 50% }',
      '- { kind: objectives, weight: 55% }',
      'individual.groups.0.parts: le parti del punteggio: i pesi devono sommare a 100, qui sommano a 105',
    ],
    [
      'title: Senza premio, from: 0%',
      'title: Senza premio, from: 10%',
      'individual.groups.3.bands.3: l’ultima fascia deve cominciare da 0: sotto resterebbe un vuoto',
    ],
    [
      'title: Terza, from: 50%',
      'title: Terza, from: 70%',
      'individual.groups.3.bands.2: le fasce vanno dalla più alta alla più bassa, ciascuna da un punteggio diverso',
    ],
    [
      'secondInstance: consiglio',
      'secondInstance: giunta',
      'individual.groups.0.secondInstance: la seconda istanza non può essere di chi valuta',
    ],
    [
      'weight: 20%, dictionary: dirigenza',
      'weight: 20%, dictionary: vertici',
      'individual.groups.0.parts.2.dictionary: il dizionario «vertici» non c’è',
    ],
    ['from: 90% }', 'from: 95% }', 'lights.bands.2: fra 90 e 95 c’è un vuoto'],
    [
      'increasing: { formula: increasing-ratio }',
      'increasing: { formula: linear }',
      'formulas.increasing: serve una sola soglia minima: floorPercent (in percentuale del target) oppure floorValue (nell’unità della misura)',
    ],
    [
      'increasing: { formula: increasing-ratio }',
      'increasing: { formula: linear, floorPercent: 100% }',
      'formulas.increasing.floorPercent: per una misura da aumentare la soglia minima sta sotto il 100% del target',
    ],
    [
      'decreasing: { formula: decreasing-ratio }',
      'decreasing: { formula: linear, floorPercent: 100% }',
      'formulas.decreasing.floorPercent: per una misura da contenere la soglia minima sta sopra il 100% del target',
    ],
    [
      'increasing: { formula: increasing-ratio }',
      'increasing: { formula: linear, floorValue: "40" }',
      'formulas.increasing.floorValue: una soglia minima in valore assoluto vale solo per un indicatore: va fra le eccezioni',
    ],
    [
      'increasing: { formula: increasing-ratio }',
      'increasing: { formula: steps, of: decreasing-ratio, steps: [{ from: 0%, score: 0% }] }',
      'formulas.increasing.of: per questo verso i gradini guardano a increasing-ratio',
    ],
    [
      'decreasing: { formula: decreasing-ratio }',
      'decreasing: { formula: steps, of: increasing-ratio, steps: [{ from: 0%, score: 0% }] }',
      'formulas.decreasing.of: per questo verso i gradini guardano a decreasing-ratio oppure decreasing-symmetric',
    ],
    [
      'increasing: { formula: increasing-ratio }',
      'increasing: { formula: steps, of: increasing-ratio, steps: [{ from: 10%, score: 0% }] }',
      'formulas.increasing.steps.0.from: il primo gradino deve partire da 0%',
    ],
    [
      'increasing: { formula: increasing-ratio }',
      'increasing: { formula: steps, of: increasing-ratio, steps: [{ from: 0%, score: 0% }, { from: 0%, score: 5% }] }',
      'formulas.increasing.steps.1: i gradini devono essere in ordine crescente, con punteggi che non scendono',
    ],
    [
      'increasing: { formula: increasing-ratio }',
      'increasing: { formula: steps, of: increasing-ratio, steps: [{ from: 0%, score: 50% }, { from: 80%, score: 5% }] }',
      'formulas.increasing.steps.1: i gradini devono essere in ordine crescente, con punteggi che non scendono',
    ],
    [
      'byDate: { formula: by-date }',
      'byDate: { formula: yes-no }',
      'formulas.byDate.formula: attesa una formula fra by-date, by-date-degrading; trovata «yes-no»',
    ],
    [
      '  status: not-adopted',
      '  status: forse',
      'adoption.status: atteso «adopted» (con «act» e «on») oppure «not-adopted» (con «note»)',
    ],
  ])('%s → %s', (from, to, message) => {
    const [first] = errorsAfter(from, to);
    const [place, ...rest] = (first ?? '').split(': ');
    expect(rest.join(': ')).toContain(message);
    const near = Number((place ?? '').split(':')[1]);
    expect(Math.abs(near - lineOf(from))).toBeLessThanOrEqual(1);
  });

  test('a field nobody knows is refused: it is most often a misspelt one', () => {
    expect(errorsAfter('targetZero:', 'targetzero:').join('\n')).toContain('campo non previsto: targetzero');
  });

  test('an indicator has one exception at most', () => {
    const exception = '{ indicator: a, rule: { formula: all-or-nothing }, reason: r, act: n. 1 }';
    expect(errorsAfter('exceptions: []', `exceptions: [${exception}]`)).toEqual([]);
    expect(errorsAfter('exceptions: []', `exceptions: [${exception}, ${exception}]`)).toEqual([
      expect.stringContaining('exceptions.1.indicator: l’indicatore a ha già un’eccezione'),
    ]);
  });

  test('good alternatives are accepted', () => {
    expect(
      errorsAfter('increasing: { formula: increasing-ratio }', 'increasing: { formula: linear, floorPercent: 50% }'),
    ).toEqual([]);
    expect(
      errorsAfter('decreasing: { formula: decreasing-ratio }', 'decreasing: { formula: linear, floorPercent: 200% }'),
    ).toEqual([]);
    expect(
      errorsAfter('byDate: { formula: by-date }', 'byDate: { formula: by-date-degrading, pointsPerDay: "2,5" }'),
    ).toEqual([]);
    expect(
      errorsAfter(
        'increasing: { formula: increasing-ratio }',
        'increasing: { formula: steps, of: increasing-ratio, steps: [{ from: 0%, score: 0% }, { from: 80%, score: 70% }] }',
      ),
    ).toEqual([]);
    expect(
      errorsAfter(
        /adoption:\n {2}status: not-adopted\n {2}note: .*\n/,
        'adoption: { status: adopted, act: Delibera 1, on: 2015-12-01 }\n',
      ),
    ).toEqual([]);
    expect(errorsAfter('cap: 100%', 'cap: 120%')).toEqual([]);
  });
});

test('the policy file names its published schema and satisfies it', () => {
  expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../../schemas/policy.schema.json');
  const file = join(seedsFolder(), '..', 'schemas', 'policy.schema.json');
  const published = z.fromJSONSchema(JSON.parse(readFileSync(file, 'utf8')));
  expect(published.safeParse(parse(text, { schema: 'core' })).error?.issues ?? []).toEqual([]);
});
