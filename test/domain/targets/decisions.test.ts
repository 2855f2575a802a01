import { describe, expect, test } from 'vitest';
import { candidatesOf, type TargetContext } from '../../../src/domain/targets/outcome.js';
import { parseTarget } from '../../../src/domain/targets/parse.js';
import { sentence } from '../../../src/domain/targets/sentence.js';
import type { Reading, Unit } from '../../../src/domain/targets/types.js';
import { agreeingSuffix } from '../../../src/domain/targets/units.js';
import { checkRow } from './check-row.js';
import {
  asks,
  count,
  days,
  euro,
  hours,
  max,
  min,
  months,
  number,
  over,
  percent,
  proposes,
  reads,
  under,
} from './expected.js';

/* What decides between two readings: a sign, a name, the year before, the score of a band. */

type Band = readonly [from: string, to: string, score: string];

/** Bands as `[5, 10) 80`: an end that is open is empty, brackets say whether the ends are in. */
const banded = (unit: Unit, ...bands: readonly Band[]): Reading => ({
  kind: 'bands',
  unit,
  bands: bands.map(([from, to, score]) => ({
    ...(from === '' ? {} : { from: from.slice(1) }),
    fromInclusive: from.startsWith('['),
    ...(to === '' ? {} : { to: to.slice(0, -1) }),
    toInclusive: to.endsWith(']'),
    score,
  })),
});

describe('bands with their scores', () => {
  const ten = banded(number, ['[10', '', '100'], ['', '10)', '50']);
  test.each<[string, Reading]>([
    [
      '<= 5 giorni: 100%; da 6 a 10 giorni: 50%; > 10 giorni: 0%',
      banded(days, ['', '5]', '100'], ['[6', '10]', '50'], ['(10', '', '0']),
    ],
    [
      '100% se < 5 giorni; 80% se tra 5 e 7 giorni; 0% oltre 7 giorni',
      banded(days, ['', '5)', '100'], ['[5', '7]', '80'], ['(7', '', '0']),
    ],
    ['100 punti per valori >= 90%; 50 punti per valori < 90%', banded(percent, ['[90', '', '100'], ['', '90)', '50'])],
    ['100%: >= 10; 50%: < 10', ten],
    ['100% >= 10; 50% < 10', ten],
    ['>= 10 (100%); < 10 (50%)', ten],
    ['>= 10 vale 100; < 10 vale 50', ten],
    ['>= 10 = 100; < 10 = 50', ten],
    ['< 5 : 100%, >= 5 : 50%', banded(number, ['', '5)', '100'], ['[5', '', '50'])],
    ['5: 100%; 4: 80%; 3: 60%', banded(number, ['[5', '5]', '100'], ['[4', '4]', '80'], ['[3', '3]', '60'])],
    [
      'da 5 a 7: 100%; da 8 a 9: 50%; 10: 10%',
      banded(number, ['[5', '7]', '100'], ['[8', '9]', '50'], ['[10', '10]', '10']),
    ],
    ['>= 80%: 100; < 80%: 50', banded(percent, ['[80', '', '100'], ['', '80)', '50'])],
  ])('«%s»', (text, reading) => {
    checkRow({ text, context: {}, expected: reads(reading) });
  });

  test.each([
    ['>= 10 100%; < 10 50%', 'without a sign between band and score'],
    ['100% 5; 80% 4', 'where score and value can be taken for each other'],
    ['<= 5 giorni: 100%; > 5 ore: 0%', 'in two units'],
    ['>= 1.5: 100%; < 1.5: 0%', 'with ends of two readings'],
    ['da 1.5 a 2.5: 100%; > 2.5: 0%', 'with ends of two readings'],
    ['>= 10: 1.5 punti; < 10: 100', 'with a score of two readings'],
    ['>= 10: 100% circa; < 10: 0%', 'with a word nobody read'],
    ['+5%: 100; < 5%: 50', 'on a change'],
    ['>= 10: 100%;', 'when there is only one'],
  ])('«%s» are asked: %s', (text) => {
    checkRow({ text, context: {}, expected: asks('several-targets') });
  });

  test('worth points, and none a hundred, are asked; that touch at an end both have, too', () => {
    checkRow({ text: '>= 10: 8 punti; < 10: 4 punti', context: {}, expected: asks('bands-score') });
    checkRow({ text: '>= 10: 50%; <= 10: 100%', context: {}, expected: asks('bands-overlap') });
    checkRow({
      text: '> 10: 50%; <= 10: 100%',
      context: {},
      expected: reads(banded(number, ['(10', '', '50'], ['', '10]', '100'])),
    });
  });
});

