import { createHash } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createActions } from '../../src/client/system/actions.js';
import type { AtWork } from '../../src/client/system/with-actions.js';
import type { DatedStep } from '../../src/domain/calendar/types.js';
import type { DocumentOutline } from '../../src/domain/drafting/outline.js';
import { ok } from '../../src/domain/result.js';
import { SCOPES } from '../../src/domain/token.js';
import { awaitAct } from '../../src/register/awaited-acts.js';
import { setCycleStatus } from '../../src/register/cycles.js';
import type { Db } from '../../src/register/database.js';
import { recordDecision } from '../../src/register/decisions.js';
import { documentHash, saveDocument } from '../../src/register/documents.js';
import { beginDrafting } from '../../src/register/drafting.js';
import { bringBefore } from '../../src/register/hearing-acts.js';
import { appendLog, logOf } from '../../src/register/log.js';
import { saveOutlines } from '../../src/register/outlines.js';
import { addOwnRule } from '../../src/register/own-rules.js';
import { addOwnTerm } from '../../src/register/own-terms.js';
import { addSubstitution } from '../../src/register/people.js';
import { addReportRemark } from '../../src/register/report-remarks.js';
import { addStepRemark } from '../../src/register/step-remarks.js';
import { saveSteps, setStepState } from '../../src/register/steps.js';
import { issueToken } from '../../src/register/tokens.js';
import { through } from '../../src/register/via.js';
import type { Bodies } from '../../src/seeds/bodies.js';
import { ciclo } from '../client/cli/terminal.js';
import { aDesk, NOW } from '../client/pages/access/desk.js';
import { obligingTemporal, type Reached } from '../client/pages/access/temporal.js';
import { textOf } from '../client/pages/site.js';
import { aCheckpoint, aStep, STEPS } from '../register/fixtures.js';
import { bodiesOnFile } from '../setup/bodies.js';

const files = bodiesOnFile();
/** The files of Massa-Carrara, as if they were those of `prova`; its calendar is that of its cycle. */
const bodies: Bodies = {
  ...files,
  entities: [...files.entities, ...files.entities.map((one) => ({ ...one, id: 'prova' }))],
  entity: () => files.entity('ccms'),
  kindOf: () => files.kindOf('ccms'),
  policyOf: () => files.policyOf('ccms'),
  rules: (_, own) => files.rules('ccms', own),
  calendar: (_, exercise, postponed, terms = []) => {
    const planned = files.calendar('ccms', exercise, postponed);
    if (!planned.ok) return planned;
    const [first, ...others] = planned.value.steps;
    if (first === undefined) throw new Error('a calendar without steps');
    // What a term changes shows in the day the step opens.
    const day = terms.at(-1)?.due.slice(0, 1) ?? '1';
    const analisi: DatedStep = { ...first, id: 'analisi', opensAt: `2018-07-${10 + Number(day)}T06:00:00Z` };
    return ok({ ...planned.value, steps: [analisi, ...others] });
  },
};
const desk = aDesk({ bodies });
const CYCLE = 'prova/2016';
const PAGE = `/cicli/${CYCLE}`;
const API = `/api/v1/cycles/${CYCLE}`;
const STEERING = 'controllo-gestione';
const byCommand: Reached[] = [];

vi.mock('../../src/client/system/with-actions.js', () => ({
  withActions: (_config: unknown, _space: unknown, _entity: unknown, work: (at: AtWork) => Promise<unknown>) => {
    const register = { db: desk.db, schema: desk.schema, close: async () => undefined };
    const now = () => NOW;
    const actions = createActions({ temporal: obligingTemporal(byCommand), register, now });
    return through({ channel: 'command-line' }, () => work({ register, actions, now }));
  },
}));

vi.mock('../../src/client/system/files-as-good.js', () => ({ bodiesIn: () => ({ bodies, saved: new Set() }) }));

/** Carla steers, Dario stands in for her this week, Bruno does not. */
let cookies: Readonly<Record<string, string>>;
let tokens: Readonly<Record<string, string>>;

