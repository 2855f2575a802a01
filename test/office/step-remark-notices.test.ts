import { beforeAll, expect, test } from 'vitest';
import type { StepRemarkMail } from '../../src/mail/message.js';
import { planStepRemarkNotices } from '../../src/office/step-remark-notices.js';
import { setCycleStatus } from '../../src/register/cycles.js';
import { addStepRemark, addStepReply, closeStepRemark, stepRemarksOf } from '../../src/register/step-remarks.js';
import { aCheckpoint, aCycle } from '../register/fixtures.js';
import { aRegister } from '../register/register.js';

const POST = { domain: 'prova.example', consoleUrl: 'https://ciclo.example' };
const AT = '2016-05-10T08:00:00Z';
const register = aRegister();
let cycle: string;
const said = { text: 'il dato comprende agosto?', actingFor: null, at: AT } as const;

beforeAll(async () => {
  cycle = await aCycle(register.db);
  await aCheckpoint(register.db, cycle);
  await setCycleStatus(register.db, cycle, 'running', AT);
});

const told = async () => {
  await planStepRemarkNotices(register.db, POST, AT);
  const rows = await register.db
    .selectFrom('notices')
    .select(['person', 'occasion', 'message'])
    .where('kind', '=', 'step-remark')
    .orderBy('occasion')
    .orderBy('person')
    .execute();
  // Of this kind every message is one of these.
  return rows.map(({ person, occasion, message }) => [occasion, person, (message as StepRemarkMail).why]);
};

test('who is called is written to; of a remark that calls nobody, the office of its indicator; its author never', async () => {
  const { db } = register;
  const at = { ...said, cycle, step: 'monitoraggio-1' };
  await addStepRemark(db, { ...at, key: 'k1', indicator: 'A-1', person: 'anna', mentions: ['dario', 'anna'] });
  await addStepRemark(db, { ...at, key: 'k2', indicator: 'A-1', person: 'anna', mentions: [] });
  await addStepRemark(db, { ...at, key: 'k2', indicator: 'A-1', person: 'anna', mentions: [] });
  const expected = [
    ['o1', 'dario', 'called'],
    ['o2', 'carla', 'said'],
  ];
  expect(await told()).toEqual(expected);
  expect(await told()).toEqual(expected);
});

test('a reply is told to who has spoken in the thread, until it is closed', async () => {
  const { db } = register;
  const [, second] = await stepRemarksOf(db, cycle, { indicator: 'A-1' });
  const remark = second?.id ?? 0;
  await addStepReply(db, { ...said, cycle, remark, key: 'k3', person: 'carla', mentions: [] });
  await addStepReply(db, { ...said, cycle, remark, key: 'k4', person: 'anna', mentions: ['bruno'] });
  expect((await told()).slice(2)).toEqual([
    ['r1', 'anna', 'replied'],
    ['r2', 'bruno', 'called'],
    ['r2', 'carla', 'replied'],
  ]);
  const closing = { remark, cycle, person: 'anna', actingFor: null, at: AT } as const;
  expect([await closeStepRemark(db, closing), await closeStepRemark(db, closing)]).toEqual([true, false]);
  await addStepReply(db, { ...said, cycle, remark, key: 'k5', person: 'carla', mentions: [] });
  expect(await told()).toHaveLength(5);
  expect(await stepRemarksOf(db, cycle, { id: remark })).toMatchObject([
    { indicator: 'A-1', replies: [{ person: 'carla' }, { person: 'anna' }, {}], closed: { person: 'anna' } },
  ]);
});
