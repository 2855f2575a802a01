import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { collectSeries } from '../../src/office/collect-series.js';
import { saveBody } from '../../src/register/body.js';
import { logOf } from '../../src/register/log.js';
import { profileToday, seriesValues } from '../../src/register/series-values.js';
import type { SeriesSource } from '../../src/seeds/series-sources.js';
import { aCycle } from '../register/fixtures.js';
import { aRegister } from '../register/register.js';
import { connectionsOf, HASTY } from './sources/source.js';

const register = aRegister();
const folder = mkdtempSync(join(tmpdir(), 'ciclo-serie-'));
let entity: string;

beforeAll(async () => {
  entity = (await aCycle(register.db)).split('/')[0] ?? '';
  const columns = [2014, 2015].map((year) => ({ subject: entity, year }));
  const rows = [
    { id: 'pratiche', name: 'Pratiche', cells: ['900', '1.000'] },
    { id: 'quota', name: 'Quota', cells: ['50%', '60%'] },
  ];
  const chapters = [{ id: 'c', title: 'C', tables: [{ id: 't', title: 'T', source: 'cap. 1', columns, rows }] }];
  await saveBody(register.db, entity, { profile: { chapters, stakeholders: [] }, followed: [] });
});
afterAll(() => rmSync(folder, { recursive: true }));

const aSource = (
  id: string,
  row: string,
  value: string | { readonly numerator: string; readonly denominator: string },
): SeriesSource => ({
  id,
  title: `Fonte ${id}`,
  series: { negative: false, table: 't', row },
  connection: 'prova',
  unit: row === 'quota' ? 'percent' : 'count',
  read: { kind: 'csv', file: 'anno-{year}.csv', value },
});
const SOURCES = [aSource('pratiche', 'pratiche', 'n'), aSource('quota', 'quota', { numerator: 'a', denominator: 'b' })];

const collect = async (csv: string | undefined) => {
  if (csv !== undefined) writeFileSync(join(folder, 'anno-2016.csv'), csv);
  const connections = connectionsOf({ CICLO_SOURCE_PROVA_URL: folder });
  const reader = { connections, limits: HASTY, signal: AbortSignal.timeout(5_000) };
  const asked = { entity, year: 2016, at: '2017-01-10T08:00:00Z', simulated: true } as const;
  const reports = await collectSeries(register.db, SOURCES, asked, reader);
  return reports.map(({ outcome }) => outcome.kind);
};
const cells = async () =>
  (await profileToday(register.db, entity))?.chapters[0]?.tables[0]?.rows.map((row) => row.cells.at(-1));

test('a source that is not there fails with its reason, and changes nothing', async () => {
  expect(await collect(undefined)).toEqual(['failed', 'failed']);
  expect(await seriesValues(register.db, entity)).toEqual([]);
});

test('what is odd is left for a person to say', async () => {
  expect(await collect('n;a;b\n12;3;4\n')).toEqual(['odd', 'recorded']);
  expect(await cells()).toEqual(['', '75%']);
});

test('a year is read, stands in the series, and read again changes nothing', async () => {
  expect(await collect('n;a;b\n1.100;3;4\n')).toEqual(['recorded', 'same']);
  expect(await collect('n;a;b\n1.100;3;4\n')).toEqual(['same', 'same']);
  expect(await cells()).toEqual(['1.100', '75%']);
  expect((await seriesValues(register.db, entity)).at(-1)).toMatchObject({
    origin: 'source',
    source: 'Fonte pratiche',
    actor: 'sistema',
  });
  const lines = (await logOf(register.db)).filter(({ action }) => action === 'series-extended');
  expect(lines).toHaveLength(2);
});
