import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refuseActual } from '../../src/domain/measured/refuse-actual.js';
import { type AnsweredRow, EMPTY_ANSWER, expected, readAnswer, readNote } from '../../src/forms/answer.js';
import { entryOf } from '../../src/forms/entry.js';
import type { RawAnswer } from '../../src/forms/raw-answer.js';
import { BY_DATE, COUNT, DAYS, EURO, form, OPEN, PERCENT, RATIO, ROWS, YES_NO } from '../sheets/forms.js';

const answer = (fields: Partial<RawAnswer>): RawAnswer => ({ ...EMPTY_ANSWER, ...fields });
const read = (row: AnsweredRow, fields: Partial<RawAnswer>) => readAnswer(row, answer(fields), form());
const value = (row: AnsweredRow, text: string) => read(row, { value: text });

describe('what an indicator asks for', () => {
  it.each([
    ['a percentage', PERCENT, 'percent', true],
    ['a count', COUNT, 'count', false],
    ['an amount', EURO, 'euro', false],
    ['a day', BY_DATE, 'date', false],
    ['yes or no', YES_NO, 'yes-no', false],
    ['a fraction, where the name is one', RATIO, 'ratio', true],
    ['anything, where nobody confirmed a reading', OPEN, 'open', true],
    ['days', DAYS, 'days', false],
  ] as const)('%s', (_, row, kind, fraction) => {
    expect(row.entry).toMatchObject({ kind, fraction });
  });

  it('anything, where cases, days and answers are all good', () => {
    expect(entryOf({ name: 'x', reading: { kind: 'throughout', from: '2016-01-01', to: '2016-12-31' } }).kind).toBe(
      'open',
    );
  });
});

describe('an answer is read', () => {
  it.each([
    ['a percentage with its sign', PERCENT, '82,5%', { kind: 'number', value: '82.5' }],
    ['a percentage without', PERCENT, ' 82,5 ', { kind: 'number', value: '82.5' }],
    ['less than one percent, said so', PERCENT, '0,5%', { kind: 'number', value: '0.5' }],
    ['none at all', PERCENT, '0', { kind: 'number', value: '0' }],
    ['a fraction typed as a value', PERCENT, '17/20', { kind: 'ratio', numerator: '17', denominator: '20' }],
    ['a count with thousands', COUNT, '1.250', { kind: 'number', value: '1250' }],
    ['an amount', EURO, '€ 1.250,50', { kind: 'number', value: '1250.5' }],
    ['days with their name', DAYS, '12 giorni', { kind: 'number', value: '12' }],
    ['a day', BY_DATE, '30 aprile 2016', { kind: 'date', on: '2016-04-30' }],
    ['not yet', BY_DATE, 'non ancora', { kind: 'not-yet' }],
    ['yes', YES_NO, 'Sì', { kind: 'yes-no', value: true }],
    ['no', YES_NO, 'no', { kind: 'yes-no', value: false }],
    ['anything, where anything is asked', OPEN, '17 su 20', { kind: 'ratio', numerator: '17', denominator: '20' }],
    [
      'what can not be measured, typed as a value',
      COUNT,
      'non rilevabile: banca dati ferma',
      { kind: 'not-assessable', reason: 'banca dati ferma' },
    ],
  ] as const)('%s', (_, row, text, actual) => {
    expect(value(row, text)).toEqual({ ok: true, value: actual });
  });

  it('from numerator and denominator', () => {
    const ratio = { ok: true, value: { kind: 'ratio', numerator: '1700', denominator: '2000.5' } };
    expect(read(RATIO, { numerator: '1.700', denominator: '2.000,5' })).toEqual(ratio);
  });

  it('as the reason why it can not be measured, also without saying which kind of answer it is', () => {
    const actual = { ok: true, value: { kind: 'not-assessable', reason: 'rilevazione sospesa' } };
    expect(read(COUNT, { reason: ' rilevazione sospesa ' })).toEqual(actual);
    expect(read(COUNT, { mode: 'not-assessable', value: '12', reason: 'rilevazione sospesa' })).toEqual(actual);
  });

  it('as the last value again, where there is one', () => {
    const row: AnsweredRow = { ...COUNT, unchanged: { kind: 'number', value: '9' } };
    const nine = { ok: true, value: { kind: 'number', value: '9' } };
    expect(read(row, { mode: 'unchanged' })).toEqual(nine);
    expect(value(row, 'Nessuna variazione')).toEqual(nine);
  });

  it('as empty, when nothing is written', () => {
    expect(read(COUNT, {})).toEqual({ ok: true, value: 'empty' });
    expect(read(COUNT, { note: 'solo una nota' })).toEqual({ ok: true, value: 'empty' });
  });
});

