import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Source } from '../../../src/seeds/sources.js';
import { aSource, HASTY, reading } from './source.js';
import { gives, type SourceServer, startSourceServer } from './source-server.js';

const TOKEN = 'tok-4f9c2e71d8a6';
let server: SourceServer;
let other: SourceServer;
beforeAll(async () => {
  server = await startSourceServer();
  other = await startSourceServer();
});
afterAll(async () => {
  await server.close();
  await other.close();
});
beforeEach(() => {
  server.requests.length = 0;
  other.requests.length = 0;
});

const JSON_TYPE = 'application/json; charset=utf-8';
const json = (file: string, value = '$.valore'): Source => aSource({ kind: 'json', file, value });
const from = (source: Source, expected = {}): Promise<string> =>
  reading({ CICLO_SOURCE_PROVA_URL: `${server.url}/api`, CICLO_SOURCE_PROVA_TOKEN: TOKEN }, source, expected);

describe('JSON over HTTP', () => {
  test('gives the value at a JSONPath, asked for with the period and the token', async () => {
    server.answer(
      '/api/tempi?dal=2016-01-01&al=2016-04-30',
      gives(JSON_TYPE, '{"pratiche":[{"tipo":"x","giorni":6.5}]}'),
    );
    expect(await from(json('tempi?dal={from}&al={to}', '$.pratiche[?@.tipo == "x"].giorni'))).toBe(
      '{"kind":"number","value":"6.5"} ($.pratiche[?@.tipo == "x"].giorni: 6.5)',
    );
    expect(server.requests).toEqual([
      { path: '/api/tempi?dal=2016-01-01&al=2016-04-30', authorization: `Bearer ${TOKEN}` },
    ]);
  });

  test('gives the value at a JSON Pointer, and a ratio of two', async () => {
    server.answer('/api/quote', gives(JSON_TYPE, '{"a/b":{"si":17,"tutti":20}}'));
    expect(await from(json('quote', '/a~1b/si'))).toContain('"value":"17"');
    const ratio = aSource({
      kind: 'json',
      file: 'quote',
      value: { numerator: '/a~1b/si', denominator: '/a~1b/tutti' },
    });
    expect(await from(ratio)).toContain('"numerator":"17","denominator":"20"');
  });

  test.each<[string, string, Partial<Source>, string]>([
    ['a number with the noise of floats', '{"valore":0.30000000000000004}', {}, '"value":"0.3"'],
    ['a number as text, decimals after the point', '{"valore":"1234.567"}', {}, '"value":"1234.567"'],
    ['a text with decimals after the comma', '{"valore":"1.234,567"}', { decimals: 'comma' }, '"value":"1234.567"'],
    ['a share that is a percentage', '{"valore":0.825}', { unit: 'fraction' }, '"value":"82.5"'],
    ['a date', '{"valore":"2016-03-31"}', { unit: 'date' }, '"on":"2016-03-31"'],
    ['yes or no', '{"valore":true}', { unit: 'yes-no' }, '{"kind":"yes-no","value":true}'],
    ['a percentage for what is in euro', '{"valore":"12%"}', { unit: 'euro' }, 'ha un’altra unità di misura'],
    ['nothing', '{"valore":null}', {}, 'in «$.valore» non c’è nulla'],
    ['nothing there', '{"altro":1}', {}, 'in «$.valore» non c’è nulla'],
    ['a structure', '{"valore":{"a":1}}', {}, 'non c’è un valore ma una struttura'],
    ['words', '{"valore":"circa dieci"}', {}, '«circa dieci» non è un numero'],
    ['no JSON', '<html>', {}, 'la risposta non è JSON'],
    ['nothing at all', '', {}, 'la risposta è vuota'],
  ])('%s', async (_, body, rest, expected) => {
    server.answer('/api/v', gives(JSON_TYPE, body));
    expect(await from({ ...json('v'), ...rest })).toContain(expected);
  });

  test('nested without end is refused', async () => {
    server.answer('/api/v', gives(JSON_TYPE, `${'['.repeat(20_000)}1${']'.repeat(20_000)}`));
    expect(await from(json('v', '$..valore'))).toBe('la risposta ha troppi livelli, uno dentro l’altro');
  });

  test('of which the path finds two is refused', async () => {
    server.answer('/api/v', gives(JSON_TYPE, '{"valori":[1,2]}'));
    expect(await from(json('v', '$.valori[*]'))).toBe('in «$.valori[*]» ci sono 2 valori: ne serve uno');
  });
});

