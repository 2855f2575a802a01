import { connect, createServer, type Server } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { SESSION_COOKIE } from '../../../src/client/pages/kit/viewer.js';
import { createConsole } from '../../../src/client/system/app.js';
import { type ConsoleOptions, type RunningConsole, startConsole } from '../../../src/client/system/server.js';
import type { Instant } from '../../../src/domain/calendar/types.js';
import { EnvironmentError } from '../../../src/platform/errors.js';
import { openRegister } from '../../../src/register/database.js';
import { saveEntity } from '../../../src/register/entities.js';
import { appendLog } from '../../../src/register/log.js';
import { migrate } from '../../../src/register/migrate.js';
import { beginSession } from '../../../src/register/sessions.js';
import { aCycle, anEntity } from '../../register/fixtures.js';
import { aRegister } from '../../register/register.js';
import { freshDatabase } from '../../setup/database.js';
import { consoleParts } from '../pages/parts.js';
import { textOf } from '../pages/site.js';

const opened = aRegister();
const now: Instant = '2016-01-20T11:00:00Z';
const running: RunningConsole[] = [];
const blockers: Server[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((r) => r.stop()));
  await Promise.all(blockers.splice(0).map((b) => new Promise((done) => b.close(done))));
});

const register = () => ({ db: opened.db, schema: opened.schema, close: async () => undefined });

async function start(options: Partial<ConsoleOptions> = {}): Promise<RunningConsole> {
  const started = await startConsole({
    ...consoleParts(),
    port: 0,
    register: register(),
    clock: () => now,
    log: { line: () => undefined },
    ...options,
  });
  running.push(started);
  return started;
}

