import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOidcSignIn, type OidcSignIn } from '../../../../src/access/oidc.js';
import { AFTER_SIGN_IN, OIDC_RETURN_PATH } from '../../../../src/access/paths.js';
import { CONSOLE_URL } from '../parts.js';
import { textOf } from '../site.js';
import { aDesk, cookieOf } from './desk.js';
import { startProvider, type TestProvider } from './provider.js';

const RETURN_URL = `${CONSOLE_URL}${OIDC_RETURN_PATH}`;
let provider: TestProvider;
let real: OidcSignIn;

beforeAll(async () => {
  provider = await startProvider(RETURN_URL);
  real = createOidcSignIn({ ...provider, returnUrl: RETURN_URL, secret: 'a secret that only the tests know' });
});
afterAll(() => provider.stop());

/** The provider has its port only once it runs. */
const oidc: OidcSignIn = {
  begin: (verso) => real.begin(verso),
  finish: (search, sealed) => real.finish(search, sealed),
};
const desk = aDesk({ signIn: { mail: false, oidc } });

/** Begins at our page: where the browser is sent, and the cookie it carries. */
async function begun(verso = '/cicli/prova/2016'): Promise<{ readonly to: string; readonly cookie: string }> {
  const answer = await desk.get(`/accesso/oidc?verso=${encodeURIComponent(verso)}`);
  expect(answer.status).toBe(302);
  return { to: answer.headers.get('location') ?? '', cookie: cookieOf(answer) };
}

const sessions = async (): Promise<number> =>
  Number((await desk.owner.query('select count(*) from sessions')).rows[0]?.count);

describe('signing in with the body’s own credentials', () => {
  test('goes to the provider with code, PKCE, state and nonce, and comes back where one was going', async () => {
    const { to, cookie } = await begun();
    const asked = new URL(to).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      redirect_uri: RETURN_URL,
      scope: 'openid email',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
    const back = await provider.signIn(to, 'anna@prova.example');
    const entered = await desk.get(back.pathname + back.search, cookie);
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/cicli/prova/2016']);
    const page = await desk.get('/cicli/prova/2016', cookieOf(entered));
    expect([page.status, textOf(await page.text())]).toEqual([200, expect.stringContaining('Anna Prova')]);
    const row = await desk.owner.query(`select means from sessions order by began_at desc limit 1`);
    expect(row.rows[0]?.means).toBe('oidc');
  });

  test('an answer is good once, and only in the browser that asked', async () => {
    const { to, cookie } = await begun();
    const back = await provider.signIn(to, 'anna@prova.example');
    const before = await sessions();
    const elsewhere = await desk.get(back.pathname + back.search);
    expect([elsewhere.status, textOf(await elsewhere.text())]).toEqual([
      403,
      expect.stringContaining('non corrisponde a una richiesta'),
    ]);
    const other = await begun();
    expect((await desk.get(back.pathname + back.search, other.cookie)).status).toBe(403);
    expect(await sessions()).toBe(before);
    expect((await desk.get(back.pathname + back.search, cookie)).status).toBe(303);
    const replayed = await desk.get(back.pathname + back.search, cookie);
    expect(replayed.status).toBe(403);
    expect(await sessions()).toBe(before + 1);
  });

  test.each([
    ['another state', (q: URLSearchParams) => q.set('state', 'x'.repeat(43))],
    ['no state', (q: URLSearchParams) => q.delete('state')],
    ['another issuer', (q: URLSearchParams) => q.set('iss', 'https://altrove.example')],
    ['a made-up code', (q: URLSearchParams) => q.set('code', 'inventato')],
    ['no code', (q: URLSearchParams) => q.delete('code')],
  ])('an answer with %s lets nobody in', async (_what, change) => {
    const { to, cookie } = await begun();
    const back = await provider.signIn(to, 'anna@prova.example');
    change(back.searchParams);
    const before = await sessions();
    const answer = await desk.get(back.pathname + back.search, cookie);
    expect(answer.status).toBe(403);
    expect(await sessions()).toBe(before);
  });

  test('an altered cookie lets nobody in', async () => {
    const { to, cookie } = await begun();
    const back = await provider.signIn(to, 'anna@prova.example');
    const altered = `${cookie.slice(0, -3)}${cookie.endsWith('AAA') ? 'BBB' : 'AAA'}`;
    expect((await desk.get(back.pathname + back.search, altered)).status).toBe(403);
  });

  test('an address the provider has not verified lets nobody in', async () => {
    const { to, cookie } = await begun();
    const back = await provider.signIn(to, 'dubbio@prova.example');
    const answer = await desk.get(back.pathname + back.search, cookie);
    expect([answer.status, textOf(await answer.text())]).toEqual([403, expect.stringContaining('non garantisce')]);
  });

  test('who is not on record is not let in', async () => {
    const { to, cookie } = await begun();
    const back = await provider.signIn(to, 'ospite@altrove.example');
    const before = await sessions();
    const answer = await desk.get(back.pathname + back.search, cookie);
    expect([answer.status, textOf(await answer.text())]).toEqual([
      403,
      expect.stringContaining('non è registrata nessuna persona'),
    ]);
    expect(await sessions()).toBe(before);
  });

  test('who gives up at the provider is told so', async () => {
    const { to, cookie } = await begun();
    const back = await provider.giveUp(to);
    expect(back.searchParams.get('error')).toBe('access_denied');
    const answer = await desk.get(back.pathname + back.search, cookie);
    expect([answer.status, textOf(await answer.text())]).toEqual([403, expect.stringContaining('non ha confermato')]);
  });

  test('never leads to another site afterwards', async () => {
    const { to, cookie } = await begun('//altrove.example');
    const back = await provider.signIn(to, 'anna@prova.example');
    expect((await desk.get(back.pathname + back.search, cookie)).headers.get('location')).toBe(AFTER_SIGN_IN);
  });
});

describe('with links turned off', () => {
  test('the page offers the provider alone, and a link can not be asked for', async () => {
    const page = await (await desk.get('/accesso')).text();
    expect(page).toContain('href="/accesso/oidc?verso=%2Fmie');
    expect(page).not.toContain('name="email"');
    expect((await desk.post('/accesso', { email: 'anna@prova.example' })).status).toBe(404);
  });
});

describe('a provider that does not answer', () => {
  const silent = createOidcSignIn({
    issuer: 'http://127.0.0.1:9',
    clientId: 'ciclo',
    clientSecret: 'x',
    returnUrl: RETURN_URL,
    secret: 'y',
  });
  const waiting = aDesk({ signIn: { mail: true, oidc: silent } });

  test('is said, and links by mail still work', async () => {
    const answer = await waiting.get('/accesso/oidc');
    expect([answer.status, textOf(await answer.text())]).toEqual([502, expect.stringContaining('non risponde')]);
    expect(waiting.told.join('\n')).toContain('servizio di autenticazione ha risposto con un errore');
    expect((await waiting.post('/accesso', { email: 'anna@prova.example' })).status).toBe(303);
  });
});