describe('a server', () => {
  test.each([
    [404, 'il server risponde 404: il dato non c’è', 1],
    [401, 'il server risponde 401: le credenziali della connessione non sono accettate', 1],
    [503, 'il server risponde 503: non è in servizio', 2],
  ])('that answers %i is told, and asked again only when it is in trouble', async (status, reason, requests) => {
    server.answer('/api/v', gives(JSON_TYPE, `token ${TOKEN}`, status));
    expect(await from(json('v'))).toBe(reason);
    expect(server.requests).toHaveLength(requests);
  });

  test('in trouble for a moment gives its value at the second attempt', async () => {
    let calls = 0;
    server.answer('/api/v', (request, response) => {
      calls += 1;
      gives(JSON_TYPE, '{"valore":3}', calls === 1 ? 500 : 200)(request, response);
    });
    expect(await from(json('v'))).toContain('"value":"3"');
  });

  test('that does not answer in time is left', async () => {
    server.answer('/api/v', () => undefined);
    expect(await from(json('v'))).toBe('il server non ha risposto entro 0.4 secondi');
    expect(server.requests).toHaveLength(HASTY.attempts);
  });

  test('that sends a byte now and then is left too', async () => {
    server.answer('/api/v', (_request, response) => {
      response.writeHead(200, { 'content-type': JSON_TYPE });
      const drip = setInterval(() => response.write(' '), 50);
      response.on('close', () => clearInterval(drip));
    });
    expect(await from(json('v'))).toBe('il server non ha risposto entro 0.4 secondi');
  });

  test('that sends too much is left, whether it says so or not, also in little compressed', async () => {
    const big = `{"valore":"${'9'.repeat(200_000)}"}`;
    server.answer('/api/v', gives(JSON_TYPE, big));
    expect(await from(json('v'))).toBe('la risposta supera i 0,1 MB');
    server.answer('/api/v', (_request, response) => {
      response.writeHead(200, { 'content-type': JSON_TYPE, 'content-encoding': 'gzip' }).end(gzipSync(big));
    });
    expect(await from(json('v'))).toBe('la risposta supera i 0,1 MB');
  });

  test('that sends a page where data are wanted is refused', async () => {
    server.answer('/api/v', gives('text/html', '<form>accedi</form>'));
    expect(await from(json('v'))).toBe('il server manda «text/html» invece di JSON');
    const csv = aSource({ kind: 'csv', file: 'v', value: 'x' });
    expect(await from(csv)).toBe('il server manda «text/html» invece di un file CSV');
  });

  test('that sends on to another is not followed: the token stays here', async () => {
    other.answer('/api/v', gives(JSON_TYPE, '{"valore":666}'));
    server.answer('/api/v', (_request, response) => response.writeHead(302, { location: `${other.url}/api/v` }).end());
    expect(await from(json('v'))).toBe('il server rimanda a un altro indirizzo, che per prudenza non si segue');
    expect(other.requests).toEqual([]);
  });

  test('that sends on within itself is followed, but not for ever', async () => {
    server.answer('/api/v', (_request, response) => response.writeHead(301, { location: '/api/w' }).end());
    server.answer('/api/w', gives(JSON_TYPE, '{"valore":4}'));
    expect(await from(json('v'))).toContain('"value":"4"');
    server.answer('/api/giro', (_request, response) => response.writeHead(302, { location: '/api/giro' }).end());
    expect(await from(json('giro'))).toBe('il server rimanda troppe volte da un indirizzo all’altro');
  });

  test('is not asked for what lies above the connection’s address', async () => {
    expect(await from(json('%2e%2e/segreti'))).toContain('è fuori dalla cartella della connessione');
    expect(server.requests).toEqual([]);
  });

  test('that is not there is told by its code', async () => {
    const gone = await startSourceServer();
    await gone.close();
    expect(await reading({ CICLO_SOURCE_PROVA_URL: gone.url }, json('v'))).toBe(
      'il server non si raggiunge (ECONNREFUSED)',
    );
  });

  test('that repeats the token has it struck out', async () => {
    server.answer('/api/v', gives(JSON_TYPE, JSON.stringify({ valore: `token ${TOKEN}` })));
    const told = await from(json('v'));
    expect(told).not.toContain(TOKEN.slice(0, 8));
    expect(told).toContain('non è un numero');
  });

  test('with user and password gets them as Basic, and messages never do', async () => {
    const url = server.url.replace('//', '//ciclo:p%40rola@');
    server.answer('/v', gives(JSON_TYPE, '{"valore":1}', 403));
    const told = await reading({ CICLO_SOURCE_PROVA_URL: url }, json('v'));
    expect(server.requests[0]?.authorization).toBe(`Basic ${Buffer.from('ciclo:p@rola').toString('base64')}`);
    expect(told).toBe('il server risponde 403: l’accesso non è consentito');
  });
});

