import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { erasePerson, takeFileAway } from '../../src/acts/access/erasing.js';
import type { CivilDate } from '../../src/domain/calendar/types.js';
import { overBy, type Retention } from '../../src/domain/retention.js';
import { applyRetention, type RetentionRun } from '../../src/office/retention.js';
import { assessmentOf, saveAssessment } from '../../src/register/assessments.js';
import { checkpointOf, closeCheckpoint } from '../../src/register/checkpoints.js';
import { addCorrectiveActions } from '../../src/register/corrective-actions.js';
import { setCycleStatus } from '../../src/register/cycles.js';
import { beginDrafting } from '../../src/register/drafting.js';
import { keepTyped } from '../../src/register/drafting-typing.js';
import { eraseFile, eraseTexts, erasuresOf } from '../../src/register/erasures.js';
import { evidenceOf, saveEvidence } from '../../src/register/evidence.js';
import { appendLog, logOf } from '../../src/register/log.js';
import { currentMeasurements, submitMeasurements } from '../../src/register/measurements.js';
import { claimNotices, markNotices } from '../../src/register/notice-claims.js';
import { noticesOf, planNotices } from '../../src/register/notices.js';
import { savePlanVersion } from '../../src/register/plans.js';
import { addPublicVoice, publicVoicesOf, settleVoice } from '../../src/register/public-voices.js';
import { returnMeasurement } from '../../src/register/returned.js';
import { setStepState, stepsOf } from '../../src/register/steps.js';
import { PACKAGED_SEEDS } from '../../src/seeds/locate.js';
import { loadRetention } from '../../src/seeds/retention.js';
import { aCheckpoint, aCycle, aPlan } from './fixtures.js';
import { aRegister } from './register.js';

/** For whom the files of these tests are named. */
const BY = { entity: 'prova', senders: ['carla'] };

const register = aRegister();
const aFile = { name: 'a.txt', mime: 'text/plain' };
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const fileOf = (entity: string): Buffer => Buffer.from(`busta paga di Carla (${entity})`);
const NOTE = 'Carla era in maternità';
/** What a step, a checkpoint and a cycle stand with. */
const STANDING = {
  step: 'conclusa da carla: atti raccolti dopo il ricovero di Carla',
  trouble: 'la casella di Carla non esiste',
  checkpoint: 'chiusa senza il dato: congedo di Carla',
  cycle: 'esercizio finito col pensionamento di Carla',
} as const;
const REMARK = 'chiedere a Carla della visita medica';
const CLAIM = '7a3c1d2e-0000-4000-8000-000000000001';
const AT = '2016-05-03T08:00:00Z';
const ACT = 'det. 7/2028';

const terms = (): Retention => {
  const read = loadRetention(PACKAGED_SEEDS);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value('prova');
};
const run = (over: Partial<RetentionRun> = {}) =>
  applyRetention({
    db: register.db,
    retentionOf: terms,
    today: '2028-01-01',
    at: '2028-01-01T09:00:00Z',
    by: 'sistema',
    dryRun: false,
    ...over,
  });
const outcome = (lines: Awaited<ReturnType<typeof run>>): readonly string[] =>
  lines
    .filter((line) => line.due > 0)
    .map(({ entity, what, due, erased, waits }) => `${entity} ${what} ${due} ${waits ? 'waits' : (erased ?? 'told')}`);

