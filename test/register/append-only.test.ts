import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { addActCorrection } from '../../src/register/act-corrections.js';
import { saveAct, saveAttachment } from '../../src/register/acts.js';
import { saveAssessment } from '../../src/register/assessments.js';
import { writeBodyEntry } from '../../src/register/body-entries.js';
import { recordCollected } from '../../src/register/collected.js';
import { addCommunication } from '../../src/register/communications.js';
import { addConfirmedReadings } from '../../src/register/confirmed-readings.js';
import { addConsideration } from '../../src/register/considerations.js';
import { addCheckUpAnswer, addFactorRevision } from '../../src/register/context.js';
import { addCorrectiveActions } from '../../src/register/corrective-actions.js';
import type { Db } from '../../src/register/database.js';
import { recordDecision } from '../../src/register/decisions.js';
import { addNoticeAct } from '../../src/register/delay-notices.js';
import { addDelayReason } from '../../src/register/delays.js';
import { addDelegation, delegationsOf, endDelegation } from '../../src/register/delegations.js';
import { saveDocument } from '../../src/register/documents.js';
import { beginDrafting } from '../../src/register/drafting.js';
import { addFigure } from '../../src/register/drafting-files.js';
import { addTransmission } from '../../src/register/drafting-transmissions.js';
import { keepDrawn } from '../../src/register/drawn-feedback.js';
import { eraseFile } from '../../src/register/erasures.js';
import { saveEvidence } from '../../src/register/evidence.js';
import { appendLog } from '../../src/register/log.js';
import { recordMailReport, settleMail } from '../../src/register/mail-reports.js';
import { submitMeasurements } from '../../src/register/measurements.js';
import { claimNotices, markNotices } from '../../src/register/notice-claims.js';
import { noticesOf, planNotices } from '../../src/register/notices.js';
import { addInterview, addJudgement, addOivAnswer, addOivRemark } from '../../src/register/oiv.js';
import { addAdoption } from '../../src/register/outlines.js';
import { addOwnRule } from '../../src/register/own-rules.js';
import { addOwnTerm } from '../../src/register/own-terms.js';
import { addPublicationCheck } from '../../src/register/publication-checks.js';
import { addReportAnswer, addReportRemark } from '../../src/register/report-remarks.js';
import { returnMeasurement } from '../../src/register/returned.js';
import { addRewardImport } from '../../src/register/rewards.js';
import { addAccountAmounts, addSeriesValues } from '../../src/register/series-values.js';
import { addPassage, addSheet } from '../../src/register/sheets.js';
import { addSpendingImport } from '../../src/register/spending.js';
import { addStakeholderState } from '../../src/register/stakeholders.js';
import { addStepRemark, addStepReply, closeStepRemark, stepRemarksOf } from '../../src/register/step-remarks.js';
import { addQuestion, addSurvey, linkIndicator, withdrawSurvey } from '../../src/register/surveys.js';
import { addTargetProposal, settleTargetProposal } from '../../src/register/target-proposals.js';
import { aCheckpoint, aCycle } from './fixtures.js';
import { aRegister } from './register.js';

const CLAIM = '7a3c1d2e-0000-4000-8000-000000000001';