test('a source whose connection is not configured, or of another kind, is told', async () => {
  expect(await reading({}, json('v'))).toBe('la connessione «prova» non è ancora configurata');
  expect(await reading({ CICLO_SOURCE_PROVA_URL: 'postgres://u:p@h/d' }, json('v'))).toContain(
    'non è del tipo che serve',
  );
});

describe('the encoding a server says', () => {
  const csv = (value: string): Source => aSource({ kind: 'csv', file: 'dati.csv', value });
  test.each<[string, Uint8Array, string]>([
    ['text/csv; charset=windows-1252', Buffer.from('citt\xe0 \x96 \x80\n3\n', 'latin1'), 'città – €'],
    ['text/csv;charset="ISO-8859-1"', Buffer.from('citt\xe0\n3\n', 'latin1'), 'città'],
    ['text/csv; charset=iso-8859-15', Buffer.from('\xa4\n3\n', 'latin1'), '€'],
    ['text/csv; header=present; charset=UTF-16LE', Buffer.from('città\n3\n', 'utf16le'), 'città'],
    ['text/csv; charset=utf-8', Buffer.from('\uFEFFcittà\n3\n'), 'città'],
    ['text/csv', Buffer.from('città\n3\n'), 'città'],
  ])('%s is what is read', async (type, bytes, heading) => {
    server.answer('/api/dati.csv', gives(type, bytes));
    expect(await from(csv(heading))).toBe(`{"kind":"number","value":"3"} (${heading}: 3)`);
  });

  test('that nobody knows, or that is not so, is refused', async () => {
    server.answer('/api/dati.csv', gives('text/csv; charset=klingon', 'x\n3\n'));
    expect(await from(csv('x'))).toBe('il testo non è in klingon');
    server.answer('/api/dati.csv', gives('text/csv; charset=utf-8', Buffer.from('citt\xe0\n3\n', 'latin1')));
    expect(await from(csv('città'))).toBe('il testo non è in utf-8');
  });

  test('of JSON counts too', async () => {
    const bytes = Buffer.from('{"citt\xe0":3}', 'latin1');
    server.answer('/api/dati', gives('application/json; charset=iso-8859-1', bytes));
    expect(await from(json('dati', '/città'))).toContain('"value":"3"');
  });
});
