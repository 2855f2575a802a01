import { beforeAll, describe, expect, test } from 'vitest';
import { officeRole } from '../../src/domain/entity.js';
import { COMPUTED_PARTS } from '../../src/office/computed/index.js';
import { titles } from '../../src/office/contents.js';
import { addConsideration } from '../../src/register/considerations.js';
import { addFeedback } from '../../src/register/follow-up.js';
import { endOffice, putOffice } from '../../src/register/offices.js';
import { addStakeholderState } from '../../src/register/stakeholders.js';
import { addQuestion, addSurvey, withdrawSurvey } from '../../src/register/surveys.js';
import { aCycle } from '../register/fixtures.js';
import { aRegister } from '../register/register.js';
import { bodiesOnFile } from '../setup/bodies.js';

const register = aRegister();
const OWN = { space: 'ciclo', entity: 'prova', exercise: 2017 };
const OTHER = { ...OWN, entity: 'altra' };
const NAMES = [
  'stakeholder/registro',
  'stakeholder/matrice',
  'stakeholder/indagini',
  'feedback/raccolto',
  'feedback/considerato',
];

const part = async (name: string, ref = OWN) => {
  const write = COMPUTED_PARTS[name];
  if (write === undefined) throw new Error(`no part ${name}`);
  return await write({ db: register.db, bodies: bodiesOnFile() }, ref);
};
/** The cells of every table, as they are read. */
const cellsOf = async (name: string) =>
  (await part(name)).flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'table'
        ? block.rows.map(({ cells }) => cells.map((cell) => (typeof cell === 'string' ? cell : cell.value)))
        : [],
    ),
  );

beforeAll(async () => {
  await aCycle(register.db);
  await aCycle(register.db, 'altra');
});

test.each(NAMES)('«%s» says nothing while nothing is on record', async (name) => {
  expect(await part(name)).toEqual([]);
});

test('an office that a page added is in the organisation and has its title, and keeps it once it has ended', async () => {
  const { db } = register;
  await putOffice(db, { entity: 'prova', id: 'polizia', title: 'Polizia locale', active: true });
  expect(JSON.stringify(await part('ente/organigramma'))).toContain('Polizia locale');
  const title = async () => (await titles(db, 'prova'))(officeRole('polizia'));
  expect(await title()).toBe('Polizia locale');
  await endOffice(db, 'prova', 'polizia', '2016-06-30');
  expect([JSON.stringify(await part('ente/organigramma')), await title()]).toEqual([
    expect.not.stringContaining('Polizia locale'),
    'Polizia locale',
  ]);
});

describe('with what is on record', () => {
  beforeAll(async () => {
    const { db } = register;
    const who = { actor: 'carla', at: '2016-05-10T10:00:00Z' } as const;
    const doing = { ...who, entity: 'prova', simulated: false } as const;
    const blank = { category: '', expects: '', services: '', involvement: '', ended: false } as const;
    await addStakeholderState(db, { ...doing, ...blank, stakeholder: 'a', name: 'Imprese', influence: 4, interest: 5 });
    await addStakeholderState(db, {
      ...doing,
      ...blank,
      stakeholder: 'b',
      name: 'Comuni',
      influence: 2,
      interest: null,
    });
    await addStakeholderState(db, {
      ...doing,
      ...blank,
      stakeholder: 'c',
      name: 'Ex',
      influence: 1,
      interest: 1,
      ended: true,
    });
    const asked = { askedOf: 'utenti', method: '', fromDay: '2016-03-01', asked: 300, answered: 120 } as const;
    const survey = await addSurvey(db, { ...doing, ...asked, title: 'Sportello', toDay: '2016-03-31' });
    const percent = { unit: 'percent', lowest: null, highest: null, answered: null } as const;
    await addQuestion(db, { ...who, ...percent, survey, text: 'Soddisfatto?', result: '87.5' });
    const wrong = await addSurvey(db, { ...doing, ...asked, title: 'Sbagliata', toDay: '2016-03-31' });
    await withdrawSurvey(db, { ...who, survey: wrong, reason: 'x' });
    const heard = { stakeholder: 'Imprese', channel: 'incontro', receivedOn: '2016-04-12', text: 'orari' } as const;
    const feedback = await addFeedback(db, { ...doing, ...heard });
    await addFeedback(db, { ...doing, ...heard, text: 'tempi' });
    const said = { title: 'x', outcome: 'ripresa', follows: 'objective', refers: '3.1' } as const;
    await addConsideration(db, { ...who, ...said, entity: 'prova', exercise: 2017, item: `feedback:${feedback}` });
  });

  test('the register has who counts now, the matrix who has a place in it, and says who has none', async () => {
    expect((await cellsOf('stakeholder/registro')).map(([name]) => name)).toEqual(['Imprese', 'Comuni']);
    expect(await cellsOf('stakeholder/matrice')).toEqual([['Coinvolgere da vicino', 'Imprese', '4', '5']]);
    expect(JSON.stringify(await part('stakeholder/matrice'))).toContain('Ancora senza influenza o interesse: Comuni.');
  });

  test('surveys have how many were asked and answered and what, those that were withdrawn are left out', async () => {
    expect(await cellsOf('stakeholder/indagini')).toEqual([
      ['Sportello', 'utenti', '01/03/2016 – 31/03/2016', '300', '120', '40', 'Soddisfatto?', '87,5%'],
    ]);
  });

  test('the feedback has what was gathered, what was made of it, and how much is left', async () => {
    expect((await cellsOf('feedback/raccolto')).map(([title, said]) => [title, said])).toEqual([
      ['Imprese, incontro', 'tempi'],
      ['Imprese, incontro', 'orari'],
    ]);
    expect(await cellsOf('feedback/considerato')).toEqual([
      ['Osservazioni degli stakeholder', 'Imprese, incontro', 'Un obiettivo: 3.1', 'ripresa'],
    ]);
    expect(JSON.stringify(await part('feedback/considerato'))).toContain('Resta da considerare 1 voce su 2.');
  });

  test.each(NAMES)('«%s» says nothing of it to another body', async (name) => {
    expect(await part(name, OTHER)).toEqual([]);
  });
});

test('mission and vision are said as the body states them, and of nobody else', async () => {
  expect(await part('ente/missione-e-visione')).toEqual([]);
  const data = JSON.stringify({
    mission: 'Sostenere le imprese',
    vision: 'Un territorio unito',
    chapters: [],
    stakeholders: [],
  });
  await register.db.insertInto('bodyProfiles').values({ entity: 'prova', data }).execute();
  expect((await part('ente/missione-e-visione')).flatMap(({ blocks }) => blocks)).toEqual([
    {
      kind: 'facts',
      facts: [
        { label: 'Missione', value: 'Sostenere le imprese' },
        { label: 'Visione', value: 'Un territorio unito' },
      ],
    },
  ]);
  expect(await part('ente/missione-e-visione', OTHER)).toEqual([]);
});
