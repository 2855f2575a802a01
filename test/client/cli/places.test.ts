import { join } from 'node:path';
import { expect, test } from 'vitest';
import { placeOf } from '../../../src/client/cli/plan-report.js';
import { checkPlan } from '../../../src/domain/findings/check-plan.js';
import { checkSeries } from '../../../src/domain/findings/series.js';
import { seedsFolder } from '../../../src/seeds/locate.js';
import { loadPlan } from '../../../src/seeds/plan.js';
import { loadBeside } from '../../../src/seeds/plan-beside.js';

const folder = join(seedsFolder(), 'massa-carrara-2016');
const loaded = loadPlan(folder);
const beside = loadBeside(folder);
if (!loaded.ok || !beside.ok) throw new Error('the reference body does not load');
const findings = [...checkPlan(loaded.value.plan, beside.value), ...checkSeries(beside.value.series)];

test('every finding of the reference body has its file and line', () => {
  const placed = findings.map((f) => ({ code: f.code, ...placeOf(f, loaded.value, beside.value) }));
  expect(placed.filter((f) => f.file === undefined || f.line === undefined)).toEqual([]);
  const of = (code: string) => placed.find((f) => f.code === code);
  expect(of('state-missing')?.file).toMatch(/transparency\.yaml$/);
  expect(of('step-number-twice')?.file).toMatch(/calendars\/dlgs150\.yaml$/);
  expect(of('step-number-twice')?.line).toBeGreaterThan(100);
});
