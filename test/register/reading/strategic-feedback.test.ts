import { beforeAll, describe, expect, test } from 'vitest';
import { saveAssessment } from '../../../src/register/assessments.js';
import { addConsideration } from '../../../src/register/considerations.js';
import { addCorrectiveActions } from '../../../src/register/corrective-actions.js';
import { recordDecision } from '../../../src/register/decisions.js';
import { drawnOf, keepDrawn } from '../../../src/register/drawn-feedback.js';
import { addFeedback } from '../../../src/register/follow-up.js';
import { submitMeasurements } from '../../../src/register/measurements.js';
import { addOivAnswer, addOivRemark } from '../../../src/register/oiv.js';
import { savePlanVersion } from '../../../src/register/plans.js';
import {
  everyItem,
  feedbackNow,
  itemNamed,
  strategicFeedback,
} from '../../../src/register/reading/strategic-feedback.js';
import { saveSteps, setStepState } from '../../../src/register/steps.js';
import { bodiesOnFile } from '../../setup/bodies.js';
import { aCheckpoint, aCycle, aStep } from '../fixtures.js';
import { aRegister } from '../register.js';

const register = aRegister();
const AT = '2016-05-20T08:00:00Z';
const INDIVIDUAL = 'SG-1-01';

beforeAll(async () => {
  const { db } = register;
  await aCycle(db, 'altra');
  const cycle = await aCycle(db);
  const plan = bodiesOnFile().plan('ccms', 2016);
  if (plan === undefined) throw new Error('no plan on file');
  const inForce = { inForceFrom: '2016-01-29', decisionKey: null, status: 'in-force' } as const;
  await savePlanVersion(db, { entity: 'prova', exercise: 2016, version: 1, plan, hash: 'x', ...inForce });
  const ref = await aCheckpoint(db, cycle);
  await submitMeasurements(db, {
    ...ref,
    officer: 'carla',
    at: AT,
    simulated: false,
    channel: 'form',
    rows: [{ indicator: 'A-1', actual: { kind: 'number', value: '9' }, note: 'sala chiusa' }],
  });
  const figures = { formula: 'x', trace: [] } as const;
  await saveAssessment(db, {
    ...ref,
    key: `${cycle}/monitoraggio-1/1`,
    planVersion: 1,
    policyVersion: '1',
    simulated: false,
    at: AT,
    indicators: [
      { ...figures, indicator: 'A-1', state: 'assessed', achievement: '36', light: 'red' },
      { ...figures, indicator: 'A-2', state: 'assessed', achievement: '90', light: 'yellow' },
      { ...figures, indicator: 'B-1', state: 'missing', light: 'none' },
      { ...figures, indicator: INDIVIDUAL, state: 'assessed', achievement: '10', light: 'red' },
    ],
    rollups: [],
  });
  const said = {
    actor: 'carla',
    at: AT,
    simulated: false,
    entity: 'prova',
    stakeholder: 'Imprese',
    channel: 'incontro',
  };
  for (const [receivedOn, text] of [
    ['2016-04-12', 'orari'],
    ['2013-01-01', 'di tanti anni fa'],
  ] as const)
    await addFeedback(db, { ...said, at: AT, receivedOn, text });
  await db
    .insertInto('followed')
    .values({
      entity: 'prova',
      kind: 'improvement',
      id: 'rendicontazione/1',
      ordinal: 1,
      heading: 'Rendicontazione',
      text: 'un rapporto',
      source: '6.3',
      norm: null,
      stated: '',
      statedOn: null,
      owner: null,
      everyMonths: null,
      dueOn: null,
      origin: 'file',
    })
    .execute();
});

const keys = async (exercise: number, entity = 'prova') =>
  (await strategicFeedback(register.db, entity, exercise)).map(({ key }) => key);

describe('what the OIV said', () => {
  test('is there as it was remarked, with its answer, and as a refusal; why a Relazione was validated is not', async () => {
    const { db } = register;
    const remark = await addOivRemark(db, {
      cycle: 'altra/2016',
      actor: 'carla',
      at: AT,
      simulated: false,
      about: 'dati',
      text: 'fonti non indicate',
    });
    await addOivAnswer(db, { actor: 'bruno', at: AT, remark, text: 'ora lo sono' });
    const validation = { ...aStep('relazione-validazione', 'approval'), board: 'oiv', document: 'relazione' };
    await saveSteps(db, 'altra/2016', [validation]);
    for (const [key, outcome, remarks] of [
      ['o1', 'rejected', 'mancano le fonti'],
      ['o2', 'approved', 'tutto in ordine'],
    ] as const) {
      const act = outcome === 'approved' ? { actNumber: '3', actDate: '2016-05-20' as const } : {};
      await recordDecision(db, {
        key,
        cycle: 'altra/2016',
        step: validation.id,
        round: outcome === 'rejected' ? 1 : 2,
        board: 'oiv',
        outcome,
        remarks,
        documentHash: 'a'.repeat(64),
        decidedBy: 'carla',
        simulated: false,
        at: AT,
        ...act,
      });
    }
    const items = (await strategicFeedback(db, 'altra', 2017)).filter(({ origin }) => origin === 'oiv');
    expect(items.map(({ said }) => said)).toEqual(['mancano le fonti', 'fonti non indicate (risposta: ora lo sono)']);
    const [, made] = items;
    expect(await itemNamed(db, 'altra', made?.key ?? '')).toMatchObject({ title: '2016, Dati e fonti' });
  });
});

