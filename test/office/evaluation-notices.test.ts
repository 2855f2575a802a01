import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createInvitations } from '../../src/access/invitations.js';
import type { CivilDate, Instant } from '../../src/domain/calendar/types.js';
import { romeInstant, timeOfDay } from '../../src/domain/calendar/zone.js';
import type { SheetGoal } from '../../src/domain/individual/sheet-goal.js';
import type { Passage } from '../../src/domain/individual/stages.js';
import type { SheetStage } from '../../src/domain/individual/types.js';
import type { EvaluationAsked } from '../../src/mail/message.js';
import { renderMessage } from '../../src/mail/render.js';
import type { MailTransport } from '../../src/mail/transport.js';
import { planEvaluationNotices } from '../../src/office/evaluation-notices.js';
import { saveCycle, setCycleStatus } from '../../src/register/cycles.js';
import { saveEntity } from '../../src/register/entities.js';
import { addSubstitution } from '../../src/register/people.js';
import { stepsAwaitingSheets } from '../../src/register/reading/sheets-standing.js';
import { addPassage, addSheet } from '../../src/register/sheets.js';
import { saveSteps, setStepState } from '../../src/register/steps.js';
import { remind } from '../../src/worker/reminders.js';
import { isSettled } from '../../src/worker/sheets-watch.js';
import { seedPolicy } from '../domain/achievement/policy-fixture.js';
import { counted } from '../register/counted.js';
import { emptyLedger } from '../register/empty-ledger.js';
import { aStep } from '../register/fixtures.js';
import { evaluatingEntity } from '../register/individual-fixture.js';
import { aRegister } from '../register/register.js';

const POST = {
  domain: 'valuta.example',
  consoleUrl: 'https://ciclo.example',
  invitations: createInvitations('the secret of these tests alone, of Ciclo', 'https://ciclo.example'),
};
const SHEETS = 'https://ciclo.example/cicli/valuta/2016/valutazioni';
const morning = (day: CivilDate): Instant => romeInstant(day, timeOfDay(10));

const goalStep = (id: string, sheets: SheetGoal, dueOn: CivilDate) => ({ ...aStep(id, 'task', dueOn), sheets });
const STEPS = [
  goalStep('individuale-assegnazione', 'assigned', '2016-02-29'),
  goalStep('individuale-colloqui', 'talked', '2016-07-29'),
  goalStep('individuale-valutazione', 'evaluated', '2017-05-10'),
  goalStep('individuale-pubblicazione', 'published', '2017-06-30'),
];

