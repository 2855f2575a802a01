import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApplicationFailure } from '@temporalio/activity';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createActivities } from '../../src/activities/index.js';
import type { Activities } from '../../src/activities/types.js';
import type { CycleRef } from '../../src/domain/acting.js';
import type { DatedStep } from '../../src/domain/calendar/types.js';
import { REAL_TIME } from '../../src/domain/clock.js';
import type { Decision } from '../../src/domain/decision.js';
import type { TransmitCommand } from '../../src/domain/drafting/transmission.js';
import { composeWave } from '../../src/office/compose.js';
import type { Deps } from '../../src/office/deps.js';
import { formOf, snapshotOf } from '../../src/office/forms.js';
import { openCheckpoint } from '../../src/register/checkpoints.js';
import { type Db, openRegister, type Register } from '../../src/register/database.js';
import { documentsOf } from '../../src/register/documents.js';
import { draftedIn, draftedOf, sectionsOf, setSectionState } from '../../src/register/drafting.js';
import { putStandIn } from '../../src/register/drafting-files.js';
import { remarksOf } from '../../src/register/drafting-remarks.js';
import { draftStanding } from '../../src/register/drafting-standing.js';
import { saveSection } from '../../src/register/drafting-versions.js';
import { addFeedback } from '../../src/register/follow-up.js';
import { logOf } from '../../src/register/log.js';
import { migrate } from '../../src/register/migrate.js';
import { strategicFeedback } from '../../src/register/reading/strategic-feedback.js';
import { reportRemarksOf } from '../../src/register/report-remarks.js';
import { setStepState, stepOf } from '../../src/register/steps.js';
import { CONSOLE_URL, testInvitations } from '../client/pages/parts.js';
import { bodiesOnFile } from '../setup/bodies.js';
import { type FreshDatabase, freshDatabase } from '../setup/database.js';

const REF: CycleRef = { space: 'prova_1', entity: 'ccms', exercise: 2016 };
const CYCLE = 'ccms/2016';
const OPENED = '2015-10-01T06:00:00Z';
const AT = '2015-10-12T08:00:00Z';
const bodies = bodiesOnFile();

let database: FreshDatabase;
let register: Register;
let db: Db;
let deps: Deps;
let activities: Activities;
let rpp: DatedStep;
let site: string;
beforeEach(async () => {
  site = mkdtempSync(join(tmpdir(), 'ciclo-sito-'));
  database = await freshDatabase();
  await migrate({ url: database.url, schema: REF.space });
  register = await openRegister({ url: database.url, schema: REF.space, unsaid: 'every-body' });
  db = register.db;
  deps = {
    register,
    bodies,
    invitations: testInvitations(),
    publicDir: site,
    rehearsalSeed: 1,
    log: pino({ level: 'silent' }),
    now: () => AT,
    post: {
      transport: {
        connections: 1,
        send: async () => ({ outcome: 'accepted', response: '250' }),
        close: () => undefined,
      },
      from: { name: 'Ciclo', address: 'ciclo@ccms.example' },
      domain: 'ccms.example',
      consoleUrl: CONSOLE_URL,
      clock: () => REAL_TIME,
    },
  };
  activities = createActivities(deps);
  const { calendar } = await activities.prepareCycle({ ...REF, clock: REAL_TIME }, '2015-06-01T06:00:00Z');
  const found = calendar.steps.find(({ id }) => id === 'rpp-approvazione');
  if (found === undefined) throw new Error('no RPP');
  rpp = found;
  await setStepState(db, CYCLE, rpp.id, { status: 'open', openedAt: OPENED, waitingFor: rpp.owners });
});
afterEach(async () => {
  await register.close();
  await database.drop();
  rmSync(site, { recursive: true });
});

const command = (over: Partial<TransmitCommand> = {}): TransmitCommand => ({
  key: 'k',
  actor: { person: 'ottavia.brandini' },
  note: '',
  unchangedReason: '',
  ...over,
});