const equal = (
  value: string,
  unit: Unit,
  direction: 'more-is-better' | 'less-is-better',
  extra: Partial<Extract<Reading, { kind: 'threshold' }>> = {},
): Reading => ({ kind: 'threshold', operator: '=', value, unit, direction, ...extra });

/** All that is proposed, in its order; the first is what a hurried clerk takes. */
function proposed(text: string, context: TargetContext): { codes: readonly string[]; readings: readonly Reading[] } {
  const outcome = parseTarget(text, context);
  if (outcome.outcome !== 'ambiguous') throw new Error(`«${text}» is not asked but ${JSON.stringify(outcome)}`);
  return { codes: outcome.reasons.map((r) => r.code), readings: outcome.candidates.map((c) => c.reading) };
}

describe('a number without a comparison', () => {
  const level = { accumulation: 'level' } as const;
  test.each<[string, TargetContext, string | readonly string[], Reading]>([
    ['100%', {}, 'operator-all', min('100', percent)],
    ['7', { name: 'Tempo medio di lavorazione' }, 'operator-from-name', max('7', number, level)],
    ['0', { name: 'Numero di reclami' }, 'operator-from-name', max('0')],
    ['3 reclami', {}, 'operator-from-trouble', max('3', count('reclami'))],
    ['30', { previous: '>= 25' }, 'operator-from-previous', min('30')],
    ['30', { previous: '<= 25' }, 'operator-from-previous', max('30')],
    ['>= 100', { name: 'Percentuale di pratiche evase' }, 'unit-from-name', min('100', percent, level)],
    [
      '95% delle pratiche entro 5 giorni',
      { name: 'Tempi di attesa' },
      'operator-from-noun',
      min('95', percent, { what: 'pratiche entro 5 giorni' }),
    ],
  ])('«%s» (%j) is proposed on its evidence: %s', (text, context, evidence, reading) => {
    checkRow({ text, context, expected: proposes(evidence, reading) });
  });

  const accumulates = { accumulation: 'accumulates' } as const;
  test.each<[string, TargetContext, readonly string[], readonly Reading[]]>([
    ['80', {}, ['operator-missing'], [min('80'), max('80')]],
    ['= 80%', {}, ['exact-value'], [min('80', percent), max('80', percent), equal('80', percent, 'more-is-better')]],
    [
      '= 80%',
      { name: 'Grado di soddisfazione' },
      ['exact-value'],
      [min('80', percent, level), equal('80', percent, 'more-is-better', level)],
    ],
    ['= 5', { name: 'Numero di reclami' }, ['exact-value'], [max('5'), equal('5', number, 'less-is-better')]],
    [
      '7',
      { name: 'Tempo medio di lavorazione', previous: '>= 5' },
      ['direction-against-name'],
      [min('7', number, level), max('7', number, level)],
    ],
    [
      '0',
      { name: 'Numero di incontri' },
      ['operator-missing'],
      [max('0', number, accumulates), min('0', number, accumulates)],
    ],
    ['30', { previous: '> 25' }, ['operator-previous-strict'], [min('30'), over('30')]],
    ['30', { previous: '< 25' }, ['operator-previous-strict'], [max('30'), under('30')]],
    ['30%', { previous: '>= 25' }, ['operator-missing'], [min('30', percent), max('30', percent)]],
    ['80%', { name: 'Numero di incontri' }, ['unit-against-name'], [min('80', percent), max('80', percent)]],
    ['80%', { name: 'Riduzione dei tempi' }, ['reduction-name'], [min('80', percent), max('80', percent)]],
    ['80%', { name: 'Incremento dei visitatori' }, ['increase-name'], [min('80', percent), max('80', percent)]],
  ])('«%s» (%j) is asked: %j', (text, context, codes, readings) => {
    expect(proposed(text, context)).toEqual({ codes, readings });
  });
});

