import { beforeAll, describe, expect, test } from 'vitest';
import { SCOPES } from '../../src/domain/token.js';
import { setCycleStatus } from '../../src/register/cycles.js';
import { keepDrawn } from '../../src/register/drawn-feedback.js';
import { addFeedback } from '../../src/register/follow-up.js';
import { logOf } from '../../src/register/log.js';
import { addSubstitution } from '../../src/register/people.js';
import { savePlanVersion } from '../../src/register/plans.js';
import { addPublicVoice } from '../../src/register/public-voices.js';
import { addStakeholderState, stakeholdersOf } from '../../src/register/stakeholders.js';
import { saveSteps, setStepState } from '../../src/register/steps.js';
import { addQuestion, addSurvey, surveyedIndicators } from '../../src/register/surveys.js';
import { issueToken } from '../../src/register/tokens.js';
import { aDesk, NOW } from '../client/pages/access/desk.js';
import { aStep } from '../register/fixtures.js';
import { bodiesOnFile } from '../setup/bodies.js';

const desk = aDesk();
const BODY = '/entities/prova';
let tokens: Readonly<Record<string, string>>;

beforeAll(async () => {
  const { db } = desk;
  await setCycleStatus(db, 'prova/2016', 'running', NOW);
  const role = { entity: 'prova', id: 'controllo-gestione', title: 'Controllo', board: false, recordedBy: null };
  await db
    .insertInto('roles')
    .values({ ...role, external: false })
    .execute();
  const held = { entity: 'prova', person: 'carla', role: 'controllo-gestione', origin: 'file' } as const;
  await db
    .insertInto('holdings')
    .values({ ...held, fromDate: '2016-01-01', toDate: '2016-12-31' })
    .execute();
  const issued = ['carla', 'bruno', 'dario'].map(async (id) => {
    const asked = { entity: 'prova', person: id, title: 'prova', issuedBy: id, days: 30, scopes: SCOPES };
    return [id, (await issueToken(db, asked)).secret] as const;
  });
  tokens = Object.fromEntries(await Promise.all(issued));
  const plan = bodiesOnFile().plan('ccms', 2016);
  if (plan === undefined) throw new Error('no plan on file');
  const inForce = { inForceFrom: '2016-01-29', decisionKey: null, status: 'in-force' } as const;
  await savePlanVersion(db, { entity: 'prova', exercise: 2016, version: 1, plan, hash: 'x', ...inForce });
  const who = { actor: 'carla', at: NOW, simulated: false } as const;
  const days = { fromDay: '2016-03-01', toDay: '2016-03-31' } as const;
  const asked = { title: 'Sportello', askedOf: 'utenti', method: '', asked: 10, answered: 5 };
  const survey = await addSurvey(db, { ...who, ...days, ...asked, entity: 'prova' });
  const question = {
    text: 'Quanti?',
    unit: 'percent',
    lowest: null,
    highest: null,
    result: '90',
    answered: null,
  } as const;
  await addQuestion(db, { actor: 'carla', at: NOW, survey, ...question });
  const described = { category: '', expects: '', influence: 3, interest: 3, services: '', involvement: '' } as const;
  const comuni = { entity: 'prova', stakeholder: 'comuni', name: 'Comuni', ended: false } as const;
  await addStakeholderState(db, { ...who, ...described, ...comuni });
  const voice = { saidBy: 'Altro', cameAt: NOW, simulated: false, text: 'orari' } as const;
  for (const entity of ['prova', 'prova', 'altra']) await addPublicVoice(db, { ...voice, entity });
  const heard = { stakeholder: 'Imprese', channel: 'lettera', receivedOn: '2016-04-01', text: 'orari' } as const;
  await addFeedback(db, { ...who, ...heard, entity: 'prova' });
  const drawing = { cycle: 'prova/2016', step: 'feedback-strategico', run: 1 };
  await saveSteps(db, drawing.cycle, [aStep(drawing.step, 'task')]);
  await setStepState(db, drawing.cycle, drawing.step, { status: 'done', completedAt: NOW });
  await keepDrawn(db, drawing, [], NOW);
});

