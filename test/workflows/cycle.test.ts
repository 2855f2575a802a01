import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadScript } from '../../src/client/rehearsal/script.js';
import type { CycleRef } from '../../src/domain/acting.js';
import { romeDate } from '../../src/domain/calendar/zone.js';
import { actsOf } from '../../src/register/acts.js';
import { assessmentOf } from '../../src/register/assessments.js';
import { decisionsOf } from '../../src/register/decisions.js';
import { documentBytes, documentOf } from '../../src/register/documents.js';
import { noticesOf } from '../../src/register/notices.js';
import { listPlanVersions } from '../../src/register/plans.js';
import { stepsOf } from '../../src/register/steps.js';
import { bodiesOnFile } from '../setup/bodies.js';
import { type PlayedYear, playYear } from './played-year.js';

const REF: CycleRef = { space: 'prova_1', entity: 'ccms', exercise: 2016 };
const CYCLE = 'ccms/2016';

let year: PlayedYear;
let register: PlayedYear['register'];
let mails: PlayedYear['mails'];
let told: PlayedYear['told'];
let histories: PlayedYear['histories'];

beforeAll(async () => {
  year = await playYear(REF, bodiesOnFile(), 'seeds/massa-carrara-2016');
  ({ register, mails, told, histories } = year);
}, 900_000);

afterAll(() => year.close());

