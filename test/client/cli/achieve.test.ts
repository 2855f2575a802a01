import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, test } from 'vitest';
import { ciclo as terminal } from './terminal.js';

let out = '';
let wrong = '';
const stdin = Object.getOwnPropertyDescriptor(process, 'stdin');

afterEach(() => {
  if (stdin !== undefined) Object.defineProperty(process, 'stdin', stdin);
});

async function achieve(...words: string[]): Promise<number> {
  const done = await terminal('achieve', ...words);
  out = done.out;
  wrong = done.err;
  return done.code;
}

/** Exit code of `achieve --stdin` fed with these lines; objects are written as JSON. */
async function feed(...lines: readonly (string | object)[]): Promise<number> {
  const text = lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');
  Object.defineProperty(process, 'stdin', { value: Readable.from([text]), configurable: true });
  return achieve('--stdin');
}

const answers = (): readonly Record<string, unknown>[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('ciclo achieve "target" valore', () => {
  test('takes a target and a value that begin with a minus, and still refuses an option it does not know', async () => {
    expect(await achieve('-10% rispetto al 2015', '90', '--baseline', '100')).toBe(0);
    expect(out).toContain('100,00%, semaforo verde');
    expect(await achieve('<= 0', '-5')).toBe(0);
    expect(await achieve('almeno 25', '20', '--formla', 'x')).toBe(2);
    expect(wrong).toContain('--formla');
  });

  test('prints the figure first and then where it comes from', async () => {
    expect(await achieve('almeno 25', '20')).toBe(0);
    const [first, blank, ...rest] = out.split('\n');
    expect([first, blank]).toEqual(['80,00%, semaforo giallo', '']);
    expect(rest.join('\n')).toMatch(/Lettura +almeno 25: più è alto, meglio è/);
    expect(rest.join('\n')).toMatch(/Calcolo +20 ÷ 25 × 100/);
  });

  test('without a figure exits 1 and lists the possible readings', async () => {
    expect(await achieve('7', '6')).toBe(1);
    expect(out).toMatch(/^da chiarire\n/);
    expect(out).toMatch(/Possibile lettura +almeno 7.*\n.*Possibile lettura +al massimo 7/);
  });

  test('a formula decides among the readings it fits, and the trace says so', async () => {
    expect(await achieve('7', '14', '--formula', 'decreasing-symmetric')).toBe(0);
    expect(out).toMatch(/^0,00%/);
    expect(out).toContain('Fra le letture possibili vale quella a cui si applica la formula indicata.');
  });

  test('a formula with numbers is given as JSON', async () => {
    await achieve('almeno 80', '60', '--formula', '{"formula":"linear","floorPercent":50}');
    expect(out).toMatch(/^50,00%/);
  });

  test('an interim date judges what accumulates pro rata', async () => {
    await achieve('almeno 366', '60,5', '--at', '2016-04-30', '--accumulates');
    expect(out).toMatch(/^50,00%/);
    expect(await achieve('almeno 366', '60,5', '--at', '2016-04-30')).toBe(1);
    out = '';
    await achieve('almeno 366', '183', '--at', '2016-04-30', '--level');
    expect(out).toMatch(/^50,00%/);
  });

  test('baseline and event', async () => {
    await achieve('+5% rispetto al 2015', '189', '--baseline', '200');
    expect(out).toMatch(/^90,00%/);
    out = '';
    await achieve("entro 1 mese dall'evento", '15/12/2016', '--event', '2016-11-15');
    expect(out).toMatch(/^100,00%/);
  });

  test('--json answers what a program reads', async () => {
    await achieve('almeno 3', '2', '--json');
    expect(JSON.parse(out)).toMatchObject({
      state: 'assessed',
      achievement: '66.67',
      exact: '200/3',
      sentence: 'almeno 3: più è alto, meglio è',
    });
  });

  test.each([
    [[], 'servono un target e un valore rilevato'],
    [['almeno 25'], 'servono un target e un valore rilevato'],
    [['almeno 25', 'boh'], 'non è un valore'],
    [['almeno 25', '20%'], '«20%» è in un’altra unità di misura, che il target non nomina'],
    [['almeno 25', '1.5'], 'si può leggere in due modi'],
    [['almeno 25', '20', '--formula', 'pippo'], 'trovata «pippo»'],
    [['almeno 25', '20', '--formula', '{rotto'], 'trovata «{rotto»'],
    [['almeno 25', '20', '--year', 'duemila'], 'l’anno non è valido'],
    [['almeno 25', '20', '--at', '30/04/2016'], 'la data in "at" non è valida'],
    [['almeno 25', '20', '--event', '2016-02-30'], 'la data in "event" non è valida'],
    [['almeno 25', '20', '--baseline', 'x'], 'il valore di partenza non è valido'],
    [['almeno 25', '20', '--policy', 'nessuna'], '«nessuna» non è tra i file: ci sono smvp-2016'],
    [['almeno 25', '20', '--accumulates', '--level'], 'si escludono'],
    [['almeno 25', '--stdin'], '--stdin legge tutto dalle righe'],
  ] as const)('%j is refused with 2 and an Italian reason', async (words, reason) => {
    expect(await achieve(...words)).toBe(2);
    expect(wrong).toContain(reason);
    expect(out).toBe('');
  });
});

describe('ciclo achieve --stdin', () => {
  test('answers each line in order, and exits 0 when all were understood', async () => {
    expect(
      await feed(
        { target: 'almeno 25', actual: 20, indicator: '1.1.1-01' },
        '',
        { text: '<= 10 gg.', actual: 15 },
        { text: '<= 10 gg.', actual: 15, formula: 'decreasing-symmetric' },
        { target: 'entro 31/12/2016', actual: '30/11/2016' },
        { target: 'almeno 25', actual: null },
        { target: 'SI', actual: true },
      ),
    ).toBe(0);
    expect(answers().map((a) => [a.line, a.achievement ?? a.state, a.light])).toEqual([
      [1, '80.00', 'yellow'],
      [3, '66.67', 'yellow'],
      [4, '50.00', 'red'],
      [5, '100.00', 'green'],
      [6, 'missing', 'none'],
      [7, '100.00', 'green'],
    ]);
    expect(answers()[0]).toMatchObject({
      indicator: '1.1.1-01',
      uncapped: '80.00',
      exact: '80',
      formula: 'increasing-ratio',
      policy: { id: 'smvp-2016', version: '1' },
      reading: { kind: 'threshold', operator: '>=', value: '25' },
      trace: expect.arrayContaining([{ label: 'Calcolo', value: '20 ÷ 25 × 100' }]),
    });
    expect(answers()[1]).not.toHaveProperty('indicator');
  });

  test('a line that is not understood is answered with what is wrong, the others go on, and the exit code is 2', async () => {
    expect(
      await feed('nope', { target: 'almeno 25', actual: 20 }, '[]', '"x"', 'null', `"${'x'.repeat(100_001)}"`),
    ).toBe(2);
    expect(answers().map((a) => [a.line, a.error ?? a.achievement])).toEqual([
      [1, 'la riga non è JSON'],
      [2, '80.00'],
      [3, 'la riga deve essere un oggetto JSON'],
      [4, 'la riga deve essere un oggetto JSON'],
      [5, 'la riga deve essere un oggetto JSON'],
      [6, 'la riga è troppo lunga'],
    ]);
    expect(answers()[0]?.expected).toBe('{"target": "almeno 25", "actual": 20}');
  });

  const good = { target: 'almeno 25', actual: 20 };
  test.each([
    [{ ...good, foo: 1 }, 'campo non previsto: «foo»', 'solo i campi target'],
    [{ actual: 20 }, 'manca il target', '"target" (o "text")'],
    [{ ...good, text: 'almeno 3' }, 'il target è dato due volte', '"target"'],
    [{ ...good, target: 25 }, 'manca il target', '"target"'],
    [{ ...good, target: { kind: 'boh' } }, 'la lettura non è valida', 'kind'],
    [
      { ...good, target: { kind: 'range', from: 'x', to: 2, unit: { kind: 'number' } } },
      'la lettura non è valida',
      'from: un numero JSON',
    ],
    [{ target: 'almeno 25' }, 'manca il valore rilevato', 'un numero JSON'],
    [{ ...good, actual: [] }, 'valore mancante o di tipo non previsto', 'un numero JSON'],
    [{ ...good, actual: { kind: 'date', on: 'ieri' } }, 'on: valore mancante', 'un numero JSON'],
    [{ ...good, actual: { kind: 'missing', x: 1 } }, 'campo non previsto: «x»', 'un numero JSON'],
    [{ ...good, actual: 1e-7 }, 'il numero ha troppe cifre per il formato JSON', 'numero'],
    ['{"target":"almeno 25","actual":12345678901234567890}', 'il numero ha troppe cifre per il formato JSON', 'numero'],
    [{ ...good, year: '2016' }, 'l’anno non è valido', 'quattro cifre'],
    [{ ...good, year: 16 }, 'l’anno non è valido', 'quattro cifre'],
    [{ ...good, at: 20160430 }, 'la data in "at" non è valida', 'AAAA-MM-GG'],
    [{ ...good, name: 3 }, '"name" deve essere un testo', 'testo'],
    [{ ...good, accumulation: 'forse' }, 'non è chiaro se la misura cresce', '"accumulates" oppure "level"'],
    [{ ...good, baseline: [] }, 'il valore di partenza non è valido', 'numero'],
    [{ ...good, baseline: '1.5' }, 'il valore di partenza non è valido', 'due modi'],
    [{ ...good, policy: 'nessuna' }, 'le regole non si possono usare', '«nessuna» non è tra i file'],
    [{ ...good, formula: { formula: 'linear' } }, 'la formula non è valida', 'una sola soglia minima'],
    [
      { ...good, actual: '20 giorni', target: 'almeno 80%' },
      '«20 giorni» è in un’altra unità di misura',
      'un numero JSON',
    ],
  ] as const)('%j', async (line, error, expected) => {
    expect(await feed(line)).toBe(2);
    const [answer] = answers();
    expect(answer?.line).toBe(1);
    expect(answer?.error).toContain(error);
    expect(answer?.expected).toContain(expected);
  });

  test('a reading stands in place of a text, with numbers as JSON or exact text', async () => {
    const unit = { kind: 'percent' } as const;
    expect(
      await feed(
        {
          reading: { kind: 'threshold', operator: '>=', value: '80', unit, direction: 'more-is-better' },
          actual: { kind: 'ratio', numerator: 2, denominator: '3' },
        },
        { target: { kind: 'range', from: 5, to: 7, unit: { kind: 'number' } }, actual: '6' },
        {
          target: { kind: 'by-date', by: '2016-06-30', strict: false },
          actual: '2016-07-10',
          formula: { formula: 'by-date-degrading', pointsPerDay: 2.5 },
        },
        {
          target: { kind: 'within-period', amount: 10, unit: 'days', event: 'richiesta' },
          actual: 12,
          formula: { formula: 'within-period-degrading', pointsPerUnit: 5 },
        },
        {
          target: {
            kind: 'relative',
            operator: '>=',
            change: 5,
            changeUnit: 'percent',
            baseline: { kind: 'year', year: 2015 },
            direction: 'more-is-better',
            unit: { kind: 'number' },
          },
          actual: 189,
          baseline: 200,
        },
        {
          target: { kind: 'bands', unit, bands: [{ from: 0, fromInclusive: true, toInclusive: false, score: 40 }] },
          actual: '82,5%',
        },
        { target: { kind: 'throughout', from: '2016-01-01', to: '2016-12-31' }, actual: 'sì' },
        { target: { kind: 'yes-no', expected: true }, actual: false },
        { target: { kind: 'yes-no', expected: true }, actual: { kind: 'not-assessable', reason: 'servizio sospeso' } },
      ),
    ).toBe(0);
    expect(answers().map((a) => a.exact ?? a.state)).toEqual([
      '250/3',
      '100',
      '75',
      '90',
      '90',
      '40',
      '100',
      '0',
      'not-assessable',
    ]);
  });

  test('steps are given with their numbers', async () => {
    const formula = {
      formula: 'steps',
      of: 'increasing-ratio',
      steps: [
        { from: 0, score: 0 },
        { from: 80, score: 70.5 },
      ],
    };
    await feed({ ...good, formula });
    expect(answers()[0]?.achievement).toBe('70.50');
  });

  test('name, previous target and year help the reading; without a year the exercise is that of the date', async () => {
    await feed(
      { target: '7', name: 'Tempo medio di lavorazione pratiche', actual: 14, formula: 'decreasing-ratio' },
      { target: 'entro il 30/06', year: 2027, actual: '2027-06-30' },
      { target: 'almeno 365', at: '2015-04-30', accumulation: 'accumulates', actual: 60 },
    );
    expect(answers().map((a) => a.exact ?? a.state)).toEqual(['50', '100', '50']);
  });

  test('a target proposed from the name is not judged before somebody confirms it', async () => {
    await feed({ target: '7', name: 'Tempo medio di lavorazione pratiche', actual: 14 });
    expect(answers()).toMatchObject([{ state: 'doubtful', candidates: [expect.stringContaining('al massimo 7')] }]);
    expect(answers()[0]).not.toHaveProperty('exact');
  });

  test('a doubtful target is answered with its reasons and the readings to confirm', async () => {
    expect(await feed({ target: '>=31/3/2016', actual: '15/03/2016' }, { target: 'n.d.', actual: 3 })).toBe(0);
    const [doubtful, nothing] = answers();
    expect(doubtful).toMatchObject({ state: 'doubtful', light: 'none', candidates: ['entro il 31/03/2016, compreso'] });
    expect(doubtful).not.toHaveProperty('achievement');
    expect(nothing).toMatchObject({ state: 'not-assessable', reasons: [expect.stringContaining('n.d.')] });
  });

  test('a formula decides only when it fits exactly one reading', async () => {
    await feed(
      { target: '>=31/3/2016', actual: '2016-03-15', formula: 'by-date' },
      { target: '7', actual: 6, formula: 'increasing-ratio' },
      { target: '7', actual: 6, formula: 'all-or-nothing' },
      { target: 'almeno 7', actual: 6, formula: 'decreasing-ratio' },
    );
    expect(answers().map((a) => a.exact ?? a.state)).toEqual(['100', '600/7', 'doubtful', 'doubtful']);
  });

  test("a policy is a file of one's own too", async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ciclo-policy-'));
    try {
      const file = join(folder, 'regole.yaml');
      writeFileSync(file, 'id: rotta\n');
      expect(await feed({ ...good, policy: file })).toBe(2);
      expect(answers()[0]?.expected).toContain('regole.yaml');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
