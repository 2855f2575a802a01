import { beforeAll, describe, expect, test } from 'vitest';
import { FILE_LIMITS } from '../../src/files/limits.js';
import { png } from '../files/pictures.js';
import { type Arena, type Asked, anArena, SORTS, type Sort } from './arena.js';

// Before the Piano is approved: its sections are being written.
const arena: Arena = anArena('2015-12-10');

const D = '/cicli/ccms/2016/documenti/piano/bozza';
const SECTION = `${D}/sezioni/presentazione`;
/** Whoever writes no section of the Piano, and is no colleague of who does. */
const STRANGE: readonly (Sort | undefined)[] = [undefined, 'stranger', 'reader'];

const withFile = (name: string, bytes: Uint8Array, type: string, file: string): Pick<Asked, 'body'> => {
  const body = new FormData();
  body.set(name, new File([Uint8Array.from(bytes)], file, { type }));
  return { body };
};

/** Everything that can be done to a draft on its pages. */
const DONE: readonly (readonly [path: string, request: Asked])[] = [
  [SECTION, { fields: { testo: 'Testo', revisione: '0', azione: 'salva' } }],
  [SECTION, { fields: { testo: 'Testo', revisione: '0', azione: 'anteprima' } }],
  [SECTION, { fields: { azione: 'lascia' } }],
  [`${SECTION}/in-corso`, { fields: { testo: 'Testo', revisione: '0' } }],
  [`${SECTION}/uscita`, { fields: { x: '1' } }],
  [`${SECTION}/pronta`, { fields: { x: '1' } }],
  [`${SECTION}/in-bozza`, { fields: { x: '1' } }],
  [`${SECTION}/word`, withFile('file', Buffer.from('PK'), 'application/zip', 'a.docx')],
  [`${D}/osservazione`, { fields: { osservazione: 'da rivedere', sezione: 'presentazione' } }],
  [`${D}/file`, withFile('file', Buffer.from('%PDF-1.7\n%%EOF'), 'application/pdf', 'a.pdf')],
  [`${D}/ritiro-file`, { fields: { x: '1' } }],
  [`${D}/trasmissione`, { fields: { nota: 'x' } }],
  [`${D}/figure`, withFile('figura', png(8, 8), 'image/png', 'a.png')],
];

describe('a draft', () => {
  beforeAll(async () => {
    expect((await arena.ask(SECTION, { as: 'steering' })).status).toBe(200);
  });

  for (const [path, request] of DONE) {
    test.each(STRANGE)(`${path} ${JSON.stringify(request.fields ?? {})}: nothing is done by %s`, async (as) => {
      const statuses = as === undefined ? [303, 401] : as === 'stranger' ? [404] : [403];
      await arena.refused(path, as === undefined ? request : { ...request, as }, ...statuses);
    });

    test(`${path}: nothing is done from a page of somebody else`, async () => {
      await arena.refused(path, { ...request, as: 'steering', origin: 'https://altrove.example' }, 403);
    });
  }

  const PAGES = ['', '/lettura', '/figure', '/sezioni/presentazione', '/sezioni/presentazione/versioni'];
  test.each(SORTS)('is read by the body’s own people alone: %s', async (as) => {
    for (const below of PAGES)
      expect([below, (await arena.ask(D + below, { as })).status]).toEqual([below, as === 'stranger' ? 404 : 200]);
  });

  test('is not begun, by who has not signed in, with more than a section may hold', async () => {
    const body = `testo=${'a'.repeat(FILE_LIMITS.sectionForm)}`;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    await arena.refused(SECTION, { body, headers }, 413);
    await arena.refused('/cicli/nessuno/2016/documenti/nessuno/bozza/sezioni/nessuna', { body, headers }, 413);
  });
});

describe('what somebody writes in a section', () => {
  const HOSTILE = [
    '<script>alert(1)</script> <img src=x onerror=alert(1)>',
    '[a](javascript:alert(1)) [b](data:text/html,<script>alert(1)</script>) [c](JaVaScRiPt:alert(1)) [d]( javascript:alert(1))',
    '<javascript:alert(1)> [e][x]\n\n[x]: javascript:alert(1) "y"',
    '![<b>](https://altrove.example/x.png "<script>alert(1)</script>") ![a](data:image/svg+xml,<svg/onload=alert(1)>)',
    '| <script>alert(1)</script> | [f](vbscript:x) |\n|---|---|\n| <iframe src=x> | `</code><script>` |',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>\n\n<!-- --><script>alert(1)</script>',
  ].join('\n\n');

  test('runs and loads nothing, on its page, in the whole document and in its versions', async () => {
    const fields = { testo: HOSTILE, revisione: '0', azione: 'salva' };
    const shown = await arena.owner.query<{ revision: number }>(
      `select revision from sections where cycle = 'ccms/2016' and document = 'piano' and section = 'presentazione'`,
    );
    const saved = await arena.ask(SECTION, {
      as: 'steering',
      fields: { ...fields, revisione: String(shown.rows[0]?.revision) },
    });
    expect([saved.status, saved.headers.get('location')]).toEqual([303, expect.stringContaining('fatto=')]);
    for (const below of ['/lettura', '/sezioni/presentazione', '/sezioni/presentazione/versioni']) {
      const answer = await arena.ask(D + below, { as: 'steering' });
      const html = await answer.text();
      expect([below, answer.status]).toEqual([below, 200]);
      expect(html).not.toMatch(
        /<script>alert|<img[^>]+(?:onerror|altrove)|<iframe src=x|<iframe srcdoc|onload=alert\(1\)>"/,
      );
      expect(html).not.toMatch(/(?:href|src)="\s*(?:javascript|vbscript|data:text|data:image\/svg\+xml,)/i);
    }
  });

  test('that nobody could read in time is refused, and its preview answers', async () => {
    for (const testo of ['>'.repeat(20_000), '_a'.repeat(40_000), `a${' '.repeat(90_000)}b`]) {
      for (const azione of ['salva', 'anteprima']) {
        const began = performance.now();
        const answer = await arena.ask(SECTION, { as: 'steering', fields: { testo, revisione: '0', azione } });
        expect([azione, answer.status]).toEqual([azione, azione === 'salva' ? 422 : 200]);
        expect(performance.now() - began).toBeLessThan(8_000);
      }
      expect((await arena.ask(SECTION, { as: 'steering' })).status).toBe(200);
    }
    expect(arena.told).toEqual([]);
  });
});
