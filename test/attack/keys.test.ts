import { base64url, SignJWT, UnsecuredJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { createInvitations } from '../../src/access/invitations.js';
import { invitationsOf, takeBackInvitation } from '../../src/register/invitations.js';
import { CONSOLE_URL, TEST_SECRET } from '../client/pages/parts.js';
import { type Arena, anArena } from './arena.js';

const arena: Arena = anArena();
const OFFICER = { cycle: 'ccms/2016', step: 'monitoraggio-1', entity: 'ccms', person: 'lidia.fornasetti' };
const key = new TextEncoder().encode(TEST_SECRET);
const other = new TextEncoder().encode('another secret, of another installation');

let good = '';
let claims: Readonly<Record<string, unknown>> = {};

beforeAll(async () => {
  good = await linkOf(OFFICER);
  // Of our own making, just now.
  claims = JSON.parse(Buffer.from(good.split('.')[1] ?? '', 'base64url').toString('utf8'));
});

async function linkOf(invited: typeof OFFICER): Promise<string> {
  const [link] = await createInvitations(TEST_SECRET, CONSOLE_URL).links(arena.db, [invited], '2016-05-20', arena.now);
  return link?.split('/').at(-1) ?? '';
}

const signed = (change: Readonly<Record<string, unknown>>, secret: Uint8Array = key, alg = 'HS256'): Promise<string> =>
  new SignJWT({ ...claims, ...change }).setProtectedHeader({ alg }).sign(secret);

const swapped = (part: 0 | 1 | 2, with_: string): string =>
  good
    .split('.')
    .map((one, i) => (i === part ? with_ : one))
    .join('.');

const FORGED: Readonly<Record<string, () => string | Promise<string>>> = {
  'cut short': () => good.slice(0, -4),
  'cut to its first two parts': () => good.split('.').slice(0, 2).join('.'),
  'with a part more': () => `${good}.x`,
  'with another last letter': () => `${good.slice(0, -2)}${good.endsWith('AA') ? 'BB' : 'AA'}`,
  'without a signature': () => swapped(2, ''),
  'with another body': () =>
    swapped(1, base64url.encode(JSON.stringify({ ...claims, sub: 'ccms/guglielmo.tarasconi' }))),
  'with a body that is no JSON': () => swapped(1, base64url.encode('{')),
  'with a head that is no JSON': () => swapped(0, base64url.encode('nulla')),
  'unsigned, alg none': () => new UnsecuredJWT({ ...claims }).encode(),
  'unsigned, alg None': () => `${base64url.encode(JSON.stringify({ alg: 'None' }))}.${good.split('.')[1]}.`,
  'unsigned, alg none, old signature': () => swapped(0, base64url.encode(JSON.stringify({ alg: 'none' }))),
  'signed with HS512': () => signed({}, key, 'HS512'),
  'signed with another secret': () => signed({}, other),
  'signed with no secret': () => signed({}, new Uint8Array(32)),
  'for another purpose': () => signed({ aud: 'oidc' }),
  'for no purpose': () => signed({ aud: undefined }),
  'of somebody else': () => signed({ sub: 'ccms/guglielmo.tarasconi' }),
  'of nobody': () => signed({ sub: undefined }),
  'of another body': () => signed({ sub: 'prova/lidia.fornasetti' }),
  'without an id': () => signed({ jti: undefined }),
  'with an id that is not on record': () => signed({ jti: 'inventato' }),
  'with an id of SQL': () => signed({ jti: "' or '1'='1" }),
  'with an id with a null character': () => signed({ jti: 'a\0b' }),
  'with an empty id': () => signed({ jti: '' }),
  'with a critical header it does not know': () =>
    swapped(0, base64url.encode(JSON.stringify({ alg: 'HS256', crit: ['x'], x: 1 }))),
  'pointing to a key elsewhere': () =>
    swapped(
      0,
      base64url.encode(JSON.stringify({ alg: 'HS256', jku: 'https://altrove.example/k', kid: '../../dev/null' })),
    ),
  'a word': () => 'apriti',
  'a path': () => '..%2f..%2fetc%2fpasswd',
  'a null character': () => '%00',
  'half a character': () => '%ED%A0%80',
  SQL: () => "'%20or%20'1'%3D'1",
  'very long': () => 'A'.repeat(6_000),
  'a session’s secret': () => arena.cookie('steering').split('=')[1] ?? '',
  'a token of the API': () => arena.token('steering'),
};

describe('a link that is not ours opens nothing', () => {
  test('while ours does', async () => {
    expect((await arena.ask(`/adempimento/${good}`)).status).toBe(200);
  });

  test.each(Object.keys(FORGED))('%s', async (name) => {
    const token = (await FORGED[name]?.()) ?? '';
    const said = await arena.refused(`/adempimento/${token}`, {}, 404);
    expect(said).not.toContain('Fornasetti');
    await arena.refused(`/adempimento/${token}`, { fields: { azione: 'invia' } }, 404);
    await arena.refused(`/adempimento/${token}/foglio`, {}, 404);
  });
});

describe('a link of ours', () => {
  test('that has expired opens nothing, whatever its register says', async () => {
    const old = await signed({ exp: 1_451_606_400 });
    expect(await arena.refused(`/adempimento/${old}`, {}, 410)).toContain('scaduto');
    await arena.refused(`/adempimento/${old}`, { fields: { azione: 'invia' } }, 410);
  });

  test('that was revoked opens nothing', async () => {
    const invited = { ...OFFICER, person: 'ines.baldacchini' };
    const token = await linkOf(invited);
    expect((await arena.ask(`/adempimento/${token}`)).status).toBe(200);
    for (const one of await invitationsOf(arena.db, invited.cycle, invited.step)) {
      if (one.person !== invited.person) continue;
      await takeBackInvitation(arena.db, one.id, { by: 'guglielmo.tarasconi', reason: 'prova', at: arena.now });
    }
    expect(await arena.refused(`/adempimento/${token}`, {}, 410)).toContain('revocato');
    for (const below of ['', '/calcola', '/foglio', '/azioni']) {
      await arena.refused(`/adempimento/${token}${below}`, { fields: { azione: 'invia' } }, 410);
    }
  });

  test('for an absent person who is back opens nothing', async () => {
    const [link] = await createInvitations(TEST_SECRET, CONSOLE_URL).links(
      arena.db,
      [{ ...OFFICER, person: 'zeno.bragadini', actingFor: 'lidia.fornasetti' } as typeof OFFICER],
      '2016-05-20',
      arena.now,
    );
    await arena.refused(new URL(link ?? '').pathname, {}, 403);
  });

  test('for a person to whom nothing is asked at that step opens nothing', async () => {
    await arena.refused(`/adempimento/${await linkOf({ ...OFFICER, person: 'zeno.bragadini' })}`, {}, 403);
  });

  test('only shows when it is looked at, by whatever looks', async () => {
    const before = await arena.fingerprint();
    for (const method of ['GET', 'HEAD']) {
      for (const below of [
        '',
        '/foglio',
        '/ricevuta/1',
        '/allegati/x',
        '/calcola',
        '/azioni',
        '?azione=invia',
        '/decisione',
      ]) {
        await arena.ask(`/adempimento/${good}${below}`, { method });
      }
    }
    expect(await arena.fingerprint()).toBe(before);
  });

  test('does not open the pages of who has signed in', async () => {
    const headers = { cookie: `ciclo_sessione=${good}`, authorization: `Bearer ${good}` };
    for (const path of ['/cicli/ccms/2016', '/enti/ccms/accessi', '/posta']) {
      expect((await arena.ask(path, { headers })).status).toBe(303);
    }
    expect((await arena.ask('/api/v1/me', { headers })).status).toBe(401);
  });
});

describe('sessions', () => {
  test.each([
    ['made up', 'A'.repeat(43)],
    ['empty', ''],
    ['SQL', "'%20or%20'1'='1"],
    ['very long', 'A'.repeat(4_000)],
    ['a null character', '%00'],
    ['somebody’s address', 'guglielmo.tarasconi@ccms.example'],
  ])('%s is nobody’s', async (_what, value) => {
    const headers = { cookie: `ciclo_sessione=${value}` };
    await arena.refused('/enti/ccms/accessi', { headers }, 303);
    // What was typed is kept on a page that leads to signing in: nothing of it is done.
    await arena.refused('/enti/ccms/accessi/gettoni', { headers, fields: { titolo: 'x' } }, 401);
  });

  test('expired, ended, or of somebody who left, is nobody’s', async () => {
    const cookie = arena.cookie('head');
    const hash = `encode(sha256('${cookie.split('=')[1]}'), 'hex')`;
    for (const [spoil, mend] of [
      [
        `update sessions set expires_at = now() - interval '1 second' where hash = ${hash}`,
        `update sessions set expires_at = now() + interval '1 hour' where hash = ${hash}`,
      ],
      [
        `update sessions set ended_at = now() where hash = ${hash}`,
        `update sessions set ended_at = null where hash = ${hash}`,
      ],
    ] as const) {
      await arena.owner.query(spoil);
      await arena.refused('/cicli/ccms/2016', { as: 'head' }, 303);
      await arena.owner.query(mend);
      expect((await arena.ask('/cicli/ccms/2016', { as: 'head' })).status).toBe(200);
    }
    await arena.owner.query(`update people set active = false where id = 'ottavia.brandini'`);
    await arena.refused('/cicli/ccms/2016', { as: 'head' }, 404);
    await arena.owner.query(`update people set active = true where id = 'ottavia.brandini'`);
  });
});

describe('sign-in links', () => {
  test.each(['A'.repeat(43), '%00', "'%20or%20'1'='1", '..%2f..', 'A'.repeat(5_000), '%ED%A0%80'])(
    '%s lets nobody in',
    async (secret) => {
      await arena.refused(`/accesso/collegamento/${secret}`, {}, 410);
      await arena.refused(`/accesso/collegamento/${secret}`, { fields: {} }, 410);
    },
  );
});
