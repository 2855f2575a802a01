import { afterEach, expect, test, vi } from 'vitest';
import { beginSession, issueSignInLink, readSignInLink, sessionOf } from '../../src/register/sessions.js';
import { issueToken, tokenOf } from '../../src/register/tokens.js';
import { aRegister } from './register.js';

const register = aRegister();
const EMAIL = 'ida@prova.example';

afterEach(() => vi.useRealTimers());

const ONE_HOUR_MS = 3_600_000;
/** A process whose clock differs from the database's. */
const clockWrongBy = (ms: number): void => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });
};
const lastUsedMinutesAgo = (minutes: number) =>
  register.owner.query('update sessions set seen_at = now() - make_interval(mins => $1)', [minutes]);

test.each([
  ['an hour behind', -ONE_HOUR_MS],
  ['an hour ahead', ONE_HOUR_MS],
])('a process whose clock is %s ends nobody’s session by using it', async (_, ms) => {
  const secret = await beginSession(register.db, EMAIL, 'mail', 10);
  await lastUsedMinutesAgo(5);
  clockWrongBy(ms);
  expect(await sessionOf(register.db, secret)).toEqual({ email: EMAIL, means: 'mail' });
  vi.useRealTimers();
  expect(await sessionOf(register.db, secret)).toEqual({ email: EMAIL, means: 'mail' });
  await lastUsedMinutesAgo(61);
  expect(await sessionOf(register.db, secret)).toBeUndefined();
});

test('what a process whose clock is an hour behind issues lasts as long as it says', async () => {
  await register.owner.query(`
    insert into entities (id, name, seat, data) values ('prova', 'Prova', 'Carrara', '{}');
    insert into people (entity, id, name, email) values ('prova', 'ida', 'Ida', '${EMAIL}')`);
  clockWrongBy(-ONE_HOUR_MS);
  const link = await issueSignInLink(register.db, EMAIL, 15);
  const session = await beginSession(register.db, EMAIL, 'mail', 1);
  const token = await issueToken(register.db, {
    entity: 'prova',
    person: 'ida',
    title: 'prova',
    days: 1,
    issuedBy: 'ida',
  });
  vi.useRealTimers();
  expect(await readSignInLink(register.db, link)).toBe(EMAIL);
  expect(await sessionOf(register.db, session)).toBeDefined();
  expect(await tokenOf(register.db, token.secret)).toBeDefined();
  const { rows } = await register.owner.query(
    `select expires_at between now() + interval '23 hours' and now() + interval '25 hours' as fits from api_tokens`,
  );
  expect(rows).toEqual([{ fits: true }]);
});
