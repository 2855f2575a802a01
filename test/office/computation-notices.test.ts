import { MockActivityEnvironment } from '@temporalio/testing';
import { pino } from 'pino';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createInvitations } from '../../src/access/invitations.js';
import { assessing } from '../../src/activities/assess.js';
import { collecting } from '../../src/activities/collect.js';
import type { DatedStep, Instant } from '../../src/domain/calendar/types.js';
import type { CheckpointOutcome } from '../../src/domain/checkpoint-progress.js';
import type { Plan } from '../../src/domain/plan.js';
import type { Deps } from '../../src/office/deps.js';
import { assessmentOf } from '../../src/register/assessments.js';
import { saveCycle } from '../../src/register/cycles.js';
import { saveEntity } from '../../src/register/entities.js';
import { logOf } from '../../src/register/log.js';
import { savePlanVersion } from '../../src/register/plans.js';
import { saveSteps } from '../../src/register/steps.js';
import { remind } from '../../src/worker/reminders.js';
import { readInAHurry } from '../client/pages/plan/drafts.js';
import { scriptedTransport } from '../mail/scripted-transport.js';
import { emptyLedger } from '../register/empty-ledger.js';
import { aRegister } from '../register/register.js';
import { bodiesOnFile } from '../setup/bodies.js';

const CYCLE = 'ccms/2016';
const REF = { entity: 'ccms', exercise: 2016, space: 'prova' };
const AT: Instant = '2016-05-23T08:00:00Z';
/** Longer than any number people measure: what a broken import, or a hand in the register, can leave there. */
const ENDLESS = '9'.repeat(80);

const register = aRegister();
const bodies = bodiesOnFile();
const plan = readInAHurry(bodies.plan('ccms', 2016) as Plan, 2016, 'guglielmo.tarasconi');
let mailIsDown = false;
const { sent, transport } = scriptedTransport(() =>
  mailIsDown ? { outcome: 'later', scope: 'server', error: 'connessione rifiutata' } : undefined,
);
let step: DatedStep;
let deps: Deps;

beforeAll(async () => {
  const { db } = register;
  const calendar = bodies.calendar('ccms', 2016);
  if (!calendar.ok) throw new Error('no calendar');
  const checkpoint = calendar.value.steps.find((s) => s.kind === 'checkpoint');
  if (checkpoint === undefined) throw new Error('no checkpoint in the calendar');
  step = checkpoint;
  await saveEntity(db, bodies.entity('ccms'));
  await savePlanVersion(db, {
    entity: 'ccms',
    exercise: 2016,
    version: 1,
    plan,
    hash: 'abc',
    inForceFrom: '2016-01-15',
    decisionKey: null,
    status: 'in-force',
  });
  const { template, templateVersion } = calendar.value;
  await saveCycle(db, {
    entity: 'ccms',
    exercise: 2016,
    template,
    templateVersion,
    calendar: calendar.value,
    policy: bodies.policyOf('ccms'),
    simulated: false,
  });
  await saveSteps(db, CYCLE, calendar.value.steps);
  deps = {
    register: { db, schema: register.schema, close: async () => undefined },
    bodies,
    post: {
      transport,
      from: { name: 'Ciclo', address: 'ciclo@ccms.example' },
      domain: 'ccms.example',
      consoleUrl: 'https://ciclo.example',
      clock: () => {
        throw new Error('no wall time is asked here');
      },
    },
    invitations: createInvitations('x'.repeat(32), 'https://ciclo.example'),
    publicDir: '',
    log: pino({ level: 'silent' }),
    now: () => AT,
  };
  await collecting(deps).openCheckpoint(REF, step, '2016-05-02T06:00:00Z');
});

beforeEach(async () => {
  sent.length = 0;
  mailIsDown = false;
  await emptyLedger(register.owner);
});

const assess = async (attempt: number, at: Instant = AT): Promise<CheckpointOutcome> => {
  const environment = new MockActivityEnvironment({ attempt });
  return (await environment.run(assessing(deps).assess, REF, step, at)) as CheckpointOutcome;
};

/** As the register would hold it: past every form, which would have refused it. */
async function measured(indicator: string, value: string): Promise<void> {
  await register.owner.query(
    `with form as (
       insert into submissions (cycle, checkpoint, officer, at, simulated, channel)
       values ($1, $2, 'prova', $3, false, 'form') returning id)
     insert into measurements (submission, cycle, checkpoint, indicator, actual)
     select id, $1, $2, $4, $5::jsonb from form`,
    [CYCLE, step.id, '2016-05-20T08:00:00Z', indicator, JSON.stringify({ kind: 'number', value })],
  );
}