describe('the mails of the evaluation of people', () => {
  const register = aRegister();
  let cycle: string;
  const db = () => register.db;

  beforeAll(async () => {
    cycle = await aBody('valuta');
  });

  async function aBody(entity: string): Promise<string> {
    await saveEntity(db(), evaluatingEntity(entity));
    const id = await saveCycle(db(), {
      entity,
      exercise: 2016,
      template: 'dlgs150',
      templateVersion: '1',
      calendar: {
        template: 'dlgs150',
        templateVersion: '1',
        entity,
        exercise: 2016,
        opensAt: '2015-06-01T06:00:00Z',
        phases: [],
        steps: STEPS,
      },
      policy: seedPolicy(),
      simulated: true,
      seed: 42,
    });
    await saveSteps(db(), id, STEPS);
    await setCycleStatus(db(), id, 'running', '2015-06-01T06:00:00Z');
    return id;
  }

  beforeEach(async () => {
    await emptyLedger(register.owner);
    await register.owner.query('alter table sheets disable trigger append_only');
    for (const table of ['sheet_scores', 'sheet_judgements', 'sheet_passages', 'sheet_versions', 'sheets'])
      await register.owner.query(`alter table ${table} disable trigger append_only; delete from ${table}`);
    for (const { id } of STEPS) await setStepState(db(), cycle, id, { status: 'waiting', openedAt: null });
  });

  const open = (id: string, on: CivilDate) => setStepState(db(), cycle, id, { status: 'open', openedAt: morning(on) });

  async function sheetOf(person: string, evaluator: string, on: CivilDate): Promise<number> {
    return await addSheet(db(), doing(evaluator, on), {
      cycle,
      person,
      group: person === 'anna' ? 'segretario-generale' : 'personale',
      from: '2016-01-01',
      to: '2016-12-31',
      evaluator: evaluator === 'elena' ? { kind: 'role', role: 'oiv' } : { kind: 'person', person: evaluator },
      objectives: [{ id: '1', title: 'SEGRETO', weight: '100', result: { kind: 'own', expected: 'SEGRETO atteso' } }],
    });
  }
  const passes = (sheet: number, passage: Passage, stage: SheetStage, by: string, on: CivilDate) =>
    addPassage(db(), doing(by, on), sheet, { passage, stage, text: 'SEGRETO detto' });
  const doing = (actor: string, on: CivilDate) => ({ actor, at: morning(on), simulated: true });

  /** Who is told what on a day: `carla opening accept 2016-02-13 …/12#adesso`. */
  async function told(day: CivilDate): Promise<readonly string[]> {
    const keys = await planEvaluationNotices(db(), POST, { now: morning(day) });
    const rows = await db().selectFrom('notices').select(['key', 'person', 'message']).orderBy('person').execute();
    // The mail server takes them.
    await register.owner.query(
      "update notices set state = 'sent', sent_at = due_at, next_attempt_at = null where state = 'planned'",
    );
    return rows
      .filter(({ key }) => keys.includes(key))
      .map(({ person, message }) => {
        // Only notices of this kind are planned in this register.
        const { items, link } = message as EvaluationAsked;
        const what = items.map(({ moment, passage, dueOn, toPropose }) =>
          [moment, passage, toPropose, dueOn].filter((one) => one !== undefined).join(' '),
        );
        return `${person}: ${what.join(', ')} → ${link.replace(SHEETS, '')}`;
      });
  }

  test('nobody is written to before the step opens; then who has sheets to propose, once, and again before the term', async () => {
    expect(await told('2016-02-01')).toEqual([]);
    await open('individuale-assegnazione', '2016-02-01');
    const proposing = (moment: string) => [
      `anna: ${moment} propose 2 2016-02-29 → #da-proporre`,
      `bruno: ${moment} propose 1 2016-02-29 → #da-proporre`,
      `elena: ${moment} propose 1 2016-02-29 → #da-proporre`,
    ];
    expect(await told('2016-02-02')).toEqual(proposing('opening'));
    expect(await told('2016-02-03')).toEqual([]);
    expect(await told('2016-02-25')).toEqual(proposing('reminder'));
    expect(await told('2016-03-01')).toEqual(proposing('late'));
  });

  test('of sheets whose step was done on paper who has them to propose is told once, and of no term that has passed', async () => {
    await setStepState(db(), cycle, 'individuale-assegnazione', { status: 'done', openedAt: morning('2016-02-20') });
    const proposing = [
      'anna: opening propose 2 → #da-proporre',
      'bruno: opening propose 1 → #da-proporre',
      'elena: opening propose 1 → #da-proporre',
    ];
    expect(await told('2016-06-15')).toEqual(proposing);
    expect(await told('2016-06-20')).toEqual([]);
  });

  test('a person is led to the form of the one thing that waits for them; who evaluates several, to all of them in one mail', async () => {
    await open('individuale-assegnazione', '2016-02-01');
    const id = await sheetOf('carla', 'bruno', '2016-02-03');
    expect((await told('2016-02-03')).filter((line) => line.startsWith('carla'))).toEqual([
      `carla: opening accept 2016-02-13 → /${id}#adesso`,
    ]);
    await passes(id, 'accept', 'accepted', 'carla', '2016-02-04');
    const other = await sheetOf('ivo', 'bruno', '2016-02-03');
    await passes(other, 'object', 'objected', 'ivo', '2016-02-04');
    expect((await told('2016-02-05')).filter((line) => line.startsWith('bruno'))).toEqual([
      'bruno: opening assign 2016-02-29, opening propose 2016-02-29 → #aspetta',
    ]);
  });

  test('the way to the signature, each told in turn; of what has ended nobody hears', async () => {
    await open('individuale-valutazione', '2017-04-03');
    const id = await sheetOf('carla', 'bruno', '2016-02-03');
    await passes(id, 'assign', 'assigned', 'bruno', '2016-02-20');
    const says = async (day: CivilDate) => (await told(day)).filter((line) => line.includes(`/${id}`));
    expect(await says('2017-01-09')).toEqual([`carla: opening evaluate-self 2017-02-14 → /${id}/autovalutazione`]);
    await passes(id, 'evaluate-self', 'self-evaluated', 'carla', '2017-01-20');
    expect(await says('2017-04-05')).toEqual([`bruno: opening evaluate 2017-05-10 → /${id}/valutazione`]);
    await passes(id, 'evaluate', 'evaluated', 'bruno', '2017-04-06');
    expect(await says('2017-04-06')).toEqual([`carla: opening observe 2017-04-21 → /${id}#adesso`]);
    await passes(id, 'ask-second-instance', 'second-instance', 'carla', '2017-04-10');
    expect(await says('2017-04-11')).toEqual([
      `elena: opening decide-second-instance 2017-05-10 → /${id}/decisione-seconda-istanza`,
    ]);
    await passes(id, 'decide-second-instance', 'reviewed', 'elena', '2017-04-12');
    expect(await says('2017-04-12')).toEqual([`carla: opening ask-conciliation 2017-04-27 → /${id}/conciliazione`]);
    await passes(id, 'ask-conciliation', 'conciliation', 'carla', '2017-04-13');
    expect(await says('2017-04-14')).toEqual([
      `fabio: opening conclude-conciliation 2017-05-10 → /${id}/esito-conciliazione`,
    ]);
    await passes(id, 'conclude-conciliation', 'conciliated', 'fabio', '2017-04-18');
    expect(await says('2017-04-19')).toEqual([`bruno: opening sign-off 2017-05-10 → /${id}/firma`]);
    expect(await says('2017-05-11')).toEqual([`bruno: late sign-off 2017-05-10 → /${id}/firma`]);
    await passes(id, 'sign-off', 'signed-off', 'bruno', '2017-05-12');
    expect(await says('2017-05-18')).toEqual([]);
  });

  test('who stands in for an evaluator is told, but never of their own sheet', async () => {
    await open('individuale-valutazione', '2017-04-03');
    for (const person of ['carla', 'ivo']) {
      const id = await sheetOf(person, 'bruno', '2016-02-03');
      await passes(id, 'assign', 'assigned', 'bruno', '2016-02-20');
    }
    await addSubstitution(db(), 'valuta', {
      absent: 'bruno',
      substitute: 'carla',
      from: '2017-04-01',
      to: '2017-04-30',
      reason: 'assenza',
    });
    const lines = await told('2017-04-05');
    expect(lines.filter((line) => line.includes(' evaluate '))).toHaveLength(2);
    expect(lines.find((line) => line.startsWith('bruno'))).toContain('opening evaluate 2017-05-10');
    expect(lines.find((line) => line.startsWith('carla'))).toContain('opening evaluate 2017-05-10');
    await register.owner.query('delete from substitutes');
  });

  test('no mail says what was asked, said, or of whom', async () => {
    await open('individuale-assegnazione', '2016-02-01');
    await sheetOf('carla', 'bruno', '2016-02-03');
    await told('2016-02-03');
    const rows = await db().selectFrom('notices').select(['person', 'message']).execute();
    expect(rows.length).toBeGreaterThan(0);
    for (const { person, message } of rows) {
      const { subject, text, html } = renderMessage(message as EvaluationAsked);
      for (const part of [subject, text, html]) {
        expect(part).not.toContain('SEGRETO');
        if (person !== 'carla') expect(part).not.toContain('Carla');
      }
      expect(subject).not.toMatch(/\d{1,3}\b.*scheda/);
    }
  });

  test('they leave with the other reminders, and what did not leave is said anew the next day', async () => {
    await open('individuale-assegnazione', '2016-02-01');
    const left: string[] = [];
    const transport: MailTransport = {
      connections: 1,
      send: async ({ to }) => {
        left.push(to.address);
        return { outcome: 'later', scope: 'server', error: 'giù' };
      },
      close: async () => undefined,
    };
    const here = { db: db(), schema: register.schema, close: async () => undefined };
    const post = { ...POST, transport, from: { name: 'Ciclo', address: 'ciclo@valuta.example' } };
    await remind({ register: here, post, invitations: POST.invitations, now: () => morning('2016-02-02') });
    expect(left.length).toBeGreaterThan(0);
    expect((await told('2016-02-03')).map((line) => line.split(':')[0])).toEqual(['anna', 'bruno', 'elena']);
  });

  test('of many bodies as much is asked of the register as of one, but where somebody is to be told', async () => {
    await open('individuale-assegnazione', '2016-02-01');
    await sheetOf('carla', 'bruno', '2016-02-03');
    await told('2016-02-04');
    const asked = counted(db());
    const looked = () => asked.during(() => planEvaluationNotices(asked.db, POST, { now: morning('2016-02-04') }));
    const alone = await looked();
    expect(alone.found).toEqual([]);
    const others: string[] = [];
    for (const name of ['valuta-a', 'valuta-b', 'valuta-c', 'valuta-d']) others.push(await aBody(name));
    expect((await looked()).queries).toBe(alone.queries);

    for (const id of others)
      await setStepState(db(), id, 'individuale-assegnazione', { status: 'open', openedAt: morning('2016-02-01') });
    const telling = await looked();
    // Anna, Bruno and Elena of each, in one statement for each body.
    expect(telling.found).toHaveLength(3 * others.length);
    expect(telling.queries).toBe(alone.queries + others.length);
    expect(await looked()).toEqual({ found: [], queries: alone.queries });
    for (const id of others) await setCycleStatus(db(), id, 'cancelled', morning('2016-02-04'));
  });

  test('a step has what it waits for when every sheet is there', async () => {
    await open('individuale-assegnazione', '2016-02-01');
    const settled = async (): Promise<boolean | undefined> => {
      const [step] = await stepsAwaitingSheets(db());
      return step && (await isSettled({ db: db() }, step));
    };
    expect(await settled()).toBe(false);
    const evaluators = { anna: 'elena', bruno: 'anna', carla: 'bruno', ivo: 'anna' };
    for (const [person, evaluator] of Object.entries(evaluators)) {
      const id = await sheetOf(person, evaluator, '2016-02-03');
      expect(await settled(), person).toBe(false);
      await passes(id, 'assign', 'assigned', evaluator, '2016-02-20');
    }
    expect(await settled()).toBe(true);
    await setStepState(db(), cycle, 'individuale-assegnazione', { status: 'done' });
    expect(await stepsAwaitingSheets(db())).toEqual([]);
  });
});