/** Writes every written section of a document and says that it is ready. */
async function write(document: string, by: string, text = 'Testo di prova.'): Promise<void> {
  const draft = await draftedOf(db, { cycle: CYCLE, document });
  if (draft === undefined) throw new Error(`no draft of ${document}`);
  for (const { outline, revision } of await sectionsOf(db, draft)) {
    if (outline.content.kind !== 'written') continue;
    const ref = { cycle: CYCLE, document, section: outline.id };
    await saveSection(db, ref, { text: `${outline.title}: ${text}`, shown: revision, writtenBy: by, at: AT });
    await setSectionState(db, ref, 'ready');
  }
}

async function writtenRpp(): Promise<void> {
  await write('contesto', 'guglielmo.tarasconi');
  await write('finanza', 'clelia.malaspini');
  await write('rpp', 'dalila.montefiori');
}

const refusalOf = async (asked: Promise<unknown>): Promise<string> => {
  const cause = await asked.then(
    () => undefined,
    (failure: unknown) => failure,
  );
  if (!(cause instanceof ApplicationFailure)) throw new Error(`not refused: ${String(cause)}`);
  return cause.message;
};

const rejected = (documentHash: string, remarks: string): Decision => ({
  key: 'd1',
  outcome: 'rejected',
  decidedBy: 'fiorenzo.altobellini',
  documentHash,
  recordedOn: '2015-10-28',
  remarks,
});

describe('a cycle that begins', () => {
  test('has a draft of each document; the body’s own chapters are their first texts, written by nobody', async () => {
    expect((await draftedIn(db, CYCLE)).map(({ document }) => document)).toEqual([
      ...['assestamento', 'bilancio', 'budget', 'check-up', 'contesto', 'feedback', 'finanza', 'piano', 'preventivo'],
      ...['relazione', 'relazione-oiv', 'rpp', 'smvp', 'stakeholder'],
    ]);
    const draft = await draftedOf(db, { cycle: CYCLE, document: 'piano' });
    const [first] = draft === undefined ? [] : await sectionsOf(db, draft);
    expect(first).toMatchObject({ state: 'draft', revision: 1, writtenBy: undefined });
    expect(first?.text).not.toContain('# ');
  });
});

