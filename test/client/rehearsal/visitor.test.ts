import { describe, expect, test } from 'vitest';
import { actFile } from '../../../src/client/rehearsal/cast/act-file.js';
import { readPage } from '../../../src/client/rehearsal/page.js';
import { createVisitor } from '../../../src/client/rehearsal/visitor.js';
import { readPdf } from '../../documents/read-pdf.js';

const PAGE = `<!doctype html><html><body><h1>Modulo &amp; dati</h1>
  <div role="alert"><ul><li><a href="#x">A-1: manca</a></li></ul></div><div role="status">Bozza salvata.</div>
  <form method="post" action="/adempimento/t/decisione" enctype="multipart/form-data">
    <input type="hidden" name="modulo" value="1"/><input type="hidden" name="i" value="a"/><input type="hidden" name="i" value="b"/>
    <small id="h">Dal 01/02/2016 al 03/02/2016</small><input name="data" value="" aria-describedby="h"/>
    <input type="radio" name="esito" value="approved"/><input type="radio" name="esito" value="rejected" checked=""/>
    <textarea name="nota">l&#39;atto</textarea><select name="s"><option value="">–</option><option value="x">X</option></select>
    <input type="file" name="atto"/><button name="azione" value="invia">Invia</button>
  </form></body></html>`;
const HERE = 'http://ciclo.example/adempimento/t';

describe('a page read without a browser', () => {
  const page = readPage(PAGE, `${HERE}?fatto=bozza`, 200);
  const form = page.formTo('/decisione');

  test('shows its heading, what is wrong, what has been done, and its forms by where they go', () => {
    expect(page.heading).toBe('Modulo & dati');
    expect(page.errors).toEqual(['A-1: manca']);
    expect(page.notice).toBe('Bozza salvata.');
    expect(page.formTo('/altro')).toBeUndefined();
    expect([...(form?.fields.values() ?? [])].map(({ name, kind, values }) => [name, kind, values])).toEqual([
      ['modulo', 'hidden', ['1']],
      ['i', 'hidden', ['a', 'b']],
      ['data', 'text', ['']],
      ['esito', 'choice', ['rejected']],
      ['nota', 'text', ["l'atto"]],
      ['s', 'list', ['']],
      ['atto', 'file', []],
    ]);
    expect(form?.fields.get('data')?.hint).toBe('Dal 01/02/2016 al 03/02/2016');
  });

  test('is sent whole, from its own origin, with the cookie it gave, and the answer’s redirect is followed', async () => {
    const asked: { address: string; method: string; headers: Headers; body: FormData | undefined }[] = [];
    const visitor = createVisitor(async (address, request) => {
      const body = request.body instanceof FormData ? request.body : undefined;
      asked.push({ address, method: request.method ?? 'GET', headers: new Headers(request.headers), body });
      if (request.method !== 'POST') return new Response(PAGE, { headers: { 'set-cookie': 'sessione=abc; HttpOnly' } });
      return new Response(null, { status: 303, headers: { location: '/adempimento/t?fatto=si' } });
    }, 'http://ciclo.example');
    const opened = (await visitor.open(HERE)).formTo('/decisione');
    if (opened === undefined) throw new Error('no form');
    const after = await visitor.send(opened, { esito: 'approved', s: 'x' }, 'azione=invia');
    expect(after.address).toBe(`${HERE}?fatto=si`);
    expect(asked.map(({ address, method }) => `${method} ${address}`)).toEqual([
      `GET ${HERE}`,
      `POST ${HERE}/decisione`,
      `GET ${HERE}?fatto=si`,
    ]);
    expect(asked[1]?.headers.get('origin')).toBe('http://ciclo.example');
    expect(asked[1]?.headers.get('cookie')).toBe('sessione=abc');
    const sent = asked[1]?.body;
    expect([sent?.getAll('i'), sent?.get('esito'), sent?.get('nota'), sent?.get('s'), sent?.get('azione')]).toEqual([
      ['a', 'b'],
      'approved',
      "l'atto",
      'x',
      'invia',
    ]);
  });

  test('takes nothing it does not show: field, choice or button', () => {
    const visitor = createVisitor(async () => new Response(PAGE), 'http://ciclo.example');
    if (form === undefined) throw new Error('no form');
    expect(() => visitor.send(form, { altro: '1' })).toThrow('no field «altro»');
    expect(() => visitor.send(form, { esito: 'boh' })).toThrow('does not offer «boh»');
    expect(() => visitor.send(form, {}, 'azione=elimina')).toThrow('no button');
    expect(() => visitor.send(form, { nota: new File(['x'], 'x.txt') })).toThrow('takes no file');
  });

  test('fails loudly when the console does', async () => {
    const visitor = createVisitor(async () => new Response('rotto', { status: 500 }), 'http://ciclo.example');
    await expect(visitor.open(HERE)).rejects.toThrow('answered 500');
  });
});

test('the text of an act is a PDF that opens', async () => {
  const { pages, text } = await readPdf(actFile(['Atto n. 12 del 29/01/2016', 'Città (prova)']));
  expect(pages).toBe(1);
  expect(text).toBe('Atton.12del29/01/2016Città(prova)');
});
