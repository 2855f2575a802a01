import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { confirmToken } from '../../../src/register/token-requests.js';
import { issueToken, tokenOf } from '../../../src/register/tokens.js';
import { aCheckpoint } from '../../register/fixtures.js';
import { ciclo } from '../cli/terminal.js';
import { aDesk } from '../pages/access/desk.js';

const desk = aDesk();
const folder = mkdtempSync(join(tmpdir(), 'ciclo-invio-'));
let server: ServerType;
let url = '';

beforeAll(async () => {
  vi.stubEnv('DATABASE_URL', desk.url);
  await aCheckpoint(desk.db, 'prova/2016');
  server = createAdaptorServer({ fetch: desk.app.fetch });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  // Listening on TCP, it has a port.
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = 0;
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.close();
  rmSync(folder, { recursive: true });
});

const WHERE = ['--entity', 'prova', '--year', '2016', '--checkpoint', 'monitoraggio-1'];
const asCarla = () => ['submit', ...WHERE, '--space', desk.schema, '--person', 'carla'];
const file = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const latest = async () =>
  (
    await desk.owner.query(
      'select m.indicator, m.actual, m.note, s.channel from measurements m join submissions s on s.id = m.submission order by m.id desc limit 1',
    )
  ).rows[0];
const rows = async (): Promise<number> =>
  Number((await desk.owner.query('select count(*) from measurements')).rows[0]?.count);

describe('ciclo submit with the database', () => {
  test('takes values one by one, with their notes', async () => {
    const { code, out } = await ciclo(...asCarla(), '--value', 'A-1=12', '--note', 'A-1=fino a marzo');
    expect([code, out]).toEqual([0, expect.stringMatching(/^Registrati un valore \(A-1\): ricevuta n\. \d+\.\n$/)]);
    expect(await latest()).toEqual({
      indicator: 'A-1',
      actual: { kind: 'number', value: '12' },
      note: 'fino a marzo',
      channel: 'terminal',
    });
  });

  test('takes a JSON file and a CSV, and tells what became of them in JSON when asked', async () => {
    const json = await ciclo(...asCarla(), file('valori.json', '{"A-1": 13}'), '--json');
    expect([json.code, JSON.parse(json.out)]).toMatchObject([0, { ok: true, indicators: ['A-1'] }]);
    const csv = await ciclo(...asCarla(), file('valori.csv', 'Codice;Valore;Nota\nA-1;14;ok\n'));
    expect([csv.code, csv.err]).toEqual([0, '']);
    expect(await latest()).toMatchObject({ actual: { value: '14' }, note: 'ok' });
  });

  test('the same key counts once', async () => {
    const first = await ciclo(...asCarla(), '--value', 'A-1=15', '--key', 'x');
    const before = await rows();
    const again = await ciclo(...asCarla(), '--value', 'A-1=15', '--key', 'x');
    expect([again.code, again.out]).toEqual([0, first.out]);
    expect(await rows()).toBe(before);
  });

  test.each<[string, string[], number, string]>([
    ['a value that is none', ['--value', 'A-1=molti'], 1, 'A-1: '],
    ['an indicator of others', ['--value', 'A-2=sì'], 1, '«A-2» non è fra gli indicatori'],
    ['nothing', [], 2, 'Non c’è nulla da inviare'],
    ['no pair', ['--value', 'A-1'], 2, ''],
    ['a null character', ['--value', 'A-1=1\0'], 2, 'carattere'],
    ['a file there is not', ['manca.csv'], 2, 'manca.csv'],
    ['a person there is not', ['--value', 'A-1=1', '--person', 'zeno'], 1, '«zeno» non è tra le persone'],
  ])('%s is refused with its code, and nothing is recorded', async (_what, args, code, said) => {
    const before = await rows();
    const ended = await ciclo(...asCarla(), ...args);
    expect([ended.code, ended.err]).toEqual([code, expect.stringContaining(said)]);
    expect(await rows()).toBe(before);
  });

  test('a file that is no sheet, or no JSON, is refused', async () => {
    expect((await ciclo(...asCarla(), file('a.json', '{"A-1"'))).code).toBe(2);
    expect((await ciclo(...asCarla(), file('b.json', '[1]'))).code).toBe(2);
    expect((await ciclo(...asCarla(), file('c.xlsx', 'PK\x03\x04rotto'))).code).toBe(2);
  });

  test('an odd value is asked about, by hand or in a sheet, and sent with --confirm', async () => {
    const before = await rows();
    for (const odd of [['--value', 'A-1=400'], [file('insolito.csv', 'Codice;Valore\nA-1;400\n')]]) {
      const asked = await ciclo(...asCarla(), ...odd);
      expect([asked.code, asked.err]).toEqual([1, expect.stringContaining('è almeno dieci volte il target')]);
    }
    expect(await rows()).toBe(before);
    const sheet = file('giusto.csv', 'Codice;Valore\nA-1;400\n');
    expect(await ciclo(...asCarla(), sheet, '--confirm')).toMatchObject({ code: 0 });
    expect((await latest()).actual).toMatchObject({
      value: '400',
      confirmed: [expect.stringContaining('dieci volte')],
    });
    // What stands and was confirmed is not asked about again.
    expect(await ciclo(...asCarla(), '--value', 'A-1=400')).toMatchObject({ code: 0 });
  });

  test('of a sheet with a wrong row nothing is sent, or the rest when asked', async () => {
    const sheet = file('misto.csv', 'Codice;Valore\nA-1;16\nB-9;3\n');
    const before = await rows();
    const whole = await ciclo(...asCarla(), sheet);
    expect([whole.code, whole.err]).toEqual([1, expect.stringContaining('B-9')]);
    expect(await rows()).toBe(before);
    const part = await ciclo(...asCarla(), sheet, '--partial');
    expect([part.code, part.err]).toEqual([0, expect.stringContaining('B-9')]);
    expect(await rows()).toBe(before + 1);
  });
});

