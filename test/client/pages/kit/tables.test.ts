import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { override } from '../../../../src/acts/checkpoint/overriding.js';
import type { AssessmentState } from '../../../../src/domain/achievement/types.js';
import type { DecisionOutcome } from '../../../../src/domain/decision.js';
import type { SectionState } from '../../../../src/domain/drafting/section.js';
import { piecesOf } from '../../../../src/domain/own-rules/pieces.js';
import type { PlanVersionStatus } from '../../../../src/domain/plan-work.js';
import { planPhaseNotices } from '../../../../src/office/communication-notices.js';
import type { CheckpointState } from '../../../../src/register/checkpoint-tables.js';
import { addCommunication } from '../../../../src/register/communications.js';
import { addConsideration } from '../../../../src/register/considerations.js';
import { addFactorRevision } from '../../../../src/register/context.js';
import { addCorrectiveActions } from '../../../../src/register/corrective-actions.js';
import type { CycleStatus, StepStatus } from '../../../../src/register/cycle-tables.js';
import { beginDrafting } from '../../../../src/register/drafting.js';
import { addFigure } from '../../../../src/register/drafting-files.js';
import { addFeedback, followedOf, recordFollowUp } from '../../../../src/register/follow-up.js';
import { addInterview, addOivRemark } from '../../../../src/register/oiv.js';
import { addPublicVoice, publicVoicesOf, settleVoice } from '../../../../src/register/public-voices.js';
import { groupBy } from '../../../../src/register/reading/group.js';
import { addReportAnswer, addReportRemark } from '../../../../src/register/report-remarks.js';
import { addAccountAmounts, addSeriesValues } from '../../../../src/register/series-values.js';
import { addStakeholderState } from '../../../../src/register/stakeholders.js';
import { addQuestion, addSurvey, linkIndicator } from '../../../../src/register/surveys.js';
import type { NoticeState } from '../../../../src/register/tables.js';
import { issueToken } from '../../../../src/register/tokens.js';
import { noticeKinds } from '../../../../src/words/console.js';
import { logActions } from '../../../../src/words/log.js';
import { logSentences } from '../../../../src/words/log-sentences.js';
import { bodiesOnFile } from '../../../setup/bodies.js';
import { visibleText } from '../../../setup/visible-text.js';
import { type Reader, signedIn } from '../signed-in.js';
import { aHalfRunSite, textOf } from '../site.js';

// The first checkpoint is computed, the second collects.
const site = aHalfRunSite('2016-09-20');
const PATIENCE_MS = 600_000;

/** Tables no page at an address has: they answer what was just sent, and are kept nowhere. */
const ANSWERS: Readonly<Record<string, string>> = {
  errori: 'what is wrong in the file an officer has just sent',
  effetti: 'what an amendment being written would change',
  colonne: 'what was understood of the columns of a table just sent',
  uffici: 'what was understood of its offices',
};

/** Tables of pages at an address, in a state the cycle of this test is not in: the test that comes to them there compares their file. */
const OTHER_STATES: Readonly<Record<string, string>> = {
  avanzamento: 'individual/pages',
  cicli: 'year/home',
  collegamenti: 'plan/rolling',
  comportamenti: 'individual/pages',
  'da-confermare': 'plan/readings',
  confronto: 'scorecard/side-by-side',
  'gettoni-richiesti': 'access/tokens',
  'in-attesa': 'duties/officer',
  'indicatori-insieme': 'plan/plan-editor',
  'mail-da-chiarire': 'mailbox/unsettled-mail',
  'non-ripresi': 'plan/rolling',
  passaggi: 'individual/pages',
  voci: 'duties/invited-followed',
  'proposte-decise': 'plan/rolling',
  punteggio: 'individual/pages',
  scostamenti: 'step/report-browser',
  'senza-corrispondente': 'scorecard/side-by-side',
  sistemate: 'body/troubles',
};

const STEPS = '/cicli/ccms/2016/attivita';
const RESULTS = '/cicli/ccms/2016/ipotesi/risultati';

/** Pages to come to whatever links there are: the tables of a board, of hypotheses. */
const ALSO = [
  `${STEPS}/piano-approvazione`,
  '/cicli/ccms/2016/ipotesi?attivita=monitoraggio-2&scadenza=2016-10-20',
  `${RESULTS}?monitoraggio=monitoraggio-1&c1=1.1.1-01&v1=1`,
  `${RESULTS}?monitoraggio=monitoraggio-1`,
  '/cicli/ccms/2016/documenti/piano/bozza/figure',
  `${STEPS}/monitoraggio-1`,
];