describe('the cycle of Massa-Carrara 2016, from June 2015 to its Relazione', () => {
  test('every one of its 41 steps is done, in the order of its dependencies', async () => {
    const steps = await stepsOf(register.db, CYCLE);
    expect(steps).toHaveLength(41);
    expect(steps.filter((s) => s.status !== 'done').map((s) => s.id)).toEqual([]);
    const byId = new Map(steps.map((s) => [s.id, s]));
    for (const step of steps) {
      for (const before of step.planned.after) {
        expect(`${before} ${byId.get(before)?.completedAt}` <= `${before} ${step.openedAt}`).toBe(true);
      }
    }
  });

  test('no step opens before its day', async () => {
    for (const step of await stepsOf(register.db, CYCLE)) {
      expect(romeDate(step.openedAt ?? '1970-01-01T00:00:00Z') >= step.planned.opensOn).toBe(true);
    }
  });

  test('the RPP is rejected and comes again, the preventivo is deferred, the Piano is amended in September', async () => {
    const decisions = await decisionsOf(register.db, CYCLE);
    const taken = (step: string) =>
      decisions.filter((d) => d.step === step).map((d) => [d.round, d.outcome, d.actNumber]);
    expect(taken('rpp-approvazione')).toEqual([
      [1, 'rejected', null],
      [2, 'approved', '13'],
    ]);
    expect(taken('preventivo-approvazione')).toEqual([
      [1, 'deferred', null],
      [1, 'approved', '17'],
    ]);
    expect(taken('piano-aggiornamento')).toEqual([[1, 'approved', '139']]);
    expect((await listPlanVersions(register.db, 'ccms', 2016)).at(-1)).toMatchObject({ status: 'in-force' });
  });

  test('the Giunta takes note of the report of each checkpoint, as it was written when the checkpoint closed', async () => {
    const decisions = await decisionsOf(register.db, CYCLE);
    for (const checkpoint of ['monitoraggio-1', 'monitoraggio-2', 'monitoraggio-3']) {
      const [noted, ...others] = decisions.filter((d) => d.step === `${checkpoint}-presa-atto`);
      expect(others).toEqual([]);
      const report = await documentOf(register.db, CYCLE, checkpoint);
      expect(noted).toMatchObject({ outcome: 'noted', board: 'giunta', documentHash: report?.hash });
    }
  });

  test('a late office is late on record, and its lateness is told', async () => {
    const late = (await stepsOf(register.db, CYCLE)).find((s) => s.id === 'analisi-finanziaria');
    expect(late?.completedAt !== undefined && late.completedAt !== null && late.completedAt > late.dueAt).toBe(true);
    const notices = await noticesOf(register.db, { cycle: CYCLE, step: 'analisi-finanziaria' });
    expect(notices.map((n) => n.kind)).toEqual(expect.arrayContaining(['step-late', 'escalation']));
  });

  test('an extended step carries its new deadline', async () => {
    const extended = (await stepsOf(register.db, CYCLE)).find((s) => s.id === 'obiettivi-operativi');
    expect(extended !== undefined && extended.dueOn > extended.planned.dueOn).toBe(true);
  });

  test('each of the four checkpoints is computed, on more of the weight as the year goes', async () => {
    const results = await Promise.all(
      ['monitoraggio-1', 'monitoraggio-2', 'monitoraggio-3', 'relazione-raccolta'].map((checkpoint) =>
        assessmentOf(register.db, { cycle: CYCLE, checkpoint }),
      ),
    );
    const roots = results.map((r) => r?.rollups[0]);
    for (const root of roots) {
      expect(Number(root?.achievement)).toBeGreaterThan(0);
      expect(Number(root?.worst)).toBeLessThanOrEqual(Number(root?.achievement));
      expect(Number(root?.best)).toBeGreaterThanOrEqual(Number(root?.achievement));
    }
    expect(Number(roots[2]?.coverage)).toBeGreaterThanOrEqual(Number(roots[0]?.coverage));
  });

  test('each officer is asked once per checkpoint, with all their indicators in one mail', async () => {
    for (const step of ['monitoraggio-1', 'monitoraggio-2', 'monitoraggio-3', 'relazione-raccolta']) {
      const asked = (await noticesOf(register.db, { cycle: CYCLE, step })).filter((n) => n.key.includes('opening'));
      expect(asked.length).toBeGreaterThan(5);
      expect(new Set(asked.map((n) => n.person)).size).toBe(asked.length);
    }
  });

  test('every mail of the ledger is sent or withdrawn, none twice', async () => {
    const notices = await noticesOf(register.db, { cycle: CYCLE });
    expect(notices.filter((n) => n.state !== 'sent' && n.state !== 'withdrawn')).toEqual([]);
    expect(new Set(mails.map((m) => m.messageId)).size).toBe(mails.length);
    const sent = notices.filter((n) => n.state === 'sent');
    const left = new Set(mails.map((m) => m.messageId));
    expect(sent.filter((n) => left.has(n.messageId))).toHaveLength(mails.length);
    // Prompts to one person on one day are one mail, which has the Message-ID of one of them.
    const alone = sent.filter(
      (n) =>
        !left.has(n.messageId) &&
        !sent.some((o) => left.has(o.messageId) && o.person === n.person && romeDate(o.dueAt) === romeDate(n.dueAt)),
    );
    expect(alone).toEqual([]);
  });

  test('people did what they did on the pages: forms, one sheet and one draft a checkpoint, a mistake named first', async () => {
    const told_ = (sign: string) => told.filter((line) => line.includes(sign));
    expect(told_('rifiutato')).toEqual([]);
    expect(told_('compila il foglio')).toHaveLength(4);
    expect(told_('salva la bozza')).toHaveLength(4);
    expect(told_('scrive «circa dieci»')).toHaveLength(3);
    expect(told_('accettato')).toEqual([]);
    expect(told_('Ricevuta n.').length).toBeGreaterThan(30);
    // An amendment is nobody's request: who proposes it comes by themselves.
    expect(told_('senza mail')).toHaveLength(1);
    expect(told_('senza mail')[0]).toContain('Ottavia Brandini propone l’aggiornamento del Piano');
    const { rows } = await sql<{ channel: string; n: number }>`
      select channel, count(*)::int as n from submissions group by channel order by channel`.execute(register.db);
    const channels = new Map(rows.map(({ channel, n }) => [channel, n]));
    expect(channels.get('sheet')).toBe(4);
    expect(channels.get('form')).toBeGreaterThan(20);
    expect(channels.has('rehearsal')).toBe(false);
  });

  test('what the phases leave as data is put on record once, on its pages', async () => {
    const script = loadScript('seeds/massa-carrara-2016', REF.exercise);
    if (!script.ok) throw new Error(JSON.stringify(script.error));
    const times = (sign: string) => told.filter((line) => line.includes(sign)).length;
    for (const said of script.value.records.flatMap(({ told: line }) => line ?? []))
      expect([said, times(said)]).toEqual([said, 1]);
    expect(times('esamina il messaggio')).toBe(script.value.voices.length);
    expect(times('considera')).toBeGreaterThan(0);
    expect(times('la scrive in ritardo, dopo il sollecito')).toBe(1);
  });

  test('a value sent back comes again with its evidence, and each act has its text', async () => {
    const evidence = await register.db.selectFrom('evidence').select('name').execute();
    expect(evidence.map(({ name }) => name)).toEqual(['rassegna-stampa.txt']);
    const approved = (await decisionsOf(register.db, CYCLE)).filter(
      (d) => d.outcome === 'approved' || d.outcome === 'noted',
    );
    const acts = await actsOf(
      register.db,
      approved.map((d) => d.key),
    );
    expect(acts.map((act) => act.name).sort()).toEqual(approved.map((d) => `atto-${d.actNumber}.pdf`).sort());
    // The OIV, which may be one person, counts no votes.
    for (const { board, present, inFavour } of approved)
      expect([board, present !== null, present === inFavour]).toEqual([board, board !== 'oiv', true]);
  });

  test('no document carries the results of a person', async () => {
    const kinds = ['monitoraggio-1', 'monitoraggio-2', 'monitoraggio-3', 'relazione'];
    for (const kind of kinds) {
      const document = await documentOf(register.db, CYCLE, kind);
      const text = (await documentBytes(register.db, document?.hash ?? ''))?.bytes.toString('utf8') ?? '';
      expect(text).toContain('Ente nel suo insieme');
      expect(text).toContain('n. complessivo presenze sulla stampa');
      expect(text).not.toContain('Garantire miglioramento del benessere organizzativo');
      // How many men and women hold the post is no result.
      expect(text).not.toMatch(/<th[^>]*>Segretario Generale<\/th><td[^>]*>[^<]*%/);
    }
  });

  test('no history comes near the two thousand events a replay bears', () => {
    const longest = Math.max(...histories.values());
    expect(longest).toBeGreaterThan(100);
    expect(longest).toBeLessThan(2_000);
  });
});
