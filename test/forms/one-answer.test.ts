import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askOdd, readWritten } from '../../src/acts/checkpoint/written-answers.js';
import { readFields } from '../../src/client/cli/achieve-request.js';
import { readTyped } from '../../src/client/pages/duties/officer/answers.js';
import { BLANK } from '../../src/client/pages/duties/officer/typed.js';
import type { Actual } from '../../src/domain/achievement/types.js';
import type { Measure } from '../../src/domain/measured/measure.js';
import { oddities } from '../../src/domain/measured/odd.js';
import { refuseActual } from '../../src/domain/measured/refuse-actual.js';
import type { Reading, Unit } from '../../src/domain/targets/types.js';
import type { FormRow } from '../../src/forms/form.js';
import { LIMITS } from '../../src/office/sources/limits.js';
import { readSource } from '../../src/office/sources/read-source.js';
import { readConnections } from '../../src/platform/connections.js';
import type { SourceUnit } from '../../src/seeds/sources.js';
import { readOfficerSheet } from '../../src/sheets/officer-sheet.js';
import { byDate, threshold } from '../domain/achievement/readings.js';
import { form, row } from '../sheets/forms.js';
import { ods, odsFile } from '../sheets/open-document.js';
import { ooxml, packed, typed } from '../sheets/workbooks.js';

/*
 * One table of values through every door: what can not be is refused by all, what is odd is asked by all, the rest is
 * taken by all, and as the same value.
 */

const CODE = '1.1.1-01';
const FORM = form([], { period: { from: '2016-01-01', to: '2016-12-31' }, today: '2017-01-20' });
const KEY = 'Chiave del foglio (non modificare): M | Anna | ccms/2016 | monitoraggio-aprile | anna | abcdef012345';

type Verdict = 'refused' | 'asked' | Actual;
type Door = (text: string, asked: FormRow) => Promise<Verdict>;

const formOf = (asked: FormRow) => ({ ...FORM, rows: [asked] });
const verdict = (actual: Actual, questions: readonly string[]): Verdict => (questions.length > 0 ? 'asked' : actual);
const momentOf = (): Measure['moment'] => ({ exercise: 2016, at: '2016-12-31', today: '2017-01-20' });

async function bySheet(bytes: Uint8Array, asked: FormRow): Promise<Verdict> {
  const read = await readOfficerSheet(bytes, formOf(asked));
  if (!read.ok) throw new Error(read.error);
  const [answer] = read.value.answers;
  if (answer === undefined) return read.value.errors.length > 0 ? 'refused' : Promise.reject(new Error('no answer'));
  const weighed = askOdd(formOf(asked), [answer], false);
  return verdict(
    answer.actual,
    weighed.asked.map(({ message }) => message),
  );
}

const LINES = (text: string): readonly (readonly string[])[] => [[KEY], ['Codice', 'Valore'], [CODE, text]];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ciclo-valori-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SOURCE_UNITS: Readonly<Record<Unit['kind'], SourceUnit>> = {
  number: 'number',
  percent: 'percent',
  'percentage-points': 'percentage-points',
  euro: 'euro',
  days: 'days',
  hours: 'hours',
  months: 'months',
  count: 'count',
  score: 'score',
};

const doors: Readonly<Record<string, Door>> = {
  page: async (text, asked) => {
    const read = readTyped(asked, { ...BLANK, choice: 'value', value: text }, formOf(asked));
    if (!read.ok) return 'refused';
    if (read.value === 'empty') throw new Error('nothing was answered');
    return verdict(read.value.actual, read.value.questions);
  },
  'API and command line': async (text, asked) => {
    const { answers, problems } = readWritten(formOf(asked), [{ indicator: CODE, value: text }]);
    const [answer] = answers;
    if (answer !== undefined) return answer.actual;
    return problems.some(({ message }) => message.includes('è giusto?')) ? 'asked' : 'refused';
  },
  'sheet of Excel': async (text, asked) => {
    const rows = LINES(text).map(
      (cells, r) => `<row r="${r + 1}">${cells.map((one, c) => typed(`${'AB'[c]}${r + 1}`, one)).join('')}</row>`,
    );
    return bySheet(packed(ooxml(rows.join(''))), asked);
  },
  'sheet of LibreOffice': async (text, asked) =>
    bySheet(
      odsFile([
        ods.table(
          'Dati',
          LINES(text).map((cells) => ods.row(cells.map(ods.text))),
        ),
      ]),
      asked,
    ),
  CSV: async (text, asked) =>
    bySheet(
      Buffer.from(
        LINES(text)
          .map((cells) => cells.map((one) => `"${one}"`).join(';'))
          .join('\n'),
      ),
      asked,
    ),
  source: async (text, asked) => {
    writeFileSync(join(folder, 'valori.csv'), `codice;valore\n${CODE};"${text}"\n`);
    const connections = readConnections({ CICLO_SOURCE_PROVA_URL: folder });
    if (!connections.ok) throw new Error('the folder is a connection');
    const measure: Measure = { ...asked, moment: momentOf() };
    const unit = asked.reading?.kind === 'by-date' ? 'date' : SOURCE_UNITS[asked.unit?.kind ?? 'number'];
    const read = await readSource(
      {
        id: 'prova',
        title: 'Fonte di prova',
        indicator: CODE,
        connection: 'prova',
        unit,
        read: { kind: 'csv', file: 'valori.csv', row: { codice: CODE }, value: 'valore' },
      },
      { exercise: 2016, from: '2016-01-01', to: '2016-12-31' },
      measure,
      { connections: connections.value, limits: LIMITS, signal: new AbortController().signal },
    );
    return read.ok ? verdict(read.value.actual, oddities(read.value.actual, measure)) : 'refused';
  },
  'achieve of the command line': async (text, asked) => {
    const read = readFields({ reading: asked.reading, actual: text, name: asked.name, year: 2016, at: '2016-12-31' });
    return read.ok ? verdict(read.value.input.actual, read.value.odd) : 'refused';
  },
};

