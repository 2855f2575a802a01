import { describe, expect, test } from 'vitest';
import { giveValue } from '../../src/acts/checkpoint/give-value.js';
import { type Field, optional, readFields, writtenText } from '../../src/acts/field.js';
import { files } from '../../src/acts/file-readers.js';
import {
  amount,
  anyOf,
  change,
  confirmed,
  day,
  decimal,
  each,
  figures,
  line,
  measured,
  oneOf,
  sectionText,
  text,
  weight,
  whole,
  year,
  yesNo,
} from '../../src/acts/readers.js';
import { submissionBody } from '../../src/client/api/schemas.js';
import { readNote } from '../../src/forms/answer.js';

const NAMED = { text: text(), line: line(), day: day(), amount: amount(), weight: decimal({ least: 0, most: 100 }) };

describe('what a person writes is read in one way, whatever it comes by', () => {
  test.each<[what: string, field: Field<unknown>, written: string, read: unknown]>([
    ['a text keeps its lines, not what stands around them', text(), '  prima\r\nseconda ', 'prima\nseconda'],
    ['a day as a browser sends it', day(), '2016-02-29', '2016-02-29'],
    ['a day as offices write it', day(), '29/2/2016', '2016-02-29'],
    ['a day with its month in letters', day(), 'il 1° luglio 2016', '2016-07-01'],
    ['thousands after a point', amount(), '1.500', '1500'],
    ['an amount to the cent, with its sign', amount(), '12.500,55 €', '12500.55'],
    ['a percentage', decimal(), '92,5%', '92.5'],
    ['a number of things', whole(), '12', 12],
    ['an exercise', year(), '2017', 2017],
    ['one of what is offered', oneOf(['a', 'b']), 'b', 'b'],
    ['a ticked box', yesNo(), 'si', true],
    ['a box left as it is', yesNo(), '', false],
    ['a confirmation', confirmed(), 'true', true],
    ['nothing where nothing is asked', optional(day()), ' ', undefined],
  ])('%s', (_what, field, written, read) => {
    expect(field.read(writtenText(written))).toEqual({ ok: true, value: read });
  });

  test('a table of 100.000 cells is refused as a table, not by its letters', () => {
    const table = `|${'a|'.repeat(20)}\n|${'-|'.repeat(20)}\n${`|${'1|'.repeat(20)}\n`.repeat(4_998)}`;
    const read = sectionText().read(writtenText(table));
    expect(read.ok ? '' : read.error).toContain('una tabella di 100.000 celle è troppo grande');
    const long = sectionText().read(writtenText('a'.repeat(100_001)));
    expect(long.ok ? '' : long.error).toContain('il testo supera i 100.000 caratteri');
    expect(sectionText().read(writtenText('# Titolo\r\n\r\nTesto.'))).toEqual({
      ok: true,
      value: '# Titolo\n\nTesto.',
    });
  });

  test.each([
    ['a share', `1${' '.repeat(120_000)}%x`],
    ['an amount', `1${' '.repeat(120_000)}€x`],
    ['nothing that ends', `1${'\n'.repeat(120_000)}x`],
    ['figures', `1${'.000'.repeat(30_000)}x`],
  ])('what no number is as long as is refused at once, as %s', (_, written) => {
    const began = performance.now();
    for (const field of [decimal(), amount(), weight(), day(), measured(), figures()])
      expect(field.read(writtenText(written)).ok).toBe(false);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  test.each<[what: string, field: Field<unknown>, written: string, said: string]>([
    ['a number with two meanings', decimal(), '1.5', 'si può leggere in due modi'],
    ['a weight over the whole', NAMED.weight, '1.500', 'non è tra 0 e 100'],
    ['a fraction of a cent', amount(), '10,505', 'troppi decimali'],
    ['less than nothing', amount(), '-3', 'è meno di 0'],
    ['a day that is not', day(), '31/02/2016', 'il giorno 31/02/2016 non esiste'],
    ['a day without its year', day(), '31 ottobre', 'manca l’anno'],
    ['no day at all', day(), 'domani', '«domani» non è una data'],
    ['a line of two lines', line(), 'una\ndue', 'una sola riga'],
    ['a line too long', line(10), 'undici lett', 'ha 11 caratteri: al massimo 10'],
    ['what can not be kept', text(), 'a\0b', 'non si può registrare'],
    ['what is not offered', oneOf(['a', 'b']), 'c', '«c» non va bene: si attende uno fra a, b'],
    ['one too many', anyOf(['a']), 'z', '«z» non va bene'],
    ['a box nobody ticked', confirmed(), '', 'manca'],
    ['nothing where something is asked', text(), ' \n ', 'manca'],
    ['half a person', whole(), '1,5', 'non è un numero intero'],
  ])('%s is refused in words', (_what, field, written, said) => {
    expect(field.read(writtenText(written))).toEqual({ ok: false, error: expect.stringContaining(said) });
  });

  test('files that were refused, or are too many, are said', () => {
    const one = { ok: true, value: { name: 'a.pdf', mime: 'application/pdf', bytes: new Uint8Array() } } as const;
    const sent = (...all: readonly unknown[]) => files({ most: 2 }).read({ texts: [], files: all as never });
    expect(sent(one, one)).toMatchObject({ ok: true, value: [one.value, one.value] });
    expect(sent(one, one, one)).toEqual({ ok: false, error: 'i file sono troppi: al massimo 2' });
    expect(sent(one, { ok: false, error: 'a.exe non va' })).toEqual({ ok: false, error: 'a.exe non va' });
  });

  test('everything wrong is said at once, each at its field', () => {
    const written = (name: string) => writtenText({ day: 'ieri', amount: '5' }[name] ?? '');
    const read = readFields(NAMED, written, (name) => (name === 'text' ? 'manca il testo' : undefined));
    expect(read).toEqual({
      ok: false,
      error: [
        { field: 'text', text: 'manca il testo' },
        { field: 'line', text: 'manca' },
        { field: 'day', text: expect.stringContaining('«ieri»') },
        { field: 'weight', text: 'manca' },
      ],
    });
  });

  test('what is changed of something that stands is left, taken away or said', () => {
    const field = change(weight());
    expect(field.read({ texts: [], files: [] })).toEqual({ ok: true, value: undefined });
    expect(field.read(writtenText(' '))).toEqual({ ok: true, value: null });
    expect(field.read(writtenText('2,50 %'))).toEqual({ ok: true, value: '2.50' });
    expect(field.read(writtenText('1.500'))).toEqual({ ok: false, error: expect.stringContaining('non è un peso') });
  });

  test('of several named things each is read, and each that is wrong is said at its own place', () => {
    const fields = { weights: each(weight()), targets: each(change(text())) };
    const of = (weights: readonly string[], targets: readonly string[] = []) =>
      readFields(fields, (name) => writtenText(...(name === 'weights' ? weights : targets)));
    expect(of(['1.1=40', '1.2=60'], ['2016=a = b', '2017='])).toEqual({
      ok: true,
      value: {
        weights: new Map([
          ['1.1', '40'],
          ['1.2', '60'],
        ]),
        targets: new Map([
          ['2016', 'a = b'],
          ['2017', null],
        ]),
      },
    });
    expect(of(['1.1=molto', '1.2=60', '1.2=50', 'quaranta'])).toEqual({
      ok: false,
      error: [
        { field: 'weights/1.1', text: expect.stringContaining('«molto» non è un peso') },
        { field: 'weights/1.2', text: '«1.2» è scritto due volte' },
        { field: 'weights/', text: '«quaranta» va scritto come codice=valore' },
      ],
    });
  });
});

describe('what is said with a value', () => {
  const { reason, note, cause, next, lateReason } = giveValue.fields;
  test.each([
    ['reason', reason],
    ['note', note],
    ['cause', cause],
    ['next', next],
    ['late reason', lateReason],
  ])('may be as long as in the form of the page: %s', (_, field) => {
    for (const [letters, fits] of [
      [4_000, true],
      [4_001, false],
    ] as const) {
      const written = 'a'.repeat(letters);
      const asSubmitted = submissionBody.safeParse({
        rows: [{ indicator: 'A-1', note: written }],
        lateReason: written,
      });
      expect([field.read(writtenText(written)).ok, readNote(written).ok, asSubmitted.success]).toEqual([
        fits,
        fits,
        fits,
      ]);
    }
  });
});