beforeAll(async () => {
  const { db } = desk;
  await aCheckpoint(db, CYCLE);
  await setCycleStatus(db, CYCLE, 'running', NOW);
  await saveSteps(db, CYCLE, [
    ...STEPS,
    { ...aStep('preventivo-approvazione', 'approval'), transmits: true },
    { ...aStep('consuntivo', 'approval'), board: 'consiglio', recorder: STEERING },
  ]);
  for (const [n, way] of WAYS.entries())
    await recordDecision(db, {
      ...{ key: `d-${way}`, cycle: CYCLE, step: 'consuntivo', round: n + 1, board: 'consiglio', outcome: 'approved' },
      ...{ actNumber: '11', actDate: '2016-05-02', decidedBy: 'anna', documentHash: 'b'.repeat(64) },
      ...{ simulated: true, at: NOW },
    });
  for (const step of ['analisi', 'monitoraggio-1', 'preventivo-approvazione'])
    await setStepState(db, CYCLE, step, { status: 'open' });
  await db
    .insertInto('roles')
    .values({
      entity: 'prova',
      id: STEERING,
      title: 'Controllo di gestione',
      board: false,
      recordedBy: null,
      external: false,
    })
    .execute();
  await db
    .insertInto('holdings')
    .values({
      entity: 'prova',
      person: 'carla',
      role: STEERING,
      fromDate: '2016-01-01',
      toDate: '2016-12-31',
      origin: 'file',
    })
    .execute();
  await desk.owner.query(
    `update steps set planned = planned || '{"recorder": "${STEERING}", "board": "giunta", "owners": ["promozione"]}', status = 'open', opened_at = $1
      where cycle = $2 and id = 'piano-approvazione'`,
    [NOW, CYCLE],
  );
  await desk.owner.query(`update cycles set policy = policy || '{"decisionsByToken": "allowed"}' where id = $1`, [
    CYCLE,
  ]);
  await saveDocument(db, {
    cycle: CYCLE,
    kind: 'piano',
    version: 1,
    title: 'Piano',
    mime: 'text/html',
    bytes: Buffer.from('piano'),
    forms: [],
    preparedBy: [],
    simulated: true,
    frozenAt: NOW,
  });
  await addReportRemark(db, {
    ...{ key: 'r1', cycle: CYCLE, checkpoint: 'monitoraggio-1', documentHash: DOCUMENT, board: 'oiv', decision: null },
    ...{ text: 'un valore manca', person: 'anna', actingFor: null, at: NOW },
  });
  // One to reply to, and one to close for each way.
  for (const n of [1, 2, 3, 4])
    await addStepRemark(db, {
      ...{ key: `s${n}`, cycle: CYCLE, step: 'analisi', indicator: null, text: 'manca una fonte', mentions: [] },
      ...{ person: 'anna', actingFor: null, at: NOW },
    });
  await bringBefore(db, { cycle: CYCLE, step: 'piano-approvazione', round: 1, documentHash: DOCUMENT, at: NOW });
  await desk.owner.query(
    `insert into followed (entity, kind, id, ordinal, heading, text, source, stated, owner, current, origin)
      values ('prova', 'obligation', 'gestione/4', 1, 'Gestione', 'Bilanci', 'Piano', '', $1, true, 'file')`,
    [STEERING],
  );
  for (const [n, way] of WAYS.entries()) {
    await addOwnTerm(db, {
      ...{ key: `t${n}`, entity: 'prova', step: 'analisi', fromExercise: 2022 + n, due: '8 luglio Y-1' },
      ...{ citation: 'deliberazione n. 2', force: 'body', person: 'carla', actingFor: null, at: NOW },
    });
    await addOwnRule(db, {
      ...{ key: `r${n}`, entity: 'prova', piece: 'minimo', fromExercise: 2022 + n, said: '5%', act: null },
      ...{ person: 'carla', actingFor: null, at: NOW },
    });
    for (const person of ['dario', 'bruno']) await forOneWay(db, way, person);
    await appendLog(db, {
      at: NOW,
      actor: `scrive-${way}`,
      action: 'step-noted',
      subject: 'analisi',
      cycle: CYCLE,
      detail: { reason: 'un testo' },
    });
  }
  await db
    .insertInto('bodyProfiles')
    .values({ entity: 'prova', data: JSON.stringify({ chapters: [], stakeholders: ['Imprese'] }) })
    .execute();
  const contesto: DocumentOutline = {
    kind: 'contesto',
    version: '1',
    standIn: true,
    landscape: false,
    sections: [
      { id: 'sintesi', title: 'Sintesi', level: 2, required: true, owners: [STEERING], content: { kind: 'written' } },
    ],
  };
  await saveOutlines(db, 'prova', [contesto]);
  await beginDrafting(db, { cycle: CYCLE, document: 'contesto' }, contesto, new Map(), NOW);
  await addSubstitution(db, 'prova', {
    absent: 'carla',
    substitute: 'dario',
    from: '2016-05-09',
    to: '2016-05-12',
    scope: [STEERING, 'controllo'],
    reason: 'ferie',
  });
  // One for each way, by the numbers 2 to 4; of a role nobody does anything by.
  for (const _ of WAYS)
    await addSubstitution(db, 'prova', {
      absent: 'anna',
      substitute: 'dario',
      from: '2016-05-01',
      to: '2016-05-31',
      scope: ['protocollo'],
      reason: 'malattia',
    });
  const people = ['bruno', 'dario'] as const;
  const sessions = people.map(async (id) => [id, await desk.signedIn(`${id}@prova.example`)] as const);
  cookies = Object.fromEntries(await Promise.all(sessions));
  const issued = people.map(async (id) => {
    const asked = { entity: 'prova', person: id, title: 'prova', issuedBy: id, days: 30, scopes: SCOPES };
    return [id, (await issueToken(db, asked)).secret] as const;
  });
  tokens = Object.fromEntries(await Promise.all(issued));
});

