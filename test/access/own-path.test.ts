import { expect, test } from 'vitest';
import { ownPath } from '../../src/access/own-path.js';

test.each([
  '//altrove.example',
  '///altrove.example',
  '/\\altrove.example',
  '\\\\altrove.example',
  '/\t/altrove.example',
  '/\n/altrove.example',
  '/.//altrove.example',
  '/..//altrove.example',
  '/x/../..//altrove.example',
  'https://altrove.example',
  'https:altrove.example',
  'javascript:alert(1)',
  ' /cicli',
  'cicli',
  '',
  '@altrove.example',
  '/\u2028/altrove.example',
  `/${'a'.repeat(3_000)}`,
])('%j is not one of our pages', (text) => {
  expect(ownPath(text, '/casa')).toBe('/casa');
});

test.each([
  ['/', '/'],
  ['/cicli/ccms/2016?aggiorna=10#oggi', '/cicli/ccms/2016?aggiorna=10#oggi'],
  ['/%2F%2Faltrove.example', '/%2F%2Faltrove.example'],
  ['/%5Caltrove.example', '/%5Caltrove.example'],
  ['/cicli/../posta', '/posta'],
  ['/cicli?a=//altrove.example', '/cicli?a=//altrove.example'],
])('%j stays here', (text, expected) => {
  expect(ownPath(text, '/casa')).toBe(expected);
});

test('none at all gives the other', () => {
  expect(ownPath(undefined, '/casa')).toBe('/casa');
});
