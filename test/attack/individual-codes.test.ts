import { beforeAll, describe, expect, test } from 'vitest';
import { PASSAGE_PATHS } from '../../src/access/evaluation-path.js';
import { createConsole } from '../../src/client/system/app.js';
import { SCOPES } from '../../src/domain/token.js';
import type { Message } from '../../src/mail/message.js';
import { renderMessage } from '../../src/mail/render.js';
import { planEvaluationNotices } from '../../src/office/evaluation-notices.js';
import { currentContent } from '../../src/office/exports.js';
import { readMailbox } from '../../src/platform/mailbox.js';
import { addCorrectiveActions } from '../../src/register/corrective-actions.js';
import { appendLog } from '../../src/register/log.js';
import { individualCodes } from '../../src/register/log-reader.js';
import { addPassage, addSheet } from '../../src/register/sheets.js';
import { issueToken } from '../../src/register/tokens.js';
import { CONSOLE_URL, consoleParts } from '../client/pages/parts.js';
import { textOf } from '../client/pages/site.js';
import { bodiesOnFile } from '../setup/bodies.js';
import { type Arena, anArena, PEOPLE, SORTS, type Sort } from './arena.js';
import { type Ask, saidBy, visited } from './visited.js';

/** The second monitoring is being collected; the first has its results, corrective actions among them. */
const arena: Arena = anArena('2016-09-20');
const SECRET = 'RISERVATISSIMO';
/** What stands in an address of the API, by its name there. */
const NAMED = {
  entity: 'ccms',
  exercise: '2016',
  step: 'monitoraggio-1',
  checkpoint: 'monitoraggio-1',
  document: 'piano',
};
const PATIENCE_MS = 600_000;
let codes: readonly string[] = [];
let sheet = 0;

beforeAll(async () => {
  codes = await individualCodes(arena.db, 'ccms', 2016);
  await somebodysSheet();
  const [code = '', other = ''] = codes.filter((one) => /-\d\d$/.test(one));
  const about = { cycle: 'ccms/2016', at: arena.now, actor: 'guglielmo.tarasconi' } as const;
  await addCorrectiveActions(arena.db, [
    {
      cycle: 'ccms/2016',
      checkpoint: 'monitoraggio-1',
      indicator: code,
      officer: 'ottavia.brandini',
      text: `${SECRET}: si propone di recuperare`,
      at: arena.now,
      simulated: true,
      key: 'individuale',
    },
  ]);
  await appendLog(
    arena.db,
    {
      ...about,
      step: 'monitoraggio-2',
      action: 'value-returned',
      subject: code,
      detail: { remark: `${SECRET}: insufficiente` },
    },
    {
      ...about,
      step: 'monitoraggio-2',
      action: 'values-collected',
      subject: 'monitoraggio-2',
      detail: { indicators: [code, '1.1.1-01'], failed: { [other]: 'x' } },
    },
    {
      ...about,
      step: 'monitoraggio-2',
      action: 'step-extended',
      subject: 'Monitoraggio',
      detail: { reason: `per (${other}), che è ${SECRET}` },
    },
    {
      ...about,
      step: 'monitoraggio-2',
      action: 'override-recorded',
      subject: 'altro',
      detail: { indicator: other, reason: SECRET },
    },
  );
}, PATIENCE_MS);

/** The evaluation of somebody whom nobody of the arena evaluates, with the secret in all that is written of it. */
async function somebodysSheet(): Promise<void> {
  const by = { actor: 'ruggero.ventimiglio', at: arena.now, simulated: true };
  sheet = await addSheet(arena.db, by, {
    cycle: 'ccms/2016',
    person: 'ines.baldacchini',
    group: 'personale',
    from: '2016-01-01',
    to: '2016-12-31',
    evaluator: { kind: 'person', person: 'ruggero.ventimiglio' },
    objectives: [
      { id: '1', title: `${SECRET} obiettivo`, weight: '100', result: { kind: 'own', expected: `${SECRET} atteso` } },
    ],
  });
  await addPassage(arena.db, by, sheet, { passage: 'object', stage: 'objected', text: `${SECRET} obiezione` });
  await addPassage(arena.db, by, sheet, { passage: 'assign', stage: 'assigned', text: `${SECRET} risposta` });
  await addPassage(arena.db, by, sheet, {
    passage: 'evaluate',
    stage: 'evaluated',
    judgements: [{ of: 'qualita', value: 'parziale', sentence: `${SECRET} giudizio` }],
  });
  await addPassage(arena.db, by, sheet, { passage: 'observe', stage: 'observed', text: `${SECRET} osservazioni` });
  await appendLog(arena.db, {
    key: 'scheda-osservata',
    at: arena.now,
    actor: 'ines.baldacchini',
    action: 'sheet-observe',
    subject: `ccms/2016/scheda/${sheet}`,
    detail: {},
  });
}

