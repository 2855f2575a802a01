import { expect, test } from 'vitest';
import { upgraded } from './upgraded.js';

const HASH = (n: number) => String(n).repeat(64);

test('what came before boards until now is found in the log, and among decisions on what another board approved', async () => {
  const owner = await upgraded('040_hearings.sql', async (client) => {
    await client.query(`insert into entities (id, name, seat, data) values ('prova', 'x', 'x', '{}')`);
    await client.query(
      `insert into cycles (id, entity, exercise, template, template_version, calendar, policy, simulated)
       values ('prova/2016', 'prova', 2016, 'x', '1', '{}', '{}', false)`,
    );
    for (const [i, [id, kind, status]] of (
      [
        ['piano', 'approval', 'done'],
        ['aggiornamento', 'amendment', 'open'],
        ['relazione', 'approval', 'done'],
        ['validazione', 'approval', 'open'],
      ] as const
    ).entries()) {
      const document = id === 'validazione' ? 'relazione' : id === 'aggiornamento' ? 'piano' : id;
      await client.query(
        `insert into steps (cycle, id, ordinal, phase, title, kind, status, planned, opens_on, due_on, opens_at, due_at, opened_at)
         values ('prova/2016', $1, $2, 'x', 'x', $3, $4, $5, '2016-01-01', '2016-12-31', '2016-01-01T08:00:00Z',
           '2016-12-31T22:59:59Z', '2016-01-01T08:00:00Z')`,
        [id, i, kind, status, JSON.stringify({ document })],
      );
    }
    for (const [n, kind] of ['piano', 'piano', 'piano', 'relazione'].entries()) {
      await client.query(
        `insert into documents (cycle, kind, version, hash, title, mime, bytes, simulated, frozen_at)
         values ('prova/2016', $1, $2, $3, 'x', 'text/html', 'x', false, '2016-01-10T08:00:00Z')`,
        [kind, n + 1, HASH(n + 1)],
      );
    }
    const log = (key: string | null, action: string, step: string, at: string, detail: object) =>
      client.query(
        `insert into log (key, at, actor, action, subject, cycle, step, detail)
         values ($1, $2, 'x', $3, 'x', 'prova/2016', $4, $5)`,
        [key, at, action, step, JSON.stringify(detail)],
      );
    const decide = (key: string, step: string, round: number, outcome: string, hash: string, at: string) =>
      client.query(
        `insert into decisions (key, cycle, step, round, board, outcome, act_number, act_date, remarks, deferred_to, decided_by,
           document_hash, simulated, at)
         values ($1, 'prova/2016', $2, $3, 'giunta', $4, '1', '2016-01-20', 'x', '2016-01-30', 'x', $5, false, $6)`,
        [key, step, round, outcome, hash, at],
      );
    await log('prova/2016/piano/document/1', 'document-frozen', 'piano', '2016-01-10T08:00:00Z', { hash: HASH(1) });
    await decide('rinvio', 'piano', 1, 'deferred', HASH(1), '2016-01-11T08:00:00Z');
    await decide('no', 'piano', 1, 'rejected', HASH(1), '2016-01-12T08:00:00Z');
    await log(null, 'step-resubmitted', 'piano', '2016-01-13T08:00:00Z', { reason: 'pesi aggiunti' });
    await log('prova/2016/piano/document/2', 'document-frozen', 'piano', '2016-01-14T08:00:00Z', { hash: HASH(2) });
    await decide('si', 'piano', 2, 'approved', HASH(2), '2016-01-15T08:00:00Z');
    const proposal = { planVersion: 3, reason: 'rassegna quotidiana' };
    await log(
      'prova/2016/aggiornamento/proposal/3',
      'amendment-proposed',
      'aggiornamento',
      '2016-05-01T08:00:00Z',
      proposal,
    );
    const amended = { hash: HASH(3), planVersion: 3 };
    await log(
      'prova/2016/aggiornamento/document/1',
      'document-frozen',
      'aggiornamento',
      '2016-05-01T08:00:01Z',
      amended,
    );
    await log('prova/2016/relazione/document/1', 'document-frozen', 'relazione', '2016-06-01T08:00:00Z', {
      hash: HASH(4),
    });
    await decide('relazione', 'relazione', 1, 'approved', HASH(4), '2016-06-02T08:00:00Z');
    await decide('oiv', 'validazione', 1, 'rejected', HASH(4), '2016-06-10T08:00:00Z');
    await log(null, 'step-resubmitted', 'validazione', '2016-06-12T08:00:00Z', { reason: 'allegati' });
  });
  const { rows } = await owner.query<Record<string, unknown>>(
    `select step, round, left(document_hash, 1) as hash, plan_version, reason, decision, resubmitted_at, revision
     from hearings order by step, round`,
  );
  expect(rows.map((row) => Object.values(row).map(String).join(' '))).toEqual([
    'aggiornamento 1 3 3 rassegna quotidiana null null null',
    'piano 1 1 null null no 2016-01-13T08:00:00Z pesi aggiunti',
    'piano 2 2 null null si null null',
    'relazione 1 4 null null relazione null null',
    'validazione 1 4 null null oiv 2016-06-12T08:00:00Z allegati',
    'validazione 2 4 null null null null null',
  ]);
});
