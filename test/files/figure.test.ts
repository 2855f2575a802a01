import { describe, expect, test } from 'vitest';
import { acceptFigure } from '../../src/files/figure.js';
import { jpeg, photograph, png } from './pictures.js';

const svg = (inner: string, head = 'viewBox="0 0 200 100"'): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${head}>${inner}</svg>`,
  );

async function taken(name: string, bytes: Uint8Array) {
  const figure = await acceptFigure(name, bytes);
  if (!figure.ok) throw new Error(figure.error);
  return figure.value;
}

async function refused(name: string, bytes: Uint8Array): Promise<string> {
  const figure = await acceptFigure(name, bytes);
  return figure.ok ? `taken as ${figure.value.mime}` : figure.error;
}

describe('a picture for a document is taken', () => {
  test('with its size, whatever its name says', async () => {
    expect(await taken('grafico.jpg', png(40, 20))).toMatchObject({ mime: 'image/png', width: 40, height: 20 });
    expect(await taken('foto', jpeg())).toMatchObject({ mime: 'image/jpeg', width: 32, height: 16 });
  });

  test('without the words within it that do not belong on a page', async () => {
    const figure = await taken('a.png', png(8, 8, [['tEXt', 'Author\0Qualcuno']]));
    expect(Buffer.from(figure.bytes).toString('latin1')).not.toContain('Qualcuno');
    const photo = await taken('b.jpg', photograph(1, 'Via Segreta 1'));
    expect(Buffer.from(photo.bytes).toString('latin1')).not.toMatch(/Via Segreta|Exif/);
  });

  test('with the side up that the camera said', async () => {
    const turned = await taken('b.jpg', photograph(6, 'x'));
    expect(turned).toMatchObject({ width: 16, height: 32 });
    expect(Buffer.from(turned.bytes).toString('latin1')).toContain('Exif');
  });

  test('as a drawing written again from its shapes', async () => {
    const drawing = svg(
      '<!-- nota --><metadata>chi</metadata><g inkscape:label="x" xmlns:inkscape="http://www.inkscape.org/"><rect width="10" height="10" fill="url(#c)"/></g><defs><linearGradient id="c"/></defs><text>Imprese &amp; addetti</text>',
    );
    const { bytes, mime, width, height } = await taken('a.svg', drawing);
    const text = Buffer.from(bytes).toString();
    expect({ mime, width, height }).toEqual({ mime: 'image/svg+xml', width: 200, height: 100 });
    expect(text).toContain('<rect width="10" height="10" fill="url(#c)">');
    expect(text).toContain('Imprese &amp; addetti');
    expect(text).not.toMatch(/nota|metadata|chi<|inkscape/);
  });

  test('in the measures it gives itself', async () => {
    expect(await taken('a.svg', svg('<path d="M0 0"/>', 'width="2.54cm" height="1in"'))).toMatchObject({
      width: 96,
      height: 96,
    });
  });
});

describe('a picture is refused in a sentence', () => {
  test.each([
    ['text with the name of a picture', Buffer.from('non sono una foto'), 'non è una figura'],
    ['a PDF', Buffer.from('%PDF-1.7\n%%EOF'), 'non è una figura'],
    ['a page', Buffer.from('<html><body><svg></svg></body></html>'), 'non è una figura'],
    ['another format', Buffer.from('474946383961010001000000002c00000000010001000002024401003b', 'hex'), 'formato GIF'],
    ['nothing', Buffer.alloc(0), 'è vuoto'],
    ['one too large', Buffer.concat([png(4, 4), Buffer.alloc(2_000_000)]), 'supera 2 MB'],
    ['one cut short', png(64, 64).subarray(0, 120), 'danneggiato'],
    ['a photograph cut short', jpeg().subarray(0, jpeg().length - 40), 'danneggiato'],
    ['one too wide', png(5_000, 900), 'troppo grande per una pagina'],
  ])('%s', async (_, bytes, why) => {
    expect(await refused('figura.png', bytes)).toContain(why);
  });

  test('one of whose points some are missing', async () => {
    const whole = png(64, 64);
    const head = Buffer.from(whole);
    // It declares more lines than it has.
    head.writeUInt32BE(640, 20);
    expect(await refused('a.png', head)).toContain('danneggiato');
  });

  test.each([
    ['a script', '<script>alert(1)</script>', 'programmi'],
    ['a handler', '<rect onclick="x()"/>', 'programmi'],
    ['an animation', '<rect><animate attributeName="x"/></rect>', 'programmi'],
    ['a file from elsewhere', '<image href="http://esempio.example/x.png"/>', 'rimandi ad altri file'],
    ['a style from elsewhere', '<style>@import url(http://esempio.example/x.css)</style>', 'rimandi ad altri file'],
    ['a style in pieces', '<style>@im<!-- -->po<![CDATA[rt "x.css"]]></style>', 'rimandi ad altri file'],
    ['a style in disguise', '<style>rect{fill:\\75rl(http://esempio.example/x)}</style>', 'rimandi ad altri file'],
    ['a picture in a style', '<g style="mask-image: image-set(&quot;x.png&quot; 1x)"/>', 'rimandi ad altri file'],
    ['an attribute in disguise', '<rect fill="\\75rl(http://esempio.example/x)"/>', 'rimandi ad altri file'],
    ['a use of another file', '<use xlink:href="altro.svg#a"/>', 'rimandi ad altri file'],
    ['a page within it', '<foreignObject><p/></foreignObject>', 'pagine web'],
    ['uses of uses', '<g id="a"><use xlink:href="#b"/></g><use xlink:href="#a"/>', 'annidati'],
    [
      'many uses of many shapes',
      `<g id="a">${'<path d="M0 0"/>'.repeat(3_000)}</g>${'<use xlink:href="#a"/>'.repeat(3_000)}`,
      'troppo complesso',
    ],
    [
      'many shapes cut by many shapes',
      `<clipPath id="a">${'<path d="M0 0"/>'.repeat(3_000)}</clipPath>${'<rect clip-path="url(#a)"/>'.repeat(3_000)}`,
      'troppo complesso',
    ],
    [
      'the same by its style sheet',
      `<style>rect{clip-path:url('#a')}</style><clipPath id="a">${'<path d="M0 0"/>'.repeat(3_000)}</clipPath>${'<rect/>'.repeat(3_000)}`,
      'troppo complesso',
    ],
    ['a cut that is cut by itself', '<clipPath id="a"><g style="clip-path:url(#a)"/></clipPath>', 'troppo complesso'],
    ['a pattern', '<pattern id="p"/>', 'troppo complesso'],
    ['too many shapes', '<path d="M0 0"/>'.repeat(20_001), 'troppo complesso'],
    ['a tag that is not closed', '<g>', 'danneggiato'],
  ])('a drawing with %s', async (_, inner, why) => {
    expect(await refused('a.svg', svg(inner))).toContain(why);
  });

  test('a drawing that declares entities', async () => {
    const bomb = Buffer.from('<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>');
    expect(await refused('a.svg', bomb)).toContain('tipo di documento');
  });
});