describe('a time without its unit', () => {
  test.each<[string, string, Reading]>([
    ['≤ 60', 'Tempi di attesa per la prima visita', max('60', days, { accumulation: 'level' })],
    ['non oltre 45', 'Tempo medio di rilascio', max('45', days, { accumulation: 'level' })],
  ])('«%s» for «%s» is proposed in days, and a person says', (text, name, reading) => {
    const outcome = parseTarget(text, { name, year: 2016 });
    expect(outcome).toMatchObject({ outcome: 'proposed', reading });
    if (outcome.outcome === 'proposed') expect(outcome.evidence.map((r) => r.code)).toEqual(['time-unit-supposed']);
  });

  test.each([
    ['≤ 60 gg', 'days'],
    ['≤ 60 minuti', 'count'],
  ])('«%s» is written', (text, kind) => {
    const outcome = parseTarget(text, { name: 'Tempo medio di attesa', year: 2016 });
    expect(outcome).toMatchObject({ outcome: 'parsed', reading: { unit: { kind } } });
  });

  test('days of stay may be few, whatever days of training are', () => {
    expect(parseTarget('≤ 6,8 giornate', { name: 'Degenza media' })).toMatchObject({
      outcome: 'parsed',
      reading: max('6.8', days),
    });
    expect(parseTarget('< 5 giornate', { name: 'Corsi di formazione' }).outcome).toBe('ambiguous');
  });
});

test.each(['servizio attivo per tutto il 2016', 'sportello aperto tutto l’anno 2016'])(
  '«%s» is proposed as lasting all along, with the words around it',
  (text) => {
    const outcome = parseTarget(text, { name: 'Sportello telefonico', year: 2016 });
    expect(outcome).toMatchObject({
      outcome: 'proposed',
      reading: { kind: 'throughout', from: '2016-01-01', to: '2016-12-31' },
    });
  },
);

describe('a comparison as written', () => {
  test.each<[string, TargetContext, readonly string[], readonly Reading[]]>([
    [
      '>= 7',
      { name: 'Tempo medio di lavorazione' },
      ['direction-against-name'],
      [min('7', days, { accumulation: 'level' }), max('7', days, { accumulation: 'level' })],
    ],
    ['>= 80%', { name: 'Numero di incontri' }, ['unit-against-name'], [min('80', percent), max('80', percent)]],
    ['>= 80%', { name: 'Riduzione dei tempi' }, ['reduction-name'], [min('80', percent), max('80', percent)]],
    ['almeno 3 reclami', {}, ['direction-against-name'], [min('3', count('reclami')), max('3', count('reclami'))]],
    ['massimo 3 incontri', {}, ['direction-against-name'], [max('3', count('incontri')), min('3', count('incontri'))]],
  ])('«%s» (%j) that goes against name or noun is asked, as written first', (text, context, codes, readings) => {
    expect(proposed(text, context)).toEqual({ codes, readings });
  });

  test.each<[string, TargetContext, Reading]>([
    ['entro 6 mesi', { name: 'Completamento del progetto' }, max('6', months)],
    ['entro il 5%', {}, max('5', percent)],
    ['entro 10 giorni lavorativi', {}, max('10', count('giorni lavorativi'))],
    ['entro 48 ore', {}, max('48', hours)],
    ['fino a 5 giorni', {}, max('5', days)],
    ['<= -5 giorni', { name: 'Indicatore di tempestività dei pagamenti' }, max('-5', days)],
    ['>= 10', { name: 'Numero di incontri' }, min('10', number, { accumulation: 'accumulates' })],
    ['>= € 10.000', { name: 'Numero di incontri' }, min('10000', euro)],
    [
      '= 100%',
      { name: 'Percentuale di pratiche evase' },
      equal('100', percent, 'more-is-better', { accumulation: 'level' }),
    ],
    ['pari al 100%', {}, equal('100', percent, 'more-is-better')],
    ['= 0', { name: 'Numero di reclami' }, equal('0', number, 'less-is-better')],
    ['pari a zero', {}, equal('0', number, 'less-is-better')],
  ])('«%s» (%j) is read', (text, context, reading) => {
    checkRow({ text, context, expected: reads(reading) });
  });

  test.each([
    ['>= 1', { name: 'Percentuale di pratiche evase' }, 'unit-unknown'],
    ['>= 101', { name: 'Percentuale di pratiche evase' }, 'unit-unknown'],
    ['>= 0,8', { name: 'Percentuale di pratiche evase' }, 'unit-unknown'],
    ['>= 3 report', { name: 'Percentuale di pratiche evase' }, 'unit-unknown'],
    ['<= 30 giorni', { name: 'Percentuale di pratiche evase' }, 'unit-unknown'],
    ['entro 5 incontri', {}, 'not-understood'],
    ['fino a 500 imprese', {}, 'direction-unknown'],
    ['>= 110%', { name: 'Percentuale di pratiche evase nei termini' }, 'beyond-hundred'],
  ])('«%s» (%j) is asked: %s', (text, context, code) => {
    checkRow({ text, context, expected: asks(code) });
  });
});