const asking = (name: string, reading: Reading): FormRow => row(CODE, reading, { name });
const of = (operator: '>=' | '<=', value: string, unit: Unit): Reading => threshold(operator, value, { unit });
const number = (value: string): Actual => ({ kind: 'number', value });

const SHARE = asking('Domande istruite nei termini / totale', of('>=', '85', { kind: 'percent' }));
const PLAIN_SHARE = asking('Utenti che tornano', of('>=', '85', { kind: 'percent' }));
const COUNTED = asking('Laboratori nelle scuole', of('>=', '14', { kind: 'count', noun: 'laboratori' }));
const COST = asking('Spesa per i mezzi', of('<=', '9000', { kind: 'euro' }));
const TIME = asking('Tempo medio di risposta', of('<=', '15', { kind: 'days' }));
const DAY = asking('Adozione del regolamento', byDate('2016-10-31'));

const table: readonly (readonly [string, FormRow, Verdict])[] = [
  ['8500', SHARE, 'refused'],
  ['9.200%', PLAIN_SHARE, 'refused'],
  ['104%', SHARE, 'refused'],
  ['104%', PLAIN_SHARE, 'asked'],
  ['19 su 16', SHARE, 'refused'],
  ['15 su 16', SHARE, { kind: 'ratio', numerator: '15', denominator: '16' }],
  ['87,4%', SHARE, number('87.4')],
  ['-6', COUNTED, 'refused'],
  ['14,5', COUNTED, 'refused'],
  ['140', COUNTED, 'asked'],
  ['16', COUNTED, number('16')],
  ['16 laboratori', COUNTED, number('16')],
  ['16 convegni', COUNTED, 'refused'],
  ['-€ 1.200,40', COST, 'asked'],
  ['€ 7.200,40', COST, number('7200.4')],
  ['7\u00a0200,40', COST, number('7200.4')],
  ['7 200 40', COST, 'refused'],
  ['20 ore', TIME, 'refused'],
  ['95%', TIME, 'refused'],
  ['14,3 giorni', TIME, number('14.3')],
  ['150 giorni', TIME, 'asked'],
  ['12/08/1916', DAY, 'refused'],
  ['12/08/2061', DAY, 'refused'],
  ['12/08/2015', DAY, 'asked'],
  ['12/08/2016', DAY, { kind: 'date', on: '2016-08-12' }],
  ['12-ago-2016', DAY, { kind: 'date', on: '2016-08-12' }],
  ['31 giugno 2016', DAY, 'refused'],
];

describe.each(Object.entries(doors))('a value that comes by %s', (_, door) => {
  it.each(table)('«%s» for one indicator and its target', async (text, asked, expected) => {
    expect(await door(text, asked)).toEqual(expected);
  });
});

it('a total below the last one of its year is asked about by every door that knows the last one', async () => {
  const fallen: FormRow = {
    ...COUNTED,
    last: { actual: number('15'), on: '2016-08-31', exercise: 2016 },
  };
  for (const [name, door] of Object.entries(doors)) {
    if (name !== 'achieve of the command line') expect([name, await door('13', fallen)]).toEqual([name, 'asked']);
  }
});

it('the register itself takes none of those that are refused', async () => {
  for (const [text, asked, expected] of table) {
    if (expected === 'refused' || expected === 'asked') continue;
    expect([text, refuseActual(expected, { ...asked, moment: momentOf() })]).toEqual([text, undefined]);
  }
  const refused: readonly (readonly [Actual, FormRow])[] = [
    [number('8500'), SHARE],
    [{ kind: 'ratio', numerator: '19', denominator: '16' }, SHARE],
    [number('-6'), COUNTED],
    [number('14.5'), COUNTED],
    [{ kind: 'date', on: '1916-08-12' }, DAY],
    [{ kind: 'date', on: '2061-08-12' }, DAY],
  ];
  for (const [actual, asked] of refused) {
    expect(refuseActual(actual, { ...asked, moment: momentOf() })).toBeDefined();
  }
});