/** Pages of which all have the same tables: one says what the others would. */
const ALIKE = [
  /\/indicatori\/[^/]+$/,
  /\/attivita\/[^/]+$/,
  /\/documenti\/[^/]+/,
  /^\/posta\/./,
  /\/adempimento/,
  /\/serie\/[^/]+$/,
  /\/(?:risposta|azione|esame|anno)$/,
];
/** How many of those are looked at, and of each page how many filters. */
const SOME = 4;

/** A table of a page, its parts together, and the file it is taken away as. */
interface Shown {
  readonly path: string;
  readonly table: string;
  readonly parts: number;
  readonly rows: number;
  readonly file: { readonly status: number; readonly head: readonly string[]; readonly rows: number } | undefined;
}

const seen: Shown[] = [];
const bare: string[] = [];
/** Names of programs in what somebody reads, with the pages they stand on. */
const namesOfPrograms: string[] = [];

/** Names of programs that are words of the language too. */
const ITALIAN = new Set(['check-up', 'open']);

/** What data files and addresses call steps, roles, rules and the like: people call them by their titles. */
function idsOfPrograms(): readonly string[] {
  const bodies = bodiesOnFile();
  const calendar = bodies.calendar('ccms', 2016);
  if (!calendar.ok) throw new Error(JSON.stringify(calendar.error));
  const steps = calendar.value.steps.flatMap(({ id, phase }) => [id, phase]);
  const rules = piecesOf(bodies.policyOf('ccms')).map(({ id }) => id);
  const roles = bodies.entity('ccms').roles.map(({ id }) => id);
  const accounts = (bodies.body('ccms').profile.finance?.accounts ?? []).map(({ id }) => id);
  const documents = bodies.outlines('ccms').map(({ value }) => value.kind);
  const named = [
    ...steps,
    ...rules,
    ...roles,
    ...accounts,
    ...documents,
    ...Object.keys({ ...logActions, ...logSentences }),
    ...Object.keys(noticeKinds),
  ];
  return [...named.filter((id) => /[a-z]-[a-z0-9]/.test(id)), ...Object.keys(STATES)].filter((id) => !ITALIAN.has(id));
}

/** How steps, notices, plans, results, sections, decisions, obligations and actions stand, as programs call it. */
const STATES = {
  ...{
    waiting: 1,
    open: 1,
    late: 1,
    done: 1,
    cancelled: 1,
    failed: 1,
    deferred: 1,
    collecting: 1,
    closed: 1,
    running: 1,
  },
  ...{ planned: 1, sending: 1, sent: 1, uncertain: 1, withdrawn: 1 },
  ...{ draft: 1, proposed: 1, 'in-force': 1, superseded: 1, rejected: 1, discarded: 1 },
  ...{ assessed: 1, missing: 1, 'not-yet': 1, 'not-assessable': 1, doubtful: 1, 'not-computed': 1 },
  ...{
    'to-write': 1,
    ready: 1,
    approved: 1,
    noted: 1,
    'under-way': 1,
    fulfilled: 1,
    updating: 1,
    unfulfilled: 1,
    abandoned: 1,
  },
} satisfies Record<
  | StepStatus
  | CycleStatus
  | CheckpointState
  | NoticeState
  | PlanVersionStatus
  | AssessmentState
  | SectionState
  | DecisionOutcome,
  1
>;
const PROGRAMS = new RegExp(`(?<![\\w/«-])(?:${[...new Set(idsOfPrograms())].join('|')})(?![\\w/-])`, 'g');

