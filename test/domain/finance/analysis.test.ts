import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analysisOf, figureText } from '../../../src/domain/finance/analysis.js';
import type { FinancialDefinitions } from '../../../src/domain/finance/definitions.js';
import { oddAmount } from '../../../src/domain/finance/odd-amount.js';
import { loadIndices } from '../../../src/seeds/analysis.js';
import { loadSeries } from '../../../src/seeds/series.js';
import { analysisWords } from '../../../src/words/context.js';

const FOLDER = 'seeds/massa-carrara-2016';
const definitions = ((): FinancialDefinitions => {
  const read = loadIndices(FOLDER);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
})();
const tables = ((): Parameters<typeof analysisOf>[1]['tables'] => {
  const read = loadSeries(FOLDER);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.tables;
})();

const of = (entered: Readonly<Record<string, string>>, year = 2014, series = tables) =>
  analysisOf(
    definitions,
    { entity: 'ccms', year, entered: new Map(Object.entries(entered)), tables: series },
    analysisWords,
  );
const figure = (analysis: ReturnType<typeof of>, id: string) => {
  const found = [...analysis.indices, ...analysis.valueAdded].find(({ definition }) => definition.id === id);
  if (found === undefined) throw new Error(id);
  return {
    ...found,
    text:
      found.result.kind === 'computed' ? figureText(found.result.value, found.definition.decimals) : found.result.kind,
  };
};

describe('the financial analysis of the reference Piano, of 2014', () => {
  const printed = of({});

  test.each([
    ['va-produzione', '4287620.76', false],
    ['va-struttura', '1204845.42', false],
    ['va-globale', '3793645.26', false],
    ['va-distribuito', '3793645.26', false],
    ['incidenza-finanziaria', '208', false],
    ['incidenza-straordinaria', '165', false],
    ['incidenza-rettifiche', '-6', false],
    ['incidenza-corrente', '-267', true],
  ])('%s is %s from the amounts it prints', (id, text, differs) => {
    const found = figure(printed, id);
    expect([found.text, found.printed?.differs]).toEqual([text, differs]);
  });

  test('an index without an account says which, and is no figure', () => {
    const found = figure(printed, 'rigidita');
    expect([found.text, found.trace]).toEqual(['missing', 'mancano: Oneri correnti; Interventi economici']);
    expect(figure(printed, 'struttura').trace).toContain('Patrimonio netto; Passivo fisso; Immobilizzazioni');
  });

  test('a figure explains itself', () => {
    expect(figure(printed, 'incidenza-finanziaria').trace).toBe(
      'Risultato della gestione finanziaria 402.331,12 / Risultato economico d’esercizio 193.524,28 = 208%',
    );
  });

  test('the shares of the proceeds are not the printed ones', () => {
    expect(figure(printed, 'quota-diritto-annuale').printed).toEqual({ text: '77%', differs: true });
  });
});

describe('accounts', () => {
  test('those entered count before the series, and a sum that its parts contradict says so', () => {
    const { accounts } = of({ 'diritto-annuale': '1', 'proventi-correnti': '4287620.76' });
    const found = accounts.find(({ account }) => account.id === 'proventi-correnti');
    expect([found?.from, found?.differs === undefined]).toEqual(['entered', false]);
  });

  test('a sum nobody entered is that of its parts; one part missing, it is missing', () => {
    const parts = { personale: '10', 'interventi-economici': '20', funzionamento: '30', 'quote-associative': '1.5' };
    const sum = (entered: Readonly<Record<string, string>>) =>
      of(entered, 2020, []).accounts.find(({ account }) => account.id === 'oneri-correnti')?.from;
    expect([sum(parts), sum({ ...parts, ammortamenti: '0' })]).toEqual([undefined, 'computed']);
  });

  test.each([
    ['100', undefined, 0],
    ['100', '90', 0],
    ['1000', '100', 1],
    ['10', '100', 1],
    ['-100', '100', 1],
    ['0', '100', 0],
  ])('%s after %s has %i oddities', (now, before, count) => {
    expect(oddAmount(now, before)).toHaveLength(count);
  });
});

describe('the indices over any accounts', () => {
  const cents = fc.integer({ min: 1, max: 10 ** 11 });
  const names = [
    'diritto-annuale',
    'diritti-segreteria',
    'contributi',
    'beni-servizi',
    'rimanenze',
    'personale',
    'interventi-economici',
    'funzionamento',
    'quote-associative',
    'ammortamenti',
    'attivo-circolante',
    'passivo-circolante',
    'patrimonio-netto',
    'passivo-fisso',
    'immobilizzazioni',
  ] as const;
  type Cents = Readonly<Record<(typeof names)[number], number>>;
  // Each as a numerator and a denominator in cents, by hand from chapter 3.2.1.
  const proceeds = (v: Cents) =>
    v['diritto-annuale'] + v['diritti-segreteria'] + v.contributi + v['beni-servizi'] + v.rimanenze;
  const costs = (v: Cents) =>
    v.personale + v['interventi-economici'] + v.funzionamento + v['quote-associative'] + v.ammortamenti;
  const BY_HAND: Readonly<Record<string, (v: Cents) => readonly [number, number]>> = {
    rigidita: (v) => [100 * (costs(v) - v['interventi-economici']), proceeds(v)],
    'risorse-umane': (v) => [100 * v.personale, costs(v)],
    struttura: (v) => [v['patrimonio-netto'] + v['passivo-fisso'], v.immobilizzazioni],
    tesoreria: (v) => [v['attivo-circolante'], v['passivo-circolante']],
    'struttura-breve': (v) => [v['attivo-circolante'] - v['passivo-circolante'], v['passivo-circolante']],
    'quota-ammortamenti': (v) => [100 * v.ammortamenti, costs(v)],
  };

  test('are those reckoned by hand, to the last digit', () => {
    const amounts = fc.record(
      Object.fromEntries(names.map((name) => [name, cents])) as Record<(typeof names)[number], typeof cents>,
    );
    fc.assert(
      fc.property(amounts, (values) => {
        const text = Object.fromEntries(
          names.map((name) => [
            name,
            `${Math.floor(values[name] / 100)}.${String(values[name] % 100).padStart(2, '0')}`,
          ]),
        );
        const analysis = of(text, 2020, []);
        for (const [id, by] of Object.entries(BY_HAND)) {
          const { result } = figure(analysis, id);
          const [n, d] = by(values);
          if (result.kind !== 'computed') throw new Error(id);
          expect(result.value.n * BigInt(d)).toBe(BigInt(n) * result.value.d);
        }
        // What the indices say of one another, whatever the amounts.
        const [treasury, margin] = [figure(analysis, 'tesoreria').result, figure(analysis, 'struttura-breve').result];
        if (treasury.kind === 'computed' && margin.kind === 'computed')
          expect((treasury.value.n - treasury.value.d) * margin.value.d).toBe(margin.value.n * treasury.value.d);
      }),
    );
  });
});
