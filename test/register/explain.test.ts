import { randomUUID } from 'node:crypto';
import { CamelCasePlugin, CompiledQuery, Kysely, type LogEvent, PostgresDialect } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assessmentOf } from '../../src/register/assessments.js';
import { checkpointOf, frozenIndicators } from '../../src/register/checkpoints.js';
import { correctiveActionsOf } from '../../src/register/corrective-actions.js';
import { cycleOf } from '../../src/register/cycles.js';
import type { Db } from '../../src/register/database.js';
import { decisionsOf } from '../../src/register/decisions.js';
import { documentBytes, documentOf, formBytes, frozenBytes } from '../../src/register/documents.js';
import { draftOf } from '../../src/register/drafts.js';
import { supportedBy } from '../../src/register/evidence.js';
import { logOf } from '../../src/register/log.js';
import {
  currentMeasurements,
  missingIndicators,
  submitByMembership,
  submitMeasurements,
} from '../../src/register/measurements.js';
import { claimNotices, settleAbandoned } from '../../src/register/notice-claims.js';
import { countNotices, noticesOf } from '../../src/register/notices.js';
import { holdersOf } from '../../src/register/people.js';
import { planInForce } from '../../src/register/plans.js';
import { submissionsByKey, submissionsOf } from '../../src/register/receipts.js';
import { returnMeasurement } from '../../src/register/returned.js';
import { stepsOf } from '../../src/register/steps.js';
import type { Tables } from '../../src/register/tables.js';
import { checkpointsWithUntaken, untakenSubmissions } from '../../src/register/untaken.js';
import { aCheckpoint, aCycle } from './fixtures.js';
import { aRegister } from './register.js';