async function takenPort(): Promise<number> {
  const blocker = createServer();
  blockers.push(blocker);
  await new Promise<void>((done) => blocker.listen(0, '127.0.0.1', done));
  const address = blocker.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

describe('the console’s server', () => {
  test('takes any free port for 0 and answers there', async () => {
    const { url, port } = await start();
    expect(url).toBe(`http://127.0.0.1:${port}`);
    expect((await fetch(`${url}/salute`)).status).toBe(200);
  });

  test('refuses a port that is taken, with what to do', async () => {
    const port = await takenPort();
    const refusal = await start({ port }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(EnvironmentError);
    expect(String(refusal)).toContain(`La porta ${port} è già in uso`);
    expect(String(refusal)).toContain('scegliere un’altra porta');
  });

  test('refuses an address that is not this machine’s', async () => {
    await expect(start({ host: '192.0.2.1' })).rejects.toThrow('non appartiene a questo computer');
  });

  test('keeps no more connections than it says: one too many is closed with nothing read of it', async () => {
    const { port } = await start({ connections: 3 });
    const closed: boolean[] = [];
    const clients = await Promise.all(
      Array.from({ length: 5 }, async (_, i) => {
        const client = connect(port, '127.0.0.1');
        client.on('error', () => undefined);
        client.on('close', () => {
          closed[i] = true;
        });
        await new Promise((done) => client.once('connect', done));
        return client;
      }),
    );
    await new Promise((done) => setTimeout(done, 300));
    expect(closed.filter(Boolean)).toHaveLength(2);
    for (const client of clients) client.destroy();
  });

  test('stops at once, also with a page that follows the log', async () => {
    const cycle = await aCycle(opened.db, 'ferma');
    const console = await start();
    const following = await fetch(`${console.url}/cicli/${cycle}/eventi`);
    const before = Date.now();
    await console.stop();
    running.length = 0;
    expect(Date.now() - before).toBeLessThan(1_000);
    await following.body?.cancel().catch(() => undefined);
  });
});

describe('files', () => {
  test('of the library and of the console are served from here, kept for ever and compressed', async () => {
    const { app, stop } = createConsole({
      ...consoleParts(),
      register: register(),
      clock: () => now,
      log: { line: () => undefined },
    });
    const page = await (await app.request('/posta')).text();
    const files = [...page.matchAll(/(?:href|src)="(\/statico\/[^"#]+)/g)].map((m) => m[1] ?? '');
    expect(files.map((f) => f.split('/').at(-1)).sort()).toEqual(
      expect.arrayContaining([
        'bootstrap-italia.css',
        'console.css',
        'console.js',
        'sprites.svg',
        'titillium-400.woff2',
      ]),
    );
    for (const file of new Set(files)) {
      const answer = await app.request(file, { headers: { 'accept-encoding': 'gzip, br' } });
      expect([file, answer.status]).toEqual([file, 200]);
      expect(answer.headers.get('cache-control')).toContain('immutable');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('content-encoding')).toBe(file.endsWith('.woff2') ? null : 'gzip');
      const etag = answer.headers.get('etag') ?? '';
      expect((await app.request(file, { headers: { 'if-none-match': `W/${etag}` } })).status).toBe(304);
    }
    stop();
  });

  test('named by the style sheet are all there', async () => {
    const { app, stop } = createConsole({
      ...consoleParts(),
      register: register(),
      clock: () => now,
      log: { line: () => undefined },
    });
    const css = /\/statico\/[^"]+\/console\.css/.exec(await (await app.request('/posta')).text())?.[0] ?? '';
    const fonts = [...(await (await app.request(css)).text()).matchAll(/url\("?([a-z0-9-]+\.woff2)"?\)/g)].map(
      (m) => m[1],
    );
    expect(fonts.length).toBe(6);
    for (const font of fonts) expect((await app.request(css.replace('console.css', font ?? ''))).status).toBe(200);
    stop();
  });

  test('of an earlier version’s address are answered, but not kept', async () => {
    const { app, stop } = createConsole({
      ...consoleParts(),
      register: register(),
      clock: () => now,
      log: { line: () => undefined },
    });
    const answer = await app.request('/statico/000000000000/console.css');
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-cache']);
    expect((await app.request('/statico/000000000000/package.json')).status).toBe(404);
    stop();
  });
});

describe('an empty register', () => {
  test('says how the first cycle begins, and that there is no rehearsal’s mailbox', async () => {
    const database = await freshDatabase();
    const place = { url: database.url, schema: 'ciclo' };
    await migrate(place);
    const empty = await openRegister({ ...place, connections: 1, unsaid: 'every-body' });
    const { app, stop } = createConsole({
      ...consoleParts(),
      register: empty,
      clock: () => now,
      log: { line: () => undefined },
    });
    expect(textOf(await (await app.request('/')).text())).toContain('Nel registro non c’è ancora nessun ciclo');
    const mailbox = await app.request('/posta');
    expect([mailbox.status, textOf(await mailbox.text())]).toEqual([
      404,
      expect.stringContaining('spedisce la posta per davvero'),
    ]);
    stop();
    const without = createConsole({
      ...consoleParts(),
      register: empty,
      clock: () => now,
      log: { line: () => undefined },
      mailStays: true,
    });
    const said = textOf(await (await without.app.request('/posta')).text());
    expect(said).toContain('non arrivano a nessuno');
    expect(said).not.toContain('per davvero');
    without.stop();
    await empty.close();
    await database.drop();
  });
});

test('before its first cycle whoever is of a body finds where to say what it has already done, and to begin', async () => {
  const database = await freshDatabase();
  const place = { url: database.url, schema: 'ciclo' };
  await migrate(place);
  const begun = await openRegister({ ...place, connections: 1, unsaid: 'every-body' });
  await saveEntity(begun.db, anEntity());
  const { app, stop } = createConsole({
    ...consoleParts(),
    register: begun,
    clock: () => now,
    log: { line: () => undefined },
  });
  const cookie = `${SESSION_COOKIE}=${await beginSession(begun.db, 'carla@prova.example', 'mail', 1)}`;
  const link = 'href="/enti/prova/avvio"';
  expect(await (await app.request('/', { headers: { cookie } })).text()).toContain(link);
  expect(await (await app.request('/')).text()).not.toContain(link);
  stop();
  await begun.close();
  await database.drop();
});

describe('two cycles', () => {
  test('are listed on the first page, the latest first', async () => {
    await aCycle(opened.db, 'alfa');
    await aCycle(opened.db, 'beta');
    const { app, stop } = createConsole({
      ...consoleParts(),
      register: register(),
      clock: () => now,
      log: { line: () => undefined },
    });
    const answer = await app.request('/');
    expect(answer.status).toBe(200);
    const page = await answer.text();
    expect(page).toContain('href="/cicli/alfa/2016"');
    expect(page).toContain('href="/cicli/beta/2016"');
    stop();
  });
});

describe('a register out of reach', () => {
  async function broken() {
    const database = await freshDatabase();
    const place = { url: database.url, schema: 'ciclo' };
    await migrate(place);
    const gone = await openRegister({ ...place, connections: 1, unsaid: 'every-body' });
    await database.drop();
    const told: string[] = [];
    return {
      ...createConsole({
        ...consoleParts(),
        register: gone,
        clock: () => now,
        log: { line: (text) => void told.push(text) },
      }),
      told,
      gone,
    };
  }

  test('is told by the health check without saying why', async () => {
    const { app, stop, gone } = await broken();
    const answer = await app.request('/salute');
    expect([answer.status, await answer.json()]).toEqual([503, { stato: 'non disponibile', registro: 'non risponde' }]);
    stop();
    await gone.close();
  });

  test('gives a page that says so and when to come again, and the log the page with the reason', async () => {
    const { app, stop, told, gone } = await broken();
    const answer = await app.request('/cicli/ccms/2016');
    const page = textOf(await answer.text());
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30']);
    expect(page).toContain('La base dati non risponde');
    expect(told.join('\n')).toMatch(/il registro non risponde alla pagina \/cicli\/:entity\/:exercise \(.+\)/);
    expect(page).not.toMatch(/database|postgres|ECONN/i);
    stop();
    await gone.close();
  });

  test.each(['/richieste/SEGRETO', '/calendari/SEGRETO/mio.ics', '/accesso/collegamento/SEGRETO'])(
    'puts on record no link that lets people in: %s',
    async (path) => {
      const { app, stop, told, gone } = await broken();
      // A connection that was cut fails once by itself; with the next it is known that there is none.
      expect([500, 503]).toContain((await app.request(path)).status);
      expect(told.join('\n')).toMatch(/(errore [0-9a-f]{8} nella|il registro non risponde alla) pagina \//);
      expect(told.join('\n')).not.toContain('SEGRETO');
      stop();
      await gone.close();
    },
  );
});

describe('the events of a cycle', () => {
  test('tell where the log stands, and again when it grows', async () => {
    const cycle = await aCycle(opened.db, 'eventi');
    await appendLog(opened.db, { at: now, actor: 'sistema', action: 'prova', subject: 'prima', cycle });
    const { url } = await start();
    const aborter = new AbortController();
    const stream = await fetch(`${url}/cicli/${cycle}/eventi`, { signal: aborter.signal });
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    const events = eventsOf(stream);
    const first = (await events.next()).value;
    await appendLog(opened.db, { at: now, actor: 'sistema', action: 'prova', subject: 'seconda', cycle });
    const second = (await events.next()).value;
    expect(first?.event).toBe('registro');
    expect(Number(second?.data)).toBeGreaterThan(Number(first?.data));
    aborter.abort();
  });
});

async function* eventsOf(answer: Response): AsyncGenerator<{ readonly event: string; readonly data: string }> {
  let text = '';
  for await (const chunk of answer.body ?? []) {
    text += Buffer.from(chunk).toString('utf8');
    for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
      const fields = new Map(
        text
          .slice(0, end)
          .split('\n')
          .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
      );
      text = text.slice(end + 2);
      yield { event: fields.get('event') ?? '', data: fields.get('data') ?? '' };
    }
  }
}