/** A year long over: an officer's value with a note and a file, a remark, a corrective action, a mail, individual results. */
async function aYear(entity: string): Promise<string> {
  const { db } = register;
  const cycle = await aCycle(db, entity);
  const ref = await aCheckpoint(db, cycle);
  const evidence = await saveEvidence(db, 'prova', {
    name: 'busta-paga-carla.pdf',
    mime: 'application/pdf',
    bytes: fileOf(entity),
    uploadedBy: 'carla',
    at: AT,
  });
  const sent = { ...ref, officer: 'carla', at: AT, simulated: true, channel: 'form' } as const;
  const value = { kind: 'number', value: '9' } as const;
  await submitMeasurements(db, {
    ...sent,
    rows: [{ indicator: 'A-1', actual: value, note: NOTE, evidence: [evidence] }],
  });
  const report = { indicator: 'A-2', actual: { kind: 'date', on: '2016-03-30' } } as const;
  expect((await submitMeasurements(db, { ...sent, rows: [report] })).ok).toBe(true);
  await returnMeasurement(db, { ...ref, indicator: 'A-1', returnedBy: 'bruno', remark: REMARK, at: AT });
  await addCorrectiveActions(db, [
    {
      ...ref,
      key: `${entity}-1`,
      indicator: 'A-1',
      officer: 'carla',
      text: 'Carla segue un corso',
      at: AT,
      simulated: true,
    },
  ]);
  await appendLog(db, {
    at: AT,
    actor: 'bruno',
    action: 'value-returned',
    subject: 'A-1',
    cycle,
    step: 'monitoraggio-1',
    detail: { remark: REMARK, officer: 'carla' },
  });
  const notice = {
    cycle,
    step: 'monitoraggio-1',
    kind: 'step-opening',
    on: '2016-05-02',
    person: 'carla',
    occasion: 'r1',
    to: { name: 'Carla Prova', address: 'carla@prova.example' },
    message: { text: REMARK },
    simulated: true,
    dueAt: AT,
  } as const;
  const keys = await planNotices(db, [notice], 'prova.example');
  await claimNotices(db, { claim: CLAIM, filter: { keys }, now: AT, leaseSeconds: 60, limit: 1 });
  await markNotices(db, CLAIM, [
    {
      key: keys[0] ?? '',
      outcome: 'sent',
      at: AT,
      response: '250 carla@prova.example',
      carriedBy: '<its-own@prova.example>',
    },
  ]);
  const own = { code: 'A-2', name: 'Rapporto', office: 'isr', targets: [], source: 'prova' };
  const individual = [
    {
      code: 'IND-1',
      role: 'controllo',
      programme: '1.1.1',
      title: 'Obiettivo di Bruno',
      indicators: [own],
      source: 'prova',
    },
  ];
  const plan = { ...aPlan(), entity, individual } as unknown as ReturnType<typeof aPlan>;
  await savePlanVersion(db, {
    entity,
    exercise: 2016,
    version: 1,
    plan,
    hash: 'a',
    inForceFrom: '2016-01-29',
    decisionKey: null,
    status: 'in-force',
  });
  const result = (indicator: string) =>
    ({
      indicator,
      state: 'assessed',
      achievement: '90',
      light: 'green',
      trace: [{ label: 'Valore', value: '9' }],
    }) as const;
  const rollup = (node: string) =>
    ({
      node,
      title: node,
      weight: '100',
      achievement: '90',
      coverage: '100',
      worst: '90',
      best: '90',
      light: 'green',
      children: [],
      notes: [],
    }) as never;
  await saveAssessment(db, {
    ...ref,
    key: `${cycle}/1`,
    planVersion: 1,
    policyVersion: 'x',
    simulated: true,
    at: AT,
    indicators: [result('A-1'), result('A-2')],
    rollups: [rollup('entity'), rollup('individual:IND-1')],
  });
  await setStepState(db, cycle, 'analisi', { status: 'done', note: STANDING.step });
  await setStepState(db, cycle, 'monitoraggio-1', { status: 'failed', trouble: STANDING.trouble });
  const done = { at: AT, actor: 'carla', action: 'step-completed', subject: 'Analisi', step: 'analisi' } as const;
  await appendLog(db, { ...done, cycle, detail: { reason: STANDING.step } });
  await closeCheckpoint(db, ref, { at: AT, by: 'bruno', reason: STANDING.checkpoint });
  await setCycleStatus(db, cycle, 'closed', '2017-07-01T10:00:00Z', STANDING.cycle);
  return cycle;
}

