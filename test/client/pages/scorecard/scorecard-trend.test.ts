import { beforeAll, describe, expect, test } from 'vitest';
import { trendsOf } from '../../../../src/client/pages/kit/model/trend.js';
import { saveAssessment } from '../../../../src/register/assessments.js';
import { openCheckpoint } from '../../../../src/register/checkpoints.js';
import { saveCycle } from '../../../../src/register/cycles.js';
import { trendRows } from '../../../../src/register/reading/trend.js';
import { aCycle, STEPS } from '../../../register/fixtures.js';
import { aRegister } from '../../../register/register.js';

const register = aRegister();

/** A checkpoint of an exercise, computed: what each code was called, and what it reached. */
async function computed(
  exercise: number,
  checkpoint: string,
  to: `${number}-${number}-${number}`,
  results: Readonly<Record<string, readonly [name: string, achievement: string]>>,
): Promise<void> {
  const { db } = register;
  const cycle = `prova/${exercise}`;
  const ref = { cycle, checkpoint };
  const ordinal = Number(to.slice(5, 7));
  await openCheckpoint(db, {
    ...ref,
    ordinal,
    from: `${exercise}-01-01`,
    to,
    planVersion: 1,
    planHash: 'x',
    simulated: true,
    openedAt: '2016-05-02T06:00:00Z',
    indicators: Object.entries(results).map(([indicator, [name]]) => ({ indicator, name, office: 'a', target: '1' })),
  });
  for (const run of [1, 2]) {
    await saveAssessment(db, {
      ...ref,
      key: `${cycle}/${checkpoint}/${run}`,
      planVersion: 1,
      policyVersion: '1',
      simulated: true,
      at: '2016-05-21T08:00:00Z',
      indicators: Object.entries(results).map(([indicator, [, achievement]]) => ({
        indicator,
        state: 'assessed' as const,
        // The first computation was another: only the last counts.
        achievement: run === 1 ? '1' : achievement,
        light: 'green' as const,
        trace: [],
      })),
      rollups: [],
    });
  }
}

describe('the trend of an indicator', () => {
  beforeAll(async () => {
    const { db } = register;
    await aCycle(db);
    for (const exercise of [2014, 2015]) {
      const calendar = {
        template: 'dlgs150',
        templateVersion: '1',
        entity: 'prova',
        exercise,
        opensAt: '2014-06-01T06:00:00Z',
        phases: [],
        steps: STEPS,
      } as const;
      await saveCycle(db, {
        entity: 'prova',
        exercise,
        template: 'dlgs150',
        templateVersion: '1',
        calendar,
        policy: {},
        simulated: true,
      });
    }
    await computed(2014, 'monitoraggio-3', '2014-12-31', { 'A-1': ['Incontri', '70'], 'A-2': ['Altro', '10'] });
    await computed(2015, 'monitoraggio-1', '2015-04-30', { 'A-1': ['Incontri', '20'] });
    await computed(2015, 'monitoraggio-3', '2015-12-31', { 'A-1': ['Incontri', '80'] });
    await computed(2016, 'monitoraggio-1', '2016-04-30', { 'A-1': ['Incontri', '33.33'], 'A-2': ['Visite', '50'] });
  });

  test('has the last checkpoint of each year before, then every checkpoint of this one', async () => {
    const trends = trendsOf(await trendRows(register.db, 'prova', 2016), 2016, 'no');
    expect(trends.get('A-1')).toEqual([
      { label: '2014', value: 70, text: '70%' },
      { label: '2015', value: 80, text: '80%' },
      { label: '30/04', value: 33.33, text: '33,33%' },
    ]);
  });

  test('says of the whole what each degree stands on, unless it is all', () => {
    const row = { exercise: 2016, of: 'entity', name: null } as const;
    const trends = trendsOf(
      [
        { ...row, to: '2016-04-30', achievement: '95.60', coverage: '83.00' },
        { ...row, to: '2016-12-31', achievement: '93.60', coverage: '100.00' },
      ],
      2016,
      'no',
    );
    expect(trends.get('entity')?.map(({ text }) => text)).toEqual(['95,60%, calcolato sull’83,00% del peso', '93,60%']);
  });

  test('leaves out the years in which its code was another measure', async () => {
    const trends = trendsOf(await trendRows(register.db, 'prova', 2016), 2016, 'no');
    expect(trends.get('A-2')?.map((p) => p.label)).toEqual(['30/04']);
  });

  test('can be asked for alone, and of another body there is none', async () => {
    expect(new Set((await trendRows(register.db, 'prova', 2016, 'A-1')).map((r) => r.of))).toEqual(new Set(['A-1']));
    expect(await trendRows(register.db, 'altro', 2016)).toEqual([]);
  });
});