describe('an answer is refused with what was written and what was expected', () => {
  it.each([
    ['words for a percentage', PERCENT, 'abc', '«abc» non va bene: qui serve una percentuale, per esempio 82,5'],
    ['a share that could be a percentage', PERCENT, '0,82', '«0,82» si può leggere in due modi'],
    ['a spelling with two meanings', PERCENT, '1.5', '«1.5» si può leggere in due modi'],
    [
      'days for a percentage',
      PERCENT,
      '12 giorni',
      '«12 giorni» è in un’altra unità di misura: qui si misura in percentuale (qui serve una percentuale',
    ],
    [
      'half a meeting',
      COUNT,
      '2,5',
      '«2,5»: un numero di incontri deve essere intero (qui serve un numero intero di incontri',
    ],
    ['fewer than none', COUNT, '-1', 'un numero di incontri non può essere negativo'],
    ['a percentage of meetings', COUNT, '25%', '«25%» è in un’altra unità di misura'],
    ['yes for a day', BY_DATE, 'sì', '«sì»: il target chiede la data di realizzazione'],
    ['a day that is not there', BY_DATE, '31/02/2016', 'il giorno 31/02/2016 non esiste (qui serve il giorno'],
    ['a day still to come', BY_DATE, '30/09/16', 'il 30/09/2016 deve ancora venire: oggi è il 15/07/2016'],
    ['a number for yes or no', YES_NO, '1', '«1»: il target chiede sì o no (qui serve «sì», «no» oppure «non ancora»)'],
    ['nothing to measure, without why', COUNT, 'non rilevabile', 'per un valore non rilevabile serve il motivo'],
    ['a value that is missing', COUNT, 'n.d.', 'il valore manca: se non si può rilevare, indicare il motivo'],
    ['no change, where nothing was before', COUNT, 'nessuna variazione', '«nessuna variazione» qui non si può usare'],
    ['a whole page', COUNT, 'x'.repeat(300), 'il testo è lungo 300 caratteri'],
  ] as const)('%s', (_, row, text, message) => {
    const read = value(row, text);
    expect(read.ok ? 'taken' : read.error).toContain(message);
  });

  it.each([
    [
      'a value marked as given and not there',
      COUNT,
      { mode: 'value' },
      'il valore manca: serve un numero intero di incontri',
    ],
    ['no reason', COUNT, { mode: 'not-assessable' }, 'serve il motivo: il campo è vuoto'],
    ['a value and a reason', COUNT, { value: '3', reason: 'ferma' }, 'ci sono sia un valore sia il motivo'],
    ['a value and a fraction', RATIO, { value: '3', numerator: '1', denominator: '2' }, 'sia il valore sia numeratore'],
    ['half a fraction', RATIO, { numerator: '3' }, 'manca il denominatore'],
    ['the other half', RATIO, { denominator: '3' }, 'manca il numeratore'],
    ['a fraction of nothing', RATIO, { numerator: '3', denominator: '0' }, 'il denominatore è zero'],
    [
      'a fraction where things are counted',
      COUNT,
      { numerator: '3', denominator: '4' },
      'numeratore e denominatore non servono',
    ],
    [
      'a numerator that is no number',
      RATIO,
      { numerator: 'tre', denominator: '4' },
      'numeratore: «tre» non è un numero',
    ],
    [
      'a denominator with two meanings',
      RATIO,
      { numerator: '3', denominator: '1.5' },
      'denominatore: «1.5» si può leggere',
    ],
  ] as const)('%s', (_, row, fields, message) => {
    const answered = read(row, fields);
    expect(answered.ok ? 'taken' : answered.error).toContain(message);
  });

  it('notes that can not be kept', () => {
    expect(readNote('  ')).toEqual({ ok: true, value: undefined });
    expect(readNote(' =cmd|calc ')).toEqual({ ok: true, value: '=cmd|calc' });
    expect(readNote('a\0b').ok).toBe(false);
    expect(readNote('x'.repeat(4001)).ok).toBe(false);
  });
});

describe('whatever is typed', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.stringMatching(/^[-+]?[0-9.,'%€ /]{1,12}$/),
    fc.constantFrom(
      '',
      'sì',
      'non ancora',
      'nessuna variazione',
      'non rilevabile: x',
      '30/06/2016',
      '1/0',
      'NaN',
      '1e9',
    ),
  );
  const raw = fc.record({
    mode: fc.constantFrom('value', 'unchanged', 'not-assessable', ''),
    value: text,
    numerator: text,
    denominator: text,
    reachedOn: text,
    note: text,
    reason: text,
  });

  it('is a value the register takes, nothing, or a sentence: never an exception', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ROWS), raw, (row, typed) => {
        const answered = readAnswer(row, typed, form());
        if (!answered.ok) expect(answered.error.length).toBeGreaterThan(10);
        else if (answered.value === 'empty') expect(typed.value.trim()).toBe('');
        else expect(refuseActual(answered.value, row)).toBeUndefined();
      }),
      { numRuns: 3000 },
    );
  });

  it('has a hint that says what is expected', () => {
    for (const row of ROWS) expect(expected(row, form())).toMatch(/^\S.{5,}/);
  });

  it('speaks of days of its own exercise', () => {
    expect(expected(BY_DATE, { exercise: 2027 })).toContain('per esempio 30/06/2027');
    const wrong = readAnswer(BY_DATE, answer({ value: 'presto' }), form(undefined, { exercise: 2027 }));
    expect(!wrong.ok && wrong.error).toContain('per esempio 30/06/2027');
  });
});