/** What one person finds by one way: an act that waits, a mail that did not leave. */
async function forOneWay(db: Db, way: string, person: string): Promise<void> {
  const id = oneOf(way, person);
  const command = { key: id, reason: 'x' };
  const asked = { cycle: CYCLE, step: 'analisi', workflow: 'w', run: null, act: 'extend', person, askedAt: NOW };
  await awaitAct(db, { id, command, ...asked });
  await desk.owner.query(
    `insert into notices (key, message_id, cycle, step, kind, person, on_date, occasion, to_name, to_address, message, simulated, due_at, state)
      values ($1, $2, $3, 'analisi', 'step-opening', 'anna', '2016-05-09', $1, 'Anna', 'anna@prova.example', '{}', true, $4, 'failed')`,
    [id, `<${id}@prova.example>`, CYCLE, NOW],
  );
}

interface Tried {
  /** Whether it was done. */
  readonly done: boolean;
  readonly said: string;
}

type Channel = (act: Case, person: string, fields?: Case['fields']) => Promise<Tried>;

/** One act, as each way in asks for it: by the names of the API; `page` and `command` are where it is there. */
interface Case {
  readonly verb: string;
  /** Absent: its page is not made by the kit. */
  readonly page?: string;
  readonly api: string;
  readonly command: readonly string[];
  /** Name in the API, name in the form, option, and what is written. */
  readonly fields: readonly (readonly [api: string, page: string, option: string, written: string])[];
  /** What reaches a workflow; absent: it is carried out in the register. */
  readonly update?: string;
  readonly said: string;
  /** Of a body: beside any exercise. */
  readonly ofBody?: true;
  /** Who is recorded in what reaches the workflow, where that is no `actor`. */
  readonly by?: object;
  /** Where its page leads, where what was done is not said in the address. */
  readonly leadsTo?: string;
  /** What it is done to can be done with once: each way has its own. */
  readonly once?: true;
}

const WAYS = ['page', 'API', 'command'];

/** What is in the place of `{one}`: something of each way and person. */
const oneOf = (way: string, person: string): string => createHash('sha256').update(`${way}/${person}`).digest('hex');

const OF_CYCLE = ['--entity', 'prova', '--year', '2016'];
/** Hash of what is before the board. */
const DOCUMENT = documentHash(Buffer.from('piano'));
const REASON = ['reason', 'motivo', '--reason', 'dati in arrivo'] as const;