async function ask(
  person: string,
  path: string,
  fields: object,
): Promise<{ readonly status: number; readonly said: string }> {
  const answer = await desk.app.request(`/api/v1${path}`, {
    method: 'POST',
    body: JSON.stringify(fields),
    headers: { authorization: `Bearer ${tokens[person]}`, 'content-type': 'application/json' },
  });
  return { status: answer.status, said: await answer.text() };
}

/** Acts that are done once; again they say why not. */
const ONCE: readonly (readonly [verb: string, path: string, fields: object, again: string])[] = [
  ['add-stakeholder', `${BODY}/stakeholders`, { name: 'Ordini professionali', influence: '4' }, 'è già nel registro'],
  ['end-stakeholder', `${BODY}/stakeholders/comuni/endings`, { reason: 'sciolti' }, 'Non è già più'],
  ['open-public-form', `${BODY}/public-forms`, {}, 'è già aperto'],
  ['close-public-form', `${BODY}/public-form-closings`, { reason: 'raccolta finita' }, 'non è aperto'],
  ['moderate', `${BODY}/public-voices/1/examinations`, { outcome: 'accepted' }, 'già stato esaminato'],
  ['moderate', `${BODY}/public-voices/2/examinations`, { outcome: 'refused', reason: 'x' }, 'già stato esaminato'],
  [
    'consider',
    `${BODY}/feedback/1/uses`,
    { exercise: '2017', outcome: 'ripresa', follows: 'objective', refers: '3.1' },
    'è già scritto che cosa se ne fa: «ripresa»',
  ],
  ['withdraw-survey', `${BODY}/surveys/1/withdrawals`, { reason: 'campione sbagliato' }, 'è stata ritirata'],
];

