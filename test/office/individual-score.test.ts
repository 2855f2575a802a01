import { beforeAll, describe, expect, test } from 'vitest';
import type { Rollup } from '../../src/domain/achievement/types.js';
import { scoreOnRecord } from '../../src/office/individual-score.js';
import { saveAssessment } from '../../src/register/assessments.js';
import { openCheckpoint } from '../../src/register/checkpoints.js';
import { saveSteps } from '../../src/register/steps.js';
import { seedGroup, seedRules } from '../domain/individual/rules-fixture.js';
import { aStep } from '../register/fixtures.js';
import { evaluatingCycle, yearResults } from '../register/individual-fixture.js';
import { aRegister } from '../register/register.js';

const register = aRegister();

const rollup = (node: string, achievement: string | undefined, coverage: string): Rollup => ({
  ...{ node, title: node, weight: '100', achievement, coverage, worst: '0', best: '100', light: 'none' },
  ...{ trace: [], children: [] },
});

/** Results of a checkpoint of the year's end. */
async function results(cycle: string, checkpoint: string, rollups: readonly Rollup[], final = false): Promise<void> {
  await openCheckpoint(register.db, {
    ...{ cycle, checkpoint, ordinal: final ? 4 : 3, final, from: '2016-01-01', to: '2016-12-31', planVersion: 1 },
    ...{ planHash: 'abc', simulated: true, openedAt: '2017-01-02T06:00:00Z', indicators: [] },
  });
  await saveAssessment(register.db, {
    ...{ cycle, checkpoint, key: `${cycle}/${checkpoint}/1`, planVersion: 1, policyVersion: 'smvp-2016 1' },
    ...{ simulated: true, at: '2017-01-31T08:00:00Z', indicators: [], rollups },
  });
}

const scoreIn = async (cycle: string, offices: readonly string[]) =>
  await scoreOnRecord(register.db, {
    ...{ cycle, exercise: 2016, rules: seedRules(), group: seedGroup('personale'), objectives: [] },
    ...{ from: '2016-01-01', to: '2016-12-31', offices, judgements: [], absentDays: 0 },
  });

describe('the score of a sheet', () => {
  test('says of which checkpoint the results are, and the last day they speak of', async () => {
    const cycle = await evaluatingCycle(register.db, 'intera');
    await yearResults(register.db, cycle);
    expect(await scoreIn(cycle, ['promozione'])).toMatchObject({
      ok: true,
      value: {
        results: { title: 'Attività monitoraggio-3', to: '2016-12-31' },
        parts: [{ value: '80', coverage: '100' }, {}, {}],
      },
    });
  });

  test('counts a result for what it stands on, and an office without any value as not known', async () => {
    const cycle = await evaluatingCycle(register.db, 'parziale');
    await results(cycle, 'monitoraggio-3', [
      rollup('entity', '90', '100'),
      rollup('office:promozione', '80', '60'),
      rollup('office:isr', undefined, '0'),
    ]);
    expect(await scoreIn(cycle, ['promozione'])).toMatchObject({
      value: { parts: [{ value: '80', coverage: '60' }, {}, {}] },
    });
    expect(await scoreIn(cycle, ['promozione', 'isr'])).toMatchObject({
      value: { parts: [{ value: '80', coverage: '30' }, {}, {}] },
    });
  });
});

describe('where a cycle collects final values', () => {
  let cycle: string;
  beforeAll(async () => {
    cycle = await evaluatingCycle(register.db, 'finale');
    const checkpoint = { ordinal: 4, from: '2016-01-01', to: '2016-12-31', final: true } as const;
    const last = { ...aStep('raccolta', 'checkpoint', '2017-03-31'), title: 'Raccolta finale', checkpoint };
    await saveSteps(register.db, cycle, [last]);
    await results(cycle, 'monitoraggio-3', [rollup('entity', '90', '100')]);
  });

  test('nobody is evaluated on values that are still to be confirmed', async () => {
    expect(await scoreIn(cycle, [])).toEqual({
      ok: false,
      error:
        'I risultati di «Attività monitoraggio-3» sono provvisori: si valuta quando sono calcolati quelli della raccolta finale.',
    });
  });

  test('and everybody is on the final ones', async () => {
    await results(cycle, 'raccolta', [rollup('entity', '85', '100')], true);
    expect(await scoreIn(cycle, [])).toMatchObject({
      ok: true,
      value: { results: { title: 'Raccolta finale' }, parts: [{ value: '85' }, {}, {}] },
    });
  });
});