/** Tables nobody may change once written, with a column to try it on. */
const APPEND_ONLY = {
  submissions: 'officer',
  measurements: 'note',
  returned_measurements: 'remark',
  evidence: 'name',
  evidence_names: 'name',
  collected_values: 'reason',
  corrective_actions: 'text',
  assessments: 'policy_version',
  indicator_results: 'state',
  rollup_results: 'title',
  overrides: 'reason',
  documents: 'title',
  document_forms: 'mime',
  decisions: 'act_number',
  acts: 'name',
  act_corrections: 'act_number',
  own_terms: 'due',
  own_rules: 'said',
  attachments: 'name',
  delay_reasons: 'reason',
  delay_notice_acts: 'protocol',
  report_remarks: 'text',
  report_answers: 'text',
  step_remarks: 'text',
  step_remark_replies: 'text',
  step_remark_closings: 'person',
  delegations: 'delegate',
  delegation_endings: 'person',
  publication_checks: 'failure',
  mail_reports: 'reason',
  mail_settlements: 'verdict',
  confirmed_readings: 'target',
  erasures: 'reason',
  context_factors: 'text',
  series_values: 'printed',
  account_amounts: 'account',
  check_up_answers: 'degree',
  oiv_judgements: 'note',
  oiv_interviews: 'notes',
  oiv_remarks: 'text',
  oiv_answers: 'text',
  spending_imports: 'file_name',
  reward_imports: 'file_name',
  reward_amounts: 'evaluated_group',
  target_proposals: 'note',
  target_settlements: 'reason',
  body_entries: 'kind',
  stakeholders: 'name',
  surveys: 'title',
  survey_questions: 'text',
  survey_withdrawals: 'reason',
  survey_links: 'indicator',
  considerations: 'outcome',
  drawn_feedback: 'step',
  communications: 'told',
  document_drafts: 'document',
  outline_adoptions: 'act_number',
  section_versions: 'text',
  draft_files: 'name',
  section_figures: 'hash',
  transmissions: 'note',
  sheets: 'person',
  sheet_versions: 'reason',
  sheet_passages: 'text',
  sheet_judgements: 'sentence',
  sheet_scores: 'band',
  sheet_aggregates: 'band',
  log: 'actor',
};

const ORDERS = {
  ...{ name: 'Ordini', category: '', expects: '', influence: null, interest: null, services: '', involvement: '' },
};
const TOLD = {
  means: 'meeting',
  onDay: '2016-02-01',
  ...{ about: 'Piano', documentHash: undefined, told: 'personale', note: '', mailText: '', page: '', recipients: [] },
} as const;

async function aRemarkAnswered(db: Db, cycle: string): Promise<void> {
  const said = { cycle, actingFor: null, at: '2016-06-01T08:00:00Z' } as const;
  const remark = await addReportRemark(db, {
    ...{ ...said, key: 'r1', checkpoint: 'monitoraggio-1', documentHash: 'h', board: 'oiv', decision: null },
    ...{ text: 'un valore manca', person: 'anna' },
  });
  await addReportAnswer(db, { ...said, key: 'a1', remark: remark ?? 0, text: 'è stato chiesto', person: 'carla' });
}

async function aRemarkOnAStep(db: Db, cycle: string): Promise<void> {
  const said = { cycle, mentions: [], actingFor: null, at: '2016-06-01T08:00:00Z' } as const;
  const words = { ...said, text: 'manca un dato', person: 'anna' };
  await addStepRemark(db, { ...words, mentions: [], key: 's1', step: 'monitoraggio-1', indicator: 'A-1' });
  const [remark] = await stepRemarksOf(db, cycle, {});
  const { id } = remark ?? { id: 0 };
  await addStepReply(db, { ...words, mentions: [], key: 's2', remark: id });
  await closeStepRemark(db, { cycle, remark: id, person: 'anna', actingFor: null, at: said.at });
}

const aTermOfItsOwn = (db: Db, entity: string): Promise<void> =>
  addOwnTerm(db, {
    ...{ key: 't1', entity, step: 'analisi', fromExercise: 2017, due: '8 luglio Y-1', citation: 'det. n. 2' },
    ...{ force: 'body', person: 'carla', actingFor: null, at: '2016-05-03T08:00:00Z' },
  });

const aRuleOfItsOwn = (db: Db, entity: string): Promise<void> =>
  addOwnRule(db, {
    ...{ key: 'r1', entity, piece: 'tetto', fromExercise: 2017, said: '120%', act: 'det. n. 2' },
    ...{ person: 'carla', actingFor: null, at: '2016-05-03T08:00:00Z' },
  });