const CASES: readonly Case[] = [
  {
    verb: 'extend',
    page: '/attivita/analisi/gestione/proroga',
    api: '/steps/analisi/extensions',
    command: ['analisi'],
    fields: [['due', 'scadenza', '--due', '30/06/2016'], REASON, ['act', 'atto', '--act', 'det. 4']],
    update: 'extend',
    said: 'ermine prorogato al 30/06/2016.',
  },
  {
    verb: 'postpone-budget',
    page: '/differimento',
    api: '/budget-postponements',
    command: [],
    fields: [
      ['term', 'termine', '--term', '28/02/2017'],
      ['norm', 'norma', '--norm', 'D.M. Interno 24 dicembre 2016'],
    ],
    update: 'postpone',
    said: 'ifferimento al 28/02/2017 registrato',
  },
  {
    verb: 'withdraw-postponement',
    page: '/differimento-ritiro',
    api: '/budget-postponement-withdrawals',
    command: [],
    fields: [REASON],
    update: 'postpone',
    said: 'ifferimento ritirato',
  },
  {
    verb: 'remind',
    page: '/attivita/analisi/gestione/sollecito',
    api: '/steps/analisi/reminders',
    command: ['analisi'],
    fields: [],
    update: 'remind',
    said: 'ollecito avviato',
  },
  {
    verb: 'close',
    page: '/attivita/monitoraggio-1/gestione/chiusura',
    api: '/checkpoints/monitoraggio-1/closings',
    command: ['monitoraggio-1'],
    fields: [REASON],
    update: 'close',
    said: 'hiusura registrata',
  },
  {
    verb: 'note',
    page: '/attivita/analisi/fatto',
    api: '/steps/analisi/notes',
    command: ['analisi'],
    fields: [
      ['text', 'fatto', '--text', 'il parere è arrivato'],
      ['on', 'giorno', '--on', '9/5/2016'],
      ['actNumber', 'atto', '--act', 'prot. 77'],
    ],
    said: 'l fatto è registrato.',
  },
  {
    verb: 'complete',
    page: '/attivita/analisi/adempimento/conclusione',
    api: '/steps/analisi/completions',
    command: ['analisi'],
    fields: [['note', 'nota', '--note', 'fatto e archiviato']],
    leadsTo: 'esito=conclusa',
    update: 'complete',
    said: 'onclusa.',
  },
  {
    verb: 'resubmit',
    api: '/steps/preventivo-approvazione/resubmissions',
    command: ['preventivo-approvazione'],
    fields: [['note', '', '--note', 'aggiunte le risorse']],
    update: 'resubmit',
    said: 'itrasmesso, esame n. 2.',
  },
  {
    verb: 'explain-delay',
    api: '/steps/analisi/delay-reasons',
    command: ['analisi'],
    fields: [['reason', 'motivo', '--reason', 'sito in manutenzione']],
    said: 'l motivo è agli atti.',
  },
  {
    verb: 'remark-step',
    page: '/attivita/analisi/osservazione-colleghi',
    api: '/steps/analisi/remarks',
    command: ['analisi'],
    fields: [['text', 'osservazione', '--text', 'manca una fonte, @Carla Prova']],
    said: 'osservazione è registrata: chi è chiamato per nome',
  },
  {
    verb: 'reply-remark',
    page: '/attivita/analisi/osservazioni-colleghi/1/replica',
    api: '/step-remarks/1/replies',
    command: ['1'],
    fields: [['text', 'replica', '--text', 'la fonte è il registro imprese']],
    said: 'a replica è registrata',
  },
  {
    verb: 'close-step-remark',
    page: '/attivita/analisi/osservazioni-colleghi/{nth}/chiusura',
    api: '/step-remarks/{nth}/closings',
    command: ['{nth}'],
    once: true,
    fields: [],
    said: 'osservazione è chiusa.',
  },
  {
    verb: 'answer-report',
    page: '/attivita/monitoraggio-1/osservazioni/1/risposta',
    api: '/report-remarks/1/answers',
    command: ['1'],
    fields: [['text', 'testo', '--text', 'il valore è stato chiesto di nuovo']],
    said: 'a risposta è agli atti.',
  },
  {
    verb: 'decide',
    page: '/attivita/piano-approvazione/adempimento/decisione',
    api: '/steps/piano-approvazione/decisions',
    command: ['piano-approvazione'],
    fields: [
      ['outcome', 'esito', '--outcome', 'rejected'],
      ['documentHash', 'impronta', '--document', DOCUMENT],
      ['remarks', 'osservazioni', '--remarks', 'mancano i pesi'],
    ],
    update: 'decide',
    by: { decidedBy: 'dario', actingFor: 'carla', remarks: 'mancano i pesi', documentHash: DOCUMENT },
    leadsTo: 'adempimento/decisione?modulo=',
    said: 'egistrato: ',
  },
  {
    verb: 'correct-act',
    page: '/attivita/consuntivo/decisioni/d-{way}/rettifica',
    api: '/decisions/d-{way}/corrections',
    command: ['d-{way}'],
    fields: [
      ['actNumber', 'numero-atto', '--act', '12 bis'],
      ['actDate', 'data-atto', '--on', '4/5/2016'],
      ['reason', 'motivo', '--reason', 'trascritto male'],
    ],
    said: 'ettifica registrata: atto n. 12 bis del 04/05/2016',
  },
  {
    verb: 'follow-obligation',
    page: '/trasparenza/gestione/4',
    api: '/obligations/gestione%2F4/follow-ups',
    command: ['gestione/4'],
    ofBody: true,
    fields: [
      ['state', 'stato', '--state', 'updating'],
      ['note', 'nota', '--note', 'in corso'],
    ],
    leadsTo: 'registrato',
    said: 'aggiornamento è registrato',
  },
  {
    verb: 'give-up',
    page: '/richieste/{one}/ritiro',
    api: '/awaited/{one}/withdrawals',
    command: ['{one}'],
    ofBody: true,
    once: true,
    fields: [['reason', 'motivo', '--reason', 'non serve più']],
    said: 'a richiesta è ritirata',
  },
  {
    verb: 'settle-mail',
    page: '/mail-da-chiarire',
    api: '/mail-settlements',
    command: ['{one}'],
    ofBody: true,
    once: true,
    fields: [
      ['mail', 'mail', '', '{one}'],
      ['verdict', 'esito', '--verdict', 'arrived'],
    ],
    leadsTo: 'fatto=arrived',
    said: 'a mail è arrivata',
  },
  {
    verb: 'erase-person',
    page: '/accessi/cancellazioni/persona',
    api: '/person-erasures',
    command: [],
    ofBody: true,
    once: true,
    fields: [
      ['person', 'persona', '--person', 'scrive-{way}'],
      ['reason', 'motivo', '--reason', 'richiesta dell’interessato'],
      ['act', 'atto', '--act', 'det. 9'],
    ],
    said: ': testi 1, mail 0, file 0',
  },
  {
    verb: 'adopt-outline',
    page: '/documenti/contesto/bozza/struttura',
    api: '/drafts/contesto/outline-adoptions',
    command: ['contesto'],
    fields: [
      ['actNumber', 'atto', '--act', 'det. 12'],
      ['actDate', 'giorno', '--on', '2/5/2016'],
    ],
    said: '’adozione della struttura è registrata.',
  },
  {
    verb: 'write',
    page: '/documenti/contesto/bozza/sezioni/sintesi',
    api: '/sections/contesto.sintesi/texts',
    command: ['contesto.sintesi'],
    fields: [
      ['text', 'testo', '--text', 'Il quadro è cambiato.'],
      ['shown', 'revisione', '--shown', '0'],
    ],
    said: 'alvato: revisione 1.',
  },
  {
    verb: 'mark-ready',
    page: '/documenti/contesto/bozza/sezioni/sintesi/pronta',
    api: '/sections/contesto.sintesi/readiness',
    command: ['contesto.sintesi'],
    fields: [],
    said: 'a sezione è pronta.',
  },
  {
    verb: 'remark',
    page: '/documenti/contesto/bozza/osservazione',
    api: '/drafts/contesto/remarks',
    command: ['contesto'],
    fields: [['text', 'osservazione', '--text', 'manca il confronto']],
    said: '’osservazione è registrata',
  },
  {
    verb: 'transmit',
    api: '/steps/preventivo-approvazione/transmissions',
    command: ['preventivo-approvazione'],
    // Both of its texts may be left out.
    fields: [],
    update: 'transmit',
    said: 'trasmesso all’organo, esame n. 2.',
  },
  {
    verb: 'cancel',
    page: '/annullamento',
    api: '/cancellations',
    command: [],
    fields: [REASON, ['confirmed', 'conferma', '--confirm', 'true']],
    update: 'cancel',
    said: 'nnullamento disposto',
  },
  {
    verb: 'add-person',
    ofBody: true,
    page: '/nuova-persona',
    api: '/people',
    command: [],
    fields: [
      ['name', 'nome', '--name', 'Nora {way}'],
      ['email', 'mail', '--email', 'nora.{way}@prova.example'],
    ],
    said: 'è tra le persone dell’ente',
  },
  {
    verb: 'add-office',
    ofBody: true,
    page: '/nuovo-ufficio',
    api: '/offices',
    command: [],
    fields: [['title', 'denominazione', '--title', 'Ufficio {nth}']],
    said: 'è tra gli uffici dell’ente',
  },
  {
    verb: 'rename-office',
    ofBody: true,
    page: '/uffici/ufficio-{nth}/denominazione',
    api: '/offices/ufficio-{nth}/titles',
    command: ['ufficio-{nth}'],
    fields: [['title', 'denominazione', '--title', 'Sportello {nth}']],
    said: '’ufficio si chiama «Sportello ',
  },
  {
    verb: 'end-office',
    ofBody: true,
    page: '/uffici/ufficio-{nth}/chiusura-ufficio',
    api: '/offices/ufficio-{nth}/endings',
    command: ['ufficio-{nth}'],
    fields: [REASON],
    said: 'non è più tra gli uffici dell’ente.',
  },
  {
    verb: 'appoint',
    ofBody: true,
    page: '/persone/anna/incarico',
    api: '/people/anna/mandates',
    command: ['anna'],
    fields: [
      ['role', 'incarico', '--role', STEERING],
      ['from', 'dal', '--from', '{nth}/6/2016'],
      ['to', 'al', '--to', '{nth}/6/2016'],
    ],
    said: '/06/2016.',
  },
  {
    verb: 'end-substitution',
    ofBody: true,
    once: true,
    page: '/sostituzioni/{nth}/fine',
    api: '/substitutions/{nth}/endings',
    command: ['{nth}'],
    fields: [
      ['to', 'al', '--to', '20/5/2016'],
      ['reason', 'motivo', '--reason', 'è rientrata'],
    ],
    said: 'a sostituzione finisce il 20/05/2016.',
  },
  {
    verb: 'describe-stakeholder',
    ofBody: true,
    page: '/stakeholder/registro/imprese/descrizione',
    api: '/stakeholders/imprese/descriptions',
    command: ['imprese'],
    fields: [
      ['category', 'gruppo', '--group', 'imprese'],
      ['influence', 'influenza', '--influence', '4'],
      ['interest', 'interesse', '--interest', '5'],
    ],
    said: 'a descrizione è registrata.',
  },
  {
    verb: 'record-survey',
    ofBody: true,
    page: '/indagini/nuova-indagine',
    api: '/surveys',
    command: [],
    fields: [
      ['title', 'titolo', '--title', 'Sportello'],
      ['askedOf', 'interpellati-chi', '--asked-of', 'utenti'],
      ['fromDay', 'dal', '--from', '1/3/2016'],
      ['toDay', 'al', '--to', '31/3/2016'],
      ['asked', 'interpellati', '--asked', '300'],
      ['answered', 'risposte', '--answered', '120'],
    ],
    said: '’indagine è registrata con il n. ',
  },
  {
    verb: 'record-question',
    ofBody: true,
    page: '/indagini/1/domanda',
    api: '/surveys/1/questions',
    command: ['1'],
    fields: [
      ['text', 'domanda', '--text', 'È soddisfatto?'],
      ['unit', 'misura', '--unit', 'percent'],
      ['result', 'risultato', '--result', '87,5'],
    ],
    said: 'è registrata con il suo risultato.',
  },
  {
    verb: 'communicate',
    page: '/comunicazioni/comunicazione',
    api: '/communications',
    command: [],
    fields: [
      ['about', 'oggetto', '--about', 'Piano 2016'],
      ['told', 'a-chi', '--told', 'associazioni di categoria'],
      ['means', 'mezzo', '--means', 'meeting'],
      ['on', 'giorno', '--on', '9/5/2016'],
    ],
    said: 'a comunicazione è registrata.',
  },
  {
    verb: 'record-earlier',
    ofBody: true,
    page: '/prima-di-ciclo',
    api: '/earlier-steps',
    command: [],
    fields: [
      ['exercise', 'esercizio', '--exercise', '202{nth}'],
      ['step', 'attivita', '--step', 'analisi'],
      ['on', 'giorno', '--on', '1/5/2016'],
      ['act', 'atto', '--act', 'delibera n. 12'],
    ],
    said: '«Analisi del contesto» è registrata come fatta il 01/05/2016, prima di Ciclo.',
  },
  {
    verb: 'withdraw-earlier',
    ofBody: true,
    page: '/prima-di-ciclo-ritiro',
    api: '/earlier-step-withdrawals',
    command: [],
    fields: [['exercise', 'esercizio', '--exercise', '202{nth}'], ['step', 'attivita', '--step', 'analisi'], REASON],
    said: 'non è più tra le attività fatte prima di Ciclo.',
  },
  {
    verb: 'begin',
    ofBody: true,
    page: '/avvio',
    api: '/cycles',
    command: [],
    fields: [['exercise', 'esercizio', '--exercise', '2017']],
    update: 'launchCycle',
    said: 'l ciclo 2017 è avviato.',
  },
  {
    verb: 'change-term',
    ofBody: true,
    page: '/nuovo-termine',
    api: '/calendar-terms',
    command: [],
    fields: [
      ['exercise', 'esercizio', '--exercise', '2019'],
      ['step', 'attivita', '--step', 'analisi'],
      ['due', 'termine', '--due', '{nth} luglio Y-1'],
      ['citation', 'norma', '--citation', 'deliberazione n. 3 {way}'],
      ['force', 'di-chi', '--force', 'body'],
      REASON,
    ],
    said: ' luglio Y-1.',
  },
  {
    verb: 'withdraw-term',
    ofBody: true,
    page: '/ritira-termine',
    api: '/calendar-term-withdrawals',
    command: [],
    fields: [['exercise', 'esercizio', '--exercise', '202{nth}'], ['step', 'attivita', '--step', 'analisi'], REASON],
    said: '«Analisi del contesto» ha di nuovo il termine del modello.',
  },
  {
    verb: 'change-rule',
    ofBody: true,
    page: '/regole/tetto',
    api: '/rule-changes',
    command: [],
    fields: [
      ['exercise', 'esercizio', '--exercise', '2019'],
      ['piece', 'regola', '--piece', 'tetto'],
      ['said', 'vale', '--said', '12{nth}%'],
      ['act', 'atto', '--act', 'deliberazione n. 3'],
      REASON,
    ],
    said: 'etto: il risultato più alto che conta, dal 2019: 12',
  },
  {
    verb: 'withdraw-rule',
    ofBody: true,
    page: '/ritira-regola',
    api: '/rule-withdrawals',
    command: [],
    fields: [['exercise', 'esercizio', '--exercise', '202{nth}'], ['piece', 'regola', '--piece', 'minimo'], REASON],
    said: 'vale di nuovo la regola di prima: Minimo',
  },
];

