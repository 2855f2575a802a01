import { expect, test } from 'vitest';
import { CAST_PATH, SIGN_OUT_PATH } from '../../../src/access/paths.js';
import type { Member } from '../../../src/client/rehearsal/cast/people.js';
import type { CastDeps } from '../../../src/client/rehearsal/cast/planned.js';
import { signedIn } from '../../../src/client/rehearsal/cast/visiting.js';

const ORIGIN = 'http://ciclo.example';
const NOEMI: Member = { entity: 'ccms', id: 'noemi', name: 'Noemi', email: 'noemi@ccms.example', roles: new Map() };

test('who finds that their session has ended signs in again, and not before', async () => {
  const sessions: string[] = [];
  const ended = new Set<string>();
  const visit: CastDeps['visit'] = async (address, request) => {
    const { pathname } = new URL(address);
    if (pathname === CAST_PATH && request.method === 'POST') {
      sessions.push(`s${sessions.length + 1}`);
      return new Response(null, { status: 303, headers: { location: '/mie', 'set-cookie': `s=${sessions.at(-1)}` } });
    }
    if (pathname === CAST_PATH)
      return new Response(
        `<form method="post" action="${CAST_PATH}"><input type="hidden" name="entity" value="ccms"/><input type="hidden" name="person" value="noemi"/></form>`,
      );
    const session = new Headers(request.headers).get('cookie')?.replace('s=', '');
    const known = session !== undefined && !ended.has(session);
    return new Response(
      known ? `<h1>Pagina</h1><form method="post" action="${SIGN_OUT_PATH}"></form>` : '<h1>Accesso</h1>',
    );
  };
  const deps = { visit, consoleUrl: ORIGIN } as CastDeps;
  const open = async () => (await signedIn(deps, NOEMI, '/enti/ccms')).page.heading;

  expect([await open(), await open()]).toEqual(['Pagina', 'Pagina']);
  expect(sessions).toEqual(['s1']);
  ended.add('s1');
  expect(await open()).toBe('Pagina');
  expect(sessions).toEqual(['s1', 's2']);
});
