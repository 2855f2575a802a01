import { beforeAll, describe, expect, test } from 'vitest';
import { CARRIED, CHANNELS, SHEET_PARTS, SIGHT } from '../../src/access/individual-sight.js';
import { sheetInSight, sheetsInSight } from '../../src/access/sheets-in-sight.js';
import type { Passage } from '../../src/domain/individual/stages.js';
import type { SheetStage } from '../../src/domain/individual/types.js';
import { SCOPES } from '../../src/domain/token.js';
import { logFound, WHOLE_LOG } from '../../src/register/reading/log-page.js';
import { addPassage, addSheet, type NewPassage } from '../../src/register/sheets.js';
import { issueToken } from '../../src/register/tokens.js';
import { type Ask, saidBy, visited } from '../attack/visited.js';
import { aDesk, NOW } from '../client/pages/access/desk.js';
import { evaluatingCycle } from '../register/individual-fixture.js';

const desk = aDesk();
let cycle: string;
let sheet: number;

/** What only one part of the sheet says. */
const SAYS = {
  objectives: 'OBIETTIVO-RISERVATO',
  talks: 'COLLOQUIO-RISERVATO',
  'self-evaluation': 'AUTOVALUTAZIONE-RISERVATA',
  evaluation: 'GIUDIZIO-RISERVATO',
  contest: 'OSSERVAZIONE-RISERVATA',
  score: 'FASCIA-RISERVATA',
  trace: 'TRACCIA-RISERVATA',
} as const;

beforeAll(async () => {
  cycle = await evaluatingCycle(desk.db);
  const by = { actor: 'bruno', at: NOW, simulated: true } as const;
  sheet = await addSheet(desk.db, by, {
    cycle,
    person: 'carla',
    group: 'personale',
    from: '2016-01-01',
    to: '2016-12-31',
    evaluator: { kind: 'person', person: 'bruno' },
    objectives: [{ id: '1', title: SAYS.objectives, weight: '100', result: { kind: 'own', expected: '20' } }],
  });
  const made = async (passage: Passage, stage: SheetStage, rest: Partial<NewPassage> = {}) =>
    await addPassage(desk.db, by, sheet, { passage, stage, ...rest });
  await made('note-talk', 'talked', { text: SAYS.talks });
  await made('evaluate-self', 'self-evaluated', {
    judgements: [{ of: 'qualita', value: 'buono', sentence: SAYS['self-evaluation'] }],
  });
  await made('evaluate', 'evaluated', {
    judgements: [{ of: 'qualita', value: 'buono', sentence: SAYS.evaluation }],
    score: {
      parts: [
        { kind: 'behaviours', weight: '100', coverage: '100', lines: [{ of: 'x', title: SAYS.trace, weight: '1' }] },
      ],
      ...{ coverage: '100', worst: '80', best: '80', score: '80', days: 366, share: '100', pay: '75' },
      band: { id: SAYS.score, title: SAYS.score, pay: '75' },
    },
  });
  await made('observe', 'observed', { text: SAYS.contest });
});

/** Which parts a text says something of. */
const saidIn = (text: string): readonly string[] =>
  Object.entries(SAYS).flatMap(([part, word]) => (text.includes(word) ? [part] : []));

/** What each person of the chamber is to Carla's sheet, and so what they see. */
const ALL = SHEET_PARTS.filter((part) => part !== 'stage');
const SEES: readonly (readonly [person: string, as: string, parts: readonly string[] | undefined])[] = [
  ['carla', 'the person', ALL],
  ['bruno', 'who evaluates', ALL],
  ['anna', 'who is above', ['objectives', 'score', 'trace']],
  ['elena', 'the OIV', ['objectives', 'score', 'trace']],
  ['dario', 'controllo di gestione', ['objectives', 'score']],
  ['fabio', 'who holds conciliazioni, on a sheet where none was asked', undefined],
  ['gina', 'who administers, and records the Giunta', undefined],
  ['ivo', 'a colleague', undefined],
];

describe('who sees what of somebody’s evaluation', () => {
  test.each(SEES)('%s: %s', async (person, _, parts) => {
    const asking = { cycle, person, on: '2016-05-10' } as const;
    const seen = await sheetInSight(desk.db, asking, sheet);
    expect(seen && saidIn(JSON.stringify({ ...seen, parts: [] }))).toEqual(
      parts && ALL.filter((one) => parts.includes(one)),
    );
    expect((await sheetsInSight(desk.db, asking)).map(({ id }) => id)).toEqual(parts === undefined ? [] : [sheet]);
  });

  test('somebody of another body sees nothing', async () => {
    expect(await sheetInSight(desk.db, { cycle, person: 'nessuno', on: '2016-05-10' }, sheet)).toBeUndefined();
  });

  test('a sheet on which a second instance was asked is seen whole by who hears it', async () => {
    const by = { actor: 'carla', at: NOW, simulated: true } as const;
    const contested = await addSheet(desk.db, by, {
      ...{ cycle, person: 'ivo', group: 'personale', from: '2016-01-01', to: '2016-12-31' },
      evaluator: { kind: 'person', person: 'anna' },
      objectives: [],
    });
    const asking = { cycle, on: '2016-05-10' } as const;
    const partsOf = async (person: string) =>
      (await sheetInSight(desk.db, { ...asking, person }, contested))?.parts.size;
    expect([await partsOf('elena'), await partsOf('fabio')]).toEqual([SIGHT.oiv.length, undefined]);
    await addPassage(desk.db, by, contested, { passage: 'ask-second-instance', stage: 'second-instance' });
    expect([await partsOf('elena'), await partsOf('fabio')]).toEqual([SHEET_PARTS.length, undefined]);
    await addPassage(desk.db, by, contested, { passage: 'ask-conciliation', stage: 'conciliation' });
    expect(await partsOf('fabio')).toBe(SHEET_PARTS.length);
  });
});