const CHANNELS: Readonly<Record<'page' | 'API' | 'command', Channel>> = {
  page: async (one, person, all = one.fields) => {
    const { page, fields, ofBody, leadsTo, said } = filled(one, 'page', person, all);
    const written = { ...Object.fromEntries(fields.map(([, name, , text]) => [name, text])), controllato: 'si' };
    const place = `${ofBody ? '/enti/prova' : PAGE}${page}`;
    const answer = await desk.post(place, written, { cookie: cookies[person] ?? '' });
    const location = decodeURIComponent(answer.headers.get('location') ?? '');
    const told = location || textOf(await answer.text());
    return {
      done: answer.status === 303,
      said: leadsTo !== undefined && location.includes(leadsTo) ? said : told,
    };
  },
  API: async (one, person, all = one.fields) => {
    const { api, fields, ofBody } = filled(one, 'API', person, all);
    const body = Object.fromEntries(fields.map(([name, , , text]) => [name, text === 'true' ? true : text]));
    const answer = await desk.app.request(`${ofBody ? '/api/v1/entities/prova' : API}${api}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { authorization: `Bearer ${tokens[person]}`, 'content-type': 'application/json' },
    });
    return { done: answer.status === 201, said: await answer.text() };
  },
  command: async (one, person, all = one.fields) => {
    const { verb, command, fields, ofBody } = filled(one, 'command', person, all);
    const options = fields.flatMap(([, , flag, text]) => (flag === '' ? [] : text === 'true' ? [flag] : [flag, text]));
    const where = ofBody ? ['--entity', 'prova'] : OF_CYCLE;
    const { code, out, err } = await ciclo(verb, ...command, ...where, '--as', person, ...options);
    return { done: code === 0, said: `${out}${err}` };
  },
};

/** An act with what this way and person have for themselves. */
function filled(one: Case, way: string, person: string, fields: Case['fields']): Case {
  const fill = (text: string) =>
    text
      .replace('{one}', oneOf(way, person))
      .replace('{way}', way)
      .replace('{nth}', String(WAYS.indexOf(way) + 2));
  return {
    ...one,
    page: fill(one.page ?? ''),
    api: fill(one.api),
    command: one.command.map(fill),
    fields: fields.map(([name, page, option, text]) => [name, page, option, fill(text)] as const),
  };
}

const ways = Object.entries(CHANNELS).flatMap(([name, way]) =>
  CASES.flatMap((one) => (name === 'page' && one.page === undefined ? [] : [[one.verb, name, one, way] as const])),
);
const reached = (): readonly Reached[] => [...desk.reached, ...byCommand];

describe('who takes the document of the body', () => {
  test('for another is asked about the one that stands in since', async () => {
    const draft = `${PAGE}/documenti/contesto/bozza`;
    const shown = async () =>
      /action="[^"]*\/file"[\s\S]*?name="visto" value="([^"]*)"/.exec(
        await (await desk.get(draft, cookies.dario)).text(),
      )?.[1] ?? '';
    const send = (name: string, visto: string) => {
      const body = new FormData();
      body.append('visto', visto);
      body.append('file', new File([`%PDF-1.4 ${name}`], name, { type: 'application/pdf' }));
      const headers = { cookie: cookies.dario ?? '', origin: 'http://localhost' };
      return desk.app.request(`${draft}/file`, { method: 'POST', body, headers });
    };
    const visto = await shown();
    expect((await send('uno.pdf', visto)).status).toBe(303);
    const asked = await send('due.pdf', visto);
    expect(asked.status).toBe(422);
    expect(textOf(await asked.text())).toContain('Ora il file «uno.pdf» sostituisce il documento.');
    expect((await send('due.pdf', await shown())).status).toBe(303);
    const away = `${draft}/ritiro-file`;
    const withdrawn = await desk.post(away, { visto: await shown() }, { cookie: cookies.dario ?? '' });
    expect(withdrawn.status).toBe(303);
  });
});

describe('one act is the same by every way in', () => {
  let before = 0;
  beforeEach(() => {
    before = reached().length;
  });

  test.each(ways)('«%s» by %s is carried out for whom one stands in, and said', async (_verb, _name, one, way) => {
    const tried = await way(one, 'dario');
    expect(tried).toEqual({ done: true, said: expect.stringContaining(one.said) });
    if (one.update === undefined) return;
    const last = reached().filter(({ what }) => what === one.update);
    expect(last.at(-1)?.command).toMatchObject(one.by ?? { actor: { person: 'dario', actingFor: 'carla' } });
  });

  test.each(ways)(
    '«%s» by %s is refused to who may not, and nothing reaches anybody',
    async (_verb, name, one, way) => {
      const tried = await way(one, 'bruno');
      expect(tried.done).toBe(false);
      expect(tried.said).toMatch(
        name === 'command'
          ? /non ricopre oggi nessuno dei ruoli/
          : /[Nn]on (consentito|può|consente|è affidata)|profilo/,
      );
      expect(reached()).toHaveLength(before);
    },
  );

  test.each(ways.filter(([, , { fields }]) => fields.length > 0))(
    '«%s» by %s with nothing written says every field that is missing, and nothing reaches anybody',
    async (_verb, _name, one, way) => {
      expect((await way(one, 'dario', [])).done).toBe(false);
      expect(reached()).toHaveLength(before);
    },
  );

  test.each(Object.entries(CHANNELS).filter(([name]) => name !== 'command'))(
    'by %s a text is as long as by the others',
    async (_name, way) => {
      const decide = CASES.find(({ verb }) => verb === 'decide');
      if (decide === undefined) throw new Error('nobody tries to decide');
      const tried = await way(decide, 'dario', [
        ['outcome', 'esito', '--outcome', 'approved'],
        ['documentHash', 'impronta', '--document', DOCUMENT],
        ['actNumber', 'numero-atto', '--act-number', '1'.repeat(101)],
        ['actDate', 'data-atto', '--act-date', '9/5/2016'],
        ['remarks', 'osservazioni', '--remarks', 'x'.repeat(8_001)],
      ]);
      expect(tried.done).toBe(false);
      expect(tried.said).toContain('il testo ha 101 caratteri: al massimo 100');
      expect(tried.said).toContain('il testo ha 8001 caratteri: al massimo 8000');
      expect(reached()).toHaveLength(before);
    },
  );

  test('a fact that was put on record three times stands in the log with who, for whom and by which way', async () => {
    const lines = (await logOf(desk.db, { cycle: CYCLE, step: 'analisi' })).filter((l) => l.action === 'step-noted');
    expect(lines.map(({ channel }) => channel).sort()).toEqual(['command-line', 'page', 'token']);
    for (const line of lines) {
      expect(line).toMatchObject({
        actor: 'dario',
        actingFor: 'carla',
        detail: { reason: 'il parere è arrivato', on: '2016-05-09', actNumber: 'prot. 77' },
      });
    }
    const page = textOf(await (await desk.get(`${PAGE}/attivita/analisi`, cookies.bruno)).text());
    expect(page).toContain('il parere è arrivato');
    expect(page).toContain('prot. n. 77');
  });
});

describe('what is done to steps of one kind', () => {
  const reaches = () => reached().length;
  const REFUSED: readonly (readonly [
    string,
    string,
    string,
    string,
    readonly string[],
    Readonly<Record<string, string>>,
  ])[] = [
    [
      'complete',
      'steps',
      'preventivo-approvazione',
      'completions',
      ['--note', 'fatto e archiviato'],
      { note: 'fatto e archiviato' },
    ],
    [
      'complete',
      'steps',
      'monitoraggio-1',
      'completions',
      ['--note', 'fatto e archiviato'],
      { note: 'fatto e archiviato' },
    ],
    [
      'resubmit',
      'steps',
      'analisi',
      'resubmissions',
      ['--note', 'aggiunte le risorse'],
      { note: 'aggiunte le risorse' },
    ],
    ['transmit', 'steps', 'analisi', 'transmissions', [], {}],
    ['close', 'checkpoints', 'analisi', 'closings', ['--reason', 'basta così'], { reason: 'basta così' }],
    [
      'return',
      'checkpoints',
      'analisi',
      'returns',
      ['A-1', '--remark', 'manca la fonte'],
      { indicator: 'A-1', remark: 'manca la fonte' },
    ],
  ];
  test.each(REFUSED)(
    '«%s» is refused in a sentence to %s/%s, and its workflow is asked nothing',
    async (verb, place, step, resource, options, body) => {
      const before = reaches();
      const told = await ciclo(verb, '--entity', 'prova', '--year', '2016', '--as', 'dario', step, ...options);
      expect([told.code, told.err]).toEqual([1, expect.stringMatching(/^(«.+» è un|«analisi» non è un monitoraggio)/)]);
      expect(told.err.trim().split('\n')).toHaveLength(1);
      const answer = await desk.app.request(`/api/v1/cycles/prova/2016/${place}/${step}/${resource}`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { authorization: `Bearer ${tokens.dario}`, 'content-type': 'application/json' },
      });
      expect([404, 409]).toContain(answer.status);
      expect(reaches()).toBe(before);
    },
  );
});

describe('a form', () => {
  const note = `${PAGE}/attivita/analisi/fatto`;
  const notes = async () =>
    (await logOf(desk.db, { cycle: CYCLE, step: 'analisi' })).filter((l) => l.action === 'step-noted');

  test('says what is wrong at the field, first and with the focus, and keeps what was typed', async () => {
    const fields = { fatto: 'un fatto di domani', giorno: '11/05/2016', atto: 'n. 9' };
    const answer = await desk.post(note, fields, { cookie: cookies.dario ?? '' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toMatch(
      /role="alert" tabindex="-1" autofocus[\s\S]*href="#fatto-giorno"[\s\S]*il giorno è nel futuro/,
    );
    expect(page).toMatch(
      /<input[^>]*id="fatto-giorno"[^>]*aria-describedby="fatto-giorno-errore"[^>]*value="11\/05\/2016"/,
    );
    expect(page).toMatch(/id="fatto-giorno-errore"[^>]*>il giorno è nel futuro/);
    expect(page).toContain('un fatto di domani');
    expect(page).toContain('value="n. 9"');
  });

  test('sent twice counts once; with another text it is another fact', async () => {
    const before = (await notes()).length;
    const send = (fatto: string) => desk.post(note, { fatto, chiave: 'k7' }, { cookie: cookies.dario ?? '' });
    expect([(await send('una volta')).status, (await send('una volta')).status]).toEqual([303, 303]);
    expect(await notes()).toHaveLength(before + 1);
    await send('un’altra');
    expect(await notes()).toHaveLength(before + 2);
  });

  test('that showed another due date than the one that stands now is asked about, and goes through when sent again', async () => {
    const manage = `${PAGE}/attivita/analisi/gestione`;
    const seenIn = (page: string) => /id="proroga"[\s\S]*?name="visto" value="([^"]*)"/.exec(page)?.[1] ?? '';
    const visto = seenIn(await (await desk.get(manage, cookies.dario)).text());
    await setStepState(desk.db, CYCLE, 'analisi', { dueOn: '2016-06-10' });
    const fields = { scadenza: '2016-06-30', motivo: 'dati in arrivo', visto };
    const before = reached().length;
    const asked = await desk.post(`${manage}/proroga`, fields, { cookie: cookies.dario ?? '' });
    expect(asked.status).toBe(422);
    expect(reached()).toHaveLength(before);
    const page = await asked.text();
    expect(textOf(page)).toContain('è cambiato qualcosa. Ora scade il 10/06/2016.');
    const again = await desk.post(
      `${manage}/proroga`,
      { ...fields, visto: seenIn(page) },
      { cookie: cookies.dario ?? '' },
    );
    expect(again.status).toBe(303);
  });

  test('sent twice after it went through is not taken for another', async () => {
    await setStepState(desk.db, CYCLE, 'analisi', { dueOn: '2016-06-30' });
    const fields = { scadenza: '2016-06-30', motivo: 'dati in arrivo', visto: '2016-06-10/1' };
    const again = await desk.post(`${PAGE}/attivita/analisi/gestione/proroga`, fields, { cookie: cookies.dario ?? '' });
    expect(again.status).toBe(303);
  });

  test('is not there where it is not the moment: the reason is', async () => {
    await setCycleStatus(desk.db, CYCLE, 'closed', NOW);
    try {
      const page = await desk.get(`${PAGE}/annullamento`, cookies.dario);
      expect(textOf(await page.text())).toContain('Il ciclo non è in corso');
    } finally {
      await desk.owner.query(`update ${desk.schema}.cycles set status = 'running'`);
    }
  });
});