/** Every text that the register holds, but what says that something was erased. */
async function everything(): Promise<string> {
  const { rows } = await register.owner.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = current_schema() and tablename not in ('erasures', 'migrations')`,
  );
  const found = await Promise.all(
    rows.map(async ({ name }) =>
      JSON.stringify((await register.owner.query(`select t.*::text from "${name}" t`)).rows),
    ),
  );
  const { rows: files } = await register.owner.query(`select convert_from(bytes, 'UTF8') as text from evidence`);
  return [...found, JSON.stringify(files)].join('\n');
}

let cycle: string;
beforeAll(async () => {
  cycle = await aYear('prova');
  await register.db
    .insertInto('sessions')
    .values([
      { hash: 'vecchia', email: 'carla@prova.example', means: 'mail', expiresAt: new Date('2027-01-01') },
      { hash: 'viva', email: 'carla@prova.example', means: 'mail', expiresAt: new Date('2027-12-31') },
    ] as never)
    .execute();
});

describe('what is past its term', () => {
  const waiting = [
    'prova files 1 waits',
    'prova remarks 7 waits',
    'prova log-texts 2 waits',
    'prova individual-results 2 waits',
  ];

  test('is told, and nothing is erased', async () => {
    expect(outcome(await run({ dryRun: true }))).toEqual(['* sessions 1 told', 'prova mail-texts 1 told', ...waiting]);
    expect(await erasuresOf(register.db)).toEqual([]);
  });

  test('goes by itself where no act is needed: that a mail left, when and whose it was stay', async () => {
    expect(outcome(await run())).toEqual(['* sessions 1 1', 'prova mail-texts 1 1', ...waiting]);
    const [mail] = await noticesOf(register.db, { cycle });
    expect(mail).toMatchObject({ state: 'sent', sentAt: AT, person: 'carla', toAddress: '' });
    expect(await erasuresOf(register.db)).toMatchObject([
      { kind: 'mail', basis: 'retention', act: null, orderedBy: 'sistema' },
    ]);
    const left = await register.db.selectFrom('sessions').select('hash').execute();
    expect(left).toEqual([{ hash: 'viva' }]);
  });

  test('goes with an act where one is needed, and nothing that was written is left anywhere', async () => {
    const written = [NOTE, REMARK, 'corso', 'busta paga', 'busta-paga', ...Object.values(STANDING)];
    for (const text of written) expect(await everything()).toContain(text);
    const done = outcome(await run({ entity: 'prova', act: ACT }));
    expect(done).toEqual([
      'prova files 1 1',
      'prova remarks 7 7',
      'prova log-texts 2 2',
      'prova individual-results 2 2',
    ]);
    const left = await everything();
    for (const text of written) expect(left).not.toContain(text);
  });

  test('leaves fact, hash and act', async () => {
    const erased = await erasuresOf(register.db);
    const hashes = new Map(erased.map((one) => [one.place.replace(/\d+/, 'N'), one.hash]));
    expect(hashes.get('measurements/N/note')).toBe(hashOf(NOTE));
    expect(hashes.get('returned_measurements/N/remark')).toBe(hashOf(REMARK));
    const standing = new Map(erased.map(({ place, hash }) => [place, hash]));
    expect(standing.get(`steps/${cycle}/analisi/note`)).toBe(hashOf(STANDING.step));
    expect(standing.get(`steps/${cycle}/monitoraggio-1/trouble`)).toBe(hashOf(STANDING.trouble));
    expect(standing.get(`checkpoints/${cycle}/monitoraggio-1/close_reason`)).toBe(hashOf(STANDING.checkpoint));
    expect(standing.get(`cycles/${cycle}/note`)).toBe(hashOf(STANDING.cycle));
    const ref = { cycle, checkpoint: 'monitoraggio-1' };
    expect(await checkpointOf(register.db, ref)).toMatchObject({ closedBy: 'bruno', closeReason: '[testo rimosso]' });
    const [step] = (await stepsOf(register.db, cycle)).filter(({ id }) => id === 'analisi');
    expect(step).toMatchObject({ status: 'done', note: '[testo rimosso]' });
    expect(erased.find((one) => one.kind === 'file')).toMatchObject({
      hash: hashOf(fileOf('prova').toString()),
      act: ACT,
    });
    expect(await evidenceOf(register.db, hashOf(fileOf('prova').toString()), BY)).toBeUndefined();
    const [returned] = await register.db.selectFrom('returnedMeasurements').selectAll().execute();
    expect(returned).toMatchObject({ returnedBy: 'bruno', at: AT, remark: '[testo rimosso]' });
    const lines = await logOf(register.db, { cycle });
    expect(lines.find(({ action }) => action === 'value-returned')).toMatchObject({
      actor: 'bruno',
      action: 'value-returned',
      detail: { remark: '[testo rimosso]', officer: 'carla' },
    });
    const applied = (await logOf(register.db)).filter((line) => line.action === 'retention-applied');
    expect(applied).toHaveLength(6);
  });

  test('of results, those of individual objectives alone', async () => {
    const results = await assessmentOf(register.db, { cycle, checkpoint: 'monitoraggio-1' });
    expect(results?.indicators.map((one) => one.indicator)).toEqual(['A-1']);
    expect(results?.rollups.map((one) => one.node)).toEqual(['entity']);
    const values = await currentMeasurements(register.db, { cycle, checkpoint: 'monitoraggio-1' });
    expect(new Map(values.map((one) => [one.indicator, one.actual.kind])).get('A-2')).toBe('missing');
  });

  test('done again there is nothing more', async () => {
    const before = (await erasuresOf(register.db)).length;
    expect(outcome(await run({ entity: 'prova', act: ACT }))).toEqual([]);
    expect(await erasuresOf(register.db)).toHaveLength(before);
  });

  test('of a year that is not over, or not for long enough, nothing is due', async () => {
    const young = await aYear('giovane');
    expect(outcome(await run({ entity: 'giovane', today: '2018-01-01', act: ACT }))).toEqual([]);
    await register.owner.query(`update cycles set status = 'running', closed_at = null where id = $1`, [young]);
    expect(outcome(await run({ entity: 'giovane', today: '2017-12-01', act: ACT }))).toEqual([]);
  });
});

describe('an act that allows to discard', () => {
  test('is of one body, and leaves the records of every other where they are', async () => {
    await aYear('vicina');
    const ofOther = (lines: Awaited<ReturnType<typeof run>>) => lines.filter(({ entity }) => entity !== 'prova');
    expect(ofOther(await run({ entity: 'prova', act: ACT }))).toEqual([]);
    const waits = (await run({ dryRun: true })).filter((line) => line.entity === 'vicina' && line.waits);
    expect(waits.map(({ what }) => what)).toEqual(['files', 'remarks', 'log-texts', 'individual-results']);
    await expect(run({ act: ACT })).rejects.toThrow(RangeError);
  });
});

describe('evidence that two bodies have sent', () => {
  const bytes = Buffer.from('circolare con i nomi del personale');
  const act = ACT;
  let evidence: string;
  const send = async (entity: string) => {
    const cycle = await aCycle(register.db, entity);
    const ref = await aCheckpoint(register.db, cycle);
    const sent = { ...ref, officer: 'carla', at: AT, simulated: true, channel: 'form' } as const;
    const actual = { kind: 'number', value: '9' } as const;
    await submitMeasurements(register.db, { ...sent, rows: [{ indicator: 'A-1', actual, evidence: [evidence] }] });
    return cycle;
  };
  const filesDue = async (entity: string, today: CivilDate) =>
    outcome(await run({ entity, act, today })).filter((line) => line.includes(' files '));
  beforeAll(async () => {
    evidence = await saveEvidence(register.db, 'prova', { ...aFile, bytes, uploadedBy: 'carla', at: AT });
    for (const [entity, closed] of [
      ['uno', '2017-07-01T10:00:00Z'],
      ['due', '2020-07-01T10:00:00Z'],
    ] as const)
      await setCycleStatus(register.db, await send(entity), 'closed', closed);
  });

  test('is kept while one of them keeps it: the other has let it go, and is not asked again', async () => {
    expect(await filesDue('uno', '2028-01-01')).toEqual(['uno files 1 0']);
    expect((await evidenceOf(register.db, evidence, BY))?.bytes).toEqual(bytes);
    expect(await filesDue('uno', '2028-01-02')).toEqual([]);
  });

  test('goes when the last one’s term is over', async () => {
    expect(await filesDue('due', '2028-01-02')).toEqual([]);
    expect(await filesDue('due', '2031-01-01')).toEqual(['due files 1 1']);
    expect(await evidenceOf(register.db, evidence, BY)).toBeUndefined();
    expect((await erasuresOf(register.db)).filter((one) => one.hash === evidence)).toMatchObject([{ act }]);
  });
});

describe('an erasure by an act', () => {
  const asked = { entity: 'ordinato', by: 'dario', reason: 'file di altri', act: 'det. 9/2016', at: AT } as const;
  const file = hashOf(fileOf('ordinato').toString());
  let year: string;
  beforeAll(async () => {
    await register.owner.query(`delete from untaken`);
    year = await aYear('ordinato');
    await register.owner.query(
      `insert into roles (entity, id, title) values ('ordinato', 'controllo-gestione', 'Controllo di gestione');
       insert into holdings (entity, person, role, origin) values ('ordinato', 'dario', 'controllo-gestione', 'file')`,
    );
  });

  test.each([
    ['by somebody who has no part in it', { by: 'carla' }, file, 'spetta al controllo di gestione'],
    ['without a reason', { reason: ' ' }, file, 'indica il motivo'],
    ['without an act', { act: '' }, file, 'indica l’atto'],
    ['of what is no hash', {}, 'busta.pdf', 'non è un’impronta'],
    ['of a file nobody of the body has sent', {}, 'a'.repeat(64), 'Nessun file con impronta'],
  ])('is refused %s', async (_, over, hash, said) => {
    const done = await takeFileAway(register.db, { ...asked, ...over }, hash);
    expect(done.ok ? '' : done.error.text).toContain(said);
  });

  test('takes a wrongly sent file away, and leaves its hash, who sent it and the act', async () => {
    expect((await takeFileAway(register.db, asked, `http://ciclo/evidenze/${file}`)).ok).toBe(true);
    expect(await evidenceOf(register.db, file, BY)).toBeUndefined();
    const [measured] = await register.db
      .selectFrom('measurements')
      .select('evidence')
      .where('cycle', '=', year)
      .execute();
    expect(measured?.evidence).toEqual([file]);
    expect((await erasuresOf(register.db)).at(-1)).toMatchObject({
      basis: 'wrong-upload',
      act: 'det. 9/2016',
      hash: file,
    });
    const [line] = await logOf(register.db, { cycle: year });
    expect(line).toMatchObject({ actor: 'dario', action: 'file-erased', detail: { act: 'det. 9/2016', hash: file } });
    const again = await takeFileAway(register.db, asked, file);
    expect(again.ok ? '' : again.error.text).toContain('è già stato cancellato');
  });

  test('leaves a file that another body has sent too where it is', async () => {
    const bytes = Buffer.from('circolare del Ministero');
    const evidence = await saveEvidence(register.db, 'prova', { ...aFile, bytes, uploadedBy: 'carla', at: AT });
    for (const entity of ['primo', 'secondo']) {
      const ref = await aCheckpoint(register.db, await aCycle(register.db, entity));
      const sent = { ...ref, officer: 'carla', at: AT, simulated: true, channel: 'form' } as const;
      const actual = { kind: 'number', value: '9' } as const;
      await submitMeasurements(register.db, { ...sent, rows: [{ indicator: 'A-1', actual, evidence: [evidence] }] });
    }
    expect(await eraseFile(register.db, evidence, { ...asked, entity: 'primo', basis: 'wrong-upload' })).toBe(0);
    expect((await evidenceOf(register.db, evidence, BY))?.bytes).toEqual(bytes);
  });

  test('takes away what a person wrote and was written, and leaves what they did', async () => {
    const done = await erasePerson(register.db, asked, 'carla');
    expect(done).toEqual({ ok: true, value: { texts: 4, mails: 1, files: 0 } });
    const [concluded] = (await stepsOf(register.db, year)).filter(({ id }) => id === 'analisi');
    expect(concluded).toMatchObject({ status: 'done', note: '[testo rimosso]' });
    expect(await checkpointOf(register.db, { cycle: year, checkpoint: 'monitoraggio-1' })).toMatchObject({
      closeReason: STANDING.checkpoint,
    });
    const [mail] = await noticesOf(register.db, { cycle: year });
    expect(mail).toMatchObject({ person: 'carla', state: 'sent', toAddress: '' });
    const notes = await register.db
      .selectFrom('measurements')
      .select('note')
      .where('cycle', '=', year)
      .orderBy('id')
      .execute();
    expect(notes.map((row) => row.note)).toEqual(['[testo rimosso]', null]);
    const [remark] = await register.db
      .selectFrom('returnedMeasurements as r')
      .innerJoin('measurements as m', 'm.id', 'r.measurement')
      .select('r.remark')
      .where('m.cycle', '=', year)
      .execute();
    expect(remark?.remark).toBe(REMARK);
    const again = await erasePerson(register.db, asked, 'carla');
    expect(again.ok ? '' : again.error.text).toContain('non c’è più nulla');
  });
});

