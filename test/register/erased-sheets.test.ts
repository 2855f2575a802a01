import { beforeAll, describe, expect, test } from 'vitest';
import { setCycleStatus } from '../../src/register/cycles.js';
import { erasuresOf } from '../../src/register/erasures.js';
import { overTerm } from '../../src/register/over-term.js';
import { sheetOf, sheetsOf } from '../../src/register/reading/sheets.js';
import { addPassage, addSheet } from '../../src/register/sheets.js';
import { evaluatingCycle } from './individual-fixture.js';
import { aRegister } from './register.js';

const register = aRegister();
const AT = '2017-05-01T08:00:00Z';
const ORDER = {
  entity: 'valuta',
  basis: 'retention',
  reason: 'oltre il termine',
  act: 'det. 7/2028',
  by: 'dario',
  at: '2028-01-01T08:00:00Z',
} as const;
let cycle: string;

/** A sheet signed off in a band, or left without an evaluation. */
async function aSheet(person: string, group: string, band: string | undefined): Promise<number> {
  const by = { actor: 'bruno', at: AT, simulated: true } as const;
  const sheet = await addSheet(register.db, by, {
    cycle,
    person,
    group,
    from: '2016-01-01',
    to: '2016-12-31',
    evaluator: { kind: 'person', person: 'bruno' },
    objectives: [{ id: '1', title: 'Fiera RISERVATA', weight: '100', result: { kind: 'own', expected: '20' } }],
  });
  if (band === undefined)
    await addPassage(register.db, by, sheet, {
      passage: 'leave-unevaluated',
      stage: 'not-evaluated',
      text: 'RISERVATO',
    });
  else
    await addPassage(register.db, by, sheet, {
      passage: 'sign-off',
      stage: 'signed-off',
      act: { number: 'RISERVATO 3', date: '2017-05-01' },
      judgements: [{ of: 'qualita', value: 'buono', sentence: 'RISERVATO' }],
      score: {
        ...{ parts: [], coverage: '100', worst: '80', best: '80', score: '80', days: 366, share: '100' },
        band: { id: band, title: band, pay: '100' },
      },
    });
  return sheet;
}

beforeAll(async () => {
  cycle = await evaluatingCycle(register.db);
  for (const [i, band] of ['prima', 'prima', 'seconda', 'terza', undefined].entries())
    await aSheet(`persona-riservata-${i}`, 'personale', band);
  await aSheet('anna-riservata', 'segretario-generale', 'piena');
  await setCycleStatus(register.db, cycle, 'closed', AT);
});

/** Everything that the tables of evaluation hold, as text. */
async function everything(): Promise<string> {
  const tables = ['sheets', 'sheet_versions', 'sheet_passages', 'sheet_judgements', 'sheet_scores', 'sheet_aggregates'];
  const rows = await Promise.all(tables.map((table) => register.owner.query(`select * from ${table}`)));
  return JSON.stringify(rows.map((one) => one.rows));
}

describe('sheets past their term', () => {
  test('go whole, and of groups of at least five how many were in each band stays', async () => {
    expect((await overTerm(register.db, 'valuta', 'individual-results', '2017-04-30')).due).toBe(0);
    const over = await overTerm(register.db, 'valuta', 'individual-results', '2017-05-01');
    expect(over.due).toBe(6);
    expect(await everything()).toMatch(/riservat/i);
    expect(await over.erase(ORDER)).toBe(6);

    expect(await everything()).not.toMatch(/riservat|buono/i);
    expect(await sheetsOf(register.db, cycle)).toEqual([]);
    expect(await sheetOf(register.db, cycle, 1)).toBeUndefined();
    const { rows } = await register.owner.query(
      'select evaluated_group, band, people from sheet_aggregates order by band',
    );
    // One Segretario Generale is nobody else: nothing stays of them.
    expect(rows).toEqual([
      { evaluated_group: 'personale', band: 'prima', people: 2 },
      { evaluated_group: 'personale', band: 'seconda', people: 1 },
      { evaluated_group: 'personale', band: 'terza', people: 1 },
      { evaluated_group: 'personale', band: null, people: 1 },
    ]);
    expect((await erasuresOf(register.db)).map(({ kind, place }) => [kind, place.split('/')[0]])).toEqual(
      Array.from({ length: 6 }, () => ['individual-result', 'sheets']),
    );
  });

  test('are not erased twice, nor counted twice', async () => {
    const over = await overTerm(register.db, 'valuta', 'individual-results', '2017-05-01');
    expect([over.due, await over.erase(ORDER)]).toEqual([0, 0]);
    const { rows } = await register.owner.query('select sum(people)::int as people from sheet_aggregates');
    expect(rows).toEqual([{ people: 5 }]);
  });
});