/** Somebody described, a survey that measures an indicator, a message that was looked at, an item considered, something told. */
async function populateVoices(): Promise<void> {
  const { db } = site.register;
  const who = { actor: 'guglielmo.tarasconi', at: '2016-09-20T10:00:00Z' } as const;
  const doing = { ...who, entity: 'ccms', simulated: true } as const;
  const described = { category: '', expects: '', services: '', involvement: '', influence: 4, interest: 4 } as const;
  await addStakeholderState(db, { ...doing, ...described, stakeholder: 'imprese', name: 'Imprese', ended: false });
  const period = { fromDay: '2016-06-01', toDay: '2016-06-30' } as const;
  const asked = { title: 'Sportello', askedOf: 'utenti', method: '', asked: 9, answered: 3 };
  const survey = await addSurvey(db, { ...doing, ...period, ...asked });
  const result = { unit: 'percent', lowest: null, highest: null, result: '90', answered: null } as const;
  const number = await addQuestion(db, { ...who, ...result, survey, text: 'Soddisfatto?' });
  await linkIndicator(db, {
    ...who,
    entity: 'ccms',
    exercise: 2016,
    indicator: '1.1.1-01',
    question: { survey, number },
  });
  await addPublicVoice(db, { entity: 'ccms', saidBy: 'Altro', text: 'x', cameAt: who.at, simulated: true });
  const [voice] = await publicVoicesOf(db, 'ccms');
  const settled = { feedback: undefined, reason: 'prova', by: who.actor, actingFor: undefined, at: who.at };
  await settleVoice(db, voice?.id ?? 0, settled);
  await addConsideration(db, {
    ...who,
    entity: 'ccms',
    exercise: 2016,
    item: 'improvement:rendicontazione/1',
    title: 'Rendicontazione',
    follows: 'nothing',
    refers: null,
    outcome: 'già fatto',
  });
  await addCommunication(db, {
    ...who,
    simulated: true,
    cycle: 'ccms/2016',
    about: 'Piano',
    documentHash: undefined,
    told: 'associazioni',
    means: 'meeting',
    onDay: '2016-09-19',
    note: '',
    mailText: '',
    page: '',
    recipients: [],
  });
}

/** A draft with a figure, a report with an answered remark, a value asked later, a phase that somebody was told of. */
async function populateDocuments(): Promise<void> {
  const { db } = site.register;
  const cycle = 'ccms/2016';
  const by = { person: 'zeno.bragadini', at: '2016-09-20T10:00:00Z' } as const;
  const draft = { cycle, document: 'piano' };
  const outline = { kind: 'piano', version: '1', standIn: false, landscape: true, sections: [] };
  await beginDrafting(db, draft, outline, new Map(), by.at);
  const picture = { name: 'a.png', mime: 'image/png', bytes: Buffer.from('png'), uploadedBy: by.person, at: by.at };
  await addFigure(db, draft, picture, { width: 2, height: 3 });
  const report = { cycle, checkpoint: 'monitoraggio-1', documentHash: '0'.repeat(64), board: 'oiv', decision: null };
  const remark = await addReportRemark(db, { ...report, ...by, key: 'prova', text: 'manca la causa', actingFor: null });
  const answer = { cycle, remark: remark ?? 0, text: 'aggiunta', actingFor: null };
  await addReportAnswer(db, { ...by, ...answer, key: 'prova' });
  const later = { indicator: '9.9.9-01', name: 'Valore atteso', office: 'promozione', target: '10' };
  const asked = { ...later, knownFrom: '2016-11-15' } as const;
  await db
    .insertInto('laterIndicators')
    .values({ cycle, checkpoint: 'monitoraggio-1', ordinal: 1, ...asked })
    .execute();
  await planPhaseNotices(db, { domain: 'ccms.example', consoleUrl: 'http://127.0.0.1:8080' }, by.at);
}

