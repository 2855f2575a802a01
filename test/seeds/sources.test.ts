import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { formatSeedError, parseYaml } from '../../src/seeds/read-yaml.js';
import { bindPeriod, fillPeriod } from '../../src/seeds/source-period.js';
import { sourcesSchema } from '../../src/seeds/source-schema.js';
import { loadSources } from '../../src/seeds/sources.js';
import { SEED } from '../domain/plan/seed.js';
import { PERIOD } from '../office/sources/source.js';
import { bodiesOnFile } from '../setup/bodies.js';

const file = (read: string, rest = ''): string =>
  `sources:\n  - id: prova\n    title: Prova\n    indicator: 1.1.1-01\n    connection: ufficio\n    unit: number\n${rest}    read: ${read}\n`;
const GOOD = '{ kind: csv, file: "a.csv", value: n }';

function errorsOf(text: string): string {
  const read = parseYaml('sources.yaml', text, sourcesSchema);
  return read.ok ? '' : read.error.map(formatSeedError).join('\n');
}

describe('the file of the automatic sources', () => {
  test('of Massa-Carrara names three ways to read four indicators, and satisfies the published schema', () => {
    const sources = bodiesOnFile().sources('ccms');
    expect(sources.map((s) => [s.indicator, s.read.kind])).toEqual([
      ['1.1.1-01', 'csv'],
      ['2.1.4-01', 'csv'],
      ['2.2.1-01', 'json'],
      ['2.1.2-01', 'sql'],
    ]);
    const schema = z.fromJSONSchema(JSON.parse(readFileSync(join(SEED, '../../schemas/sources.schema.json'), 'utf8')));
    const written = parse(readFileSync(join(SEED, 'sources.yaml'), 'utf8'));
    expect(schema.safeParse(JSON.parse(JSON.stringify(written))).error?.issues ?? []).toEqual([]);
  });

  test.each([
    [GOOD],
    ['{ kind: xlsx, file: "{year}/a.xlsx", sheet: Dati, headerRow: 3, row: { al: "{to}" }, value: n }'],
    ['{ kind: xlsx-cell, file: a.xlsx, value: { numerator: B7, denominator: AA12 } }'],
    [`{ kind: json, file: "v1/tempi?al={to}", value: "$.periodi[?@.al == '{to}'].giorni" }`],
    ['{ kind: sql, query: "with x as (select 1 as n) select n from x", value: n }'],
  ])('takes %s', (read) => {
    expect(errorsOf(file(read))).toBe('');
  });

  test.each<[string, string, string]>([
    [
      'a way nobody knows',
      '{ kind: pdf, file: a }',
      'sources.yaml:7: sources.0.read.kind: atteso una forma di lettura fra csv',
    ],
    [
      'a file above the folder',
      '{ kind: csv, file: "x/../../a.csv", value: n }',
      'sources.0.read.file: atteso un percorso relativo',
    ],
    [
      'a whole path',
      '{ kind: csv, file: "/etc/passwd", value: n }',
      'sources.0.read.file: atteso un percorso relativo',
    ],
    [
      'a whole address',
      '{ kind: csv, file: "http://ente.example/a", value: n }',
      'sources.0.read.file: atteso un percorso relativo',
    ],
    [
      'a placeholder nobody knows',
      '{ kind: csv, file: "{anno}.csv", value: n }',
      'segnaposto sconosciuto «{anno}»: attesi {from}, {to}',
    ],
    [
      'a JSONPath that is none',
      '{ kind: json, file: a, value: "$.[" }',
      'sources.0.read.value: il JSONPath non si legge',
    ],
    [
      'a JSONPath that tries a pattern, which may never end',
      `{ kind: json, file: a, value: "$[?search(@.a, '(a+)+$')].n" }`,
      'sources.0.read.value: nel JSONPath la funzione search() non si può usare',
    ],
    [
      'the same for the whole text',
      `{ kind: json, file: a, value: "$[?match(@.a, '(a+)+')].n" }`,
      'sources.0.read.value: nel JSONPath la funzione match() non si può usare',
    ],
    ['a path that is neither', '{ kind: json, file: a, value: "dati.n" }', 'JSONPath che comincia con $'],
    [
      'half a ratio',
      '{ kind: csv, file: a.csv, value: { numerator: n } }',
      'sources.0.read.value: manca: atteso il nome di una colonna',
    ],
    [
      'a cell that is none',
      '{ kind: xlsx-cell, file: a.xlsx, value: { numerator: 7B, denominator: B7 } }',
      'sources.0.read.value.numerator: atteso l’indirizzo di una cella',
    ],
    [
      'a command that changes',
      '{ kind: sql, query: "update x set n = 1", value: n }',
      'SQL che comincia con select o with',
    ],
    ['a field too many', '{ kind: sql, query: "select 1 as n", value: n, file: a }', 'campo non previsto: file'],
  ])('refuses %s, with file, line, field and what was expected', (_, read, message) => {
    expect(errorsOf(file(read))).toContain(message);
  });

  test.each<[string, string]>([
    ['in the connection', file(GOOD).replace('ufficio', 'postgres://ciclo:p4rola@db.ente.example/x')],
    ['in the file', file('{ kind: json, file: "https://ciclo:p4rola@ente.example/x", value: "$" }')],
    ['in the title', file(GOOD).replace('title: Prova', 'title: "da https://u:p4rola@h"')],
    ['in a parameter', file('{ kind: json, file: "x?api_key=p4rola", value: "$" }')],
    ['in a query', file('{ kind: sql, query: "select n from dblink(\'postgres://u:p4rola@h/d\')", value: n }')],
    ['in a field of its own', file(GOOD, '    password: p4rola\n')],
  ])('refuses credentials %s without repeating them', (_, text) => {
    const errors = errorsOf(text);
    expect(errors).toMatch(/credenzial|campo non previsto/);
    expect(errors).not.toContain('p4rola');
  });

  test('refuses two sources of one indicator, and an indicator the plan does not have', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ciclo-fonti-'));
    cpSync(join(SEED, 'sources.yaml'), join(folder, 'sources.yaml'));
    const text = readFileSync(join(folder, 'sources.yaml'), 'utf8');
    writeFileSync(join(folder, 'sources.yaml'), text.replace('2.1.4-01', '1.1.1-01').replace('2.2.1-01', '9.9.9-99'));
    const read = loadSources(folder, bodiesOnFile().plan('ccms', 2016));
    rmSync(folder, { recursive: true });
    expect(read.ok ? [] : read.error.map((e) => `${e.line > 0} ${e.field}: ${e.message}`)).toEqual([
      'true sources.1.indicator: «1.1.1-01» compare già in un’altra fonte',
      'true sources.2.indicator: «9.9.9-99» non è il codice di un indicatore del Piano',
    ]);
  });

  test('a body without one has no sources', () => {
    expect(loadSources(tmpdir())).toEqual({ ok: true, value: [] });
  });
});

describe('the period of a checkpoint', () => {
  test('takes the place of the braces', () => {
    expect(fillPeriod('{year}/{month}: {from}–{to}, {from:it}–{to:it}', PERIOD)).toBe(
      '2016/04: 2016-01-01–2016-04-30, 01/01/2016–30/04/2016',
    );
  });

  test('reaches a database as parameters, each once', () => {
    expect(bindPeriod('a >= {from} and b <= {to} and c > {from} and y = {year}', PERIOD)).toEqual({
      text: 'a >= $1::date and b <= $2::date and c > $1::date and y = $3::integer',
      values: ['2016-01-01', '2016-04-30', '2016'],
    });
  });
});