describe('an act on what stakeholders say', () => {
  test.each(ONCE)('«%s» at %s is refused to who may not', async (_, path, fields) => {
    expect((await ask('bruno', path, fields)).status).toBe(403);
  });

  test('measuring by a survey is done, taken back, and refused of what is not offered or private', async () => {
    const { db } = desk;
    const of = (code: string): string => `/cycles/prova/2016/indicators/${code}/survey-links`;
    expect((await ask('bruno', of('1.1.1-01'), { question: '1/1' })).status).toBe(403);
    expect((await ask('carla', of('1.1.1-01'), { question: '1/2' })).status).toBe(422);
    expect((await ask('carla', of('9.9.9-99'), { question: '1/1' })).status).toBe(404);
    expect((await ask('carla', of('1.1.1-01'), { question: '1/1' })).status).toBe(201);
    expect((await surveyedIndicators(db, 'prova', 2016)).map(({ indicator }) => indicator)).toEqual(['1.1.1-01']);
    expect(await surveyedIndicators(db, 'altra', 2016)).toEqual([]);
    const plan = bodiesOnFile().plan('ccms', 2016);
    const own = plan?.individual[0]?.indicators[0]?.code ?? '';
    expect(await ask('carla', of(own), { question: '1/1' })).toMatchObject({
      status: 409,
      said: expect.stringContaining('riservato'),
    });
    expect((await ask('carla', of('1.1.1-01'), {})).status).toBe(201);
    expect(await surveyedIndicators(db, 'prova', 2016)).toEqual([]);
  });

  test.each(ONCE)('«%s» at %s is done once by who steers, and stands in the log', async (_, path, fields, again) => {
    const before = (await logOf(desk.db)).length;
    expect(await ask('carla', path, fields)).toMatchObject({ status: 201 });
    const second = await ask('carla', path, fields);
    expect(second).toMatchObject({ said: expect.stringContaining(again) });
    expect(second.status).toBeGreaterThanOrEqual(400);
    // The latest is the first.
    const lines = await logOf(desk.db);
    expect(lines.slice(0, lines.length - before)).toMatchObject([{ actor: 'carla', channel: 'token' }]);
  });

  test('a stakeholder that ended can come back', async () => {
    const comuni = async () => (await stakeholdersOf(desk.db, 'prova')).find(({ id }) => id === 'comuni')?.ended;
    expect(await comuni()).toBe(true);
    expect((await ask('carla', `${BODY}/stakeholders`, { name: 'Comuni' })).status).toBe(201);
    expect(await comuni()).toBe(false);
  });

  test.each([
    [
      'a message of another body',
      `${BODY}/public-voices/3/examinations`,
      { outcome: 'accepted' },
      404,
      'non corrisponde a nulla',
    ],
    [
      'an influence beyond the scale',
      `${BODY}/stakeholders`,
      { name: 'Province', influence: '6' },
      422,
      'uno fra 1, 2, 3, 4, 5',
    ],
    ['a name of signs alone', `${BODY}/stakeholders`, { name: '!!!' }, 409, 'non ha lettere'],
    [
      'what follows without a name',
      `${BODY}/feedback/1/uses`,
      { exercise: '2018', outcome: 'x', follows: 'action' },
      409,
      'manca quale',
    ],
    [
      'an item that came when the feedback was concluded',
      `${BODY}/feedback/1/uses`,
      { exercise: '2016', outcome: 'ripresa' },
      409,
      'il feedback strategico 2016 è concluso',
    ],
    [
      'a mail to nobody',
      '/cycles/prova/2016/communications',
      { about: 'x', told: 'y', means: 'mail', on: '2016-05-10' },
      409,
      'manca a chi scrivere',
    ],
    [
      'a mail outside without a page',
      '/cycles/prova/2016/communications',
      { about: 'x', told: 'y', means: 'mail', on: '2016-05-10', recipients: 'a@x.example' },
      409,
      'indicare la pagina pubblica',
    ],
    [
      'a page that is no address',
      '/cycles/prova/2016/communications',
      { about: 'x', told: 'y', means: 'meeting', on: '2016-05-10', page: 'javascript:alert(1)' },
      409,
      'non è un indirizzo',
    ],
    [
      'addresses that are none',
      '/cycles/prova/2016/communications',
      { about: 'x', told: 'y', means: 'mail', on: '2016-05-10', recipients: 'a@x.example\nnessuno' },
      409,
      'nessuno',
    ],
    [
      'spending of a day to come, at its day',
      '/cycles/prova/2016/programmes/1.1.1/spending',
      { amount: '5.000,00', upTo: '30/9/2016' },
      409,
      '"pointer":"/upTo","detail":"la data della spesa (30/09/2016) è nel futuro',
    ],
    [
      'a meeting to come',
      '/cycles/prova/2016/communications',
      { about: 'x', told: 'y', means: 'meeting', on: '2016-05-11' },
      409,
      'deve ancora venire',
    ],
  ])('%s is refused with a sentence', async (_, path, fields, status, sentence) => {
    expect(await ask('carla', path, fields)).toMatchObject({ status, said: expect.stringContaining(sentence) });
  });
});

describe('for somebody absent', () => {
  beforeAll(async () => {
    const period = { from: '2016-05-09', to: '2016-05-12', reason: 'ferie' } as const;
    const who = { absent: 'carla', substitute: 'dario', scope: ['controllo-gestione'] };
    await addSubstitution(desk.db, 'prova', { ...period, ...who });
  });

  test.each([
    ['spending', '/cycles/prova/2016/programmes/1.1.1/spending', { amount: '5.000,00', upTo: '30/4/2016' }],
    [
      'feedback',
      `${BODY}/feedback`,
      { stakeholder: 'Imprese', channel: 'incontro', receivedOn: '2/5/2016', text: 'orari' },
    ],
    ['considerations', `${BODY}/feedback/1/uses`, { exercise: '2019', outcome: 'ripresa' }],
  ] as const)('%s is put on record with who and for whom, in its row and in the log', async (table, path, fields) => {
    const before = (await logOf(desk.db)).length;
    expect(await ask('dario', path, fields)).toMatchObject({ status: 201 });
    const lines = await logOf(desk.db);
    // Beside it, once, that the token was used for the first time.
    expect(lines.slice(0, lines.length - before).filter(({ actingFor }) => actingFor !== null)).toMatchObject([
      { actor: 'dario', actingFor: 'carla' },
    ]);
    const { rows } = await desk.owner.query(
      `select actor, acting_for from ${desk.schema}.${table} where actor <> 'carla'`,
    );
    expect(rows).toEqual([{ actor: 'dario', acting_for: 'carla' }]);
  });
});