/** What the half-run cycle has not: somebody's word, a step forward, an act over a result, an action, a token. */
async function populate(): Promise<void> {
  const { db } = site.register;
  const at = '2016-09-20T10:00:00Z';
  const doing = { entity: 'ccms', actor: 'guglielmo.tarasconi', at, simulated: true } as const;
  await addFeedback(db, {
    ...doing,
    stakeholder: 'Associazione di categoria',
    channel: 'incontro',
    receivedOn: '2016-09-19',
    text: 'Sportello chiuso il sabato',
  });
  await populateVoices();
  await populateDocuments();
  const [item] = await followedOf(db, 'ccms', 'obligation');
  await recordFollowUp(db, {
    ...doing,
    kind: 'obligation',
    item: item?.id ?? '',
    state: 'fulfilled',
    note: 'verificato',
  });
  await override(
    db,
    site.run.ref,
    {
      kind: 'forced',
      indicator: '1.2.3-01',
      value: '12',
      decidedBy: 'Giunta camerale',
      reason: 'sala chiusa per alluvione',
      actNumber: '41',
      actDate: '2016-09-19',
    },
    { person: 'guglielmo.tarasconi' },
    at,
  );
  await addFactorRevision(db, {
    ...doing,
    exercise: 2016,
    kind: 'threat',
    text: 'Riordino',
    ordinal: 1,
    standing: 'new',
  });
  const entered = { ...doing, origin: 'form', source: undefined, note: undefined } as const;
  const values = [{ row: 'pratiche-ri', subject: 'ccms', year: 2016, printed: '17.300', odd: undefined }];
  await addSeriesValues(db, { ...entered, series: 'outputs' }, values);
  await addAccountAmounts(db, { ...entered, year: 2015 }, [{ account: 'personale', amount: '10', odd: undefined }]);
  await addCorrectiveActions(db, [
    {
      cycle: 'ccms/2016',
      checkpoint: 'monitoraggio-1',
      indicator: '1.1.1-01',
      officer: 'lidia.fornasetti',
      text: 'Si recupera entro novembre',
      at,
      simulated: true,
      key: 'prova',
    },
  ]);
  const said = { cycle: 'ccms/2016', actor: 'zeno.bragadini', at, simulated: true } as const;
  await addOivRemark(db, { ...said, about: 'relazione', text: 'manca la fonte' });
  await addInterview(db, { ...said, heldOn: '2016-09-19', office: 'promozione', notes: 'dati chiesti' });
  await issueToken(db, {
    entity: 'ccms',
    person: 'lidia.fornasetti',
    title: 'prova',
    issuedBy: 'matilde.orsolini',
    days: 9,
  });
}

beforeAll(async () => {
  await populate();
  for (const person of ['guglielmo.tarasconi', 'matilde.orsolini', 'ottavia.brandini']) {
    const reader = await signedIn(site, person);
    for await (const { path, html } of pagesOf(reader)) {
      const names = OF_PROGRAMS.test(path) ? [] : visibleText(html).matchAll(PROGRAMS);
      for (const { 0: name, index, input } of names)
        namesOfPrograms.push(`${path}: …${input.slice(Math.max(0, index - 40), index + name.length + 20)}…`);
      const tables = [...html.matchAll(/<table\b.*?<\/table>/gs)].map(([whole]) => whole);
      const named = groupBy(tables, (whole) => /^<table[^>]* data-table="([^"]+)"/.exec(whole)?.[1] ?? '');
      if (named.has('')) bare.push(path);
      for (const [table, parts] of named) {
        if (table === '') continue;
        const href = hrefOf(html, table);
        const file = href === undefined ? undefined : await fileAt(reader, href);
        seen.push({ path, table, parts: parts.length, rows: parts.reduce((n, part) => n + rowsIn(part), 0), file });
      }
    }
  }
}, PATIENCE_MS);

async function fileAt(reader: Reader, href: string): Promise<NonNullable<Shown['file']>> {
  const answer = await reader.get(href);
  if (answer.headers.get('content-type') !== 'text/csv; charset=utf-8')
    return { status: answer.status, head: [], rows: 0 };
  const [head = [], ...rows]: readonly string[][] = parse(await answer.text(), { delimiter: ';', bom: true });
  return { status: answer.status, head, rows: rows.length };
}

/** Every page somebody comes to, of those alike some. */
async function* pagesOf(reader: Reader): AsyncGenerator<{ readonly path: string; readonly html: string }> {
  const queue = ['/', '/mie', '/accesso/come', '/cicli/ccms/2016', '/enti/ccms', '/api/v1/documentazione', ...ALSO];
  const found = new Set(queue);
  const alike = new Map<string, number>();
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const answer = await reader.get(path);
    if (answer.headers.get('content-type')?.includes('html') !== true || answer.status !== 200) continue;
    const html = await answer.text();
    yield { path, html };
    for (const [, href = ''] of html.matchAll(/<a\b[^>]*\bhref="([^"#]+)/g)) {
      const { pathname, search, origin } = new URL(href.replaceAll('&amp;', '&'), `http://localhost${path}`);
      if (origin !== 'http://localhost' || /^\/(?:risorse|api)|\.\w{2,4}$|tabella=/.test(pathname + search)) continue;
      if (found.has(pathname + search)) continue;
      const kind = ALIKE.find((one) => one.test(pathname))?.source ?? (search === '' ? undefined : pathname);
      const times = kind === undefined ? 0 : (alike.get(kind) ?? 0);
      if (times >= SOME) continue;
      if (kind !== undefined) alike.set(kind, times + 1);
      found.add(pathname + search);
      queue.push(pathname + search);
    }
  }
}