/** A year of two hundred bodies, roughly: what a page or a workflow asks must not read it all. */
const VOLUME = `
  insert into entities (id, name, seat, data) select 'ente-' || e, 'Ente', 'Sede', '{}' from generate_series(1, 200) e;
  insert into roles (entity, id, title) select 'ente-' || e, 'ruolo-' || r, 'Ruolo' from generate_series(1, 200) e, generate_series(1, 10) r;
  insert into offices (entity, id, title) select 'ente-' || e, 'ufficio-' || o, 'Ufficio' from generate_series(1, 200) e, generate_series(1, 10) o;
  insert into people (entity, id, name, email) select 'ente-' || e, 'persona-' || p, 'Persona', p || '@prova.example' from generate_series(1, 200) e, generate_series(1, 15) p;
  insert into holdings (entity, person, role, origin) select 'ente-' || e, 'persona-' || p, 'ruolo-' || (p % 10 + 1), 'file' from generate_series(1, 200) e, generate_series(1, 15) p;
  insert into memberships (entity, person, office, origin) select 'ente-' || e, 'persona-' || p, 'ufficio-' || (p % 10 + 1), 'file' from generate_series(1, 200) e, generate_series(1, 15) p;
  insert into substitutes (entity, absent, substitute, from_date, to_date, origin) select 'ente-' || e, 'persona-1', 'persona-2', '2016-08-01', '2016-08-31', 'file' from generate_series(1, 200) e, generate_series(1, 5) p;
  insert into cycles (id, entity, exercise, template, template_version, calendar, policy, simulated) select 'ente-' || e || '/2016', 'ente-' || e, 2016, 't', '1', '{}', '{}', true from generate_series(1, 200) e;
  insert into steps (cycle, id, ordinal, phase, kind, title, planned, opens_on, due_on, opens_at, due_at)
    select 'ente-' || e || '/2016', 'attivita-' || s, s, 'f', 'task', 't', '{}', '2016-01-01', '2016-01-31', '2016-01-01T07:00:00Z', '2016-01-31T22:59:59Z' from generate_series(1, 200) e, generate_series(1, 28) s;
  insert into plan_versions (entity, exercise, version, plan, hash, in_force_from, status) select 'ente-' || e, 2016, v, '{}', 'h', date '2016-01-01' + v, case v when 3 then 'in-force' else 'superseded' end from generate_series(1, 200) e, generate_series(1, 3) v;
  insert into checkpoints (cycle, id, ordinal, period_from, period_to, plan_version, plan_hash, simulated, opened_at) select 'ente-' || e || '/2016', 'm-' || m, m, '2016-01-01', '2016-04-30', 1, 'h', true, '2016-05-02T06:00:00Z' from generate_series(1, 200) e, generate_series(1, 3) m;
  insert into checkpoint_indicators (cycle, checkpoint, indicator, ordinal, name, office, target) select 'ente-' || e || '/2016', 'm-' || m, 'I-' || i, i, 'x', 'o', 't' from generate_series(1, 200) e, generate_series(1, 3) m, generate_series(1, 40) i;
  insert into confirmed_readings (cycle, indicator, name, target, reading, confirmed_by, at) select 'ente-' || e || '/2016', 'I-' || i, 'x', 't', '{"kind":"yes-no","expected":true}', 'persona-1', '2016-05-02T08:00:00Z' from generate_series(1, 200) e, generate_series(1, 40) i;
  insert into submissions (cycle, checkpoint, officer, at, simulated, channel) select 'ente-' || e || '/2016', 'm-' || m, 'persona-' || p, '2016-05-03T08:00:00Z', true, 'form' from generate_series(1, 200) e, generate_series(1, 3) m, generate_series(1, 15) p;
  insert into measurements (submission, cycle, checkpoint, indicator, actual) select s.id, s.cycle, s.checkpoint, 'I-' || i, '{"kind":"number","value":"1"}' from submissions s, generate_series(1, 5) i;
  insert into drafts (cycle, checkpoint, person, answers, saved_at) select cycle, checkpoint, officer, '{}', '2016-05-03T08:00:00Z' from submissions;
  insert into corrective_actions (cycle, checkpoint, indicator, officer, text, at, simulated) select cycle, checkpoint, indicator, 'persona-1', 'x', '2016-05-22T08:00:00Z', true from measurements where id % 4 = 0;
  insert into returned_measurements (measurement, returned_by, remark, at) select id, 'x', 'y', '2016-05-03T08:00:00Z' from measurements where id % 20 = 0;
  insert into untaken (submission, cycle, checkpoint) select id, cycle, checkpoint from submissions where id % 100 = 0;
  insert into assessments (key, cycle, checkpoint, plan_version, policy_version, simulated, indicators, rollups, at) select format('%s-%s-%s', cycle, id, a), cycle, id, 1, '1', true, '[]', '[]', '2016-05-21T08:00:00Z' from checkpoints, generate_series(1, 2) a;
  insert into documents (cycle, kind, version, hash, title, mime, bytes, simulated, frozen_at) select c.id, 'k-' || k, v, encode(sha256(convert_to(c.id || k || v, 'UTF8')), 'hex'), 't', 'text/html', 'x', true, '2016-05-21T08:00:00Z' from cycles c, generate_series(1, 5) k, generate_series(1, 2) v;
  insert into document_forms (document, form, mime, bytes) select distinct hash, 'html', 'text/html', 'x'::bytea from documents;
  insert into decisions (key, cycle, step, round, board, outcome, remarks, decided_by, simulated, at) select format('%s-%s', e, s), 'ente-' || e || '/2016', 'attivita-' || s, 1, 'giunta', 'rejected', 'x', 'y', true, '2016-01-29T12:00:00Z' from generate_series(1, 200) e, generate_series(1, 10) s;
  insert into act_corrections (key, cycle, decision, act_number, act_date, reason, person, at) select key, cycle, key, '7', '2016-01-28', 'x', 'y', '2016-01-30T12:00:00Z' from decisions where id % 4 = 0;
  insert into notices (key, message_id, cycle, step, kind, person, on_date, to_name, to_address, message, simulated, due_at, state, sent_at, next_attempt_at)
    select format('%s-%s-%s', e, s, p), format('%s-%s-%s', e, s, p), 'ente-' || e || '/2016', 'attivita-' || s, 'k', 'persona-' || p, '2016-01-20', 'x', 'x@y.example', '{}', true, '2016-01-20T08:00:00Z',
      case when p = 1 and e <= 40 then 'planned' else 'sent' end, case when p > 1 or e > 40 then '2016-01-20T08:00:00Z' end, case when p = 1 and e <= 40 then '2016-01-20T08:00:00Z' end
    from generate_series(1, 200) e, generate_series(1, 28) s, generate_series(1, 10) p;
  insert into log (at, actor, action, subject, cycle, step) select '2016-01-20T08:00:00Z', 'persona-' || p, 'a', 's', 'ente-' || e || '/2016', 'attivita-' || s from generate_series(1, 200) e, generate_series(1, 28) s, generate_series(1, 10) p;
  analyze`;

/** One row per body or fewer: reading them whole is right. */
const SMALL = new Set(['untaken', 'cycles']);

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

const nodesOf = (node: PlanNode): readonly PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