describe('a bare year may be a quantity', () => {
  test.each([
    ['>= 2015', { year: 2016 }, 'year-or-number'],
    ['>= 2015', {}, 'year-or-number'],
    ['> 2012', { year: 2016 }, 'year-or-number'],
    ['>= 2016', { year: 2016 }, 'baseline-not-past'],
    ['<= 2015', { year: 2016, name: 'Numero di incontri' }, 'direction-against-name'],
    ['rispetto al 2015', {}, 'not-understood'],
  ])('«%s» (%j) is asked: %s', (text, context, code) => {
    checkRow({ text, context, expected: asks(code) });
  });
});

describe('a number’s spelling', () => {
  test.each([
    ['>= 1.234.567,89', '1234567.89'],
    ['>= 1234,567', '1234.567'],
    ['>= 0,125', '0.125'],
    ['>= 007', '7'],
    ['>= 10 (dieci)', '10'],
    ['>= dieci', '10'],
  ])('«%s» is %s', (text, value) => {
    checkRow({ text, context: {}, expected: reads(min(value)) });
  });

  test.each<[string, string, readonly string[]]>([
    ['>= 1,234', 'three-decimals', ['1.234', '1234']],
    ['>= 12,345', 'three-decimals', ['12.345', '12345']],
    ['>= 123,456', 'three-decimals', ['123.456', '123456']],
    ['>= 1,234.50', 'foreign-grouping', ['1234.5']],
    ['>= 1,234,567', 'foreign-grouping', ['1234567']],
    ["<= 1'000", 'foreign-grouping', ['1000']],
    ['>= 1.2345', 'decimal-point', ['1.2345']],
    ['>= 12345678901234567890123', 'malformed-number', []],
  ])('«%s» is asked (%s), with its values to choose from', (text, code, values) => {
    const { codes, readings } = proposed(text, {});
    expect(codes).toContain(code);
    expect(readings.map((r) => (r.kind === 'threshold' ? r.value : r.kind))).toEqual(values);
  });
});

describe('what a reading says', () => {
  test.each([
    ['entro il 11/09/2016', 'entro l’11/09/2016, compreso'],
    ['prima del 08/09/2016', 'prima dell’08/09/2016, escluso'],
    ['entro il 18/09/2016', 'entro il 18/09/2016, compreso'],
    ['dal 8/1/2016 al 11/12/2016', 'per tutto il periodo dall’08/01/2016 all’11/12/2016'],
    ['almeno 2 prove entro il 11/10/2016', 'almeno 2 prove, entro l’11/10/2016: più è alto, meglio è'],
    ['al massimo 0 reclami', 'al massimo 0 reclami: più è basso, meglio è'],
    ['entro 1 minuto', 'al massimo 1 minuto: più è basso, meglio è'],
    ['almeno 1 giorno lavorativo', 'almeno 1 giorno lavorativo: più è alto, meglio è'],
  ])('«%s» agrees with its day and its number', (text, sentence) => {
    expect(parseTarget(text, { year: 2016 })).toMatchObject({ outcome: 'parsed', sentence });
  });

  test('what is counted in the singular stands beside a zero as it was written', () => {
    expect(parseTarget('nessun reclamo')).toMatchObject({
      sentence: 'al massimo 0 casi di «reclamo»: più è basso, meglio è',
    });
  });

  test('is read back also as it was written before days were elided', () => {
    const before = parseTarget('entro il 11/09/2016, compreso');
    expect(before).toMatchObject({ outcome: 'parsed', sentence: 'entro l’11/09/2016, compreso' });
  });
});

test.each(['ore', 'giorni', 'minuti', 'settimana', 'giorno lavorativo'])(
  'one of «%s» is read back as it was',
  (noun) => {
    const reading = min('1', count(noun));
    expect(parseTarget(sentence(reading))).toMatchObject({ outcome: 'parsed', reading });
  },
);

describe('the unit after a figure nobody wrote', () => {
  test.each([
    ['1', count('letti'), ''],
    ['2', count('letti'), ' letti'],
    ['1', count('minuti'), ' minuto'],
    ['1', days, ' giorno'],
    ['1', percent, '%'],
  ] as const)('after %s, %o is «%s»', (value, unit, suffix) => {
    expect(agreeingSuffix(value, unit)).toBe(suffix);
  });
});