const rowsIn = (table: string): number =>
  [...table.matchAll(/<tbody.*?<\/tbody>/gs)].flatMap(
    ([body]) => body.match(/<tr\b(?![^>]*class="(?:ciclo-)?group)/g) ?? [],
  ).length;

/** Pages that are about what programs call things. */
const OF_PROGRAMS = /^\/api\/|\/gettoni/;

/** Where the page says a table is taken away. */
const hrefOf = (html: string, table: string): string | undefined =>
  new RegExp(`href="([^"]*[?&;]tabella=${table}\\.csv)"`).exec(html)?.[1]?.replaceAll('&amp;', '&');

/** Names of the tables in the sources of the pages. */
function namesInSources(): readonly string[] {
  const root = 'src/client';
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));
  const sources = files.map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
  return [...sources.matchAll(/<(?:DataTable|TableSection)\s+name="([a-z-]+)"/g)].map(([, name = '']) => name);
}

describe('the tables of the pages', () => {
  test('are all described by their columns', () => {
    expect(seen.length).toBeGreaterThan(100);
    expect(bare).toEqual([]);
  });

  test('can all be taken away from where they stand', () => {
    expect(seen.filter(({ file }) => file?.status !== 200).map(({ path, table }) => `${table}: ${path}`)).toEqual([]);
  });

  test('are in the file with every row of the page, of all their parts', () => {
    const short = seen.filter(({ rows, file }) => (file?.rows ?? 0) < rows);
    expect(short.map(({ path, table, rows, file }) => `${table}: ${path}: ${file?.rows} of ${rows}`)).toEqual([]);
  });

  test('have in the file headings each different from the others', () => {
    const twice = seen.filter(({ file }) => file === undefined || new Set(file.head).size < file.head.length);
    expect(twice.map(({ path, table, file }) => `${table}: ${path}: ${file?.head.join(', ')}`)).toEqual([]);
  });

  test('are all come to, but for those that answer what was sent', () => {
    const known = new Set([...seen.map(({ table }) => table), ...Object.keys(ANSWERS), ...Object.keys(OTHER_STATES)]);
    expect(namesInSources().length).toBeGreaterThan(20);
    expect([...new Set(namesInSources())].filter((name) => !known.has(name))).toEqual([]);
  });
});

test.each(Object.entries(OTHER_STATES))('the table «%s» is compared with its file in %s', (table, file) => {
  const source = readFileSync(join('test/client/pages', `${file}.test.ts`), 'utf8');
  expect(source).toMatch(/expectTakenAway\(/);
  expect(source).toContain(`'${table}'`);
});

test('no page calls an activity, a role or a rule by the name that programs use', () => {
  expect(namesOfPrograms).toEqual([]);
});

describe('a table taken away', () => {
  test.each([
    ['a name no table of the page has', '/cicli/ccms/2016?tabella=niente.csv'],
    ['a form there is none of', '/cicli/ccms/2016?tabella=attivita.pdf'],
    ['no name', '/cicli/ccms/2016?tabella='],
    ['a path', '/cicli/ccms/2016?tabella=../attivita.csv'],
  ])('%s is not found', async (_what, path) => {
    const reader = await signedIn(site, 'guglielmo.tarasconi');
    expect((await reader.get(path)).status).toBe(404);
  });

  test('is refused to who may not see its page', async () => {
    const officer = await signedIn(site, 'lidia.fornasetti');
    expect((await officer.get('/cicli/ccms/2016/registro?tabella=registro.csv')).status).toBe(403);
    expect((await site.app.request('/cicli/ccms/2016/registro?tabella=registro.csv')).status).toBe(403);
    expect((await officer.get('/enti/ccms/sostituzioni?tabella=sostituzioni.csv')).status).toBe(403);
  });
});

test('what is filtered says so in words', async () => {
  const reader = await signedIn(site, 'guglielmo.tarasconi');
  const page = await reader.page('/cicli/ccms/2016/monitoraggi?ufficio=ufficio-registro-imprese&semaforo=red');
  expect(textOf(page)).toContain('Filtrato per ufficio «Ufficio Registro Imprese»; semaforo «rosso».');
});
