import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerAddress, headerText, MailRefused } from '../../src/mail/header.js';

describe('an address', () => {
  it.each([
    'anna@prova.example',
    'segreteria.generale+piano@cciaa-ms.example',
    "d'amico@prova.example",
    'x@a.b.c.example',
  ])('%s is taken', (address) => {
    expect(headerAddress(address)).toBe(address);
  });

  it.each([
    '',
    'anna',
    '@prova.example',
    'anna@',
    'anna@prova',
    'a b@prova.example',
    'a@b@c.example',
    '<a@prova.example>',
    'a@prova.example,b@prova.example',
    'a@prova.example;b',
    '"a"@prova.example',
    'a@[127.0.0.1]',
    'a@-x.example',
    'a@prova..example',
    'a@prova.example\n',
    `${'a'.repeat(65)}@prova.example`,
    `a@${'b.'.repeat(130)}example`,
  ])('%j is refused', (address) => {
    expect(() => headerAddress(address)).toThrow(MailRefused);
  });

  it('or a header text never lets a control character through', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('\r', '\n', '\0', '\u000b', '\u0085', '\u2028', '\u2029'),
        fc.string(),
        (before, control, after) => {
          expect(() => headerText(before + control + after)).toThrow(MailRefused);
          expect(() => headerAddress(`${before}${control}${after}@prova.example`)).toThrow(MailRefused);
          expect(() => headerAddress(`anna@prova.example${control}${after}`)).toThrow(MailRefused);
        },
      ),
    );
  });

  it('of any length is judged at once', () => {
    const started = performance.now();
    expect(() => headerAddress(`a@${'a-'.repeat(50_000)}`)).toThrow(MailRefused);
    expect(() => headerAddress(`a@${'a.'.repeat(50_000)}`)).toThrow(MailRefused);
    expect(performance.now() - started).toBeLessThan(200);
  });
});
