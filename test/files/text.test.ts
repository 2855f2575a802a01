import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, decodeUnicode } from '../../src/files/text.js';

/** Of the bytes 80-9F the characters Windows has there (its table 1252); a dash where it has none. */
const WINDOWS = '€-‚ƒ„…†‡ˆ‰Š‹Œ-Ž--‘’“”•–—˜™š›œ-žŸ';
const UNASSIGNED = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

const text = (bytes: Uint8Array, declared?: string): string => {
  const read = decodeText(bytes, declared);
  return read.ok ? read.value : `${read.error.encoding}, line ${read.error.line}`;
};

describe('the text of bytes somebody sent', () => {
  it.each(Array.from({ length: 128 }, (_, i) => 0x80 + i))('of an Italian Windows: byte %d', (byte) => {
    const bytes = Uint8Array.of(0x61, byte, 0x62);
    const expected = byte < 0xa0 ? WINDOWS[byte - 0x80] : String.fromCharCode(byte);
    for (const declared of [undefined, 'windows-1252', 'ISO-8859-1', 'latin1']) {
      const unknown = UNASSIGNED.includes(byte);
      expect(text(bytes, declared)).toBe(unknown ? 'windows-1252, line 1' : `a${expected}b`);
    }
  });

  it('no byte of a file becomes a control character or a replacement', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const printable = bytes.map((byte) => Math.max(byte, 0x20));
        const read = decodeText(printable);
        if (read.ok && !isUtf8(printable)) expect(read.value).not.toMatch(/[\x80-\x9f\ufffd]/);
      }),
    );
  });

  it('in UTF-8 and UTF-16, with their marks or without, is the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (written) => {
        const plain = `è ${written}`.replace(/^\uFEFF/, '');
        const le = Buffer.from(plain, 'utf16le');
        expect(text(Buffer.from(plain))).toBe(plain);
        expect(text(Buffer.from(`\uFEFF${plain}`))).toBe(plain);
        expect(text(Buffer.concat([Buffer.of(0xff, 0xfe), le]))).toBe(plain);
        expect(text(Buffer.concat([Buffer.of(0xfe, 0xff), Buffer.from(le).swap16()]))).toBe(plain);
        expect(text(le, 'utf-16')).toBe(plain);
      }),
    );
  });

  it.each<[string, string | undefined, readonly number[], string]>([
    ['a mark counts more than what was declared', 'windows-1252', [0xef, 0xbb, 0xbf, 0xc3, 0xa8], 'è'],
    ['what was declared counts more than what would fit', 'windows-1252', [0xc3, 0xa8], 'Ã¨'],
    ['the euro of latin-9', 'ISO-8859-15', [0xa4], '€'],
    ['a Greek', 'windows-1253', [0xe1], 'α'],
    ['an encoding nobody knows', 'klingon', [0x61], 'klingon, line 0'],
    ['UTF-8 that was declared and is not', 'utf-8', [0x61, 0x0a, 0x62, 0x0a, 0xe8], 'utf-8, line 3'],
    ['a character cut in two', 'utf-8', [0x61, 0x0a, 0xc3], 'utf-8, line 2'],
  ])('%s', (_, declared, bytes, expected) => {
    expect(text(Uint8Array.from(bytes), declared)).toBe(expected);
  });

  it('of a data file is Unicode, or refused with its line', () => {
    expect(decodeUnicode(Buffer.from('nome: "Città"\n', 'latin1'))).toEqual({
      ok: false,
      error: { encoding: 'utf-8', line: 1 },
    });
    const replaced = Buffer.concat([Buffer.from('a: "\uFFFD"\nb: "'), Buffer.of(0xe8), Buffer.from('"\n')]);
    expect(decodeUnicode(replaced)).toEqual({ ok: false, error: { encoding: 'utf-8', line: 2 } });
    expect(decodeUnicode(Buffer.from('a: "\uFFFD"\n'))).toEqual({ ok: true, value: 'a: "\uFFFD"\n' });
  });
});

function isUtf8(bytes: Uint8Array): boolean {
  return Buffer.from(Buffer.from(bytes).toString('utf8')).equals(Buffer.from(bytes));
}
