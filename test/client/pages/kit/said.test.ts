import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { onlyOurWords } from '../../../../src/client/pages/kit/said.js';
import { testInvitations } from '../parts.js';

const app = new Hono();
app.use(onlyOurWords({ invitations: testInvitations() }));
app.get('/pagina', (c) => c.text(c.req.query('fatto') ?? 'niente'));
app.get('/altra', (c) => c.text(c.req.query('fatto') ?? 'niente'));
app.post('/atto', (c) => c.redirect(`/pagina?vista=1&fatto=${encodeURIComponent('Il termine è prorogato.')}#su`, 303));
app.post('/nome', (c) => c.redirect('/pagina?fatto=bozza', 303));

const locationOf = async (path: string, method = 'GET') =>
  (await app.request(path, { method })).headers.get('location') ?? '';

describe('what a page says was done before it', () => {
  test('is what the act has said', async () => {
    const to = await locationOf('/atto', 'POST');
    expect(to).toMatch(/^\/pagina\?vista=1&fatto=[^&]+&sigillo=[\w-]{22}#su$/);
    expect(await (await app.request(to)).text()).toBe('Il termine è prorogato.');
  });

  test('is nothing that somebody else put in the address', async () => {
    const forged = '/pagina?vista=1&fatto=Chiami%20subito%20il%20numero%20899';
    expect(await locationOf(forged)).toBe('/pagina?vista=1');
    expect(await locationOf(`${forged}&sigillo=AAAAAAAAAAAAAAAAAAAAAA`)).toBe('/pagina?vista=1');
  });

  test('is not what another page has said, nor what has been changed since', async () => {
    const to = await locationOf('/atto', 'POST');
    expect(await locationOf(to.replace('/pagina', '/altra'))).toBe('/altra?vista=1');
    expect(await locationOf(to.replace('prorogato', 'scaduto'))).toBe('/pagina?vista=1');
  });

  test('may be a short name that the page has words for', async () => {
    expect(await locationOf('/nome', 'POST')).toBe('/pagina?fatto=bozza');
    expect(await (await app.request('/pagina?fatto=bozza')).text()).toBe('bozza');
  });
});