describe('a document is transmitted', () => {
  test('not while something is missing: it is said what, and whose', async () => {
    const refusal = await refusalOf(activities.transmitDocument(REF, rpp, 1, command(), AT));
    expect(refusal).toContain('«Gli indirizzi per l’anno» è da scrivere');
    expect(refusal).toContain('«Il contesto» non ha ancora contenuto');
    expect(await draftStanding(db, { cycle: CYCLE, document: 'rpp' })).toMatchObject({ phase: 'writing', round: 0 });
    const wave = { ref: REF, step: rpp, at: AT, occasion: '1/x' } as const;
    const asked = await composeWave(deps, { ...wave, kind: 'reminder' });
    expect(asked.find(({ message }) => message.kind === 'draft-sections')).toMatchObject({
      to: { id: 'guglielmo.tarasconi' },
      message: { audience: 'steering', link: `${CONSOLE_URL}/cicli/ccms/2016/documenti/rpp/bozza` },
    });
  });

  test('that it is late is told above who keeps it, never to who is late themselves', async () => {
    const escalated = async () => {
      const late = { ref: REF, step: rpp, at: '2015-11-05T08:00:00Z', occasion: '1/escalation' } as const;
      const told = ['escalation-manager', 'escalation-head'] as const;
      const mails = await Promise.all(told.map((kind) => composeWave(deps, { ...late, kind })));
      return mails.flat().map(({ to }) => to.id);
    };
    // The RPP is prepared by the Segretario Generale, who is the head of the body.
    expect(await escalated()).toEqual([]);
    await writtenRpp();
    await activities.transmitDocument(REF, rpp, 1, command(), AT);
    await activities.freezeDocument(REF, rpp, 1, AT);
    expect(await escalated()).toContain('ottavia.brandini');
  });

  test('then it says what was written, computed and taken, and who wrote any of it does not decide', async () => {
    await writtenRpp();
    await activities.transmitDocument(REF, rpp, 1, command(), AT);
    expect((await stepOf(db, CYCLE, rpp.id))?.waitingFor).toEqual(['consiglio']);
    const frozen = await activities.freezeDocument(REF, rpp, 1, AT);
    expect(frozen.preparedBy).toEqual(
      expect.arrayContaining(['guglielmo.tarasconi', 'clelia.malaspini', 'dalila.montefiori', 'ottavia.brandini']),
    );
    const titles = (await snapshotOf(db, frozen.hash))?.content.sections.map(({ title }) => title) ?? [];
    expect(titles.slice(0, 4)).toEqual([
      'Il contesto',
      'Il quadro delle risorse',
      'Gli indirizzi per l’anno',
      'Risorse per area strategica e programma',
    ]);
    expect(await draftStanding(db, { cycle: CYCLE, document: 'rpp' })).toMatchObject({ phase: 'with-board' });
  });

  test('rejected, it comes back with the remarks beside the sections; not again as it was, unless it is said why', async () => {
    await writtenRpp();
    await activities.transmitDocument(REF, rpp, 1, command(), AT);
    const frozen = await activities.freezeDocument(REF, rpp, 1, AT);
    const remarks = 'Nel complesso bene.\nGli indirizzi per l’anno: mancano le risorse dell’area 3';
    await activities.recordDecision(REF, rpp, 1, frozen, rejected(frozen.hash, remarks), '2015-10-28T10:00:00Z');
    const made = await remarksOf(db, { cycle: CYCLE, document: 'rpp' });
    expect(made.map(({ section, origin, round }) => [section, origin, round])).toEqual([
      [null, 'board', 1],
      ['indirizzi', 'board', 1],
    ]);
    expect((await stepOf(db, CYCLE, rpp.id))?.waitingFor).toEqual(rpp.owners);
    const again = () => activities.transmitDocument(REF, rpp, 2, command({ key: 'k2' }), '2015-11-02T08:00:00Z');
    expect(await refusalOf(again())).toContain('è in bozza');
    const indirizzi = { cycle: CYCLE, document: 'rpp', section: 'indirizzi' };
    await setSectionState(db, indirizzi, 'ready');
    expect(await refusalOf(again())).toContain('è come quello respinto');
    const why = command({ key: 'k3', unchangedReason: 'le risorse sono nell’allegato' });
    await activities.transmitDocument(REF, rpp, 2, why, '2015-11-02T08:00:00Z');
    await activities.transmitDocument(REF, rpp, 2, why, '2015-11-02T08:00:00Z');
    expect(await activities.roundsTransmitted(REF, rpp.id)).toBe(2);
  });

  test('the second round brings what was transmitted, whatever was written since, and its mail says what changed', async () => {
    await writtenRpp();
    await activities.transmitDocument(REF, rpp, 1, command(), AT);
    const first = await activities.freezeDocument(REF, rpp, 1, AT);
    const remarks = 'Gli indirizzi per l’anno: mancano le risorse dell’area 3';
    await activities.recordDecision(REF, rpp, 1, first, rejected(first.hash, remarks), '2015-10-28T10:00:00Z');
    await write('rpp', 'dalila.montefiori', 'Ora con le risorse dell’area 3.');
    const note = 'aggiunte le risorse dell’area 3';
    await activities.transmitDocument(REF, rpp, 2, command({ key: 'k2', note }), '2015-11-02T08:00:00Z');
    // The RPP takes the context, which nobody keeps from being written in.
    await write('contesto', 'guglielmo.tarasconi', 'Scritto dopo la trasmissione.');
    const second = await activities.freezeDocument(REF, rpp, 2, '2015-11-02T09:00:00Z');
    const said = JSON.stringify((await snapshotOf(db, second.hash))?.content.sections);
    expect(said).toContain('Ora con le risorse dell’area 3.');
    expect(said).not.toContain('Scritto dopo la trasmissione.');
    const asked = await composeWave(deps, {
      ...({ ref: REF, step: rpp, at: '2015-11-02T09:00:00Z', occasion: 'round-2', kind: 'opening' } as const),
    });
    const { message } = asked.find((mail) => mail.message.kind === 'decision-request') ?? {};
    if (message?.kind !== 'decision-request') throw new Error('nobody is asked to decide');
    expect(message).toMatchObject({ round: 2 });
    expect(message.changes?.split('\n')).toEqual([
      `Osservazioni dell’organo: ${remarks}`,
      `Nota di chi ritrasmette: ${note}`,
      expect.stringMatching(/^Sezioni cambiate: Gli indirizzi per l’anno/),
    ]);
  });

  test('the body’s own PDF stands in for the whole of it, and is its PDF', async () => {
    const bytes = Buffer.from('%PDF-1.4 prova');
    const file = {
      name: 'rpp.pdf',
      mime: 'application/pdf',
      bytes,
      uploadedBy: 'guglielmo.tarasconi',
      at: AT,
    } as const;
    await putStandIn(db, { cycle: CYCLE, document: 'rpp' }, file);
    await activities.transmitDocument(REF, rpp, 1, command(), AT);
    const frozen = await activities.freezeDocument(REF, rpp, 1, AT);
    expect(frozen.preparedBy).toEqual(expect.arrayContaining(['guglielmo.tarasconi', 'ottavia.brandini']));
    expect((await formOf(db, frozen.hash, 'pdf'))?.bytes.equals(bytes)).toBe(true);
    expect((await formOf(db, frozen.hash, 'html'))?.bytes.toString('utf8')).toContain('rpp.pdf');
  });
});