/** Documents and their drafts: the Piano names the objectives of the dirigenti (D.Lgs. 150/2009, art. 10), never what they are measured by. */
const OF_DOCUMENTS = /\/documenti\/|\/adempimento\/documento\//;

/** Where something says what it should not; undefined when it does not. */
function leakIn(path: string, said: string): string | undefined {
  const unsaid = OF_DOCUMENTS.test(path) ? codes.filter((code) => /-\d\d$/.test(code)) : codes;
  const word = new RegExp(`(?<![\\w.-])(?:${unsaid.join('|')})(?![\\w])|${SECRET}`);
  const at = word.exec(said)?.index;
  return at === undefined ? undefined : said.slice(Math.max(0, at - 60), at + 40).replace(/\s+/g, ' ');
}

async function leaksFor(ask: Ask): Promise<readonly string[]> {
  const found: string[] = [];
  let pages = 0;
  for await (const { path, said } of visited(ask)) {
    pages += 1;
    const leak = leakIn(path, said);
    if (leak !== undefined) found.push(`${path}: …${leak}…`);
  }
  // Who came to little has proved little.
  expect(pages).toBeGreaterThan(300);
  return found;
}

describe('what concerns single persons’ results', { timeout: PATIENCE_MS }, () => {
  test.each(['reader', 'recorder', 'administrator', 'officer'] as const)(
    'is nowhere %s can come to, page or file',
    async (as: Sort) => {
      expect(await leaksFor((path) => arena.ask(path, { as }))).toEqual([]);
    },
  );

  test('is nowhere who only looks at a rehearsal can come to', async () => {
    const register = { db: arena.db, schema: arena.run.ref.space, close: async () => undefined };
    const parts = { ...consoleParts(), register, clock: () => arena.now, log: { line: () => undefined } };
    const visiting = createConsole({ ...parts, rehearsal: true });
    try {
      expect(await leaksFor(async (path) => visiting.app.request(path))).toEqual([]);
    } finally {
      visiting.stop();
    }
  });

  test('is found by who may see it: the log of the step, and the register', async () => {
    for (const as of ['steering', 'oiv'] as const) {
      for (const path of ['/cicli/ccms/2016/attivita/monitoraggio-2', '/cicli/ccms/2016/registro']) {
        expect([as, path, await (await arena.ask(path, { as })).text()]).toEqual([
          as,
          path,
          expect.stringContaining(SECRET),
        ]);
      }
    }
  });

  test('is at no address of a sheet, page, form, file or call, for who is nothing to it, and with what is guessed neither', async () => {
    const below = ['', ...Object.values(PASSAGE_PATHS), 'scheda.pdf'].map((path) => (path === '' ? '' : `/${path}`));
    for (const as of ['reader', 'recorder', 'administrator', 'officer'] as const)
      for (const path of below) {
        const [there, missing] = await Promise.all(
          [sheet, 99_999].map((id) => arena.ask(`/cicli/ccms/2016/valutazioni/${id}${path}`, { as })),
        );
        expect([as, path, there?.status, missing?.status]).toEqual([as, path, 404, 404]);
        // The same words, but for the numbers.
        const texts = await Promise.all(
          [there, missing].map(async (answer) => textOf((await answer?.text()) ?? '').replaceAll(/\d+/g, '')),
        );
        expect(texts[0]).toBe(texts[1]);
      }
    for (const as of SORTS) {
      const headers = { authorization: `Bearer ${arena.token(as)}` };
      for (const path of ['/sheets', `/sheets/${sheet}`]) {
        const answer = await arena.ask(`/api/v1/cycles/ccms/2016${path}`, { headers });
        expect([as, path, leakIn(path, await answer.text())]).toEqual([as, path, undefined]);
      }
    }
  });

  test.each(['reader', 'recorder', 'administrator', 'officer', 'stranger'] as const)(
    'is read by no call of the API with a token of %s that is for everything',
    async (as: Sort) => {
      const [person = '', host = ''] = PEOPLE[as].split('@');
      const entity = host === 'prova.example' ? 'prova' : 'ccms';
      const asked = { entity, person, title: 'attacco', issuedBy: person, days: 9, scopes: [...SCOPES] };
      const headers = { authorization: `Bearer ${(await issueToken(arena.db, asked)).secret}` };
      const api = (await (await arena.ask('/api/v1/openapi.json')).json()) as {
        paths: Record<string, { get?: object }>;
      };
      const reads = Object.entries(api.paths).flatMap(([path, { get }]) => (get === undefined ? [] : [path]));
      expect(reads.length).toBeGreaterThan(10);
      for (const path of reads) {
        for (const indicator of codes.slice(0, 2)) {
          const named: Record<string, string> = { ...NAMED, sheet: String(sheet), indicator };
          const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => named[name] ?? '1');
          const answer = await arena.ask(filled.startsWith('/api/') ? filled : `/api/v1${filled}`, { headers });
          expect([filled, answer.status < 500, leakIn(filled, await answer.text())]).toEqual([filled, true, undefined]);
          if (!path.includes('{indicator}')) break;
        }
      }
    },
  );

  test('is in no calendar, in nothing the processes say of themselves, and in nothing that went to a workflow', async () => {
    const calendar = await arena.ask('/enti/ccms/calendario.ics', { as: 'reader' });
    expect([calendar.status, leakIn('', await calendar.text())]).toEqual([200, undefined]);
    for (const as of SORTS) {
      const page = await (await arena.ask('/enti/ccms/calendario', { as })).text();
      const feeds = [...page.matchAll(/https?:\/\/[^"<\s]+\.ics/g)].map(([address]) => new URL(address).pathname);
      for (const path of feeds) expect([as, leakIn('', await (await arena.ask(path)).text())]).toEqual([as, undefined]);
    }
    expect(leakIn('', [...arena.told, JSON.stringify(arena.reached)].join('\n'))).toBeUndefined();
  });

  test('is in no document that is written when somebody asks for it', async () => {
    const sources = { db: arena.db, bodies: bodiesOnFile() };
    for (const kind of ['pira', 'dossier', 'rpp', 'preventivo', 'budget', 'relazione'] as const) {
      const said = JSON.stringify(await currentContent(sources, arena.run.ref, kind, arena.now));
      expect([kind, leakIn('/documenti/', said)]).toEqual([kind, undefined]);
    }
  });

  test('is in no mail about it, whoever it is for', async () => {
    await planEvaluationNotices(arena.db, { domain: 'ccms.example', consoleUrl: CONSOLE_URL }, { now: arena.now });
    const rows = await arena.db.selectFrom('notices').select('message').where('kind', '=', 'evaluation').execute();
    expect(rows.length).toBeGreaterThan(0);
    for (const { message } of rows) {
      // The ledger holds what it was given: the data of a message.
      const { subject, text, html } = renderMessage(message as Message);
      expect(leakIn('', [JSON.stringify(message), subject, text, html].join('\n'))).toBeUndefined();
    }
  });

  test('leaves the rest of the lines that mention it where they are', async () => {
    const page = textOf(await (await arena.ask('/cicli/ccms/2016/attivita/monitoraggio-2', { as: 'reader' })).text());
    expect(page).toContain('(omesso: riguarda risultati individuali)');
    const file = await arena.ask('/cicli/ccms/2016/registro/registro.csv', { as: 'administrator' });
    expect(await file.text()).toContain('""indicators"":[""1.1.1-01""]');
  });

  test('is written only to who answers for it, stands above them, or checks', async () => {
    const mails = await readMailbox(arena.run.mailboxDir);
    expect(mails.length).toBeGreaterThan(50);
    const told = new Set<string>();
    for (const mail of mails) {
      const files = await Promise.all(mail.attachments.map((part) => saidBy(part.bytes)));
      if (leakIn('', [mail.subject, mail.text ?? '', mail.html ?? '', ...files].join('\n')) === undefined) continue;
      for (const to of mail.to) told.add(to.address);
    }
    expect([...told].sort()).toEqual(MAY_BE_TOLD.filter((address) => told.has(address)));
  });

  test.each(['reader', 'administrator', 'officer', 'steering', 'oiv'] as const)(
    'is not read by a program with the usual token of %s',
    async (as: Sort) => {
      const headers = { authorization: `Bearer ${arena.token(as)}` };
      for (const path of ['/scorecard', '/steps', '/checkpoints/monitoraggio-1/assessment']) {
        const answer = await arena.ask(`/api/v1/cycles/ccms/2016${path}`, { headers });
        expect([path, answer.status, leakIn(path, await answer.text())]).toEqual([path, 200, undefined]);
      }
    },
  );
});

/** The Segretario Generale the objectives are of, who steers, the OIV. */
const MAY_BE_TOLD = [
  'guglielmo.tarasconi@ccms.example',
  'ottavia.brandini@ccms.example',
  'zeno.bragadini@ccms.example',
];