async function aDelegationEnded(db: Db, cycle: string): Promise<void> {
  const by = { cycle, person: 'carla', actingFor: null, at: '2016-05-03T08:00:00Z' } as const;
  const given = { checkpoint: 'monitoraggio-1', indicator: 'A-1', delegator: 'carla', delegate: 'dario', until: null };
  await addDelegation(db, { ...by, ...given, key: 'd1' });
  const [delegation] = await delegationsOf(db, { cycle, checkpoint: 'monitoraggio-1' }, '2016-05-03');
  await endDelegation(db, { ...by, delegation: delegation?.id ?? 0 });
}

async function aMailNotDelivered(db: Db, cycle: string): Promise<void> {
  const notice = {
    cycle,
    step: 'piano-approvazione',
    kind: 'step-opening',
    on: '2016-01-20',
    person: 'anna',
    occasion: 'r1',
    to: { name: 'Anna', address: 'anna@prova.example' },
    message: {},
    simulated: true,
    dueAt: '2016-01-20T08:00:00Z',
  } as const;
  const [key = ''] = await planNotices(db, [notice], 'prova.example');
  const [{ messageId = '' } = {}] = await noticesOf(db, { keys: [key] });
  await claimNotices(db, { claim: CLAIM, filter: { keys: [key] }, now: notice.dueAt, leaseSeconds: 60, limit: 1 });
  await markNotices(db, CLAIM, [
    { key, outcome: 'sent', at: notice.dueAt, response: '250 queued', carriedBy: messageId },
  ]);
  const report = {
    key: 'a'.repeat(64),
    messageIds: [messageId],
    recipient: 'anna@prova.example',
    reason: 'no such user',
  };
  await recordMailReport(db, { ...report, outcome: 'failed' }, notice.dueAt);
  await settleMail(db, { entity: 'prova', notice: key, verdict: 'arrived', person: 'bruno', at: notice.dueAt });
}

async function aSheet(db: Db, owner: { query(text: string): Promise<unknown> }, cycle: string): Promise<void> {
  const by = { actor: 'anna', at: '2016-02-01T08:00:00Z', simulated: true } as const;
  const sheet = await addSheet(db, by, {
    cycle,
    person: 'carla',
    group: 'personale',
    from: '2016-01-01',
    to: '2016-12-31',
    evaluator: { kind: 'person', person: 'anna' },
    objectives: [],
  });
  await addPassage(db, by, sheet, {
    passage: 'evaluate',
    stage: 'evaluated',
    judgements: [{ of: 'qualita', value: 'buono', sentence: 'Sempre.' }],
    score: { parts: [], coverage: '100', worst: '80', best: '80', score: '80', days: 366, share: '100' },
  });
  await owner.query(
    `insert into sheet_aggregates (cycle, evaluated_group, band, people) values ('${cycle}', 'personale', 'prima', 5)`,
  );
}

async function aDraft(db: Db, cycle: string): Promise<void> {
  const draft = { cycle, document: 'piano' };
  const at = '2016-01-10T08:00:00Z' as const;
  const section = {
    id: 'presentazione',
    title: 'Presentazione',
    level: 2,
    required: true,
    owners: ['controllo'],
    content: { kind: 'written' },
  } as const;
  const outline = { kind: 'piano', version: '1', standIn: false, landscape: true, sections: [section] };
  await beginDrafting(db, draft, outline, new Map([['presentazione', 'Testo.']]), at);
  const adopted = { outline, actNumber: 'det. 12', actDate: '2016-01-09', byPerson: 'carla', actingFor: null } as const;
  await addAdoption(db, { ...draft, ...adopted, at });
  const picture = { name: 'a.png', mime: 'image/png', bytes: Buffer.from('png'), uploadedBy: 'carla', at };
  await addFigure(db, draft, picture, { width: 1, height: 1 });
  await addTransmission(db, {
    ...draft,
    step: 'piano-approvazione',
    round: 1,
    by: 'carla',
    actingFor: null,
    at,
    note: null,
    unchangedReason: null,
    contentHash: createHash('sha256').update('[]').digest('hex'),
    content: '[]',
    planVersion: 1,
  });
}