describe('a computation of every indicator', () => {
  test('makes no notice: there is nothing to tell', async () => {
    await measured('1.2.3-01', '9');
    const whole = deps;
    deps = {
      ...whole,
      get post(): Deps['post'] {
        throw new Error('a notice was made');
      },
    };
    try {
      expect((await assess(1, '2016-05-22T08:00:00Z')).coverage).not.toBe('0.00');
    } finally {
      deps = whole;
    }
    expect(await register.owner.query('select from notices').then(({ rowCount }) => rowCount)).toBe(0);
  });
});

describe('an indicator that breaks the computation', () => {
  test('stands as not computed, counts as missing, and controllo di gestione is written to once, by name', async () => {
    await measured('3.1.3-01', ENDLESS);
    const outcome = await assess(1);
    expect(outcome.coverage).not.toBe('0.00');

    const results = await assessmentOf(register.db, { cycle: CYCLE, checkpoint: step.id });
    const states = new Map(results?.indicators.map((a) => [a.indicator, a]));
    expect(states.get('1.2.3-01')?.state).toBe('assessed');
    expect(states.get('3.1.3-01')).toMatchObject({ state: 'not-computed', light: 'none' });
    expect(states.get('3.1.3-01')?.trace.find((l) => l.label === 'Motivo')?.value).toContain(
      'il calcolo si è interrotto',
    );
    const entity = results?.rollups.find((r) => r.node === 'entity') as unknown as { counts: { missing: number } };
    expect(entity.counts.missing).toBeGreaterThan(0);

    const name = plan.areas[2]?.objectives[0]?.programmes.find((p) => p.code === '3.1.3')?.indicators[0]?.name ?? '?';
    expect(sent).toHaveLength(1);
    expect(sent[0]?.subject).toContain('un indicatore non calcolato');
    expect(sent[0]?.text.replace(/\s+/g, ' ')).toContain(name);
    expect(sent[0]?.text).toContain('3.1.3-01');

    // The worker died before the answer reached the workflow: the same computation is asked for again.
    await assess(2);
    expect(sent).toHaveLength(1);
  });
});

describe('a computation that fails as a whole', () => {
  const LATER: Instant = '2016-06-23T08:00:00Z';
  /** As after a restore that lost a version: no program can write that. */
  const standsOnVersion = async (version: number): Promise<void> => {
    await register.owner.query('begin');
    await register.owner.query('set local session_replication_role = replica');
    await register.owner.query('update checkpoints set plan_version = $1 where cycle = $2', [version, CYCLE]);
    await register.owner.query('commit');
  };
  const broken = async (attempt: number): Promise<unknown> => {
    const whole = deps;
    deps = { ...whole, now: () => LATER };
    await standsOnVersion(9);
    try {
      return await assess(attempt, LATER).catch((cause: unknown) => cause);
    } finally {
      await standsOnVersion(1);
      deps = whole;
    }
  };

  test('says nothing while it may still be a register away for a moment', async () => {
    expect(await broken(1)).toBeInstanceOf(Error);
    expect(await broken(2)).toBeInstanceOf(Error);
    expect(sent).toEqual([]);
  });

  test('then is on the page of the step and in one mail, however often it is tried, and is tried on', async () => {
    for (const attempt of [3, 4, 5]) expect(await broken(attempt)).toBeInstanceOf(Error);
    expect(sent.map((mail) => mail.subject)).toEqual([expect.stringContaining('calcolo non riuscito')]);
    expect(sent[0]?.text).toContain('plan version 9');
    const failures = (await logOf(register.db, { cycle: CYCLE, step: step.id })).filter(
      (line) => line.action === 'assessment-failed',
    );
    expect(failures).toHaveLength(1);
    expect(failures[0]?.detail).toMatchObject({ reason: expect.stringContaining('plan version 9') });
  });

  test('with the mail server away too, is written to them when it comes back', async () => {
    mailIsDown = true;
    expect(await broken(3)).toBeInstanceOf(Error);
    expect(sent).toEqual([]);
    mailIsDown = false;
    const later = { ...deps, now: (): Instant => '2016-06-23T20:00:00Z' };
    await remind(later);
    await remind(later);
    expect(sent.map((mail) => mail.subject)).toEqual([expect.stringContaining('calcolo non riuscito')]);
  });
});