describe('what came by the public form', () => {
  const SAID = 'la figlia della signora Rossi';
  const REASON = 'parla della signora Rossi';
  const moderated = async (entity: string): Promise<void> => {
    const { db } = register;
    await addPublicVoice(db, { entity, saidBy: 'Altro', text: SAID, cameAt: AT, simulated: true });
    const [voice] = await publicVoicesOf(db, entity);
    if (voice === undefined) throw new Error('no voice');
    const by = { by: 'bruno', actingFor: undefined, at: AT } as const;
    await settleVoice(db, voice.id, { ...by, reason: REASON, feedback: undefined });
    const line = { at: AT, actor: 'bruno', action: 'public-voice-refused', subject: `${entity}/${voice.id}` } as const;
    await appendLog(db, { ...line, detail: { reason: REASON } });
  };

  test('goes past its term with what was said of it when it was examined, in its row and in the log', async () => {
    await aCycle(register.db, 'ascolta');
    await moderated('ascolta');
    expect(await everything()).toContain(REASON);
    expect(outcome(await run({ entity: 'ascolta' }))).toEqual(['ascolta public-voices 1 1']);
    const left = await everything();
    for (const text of [SAID, REASON]) expect(left).not.toContain(text);
    const [line] = (await logOf(register.db)).filter(({ action }) => action === 'public-voice-refused');
    expect(line).toMatchObject({ actor: 'bruno', detail: { reason: '[testo rimosso]' } });
  });

  test('and what somebody has typed and not saved go with what that person wrote, by an act', async () => {
    const { db, owner } = register;
    const cycle = await aCycle(db, 'scrive');
    await moderated('scrive');
    await owner.query(
      `insert into roles (entity, id, title) values ('scrive', 'controllo-gestione', 'Controllo di gestione');
       insert into holdings (entity, person, role, origin) values ('scrive', 'dario', 'controllo-gestione', 'file')`,
    );
    const section = {
      ...({ id: 'contesto', title: 'Contesto', level: 2, required: true, owners: ['controllo'] } as const),
      content: { kind: 'written' },
    } as const;
    const outline = { kind: 'piano', version: '1', standIn: false, landscape: true, sections: [section] };
    await beginDrafting(db, { cycle, document: 'piano' }, outline, new Map(), AT);
    await keepTyped(db, { cycle, document: 'piano', section: 'contesto' }, 'bruno', {
      ...{ text: 'la malattia di Carla', revision: 1, typedAt: AT },
    });
    const order = { entity: 'scrive', by: 'dario', reason: 'richiesta', act: 'det. 3/2017', at: AT } as const;
    expect(await erasePerson(db, order, 'bruno')).toEqual({ ok: true, value: { texts: 3, mails: 0, files: 0 } });
    const left = await everything();
    for (const text of [REASON, 'la malattia di Carla']) expect(left).not.toContain(text);
  });
});