test('a task that prepares a document lacks what is not ready of it, or only of its own part', async () => {
  const step = (id: string, over: Partial<DatedStep>): DatedStep => ({
    ...rpp,
    id,
    kind: 'task',
    transmits: false,
    ...over,
  });
  const contesto = step('analisi-contesto', { prepares: 'contesto' });
  expect((await activities.sectionsMissing(REF, contesto)).map(({ id }) => id)).toContain('contesto-esterno');
  await write('contesto', 'guglielmo.tarasconi');
  expect(await activities.sectionsMissing(REF, contesto)).toEqual([]);
  const whole = step('piano-predisposizione', { prepares: 'piano' });
  expect(await activities.sectionsMissing(REF, whole)).not.toEqual([]);
  const structure = step('struttura-documento', { prepares: 'piano', preparesSections: [] });
  expect(await activities.sectionsMissing(REF, structure)).toEqual([]);
});

describe('a task whose document no board receives', () => {
  const planned = (id: string) => {
    const dated = bodies.calendar('ccms', 2016);
    const step = dated.ok ? dated.value.steps.find((one) => one.id === id) : undefined;
    if (step === undefined) throw new Error(`no step ${id}`);
    return step;
  };
  const frozen = async (kind: string) => (await documentsOf(db, CYCLE)).filter((one) => one.kind === kind);

  test('freezes it when it is concluded, once for each time it runs; not while a section is missing', async () => {
    const step = planned('analisi-contesto');
    expect(await activities.concludeDraft(REF, step, 1, AT)).not.toEqual([]);
    expect(await frozen('contesto')).toEqual([]);
    await write('contesto', 'guglielmo.tarasconi');
    for (const run of [1, 1, 2]) expect(await activities.concludeDraft(REF, step, run, AT)).toEqual([]);
    const [first, second, ...others] = await frozen('contesto');
    expect([first?.version, second?.version, others]).toEqual([1, 2, []]);
    expect(first).toMatchObject({ title: 'Analisi del contesto 2016', preparedBy: ['guglielmo.tarasconi'] });
    const pdf = await formOf(db, first?.hash ?? '', 'pdf');
    expect(pdf?.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('leaves one that goes before a board, or is prepared in parts, to its transmission', async () => {
    await write('relazione', 'guglielmo.tarasconi');
    await activities.concludeDraft(REF, { ...planned('struttura-documento'), preparesSections: [] }, 1, AT);
    expect([await frozen('piano'), await frozen('relazione')]).toEqual([[], []]);
  });

  test('keeps the strategic feedback as it is, whatever comes to be known', async () => {
    const step = planned('feedback-strategico');
    await write('feedback', 'guglielmo.tarasconi');
    const [before] = [await strategicFeedback(db, 'ccms', 2016)];
    expect(before).not.toEqual([]);
    await activities.concludeDraft(REF, step, 1, AT);
    await setStepState(db, CYCLE, step.id, { status: 'done', completedAt: AT });
    const later = { receivedOn: '2015-11-02', actor: 'guglielmo.tarasconi', at: AT, simulated: true } as const;
    await addFeedback(db, { ...later, entity: 'ccms', stakeholder: 'Imprese', channel: 'incontro', text: 'orari' });
    expect(await strategicFeedback(db, 'ccms', 2016)).toEqual(before);
  });

  test('publishes the OIV’s yearly report below the label prescribed for it', async () => {
    const step = planned('oiv-relazione');
    await write('relazione-oiv', 'livia.santangelo');
    expect(await activities.concludeDraft(REF, step, 1, AT)).toEqual([]);
    const [report] = await frozen('relazione-oiv');
    expect(await formOf(db, report?.hash ?? '', 'pdf')).toBeDefined();
    const files = readdirSync(site, { recursive: true, encoding: 'utf8' });
    expect(files.find((file) => /relazione-dell-oiv\/2016\/.*\.pdf$/.test(file))).toBeDefined();
    const said = (await logOf(db)).filter((line) => line.step === step.id).map(({ action }) => action);
    expect(said).toEqual(expect.arrayContaining(['document-frozen', 'document-published', 'publication-verified']));
  });
});

test('what the Giunta remarks as it takes note of a report waits beside the report, once, with its act', async () => {
  const planned = bodies.calendar('ccms', 2016);
  const step = planned.ok ? planned.value.steps.find(({ id }) => id === 'monitoraggio-1-presa-atto') : undefined;
  if (step === undefined) throw new Error('nobody takes note');
  await openCheckpoint(db, {
    ...{ cycle: CYCLE, checkpoint: 'monitoraggio-1', ordinal: 1, from: '2016-01-01', to: '2016-04-30' },
    ...{ planVersion: 1, planHash: 'h', simulated: true, openedAt: '2016-05-02T06:00:00Z', indicators: [] },
  });
  await setStepState(db, CYCLE, step.id, { status: 'open', openedAt: '2016-06-01T06:00:00Z' });
  const report = {
    kind: 'monitoraggio-1',
    title: 'Rapporto',
    hash: 'h',
    frozenOn: '2016-05-30',
    preparedBy: [],
  } as const;
  const noted: Decision = {
    ...{ key: 'n1', outcome: 'noted', decidedBy: 'fiorenzo.altobellini', documentHash: 'h', recordedOn: '2016-06-14' },
    ...{ actNumber: '88', actDate: '2016-06-14', remarks: 'manca un valore' },
  };
  const record = () => activities.recordDecision(REF, step, 1, report, noted, '2016-06-14T10:00:00Z');
  await record();
  await record();
  expect(await reportRemarksOf(db, CYCLE, 'monitoraggio-1')).toMatchObject([
    { board: 'giunta', decision: 'n1', documentHash: 'h', text: 'manca un valore', answers: [] },
  ]);
});