describe('by the API', () => {
  async function call(person: string, path: string, scopes: readonly (typeof SCOPES)[number][] = SCOPES) {
    const asked = { entity: 'valuta', person, title: 'prova', issuedBy: person, days: 30, scopes };
    const { secret } = await issueToken(desk.db, asked);
    const answer = await desk.app.request(`/api/v1/cycles/valuta/2016/sheets${path}`, {
      headers: { authorization: `Bearer ${secret}` },
    });
    return { status: answer.status, text: await answer.text() };
  }

  test.each(SEES)('%s: %s', async (person, _, parts) => {
    const one = await call(person, `/${sheet}`);
    expect(one.status).toBe(parts === undefined ? 404 : 200);
    // The score is told, not what it was made from.
    expect(saidIn(one.text)).toEqual(ALL.filter((part) => part !== 'trace' && parts?.includes(part)));
    const list = await call(person, '');
    expect(list.status).toBe(200);
    expect(list.text.includes('"carla"')).toBe(parts !== undefined);
    expect(saidIn(list.text)).toEqual([]);
  });

  test('a sheet one may not see answers like one that is not there', async () => {
    expect(await call('ivo', `/${sheet}`)).toEqual(await call('ivo', '/99999'));
  });

  test('a token not made to read individual results reads none, whoever’s it is', async () => {
    expect((await call('carla', `/${sheet}`, ['read'])).status).toBe(403);
    expect((await call('dario', '', ['read', 'act'])).status).toBe(403);
  });
});

describe('by the pages', () => {
  const SHEETS = '/cicli/valuta/2016/valutazioni';
  const asking = async (person: string): Promise<Ask> => {
    const cookie = await desk.signedIn(`${person}@valuta.example`);
    return async (path) => await desk.get(path, cookie);
  };

  test.each(SEES)('%s: %s, sees on the sheet and in its document no part but their own', async (person, _, parts) => {
    const ask = await asking(person);
    for (const path of [`${SHEETS}/${sheet}`, `${SHEETS}/${sheet}/scheda.pdf`]) {
      const answer = await ask(path);
      expect([path, answer.status]).toEqual([path, parts === undefined ? 404 : 200]);
      const said = saidIn((await saidBy(new Uint8Array(await answer.arrayBuffer()))).replaceAll('\u00ad', ''));
      expect([path, said.filter((part) => parts?.includes(part) !== true)]).toEqual([path, []]);
      expect([path, said.includes('objectives')]).toEqual([path, parts !== undefined]);
    }
  });

  test.each(SEES)(
    '%s: %s, finds at any other address, page, export or file, the score in a list at most',
    async (person, _, parts) => {
      const found: string[] = [];
      let pages = 0;
      for await (const { path, said } of visited(await asking(person), 'valuta')) {
        pages += 1;
        if (path.startsWith(`${SHEETS}/${sheet}`)) continue;
        const listed = path.split('?')[0] === SHEETS && parts?.includes('score') === true ? ['score'] : [];
        if (saidIn(said).some((part) => !listed.includes(part))) found.push(path);
      }
      expect(found).toEqual([]);
      expect(pages).toBeGreaterThan(20);
    },
  );
});

describe('by the other ways', () => {
  test('every way says what it carries', () => {
    expect(CHANNELS.map((channel) => [channel, CARRIED[channel]])).toEqual([
      ['page', 'sight'],
      ['api', 'sight'],
      ['document', 'sight'],
      ['export', 'nothing'],
      ['site', 'aggregate'],
      ['mail', 'number'],
      ['log', 'number'],
      ['temporal', 'nothing'],
      ['backup', 'all'],
    ]);
  });

  test('the log of the cycle that is read and taken away has nothing of a sheet, even for who sees everything', async () => {
    const lines = await logFound(desk.db, { cycle, hidden: [] }, WHOLE_LOG);
    expect(JSON.stringify(lines)).not.toMatch(/RISERVAT|scheda|sheet/);
  });

  test('no table but those of evaluation holds a word of one', async () => {
    const { rows } = await desk.owner.query(
      `select c.relname as name from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
        and c.relname not like 'sheet%'`,
    );
    for (const { name } of rows) {
      const held = await desk.owner.query(`select to_jsonb(t)::text as row from ${name} t`);
      expect(JSON.stringify(held.rows), name).not.toMatch(/RISERVAT/);
    }
  });
});
