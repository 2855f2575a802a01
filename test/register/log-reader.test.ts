import { beforeAll, describe, expect, test } from 'vitest';
import { appendLog, type LogEntry } from '../../src/register/log.js';
import { forReader, individualCodes, type LogReader, logReader, readableBy } from '../../src/register/log-reader.js';
import { aCycle } from './fixtures.js';
import { aRegister } from './register.js';

const register = aRegister();
const CYCLE = { id: 'prova/2016', entity: 'prova', exercise: 2016 };
const entry: LogEntry = { at: '2016-05-01T08:00:00Z', actor: 'carla', action: 'prova', subject: 'x', cycle: CYCLE.id };

beforeAll(async () => {
  await aCycle(register.db);
  await register.owner.query(`
    insert into plan_versions (entity, exercise, version, plan, hash, status) values ('prova', 2016, 1, '{}', 'h', 'draft')`);
  for (const [code, place] of [
    ['D(1)-01', 'individual:D(1)'],
    ['7', 'individual:3'],
    ['1.1-01', 'individual:D(1)'],
    ['1.1-01', 'scorecard'],
    ['2.1-01', 'scorecard'],
  ]) {
    await register.owner.query(
      `insert into indicators (entity, exercise, version, place, code, ordinal, name, office)
       values ('prova', 2016, 1, $1, $2, 1, 'x', 'isr')`,
      [place, code],
    );
  }
  await appendLog(
    register.db,
    { ...entry, subject: 'D(1)-01', detail: { remark: 'insufficiente' } },
    { ...entry, subject: '7' },
    { ...entry, subject: 'Azione per D(1)-01: si recupera' },
    { ...entry, subject: 'altro', detail: { indicator: 'D(1)-01' } },
    { ...entry, subject: 'Piano versione 7', detail: { reason: 'esame 7 del 3' } },
    {
      ...entry,
      subject: 'valori',
      detail: { indicators: ['D(1)-01', '2.1-01'], failed: { 'D(1)-01': 'x', '2.1-01': 'y' } },
    },
    { ...entry, subject: 'proroga', detail: { reason: 'manca D(1)-01 (grave).' } },
    { ...entry, subject: '1.1-01', detail: { reason: 'E(1)-01 è un altro' } },
  );
});

const read = async (reader: LogReader) => {
  const rows = await register.db
    .selectFrom('log')
    .select(['subject', 'detail'])
    .where(readableBy(reader))
    .orderBy('id')
    .execute();
  return rows.map((row) => forReader(row, reader));
};

describe('who may not see individual results reads the log', () => {
  test('by the codes that only individual objectives have, in any version of the plan', async () => {
    expect([...(await individualCodes(register.db, 'prova', 2016))].sort()).toEqual(['7', 'D(1)', 'D(1)-01']);
  });

  test('without the lines about them, and with the others struck where they mention one', async () => {
    expect(await read(await logReader(register.db, CYCLE, false))).toEqual([
      { subject: 'Piano versione 7', detail: { reason: 'esame 7 del 3' } },
      { subject: 'valori', detail: { indicators: ['2.1-01'], failed: { '2.1-01': 'y' } } },
      { subject: 'proroga', detail: { reason: '(omesso: riguarda risultati individuali)' } },
      { subject: '1.1-01', detail: { reason: 'E(1)-01 è un altro' } },
    ]);
  });
});

test('who may reads all of it, as it was written', async () => {
  const all = await read(await logReader(register.db, CYCLE, true));
  expect(all).toHaveLength(8);
  expect(all[6]).toEqual({ subject: 'proroga', detail: { reason: 'manca D(1)-01 (grave).' } });
});