describe('what is on record', () => {
  const register = aRegister();

  beforeAll(async () => {
    const { db } = register;
    const ref = await aCheckpoint(db, await aCycle(db));
    await submitMeasurements(db, {
      ...ref,
      officer: 'carla',
      at: '2016-05-03T08:00:00Z',
      simulated: true,
      channel: 'form',
      rows: [{ indicator: 'A-1', actual: { kind: 'number', value: '9' } }],
    });
    await recordCollected(db, {
      ...ref,
      key: 'k',
      indicator: 'A-1',
      source: 'incontri',
      sourceTitle: 'Incontri',
      outcome: 'failed',
      reason: 'il file non c’è',
      toConfirm: true,
      at: '2016-05-02T06:00:00Z',
    });
    await returnMeasurement(db, {
      ...ref,
      indicator: 'A-1',
      returnedBy: 'bruno',
      remark: 'verificare',
      at: '2016-05-04T08:00:00Z',
    });
    await addCorrectiveActions(db, [
      {
        ...ref,
        key: 'proposta-1',
        indicator: 'A-1',
        officer: 'carla',
        text: 'due incontri in più a giugno',
        at: '2016-05-22T08:00:00Z',
        simulated: true,
      },
    ]);
    const by = { actor: 'carla', at: '2016-05-09T08:00:00Z', simulated: true } as const;
    const spent = { programme: '1', line: 'a', amount: '1.00' };
    const accounts = {
      fileHash: 'a'.repeat(64),
      fileName: 'spesa.csv',
      upTo: '2016-04-30',
      rows: 1,
      lines: [spent],
    } as const;
    await addSpendingImport(db, { ...by, entity: 'prova', exercise: 2016, ...accounts });
    await addRewardImport(db, {
      ...by,
      entity: 'prova',
      exercise: 2016,
      fileHash: 'b'.repeat(64),
      fileName: 'premi.csv',
      amounts: [{ group: 'dirigenti', allocated: '10', paid: '9' }],
    });
    const asked = { indicator: 'A-1', name: 'Incontri', office: 'uno', year: 2016, text: '9', note: '' };
    const proposal = await addTargetProposal(db, { ...by, entity: 'prova', exercise: 2016, ...asked });
    await settleTargetProposal(db, { ...by, proposal, outcome: 'left', reason: 'già discusso' });
    await writeBodyEntry(db, by, { entity: 'prova', kind: 'organ', id: 'giunta' }, undefined);
    const said = { entity: 'prova', actor: 'carla', at: '2016-05-03T08:00:00Z', simulated: true } as const;
    await addFactorRevision(db, {
      ...said,
      exercise: 2016,
      kind: 'threat',
      text: 'riordino',
      ordinal: 1,
      standing: 'new',
    });
    await addCheckUpAnswer(db, { ...said, exercise: 2016, requirement: 'fasi', degree: 'avviato', evidence: 'atto' });
    const { entity: _, ...atDesk } = { ...said, cycle: ref.cycle };
    await addJudgement(db, { ...atDesk, kind: 'figure', subject: 'A-1', verdict: 'met', note: '' });
    await addInterview(db, { ...atDesk, heldOn: '2016-05-02', office: 'uno', notes: 'sentito' });
    const remark = await addOivRemark(db, { ...atDesk, about: 'dati', text: 'fonti' });
    await addOivAnswer(db, { actor: 'carla', at: said.at, remark, text: 'allegate' });
    const entered = { ...said, origin: 'form', source: undefined, note: undefined } as const;
    const value = { row: 'r', subject: 'prova', year: 2015, printed: '1', odd: undefined };
    await addSeriesValues(db, { ...entered, series: 's' }, [value]);
    await addAccountAmounts(db, { ...entered, year: 2015 }, [{ account: 'a', amount: '1', odd: undefined }]);
    await addStakeholderState(db, { ...said, stakeholder: 'ordini', ...ORDERS, ended: false });
    const period = { fromDay: '2016-01-10', toDay: '2016-02-10', asked: 10, answered: 5 } as const;
    const survey = await addSurvey(db, { ...said, title: 'Indagine', askedOf: 'utenti', method: '', ...period });
    const who = { actor: 'carla', actingFor: undefined, at: said.at };
    const asks = {
      text: 'Giudizio',
      unit: 'percent',
      lowest: null,
      highest: null,
      result: '80',
      answered: null,
    } as const;
    const number = await addQuestion(db, { ...who, ...asks, survey });
    const linked = { entity: 'prova', exercise: 2016, indicator: 'A-1', question: { survey, number } };
    await linkIndicator(db, { ...who, ...linked });
    await withdrawSurvey(db, { ...who, survey, reason: 'risposte doppie' });
    const item = { item: 'feedback:1', title: 'Ordini', exercise: 2016, outcome: 'già fatto' };
    await addConsideration(db, { ...who, entity: 'prova', ...item, follows: null, refers: null });
    await keepDrawn(db, { cycle: ref.cycle, step: 'monitoraggio-1', run: 1 }, [], who.at);
    await addCommunication(db, { ...who, cycle: ref.cycle, ...TOLD, simulated: true });
    const wrong = { name: 'b.pdf', mime: 'application/pdf', bytes: Buffer.from('y'), uploadedBy: 'carla' };
    const at = '2016-05-03T08:00:00Z';
    const order = {
      entity: 'prova',
      basis: 'wrong-upload',
      reason: 'file di altri',
      act: 'det. 9',
      by: 'bruno',
      at,
    } as const;
    await eraseFile(db, await saveEvidence(db, 'prova', { ...wrong, at }), order);
    await saveEvidence(db, 'prova', {
      name: 'a.pdf',
      mime: 'application/pdf',
      bytes: Buffer.from('x'),
      uploadedBy: 'carla',
      at: '2016-05-03T08:00:00Z',
    });
    await saveAssessment(db, {
      ...ref,
      key: 'prova/2016/monitoraggio-1/1',
      planVersion: 1,
      policyVersion: '1',
      simulated: true,
      at: '2016-05-21T08:00:00Z',
      indicators: [{ indicator: 'A-1', state: 'missing', light: 'none', trace: [] }],
      rollups: [
        {
          node: 'entity',
          title: 'Ente',
          weight: '100',
          coverage: '0',
          worst: '0',
          best: '100',
          light: 'none',
          trace: [],
          children: [],
        },
      ],
    });
    await db
      .insertInto('overrides')
      .values({
        key: null,
        cycle: ref.cycle,
        indicator: 'A-1',
        kind: 'neutralised',
        value: null,
        withdraws: null,
        decidedBy: 'Giunta camerale',
        reason: 'alluvione',
        actNumber: '12',
        actDate: '2016-05-20',
        recordedBy: 'carla',
        actingFor: null,
        at: '2016-05-21T09:00:00Z',
      })
      .execute();
    await saveDocument(db, {
      cycle: ref.cycle,
      kind: 'piano',
      version: 1,
      title: 'Piano',
      mime: 'text/html',
      bytes: Buffer.from('piano'),
      forms: [{ form: 'html', mime: 'text/html', bytes: Buffer.from('<p>piano</p>') }],
      simulated: true,
      frozenAt: '2016-01-20T08:00:00Z',
    });
    await recordDecision(db, {
      key: 'k',
      cycle: ref.cycle,
      step: 'piano-approvazione',
      round: 1,
      board: 'giunta',
      outcome: 'approved',
      actNumber: '7',
      actDate: '2016-01-29',
      decidedBy: 'dario',
      documentHash: 'h',
      simulated: true,
      at: '2016-01-29T12:00:00Z',
    });
    const file = { name: 'delibera.pdf', mime: 'application/pdf', bytes: Buffer.from('%PDF-'), uploadedBy: 'dario' };
    const run = { cycle: ref.cycle, step: 'piano-approvazione', run: 1, at: '2016-01-29T12:00:00Z' } as const;
    await saveAct(db, 'k', { ...file, at: run.at });
    await saveAttachment(db, run, { ...file, at: run.at });
    await addActCorrection(db, {
      ...{ key: 'c', cycle: ref.cycle, decision: 'k', actNumber: '8', actDate: '2016-01-29', reason: 'errore' },
      ...{ person: 'dario', actingFor: null, at: '2016-02-01T08:00:00Z' },
    });
    await addNoticeAct(db, {
      ...{ key: 'f', cycle: ref.cycle, step: 'piano-approvazione', version: 1, documentHash: 'a'.repeat(64) },
      ...{ what: 'signed', person: 'anna', actingFor: null, onDate: '2016-02-01', protocol: null, way: null },
      at: '2016-02-01T08:00:00Z',
    });
    await aRemarkAnswered(db, ref.cycle);
    await aRemarkOnAStep(db, ref.cycle);
    await aDelegationEnded(db, ref.cycle);
    await aTermOfItsOwn(db, 'prova');
    await aRuleOfItsOwn(db, 'prova');
    const checked = { cycle: ref.cycle, documentHash: 'a'.repeat(64), way: 'files', address: '' } as const;
    await addPublicationCheck(db, { ...checked, failure: null, at: '2016-02-02T08:00:00Z' });
    await addDelayReason(db, { ...run, key: 'r', person: 'dario', reason: 'seduta rinviata' });
    await addConfirmedReadings(db, {
      cycle: ref.cycle,
      readings: [
        { indicator: 'A-1', name: 'Incontri', target: 'almeno 9', reading: { kind: 'yes-no', expected: true } },
      ],
      by: 'bruno',
      at: '2016-05-02T08:00:00Z',
    });
    await appendLog(db, { at: '2016-01-29T12:00:00Z', actor: 'dario', action: 'decision-recorded', subject: 'piano' });
    await aSheet(db, register.owner, ref.cycle);
    await aMailNotDelivered(db, ref.cycle);
    await aDraft(db, ref.cycle);
  });

  describe.each(Object.entries(APPEND_ONLY))('in %s', (table, column) => {
    const target = (): string => `${register.schema}.${table}`;

    it('is there', async () => {
      const { rows } = await register.owner.query<{ count: string }>(`select count(*) as count from ${target()}`);
      expect(Number(rows[0]?.count)).toBeGreaterThan(0);
    });

    it.each([
      ['updated', () => `update ${target()} set ${column} = 'altro'`],
      ['deleted', () => `delete from ${target()}`],
      ['emptied', () => `truncate ${target()} cascade`],
    ])('cannot be %s by the application', async (_, statement) => {
      await expect(sql.raw(statement()).execute(register.db)).rejects.toThrow('permission denied');
    });

    it.each([
      ['updated', () => `update ${target()} set ${column} = 'altro'`],
      ['deleted', () => `delete from ${target()}`],
      ['emptied', () => `truncate ${target()} cascade`],
    ])('cannot be %s by the owner of the tables either', async (_, statement) => {
      await expect(register.owner.query(statement())).rejects.toThrow('append-only');
    });
  });

  it('cannot be changed in what a checkpoint or a plan version froze', async () => {
    await expect(sql`update checkpoint_indicators set target = 'almeno 1'`.execute(register.db)).rejects.toThrow(
      'permission denied',
    );
    await expect(sql`update checkpoints set plan_version = 2`.execute(register.db)).rejects.toThrow(
      'permission denied',
    );
    await expect(sql`update plan_versions set plan = '{}'`.execute(register.db)).rejects.toThrow('permission denied');
  });

  it('cannot be reached by changing its guards', async () => {
    await expect(sql`alter table decisions disable trigger append_only`.execute(register.db)).rejects.toThrow(
      'must be owner',
    );
    await expect(sql`drop table decisions`.execute(register.db)).rejects.toThrow('must be owner');
    await expect(sql`create table altro (id int)`.execute(register.db)).rejects.toThrow('permission denied');
  });
});
