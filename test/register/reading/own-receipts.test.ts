import { beforeAll, expect, test } from 'vitest';
import { instantOfMs, msOfInstant } from '../../../src/domain/clock.js';
import { appendLog } from '../../../src/register/log.js';
import { ownReceipts } from '../../../src/register/reading/own-receipts.js';
import { saveSteps } from '../../../src/register/steps.js';
import { aCycle, aStep } from '../fixtures.js';
import { aRegister } from '../register.js';

const register = aRegister();
const STEP = 'relazione-validazione';
const ACTIONS = [
  ['decision-approved', 'decision'],
  ['validation-rejected', 'decision'],
  ['opinion-approved', 'decision'],
  ['step-completed', 'completion'],
  ['step-transmitted', 'transmission'],
  ['step-reminded', undefined],
] as const;

beforeAll(async () => {
  const { db } = register;
  const cycle = await aCycle(db);
  await saveSteps(db, cycle, [aStep(STEP)]);
  await appendLog(
    db,
    ...ACTIONS.map(([action], n) => ({
      at: instantOfMs(msOfInstant('2016-05-01T08:00:00Z') + n * 86_400_000),
      actor: 'carla',
      action,
      subject: 'x',
      cycle,
      step: STEP,
    })),
  );
});

test('a person finds what they recorded, the OIV’s validations and opinions among the decisions, the latest first', async () => {
  const found = await ownReceipts(register.db, { entity: 'prova', id: 'carla' });
  const expected = ACTIONS.flatMap(([, kind]) => kind ?? []).reverse();
  expect(found.map(({ kind }) => kind)).toEqual(expected);
});

test('and nobody else’s', async () => {
  expect(await ownReceipts(register.db, { entity: 'prova', id: 'dario' })).toEqual([]);
});
