import { deflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { CONSOLE_URL } from '../client/pages/parts.js';
import { type Arena, anArena } from './arena.js';

const arena: Arena = anArena();
const DUTY = '/cicli/ccms/2016/attivita/monitoraggio-1/adempimento';
const SHEETS = '/api/v1/cycles/ccms/2016/checkpoints/monitoraggio-1/sheets';

const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'));
const CONTENT_TYPES = utf8(
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
);
const WORKBOOK = utf8(
  '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
);
const RELS = utf8(
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
);
const sheetXml = (inside: string): Uint8Array => utf8(`<?xml version="1.0"?>${inside}`);
const workbook = (sheet: Uint8Array, more: Readonly<Record<string, Uint8Array>> = {}): Uint8Array =>
  zipSync({
    '[Content_Types].xml': CONTENT_TYPES,
    'xl/workbook.xml': WORKBOOK,
    'xl/_rels/workbook.xml.rels': RELS,
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  });

const cell = (ref: string, text: string): string => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
const HEADINGS = `<row r="1">${cell('A1', 'Codice')}${cell('B1', 'Valore')}</row>`;
const SPREAD = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** A ZIP whose one entry says it is small and is not. */
function lyingZip(): Uint8Array {
  const content = deflateRawSync(Buffer.alloc(50_000_000));
  const name = Buffer.from('xl/workbook.xml');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(content.length, 18);
  local.writeUInt32LE(100, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 6);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(content.length, 20);
  central.writeUInt32LE(100, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + content.length, 16);
  return new Uint8Array(Buffer.concat([local, name, content, central, name, end]));
}

const laughs = ['lol0', ...Array.from({ length: 12 }, (_, i) => `lol${i + 1}`)];
const billion = `<!DOCTYPE x [<!ENTITY lol0 "ha">${laughs
  .slice(1)
  .map((name, i) => `<!ENTITY ${name} "${`&${laughs[i]};`.repeat(10)}">`)
  .join(
    '',
  )}]><worksheet ${SPREAD}><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&lol12;</t></is></c></row></sheetData></worksheet>`;

const BAD: Readonly<Record<string, () => Uint8Array>> = {
  nothing: () => new Uint8Array(),
  'a bomb: 200 MB of nothing in a small archive': () => workbook(new Uint8Array(200_000_000)),
  'an archive that lies about its size': lyingZip,
  'an archive of ten thousand files': () =>
    workbook(
      sheetXml('<worksheet/>'),
      Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`x/${i}`, new Uint8Array()])),
    ),
  'an archive in an archive': () => workbook(zipSync({ a: new Uint8Array(1_000_000) })),
  'names that lead out of the archive': () =>
    zipSync({ '../../../tmp/ciclo-attacco': utf8('x'), '/etc/passwd': utf8('x'), 'xl/workbook.xml': WORKBOOK }),
  'twenty thousand sheets of one part': () =>
    zipSync({
      '[Content_Types].xml': CONTENT_TYPES,
      'xl/workbook.xml': utf8(
        `<workbook xmlns:r="r"><sheets>${'<sheet name="a" sheetId="1" r:id="rId1"/>'.repeat(20_000)}</sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': RELS,
      'xl/worksheets/sheet1.xml': sheetXml(
        `<worksheet><sheetData>${'<row><c><v>1</v></c></row>'.repeat(15_000)}</sheetData></worksheet>`,
      ),
    }),
  'a table of LibreOffice repeated without end': () =>
    zipSync({
      mimetype: utf8('application/vnd.oasis.opendocument.spreadsheet'),
      'content.xml': utf8(
        '<o:document-content xmlns:o="o" xmlns:table="t" xmlns:text="x" xmlns:office="f"><o:spreadsheet><table:table><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table></o:spreadsheet></o:document-content>',
      ),
    }),
  'an archive cut short': () => workbook(sheetXml('<worksheet/>')).subarray(0, 200),
  'entities that grow without end': () => workbook(sheetXml(billion)),
  'an entity that reads a file': () =>
    workbook(
      sheetXml(
        `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet ${SPREAD}><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&e;</t></is></c></row></sheetData></worksheet>`,
      ),
    ),
  'XML that is not closed': () => workbook(sheetXml(`<worksheet ${SPREAD}><sheetData><row r="1">`)),
  'XML nested without end': () => workbook(sheetXml('<a>'.repeat(100_000))),
  'a cell a million columns away': () =>
    workbook(
      sheetXml(
        `<worksheet ${SPREAD}><sheetData>${HEADINGS}<row r="2">${cell('ZZZZZ99999999', '1')}</row></sheetData></worksheet>`,
      ),
    ),
  'a row a billion rows away': () =>
    workbook(
      sheetXml(
        `<worksheet ${SPREAD}><sheetData>${HEADINGS}<row r="999999999">${cell('A999999999', '1')}</row></sheetData></worksheet>`,
      ),
    ),
  formulas: () =>
    workbook(
      sheetXml(
        `<worksheet ${SPREAD}><sheetData>${HEADINGS}<row r="2">${cell('A2', 'inventato')}<c r="B2"><f>HYPERLINK("https://altrove.example")</f><v>5</v></c></row></sheetData></worksheet>`,
      ),
    ),
  'a formula that calls a program, in a CSV': () => utf8("Codice;Valore\ninventato;=cmd|' /C calc'!A0\n"),
  'a formula for a code, in a CSV': () => utf8('Codice;Valore\n=1+1;5\n'),
  'a CSV of a hundred thousand rows': () => utf8(`Codice;Valore\n${'x;1\n'.repeat(100_000)}`),
  'a CSV with a cell of four megabytes': () => utf8(`Codice;Valore\n1;${'9'.repeat(4_000_000)}\n`),
  'a CSV with a quote never closed': () => utf8(`Codice;Valore\n"1;5\n${'x'.repeat(100_000)}`),
  'a CSV with null characters': () => utf8('Codice;Valore\n1\0;5\n'),
  'a CSV with the same title twice': () => utf8('Codice;Valore;Valore\n1;5;6\n'),
  'a CSV of another office’s codes': () => utf8('Codice;Valore\n999;5\nx.y.z;7\n'),
  'a CSV without the columns': () => utf8('a;b\n1;2\n'),
  HTML: () => utf8('<html><script>alert(1)</script></html>'),
  'a picture with a script in it': () =>
    utf8('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  'a program': () => new Uint8Array(Buffer.from('4d5a90000300000004000000ffff0000', 'hex')),
  'an old Excel': () => new Uint8Array(Buffer.from('d0cf11e0a1b11ae1', 'hex')),
  'a PDF': () => utf8('%PDF-1.7\n%%EOF'),
  'six megabytes of nothing': () => new Uint8Array(6_000_000),
};

/** One text of nearly a million letters, as the code and the value of 450 rows. */
const repeated = (): Uint8Array =>
  workbook(
    sheetXml(
      `<worksheet><sheetData>${HEADINGS}${Array.from({ length: 450 }, (_, i) => `<row r="${i + 2}"><c r="A${i + 2}" t="s"><v>0</v></c><c r="B${i + 2}" t="s"><v>0</v></c></row>`).join('')}</sheetData></worksheet>`,
    ),
    {
      'xl/_rels/workbook.xml.rels': utf8(
        Buffer.from(RELS)
          .toString()
          .replace(
            '</Relationships>',
            '<Relationship Id="rId2" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
          ),
      ),
      'xl/sharedStrings.xml': utf8(`<sst><si><t>${'x'.repeat(999_000)}</t></si></sst>`),
    },
  );

const asFile = (bytes: Uint8Array, name = 'foglio.xlsx', field = 'foglio'): FormData => {
  const data = new FormData();
  data.set('modulo', crypto.randomUUID());
  data.set('errori', 'tutto');
  data.set(field, new File([new Uint8Array(bytes)], name));
  return data;
};

describe('a sheet that is not one, on the officer’s page', () => {
  test.each(Object.keys(BAD))('%s is refused, quickly, and nothing is recorded', async (name) => {
    const bytes = BAD[name]?.() ?? new Uint8Array();
    const started = Date.now();
    const text = await arena.refused(`${DUTY}/foglio`, { as: 'officer', body: asFile(bytes) }, 422, 413);
    expect(text).not.toMatch(/<script>alert|root:x:/);
    expect(Date.now() - started).toBeLessThan(20_000);
  });
});

describe('a sheet that is not one, over the API', () => {
  test.each(Object.keys(BAD))('%s is refused with a problem, and nothing is recorded', async (name) => {
    const bytes = BAD[name]?.() ?? new Uint8Array();
    const headers = { authorization: `Bearer ${arena.token('officer')}`, 'content-type': 'application/octet-stream' };
    for (const query of ['', '?partial=true']) {
      const text = await arena.refused(
        `${SHEETS}${query}`,
        { method: 'POST', body: new Uint8Array(bytes), headers },
        422,
        413,
      );
      expect(JSON.parse(text)).toMatchObject({ title: expect.any(String), detail: expect.any(String) });
    }
  });
});

describe('what is wrong in a sheet is told in little', () => {
  test('a CSV of twenty thousand wrong rows is answered with the first of them', async () => {
    const csv = utf8(`Codice;Valore\n${`${'x'.repeat(200)};1\n`.repeat(19_000)}`);
    const headers = { authorization: `Bearer ${arena.token('officer')}`, 'content-type': 'application/octet-stream' };
    const said = await arena.refused(SHEETS, { method: 'POST', body: new Uint8Array(csv), headers }, 422);
    expect(JSON.parse(said).errors).toHaveLength(51);
    expect(JSON.parse(said).errors[50].detail).toBe('ci sono altri 18950 errori');
    expect(said.length).toBeLessThan(60_000);
    const page = await arena.refused(`${DUTY}/foglio`, { as: 'officer', body: asFile(csv) }, 422);
    expect(page).toContain('ci sono altri 18950 errori');
    expect(page.length).toBeLessThan(120_000);
  });

  test('a text of a million letters in 450 rows is not said again', async () => {
    const headers = { authorization: `Bearer ${arena.token('officer')}`, 'content-type': 'application/octet-stream' };
    const said = await arena.refused(SHEETS, { method: 'POST', body: new Uint8Array(repeated()), headers }, 422);
    expect(said.length).toBeLessThan(60_000);
  });
});

describe('a body without a length', () => {
  /** Pieces of 64 kB without end, and how many of them were taken. */
  function endless(): { readonly body: ReadableStream<Uint8Array>; readonly taken: () => number } {
    let pieces = 0;
    const body = new ReadableStream<Uint8Array>(
      {
        pull: (controller) => {
          pieces += 1;
          // Who stops listening is not sent more; who does not would be here for ever.
          if (pieces > 2_000) controller.close();
          else controller.enqueue(new Uint8Array(65_536).fill(97));
        },
      },
      { highWaterMark: 0 },
    );
    return { body, taken: () => pieces };
  }
  const post = async (path: string, sort?: 'officer' | 'stranger') => {
    const { body, taken } = endless();
    const headers = {
      origin: CONSOLE_URL,
      'content-type': 'multipart/form-data; boundary=x',
      'transfer-encoding': 'chunked',
      ...(sort === undefined ? {} : { cookie: arena.cookie(sort) }),
    };
    const answer = await arena.app.request(path, { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
    return { status: answer.status, taken: taken() };
  };

  test.each([
    ['/adempimento/inventato', 0],
    ['/adempimento/inventato/foglio', 0],
    [`${DUTY}/foglio`, 0],
    ['/cicli/ccms/2016/piano/importa', 0],
    ['/accesso', 1],
    ['/mie', 1],
    ['/inesistente', 1],
  ])('of nobody is not read: %s', async (path, most) => {
    const { status, taken } = await post(path);
    expect(taken).toBeLessThanOrEqual(most);
    expect([303, 401, 403, 404, 410, 413]).toContain(status);
  });

  test('of a stranger to the body is not read either', async () => {
    expect(await post(`${DUTY}/foglio`, 'stranger')).toEqual({ status: 404, taken: 0 });
  });

  test('of an officer is read up to its limit', async () => {
    const { status, taken } = await post(`${DUTY}/foglio`, 'officer');
    expect(status).toBe(413);
    expect(taken).toBeLessThan(400);
    expect((await post(DUTY, 'officer')).status).toBe(413);
  });

  test('of a call without a token is not read', async () => {
    expect(await post(SHEETS)).toEqual({ status: 401, taken: 0 });
  });
});

test('a form of two hundred thousand files is refused before any is made', async () => {
  const part = '--x\r\nContent-Disposition: form-data; name="foglio"; filename="a"\r\n\r\na\r\n';
  const body = Buffer.from(`${part.repeat(200_000)}--x--`);
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  await arena.refused(`${DUTY}/foglio`, { as: 'officer', body: new Uint8Array(body), headers }, 422);
});

describe('evidence that may not be attached', () => {
  const codeOf = async (): Promise<string> => {
    const page = await (await arena.ask(DUTY, { as: 'officer' })).text();
    const code = /name="nota:([^"]+)"/.exec(page)?.[1];
    if (code === undefined) throw new Error('the officer has no indicator');
    return code;
  };
  const FILES: readonly (readonly [what: string, name: string, bytes: Uint8Array])[] = [
    ['a page', 'prova.html', utf8('<script>alert(1)</script>')],
    ['a page called a PDF', 'prova.pdf', utf8('<script>alert(1)</script>')],
    ['a page called a text', 'prova.txt.html', utf8('<script>alert(1)</script>')],
    ['a picture with a script', 'prova.svg', utf8('<svg onload="alert(1)"/>')],
    ['a program', 'prova.exe', new Uint8Array(Buffer.from('4d5a9000', 'hex'))],
    ['a program called a PDF', 'prova.pdf', new Uint8Array(Buffer.from('4d5a9000', 'hex'))],
    ['a script', 'prova.js', utf8('alert(1)')],
    ['an archive', 'prova.zip', zipSync({ a: utf8('x') })],
    ['an archive called a workbook', 'prova.xlsx', zipSync({ a: utf8('x') })],
    ['a text with null characters', 'prova.txt', new Uint8Array([65, 0, 66])],
    ['an empty file', 'prova.txt', new Uint8Array()],
    ['eleven megabytes', 'prova.txt', new Uint8Array(11_000_000).fill(65)],
  ];
  test.each(FILES)('%s (%s)', async (_what, name, bytes) => {
    const code = await codeOf();
    const data = new FormData();
    data.set('modulo', crypto.randomUUID());
    data.set('azione', 'invia');
    data.set(`nota:${code}`, '');
    data.set(`risposta:${code}`, 'value');
    data.set(`valore:${code}`, '');
    data.append(`allegati:${code}`, new File([new Uint8Array(bytes)], name));
    await arena.refused(DUTY, { as: 'officer', body: data }, 422, 413);
  });

  test.each([
    '../../etc/passwd.txt',
    'a\r\nSet-Cookie: x=y.txt',
    '"><img src=x>.txt',
    'a\0b.txt',
    `${'n'.repeat(500)}.txt`,
    'con.txt',
  ])('a name %j does no harm: what is kept is saved as a file and never shown as a page', async (name) => {
    const code = await codeOf();
    const data = new FormData();
    data.set('modulo', crypto.randomUUID());
    data.set('azione', 'bozza');
    data.set(`nota:${code}`, 'bozza');
    data.append(`allegati:${code}`, new File(['testo'], name));
    const answer = await arena.ask(DUTY, { as: 'officer', body: data });
    expect(answer.status).toBeLessThan(500);
    const page = await (await arena.ask(DUTY, { as: 'officer' })).text();
    expect(page).not.toContain('<img src=x>');
    const hash = /allegati\/([0-9a-f]{64})/.exec(page)?.[1];
    if (hash === undefined) return;
    const file = await arena.ask(`${DUTY}/allegati/${hash}`, { as: 'officer' });
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; /);
    expect(file.headers.get('content-disposition')).not.toMatch(/[\r\n]|\.\.\//);
    expect(file.headers.get('content-security-policy')).toContain('sandbox');
    expect(file.headers.get('set-cookie')).toBeNull();
    for (const as of ['reader', 'recorder', 'administrator'] as const) {
      expect((await arena.ask(`${DUTY}/allegati/${hash}`, { as })).status).toBe(403);
    }
    expect((await arena.ask(`${DUTY}/allegati/${hash}`)).status).toBe(303);
  });
});

describe('twenty posts at the same moment', () => {
  test('of one form count once', async () => {
    const page = await (await arena.ask(DUTY, { as: 'officer' })).text();
    const codes = [...page.matchAll(/name="nota:([^"]+)"/g)].map((match) => match[1] ?? '');
    const code = codes[0] ?? '';
    const count = async (): Promise<number> =>
      Number((await arena.owner.query('select count(*) as n from submissions')).rows[0]?.n);
    const before = await count();
    const fields = {
      modulo: crypto.randomUUID(),
      azione: 'invia',
      [`risposta:${code}`]: 'not-assessable',
      [`motivo:${code}`]: 'il dato non c’è',
      [`nota:${code}`]: '',
      [`valore:${code}`]: '',
      'motivo-ritardo': 'in ritardo',
    };
    const answers = await Promise.all(Array.from({ length: 20 }, () => arena.ask(DUTY, { as: 'officer', fields })));
    for (const answer of answers) expect([303, 422]).toContain(answer.status);
    expect(new Set(answers.flatMap((answer) => answer.headers.get('location') ?? [])).size).toBe(1);
    expect((await count()) - before).toBe(1);
  });
});