describe('with a year of two hundred bodies in the register', () => {
  const register = aRegister();
  const asked: CompiledQuery[] = [];
  let db: Db;
  let ref = { cycle: '', checkpoint: '' };
  beforeAll(async () => {
    await register.owner.query(VOLUME);
    ref = await aCheckpoint(register.db, await aCycle(register.db));
    const pool = new pg.Pool({ connectionString: register.url, options: `-c search_path=${register.schema}` });
    db = new Kysely<Tables>({
      dialect: new PostgresDialect({ pool }),
      plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
      log: (event: LogEvent) => void asked.push(event.query),
    });
  });
  afterAll(() => db.destroy());

  const row = [{ indicator: 'A-1', actual: { kind: 'number', value: '9' } }] as const;
  const NOW = '2016-01-20T08:00:00Z';
  it.each<[string, () => Promise<unknown>]>([
    [
      'submitting a form',
      () =>
        submitMeasurements(db, {
          ...ref,
          key: 'k',
          officer: 'carla',
          at: NOW,
          simulated: true,
          channel: 'form',
          rows: row,
        }),
    ],
    [
      'submitting a form for one’s own offices',
      () =>
        submitByMembership(
          db,
          { ...ref, key: 'k2', officer: 'carla', at: NOW, simulated: true, channel: 'form', rows: row },
          { entity: 'prova', on: '2016-05-10' },
        ),
    ],
    ['the receipts of a form', () => submissionsOf(db, ref, 'carla', [1, 2])],
    ['what was sent from a page', () => submissionsByKey(db, ref, 'carla', 'modulo/')],
    ['what a file supports', () => supportedBy(db, ref, 'a'.repeat(64))],
    ['the corrective actions of a checkpoint', () => correctiveActionsOf(db, ref)],
    ['an officer’s draft', () => draftOf(db, { ...ref, person: 'carla' })],
    [
      'submitting it again',
      () =>
        submitMeasurements(db, {
          ...ref,
          key: 'k',
          officer: 'carla',
          at: NOW,
          simulated: true,
          channel: 'form',
          rows: row,
        }),
    ],
    ['taking what arrived', () => untakenSubmissions(db, ref)],
    ['sweeping', () => checkpointsWithUntaken(db)],
    ['the current values', () => currentMeasurements(db, ref)],
    ['what is missing', () => missingIndicators(db, ref)],
    [
      'returning a value',
      () => returnMeasurement(db, { ...ref, indicator: 'A-1', returnedBy: 'x', remark: 'y', at: NOW }),
    ],
    ['a checkpoint', () => checkpointOf(db, ref)],
    ['its indicators', () => frozenIndicators(db, ref)],
    ['its results', () => assessmentOf(db, ref)],
    ['a cycle', () => cycleOf(db, ref.cycle)],
    ['its steps', () => stepsOf(db, ref.cycle)],
    ['its decisions', () => decisionsOf(db, ref.cycle, 'piano-approvazione')],
    ['a document', () => documentOf(db, ref.cycle, 'piano')],
    ['a document by its hash', () => documentBytes(db, 'ab'.repeat(32))],
    ['a form of a document', () => formBytes(db, 'ab'.repeat(32), 'pdf')],
    ['what its hash is of', () => frozenBytes(db, 'ab'.repeat(32))],
    ['the plan in force', () => planInForce(db, 'ente-7', 2016, '2016-06-01')],
    ['who holds a role', () => holdersOf(db, 'ente-7', 'ruolo-3', '2016-06-01')],
    ['who answers for an office', () => holdersOf(db, 'ente-7', 'ufficio:ufficio-3', '2016-06-01')],
    [
      'claiming whatever is due',
      () => claimNotices(db, { claim: randomUUID(), filter: {}, now: NOW, leaseSeconds: 60, limit: 20 }),
    ],
    [
      'claiming a wave',
      () =>
        claimNotices(db, { claim: randomUUID(), filter: { keys: ['a', 'b'] }, now: NOW, leaseSeconds: 60, limit: 20 }),
    ],
    ['settling the abandoned', () => settleAbandoned(db, NOW)],
    ['counting a step’s notices', () => countNotices(db, { cycle: ref.cycle, step: 'analisi' })],
    ['a wave of the ledger', () => noticesOf(db, { keys: ['a', 'b'] })],
    ['the log of a cycle', () => logOf(db, { cycle: ref.cycle })],
    ['the log of a step', () => logOf(db, { cycle: ref.cycle, step: 'analisi' })],
    ['the log of a person', () => logOf(db, { actor: 'persona-3' })],
  ])('%s reads by index', async (_, ask) => {
    asked.length = 0;
    await ask();
    const queries = asked.filter((q) => /^\s*(select|with|insert|update|delete)/i.test(q.sql));
    expect(queries.length).toBeGreaterThan(0);
    for (const query of queries) {
      const { rows } = await db.executeQuery<Record<string, readonly { Plan: PlanNode }[]>>(
        CompiledQuery.raw(`explain (format json) ${query.sql}`, [...query.parameters]),
      );
      const plan = Object.values(rows[0] ?? {})[0]?.[0]?.Plan;
      if (plan === undefined) throw new Error('no plan');
      const whole = nodesOf(plan)
        .filter((n) => n['Node Type'] === 'Seq Scan' && !SMALL.has(n['Relation Name'] ?? ''))
        .map((n) => n['Relation Name']);
      expect(whole, query.sql).toEqual([]);
    }
  });
});