describe('erasing is for the register’s own functions', () => {
  const order = { entity: 'prova', basis: 'request', reason: 'prova', act: 'atto', by: 'bruno', at: AT } as const;

  test('the program cannot change what is on record, also by naming the table as they do', async () => {
    const forged = register.db.transaction().execute(async (tx) => {
      await sql`select set_config('ciclo.erasing', 'log', true)`.execute(tx);
      await sql`update log set actor = 'altri'`.execute(tx);
    });
    await expect(forged).rejects.toThrow(/permission denied/);
  });

  test('the owner’s hand is refused as before', async () => {
    await expect(register.owner.query(`update log set actor = 'altri'`)).rejects.toThrow(/append-only/);
    await expect(register.owner.query(`delete from erasures`)).rejects.toThrow(/append-only/);
  });

  test('nothing else can be named to them, and an act is asked for', async () => {
    await expect(eraseTexts(register.db, 'decisions.act_number' as never, ['1'], order)).rejects.toThrow(
      /nothing is erased from/,
    );
    const noAct = { entity: 'prova', basis: 'request', reason: 'prova', by: 'bruno', at: AT } as never;
    const hash = await saveEvidence(register.db, 'prova', {
      name: 'x',
      mime: 'text/plain',
      bytes: Buffer.from('x'),
      uploadedBy: 'carla',
      at: AT,
    });
    await expect(eraseFile(register.db, hash, noAct)).rejects.toThrow(/erasures/);
    expect((await evidenceOf(register.db, hash, BY))?.name).toBe('x');
  });

  test('a table of one’s own in the place of the record is not taken for it', async () => {
    const hash = await saveEvidence(register.db, 'prova', {
      name: 'y',
      mime: 'text/plain',
      bytes: Buffer.from('y'),
      uploadedBy: 'carla',
      at: AT,
    });
    await register.db.connection().execute(async (db) => {
      await sql`create temporary table erasures (like erasures)`.execute(db);
      expect(await eraseFile(db, hash, order)).toBe(1);
      await sql`drop table pg_temp.erasures`.execute(db);
    });
    expect((await erasuresOf(register.db)).some((one) => one.hash === hash)).toBe(true);
  });
});

describe('a term', () => {
  test.each([
    [{ years: 5 }, '2023-02-28'],
    [{ months: 1 }, '2028-01-29'],
    [{ days: 90 }, '2027-12-01'],
  ] as const)('of %o is counted back from today', (keep, until) => {
    expect(overBy('2028-02-29', keep)).toBe(until);
  });
});

test('what cannot be erased of one body keeps nothing of the others from being erased, and is told at the end', async () => {
  const { db, owner } = register;
  for (const entity of ['prima', 'seconda']) {
    await aCycle(db, entity);
    await addPublicVoice(db, { entity, saidBy: 'Altro', text: 'detto', cameAt: AT, simulated: true });
  }
  await owner.query(`
    create function refuse() returns trigger language plpgsql as 'begin raise exception ''non si può''; end';
    create trigger refuse before update on public_voices for each row when (old.entity = 'prima') execute function refuse()`);
  await expect(run()).rejects.toThrow('prima: public-voices');
  await owner.query('drop trigger refuse on public_voices; drop function refuse()');
  const left = async (entity: string) => (await publicVoicesOf(db, entity)).map(({ text }) => text);
  expect([await left('prima'), await left('seconda')]).toEqual([['detto'], ['']]);
});