describe('the strategic feedback of an exercise', () => {
  test('is drawn from what is far from its target in the year that goes on, open actions and what was said lately', async () => {
    const [result, ...others] = await strategicFeedback(register.db, 'prova', 2017);
    expect(result).toMatchObject({
      key: 'result:2016:A-1',
      title: '2016, A-1 Incontri con le imprese',
      said: expect.stringMatching(/^9.*, raggiunto al 36%; target: almeno 25$/),
      cause: 'sala chiusa',
    });
    expect(others.map(({ origin, said }) => [origin, said])).toEqual([
      ['improvement', 'Da avviare'],
      ['feedback', 'orari'],
    ]);
  });

  test('has the corrective actions of years before it, each with the title of its indicator; not those of its own', async () => {
    const { db } = register;
    await addCorrectiveActions(db, [
      {
        cycle: 'prova/2016',
        checkpoint: 'monitoraggio-1',
        key: 'c1',
        indicator: 'A-1',
        officer: 'carla',
        text: 'due incontri a giugno',
        at: AT,
        simulated: false,
        follow: {
          entity: 'prova',
          exercise: 2016,
          name: 'Incontri con le imprese',
          heading: 'Primo monitoraggio 2016',
          source: 'Primo monitoraggio, indicatore A-1',
          owner: 'ufficio:ragioneria',
          dueOn: '2016-08-31',
        },
      },
    ]);
    const corrective = async (exercise: number) =>
      (await strategicFeedback(db, 'prova', exercise)).flatMap(({ origin, title }) =>
        origin === 'corrective' ? [title] : [],
      );
    expect(await corrective(2017)).toEqual([
      'Primo monitoraggio 2016: A-1 Incontri con le imprese: due incontri a giugno',
    ]);
    expect(await corrective(2016)).toEqual([]);
  });

  test('has no result of an individual objective, and no name finds it', async () => {
    expect((await everyItem(register.db, 'prova')).map(({ key }) => key)).not.toContain(`result:2016:${INDIVIDUAL}`);
    expect(await itemNamed(register.db, 'prova', `result:2016:${INDIVIDUAL}`)).toBeUndefined();
  });

  test('has of another body nothing', async () => {
    expect((await keys(2017, 'altra')).filter((key) => !key.startsWith('oiv:'))).toEqual([]);
    expect(await itemNamed(register.db, 'altra', 'result:2016:A-1')).toBeUndefined();
  });

  test('has what was said of each, and what an earlier exercise has considered no more', async () => {
    const { db } = register;
    const item = (await keys(2017)).at(-1) ?? '';
    const said = { entity: 'prova', actor: 'carla', at: AT, title: 'Imprese', outcome: 'ripresa' } as const;
    await addConsideration(db, { ...said, item, exercise: 2017, follows: 'objective', refers: '3.1' });
    const [considered] = (await strategicFeedback(db, 'prova', 2017)).filter(({ key }) => key === item);
    expect(considered?.considered).toMatchObject({ follows: 'objective', refers: '3.1', outcome: 'ripresa' });
    expect(await keys(2018)).not.toContain(item);
  });

  test.each([
    ['result:2016:A-1', true],
    ['result:2016:A-2', false],
    ['result:2015:A-1', false],
    ['improvement:rendicontazione/1', true],
    ['improvement:altro/1', false],
    ['feedback:999', false],
    ['999', false],
    ['oiv:x', false],
    ['', false],
    ["'; drop table log", false],
  ])('has an item «%s»: %s', async (name, there) => {
    expect((await itemNamed(register.db, 'prova', name)) !== undefined).toBe(there);
  });

  test('stands as it was when its step ended: what comes later is in the next one. Begun again, it is drawn anew', async () => {
    const { db } = register;
    const cycle = 'altra/2016';
    const step = aStep('feedback-strategico', 'task');
    await saveSteps(db, cycle, [step]);
    const [open, later] = [
      (await feedbackNow(db, 'prova', 2017)).filter(({ origin }) => origin === 'improvement'),
      await feedbackNow(db, 'prova', 2017),
    ];
    await keepDrawn(db, { cycle, step: step.id, run: 1 }, open, AT);
    expect(await drawnOf(db, cycle)).toBeUndefined();
    await setStepState(db, cycle, step.id, { status: 'done', run: 1, completedAt: AT });
    expect((await drawnOf(db, cycle))?.drawnAt).toBe(AT);
    expect(await keys(2016, 'altra')).toEqual(['improvement:rendicontazione/1']);
    await setStepState(db, cycle, step.id, { status: 'open', run: 2 });
    expect(await keys(2016, 'altra')).toEqual([]);
    await keepDrawn(db, { cycle, step: step.id, run: 2 }, later, AT);
    await setStepState(db, cycle, step.id, { status: 'done', run: 2, completedAt: AT });
    expect(new Set(await keys(2016, 'altra'))).toEqual(new Set(later.map(({ key }) => key)));
  });

  test('names what a stakeholder said by its number alone', async () => {
    const all = await everyItem(register.db, 'prova');
    const key = all.find(({ origin }) => origin === 'feedback')?.key ?? '';
    expect(await itemNamed(register.db, 'prova', key.replace('feedback:', ''))).toMatchObject({ key });
  });
});