describe('what the text and the name say against each other', () => {
  test.each([
    ['almeno 10%', 'Tasso di assenteismo', 'ci si aspetterebbe un massimo'],
    ['al massimo 10%', 'Percentuale di utenti soddisfatti', 'ci si aspetterebbe un minimo'],
    ['15% di errori', 'Percentuale di pratiche evase nei termini', 'il testo e il nome dicono cose diverse'],
    ['15 reclami', 'Numero di incontri organizzati', 'il testo e il nome dicono cose diverse'],
    ['12', 'Voto medio di gradimento (scala 1-10)', 'La scala arriva a 10'],
  ])('«%s» for «%s»: %s', (text, name, said) => {
    const outcome = parseTarget(text, { name, year: 2016 });
    const reasons = outcome.outcome === 'ambiguous' ? outcome.reasons.map(({ message }) => message) : [];
    expect(reasons.some((message) => message.includes(said))).toBe(true);
  });
});

describe('what stands before an amount, and what a bare one rests on', () => {
  test.each<[string, string, string, string]>([
    // What only takes place is nothing more to promise; of a time, or of a ceiling, it may be.
    ['svolgimento di almeno 6 seminari', 'Formazione', 'parsed', 'almeno 6 seminari'],
    ['svolgimento di almeno 6 ore', 'Formazione', 'proposed', 'almeno 6 ore'],
    ['svolgimento di al massimo 6 seminari', 'Formazione', 'ambiguous', 'al massimo 6 seminari'],
    // One thing done in its time; of several it may be how many.
    ['istruttoria conclusa entro 30 giorni', 'Istruttoria', 'parsed', 'al massimo 30 giorni'],
    ['istruttorie concluse entro 30 giorni', 'Istruttorie', 'proposed', 'al massimo 30 giorni'],
    ['proroga entro 30 giorni', 'Proroga', 'proposed', 'al massimo 30 giorni'],
    // The indicator's own name before its value: not before a count, nor without a comparison.
    ['Adesione: ≥ 60%', 'Adesione allo screening', 'parsed', 'almeno 60%'],
    ['Adesione ≥ 60 utenti', 'Adesione allo screening', 'ambiguous', 'almeno 60 utenti'],
    ['Adesione 60%', 'Adesione allo screening', 'proposed', 'almeno 60%'],
    // Exactly nothing and exactly the whole are ends of the scale where nothing lies beyond.
    ['pari a 0', 'Reclami', 'parsed', 'esattamente 0'],
    ['pari a 0', 'Tempestività dei pagamenti', 'ambiguous', 'almeno 0 giorni'],
    ['pari al 100%', 'Istanze evase', 'parsed', 'esattamente 100%'],
    ['pari al 100%', 'Reclami', 'proposed', 'al massimo 100%'],
    ['pari a 12', 'Incontri', 'ambiguous', 'almeno 12'],
    // A mark may be the top of its scale.
    ['5 su 5', 'Valutazione', 'proposed', 'almeno 5 su 5'],
    // A time beside what is handed over is how long that takes; beside what is done, how much of it.
    ['48 ore', 'Rilascio del certificato', 'ambiguous', 'al massimo 48 ore'],
    ['48 ore', 'Formazione del personale', 'ambiguous', 'almeno 48 ore'],
    ['10 giorni', 'Convocazione della commissione', 'ambiguous', 'al massimo 10 giorni'],
    // Nobody sets nothing as a goal to reach.
    ['0', 'Incontri', 'ambiguous', 'al massimo 0'],
    ['100%', 'Ricoveri', 'proposed', 'almeno 100%'],
  ])('«%s» for «%s» is %s, first «%s»', (text, name, outcome, first) => {
    const read = parseTarget(text, { name, year: 2016 });
    expect(read.outcome).toBe(outcome);
    expect(candidatesOf(read)[0]?.sentence).toMatch(new RegExp(`^${first}(?![0-9%])`));
  });

  test.each<[string, string, string, string]>([
    ['> 25', 'Ricoveri', 'ambiguous', 'almeno 30'],
    ['≥ 25', 'Ricoveri', 'proposed', 'almeno 30'],
    ['< 25', 'Ricoveri', 'ambiguous', 'al massimo 30'],
    ['≤ 25', 'Ricoveri', 'proposed', 'al massimo 30'],
    ['≤ 25', 'Corsi organizzati', 'ambiguous', 'al massimo 30'],
  ])('«30» after «%s» for «%s» is %s, first «%s»', (previous, name, outcome, first) => {
    const read = parseTarget('30', { name, year: 2016, previous });
    expect(read.outcome).toBe(outcome);
    expect(candidatesOf(read)[0]?.sentence).toMatch(new RegExp(`^${first}(?![0-9%])`));
  });
});
