import { beforeAll, expect, test } from 'vitest';
import { allIndicators, resultText, targetText } from '../../../../src/domain/findings/walk.js';
import { cycleOf, saveCycle, setCycleStatus } from '../../../../src/register/cycles.js';
import { measuredInTheEnd } from '../../../../src/register/last-year.js';
import { listPlanVersions, planVersion } from '../../../../src/register/plans.js';
import { type Reader, signedIn } from '../signed-in.js';
import { aHalfRunSite, textOf } from '../site.js';

const site = aHalfRunSite('2017-02-20');
const PLAN = '/cicli/ccms/2017/piano';
let steering: Reader;

beforeAll(async () => {
  steering = await signedIn(site, 'guglielmo.tarasconi');
  const { db } = site.register;
  const current = await cycleOf(db, 'ccms/2016');
  if (current === undefined) throw new Error('no cycle');
  const { template, templateVersion, calendar, policy } = current;
  await saveCycle(db, { entity: 'ccms', exercise: 2017, template, templateVersion, calendar, policy, simulated: true });
  await setCycleStatus(db, 'ccms/2017', 'running', site.run.now);
});

const draft = async () => {
  const { db } = site.register;
  const version = (await listPlanVersions(db, 'ccms', 2017)).at(-1)?.version ?? 0;
  const found = await planVersion(db, 'ccms', 2017, version);
  if (found === undefined) throw new Error('no plan');
  return found;
};

test('next year’s plan is begun from this year’s in force, with what was measured and the targets already approved', async () => {
  expect(textOf(await steering.page(PLAN))).toContain('Inizia il Piano da quello dell’anno precedente');
  const answer = await steering.post(`${PLAN}/nuovo-anno`, {
    'non-ripresi': '1.2.3-01: progetto concluso',
    chiave: 'a',
  });
  expect([answer.status, answer.headers.get('location')?.split('?')[0]]).toEqual([303, PLAN]);
  const { plan, status } = await draft();
  expect([plan.exercise, status, plan.startedFrom?.exercise, plan.title]).toEqual([
    2017,
    'draft',
    2016,
    'Piano della performance 2017-2019',
  ]);
  const indicators = allIndicators(plan).map(({ node }) => node);
  const measured = await measuredInTheEnd(site.register.db, 'ccms', 2016);
  expect(measured.size).toBeGreaterThan(20);
  const started = indicators.filter((one) => resultText(one, 2016) !== '');
  expect(started.length).toBeGreaterThan(20);
  const courses = indicators.find(({ code }) => code === '3.2.1-01');
  expect(courses && targetText(courses, 2017)).toBe('90');
  expect(indicators.some(({ targets }) => targets.some(({ confirmed }) => confirmed !== undefined))).toBe(false);
});

test('sent twice it is begun once', async () => {
  const versions = async () => (await listPlanVersions(site.register.db, 'ccms', 2017)).length;
  const before = await versions();
  const again = await steering.post(`${PLAN}/nuovo-anno`, {
    'non-ripresi': '1.2.3-01: progetto concluso',
    chiave: 'a',
  });
  expect([again.status, await versions()]).toEqual([303, before]);
});

test('a plan that is in force is not begun again, nor by who does not steer', async () => {
  const page = textOf(await steering.page('/cicli/ccms/2016/piano/nuovo-anno'));
  expect(page).toContain('Il Piano di questo esercizio è già in vigore');
  expect((await steering.post('/cicli/ccms/2016/piano/nuovo-anno', {})).status).toBe(422);
  const officer = await signedIn(site, 'lidia.fornasetti');
  expect((await officer.post(`${PLAN}/nuovo-anno`, {})).status).toBe(403);
});