describe('ciclo submit over the API', () => {
  const over = (token: string) => ['submit', ...WHERE, '--url', url, '--token', token];
  const token = async (): Promise<string> =>
    (await issueToken(desk.db, { entity: 'prova', person: 'carla', title: 'prova', issuedBy: 'anna', days: 1 })).secret;

  test('sends values and sheets with a token', async () => {
    const mine = await token();
    expect(await ciclo(...over(mine), '--value', 'A-1=17')).toMatchObject({ code: 0, err: '' });
    expect(await latest()).toMatchObject({ actual: { value: '17' }, channel: 'api' });
    expect((await ciclo(...over(mine), file('api.csv', 'Codice;Valore\nA-1;18\n'))).code).toBe(0);
    expect(await latest()).toMatchObject({ actual: { value: '18' } });
  });

  test('says what the console refused', async () => {
    const mine = await token();
    const wrong = await ciclo(...over(mine), '--value', 'A-1=-1');
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('A-1: ')]);
    const sheet = await ciclo(...over(mine), file('api2.csv', 'Codice;Valore\nA-1;molti\n'));
    expect([sheet.code, sheet.err]).toEqual([1, expect.stringContaining('riga 2')]);
    const stranger = await ciclo(...over(`ciclo_${'A'.repeat(43)}`), '--value', 'A-1=1');
    expect([stranger.code, stranger.err]).toEqual([1, expect.stringContaining('gettone non esiste')]);
    expect((await ciclo(...over(mine).slice(0, -2), '--value', 'A-1=1')).code).toBe(2);
  });

  test('a console that is not there is code 3', async () => {
    const ended = await ciclo('submit', ...WHERE, '--url', 'http://127.0.0.1:9', '--token', 'x', '--value', 'A-1=1');
    expect([ended.code, ended.err]).toEqual([3, expect.stringContaining('non risponde')]);
  });
});

const NONE = { secret: '', reference: '' };

describe('ciclo token', () => {
  const place = () => ['--entity', 'prova', '--space', desk.schema];

  test('asks its person, lists and revokes', async () => {
    const asked = await ciclo(
      'token',
      'issue',
      ...place(),
      '--person',
      'carla',
      '--title',
      'Gestionale',
      '--days',
      '30',
      '--scopes',
      'read',
    );
    expect([asked.code, asked.out]).toEqual([0, expect.stringContaining('a Carla Prova arriva un messaggio')]);
    expect(asked.out).not.toMatch(/ciclo_/);
    expect((await ciclo('token', 'list', ...place())).out).not.toContain('Gestionale');
    const [mail] = (
      await desk.owner.query(
        `select to_address, message from notices where kind = 'token' and message ->> 'moment' = 'to-confirm'`,
      )
    ).rows;
    expect(mail).toMatchObject({ to_address: 'carla@prova.example', message: { moment: 'to-confirm' } });
    const { secret, reference } = (await confirmToken(desk.db, mail.message.link.split('/').at(-1)))?.token ?? NONE;
    expect(await tokenOf(desk.db, secret)).toMatchObject({
      person: 'carla',
      title: 'Gestionale',
      scopes: ['read'],
      issuedBy: expect.stringMatching(/^terminale:/),
    });
    const listed = await ciclo('token', 'list', ...place());
    expect(listed.out).toContain(`${reference}  valido    Carla Prova: Gestionale`);
    expect(listed.out).not.toContain(secret);
    expect(await ciclo('token', 'revoke', ...place(), reference)).toMatchObject({ code: 0 });
    expect(await tokenOf(desk.db, secret)).toBeUndefined();
    expect((await ciclo('token', 'list', ...place())).out).toContain('revocato');
    const log = await desk.owner.query(`select action, channel from log where action like 'token%' order by id`);
    expect(log.rows).toMatchObject([
      ...Array.from({ length: log.rows.length - 2 }, () => ({ action: 'token-used', channel: 'token' })),
      { action: 'token-requested', channel: 'command-line' },
      { action: 'token-revoked', channel: 'command-line' },
    ]);
  });

  test.each([
    ['a person there is not', ['issue', '--person', 'zeno', '--title', 'Prova'], 1],
    ['too many days', ['issue', '--person', 'carla', '--title', 'Prova', '--days', '9999'], 2],
    ['a scope there is not', ['issue', '--person', 'carla', '--title', 'Prova', '--scopes', 'read,tutto'], 2],
    [
      'deciding, where the rules refuse it,',
      ['issue', '--person', 'carla', '--title', 'Prova', '--scopes', 'decide'],
      1,
    ],
    ['a title of two lines', ['issue', '--person', 'carla', '--title', 'a\nb'], 2],
    ['a reference there is not', ['revoke', 'ffffffffffff'], 1],
    ['a reference that is a pattern', ['revoke', '%'], 1],
  ])('%s is refused', async (_what, args, code) => {
    const [verb = '', ...rest] = args;
    expect((await ciclo('token', verb, ...place(), ...rest)).code).toBe(code);
  });
});
