import { describe, expect, test } from 'vitest';
import { readDocx } from '../../src/files/docx.js';
import { packFile, zip } from '../../src/files/zip.js';
import { docx, item, p, picture, table } from './docx.js';
import { png } from './pictures.js';

async function read(bytes: Uint8Array) {
  const text = await readDocx(bytes);
  if (!text.ok) throw new Error(text.error);
  return text.value;
}

async function refused(bytes: Uint8Array): Promise<string> {
  const text = await readDocx(bytes);
  return text.ok ? `taken: ${text.value.markdown}` : text.error;
}

describe('a chapter prepared in Word', () => {
  test('keeps its headings, lists, tables, links and figures', async () => {
    const link = '<w:p><w:hyperlink r:id="rIdL"><w:r><w:t>il sito</w:t></w:r></w:hyperlink></w:p>';
    const strong =
      '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Molto </w:t></w:r><w:r><w:t>bene</w:t></w:r></w:p>';
    const { markdown, figures, left } = await read(
      docx({
        body: [
          p('Il contesto', 'Titolo1'),
          p('Le imprese crescono.'),
          strong,
          link,
          p('Le voci', 'Titolo2'),
          item('uno'),
          item('dentro', 1),
          item('due'),
          p('Tabella 1 Imprese', 'Didascalia'),
          table([
            ['Settore', '2015'],
            ['Marmo | granito', '1.200'],
          ]),
          picture('rId10', 'Le imprese per anno'),
          p('Figura 1 Imprese', 'Didascalia'),
        ].join(''),
        pictures: { rId10: png(20, 10) },
      }),
    );
    expect(markdown).toBe(
      [
        '# Il contesto',
        'Le imprese crescono.',
        '**Molto** bene',
        '[il sito](https://esempio.example/a)',
        '## Le voci',
        '- uno\n  1. dentro\n- due',
        'Tabella: Tabella 1 Imprese',
        '| Settore | 2015 |\n| --- | --- |\n| Marmo \\| granito | 1.200 |',
        '![Le imprese per anno](figura:docx-1 "Figura 1 Imprese")\n',
      ].join('\n\n'),
    );
    expect(figures).toMatchObject([{ key: 'docx-1', mime: 'image/png', width: 20, height: 10 }]);
    expect(left).toEqual([]);
  });

  test('leaves no sign of Markdown where Word had letters', async () => {
    const { markdown } = await read(
      docx({ body: [p('# non un titolo'), p('3. non un elenco'), p('a*b*c_d_')].join('') }),
    );
    expect(markdown).toBe('\\# non un titolo\n\n3\\. non un elenco\n\na\\*b\\*c\\_d\\_\n');
  });

  test('says what it could not carry', async () => {
    const { markdown, left } = await read(
      docx({
        body: [
          '<w:p><w:ins w:id="1" w:author="x"><w:r><w:t>Aggiunto</w:t></w:r></w:ins><w:del w:id="2" w:author="x"><w:r><w:delText>Tolto</w:delText></w:r></w:del></w:p>',
          '<w:p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>',
          '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>Unita</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
          picture('rId10', 'un disegno'),
        ].join(''),
        pictures: { rId10: Buffer.from('non una figura') },
        beside: {
          'word/comments.xml':
            '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0"/><w:comment w:id="1"/></w:comments>',
          'word/header1.xml':
            '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>Ente</w:t></w:r></w:p></w:hdr>',
        },
      }),
    );
    expect(markdown).toContain('Aggiunto');
    expect(markdown).not.toContain('Tolto');
    expect(markdown).toContain('| Unita |  |\n| --- | --- |\n| a | b |');
    expect(left.join('\n')).toMatch(
      /2 commenti[\s\S]*revisione che toglie[\s\S]*revisione che aggiunge[\s\S]*una formula[\s\S]*intestazioni[\s\S]*cella unita[\s\S]*una figura: /,
    );
  });

  test('a frame of one cell is text, not a table', async () => {
    const { markdown } = await read(docx({ body: table([[`${p('Nota', 'Titolo2')}${p('Testo.')}`]]) }));
    expect(markdown).toBe('## Nota\n\nTesto.\n');
  });
});

describe('a file that is no chapter is refused in a sentence', () => {
  test.each([
    ['nothing of Word', Buffer.from('ciao'), 'non è un testo di Word'],
    ['an archive of something else', zip([packFile('a.txt', 'x')]), 'non è un testo di Word'],
    ['an old or locked one', Buffer.from('d0cf11e0a1b11ae1'.padEnd(2_048, '0'), 'hex'), 'protetto da password'],
    ['one with macros by its parts', docx({ body: p('x'), beside: { 'word/vbaProject.bin': 'x' } }), 'macro'],
    [
      'one with macros by its type',
      docx({ body: p('x'), main: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
      'macro',
    ],
    ['one without text', docx({ body: '' }), 'non c’è testo'],
    ['one that is damaged', docx({ body: '<w:p>' }), 'danneggiato'],
    ['one cut short', docx({ body: p('x') }).subarray(0, 400), 'danneggiato'],
    ['one of too many elements', docx({ body: '<w:p/>'.repeat(260_000) }), 'troppo grande'],
    [
      'one whose text unpacks without end',
      docx({ body: `<w:p><w:r><w:t>${' '.repeat(16_000_000)}</w:t></w:r></w:p>` }),
      'troppo grande',
    ],
  ])('%s', async (_, bytes, why) => {
    expect(await refused(bytes)).toContain(why);
  });

  test('one that says it is smaller than it is', async () => {
    const bomb = docx({ body: p('x'.repeat(100_000)) });
    const at = bomb.lastIndexOf('word/document.xml');
    // What its directory declares unpacked: 22 bytes before the name.
    bomb.writeUInt32LE(500, at - 22);
    expect(await refused(bomb)).toContain('danneggiato');
  });

  test('one that declares a type of its own', async () => {
    const beside = { 'word/document.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' };
    expect(await refused(docx({ body: '', beside }))).toContain('danneggiato');
  });
});
